/** A committee with a plan of two positions and people in the register: a builder for the tests beside it. */
import type { Profile } from '../../../src/features/committees/types.ts';
import { type Proposal, proposeCandidate } from '../../../src/features/nominations/operations/propose.ts';
import { addPerson } from '../../../src/features/people/operations/register.ts';
import type { Discipline, ShortForm } from '../../../src/features/people/types.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import { makePlan } from '../../../src/features/plans/operations/make.ts';
import type { NewPosition, Plan } from '../../../src/features/plans/types.ts';
import { type Act, freshSaving, type StoreHandle } from '../../../src/kernel/act.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import type { Outcome } from '../../../src/kernel/outcome.ts';
import { createWorld, type World } from '../../support/worlds.ts';

export type Somebody = Act & { readonly person: PersonId };

export interface Scene extends World {
  readonly chair: Somebody;
  readonly ann: Somebody;
  readonly bob: Somebody;
  readonly plan: Plan;
  /** Secretary of level 6 with one seat, Deputy of level 5 with two. */
  readonly secretary: Plan['positions'][number];
  readonly deputy: Plan['positions'][number];
}

/** Names can be put forward until 31 March 2026; the tests' present is 2 March. */
export async function createScene(store: StoreHandle, profile: Profile = 'vn-party'): Promise<Scene> {
  const world = await createWorld(store, { profile });
  const chair = await world.person('Cara Chair', ['chair', 'member']);
  const ann = await world.person('Ann Arbor', ['member']);
  const bob = await world.person('Bob Baker', ['member']);
  const made = must(
    await makePlan(again(world.clerk), {
      committee: world.committee,
      title: 'Plan 2027–2032',
      unit: '',
      track: 'party',
      termFrom: '2027-01',
      termTo: '2032-01',
      congress: null,
      positions: [position('Secretary', 6, 1), position('Deputy', 5, 2)],
      names: { date: '2026-03-31', time: null },
    }),
  );
  const { plan } = must(await seePlan(again(world.clerk), { committee: world.committee, plan: made.plan }));
  const [secretary, deputy] = plan.positions;
  if (!secretary || !deputy) throw new Error('the plan has no positions');
  return { ...world, chair, ann, bob, plan, secretary, deputy };
}

export function position(title: string, level: number | null, seats = 1): NewPosition {
  return { title, seats, level, isCommittee: false, rank: 100 - (level ?? 0) };
}

/** Somebody who passes every rule for both positions. */
export const eligible: Omit<ShortForm, 'fullName'> = {
  birthMonth: '1985-04',
  sex: 'male',
  unit: 'Office',
  partyPost: null,
  statePost: 'Head of division',
  level: 3,
};

export async function inRegister(
  scene: Scene,
  fullName: string,
  more: Partial<ShortForm> & { discipline?: Discipline } = {},
): Promise<PersonId> {
  const { discipline = null, ...form } = more;
  const input = { committee: scene.committee, source: 'form', discipline } as const;
  return must(await addPerson(again(scene.clerk), { ...input, form: { fullName, ...eligible, ...form } }));
}

/** Proposes without reasons, for oneself, from inside, unless said otherwise. */
export function propose(act: Act, scene: Scene, person: PersonId, more: Partial<Proposal> = {}) {
  return proposeCandidate(again(act), {
    committee: scene.committee,
    plan: scene.plan.id,
    position: scene.deputy.id,
    person,
    reasons: 'Knows the work.',
    source: 'inside',
    onBehalfOf: null,
    via: null,
    ...more,
  });
}

/** The same person, later; the clock of tests stands still otherwise. */
export function again<A extends Act>(act: A, afterMs = 0, more: Partial<Act> = {}): A {
  return { ...act, now: new Date(act.now.getTime() + afterMs), saving: freshSaving(), ...more };
}

export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.facts)}`);
  return outcome.value;
}
