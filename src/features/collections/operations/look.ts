/** A collection as the unit that asks sees it, and what a committee is asked for by the unit above. */
import type { Act } from '../../../kernel/act.ts';
import type { CollectionId, CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, monthOf } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import * as store from '../store/look.ts';
import type { Collection } from '../types.ts';

export interface CollectionSeen {
  readonly collection: Collection;
  readonly mayManage: boolean;
  /** By which the numbers are counted. */
  readonly ruleSet: RuleSet;
  /** The month in which ages are counted. */
  readonly month: string;
}

/** Refusals: collection-unknown, and access (submission.see). */
export async function seeCollection(
  act: Act,
  id: CollectionId,
): Promise<Outcome<CollectionSeen, AccessRefusal | 'collection-unknown'>> {
  const committee = await store.committeeOf(act.store, id);
  if (!committee) return refused('collection-unknown');
  const viewer = await authorise(act, committee, 'submission.see');
  if (!viewer.ok) return viewer;
  const [collection] = await store.listCollections(act.store, viewer.value, [id]);
  const header = await committeeHeader(act, committee);
  if (!collection || !header) return refused('collection-unknown');
  const month = monthOf(dateIn(act.zone, act.now));
  const ruleSet = ruleSetInForce(act, header.profile);
  return done({ collection, mayManage: may(viewer.value, 'submission.manage'), ruleSet, month });
}

/** The newest first. Refusals: access (submission.see). */
export async function listCollections(
  act: Act,
  committee: CommitteeId,
): Promise<
  Outcome<
    { readonly collections: readonly Collection[]; readonly asked: readonly Asked[]; readonly mayManage: boolean },
    AccessRefusal
  >
> {
  const viewer = await authorise(act, committee, 'submission.see');
  if (!viewer.ok) return viewer;
  const mayManage = may(viewer.value, 'submission.manage');
  const collections = await store.listCollections(act.store, viewer.value);
  return done({ collections, mayManage, asked: mayManage ? await askedOf(act, [committee]) : [] });
}

export type Asked = Pick<store.Asking, 'id' | 'of' | 'title' | 'statedDate'>;

/** What the unit above asks of these committees now; within the minute of undo nobody was asked. */
export async function askedOf(act: Act, committees: readonly CommitteeId[]): Promise<readonly Asked[]> {
  const open = await store.asking(act.store, committees);
  return open.filter(({ heldUntil }) => heldUntil === null || heldUntil <= act.now);
}
