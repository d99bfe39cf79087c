/** What every act on a submission begins with: the right, the row held, its state; and how it is recorded. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { casesOf } from '../rules/parcel.ts';
import { holdSubmission } from '../store/change.ts';
import { type Seat, type Submission, type SubmissionId, submissionSubject } from '../types.ts';
import { type SubmissionSight, seeSubmission } from './look.ts';

export type ManageRefusal = AccessRefusal | 'submission-unknown' | 'submission-not-draft' | 'submission-not-sent';

/** For whoever manages submissions, or finishes this one; of two at once the second waits, and looks again. */
export async function managing<T, R extends string>(
  act: Act,
  id: SubmissionId,
  states: Submission['state'] | readonly Submission['state'][],
  work: (here: Act, seen: SubmissionSight) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | ManageRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await holdSubmission(tx, id);
    const seen = await seeSubmission(here, id);
    if (!seen.ok) return seen;
    const right = seen.value.mayManage ? 'submission.see' : 'submission.manage';
    const viewer = await authorise(here, seen.value.submission.committee, right);
    if (!viewer.ok) return viewer;
    const { state } = seen.value.submission;
    if (![states].flat().includes(state)) {
      return refused(states === 'draft' ? 'submission-not-draft' : 'submission-not-sent');
    }
    return work(here, seen.value);
  });
}

/** `about`: the seats it is about; who is recused from one of them does not find the event. */
export async function note(
  act: Act,
  submission: Pick<Submission, 'id' | 'committee'>,
  what: string,
  facts: Parameters<typeof record>[2]['facts'],
  about: readonly Pick<Seat, 'person' | 'namesakes'>[] = [],
): Promise<void> {
  await record(act.store, act, {
    kind: `submissions.${what}`,
    committee: submission.committee,
    subject: { kind: submissionSubject, id: submission.id },
    facts,
    nominees: casesOf(about),
  });
}

export type PassedOn = 'submission-passed-on';

/** Refuses submission-passed-on {number, to}: the authority answers in the parcel of the unit above, and there it is taken back. */
export function notPassedOn({ passedIn }: Submission): Outcome<void, PassedOn> {
  if (passedIn?.state !== 'sent') return done();
  return refused('submission-passed-on', { number: passedIn.number, to: passedIn.committeeName });
}
