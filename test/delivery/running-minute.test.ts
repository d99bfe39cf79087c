/** A sender that takes over keeps the pace of the minute that another one began. */
import { postsOfLastMinute } from '../../src/delivery/rows.ts';
import { openRunningMinute } from '../../src/delivery/running-minute.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { type ScriptedPlatform, scriptedPlatform } from './scripted-platform.ts';
import { createWorld, noPacing, openSender, sendAllDue, type World } from './world.ts';

/** Six posts a minute. */
const slow = { ...noPacing, perWorkspaceMs: 10_000 };

let database: TestDatabase;
let world: World;
let platform: ScriptedPlatform;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  world = await createWorld(database);
  platform = scriptedPlatform();
});

async function sentByAnother(channels: readonly string[]): Promise<void> {
  for (const channel of channels) await world.say(`before ${channel}`, { channel });
  await sendAllDue(openSender(database, world, platform), world);
}

/** How long it takes the sender that takes over to post one more card; only ever compared with a least time. */
async function oneMoreTakes(channel: string, pacing: typeof noPacing): Promise<number> {
  const sender = openSender(database, world, platform, { pacing });
  await world.say('one more', { channel });
  const start = performance.now();
  await sendAllDue(sender, world);
  return performance.now() - start;
}

test('a minute that another sender filled has to pass before the next one posts', async () => {
  await sentByAnother(['C1', 'C2', 'C3', 'C4', 'C5', 'C6']);
  world.later(59_400);

  const took = await oneMoreTakes('C7', slow);

  expect(took).toBeGreaterThanOrEqual(590);
  expect(await world.states()).toMatchObject({ 'one more': 'sent' });
});

test('a post whose answer never came counts as posted just now', async () => {
  await sentByAnother(['C1']);
  platform.script('C2', 'lost');
  await sentByAnother(['C2']);
  world.later(59_400);

  const earlier = await postsOfLastMinute(world.store, world.workspace, world.clock.now());

  expect(new Map(earlier.map(({ lane, agoMs }) => [lane, agoMs]))).toEqual(
    new Map([
      ['channel:C1', 59_400],
      ['channel:C2', 0],
    ]),
  );
});

test('the time between two posts in a channel holds across senders', async () => {
  await sentByAnother(['C1']);
  world.later(200);

  const took = await oneMoreTakes('C1', { ...noPacing, perChannelMs: 800 });

  expect(took).toBeGreaterThanOrEqual(590);
});

test('control: what was posted more than a minute ago holds nothing up, nor does another workspace', async () => {
  await sentByAnother(['C1', 'C2', 'C3', 'C4', 'C5', 'C6']);
  const busy = world;
  world = await createWorld(database, busy.clock);

  await oneMoreTakes('C1', slow);
  const elsewhere = await world.states();
  world = busy;
  world.later(60_001);
  await oneMoreTakes('C1', slow);

  expect(elsewhere).toEqual({ 'one more': 'sent' });
  expect(await world.states()).toMatchObject({ 'one more': 'sent' });
});

test('whoever waits for a turn and may not send any more posts nothing', async () => {
  const minute = openRunningMinute({ perChannelMs: 0, perWorkspaceMs: 60_000 }, [{ lane: 'channel:C1', agoMs: 0 }]);
  let posts = 0;

  await minute.inTurn(
    'channel:C2',
    () => false,
    async () => {
      posts += 1;
    },
  );

  expect(posts).toBe(0);
});
