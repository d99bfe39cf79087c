/** Reading plans: what is open, who stands in them, which rule set they were made under. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Eyes, Viewer } from '../../access/types.ts';
import { listAppointed, listEntries, placesOf as listPlaces } from '../store/entries.ts';
import * as store from '../store/plans.ts';
import type { AppointedEntry, Place, Plan, PlanEntry } from '../types.ts';

export interface PlansSeen {
  readonly plans: readonly Plan[];
  readonly may: { readonly edit: boolean; readonly seePeople: boolean };
}

/** All plans of the committee, the newest term first, closed ones last; and what the actor may do about them. */
export async function browsePlans(act: Act, committee: CommitteeId): Promise<Outcome<PlansSeen, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'plan.see');
  if (!viewer.ok) return viewer;
  const plans = await store.listPlans(act.store, viewer.value);
  return done({ plans, may: { edit: may(viewer.value, 'plan.edit'), seePeople: may(viewer.value, 'people.see') } });
}

/** Of each of these committees the first open plan, with how many positions it has: what a new committee does next. */
export async function firstOpenPlans(act: Act, viewers: readonly Viewer[]): Promise<readonly store.FirstPlan[]> {
  return store.firstOpenPlans(
    act.store,
    viewers.filter((viewer) => may(viewer, 'plan.see')),
  );
}

export interface PlanSeen {
  readonly plan: Plan;
  readonly entries: readonly PlanEntry[];
  readonly mayEdit: boolean;
  readonly mayEnter: boolean;
}

/** The plan with the entries that the acting person may see. Refusals: access, plan-unknown. */
export async function seePlan(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId },
): Promise<Outcome<PlanSeen, AccessRefusal | 'plan-unknown'>> {
  const viewer = await authorise(act, at.committee, 'plan.see');
  if (!viewer.ok) return viewer;
  const plan = await store.findPlan(act.store, viewer.value, at.plan);
  if (!plan) return refused('plan-unknown');
  const entries = await listEntries(act.store, viewer.value, [plan.id]);
  const [mayEdit, mayEnter] = [may(viewer.value, 'plan.edit'), may(viewer.value, 'candidates.enter')];
  return done({ plan, entries, mayEdit, mayEnter });
}

/** For other operations that have authorised: the plan in the viewer's committee, or null. */
export async function planOf(act: Act, viewer: Viewer, plan: PlanId): Promise<Plan | null> {
  return store.findPlan(act.store, viewer, plan);
}

export async function plansOf(act: Act, eyes: Eyes): Promise<readonly Plan[]> {
  return store.listPlans(act.store, eyes);
}

/** The entries of these plans that the viewer may see. */
export async function entriesOf(act: Act, eyes: Eyes, plans: readonly PlanId[]) {
  return listEntries(act.store, eyes, plans);
}

/** Where these people stand or stood, in the committee of a viewer that has been authorised. */
export async function placesOf(act: Act, viewer: Viewer, people: readonly PersonId[]): Promise<readonly Place[]> {
  return listPlaces(act.store, viewer, people);
}

/**
 * Inside a transaction: nobody else enters names, changes positions or freezes a list of this plan until it ends.
 * The viewer has been authorised. Null: no such plan in the viewer's committee.
 */
export async function holdPlan(act: Act, viewer: Viewer, plan: PlanId): Promise<Plan | null> {
  return store.lockPlan(act.store, viewer, plan);
}

/** Who was appointed from the plan, as the acting person may see it. Refusals: access, plan-unknown. */
export async function appointedFrom(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId },
): Promise<Outcome<readonly AppointedEntry[], AccessRefusal>> {
  const viewer = await authorise(act, at.committee, 'plan.see');
  return viewer.ok ? done(await listAppointed(act.store, viewer.value, at.plan)) : viewer;
}

/** Which committee a plan belongs to; null also for one of another workspace. For the clockwork, and for buttons. */
export async function committeesOfPlans(act: Act, plans: readonly string[]): Promise<readonly CommitteeId[]> {
  return store.committeesOf(act.store, act.workspace, plans);
}

export async function committeeOfPlan(act: Act, plan: PlanId): Promise<CommitteeId | null> {
  return store.committeeOf(act.store, act.workspace, plan);
}
