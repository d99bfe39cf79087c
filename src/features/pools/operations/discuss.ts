/** What is recorded of somebody in the discussion of a pool, and the pool confirmed once it was discussed. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { PersonId, PositionId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { holdPlan } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import {
  type Choice,
  checkDiscussed,
  checkOpinion,
  type Discussed,
  type OpinionRefusal,
  standingOf,
} from '../rules.ts';
import * as store from '../store.ts';
import type { Pool, PoolId, PoolStanding } from '../types.ts';
import { type At, poolSeenBy, positionSeenBy } from './look.ts';

export type OpenRefusal = AccessRefusal | 'plan-unknown' | 'plan-closed' | 'pool-unknown' | 'pool-not-open';

/**
 * Adds somebody, leaves somebody out, assesses them, or all at once; recording again replaces it. Right: candidates.enter.
 * Refusals besides: position-unknown; pool-person-gone (not computed for the position, or closed to the actor);
 * pool-reason-missing, pool-prospects-missing, pool-text-too-long {max}.
 */
export async function recordOpinion(
  act: Act,
  input: At & {
    readonly pool: PoolId;
    readonly position: PositionId;
    readonly person: PersonId;
    readonly choice: Choice;
  },
): Promise<
  Outcome<
    { readonly name: string; readonly standing: PoolStanding },
    OpenRefusal | OpinionRefusal | 'position-unknown' | 'pool-person-gone'
  >
> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const held = await holdOpenPool(within, input);
    if (!held.ok) return held;
    const seen = await positionSeenBy(within, held.value.viewer, input);
    if (!seen.ok) return seen;
    const one = seen.value.people.find(({ person }) => person === input.person);
    if (!one) return refused('pool-person-gone');
    const checked = checkOpinion(one.outcome, input.choice);
    if (!checked.ok) return checked;
    const { ruling, reason, prospects, assessment } = checked.value;
    const said = { position: input.position, person: one.person, ...checked.value };
    await store.keepOpinion(tx, input.pool, { ...said, recordedBy: act.person, recordedAt: act.now });
    await record(tx, act, {
      kind: 'pools.discussed',
      committee: input.committee,
      subject: { kind: 'plan', id: input.plan },
      nominee: one.person,
      facts: {
        ...{ pool: input.pool, position: input.position, ruling, prospects },
        reason: reason === null ? null : hashOf(reason),
        assessment: assessment === null ? null : hashOf(assessment),
      },
    });
    return done({ name: one.whole.fullName, standing: standingOf(one.outcome, ruling) });
  });
}

/**
 * From now on names are compared with this version, and the one confirmed before is replaced. Right: candidates.enter.
 * Refusals besides: pool-nobody-in (nobody of whom the actor may know), pool-body-missing, pool-body-too-long,
 * pool-day-wrong.
 */
export async function confirmPool(
  act: Act,
  input: At & { readonly pool: PoolId; readonly discussed: Discussed },
): Promise<
  Outcome<
    { readonly version: number },
    OpenRefusal | 'pool-nobody-in' | 'pool-body-missing' | 'pool-body-too-long' | 'pool-day-wrong'
  >
> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const held = await holdOpenPool(within, input);
    if (!held.ok) return held;
    const { viewer, pool } = held.value;
    const discussed = checkDiscussed(input.discussed, dateIn(act.zone, act.now));
    if (!discussed.ok) return discussed;
    const seen = await poolSeenBy(within, viewer, input);
    if (!seen.ok) return seen;
    if (!seen.value.considered.some(({ standing }) => standing === 'in')) return refused('pool-nobody-in');
    await store.confirmPool(tx, pool, { at: act.now, by: act.person, ...discussed.value });
    await record(tx, act, {
      kind: 'pools.confirmed',
      committee: input.committee,
      subject: { kind: 'plan', id: input.plan },
      facts: { pool: pool.id, version: pool.version, body: hashOf(discussed.value.body) },
    });
    return done({ version: pool.version });
  });
}

/** The plan is held, so that nobody computes or confirms meanwhile. */
async function holdOpenPool(
  act: Act,
  at: At & { readonly pool: PoolId },
): Promise<Outcome<{ readonly viewer: Viewer; readonly plan: Plan; readonly pool: Pool }, OpenRefusal>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const plan = await holdPlan(act, viewer.value, at.plan);
  if (!plan) return refused('plan-unknown');
  if (plan.isClosed) return refused('plan-closed', { title: plan.title });
  const pool = (await store.listPools(act.store, viewer.value, plan.id)).find(({ id }) => id === at.pool);
  if (!pool) return refused('pool-unknown');
  if (pool.state !== 'open') return refused('pool-not-open', { version: pool.version });
  return done({ viewer: viewer.value, plan, pool });
}
