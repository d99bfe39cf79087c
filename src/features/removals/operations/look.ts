/** Proposals to remove somebody, as the acting person may see them. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { entriesOf, planOf, plansOf } from '../../plans/operations/look.ts';
import type { Plan, PlanEntry, PlanUse, PlanUses, UsedAt } from '../../plans/types.ts';
import * as store from '../store.ts';
import type { Removal, RemovalId, RemovalSeen } from '../types.ts';

export interface At {
  readonly committee: CommitteeId;
  readonly removal: RemovalId;
}

export interface Watched {
  readonly plan: Plan;
  /** Open: who drops out. Lapsed: who meets the rules again, the newest last. */
  readonly lines: readonly { readonly removal: Removal; readonly person: Person }[];
  /** Whom the actor may see in the plan, for proposing one by hand. */
  readonly standing: readonly { readonly entry: PlanEntry; readonly person: Person }[];
}

/** Right: candidates.enter. Refusals: access, plan-unknown. */
export async function seeWatch(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId },
): Promise<Outcome<Watched, AccessRefusal | 'plan-unknown'>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const plan = await planOf(act, viewer.value, at.plan);
  if (!plan) return refused('plan-unknown');
  const which = { plans: [plan.id], states: ['open', 'lapsed'] } as const;
  const removals = await store.listRemovals(act.store, viewer.value, which);
  const entries = await entriesOf(act, viewer.value, [plan.id]);
  const people = await peopleByIds(act, at.committee, [...new Set(entries.map(({ person }) => person))]);
  const known = new Map(people.map((person) => [person.id, person]));
  const withPerson = <Of extends { person: Person['id'] }, To>(all: readonly Of[], to: (one: Of, who: Person) => To) =>
    all.flatMap((one) => {
      const person = known.get(one.person);
      return person ? [to(one, person)] : [];
    });
  return done({
    plan,
    lines: withPerson(removals, (removal, person) => ({ removal, person })),
    standing: withPerson(entries, (entry, person) => ({ entry, person })),
  });
}

/** One proposal, with where the person appears. Right: candidates.enter. Refusals: access, removal-unknown. */
export async function seeRemoval(
  act: Act,
  at: At,
  uses: readonly PlanUses[],
): Promise<Outcome<RemovalSeen, AccessRefusal | 'removal-unknown'>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const found = await findSeen(act, viewer.value, at);
  if (!found) return refused('removal-unknown');
  return done({ ...found, uses: await usesOf(act, usedAt(at.committee, found.removal), uses) });
}

/** The caller has authorised. */
export async function findSeen(act: Act, viewer: Viewer, at: At): Promise<Omit<RemovalSeen, 'uses'> | null> {
  const [removal] = await store.listRemovals(act.store, viewer, { id: at.removal });
  const plan = removal ? await planOf(act, viewer, removal.plan) : null;
  const [person] = removal ? await peopleByIds(act, at.committee, [removal.person]) : [];
  if (!removal || !plan || !person) return null;
  const positionTitle = plan.positions.find(({ id }) => id === removal.position)?.title ?? '';
  return { committee: at.committee, removal, person, plan, positionTitle };
}

export function usedAt(committee: CommitteeId, { plan, person, position }: Removal): UsedAt {
  return { committee, plan, stands: { person, position } };
}

export async function usesOf(act: Act, at: UsedAt, uses: readonly PlanUses[]): Promise<readonly PlanUse[]> {
  const found: PlanUse[] = [];
  for (const each of uses) found.push(...(await each.usesOf(act, at)));
  return found;
}

/** Which of these people may have to leave a plan, the oldest proposal first. The viewer has been authorised. */
export async function proposedAmong(
  act: Act,
  viewer: Viewer,
  people: readonly PersonId[],
): Promise<readonly Removal[]> {
  return store.listRemovals(act.store, viewer, { people, states: ['open'] });
}

/** Who meets the rules again is news for a day; after that it stands in the watch alone. */
const newsMs = 24 * 3_600_000;

/** By plan, how many the reader may see who drop out, and who meet the rules again. Nothing for who keeps no list. */
export async function watchNews(
  reader: Act,
  committee: CommitteeId,
): Promise<readonly { readonly plan: Plan; readonly open: number; readonly lapsed: number }[]> {
  const viewer = await viewerOf(reader, committee);
  if (!may(viewer, 'candidates.enter')) return [];
  const plans = (await plansOf(reader, viewer)).filter(({ isClosed }) => !isClosed);
  const which = { plans: plans.map(({ id }) => id), states: ['open', 'lapsed'] } as const;
  const removals = await store.listRemovals(reader.store, viewer, which);
  return plans.flatMap((plan) => {
    const here = removals.filter((one) => one.plan === plan.id);
    const open = here.filter(({ state }) => state === 'open').length;
    const lapsed = here.filter(({ endedAt }) => endedAt && endedAt.getTime() > reader.now.getTime() - newsMs).length;
    return open + lapsed > 0 ? [{ plan, open, lapsed }] : [];
  });
}
