/**
 * The rules run again, every night and when a person's data change. Who no longer qualifies is told to those who keep the
 * list, once, and shown in /candidates; the machine removes nobody.
 */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, NominationId, PersonId, WorkspaceId } from '../../../kernel/ids.ts';
import { dateIn } from '../../../kernel/time.ts';
import { clockworkViewer, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { committeesOfWorkspace } from '../../committees/operations/look.ts';
import { hindrancesOf, keepVerdicts, latestChecksOf } from '../../eligibility/operations.ts';
import type { RuleKey, Verdict } from '../../eligibility/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { holdPlan, plansOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import { clockworkAct, listWorkspaces } from '../../workspaces/operations/workspaces.ts';
import * as store from '../store/nominations.ts';
import { checkAmong, standingIn } from './check.ts';
import { keepers } from './tell.ts';

/** Every night: all workspaces. */
export async function recheckEverything(handle: StoreHandle, now: Date): Promise<void> {
  for (const { id } of await listWorkspaces(handle))
    await recheckWorkspace(handle, { workspace: id, person: null }, now);
}

/** `person`: only where they stand; null: every committee of the workspace. */
export async function recheckWorkspace(
  handle: StoreHandle,
  which: { readonly workspace: WorkspaceId; readonly person: PersonId | null },
  now: Date,
): Promise<void> {
  const act = clockworkAct(handle, { id: which.workspace, locale: 'en', zone: 'UTC' }, now);
  const concerned = which.person ? await store.committeesListing(handle, which.person) : null;
  for (const { id, zone } of await committeesOfWorkspace(act)) {
    if (concerned === null || concerned.includes(id)) await recheckCommittee({ ...act, zone }, id);
  }
}

/** For the clockwork. A second run the same night finds nothing new. */
export async function recheckCommittee(act: Act, committee: CommitteeId): Promise<void> {
  await inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const plans = await plansOf(within, clockworkViewer(within, committee));
    const news: PersonId[] = [];
    for (const { id, isClosed } of plans) {
      if (!isClosed) news.push(...(await recheckPlan(within, committee, id)));
    }
    if (news.length > 0) await tellKeepers(within, committee, news);
  });
}

/** Returns whom a rule stands in the way of that did not before. Kept is only what has changed. */
async function recheckPlan(act: Act, committee: CommitteeId, id: Plan['id']): Promise<readonly PersonId[]> {
  const plan = await holdPlan(act, clockworkViewer(act, committee), id);
  if (!plan) return [];
  const standing = await standingIn(act, plan);
  const ids = standing.listed.map((nomination) => nomination.id);
  const before = await blockingBefore(act, ids);
  const people = await peopleByIds(
    act,
    committee,
    standing.listed.map((nomination) => nomination.person),
  );
  const news: PersonId[] = [];
  for (const nomination of standing.listed) {
    const position = plan.positions.find((one) => one.id === nomination.position);
    const person = people.find((one) => one.id === nomination.person);
    if (!position || !person) continue;
    const on = dateIn(act.zone, act.now);
    const { toKeep } = checkAmong(standing, { plan, position, person }, { on, hidden: [] });
    const [then, now] = [before.get(nomination.id) ?? [], blocking(toKeep)];
    if (then.length === now.length && now.every((rule) => then.includes(rule))) continue;
    await keepVerdicts(act, nomination.id, toKeep, 'nightly');
    await record(act.store, act, {
      kind: 'nominations.rechecked',
      committee,
      subject: { kind: 'nomination', id: nomination.id },
      nominee: nomination.person,
      facts: { plan: plan.id, blocks: now, before: then },
    });
    await refresh(act.store, act, { nominees: [nomination.person] });
    if (now.some((rule) => !then.includes(rule))) news.push(nomination.person);
  }
  return news;
}

async function blockingBefore(
  act: Act,
  nominations: readonly NominationId[],
): Promise<ReadonlyMap<NominationId, readonly RuleKey[]>> {
  const rules = new Map<NominationId, RuleKey[]>();
  for (const { nomination, rule, level } of await latestChecksOf(act, nominations)) {
    if (level === 'blocks') rules.set(nomination, [...(rules.get(nomination) ?? []), rule]);
  }
  return rules;
}

function blocking(verdicts: readonly Verdict[]): readonly RuleKey[] {
  return verdicts.filter(({ level }) => level === 'blocks').map(({ rule }) => rule);
}

/** One card each, whatever the number of names; it is worded with its reader's eyes. */
async function tellKeepers(act: Act, committee: CommitteeId, nominees: readonly PersonId[]): Promise<void> {
  const to = new Set<PersonId>();
  for (const nominee of nominees) for (const person of await keepers(act, committee, nominee)) to.add(person);
  await sendAll(
    act.store,
    act,
    [...to].map((person) => ({
      kind: 'nominations.recheck',
      ids: { committee },
      to: { person },
      committee,
      key: `nominations.recheck:${committee}:${act.now.toISOString()}:${person}`,
      nominees: [...new Set(nominees)],
    })),
  );
}

export interface NoLongerFit {
  readonly plan: Plan;
  readonly count: number;
}

/** By plan, how many names the reader may see that no longer qualify. Nothing for those who do not keep the list. */
export async function noLongerFit(reader: Act, committee: CommitteeId): Promise<readonly NoLongerFit[]> {
  const viewer = await viewerOf(reader, committee);
  if (!may(viewer, 'candidates.enter')) return [];
  const plans = (await plansOf(reader, viewer)).filter(({ isClosed }) => !isClosed);
  const which = { plans: plans.map(({ id }) => id), states: ['listed'] } as const;
  const listed = await store.listNominations(reader.store, viewer, which);
  const hindered = await hindrancesOf(
    reader,
    viewer,
    listed.map(({ id }) => id),
  );
  return plans.flatMap((plan) => {
    const count = listed.filter((one) => one.plan === plan.id && hindered.has(one.id)).length;
    return count > 0 ? [{ plan, count }] : [];
  });
}
