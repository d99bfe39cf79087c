/** A pool as the acting person may see it: the whole by position, and one position with its people. */
import { byGivenName } from '../../../i18n/names.ts';
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId, PositionId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { participantsByIds, peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { entriesOf, planOf } from '../../plans/operations/look.ts';
import { considered } from '../rules.ts';
import * as store from '../store.ts';
import type { Opinion, Pool, PoolId, PoolSeen, PositionSeen } from '../types.ts';

export interface At {
  readonly committee: CommitteeId;
  readonly plan: PlanId;
}

export type LookRefusal = AccessRefusal | 'plan-unknown' | 'pool-unknown';

/**
 * Right: candidates.enter, because it says of everybody in the register what the rules say of them. `pool` null: the one
 * being worked on, else the newest. Refusals: access, plan-unknown, pool-unknown.
 */
export async function seePool(
  act: Act,
  at: At & { readonly pool: PoolId | null },
): Promise<Outcome<PoolSeen, LookRefusal>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  return poolSeenBy(act, viewer.value, at);
}

/** Refusals besides: position-unknown. */
export async function seePosition(
  act: Act,
  at: At & { readonly pool: PoolId; readonly position: PositionId },
): Promise<Outcome<PositionSeen, LookRefusal | 'position-unknown'>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  return positionSeenBy(act, viewer.value, at);
}

/** For other operations that have authorised. */
export async function poolSeenBy(
  act: Act,
  viewer: Viewer,
  at: At & { readonly pool: PoolId | null },
): Promise<Outcome<PoolSeen, 'plan-unknown' | 'pool-unknown'>> {
  const plan = await planOf(act, viewer, at.plan);
  if (!plan) return refused('plan-unknown');
  const versions = await store.listPools(act.store, viewer, plan.id);
  const pool = (at.pool === null ? versions[0] : versions.find(({ id }) => id === at.pool)) ?? null;
  if (at.pool !== null && pool === null) return refused('pool-unknown');
  const findings = pool ? await store.listFindings(act.store, viewer, pool.id) : [];
  const opinions = pool ? await store.listOpinions(act.store, viewer, pool.id) : [];
  const names = pool ? await namesIn(act, viewer, pool, opinions) : new Map();
  return done({
    ...{ committee: viewer.committee, plan, ruleSet: ruleSetOfPlan(plan), pool, versions, names },
    considered: considered(findings, opinions),
  });
}

export async function positionSeenBy(
  act: Act,
  viewer: Viewer,
  at: At & { readonly pool: PoolId; readonly position: PositionId },
): Promise<Outcome<PositionSeen, 'plan-unknown' | 'pool-unknown' | 'position-unknown'>> {
  const seen = await poolSeenBy(act, viewer, at);
  if (!seen.ok) return seen;
  const { plan, pool } = seen.value;
  const position = plan.positions.find(({ id }) => id === at.position);
  if (!pool) return refused('pool-unknown');
  if (!position) return refused('position-unknown', {}, 'position');
  const here = seen.value.considered.filter((one) => one.position === position.id);
  const found = await peopleByIds(
    act,
    viewer.committee,
    here.map(({ person }) => person),
  );
  const known = new Map(found.map((person) => [person.id, person]));
  const entries = await entriesOf(act, viewer, [plan.id]);
  const standing = new Set(entries.filter((entry) => entry.position === position.id).map(({ person }) => person));
  const byName = byGivenName(act.locale);
  const people = here
    .flatMap((one) => {
      const whole = known.get(one.person);
      return whole ? [{ ...one, whole, standsInPlan: standing.has(one.person) }] : [];
    })
    .sort((a, b) => byName(a.whole.fullName, b.whole.fullName) || bornFirst(a.whole, b.whole));
  return done({ ...seen.value, pool, position, people });
}

/** Two of one name: the older first, then by unit and post. */
function bornFirst(a: Person, b: Person): number {
  const of = ({ birthMonth, unit, statePost, id }: Person) => [birthMonth ?? '9999', unit, statePost, id].join(' ');
  return of(a).localeCompare(of(b));
}

async function namesIn(
  act: Act,
  viewer: Viewer,
  { computedBy, confirmed }: Pool,
  opinions: readonly Opinion[],
): Promise<ReadonlyMap<PersonId, string>> {
  const ids = [computedBy, confirmed?.by ?? null, ...opinions.map(({ recordedBy }) => recordedBy)];
  const people = await participantsByIds(act, viewer.committee, [...new Set(ids.filter((id) => id !== null))]);
  return new Map(people.map(({ id, fullName }) => [id, fullName]));
}
