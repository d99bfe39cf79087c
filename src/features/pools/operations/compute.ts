/** Computes the pool of a plan from the whole register: a first version, the next one, or the open one once more. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise, clockworkViewer } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { registerAs } from '../../people/operations/find.ts';
import { entriesOf, holdPlan } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import { type Against, findingsFor } from '../rules.ts';
import * as store from '../store.ts';
import type { PoolId } from '../types.ts';
import type { At } from './look.ts';

export type ComputeRefusal =
  | AccessRefusal
  | 'plan-unknown'
  | 'plan-closed'
  | 'plan-without-positions'
  | 'pool-register-empty';

export interface Computed {
  readonly pool: PoolId;
  readonly version: number;
  /** The confirmed version that stays in force until this one is confirmed; null: there is none. */
  readonly inForce: number | null;
}

/**
 * Everybody is computed, also those whose case is closed to the acting person: a recusal takes nobody out of a pool. The
 * number of statements does not grow with the register. The open version is computed anew and keeps what people recorded;
 * where the newest is confirmed the next version begins with what was recorded in it. Right: candidates.enter. Refusals:
 * access, plan-unknown, plan-closed, plan-without-positions, pool-register-empty (nobody of whom the actor may know).
 */
export async function computePool(act: Act, at: At): Promise<Outcome<Computed, ComputeRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, at.committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    const plan = await holdPlan(within, viewer.value, at.plan);
    if (!plan) return refused('plan-unknown');
    if (plan.isClosed) return refused('plan-closed', { title: plan.title });
    if (plan.positions.length === 0) return refused('plan-without-positions', { title: plan.title });
    const everything = clockworkViewer({ ...within, member: null, person: null }, at.committee);
    const people = await registerAs(within, everything);
    const { hiddenNominees } = viewer.value;
    if (people.every(({ id }) => hiddenNominees.includes(id))) return refused('pool-register-empty');

    const against = await factsFor(within, everything, plan);
    const findings = people.flatMap((person) => findingsFor(person, against));
    const begun = await beginVersion(within, everything, plan);
    await store.insertFindings(tx, begun.pool, findings);
    await record(tx, act, {
      kind: 'pools.computed',
      committee: at.committee,
      subject: { kind: 'plan', id: plan.id },
      facts: { pool: begun.pool, version: begun.version },
    });
    return done(begun);
  });
}

/** What the rules are told beside each person; the caller sees everything. */
export async function factsFor(act: Act, everything: Viewer, plan: Plan): Promise<Against> {
  const ruleSet = ruleSetOfPlan(plan);
  const isAsked = !ruleSet.parameters.membersMayBeNominees.value;
  return {
    plan,
    ruleSet,
    entries: await entriesOf(act, everything, [plan.id]),
    members: isAsked ? new Set((await membersOf(act, plan.committee)).map(({ person }) => person)) : null,
    on: dateIn(act.zone, act.now),
  };
}

async function beginVersion(act: Act, everything: Viewer, plan: Plan): Promise<Computed> {
  const versions = await store.listPools(act.store, everything, plan.id);
  const computed = { computedAt: act.now, computedBy: act.person };
  const inForce = versions.find(({ state }) => state === 'confirmed') ?? null;
  const open = versions.find(({ state }) => state === 'open');
  if (open) {
    await store.renewPool(act.store, open.id, computed);
    return { pool: open.id, version: open.version, inForce: inForce?.version ?? null };
  }
  const version = (versions[0]?.version ?? 0) + 1;
  const pool = await store.insertPool(act.store, { plan: plan.id, version, ...computed });
  if (inForce) {
    await store.insertOpinions(act.store, pool, await store.listOpinions(act.store, everything, inForce.id));
  }
  return { pool, version, inForce: inForce?.version ?? null };
}
