/** Making an address, opening what lies behind it, and spending it. Who may make one is for the subject's feature to say. */
import { createHash, randomBytes } from 'node:crypto';
import type { Act, StoreHandle } from '../../kernel/act.ts';
import type { CommitteeId } from '../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { committeeHeader } from '../committees/operations/look.ts';
import { ruleSetInForce } from '../eligibility/operations.ts';
import { clockworkAct } from '../workspaces/operations/workspaces.ts';
import * as store from './store.ts';
import type { Behind, LinkSubject } from './types.ts';

/** Base64url of 32 random bytes: shown once and stored nowhere. */
export interface MadeLink {
  readonly secret: string;
  readonly validUntil: Date;
}

/** Inside the caller's transaction; the subject's address before stops working. Null: no such committee. */
export async function makeLink(act: Act, committee: CommitteeId, subject: LinkSubject): Promise<MadeLink | null> {
  const header = await committeeHeader(act, committee);
  if (!header) return null;
  const secret = randomBytes(32).toString('base64url');
  const { answerLinkDays } = ruleSetInForce(act, header.profile).parameters;
  const validUntil = new Date(act.now.getTime() + answerLinkDays.value * 24 * 3_600_000);
  await store.insertLink(act.store, committee, subject, { hash: hashOfLink(secret), createdAt: act.now, validUntil });
  return { secret, validUntil };
}

export type LinkRefusal = 'link-unknown' | 'link-spent' | 'link-expired';

/** Only looks. Refusals: link-unknown, link-spent, link-expired {until}. */
export async function openLink(handle: StoreHandle, now: Date, secret: string): Promise<Outcome<Behind, LinkRefusal>> {
  const hash = hashOfLink(secret);
  const link = await store.findLink(handle, hash);
  if (!link) return refused('link-unknown');
  const act = clockworkAct(handle, { id: link.workspace, locale: 'en', zone: 'UTC' }, now);
  const committee = await committeeHeader(act, link.committee);
  if (!committee) return refused('link-unknown');
  if (link.isSpent) return refused('link-spent');
  if (link.validUntil <= now) return refused('link-expired', { until: link.validUntil });
  return done({ act, committee, subject: link.subject, hash });
}

/** Inside the transaction that keeps the answer. Refuses link-spent to the second of two who answer at once. */
export async function spendLink(act: Act, { hash }: Pick<Behind, 'hash'>): Promise<Outcome<void, 'link-spent'>> {
  return (await store.spendLink(act.store, hash, act.now)) ? done() : refused('link-spent');
}

/** Of subjects of one kind that the caller's viewer may know: from when to when somebody could read by an address. */
export async function linksTo(act: Act, kind: string, ids: readonly string[]): ReturnType<typeof store.listLinks> {
  return store.listLinks(act.store, kind, ids);
}

/** Hex SHA-256 of an address's secret: all that is stored of it. */
function hashOfLink(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
