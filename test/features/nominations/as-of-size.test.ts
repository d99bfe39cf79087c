/** The plan on a day, and what changed between two, cost as many statements for three hundred people as for three. */
import { expect, test } from '@jest/globals';
import { client } from '../../../src/database/client.ts';
import { openDatabase } from '../../../src/database/connect.ts';
import { seeChanges, seePlanAsOf } from '../../../src/features/nominations/operations/as-of.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { startDatabaseProxy } from '../../support/app-tcp-proxy.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { dayAfter, onDay } from './dated-world.ts';
import { createScene, must, type Scene } from './scene.ts';

const { handle, url } = await createTestDatabase();
const wire = await startDatabaseProxy(url);
const counted = openDatabase(wire.url, 2);
afterAll(async () => {
  await counted.close();
  await wire.close();
});

/** Everybody entered on the third day, put forward on the second; half of them left on the fourth. */
async function grow(scene: Scene, count: number): Promise<void> {
  const { workspaceId } = await client(handle).person.findFirstOrThrow({ where: { id: scene.clerk.person } });
  const people = Array.from({ length: count }, (_, number) => ({ id: newId(), fullName: `Người Thứ ${number}` }));
  const at = { planId: scene.plan.id, positionId: scene.deputy.id };
  await client(handle).person.createMany({
    data: people.map((one) => ({
      ...{ ...one, workspaceId, searchName: one.fullName, source: 'import', createdAt: scene.clerk.now },
    })),
  });
  await client(handle).planEntry.createMany({
    data: people.map(({ id: personId }, number) => ({
      ...{ id: newId(), ...at, personId, enteredOn: dayAfter(2), leftOn: number % 2 === 0 ? dayAfter(3) : null },
    })),
  });
  await client(handle).nomination.createMany({
    data: people.map(({ id: personId }) => ({
      ...{ id: newId(), ...at, personId, source: 'inside', state: 'listed', proposedBy: scene.clerk.person },
      ...{ proposedAt: onDay(scene, 1).now, listedAt: onDay(scene, 1).now },
    })),
  });
}

async function statementsOf(scene: Scene): Promise<readonly number[]> {
  const act = { ...onDay(scene, 9), store: counted.handle };
  const at = { committee: scene.committee, plan: scene.plan.id };
  const looks = [
    async () => must(await seePlanAsOf(act, { ...at, on: dayAfter(2) })),
    async () => must(await seeChanges(act, { ...at, from: dayAfter(0), to: dayAfter(4) })),
  ];
  const numbers: number[] = [];
  for (const look of looks) {
    // Once uncounted: a connection says hello once.
    await look();
    wire.statements();
    await look();
    numbers.push(wire.statements().length);
  }
  return numbers;
}

test('three hundred people cost as many statements as three', async () => {
  const [small, large] = [await createScene(handle), await createScene(handle)];
  await grow(small, 3);
  await grow(large, 300);

  expect(await statementsOf(large)).toEqual(await statementsOf(small));
});
