/** The same committee with a small plan and with a large one: names put forward, people who stand in it, a review of the list. */
import { client } from '../../src/database/client.ts';
import { startProcedure } from '../../src/features/procedures/operations/start.ts';
import { openRound, prepareRound } from '../../src/features/reviews/operations/open.ts';
import { openReview } from '../../src/features/yearly-reviews/operations/open.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';
import { newId } from '../../src/kernel/ids.ts';
import { again, createScene, must, type Scene } from '../features/nominations/scene.ts';

export interface Size {
  readonly people: number;
  readonly positions: number;
}

export const small: Size = { people: 6, positions: 2 };
export const large: Size = { people: 300, positions: 40 };

/** Half of the people stand in the plan and its yearly review, half are put forward for it and under review. */
export async function committeeWith(store: StoreHandle, size: Size): Promise<Scene> {
  const scene = await createScene(store);
  await grow(store, scene, size);
  const stated = { date: '2026-03-20', time: null } as const;
  const { committee, plan } = scene;
  const { round } = must(await prepareRound(again(scene.clerk), { committee, plan: plan.id, stated, why: null }));
  must(await openRound(again(scene.clerk), round.id));
  must(await startProcedure(again(scene.clerk), { committee, plan: plan.id, occasion: 'yearly-review' }));
  must(await openReview(again(scene.clerk), { committee, plan: plan.id }, []));
  return scene;
}

/** Straight into the tables: entering so many is not what is looked at. */
async function grow(store: StoreHandle, scene: Scene, size: Size): Promise<void> {
  const planId = scene.plan.id;
  const { workspaceId } = await client(store).person.findFirstOrThrow({ where: { id: scene.clerk.person } });
  const more = Array.from({ length: size.positions - 2 }, (_, number) => number);
  const positions = more.map((number) => ({ id: newId(), title: `Post ${number}`, rank: 100 + number }));
  const people = Array.from({ length: size.people }, (_, number) => ({ id: newId(), fullName: named(number) }));
  const places = [scene.deputy.id, scene.secretary.id, ...positions.map(({ id }) => id)];
  await client(store).position.createMany({ data: positions.map((one) => ({ ...one, planId, seats: 3, level: 5 })) });
  await client(store).person.createMany({
    data: people.map((one) => ({
      ...{ ...one, workspaceId, searchName: one.fullName.toLowerCase(), sex: 'male', birthMonth: '1985-04', level: 3 },
      ...{ unit: 'Office', statePost: 'Head of division', source: 'import', createdAt: scene.clerk.now },
    })),
  });
  const placed = people.map(({ id: personId }, number) => {
    const positionId = places[Math.floor(number / 2) % places.length] ?? '';
    return { id: newId(), planId, personId, positionId };
  });
  await client(store).planEntry.createMany({
    data: placed.filter(isEven).map((one) => ({ ...one, enteredOn: '2025-06-01' })),
  });
  await client(store).nomination.createMany({
    data: placed.filter(isOdd).map((one) => ({
      ...{ ...one, source: 'inside', state: 'listed', proposedBy: scene.clerk.person, proposedAt: scene.clerk.now },
    })),
  });
}

const named = (number: number) => `Person Number${String(number).padStart(3, '0')}`;
const isEven = (_: unknown, index: number) => index % 2 === 0;
const isOdd = (_: unknown, index: number) => index % 2 === 1;
