/** What tellers press and send: where the count stands, and their own numbers. */
import { textsOf } from '../../../answers.ts';
import { type Call, openForm, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId, type PersonId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import { enterCount, seeCounts, type ToCount } from '../operations/count.ts';
import type { BallotRoundId } from '../types/round.ts';
import * as buttons from '../views/buttons.ts';
import { countForm, countMessage, countsIn, countView } from '../views/count-form.ts';
import { atField, said, showRound } from './shared.ts';

export const countingInteractions: readonly Interaction[] = [
  onPress(buttons.countsButton, (call, { round }) => showCounts(call, asId(round))),

  onPress(buttons.countButton, async (call, { round }) => {
    const seen = await seeCounts(call, asId<BallotRoundId>(round));
    if (!seen.ok) return said(call, seen);
    if (seen.value.round.state === 'closed') return showRound(call, seen.value.round.id);
    return openForm(countView(textsOf(call), countingOf(call, seen.value)));
  }),

  onSubmit(countForm, async (call, state, values) => {
    const id = asId<BallotRoundId>(state.round);
    const seen = await seeCounts(call, id);
    if (!seen.ok) return said(call, seen);
    const read = countsIn(seen.value.round, values);
    if ('unreadable' in read) return atField(call, refused('ballot-count-unreadable', {}, read.unreadable));
    if ('gone' in read)
      return atField(call, refused('ballot-count-candidate-gone', { names: read.gone }, 'q0returned'));
    const { self } = countingOf(call, seen.value);
    const teller = asId<PersonId>(self ?? values.teller ?? '');
    const entered = await enterCount(call, { round: id, teller, counts: read.counts });
    if (!entered.ok) return atField(call, { ...entered, field: 'q0returned' });
    return entered.value.standing === 'closed' ? showRound(call, id) : showCounts(call, id);
  }),
];

export async function showCounts(call: Call, id: BallotRoundId): Promise<Reply> {
  const seen = await seeCounts(call, id);
  if (!seen.ok) return said(call, seen);
  return show(countMessage(textsOf(call), { ...countingOf(call, seen.value), differences: seen.value.differences }));
}

function countingOf(call: Call, { round, tellers, own }: ToCount) {
  const isTeller = call.person !== null && round.tellers.includes(call.person);
  return { round, tellers, own, self: isTeller ? call.person : null };
}
