/**
 * Whatever the committee secretary types and whatever stands behind the buttons of the answers asks the database as often
 * for three hundred people on forty positions as for six on two.
 */
import { openDatabase } from '../../src/database/connect.ts';
import type { Scene } from '../features/nominations/scene.ts';
import { startDatabaseProxy } from '../support/app-tcp-proxy.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { committeeWith, large, small } from './scene.ts';
import { costOfEachStep } from './steps.ts';

const { handle, url } = await createTestDatabase();
const wire = await startDatabaseProxy(url);
const counted = openDatabase(wire.url, 2, 20);
afterAll(async () => {
  await counted.close();
  await wire.close();
});

test('every command and every button in its answer costs the same for 300 people on 40 positions as for 6 on 2', async () => {
  const few = await statementsOf(await committeeWith(handle, small));
  const many = await statementsOf(await committeeWith(handle, large));

  const dearer = [...few].flatMap(([path, cost]) => {
    const withMany = many.get(path) ?? cost;
    return withMany > cost ? [`${path}: ${cost} with few, ${withMany} with many`] : [];
  });

  expect(few.size).toBeGreaterThan(80);
  expect(dearer).toEqual([]);
}, 600_000);

function statementsOf(scene: Scene): Promise<ReadonlyMap<string, number>> {
  return costOfEachStep({ ...scene.clerk, store: counted.handle }, async (step) => {
    wire.statements();
    const value = await step();
    return { value, cost: wire.statements().length };
  });
}
