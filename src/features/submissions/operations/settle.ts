/** The authority's decision is entered: whom it approved stands in the plan from its date on. */
import { refresh } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { clockworkViewer } from '../../access/operations.ts';
import { cancelDeadline } from '../../deadlines/operations/set.ts';
import { settleNominations, stillListed } from '../../nominations/operations/settle.ts';
import { enterEntries } from '../../plans/operations/entries.ts';
import { checkDecision, type DecisionRefusal, standingOf } from '../rules.ts';
import * as store from '../store.ts';
import { type Seat, type Submission, type SubmissionId, submissionSubject } from '../types.ts';
import { type ManageRefusal, managing, note } from './prepare.ts';

export interface Settled {
  readonly submission: Submission;
  /** Approved, but withdrawn since it was sent: not entered. Those whom the acting person may see. */
  readonly leftOut: readonly Seat[];
}

/**
 * Enters the decision in one step: those approved become entries of the plan, their nominations end as approved, the
 * others as not approved. Whoever was withdrawn or removed while the parcel was with the authority enters nothing: the
 * answer stands beside the name. Refusals: seats-waiting {waiting, returned}: not every seat has its answer yet;
 * decision-number-missing, decision-date-unreadable, plan-closed {title}, submission-not-sent, access.
 */
export async function settleSubmission(
  act: Act,
  input: { readonly submission: SubmissionId; readonly number: string; readonly dated: PlainDate },
): Promise<Outcome<Settled, ManageRefusal | DecisionRefusal | 'seats-waiting' | 'plan-unknown' | 'plan-closed'>> {
  const decision = checkDecision(input);
  if (!decision.ok) return decision;
  return managing(act, input.submission, 'sent', async (here, { submission }) => {
    // The decision is about everybody in the parcel, also those whose case is closed to whoever enters it.
    const eyes = clockworkViewer({ ...here, member: null, person: null }, submission.committee);
    const [whole] = await store.listSubmissions(here.store, eyes, { ids: [submission.id] });
    const seats = whole?.seats ?? submission.seats;
    const { waiting, returned } = standingOf(submission.seats);
    const all = standingOf(seats);
    if (all.waiting + all.returned > 0) {
      return refused('seats-waiting', { waiting, returned });
    }
    const { number, dated } = decision.value;
    const listed = await stillListed(here, submission);
    const approved = seats.filter(({ answer, nomination }) => answer === 'approved' && listed.has(nomination));
    const entered = await enterEntries(here, {
      committee: submission.committee,
      plan: submission.plan,
      entries: approved.map(({ position, person }) => ({
        ...{ position, person, readiness: null, enteredOn: dated, decisionIn: number },
      })),
    });
    if (!entered.ok) return entered;
    await settleNominations(here, {
      committee: submission.committee,
      plan: submission.plan,
      approved: approved.map(({ nomination }) => nomination),
      notApproved: seats.filter(({ answer }) => answer === 'not-approved').map(({ nomination }) => nomination),
    });
    const settled = { state: 'settled' as const, decision: decision.value, settledAt: act.now };
    await store.changeSubmission(here.store, submission.id, settled);
    await cancelDeadline(here, { kind: submissionSubject, id: submission.id });
    await refresh(here.store, here, { kind: 'submissions.asked', ids: { submission: submission.id } });
    await note(here, submission, 'settled', { dated });
    const left = submission.seats.filter(({ answer, nomination }) => answer === 'approved' && !listed.has(nomination));
    return done({ submission: { ...submission, ...settled }, leftOut: left });
  });
}
