/** Forty names are approved and decided with as many statements as three: people wait for the answer. */
import { openDatabase } from '../../../src/database/connect.ts';
import { approveTheRest } from '../../../src/features/submissions/operations/answer.ts';
import { settleSubmission } from '../../../src/features/submissions/operations/settle.ts';
import { startDatabaseProxy } from '../../support/app-tcp-proxy.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, value } from '../reviews/review-world.ts';
import { createSubmissionWorld, found, sent } from './submission-world.ts';

const { handle, url } = await createTestDatabase();
const wire = await startDatabaseProxy(url);
const counted = openDatabase(wire.url, 2);
afterAll(async () => {
  await counted.close();
  await wire.close();
});

/** Of approving all that wait, and of entering the decision. */
async function statementsFor(names: readonly string[]): Promise<readonly number[]> {
  const world = await createSubmissionWorld(handle, [...names]);
  const id = await sent(world);
  await found({ ...world.answerer, store: counted.handle }, id);
  wire.statements();
  value(await approveTheRest({ ...again(world.answerer, 3), store: counted.handle }, id));
  const approving = wire.statements().length;
  const decision = { submission: id, number: '5-QĐ', dated: '2026-03-02' };
  value(await settleSubmission({ ...again(world.clerk, 4), store: counted.handle }, decision));
  return [approving, wire.statements().length];
}

test('approving and deciding forty names costs as many statements as three', async () => {
  const few = await statementsFor(['Ann', 'Ben', 'Cleo']);
  const many = await statementsFor(Array.from({ length: 40 }, (_, index) => `Nominee ${index + 1}`));

  expect(Math.min(...few)).toBeGreaterThan(5);
  expect(many).toEqual(few);
});
