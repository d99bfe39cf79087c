/** Who has been told of a result, for those who tell; one's own result; and what the members may know of it. */
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { clockworkViewer } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { cite } from '../../eligibility/rules/verdict.ts';
import { planOf } from '../../plans/operations/look.ts';
import { seeDecided, seeSubmission } from '../../submissions/operations/look.ts';
import { casesOf } from '../../submissions/rules/parcel.ts';
import type { Seat, Submission, SubmissionId } from '../../submissions/types.ts';
import { accountsOfPersons } from '../../workspaces/operations/accounts.ts';
import * as store from '../store.ts';
import type { Line, Notice, Result } from '../types.ts';

export type ResultRefusal = 'submission-unknown' | 'submission-not-settled';

export interface ResultSight {
  readonly result: Result;
  readonly viewer: Viewer;
}

/** For whoever manages submissions. Refusals: submission-unknown, submission-not-settled: there is no decision yet. */
export async function seeResult(act: Act, id: SubmissionId): Promise<Outcome<ResultSight, ResultRefusal>> {
  const seen = await seeSubmission(act, id);
  if (!seen.ok || !seen.value.mayManage) return refused('submission-unknown');
  const { submission, viewer } = seen.value;
  if (submission.state !== 'settled') return refused('submission-not-settled');
  const { content } = submission;
  // The names of units are told by their units, whose own submissions have the answers.
  const plan = content.kind === 'list' ? await planOf(act, viewer, content.plan) : null;
  if (!plan) return refused('submission-unknown');
  const notices = await store.noticesOf(act.store, viewer, id);
  const bySeat = new Map(notices.map((notice) => [notice.seat, notice]));
  const decided = submission.seats.filter(
    ({ answer, sentBack }) => !sentBack && answer !== null && answer !== 'returned',
  );
  const accounts = await accountsOfPersons(act, casesOf(decided));
  const lines = decided.map((seat): Line => {
    const account = seat.person ? accounts.get(seat.person) : undefined;
    const hasAccount = account?.isActive === true && !account.isOutsider;
    return { seat, hasAccount, notice: bySeat.get(seat.id) ?? null };
  });
  const ruleSet = ruleSetOfPlan(plan);
  const rule = ruleSet.parameters.refusedToldFirst;
  const { title, confidence } = cite(ruleSet, rule);
  const refusedFirst = { applies: rule.value, title, confidence };
  return done({ result: { submission, lines, members: bySeat.get(null) ?? null, refusedFirst }, viewer });
}

export interface OwnResult {
  readonly submission: Submission;
  readonly seat: Seat;
}

/** What the authority decided on the acting person, once they are told. Null: it was taken back, or is not theirs. */
export async function ownResult(act: Act, id: string): Promise<OwnResult | null> {
  const notice = act.person && (await store.ownNotice(act.store, act.person, id));
  if (!notice) return null;
  const seen = await seeSubmission({ ...act, member: null, person: null }, notice.submission);
  const seat = seen.ok ? seen.value.submission.seats.find((one) => one.id === notice.seat) : undefined;
  return seen.ok && seat ? { submission: seen.value.submission, seat } : null;
}

/** What every member may know of a result: that it is decided, of those whose case is open to them. Null: nothing. */
export async function resultForMember(act: Act, id: SubmissionId): Promise<Submission | null> {
  const submission = await seeDecided(act, id);
  const announced = submission && (await announcedIn(act, submission));
  return announced ? submission : null;
}

async function announcedIn(act: Act, { id, committee }: Submission): Promise<Notice | null> {
  const eyes = clockworkViewer({ ...act, member: null, person: null }, committee);
  const notices = await store.noticesOf(act.store, eyes, id);
  return notices.find(({ seat }) => seat === null) ?? null;
}
