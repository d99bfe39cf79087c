/** A plan of the present term in which people stand, and one of the next term: a builder for the tests beside it. */
import { peopleByIds } from '../../../src/features/people/operations/find.ts';
import { enterEntries } from '../../../src/features/plans/operations/entries.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import { makePlan } from '../../../src/features/plans/operations/make.ts';
import type { Plan } from '../../../src/features/plans/types.ts';
import { decideItem } from '../../../src/features/yearly-reviews/operations/decide.ts';
import { seeReview } from '../../../src/features/yearly-reviews/operations/look.ts';
import { openReview } from '../../../src/features/yearly-reviews/operations/open.ts';
import type { Choice } from '../../../src/features/yearly-reviews/rules/decide.ts';
import type { ReviewItem, YearlyReviewId } from '../../../src/features/yearly-reviews/types.ts';
import type { StoreHandle } from '../../../src/kernel/act.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { again, createScene, inRegister, must, position, type Scene, type Somebody } from '../nominations/scene.ts';

export interface Reviewed extends Scene {
  readonly next: Plan;
  readonly people: Readonly<Record<'young' | 'old' | 'appointed', PersonId>>;
}

/** In the plan for Deputy: one whom no rule minds, one too old for a term from 2027, one who holds a higher post. */
export async function createReviewed(store: StoreHandle): Promise<Reviewed> {
  const scene = await createScene(store);
  const people = {
    young: await inRegister(scene, 'Lê Thị Mẫu'),
    old: await inRegister(scene, 'Trần Văn Cũ', { birthMonth: '1966-01' }),
    appointed: await inRegister(scene, 'Vũ Văn Cao', { level: 6 }),
  };
  await standing(scene, scene.plan, Object.values(people));
  const made = must(
    await makePlan(again(scene.clerk), {
      committee: scene.committee,
      ...{ title: 'Plan 2032–2037', unit: '', track: 'party', termFrom: '2032-01', termTo: '2037-01' },
      ...{ congress: null, names: null, positions: [position('Secretary', 6, 1), position('Deputy', 5, 2)] },
    }),
  );
  const { plan: next } = must(await seePlan(again(scene.clerk), { committee: scene.committee, plan: made.plan }));
  return { ...scene, next, people };
}

/** For the last position of the plan, as an older list says. */
export async function standing(scene: Scene, plan: Plan, people: readonly PersonId[]): Promise<void> {
  const at = plan.positions.at(-1)?.id ?? scene.deputy.id;
  const entries = people.map((person) => ({
    ...{ position: at, person, readiness: 'group 1', enteredOn: '2025-06-01', decisionIn: '12-QĐ/ĐU' },
  }));
  must(await enterEntries(again(scene.clerk), { committee: scene.committee, plan: plan.id, entries }));
}

export async function begin(scene: Scene, act: Somebody = scene.clerk): Promise<YearlyReviewId> {
  return must(await openReview(again(act), { committee: scene.committee, plan: scene.plan.id }, []));
}

export async function itemOf(
  scene: Scene,
  review: YearlyReviewId,
  person: PersonId,
  act: Somebody = scene.clerk,
): Promise<ReviewItem> {
  const seen = must(await seeReview(again(act), { committee: scene.committee, review }));
  const found = seen.items.find((item) => item.person.id === person);
  if (!found) throw new Error('the review does not show this person');
  return found;
}

export const keep = { action: 'keep', reason: null, note: null, toPlan: null, toPosition: null } as const;
export const remove = { ...keep, action: 'remove', reason: 'over-age' } as const;
export const paper = { body: 'Standing committee', decision: '45-QĐ/ĐU', decidedOn: '2026-03-01', basis: '7 of 7' };

export async function decide(scene: Scene, review: YearlyReviewId, person: PersonId, choice: Choice) {
  const { subject } = await itemOf(scene, review, person);
  return decideItem(again(scene.clerk), { committee: scene.committee, review, subject, choice });
}

/** The one too old is removed, the appointed one too, the young one goes to the next term. */
export async function allDecided(scene: Reviewed) {
  const review = await begin(scene);
  const [, deputy] = scene.next.positions;
  must(await decide(scene, review, scene.people.old, remove));
  must(await decide(scene, review, scene.people.appointed, { ...remove, reason: 'appointed' }));
  const carry = { ...keep, action: 'carry-over', toPlan: scene.next.id, toPosition: deputy?.id ?? null } as const;
  must(await decide(scene, review, scene.people.young, carry));
  return review;
}

/** Who stands in the plan now, as "name at position since day by decision". */
export async function whoStands(scene: Scene, plan: Plan): Promise<readonly string[]> {
  const { entries, plan: now } = must(await seePlan(again(scene.clerk), { committee: scene.committee, plan: plan.id }));
  const names = new Map<string, string>(
    Object.entries(
      await namesOf(
        scene,
        entries.map(({ person }) => person),
      ),
    ),
  );
  return entries
    .map(({ person, position: at, enteredOn, decisionIn }) => {
      const title = now.positions.find(({ id }) => id === at)?.title;
      return `${names.get(person)} at ${title} since ${enteredOn} by ${decisionIn}`;
    })
    .sort();
}

async function namesOf(scene: Scene, ids: readonly PersonId[]): Promise<Readonly<Record<string, string>>> {
  const people = await peopleByIds(again(scene.clerk), scene.committee, ids);
  return Object.fromEntries(people.map(({ id, fullName }) => [id, fullName]));
}
