/** The authority's answers, seat by seat: in the chat, or from its paper; and the secretary's reply to a question. */
import { hashOf } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { type AnswerRefusal, checkAnswers, checkDecision, type DecisionRefusal, textMax } from '../rules/parcel.ts';
import { isEntered, isRest } from '../rules/rest.ts';
import { clearTold } from '../store/below.ts';
import { holdSubmission, replyToSeat } from '../store/change.ts';
import {
  type AnswerWay,
  type Decision,
  isUndecided,
  type SeatAnswered,
  type SeatId,
  type Submission,
  type SubmissionId,
} from '../types.ts';
import { passDown, passUp } from './below.ts';
import { type EnteringRefusal, enter } from './enter.ts';
import { keepAll } from './keep.ts';
import { seeSubmission } from './look.ts';
import { type ManageRefusal, managing, note, notPassedOn, type PassedOn } from './manage.ts';
import { tellFinishers, wholeOf } from './rest.ts';

export type AnsweringRefusal =
  | 'submission-unknown'
  | 'submission-not-sent'
  | 'submission-not-yours'
  | PassedOn
  | AnswerRefusal
  | EnteringRefusal;

/**
 * By whoever answers for the authority in the chat; until the decision is entered an answer can be changed. Refusals:
 * submission-not-yours, submission-not-sent, submission-passed-on {number, to}, seat-unknown, seat-word-missing, submission-too-long {max}.
 */
export async function answerSeats(
  act: Act,
  input: { readonly submission: SubmissionId; readonly answers: readonly SeatAnswered[] },
): Promise<Outcome<Submission, AnsweringRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await holdSubmission(tx, input.submission);
    const seen = await seeSubmission(here, input.submission);
    if (!seen.ok) return seen;
    if (!seen.value.isAnswerer) return refused('submission-not-yours');
    if (seen.value.submission.state !== 'sent') return refused('submission-not-sent');
    const isHere = notPassedOn(seen.value.submission);
    if (!isHere.ok) return isHere;
    return keepAnswers(here, seen.value.submission, input.answers, 'chat');
  });
}

/** "Approved" for every seat that waits. Refuses seat-unknown when none does, and as answerSeats. */
export async function approveTheRest(act: Act, id: SubmissionId): Promise<Outcome<Submission, AnsweringRefusal>> {
  const seen = await seeSubmission(act, id);
  if (!seen.ok) return seen;
  const waiting = seen.value.submission.seats.filter(({ answer }) => answer === null);
  const answers = waiting.map(({ id: seat }) => ({ seat, answer: 'approved' as const, word: null }));
  return answers.length === 0 ? refused('seat-unknown') : answerSeats(act, { submission: id, answers });
}

/**
 * What the authority's paper says, entered by the committee secretary with its number and date: everybody is approved
 * but those named. Refusals: seat-unknown, seat-twice {name}, seat-word-missing, decision-number-missing,
 * decision-date-unreadable, submission-not-sent, access.
 */
export async function recordPaper(
  act: Act,
  input: {
    readonly submission: SubmissionId;
    readonly number: string;
    readonly dated: PlainDate;
    readonly notApproved: readonly SeatId[];
    readonly returned: readonly SeatId[];
    readonly word: string | null;
  },
): Promise<
  Outcome<Submission, ManageRefusal | AnswerRefusal | DecisionRefusal | EnteringRefusal | PassedOn | 'seat-twice'>
> {
  const decision = checkDecision(input);
  if (!decision.ok) return decision;
  return managing(act, input.submission, 'sent', async (here, { submission }) => {
    const isHere = notPassedOn(submission);
    if (!isHere.ok) return isHere;
    const twice = submission.seats.find(({ id }) => input.notApproved.includes(id) && input.returned.includes(id));
    if (twice) return refused('seat-twice', { name: twice.shown?.fullName ?? '' }, 'returned');
    const named = [...input.notApproved, ...input.returned];
    const answers = [
      ...submission.seats
        .filter((seat) => !seat.sentBack && !isEntered(submission, seat) && !named.includes(seat.id))
        .map(({ id }) => answered(id, 'approved', null)),
      ...input.notApproved.map((id) => answered(id, 'not-approved', input.word)),
      ...input.returned.map((id) => answered(id, 'returned', input.word)),
    ];
    return keepAnswers(here, submission, answers, 'paper', decision.value);
  });
}

