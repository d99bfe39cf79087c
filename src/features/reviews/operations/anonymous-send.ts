/** Sending comments anonymously. Opening the form and sending it lock, record and remember nothing about the person. */
import type { Act } from '../../../kernel/act.ts';
import type { ReviewRoundId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { castPaper, type PaperRefusal as SealedRefusal } from '../../sealing/operations/cast.ts';
import { ownPapers } from '../../sealing/operations/look.ts';
import type { Urns } from '../../sealing/operations/urns.ts';
import { newReceipt } from '../../sealing/rules/receipt.ts';
import { askedAbout } from '../rules/asked.ts';
import { checkPaper, type FilledIn, type PaperRefusal, paperContent } from '../rules/paper.ts';
import * as rounds from '../store/rounds.ts';
import type { OpenPaper } from '../types/anonymous.ts';
import { roundSubject } from './cards.ts';
import { subjectOf } from './sealed-boxes.ts';
import { everythingOf } from './seat.ts';
import { dueOf } from './tell.ts';

export type OpenPaperRefusal =
  | AccessRefusal
  | 'review-unknown'
  | 'review-not-yet'
  | 'review-closed'
  | 'review-cancelled'
  | 'not-a-reviewer'
  | 'review-nothing-asked';

/**
 * What the form of the acting person needs. Nobody fills it in for somebody else. Refusals: access (review.comment);
 * review-unknown, review-not-yet {from}, review-closed {closedAt}, review-cancelled, not-a-reviewer {openedAt},
 * review-nothing-asked.
 */
export async function openPaper(act: Act, id: ReviewRoundId): Promise<Outcome<OpenPaper, OpenPaperRefusal>> {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee || !act.person) return refused('review-unknown');
  const { person } = act;
  const viewer = await authorise(act, committee, 'review.comment');
  if (!viewer.ok) return viewer;
  const round = await rounds.findRound(act.store, viewer.value, id);
  if (round?.kind !== 'anonymous' || round.state === 'prepared') return refused('review-unknown');
  if (round.state === 'cancelled') return refused('review-cancelled');
  if (round.state === 'closed') return refused('review-closed', { closedAt: round.closedAt });
  if (round.heldUntil && act.now < round.heldUntil) return refused('review-not-yet', { from: round.heldUntil });
  const hasSent = (await ownPapers(act, person, roundSubject, [id])).get(id);
  if (hasSent === undefined) return refused('not-a-reviewer', { openedAt: round.openedAt });
  const hidden = viewer.value.hiddenNominees.map((nominee) => ({ person, nominee }));
  const asked = askedAbout(round.list.entries, person, hidden);
  if (asked.length === 0) return refused('review-nothing-asked');
  return done({ round, asked, hasSent, dueAt: await dueOf(act, id), receipt: hasSent ? '' : newReceipt() });
}

/**
 * Seals what was filled in and puts it into the box. `isTyped`: the receipt is that of an earlier paper, which this one
 * takes the place of; else the one printed on the form. Refusals: of opening the form; of what is filled in
 * (review-nothing-chosen, review-stance-needed, review-text-needed, review-text-too-long {max, length},
 * review-entry-unknown); of the box (already-sent, receipt-wrong {left}, receipt-locked {max}, paper-too-long).
 */
export async function sendPaper(
  act: Act,
  urns: Urns,
  input: {
    round: ReviewRoundId;
    receipt: string;
    isTyped: boolean;
    filled: readonly FilledIn[];
    restAgrees: boolean;
  },
): Promise<
  Outcome<{ receipt: string; isReplaced: boolean; lines: number }, OpenPaperRefusal | PaperRefusal | SealedRefusal>
> {
  const open = await openPaper(act, input.round);
  if (!open.ok) return open;
  const { round, asked } = open.value;
  const lines = checkPaper(asked, input.filled, input.restAgrees);
  if (!lines.ok) return lines;
  const whole = await rounds.findRound(act.store, everythingOf(act, round), round.id);
  if (!whole) return refused('review-unknown');
  const sent = await castPaper(act, urns, {
    subject: subjectOf(round),
    receipt: input.receipt,
    isTyped: input.isTyped,
    content: paperContent(whole.list.entries, lines.value),
  });
  return sent.ok ? done({ ...sent.value, lines: lines.value.length }) : sent;
}
