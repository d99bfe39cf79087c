/** Answering: agree with the whole list, or choose nominees, write a line for each, and send. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { type AnswerRefusal, answerLines, checkLine, type LineRefusal } from '../rules/answer.ts';
import * as answers from '../store/answers.ts';
import * as drafts from '../store/drafts.ts';
import * as rounds from '../store/rounds.ts';
import type { Answer, Line, ListEntryId, Stance, Words } from '../types/nouns.ts';
import type { OpenSeat, Sent } from '../types/seen.ts';
import { invitationKey } from './cards.ts';
import { checkVia, type ViaRefusal } from './record.ts';
import { type SeatRefusal, takeSeat, type WhoseAnswer, wholeStanding } from './seat.ts';
import { tellCorrected, tellRecorded } from './tell.ts';

/** What an answer looks like now, for its forms. Nothing is changed. */
export async function openAnswer(act: Act, whose: WhoseAnswer): Promise<Outcome<OpenSeat, SeatRefusal>> {
  return takeSeat(act, whose);
}

/**
 * Keeps which nominees the author has something to say about, and whether all others count as agreed: nothing is sent.
 * The first time after an answer was sent, its lines are the starting point. Refusals: of the seat;
 * review-nothing-chosen, review-nothing-asked.
 */
export async function chooseNominees(
  act: Act,
  input: WhoseAnswer & { picked: readonly ListEntryId[]; restAgrees: boolean },
): Promise<Outcome<OpenSeat, SeatRefusal | AnswerRefusal>> {
  return inTransaction(act, async (tx) => {
    const taken = await takeSeat(inside(act, tx), input);
    if (!taken.ok) return taken;
    const { asked, seat, standing, draft } = taken.value;
    if (asked.length === 0) return refused('review-nothing-asked');
    const picked = input.picked.filter((entry) => asked.some(({ id }) => id === entry));
    if (picked.length === 0 && !input.restAgrees) return refused('review-nothing-chosen', {}, 'rest');
    const { restAgrees } = input;
    const choice = { picked, restAgrees, via: draft?.via ?? null, why: draft?.why ?? null, at: act.now };
    await drafts.putChoice(tx, seat, choice, spokenLines(standing));
    return takeSeat(inside(act, tx), input);
  });
}

/**
 * Keeps one line of the draft. Refusals: of the seat; review-entry-unknown (withdrawn, recused, not chosen),
 * review-text-too-long {max, length}, review-text-needed, review-line-changed (`version` is not the one kept last:
 * another window of the same author was faster).
 */
export async function keepLine(
  act: Act,
  input: WhoseAnswer & { entry: ListEntryId; version: number; stance: Stance; words: Words; chairOnly?: boolean },
): Promise<Outcome<OpenSeat, SeatRefusal | LineRefusal | 'review-entry-unknown' | 'review-line-changed'>> {
  return inTransaction(act, async (tx) => {
    const taken = await takeSeat(inside(act, tx), input);
    if (!taken.ok) return taken;
    const { asked, seat, draft } = taken.value;
    const { entry, version, stance, chairOnly = false } = input;
    const isThere = draft?.lines.some((line) => line.entry === entry) && asked.some(({ id }) => id === entry);
    if (!isThere) return refused('review-entry-unknown');
    const words = checkLine(stance, input.words);
    if (!words.ok) return words;
    if (!(await drafts.putLine(tx, seat, { entry, version, stance, chairOnly, ...words.value }, act.now))) {
      return refused('review-line-changed');
    }
    return takeSeat(inside(act, tx), input);
  });
}