function answered(seat: SeatId, answer: SeatAnswered['answer'], word: string | null): SeatAnswered {
  return { seat, answer, word };
}

/** The caller has let the acting person in and holds the submission. Questions of a merged one go on to their units. */
export async function keepAnswers(
  act: Act,
  submission: Submission,
  answers: readonly SeatAnswered[],
  via: AnswerWay,
  decision: Decision | null = null,
): Promise<Outcome<Submission, AnswerRefusal | EnteringRefusal>> {
  const open = submission.seats.filter((seat) => !isEntered(submission, seat));
  const checked = checkAnswers(open, answers);
  if (!checked.ok) return checked;
  const isFinishing = isRest(submission);
  await keepAll(act, [{ submission, answers: checked.value }], via, isFinishing ? null : decision);
  if (submission.content.kind === 'units') {
    await clearTold(
      act.store,
      checked.value.map(({ seat }) => seat),
    );
    await passDown(act, submission);
  }
  const given = new Map(checked.value.map((one) => [one.seat, one]));
  const seats = submission.seats.map((seat) => {
    const one = given.get(seat.id);
    return one ? { ...seat, ...one, answeredAt: act.now, answeredVia: via } : seat;
  });
  const kept = { ...submission, seats };
  if (isFinishing) {
    const entered = await enterRest(act, { ...kept, seats: seats.filter(({ id }) => given.has(id)) }, decision);
    return entered.ok ? done(kept) : entered;
  }
  if (via !== 'paper') await tellOfUnseen(act, submission);
  return done({ ...kept, decision: decision ?? submission.decision });
}

/**
 * The decision stands and took effect for the others: an answer that comes after it does so at once. With all eyes,
 * because who finishes a parcel need not be who keeps the plan.
 */
async function enterRest(
  act: Act,
  submission: Submission,
  decision: Decision | null,
): Promise<Outcome<void, EnteringRefusal>> {
  const given = decision ?? submission.decision;
  if (!given) return done();
  const entered = await enter({ ...act, member: null, person: null }, submission, submission.seats, given);
  if (!entered.ok) return entered;
  const whole = await wholeOf(act, submission);
  if (whole) await tellFinishers(act, whole);
  return done();
}

/** All that whoever answers sees is answered; a name whose case is closed to them is for somebody else to enter. */
async function tellOfUnseen(act: Act, submission: Submission): Promise<void> {
  const whole = await wholeOf(act, submission);
  const isSeen = new Set(submission.seats.map(({ id }) => id));
  const rest = (whole?.seats ?? []).filter(isUndecided);
  if (whole && rest.length > 0 && rest.every(({ id }) => !isSeen.has(id))) await tellFinishers(act, whole);
}

/**
 * The question is answered; the seat waits for the authority again, above and below. Refuses reply-missing,
 * seat-not-returned.
 */
export async function replyToQuestion(
  act: Act,
  input: { readonly submission: SubmissionId; readonly seat: SeatId; readonly reply: string },
): Promise<Outcome<void, ManageRefusal | 'reply-missing' | 'submission-too-long' | 'seat-not-returned'>> {
  const reply = input.reply.normalize('NFC').trim();
  if (reply === '') return refused('reply-missing', {}, 'reply');
  if (reply.length > textMax) return refused('submission-too-long', { max: textMax }, 'reply');
  return managing(act, input.submission, 'sent', async (here, { submission }) => {
    const seat = submission.seats.find(({ id }) => id === input.seat);
    if (!seat || !(await replyToSeat(here.store, submission.id, input.seat, reply))) {
      return refused('seat-not-returned');
    }
    await note(here, submission, 'question-answered', { reply: hashOf(reply) }, [seat]);
    await refresh(here.store, here, { kind: 'submissions.asked', ids: { submission: submission.id } });
    if (submission.content.kind === 'units') {
      await clearTold(here.store, [seat.id]);
      await passDown(here, submission);
    } else if (submission.passedIn?.state === 'sent') {
      await passUp(here, submission.passedIn.id, seat.id, reply);
    }
    return done();
  });
}
