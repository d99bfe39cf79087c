/** An address by which an authority without an account reads a parcel and answers it, once. */
import { createHash, randomBytes } from 'node:crypto';
import { inTransaction } from '../../../database/in-transaction.ts';
import type { Act, StoreHandle } from '../../../kernel/act.ts';
import { inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { clockworkViewer } from '../../access/operations.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import type { Committee } from '../../committees/types.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import { clockworkAct } from '../../workspaces/operations/workspaces.ts';
import { type AnswerRefusal, checkDecision, type DecisionRefusal } from '../rules/parcel.ts';
import { isEntered } from '../rules/rest.ts';
import { holdSubmission } from '../store/change.ts';
import { findLink, insertLink, spendLink } from '../store/links.ts';
import { listSubmissions } from '../store/look.ts';
import type { SeatAnswered, Submission, SubmissionId } from '../types.ts';
import { keepAnswers } from './answer.ts';
import type { EnteringRefusal } from './enter.ts';
import { type ManageRefusal, managing, note, notPassedOn, type PassedOn } from './manage.ts';

/** Shown once and stored nowhere; the address before stops working. 32 random bytes, base64url. */
export async function createLink(
  act: Act,
  id: SubmissionId,
): Promise<Outcome<{ readonly secret: string; readonly validUntil: Date }, ManageRefusal | PassedOn>> {
  const secret = randomBytes(32).toString('base64url');
  return managing(act, id, 'sent', async (here, { submission }) => {
    const isHere = notPassedOn(submission);
    if (!isHere.ok) return isHere;
    const committee = await committeeHeader(here, submission.committee);
    if (!committee) return refused('submission-unknown');
    const { answerLinkDays } = ruleSetInForce(here, committee.profile).parameters;
    const validUntil = new Date(act.now.getTime() + answerLinkDays.value * 24 * 3_600_000);
    await insertLink(here.store, id, { hash: hashOfLink(secret), createdAt: act.now, validUntil });
    await note(here, submission, 'link-made', { validUntil });
    return done({ secret, validUntil });
  });
}

/** Hex SHA-256 of an address's secret: all that is stored of it. */
export function hashOfLink(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export type LinkRefusal = 'link-unknown' | 'link-spent' | 'link-expired' | 'submission-not-sent' | PassedOn;

export interface Behind {
  readonly act: Act;
  readonly committee: Committee;
  readonly submission: Submission;
}

/**
 * What lies behind an address: the whole parcel, in the committee's language. Only shows: a preview of the link in
 * somebody's mail spends nothing. Refusals: link-unknown, link-spent, link-expired {until}, submission-not-sent.
 */
export async function seeLink(handle: StoreHandle, now: Date, secret: string): Promise<Outcome<Behind, LinkRefusal>> {
  const link = await findLink(handle, hashOfLink(secret));
  if (!link) return refused('link-unknown');
  const act = clockworkAct(handle, { id: link.workspace, locale: 'en', zone: 'UTC' }, now);
  const committee = await committeeHeader(act, link.committee);
  const viewer = clockworkViewer(act, link.committee);
  const [submission] = await listSubmissions(handle, viewer, { ids: [link.submission] });
  if (!committee || !submission) return refused('link-unknown');
  if (link.isSpent) return refused('link-spent');
  if (link.validUntil <= now) return refused('link-expired', { until: link.validUntil });
  if (submission.state !== 'sent') return refused('submission-not-sent');
  const isHere = notPassedOn(submission);
  const open = submission.seats.filter((seat) => !isEntered(submission, seat));
  return isHere.ok ? done({ act, committee, submission: { ...submission, seats: open } }) : isHere;
}

/**
 * The authority's answer by its address: every seat at once; the address is spent by it. A decision's number and date are
 * taken when both are given. Refusals: those of seeLink, seats-unanswered {count}, seat-word-missing, and the decision's.
 */
export async function answerByLink(
  handle: StoreHandle,
  now: Date,
  secret: string,
  input: {
    readonly answers: readonly SeatAnswered[];
    readonly decision: { readonly number: string; readonly dated: PlainDate } | null;
  },
): Promise<Outcome<Behind, LinkRefusal | AnswerRefusal | DecisionRefusal | EnteringRefusal | 'seats-unanswered'>> {
  const found = await seeLink(handle, now, secret);
  if (!found.ok) return found;
  const decision = input.decision ? checkDecision(input.decision) : done(null);
  if (!decision.ok) return decision;
  const { act, committee } = found.value;
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await holdSubmission(tx, found.value.submission.id);
    const again = await seeLink(here.store, now, secret);
    if (!again.ok) return again;
    const { submission } = again.value;
    const missing = submission.seats.filter(
      ({ id, sentBack }) => !sentBack && !input.answers.some(({ seat }) => seat === id),
    ).length;
    if (missing > 0) return refused('seats-unanswered', { count: missing });
    if (!(await spendLink(tx, hashOfLink(secret), now))) return refused('link-spent');
    const kept = await keepAnswers(here, submission, input.answers, 'link', decision.value);
    return kept.ok ? done({ act, committee, submission: kept.value }) : kept;
  });
}
