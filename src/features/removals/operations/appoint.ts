/**
 * Somebody was appointed to the post for which they were planned: the aim of planning, and the end of the entry. It is
 * closed like a removal, by a decision and with the same effects; the plan keeps it as "appointed".
 */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import type { CommitteeId, PlanEntryId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { entriesOf, holdPlan, planOf } from '../../plans/operations/look.ts';
import type { DecisionPaper, Plan, PlanEntry, PlanUse, PlanUses, Position } from '../../plans/types.ts';
import * as store from '../store.ts';
import type { RemovalId } from '../types.ts';
import { type RemovalRefusal, removeFromPlan } from './close.ts';
import { usesOf } from './look.ts';
import type { ToldHeads } from './tell.ts';

export interface AtEntry {
  readonly committee: CommitteeId;
  readonly plan: PlanId;
  readonly entry: PlanEntryId;
}

export interface AppointmentSeen {
  readonly plan: Plan;
  readonly entry: PlanEntry;
  readonly person: Person;
  readonly position: Position;
  /** Where the person appears, and what becomes of each. */
  readonly uses: readonly PlanUse[];
}

/** Before it is recorded. Right: candidates.enter. Refusals: access, plan-unknown, removal-entry-gone. */
export async function seeAppointment(
  act: Act,
  at: AtEntry,
  uses: readonly PlanUses[],
): Promise<Outcome<AppointmentSeen, AccessRefusal | 'plan-unknown' | 'removal-entry-gone'>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const plan = await planOf(act, viewer.value, at.plan);
  if (!plan) return refused('plan-unknown');
  const entry = await entryIn(act, viewer.value, at);
  const position = plan.positions.find(({ id }) => id === entry?.position);
  const [person] = entry ? await peopleByIds(act, at.committee, [entry.person]) : [];
  if (!entry || !position || !person) return refused('removal-entry-gone');
  const used = { committee: at.committee, plan: plan.id, stands: { person: person.id, position: position.id } };
  return done({ plan, entry, person, position, uses: await usesOf(act, used, uses) });
}

/**
 * The entry leaves the plan as "appointed". An open proposal on the same ground is closed by it; one on another ground
 * lapses, since nobody is removed who was appointed. Right: candidates.enter. Refusals: those of removeFromPlan.
 */
export async function recordAppointment(
  act: Act,
  input: AtEntry & { readonly paper: DecisionPaper },
  uses: readonly PlanUses[],
): Promise<Outcome<ToldHeads & { readonly removal: RemovalId }, RemovalRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    if (!(await holdPlan(within, viewer.value, input.plan))) return refused('plan-unknown');
    const entry = await entryIn(within, viewer.value, input);
    if (!entry) return refused('removal-entry-gone');
    const removal = await proposalFor(within, viewer.value, input.plan, entry);
    const { committee, paper } = input;
    const removed = await removeFromPlan(within, { committee, removal, paper }, uses);
    return removed.ok ? done({ batch: removed.value.batch, told: removed.value.told, removal }) : removed;
  });
}

async function entryIn(act: Act, viewer: Viewer, at: AtEntry): Promise<PlanEntry | null> {
  return (await entriesOf(act, viewer, [at.plan])).find(({ id }) => id === at.entry) ?? null;
}

async function proposalFor(act: Act, viewer: Viewer, plan: PlanId, entry: PlanEntry): Promise<RemovalId> {
  const open = (await store.listRemovals(act.store, viewer, { plans: [plan], states: ['open'] })).find(
    (one) => one.entry === entry.id,
  );
  if (open?.reason === 'appointed') return open.id;
  if (open) {
    const ended = { at: act.now, by: act.person };
    await store.changeRemovals(act.store, [open.id], 'open', { state: 'lapsed', ended });
  }
  const who = { plan, entry: entry.id, person: entry.person, position: entry.position };
  const [id] = await store.insertRemovals(act.store, [
    { ...who, source: 'person', reason: 'appointed', evidence: null, note: null, since: act.now },
  ]);
  if (!id) throw new Bug('the plan is held, yet an open proposal came up');
  return id;
}
