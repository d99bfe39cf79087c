/** The authority's decision is entered: whom it approved stands in the plan from its date on. */
import { refresh } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { cancelDeadline } from '../../deadlines/operations/set.ts';
import { checkDecision, type DecisionRefusal, standingOf } from '../rules/parcel.ts';
import { changeSubmission } from '../store/change.ts';
import { type Seat, type Submission, type SubmissionId, submissionSubject } from '../types.ts';
import { passDown } from './below.ts';
import { enter } from './enter.ts';
import { type ManageRefusal, managing, note } from './manage.ts';
import { tellFinishers, wholeOf } from './rest.ts';

export interface Settled {
  readonly submission: Submission;
  /** Approved, but withdrawn since it was sent: not entered. Those whom the acting person may see. */
  readonly leftOut: readonly Seat[];
}

/**
 * Enters the decision in one step: those approved become entries of the plan, their nominations end as approved, the
 * others as not approved. Whoever was withdrawn or removed while the parcel was with the authority enters nothing: the
 * answer stands beside the name. Of a merged one the answers go to the units, which enter the decision themselves. A name
 * that waits while its case is closed to the acting person holds nothing up: whoever sees it is told, and finishes it.
 * Refusals: seats-waiting {waiting, returned}: not every seat has its answer yet; decision-number-missing, decision-date-unreadable, plan-closed {title}, submission-not-sent, access.
 */
export async function settleSubmission(
  act: Act,
  input: { readonly submission: SubmissionId; readonly number: string; readonly dated: PlainDate },
): Promise<Outcome<Settled, ManageRefusal | DecisionRefusal | 'seats-waiting' | 'plan-unknown' | 'plan-closed'>> {
  const decision = checkDecision(input);
  if (!decision.ok) return decision;
  return managing(act, input.submission, 'sent', async (here, { submission }) => {
    // The decision is about everybody in the parcel, also those whose case is closed to whoever enters it.
    const { content } = submission;
    const { waiting, returned } = standingOf(submission.seats);
    if (waiting + returned > 0) return refused('seats-waiting', { waiting, returned });
    const whole = (await wholeOf(here, submission)) ?? submission;
    const settled = { state: 'settled' as const, decision: decision.value, settledAt: act.now };
    const entered = await enter(here, submission, whole.seats, settled.decision);
    if (!entered.ok) return entered;
    await changeSubmission(here.store, submission.id, settled);
    if (content.kind === 'units') await passDown(here, submission);
    await cancelDeadline(here, { kind: submissionSubject, id: submission.id });
    await refresh(here.store, here, { kind: 'submissions.asked', ids: { submission: submission.id } });
    await note(here, submission, 'settled', { dated: settled.decision.dated });
    await tellFinishers(here, whole);
    const isLeft = ({ answer, nomination }: Seat) =>
      answer === 'approved' && nomination !== null && entered.value !== null && !entered.value.has(nomination);
    return done({ submission: { ...submission, ...settled }, leftOut: submission.seats.filter(isLeft) });
  });
}
