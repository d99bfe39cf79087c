/** A posted card is drawn again only when it is to say something else than what stands there. */
import { client } from '../../src/database/client.ts';
import { refresh } from '../../src/delivery/send.ts';
import { fingerprintsWith, noteReplaced } from '../../src/delivery/words.ts';
import { type DeliveryId, newId } from '../../src/kernel/ids.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { type ScriptedPlatform, scriptedPlatform } from './scripted-platform.ts';
import { createWorld, openSender, sendAllDue, textMessage } from './world.ts';

const database = await createTestDatabase();
const channel = { channel: 'C1' };

/** One posted card that says `says.now`. */
async function scene() {
  const world = await createWorld(database);
  const platform = scriptedPlatform();
  const says = { now: 'open' };
  const sender = openSender(database, world, platform, {
    renderers: { 'test.card': async () => textMessage(says.now) },
  });
  const act = { workspace: world.workspace, now: world.clock.now() };
  await world.say('a', channel, { batch: newId() });
  await sendAllDue(sender, world);
  return {
    ...{ world, platform, says },
    async drawAgain(text: string, which = {}): Promise<void> {
      says.now = text;
      await refresh(world.store, act, { key: 'a', ...which });
      await sendAllDue(sender, world);
    },
    row: () => client(world.store).delivery.findFirstOrThrow({ where: { workspaceId: world.workspace } }),
  };
}

function updates({ calls }: ScriptedPlatform): number {
  return calls.filter((call) => call.startsWith('update')).length;
}

test('a card that would say the same is left alone, and the wish is fulfilled', async () => {
  const { platform, drawAgain, row } = await scene();

  await drawAgain('open');

  expect(updates(platform)).toBe(0);
  expect(await row()).toMatchObject({ wantsVersion: 1, shownVersion: 1 });
});

test('what the last drawing put there counts, not what the card said first', async () => {
  const { platform, drawAgain } = await scene();

  await drawAgain('done');
  await drawAgain('done');
  await drawAgain('open');

  expect(updates(platform)).toBe(2);
  expect(platform.posted).toMatchObject([{ message: { summary: 'open' } }]);
});

test('a card in which a click put other words is drawn whenever that is wished', async () => {
  const { world, platform, drawAgain } = await scene();
  await noteReplaced(world.store, world.workspace, { ts: '1' });

  await drawAgain('open');
  await drawAgain('open');

  expect(updates(platform)).toBe(2);
});

test('a click on a card of another workspace changes nothing here', async () => {
  const { platform, drawAgain } = await scene();
  const other = await createWorld(database);
  await noteReplaced(other.store, other.workspace, { ts: '1' });

  await drawAgain('open');

  expect(updates(platform)).toBe(0);
});

test('after a drawing whose answer was lost, the first words are drawn again', async () => {
  const { world, platform, drawAgain } = await scene();
  platform.scriptUpdates('lost');
  await drawAgain('done');
  world.later(60_000);

  await drawAgain('open');

  expect(platform.posted).toMatchObject([{ message: { summary: 'open' } }]);
});

test('cards of the batch that is excepted get no wish at all', async () => {
  const { platform, drawAgain, row } = await scene();
  const { batchId } = await row();

  await drawAgain('done', { exceptBatch: batchId });

  expect(updates(platform)).toBe(0);
  expect(await row()).toMatchObject({ wantsVersion: 0 });
});

test('the same words on two cards, or under two secrets, leave different fingerprints', () => {
  const [one, two] = [fingerprintsWith(new Uint8Array(32)), fingerprintsWith(new Uint8Array(32).fill(1))];
  const [card, other] = [{ id: newId<DeliveryId>() }, { id: newId<DeliveryId>() }];
  const message = textMessage('Council');

  const prints = [one(card, message), one(other, message), two(card, message)];

  expect(new Set(prints).size).toBe(3);
  expect(one(card, message)).toBe(prints[0]);
});