/** Sends the draft as the next version of the answer. Refusals: of the seat, and review-lines-missing {count}, review-nothing-chosen, review-nothing-asked; for a correction review-why-needed. */
export async function sendAnswer(
  act: Act,
  whose: WhoseAnswer,
): Promise<Outcome<Sent, SeatRefusal | AnswerRefusal | ViaRefusal | 'review-deputy-prepares'>> {
  return inTransaction(act, async (tx) => {
    const taken = await takeSeat(inside(act, tx), whose);
    if (!taken.ok) return taken;
    const { draft, seat, asked } = taken.value;
    const standing = await wholeStanding(inside(act, tx), taken.value);
    const { lines: picked, restAgrees } = draft ?? { lines: [], restAgrees: false };
    const lines = answerLines({ asked, picked, restAgrees, standing });
    if (!lines.ok) return lines;
    const sent = await put(inside(act, tx), taken.value, {
      lines: lines.value,
      restAgrees,
      via: draft?.via ?? null,
      why: draft?.why ?? null,
    });
    if (sent.ok) await drafts.dropDraft(tx, seat);
    return sent;
  });
}

/**
 * Agrees with every nominee that the person is asked about. A draft is kept, so that nothing typed is lost. Twice is a
 * second version with the same content. Refusals: of the seat; review-nothing-asked; of the way it came.
 */
export async function agreeWithAll(
  act: Act,
  input: WhoseAnswer & { via?: Via | null; why?: string | null },
): Promise<Outcome<Sent, SeatRefusal | AnswerRefusal | ViaRefusal | 'review-deputy-prepares'>> {
  return inTransaction(act, async (tx) => {
    const taken = await takeSeat(inside(act, tx), input);
    if (!taken.ok) return taken;
    const standing = await wholeStanding(inside(act, tx), taken.value);
    const lines = answerLines({ asked: taken.value.asked, picked: [], restAgrees: true, standing });
    if (!lines.ok) return lines;
    const { via = null, why = null } = input;
    return put(inside(act, tx), taken.value, { lines: lines.value, restAgrees: true, via, why });
  });
}

async function put(
  act: Act,
  taken: OpenSeat,
  content: { lines: readonly Line[]; restAgrees: boolean; via: Via | null; why: string | null },
): Promise<Outcome<Sent, ViaRefusal | 'review-deputy-prepares'>> {
  const { round, seat, isCorrection } = taken;
  const isRecorded = seat.author !== seat.person;
  if (!taken.maySend) return refused('review-deputy-prepares');
  if (taken.as === 'clerk') {
    const checked = checkVia(content, isCorrection);
    if (!checked.ok) return checked;
  }
  const recordedBy = isRecorded ? seat.author : null;
  const via = isRecorded ? content.via : null;
  const why = isCorrection ? content.why : null;
  const { lines, restAgrees } = content;
  const synthesisVersion = isCorrection ? await rounds.countCorrection(act.store, round.id) : 1;
  const { id, version } = await answers.putAnswer(act.store, {
    round: round.id,
    person: seat.person,
    restAgrees,
    sentAt: act.now,
    recordedBy,
    via,
    why,
    synthesisVersion,
    lines,
  });
  // Numbers of lines are left out: an event is read also by those who may not see every nominee.
  await record(act.store, act, {
    kind: isCorrection ? 'reviews.corrected' : 'reviews.answered',
    committee: round.committee,
    subject: { kind: 'review-round', id: round.id },
    facts: { person: seat.person, answer: id, version },
    onBehalfOf: isRecorded ? seat.person : null,
    via,
  });
  await refresh(act.store, act, { key: invitationKey(round.id, seat.person) });
  await dutyDone(act.store, act, { subject: { kind: 'review-round', id: round.id }, persons: [seat.person] });
  if (isRecorded) await tellRecorded(act, round, seat.person, id);
  if (isCorrection) await tellCorrected(act, round, synthesisVersion);
  const own = lines.filter((line) => taken.asked.some((entry) => entry.id === line.entry));
  return done({
    seat: taken,
    version,
    lines: own.length,
    agreedAsList: own.filter((line) => line.byList).length,
  });
}

/** What was said before, nominee by nominee: where changing an answer begins. */
function spokenLines(standing: Answer | null) {
  return (standing?.lines ?? []).filter((line) => !line.byList);
}
