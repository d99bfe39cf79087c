/** A review of three hundred people on forty positions asks the database as often as one of three. */

import { client } from '../../../src/database/client.ts';
import { openDatabase } from '../../../src/database/connect.ts';
import { confirmReview } from '../../../src/features/yearly-reviews/operations/confirm.ts';
import { decideItem, keepTheRest } from '../../../src/features/yearly-reviews/operations/decide.ts';
import { seeReview } from '../../../src/features/yearly-reviews/operations/look.ts';
import type { YearlyReviewId } from '../../../src/features/yearly-reviews/types.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { startDatabaseProxy } from '../../support/app-tcp-proxy.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, must, type Scene } from '../nominations/scene.ts';
import { begin, createReviewed, itemOf, keep, paper, type Reviewed } from './scene.ts';

const { handle, url } = await createTestDatabase();
const wire = await startDatabaseProxy(url);
const counted = openDatabase(wire.url, 2);
afterAll(async () => {
  await counted.close();
  await wire.close();
});

const removal = { ...keep, action: 'remove', reason: 'over-age' } as const;

/** Statements of looking, deciding, keeping the rest and confirming, each after one that is not counted. */
async function statementsOf(scene: Reviewed, review: YearlyReviewId): Promise<readonly number[]> {
  const act = () => ({ ...again(scene.clerk), store: counted.handle });
  const at = { committee: scene.committee, review };
  must(await seeReview(act(), at));
  const { subject } = await itemOf(scene, review, scene.people.old);
  const other = await itemOf(scene, review, scene.people.appointed);
  must(await decideItem(act(), { ...at, subject: other.subject, choice: { ...removal, reason: 'appointed' } }));
  const steps = [
    async () => must(await seeReview(act(), at)),
    async () => must(await decideItem(act(), { ...at, subject, choice: removal })),
    async () => must(await keepTheRest(act(), at)),
    async () => must(await confirmReview(act(), { ...at, paper }, [])),
  ];
  const numbers: number[] = [];
  for (const step of steps) {
    wire.statements();
    await step();
    numbers.push(wire.statements().length);
  }
  return numbers;
}

/** Forty positions, and three hundred people over them, as an import would have put them there. */
async function grow(scene: Scene): Promise<void> {
  const planId = scene.plan.id;
  const numbers = Array.from({ length: 300 }, (_, number) => number);
  const positions = numbers
    .slice(0, 40)
    .map((number) => ({ id: newId(), title: `Post ${number}`, rank: 100 + number }));
  const people = numbers.map((number) => ({ id: newId(), fullName: `Người Thứ ${number}` }));
  const { workspaceId } = await client(handle).person.findFirstOrThrow({ where: { id: scene.clerk.person } });
  await client(handle).position.createMany({ data: positions.map((one) => ({ ...one, planId, seats: 3, level: 5 })) });
  await client(handle).person.createMany({
    data: people.map((one) => ({
      ...{ ...one, workspaceId, searchName: one.fullName, sex: 'male', birthMonth: '1985-04', level: 3 },
      ...{ source: 'import', createdAt: scene.clerk.now },
    })),
  });
  await client(handle).planEntry.createMany({
    data: people.map(({ id: personId }, number) => ({
      ...{ id: newId(), planId, personId, positionId: positions[number % 40]?.id ?? '', enteredOn: '2025-06-01' },
    })),
  });
}

test('three hundred people on forty positions cost as many statements as three on two', async () => {
  const small = await createReviewed(handle);
  const large = await createReviewed(handle);
  await grow(large);

  const few = await statementsOf(small, await begin(small));
  const many = await statementsOf(large, await begin(large));

  expect(many).toEqual(few);
});
