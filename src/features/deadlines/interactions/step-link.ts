/** What happens when the committee secretary says which date a step of the calendar has become. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import type { Block, Message } from '../../../chat/message.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { linkStep, seeLinkable } from '../operations/link-step.ts';
import { seeSchedule } from '../operations/schedule.ts';
import type { Duties } from '../types/duties.ts';
import { scheduleMessage } from '../views/schedule.ts';
import * as views from '../views/step-link.ts';

export function linkInteractions(features: readonly Duties[]): readonly Interaction[] {
  return [
    onPress(views.linkStepButton, async (call, { committee, step }) => {
      const at = { committee: asId<CommitteeId>(committee), step };
      const found = await seeLinkable(call, features, at);
      if (!found.ok) return refusal(call, found);
      const seen = await seeSchedule(call, features, at.committee);
      const standing = seen.ok ? seen.value?.steps.find(({ id }) => id === step) : undefined;
      const linked = standing?.linked?.subject.id ?? null;
      const parts = { committee, step: found.value.step, dates: found.value.dates, linked };
      return openForm(views.linkStepView(textsOf(call), parts));
    }),

    onSubmit(views.linkStepForm, async (call, { committee, step }, { date }) => {
      const linked = await linkStep(call, { committee: asId(committee), step, choice: date });
      if (!linked.ok) return refusal(call, linked);
      const said = views.linkedBlocks(textsOf(call), { committee, step }, { was: linked.value, now: date });
      return calendarBelow(call, features, committee, said, show);
    }),

    onPress(views.undoLinkButton, async (call, { committee, step, was, now }) => {
      const change = { choice: was || null, from: now || null };
      const undone = await linkStep(call, { committee: asId(committee), step, ...change });
      if (!undone.ok) return refusal(call, undone);
      const said = [{ kind: 'text', text: [textsOf(call)('deadlines.schedule.link.undone')] } as const];
      return calendarBelow(call, features, committee, said, replaceCard);
    }),
  ];
}

async function calendarBelow(
  call: Call,
  features: readonly Duties[],
  committee: string,
  said: readonly Block[],
  answer: (message: Message) => Reply,
): Promise<Reply> {
  const seen = await seeSchedule(call, features, asId(committee));
  if (!seen.ok) return refusal(call, seen);
  const summary = textsOf(call)('deadlines.schedule.title');
  const message = seen.value ? scheduleMessage(textsOf(call), seen.value) : { summary, blocks: [] };
  return answer({ ...message, blocks: [...said, ...message.blocks] });
}
