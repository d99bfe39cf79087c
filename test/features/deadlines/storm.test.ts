import { playStorm, type StormOptions } from '../../support/reminder-storm.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.close());

const small: StormOptions = {
  size: { workspaces: 3, committees: 4, people: 25, channelCards: 10 },
  pacing: { perChannelMs: 20, perWorkspaceMs: 10, redrawMs: 0, askMs: 0 },
  ...{ answersAfterMs: 5, settleMs: 1_000, limitMs: 150_000, kills: true },
};

test('300 reminders due at once in 12 committees of 3 workspaces, two instances, one killed half-way: each once, in order, within the pace', async () => {
  const result = await playStorm(database.handle, database.url, small);

  expect(result).toMatchObject({ reminders: 300, isComplete: true, twice: 0, outOfOrder: 0 });
  expect(result.killedAt).toBeGreaterThanOrEqual(150);
  // The most that the pace allows in a minute; a whole minute's worth is never reached by so few.
  expect(result.mostAMinute).toBeLessThanOrEqual(60_000 / small.pacing.perWorkspaceMs);
}, 180_000);
