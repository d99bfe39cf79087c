/** What whoever reads the synthesis presses: a version of it, its comments, out of the chat. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, giveFile, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { dateIn } from '../../../kernel/time.ts';
import { exportSynthesis, seeSynthesis } from '../operations/synthesis.ts';
import * as buttons from '../views/buttons.ts';
import { commentsMessage, synthesisMessage } from '../views/synthesis.ts';
import { synthesisTable, synthesisText, takenOutMessage } from '../views/synthesis-out.ts';
import { showAnonymousSynthesis } from './anonymous-show.ts';

export const synthesisInteractions: readonly Interaction[] = [
  onPress(buttons.synthesisButton, (call, { round, version }) => showSynthesis(call, asId(round), numbered(version))),

  onPress(buttons.commentsButton, async (call, { round, version, page, only }) => {
    const found = await seeSynthesis(call, asId<ReviewRoundId>(round), numbered(version));
    if (!found.ok) return refusal(call, found);
    return show(commentsMessage(textsOf(call), found.value, { page: Number(page) || 1, only }));
  }),

  onPress(buttons.takeOutButton, async (call, { round, version, how, page }) => {
    const t = textsOf(call);
    const at = { round: asId<ReviewRoundId>(round), version: numbered(version), how };
    const out = await exportSynthesis(call, at, (synthesis) => synthesisTable(t, synthesis));
    if (!out.ok) return refusal(call, out);
    const { synthesis, csv, file } = out.value;
    const said = how === 'text' ? 'text' : 'csv';
    const taken = { round, version: synthesis.version.version, how: said, page: Number(page) || 1 } as const;
    const words = takenOutMessage(t, taken, how === 'text' ? synthesisText(t, synthesis) : csv);
    // Paging on through the words gives no second file.
    if (how === 'text' || taken.page > 1) return show(words);
    const name = t('synthesis.out.fileName', { date: dateIn(call.zone, call.now), ending: how });
    return giveFile({ name, content: file, sent: sentence(t('common.fileSent', { name })) }, words);
  }),
];

export async function showSynthesis(call: Call, round: ReviewRoundId, version?: number): Promise<Reply> {
  const found = await seeSynthesis(call, round, version);
  if (!found.ok && found.reason === 'review-is-anonymous') return showAnonymousSynthesis(call, round);
  return found.ok ? show(synthesisMessage(textsOf(call), found.value)) : refusal(call, found);
}

/** From a button: empty is the newest. */
function numbered(version: string): number | undefined {
  return Number(version) || undefined;
}
