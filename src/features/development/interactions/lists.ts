/** Development as lists: taking one out, and taking back what came with one that was taken over (features/imports). */
import { asCard, said, textsOf } from '../../../answers.ts';
import { type Call, giveFile, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId } from '../../../kernel/ids.ts';
import { dateIn } from '../../../kernel/time.ts';
import { copyMessage } from '../../nominations/views/list.ts';
import { browseLists, takeOutList } from '../operations/lists.ts';
import { takeBackList } from '../operations/take-in.ts';
import type { ListKind } from '../types.ts';
import * as buttons from '../views/buttons.ts';
import { layOutList } from '../views/list-sheet.ts';
import { listsMessage, takenBackMessage } from '../views/lists.ts';

export const listInteractions: readonly Interaction[] = [
  onPress(buttons.listsButton, async (call, at) => {
    const seen = await browseLists(call, { committee: asId(at.committee), plan: asId(at.plan) });
    return seen.ok ? asCard(show(listsMessage(textsOf(call), seen.value))) : said(call, seen);
  }),

  onPress(buttons.takeListButton, (call, { list, how, ...at }) => giveList(call, at, list, how)),

  onPress(buttons.undoListButton, async (call, { committee, intake }) => {
    const back = await takeBackList(call, { committee: asId(committee), intake: asId(intake) });
    if (!back.ok) return said(call, back);
    return replaceCard(takenBackMessage(textsOf(call), { committee, plan: back.value.plan }, back.value));
  }),
];

/** The file, with its content in words beside it; its name carries nobody. */
async function giveList(
  call: Call,
  at: { readonly committee: string; readonly plan: string },
  list: ListKind,
  how: 'xlsx' | 'csv',
): Promise<Reply> {
  const t = textsOf(call);
  const today = dateIn(call.zone, call.now);
  const taken = await takeOutList(call, { committee: asId(at.committee), plan: asId(at.plan), list, how }, (lists) =>
    layOutList(t, list, lists, today),
  );
  if (!taken.ok) return said(call, taken);
  const { csv, file } = taken.value;
  const name = t('sheets.fileName', { kind: t(`developmentLists.files.${list}`), date: today, ending: how });
  return giveFile({ name, content: file, sent: sentence(t('common.fileSent', { name })) }, copyMessage(t, csv, 'csv'));
}
