/** A parcel behind an address: made for an authority without an account, read and answered there, once. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { clockworkViewer } from '../../access/operations.ts';
import { type MadeLink, makeLink, spendLink } from '../../answer-links/operations.ts';
import type { Behind } from '../../answer-links/types.ts';
import { type AnswerRefusal, checkDecision, type DecisionRefusal } from '../rules/parcel.ts';
import { isEntered } from '../rules/rest.ts';
import { holdSubmission } from '../store/change.ts';
import { listSubmissions } from '../store/look.ts';
import { type SeatAnswered, type Submission, type SubmissionId, submissionSubject } from '../types.ts';
import { keepAnswers } from './answer.ts';
import type { EnteringRefusal } from './enter.ts';
import { type ManageRefusal, managing, note, notPassedOn, type PassedOn } from './manage.ts';

/** Shown once and stored nowhere; the address before stops working. */
export async function createLink(act: Act, id: SubmissionId): Promise<Outcome<MadeLink, ManageRefusal | PassedOn>> {
  return managing(act, id, 'sent', async (here, { submission }) => {
    const isHere = notPassedOn(submission);
    if (!isHere.ok) return isHere;
    const made = await makeLink(here, submission.committee, { kind: submissionSubject, id });
    if (!made) return refused('submission-unknown');
    await note(here, submission, 'link-made', { validUntil: made.validUntil });
    return done(made);
  });
}

type BehindRefusal = 'link-unknown' | 'submission-not-sent' | PassedOn;

/** The whole parcel, in the committee's language. Refusals: link-unknown, submission-not-sent, submission-passed-on. */
export async function submissionBehind({
  act,
  committee,
  subject,
}: Behind): Promise<Outcome<Submission, BehindRefusal>> {
  const viewer = clockworkViewer(act, committee.id);
  const [submission] = await listSubmissions(act.store, viewer, { ids: [subject.id as SubmissionId] });
  if (!submission) return refused('link-unknown');
  if (submission.state !== 'sent') return refused('submission-not-sent');
  const isHere = notPassedOn(submission);
  const open = submission.seats.filter((seat) => !isEntered(submission, seat));
  return isHere.ok ? done({ ...submission, seats: open }) : isHere;
}

/**
 * The authority's answer by its address: every seat at once; the address is spent by it. A decision's number and date are
 * taken when both are given. Refusals: those of submissionBehind, link-spent, seats-unanswered {count}, seat-word-missing,
 * and the decision's.
 */
export async function answerByLink(
  behind: Behind,
  input: {
    readonly answers: readonly SeatAnswered[];
    readonly decision: { readonly number: string; readonly dated: PlainDate } | null;
  },
): Promise<
  Outcome<
    Submission,
    BehindRefusal | 'link-spent' | AnswerRefusal | DecisionRefusal | EnteringRefusal | 'seats-unanswered'
  >
> {
  const decision = input.decision ? checkDecision(input.decision) : done(null);
  if (!decision.ok) return decision;
  return inTransaction(behind.act, async (tx) => {
    const here = inside(behind.act, tx);
    await holdSubmission(tx, behind.subject.id as SubmissionId);
    const found = await submissionBehind({ ...behind, act: here });
    if (!found.ok) return found;
    const submission = found.value;
    const missing = submission.seats.filter(
      ({ id, sentBack }) => !sentBack && !input.answers.some(({ seat }) => seat === id),
    ).length;
    if (missing > 0) return refused('seats-unanswered', { count: missing });
    const spent = await spendLink(here, behind);
    return spent.ok ? keepAnswers(here, submission, input.answers, 'link', decision.value) : spent;
  });
}
