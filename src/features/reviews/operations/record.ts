/** Entering what came on paper, by phone or by letter; and the person's objection to it. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate } from '../../../kernel/time.ts';
import { viewerOf } from '../../access/operations.ts';
import * as answers from '../store/answers.ts';
import * as drafts from '../store/drafts.ts';
import * as rounds from '../store/rounds.ts';
import type { Answer, ReviewAnswerId } from '../types/nouns.ts';
import type { OpenSeat, Recorded } from '../types/seen.ts';
import { ordered, type SeatRefusal, takeSeat, type WhoseAnswer } from './seat.ts';
import { tellObjection } from './tell.ts';

export type ViaRefusal =
  | 'review-via-needed'
  | 'review-reference-too-long'
  | 'review-why-needed'
  | 'review-why-too-long';

const referenceMax = 200;
const whyMax = 500;

/** How it came has to be said; after the close also why it is entered or corrected only now. */
export function checkVia(
  input: { via: Via | null; why: string | null },
  isCorrection: boolean,
): Outcome<void, ViaRefusal> {
  if (!input.via || (input.via.dated !== null && !isPlainDate(input.via.dated))) {
    return refused('review-via-needed', {}, 'via');
  }
  if ((input.via.reference?.length ?? 0) > referenceMax) {
    return refused('review-reference-too-long', { max: referenceMax }, 'reference');
  }
  if (isCorrection && (input.why ?? '').trim() === '') return refused('review-why-needed', {}, 'why');
  if ((input.why?.length ?? 0) > whyMax) return refused('review-why-too-long', { max: whyMax }, 'why');
  return done();
}

/**
 * Begins to enter an answer for somebody: keeps how it came and why, then nominees are chosen and lines written as by
 * the person themselves. Refusals: of the seat, and of the way it came.
 */
export async function startRecording(
  act: Act,
  input: WhoseAnswer & { via: Via | null; why: string | null },
): Promise<Outcome<OpenSeat, SeatRefusal | ViaRefusal>> {
  return inTransaction(act, async (tx) => {
    const taken = await takeSeat(inside(act, tx), input);
    if (!taken.ok) return taken;
    const { draft, standing, seat, isCorrection } = taken.value;
    const checked = checkVia(input, isCorrection);
    if (!checked.ok) return checked;
    const spoken = (standing?.lines ?? []).filter((line) => !line.byList);
    const picked = draft ? draft.lines.filter((line) => line.isPicked) : spoken;
    const restAgrees = draft?.restAgrees ?? standing?.restAgrees ?? false;
    const choice = {
      picked: picked.map(({ entry }) => entry),
      restAgrees,
      via: input.via,
      why: input.why,
      at: act.now,
    };
    await drafts.putChoice(tx, seat, choice, spoken);
    return takeSeat(inside(act, tx), input);
  });
}

/** What was recorded for the acting person, as they may see it. Refusals: review-unknown. */
export async function seeRecorded(
  act: Act,
  id: ReviewAnswerId,
  round: WhoseAnswer['round'],
): Promise<Outcome<Recorded, 'review-unknown'>> {
  const found = await ownAnswer(act, id, round);
  if (!found) return refused('review-unknown');
  return done(found);
}

/**
 * The person does not recognise what was recorded for them: those who record are told, and what was recorded stands
 * until they correct it. Twice is once. Refusals: review-unknown (not theirs, or no such answer).
 */
export async function objectToRecorded(
  act: Act,
  input: { round: WhoseAnswer['round']; answer: ReviewAnswerId },
): Promise<Outcome<{ isNew: boolean }, 'review-unknown'>> {
  return inTransaction(act, async (tx) => {
    const found = await ownAnswer(inside(act, tx), input.answer, input.round);
    if (!found || found.answer.recordedBy === null) return refused('review-unknown');
    const isNew = await answers.markObjection(tx, found.answer.id, act.now);
    if (!isNew) return done({ isNew });
    await record(tx, act, {
      kind: 'reviews.objected',
      committee: found.round.committee,
      subject: { kind: 'review-round', id: found.round.id },
      facts: { answer: found.answer.id, version: found.answer.version },
    });
    await tellObjection(inside(act, tx), found.round, found.answer);
    return done({ isNew });
  });
}

/** Needs no right: what was recorded in somebody's name is theirs to see, also after they have left. */
async function ownAnswer(act: Act, id: ReviewAnswerId, roundId: WhoseAnswer['round']) {
  const committee = await rounds.committeeOfRound(act.store, roundId);
  if (!committee || !act.person) return null;
  const viewer = await viewerOf(act, committee);
  const round = await rounds.findRound(act.store, viewer, roundId);
  const answer: Answer | null = await answers.findAnswer(act.store, viewer, id);
  if (!round || !answer || answer.round !== round.id || answer.person !== act.person) return null;
  return { round, answer: ordered(answer, round) ?? answer };
}
