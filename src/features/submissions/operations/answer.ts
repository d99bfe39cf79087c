/** The authority's answers, seat by seat: in the chat, or from its paper; and the secretary's reply to a question. */
import { hashOf, recordAll } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, send } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { type AnswerRefusal, checkAnswers, checkDecision, type DecisionRefusal, textMax } from '../rules.ts';
import * as store from '../store.ts';
import {
  type AnswerWay,
  type Decision,
  type SeatAnswered,
  type SeatId,
  type Submission,
  type SubmissionId,
  submissionSubject,
} from '../types.ts';
import { seeSubmission } from './look.ts';
import { type ManageRefusal, managing, note } from './prepare.ts';

export type AnsweringRefusal = 'submission-unknown' | 'submission-not-sent' | 'submission-not-yours' | AnswerRefusal;

/**
 * By whoever answers for the authority in the chat; until the decision is entered an answer can be changed. Refusals:
 * submission-not-yours, submission-not-sent, seat-unknown, seat-word-missing, submission-too-long {max}.
 */
export async function answerSeats(
  act: Act,
  input: { readonly submission: SubmissionId; readonly answers: readonly SeatAnswered[] },
): Promise<Outcome<Submission, AnsweringRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdSubmission(tx, input.submission);
    const seen = await seeSubmission(here, input.submission);
    if (!seen.ok) return seen;
    if (!seen.value.isAnswerer) return refused('submission-not-yours');
    if (seen.value.submission.state !== 'sent') return refused('submission-not-sent');
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
): Promise<Outcome<Submission, ManageRefusal | AnswerRefusal | DecisionRefusal | 'seat-twice'>> {
  const decision = checkDecision(input);
  if (!decision.ok) return decision;
  return managing(act, input.submission, 'sent', async (here, { submission }) => {
    const twice = submission.seats.find(({ id }) => input.notApproved.includes(id) && input.returned.includes(id));
    if (twice) return refused('seat-twice', { name: twice.shown?.fullName ?? '' }, 'returned');
    const named = [...input.notApproved, ...input.returned];
    const answers = [
      ...submission.seats
        .filter(({ id, sentBack }) => !sentBack && !named.includes(id))
        .map(({ id }) => answered(id, 'approved', null)),
      ...input.notApproved.map((id) => answered(id, 'not-approved', input.word)),
      ...input.returned.map((id) => answered(id, 'returned', input.word)),
    ];
    await store.changeSubmission(here.store, submission.id, { decision: decision.value });
    return keepAnswers(here, { ...submission, decision: decision.value }, answers, 'paper');
  });
}

function answered(seat: SeatId, answer: SeatAnswered['answer'], word: string | null): SeatAnswered {
  return { seat, answer, word };
}

/** The caller has let the acting person in and holds the submission. */
export async function keepAnswers(
  act: Act,
  submission: Submission,
  answers: readonly SeatAnswered[],
  via: AnswerWay,
  decision: Decision | null = null,
): Promise<Outcome<Submission, AnswerRefusal>> {
  const checked = checkAnswers(submission.seats, answers);
  if (!checked.ok) return checked;
  await store.answerSeats(act.store, submission.id, checked.value, { person: act.person, via, at: act.now });
  if (decision) await store.changeSubmission(act.store, submission.id, { decision });
  const persons = new Map(submission.seats.map(({ id, person }) => [id, person]));
  await recordAll(
    act.store,
    act,
    checked.value.map(({ seat, answer, word }) => ({
      kind: 'submissions.seat-answered',
      committee: submission.committee,
      subject: { kind: submissionSubject, id: submission.id },
      nominee: persons.get(seat) ?? null,
      facts: { answer, word: word === null ? null : hashOf(word), way: via },
    })),
  );
  const given = new Map(checked.value.map((one) => [one.seat, one]));
  const seats = submission.seats.map((seat) => {
    const one = given.get(seat.id);
    return one ? { ...seat, ...one, answeredAt: act.now, answeredVia: via } : seat;
  });
  const isWhole = seats.every(({ answer }) => answer !== null);
  if (isWhole && submission.answerer) {
    const subject = { kind: submissionSubject, id: submission.id };
    await dutyDone(act.store, act, { subject, persons: [submission.answerer] });
  }
  await refresh(act.store, act, { kind: 'submissions.asked', ids: { submission: submission.id } });
  if (via !== 'paper' && isWhole) await tellSecretaries(act, submission);
  return done({ ...submission, seats, decision: decision ?? submission.decision });
}

/** The authority has answered everything: privately, to those who enter its decision. */
async function tellSecretaries(act: Act, submission: Submission): Promise<void> {
  const members = await membersOf(act, submission.committee);
  for (const { person } of members.filter(({ roles }) => roles.includes('clerk'))) {
    await send(act.store, act, {
      ...{ kind: 'submissions.answered', ids: { submission: submission.id }, to: { person } },
      ...{ committee: submission.committee, mayRepeat: true, nominees: submission.seats.map((seat) => seat.person) },
      key: `submissions.answered:${submission.id}:${person}:${act.now.getTime()}`,
    });
  }
}

/** The question is answered; the seat waits for the authority again. Refuses reply-missing, seat-not-returned. */
export async function replyToQuestion(
  act: Act,
  input: { readonly submission: SubmissionId; readonly seat: SeatId; readonly reply: string },
): Promise<Outcome<void, ManageRefusal | 'reply-missing' | 'submission-too-long' | 'seat-not-returned'>> {
  const reply = input.reply.normalize('NFC').trim();
  if (reply === '') return refused('reply-missing', {}, 'reply');
  if (reply.length > textMax) return refused('submission-too-long', { max: textMax }, 'reply');
  return managing(act, input.submission, 'sent', async (here, { submission }) => {
    const seat = submission.seats.find(({ id }) => id === input.seat);
    if (!seat || !(await store.replyToSeat(here.store, submission.id, input.seat, reply))) {
      return refused('seat-not-returned');
    }
    await note(here, submission, 'question-answered', { reply: hashOf(reply) }, seat.person);
    await refresh(here.store, here, { kind: 'submissions.asked', ids: { submission: submission.id } });
    return done();
  });
}
