/** The buttons, forms and cards of tasks. */
import { said, textsOf } from '../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../chat/interaction.ts';
import { sentence } from '../../chat/message.ts';
import type { Renderers } from '../../delivery/renderers.ts';
import { asId, type CommitteeId } from '../../kernel/ids.ts';
import type { Duties } from '../deadlines/types/duties.ts';
import { duties, openTasks, seeTask, settleTask, tasksNamed } from './operations.ts';
import { givenCard, settleButton, settleForm, settleView, tasksButton, tasksMessage } from './views.ts';

export const taskInteractions: readonly Interaction[] = [
  onPress(tasksButton, async (call, { committee }) => showTasks(call, asId(committee))),
  onPress(settleButton, async (call, { task }) => {
    const found = await seeTask(call, asId(task));
    return found.ok ? openForm(settleView(textsOf(call), found.value.task)) : said(call, found);
  }),
  onSubmit(settleForm, async (call, { task }, { state, word }) => {
    const settled = await settleTask(call, { task: asId(task), state, word: word ?? null });
    return settled.ok ? show(sentence(textsOf(call)(`tasks.settled.${state}`))) : said(call, settled);
  }),
];

export const taskCards: Renderers = {
  'tasks.given': async ({ act, ids }) => {
    const found = await seeTask(act, asId(ids.task ?? ''));
    return found.ok ? givenCard(textsOf(act), found.value.task) : null;
  },
};

export const taskDuties: Duties = {
  ...duties,
  /** Never its text: every member reads the list of dates. None for a task under an item that is closed to the reader. */
  async titles(act, ids) {
    const title = textsOf(act)('tasks.listed');
    return new Map((await tasksNamed(act, ids)).map((id) => [id, title]));
  },
};

export async function showTasks(call: Call, committee: CommitteeId): Promise<Reply> {
  const tasks = await openTasks(call, committee);
  return tasks.ok ? show(tasksMessage(textsOf(call), tasks.value)) : said(call, tasks);
}
