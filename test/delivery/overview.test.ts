import { client } from '../../src/database/client.ts';
import { batchProgress, pending } from '../../src/delivery/pending.ts';
import { sendAll } from '../../src/delivery/send.ts';
import type { Viewer } from '../../src/features/access/types.ts';
import { newId, type PersonId } from '../../src/kernel/ids.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { scriptedPlatform } from './scripted-platform.ts';
import { createWorld, openSender, sendAllDue, type World } from './world.ts';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  world = await createWorld(database);
});

function viewer(hiddenNominees: readonly PersonId[] = []): Viewer {
  return { workspace: world.workspace, committee: world.committee, hiddenNominees } as unknown as Viewer;
}

test('the secretary sees who has to be told outside the chat, but nothing of a case closed to them', async () => {
  const nominee = newId<PersonId>();
  const absent = await world.addPerson(null);
  await world.say('invitation', { person: absent });
  await world.say('about a case', { person: absent }, { nominees: [nominee] });
  await world.say('about a list', { person: absent }, { nominees: [nominee, newId<PersonId>()] });
  await world.say('reached', { person: await world.addPerson('U1') });
  await sendAllDue(openSender(database, world, scriptedPlatform()), world);

  const all = await pending(world.store, viewer(), { state: 'no-account' });
  const recused = await pending(world.store, viewer([nominee]));

  expect(all.map((card) => card.key)).toEqual(['invitation', 'about a case', 'about a list']);
  expect(recused.map((card) => card.key)).toEqual(['invitation', 'about a list']);
});

test('a batch tells how much of it waits and how much went out', async () => {
  const batch = newId();
  const holdUntil = new Date(world.clock.now().getTime() + 60_000);
  for (const key of ['a', 'b', 'c']) await world.say(key, { channel: key }, { batch, holdUntil });
  const before = await batchProgress(world.store, viewer(), batch);

  world.later(60_000);
  await sendAllDue(openSender(database, world, scriptedPlatform()), world);

  expect(before).toEqual({ waiting: 3, sent: 0 });
  expect(await batchProgress(world.store, viewer(), batch)).toEqual({ waiting: 0, sent: 3 });
});

test('thousands of cards in one act keep their order', async () => {
  const cards = Array.from({ length: 3000 }, (_, index) => ({
    kind: 'test.card',
    ids: { text: String(index) },
    to: { channel: 'C1' },
    key: `many ${index}`,
  }));

  const count = await sendAll(world.store, { workspace: world.workspace, now: world.clock.now() }, cards);

  const rows = await client(world.store).delivery.findMany({
    where: { workspaceId: world.workspace },
    orderBy: { sequence: 'asc' },
    select: { key: true },
  });
  expect(count).toBe(3000);
  expect(rows.map((row) => row.key)).toEqual(cards.map((card) => card.key));
});

test('a sender that loses its lock in the middle stops, and the next wake-up sends the rest once', async () => {
  const platform = scriptedPlatform();
  const sender = openSender(database, world, platform);
  for (let index = 0; index < 6; index += 1) await world.say(String(index), { channel: 'C1' });
  platform.onPost = async () => {
    if (platform.posted.length !== 2) return;
    platform.onPost = async () => {};
    await client(world.store).$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'quorate locks' AND datname = current_database()`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  };

  await sendAllDue(sender, world);
  await sendAllDue(sender, world);

  expect(platform.posted.map((card) => card.message.summary)).toEqual(['0', '1', '2', '3', '4', '5']);
});
