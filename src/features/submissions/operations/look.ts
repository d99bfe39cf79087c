/** A submission as one person may see it: those who run the committee, and whoever answers for the authority. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, clockworkViewer, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { isRest } from '../rules/rest.ts';
import { holdSubmission } from '../store/change.ts';
import * as store from '../store/look.ts';
import type { Submission, SubmissionId } from '../types.ts';
import { finishersOf } from './rest.ts';

export interface SubmissionSight {
  readonly submission: Submission;
  readonly viewer: Viewer;
  readonly mayManage: boolean;
  /** The acting person answers for the authority. */
  readonly isAnswerer: boolean;
}

/** Refuses submission-unknown: also before it has left, to whoever it goes to. */
export async function seeSubmission(
  act: Act,
  id: SubmissionId,
): Promise<Outcome<SubmissionSight, 'submission-unknown'>> {
  const committee = await store.committeeOf(act.store, id);
  if (!committee) return refused('submission-unknown');
  const viewer = act.member === null ? clockworkViewer(act, committee) : await viewerOf(act, committee);
  const [submission] = await store.listSubmissions(act.store, viewer, { ids: [id] });
  if (!submission) return refused('submission-unknown');
  const isAnswerer = act.person !== null && submission.answerer === act.person && isOut(submission, act.now);
  if (!may(viewer, 'submission.see') && !isAnswerer) return refused('submission-unknown');
  const mayManage = may(viewer, 'submission.manage') || (await finishes(act, submission));
  return done({ submission, viewer, mayManage, isAnswerer });
}

/** Where no committee secretary sees the rest of a decided parcel, the chair or a deputy enters it. */
async function finishes(act: Act, submission: Submission): Promise<boolean> {
  return act.person !== null && isRest(submission) && (await finishersOf(act, submission)).includes(act.person);
}

/** The parcels of a committee, the newest first. Refusals: access (submission.see). */
export async function listSubmissions(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<{ submissions: readonly Submission[]; mayManage: boolean }, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'submission.see');
  if (!viewer.ok) return viewer;
  const submissions = await store.listSubmissions(act.store, viewer.value, {});
  return done({ submissions, mayManage: may(viewer.value, 'submission.manage') });
}

/** While the minute of undo runs nothing has happened for those it is sent to. */
export function isOut({ state, held }: Submission, now: Date): boolean {
  return (state === 'sent' && (held === null || held.until <= now)) || state === 'settled';
}

/** Of two who act on a submission at once the second waits. */
export async function holdSubmissionFor(act: Act, id: SubmissionId): Promise<void> {
  await holdSubmission(act.store, id);
}

/** A decided one, for every member who may read plans: only the names open to them. Null: none, or not decided. */
export async function seeDecided(act: Act, id: SubmissionId): Promise<Submission | null> {
  const committee = await store.committeeOf(act.store, id);
  if (!committee) return null;
  const viewer = await viewerOf(act, committee);
  if (!may(viewer, 'plan.see')) return null;
  const [submission] = await store.listSubmissions(act.store, viewer, { ids: [id], states: ['settled'] });
  return submission ?? null;
}
