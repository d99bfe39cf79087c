import { client } from '../../src/database/client.ts';
import { inTransaction } from '../../src/database/in-transaction.ts';
import type { RenderContext } from '../../src/delivery/renderers.ts';
import { cancelBatch, refresh, send } from '../../src/delivery/send.ts';
import { Bug } from '../../src/kernel/errors.ts';
import { newId, type PersonId } from '../../src/kernel/ids.ts';
import { testAct } from '../support/acts.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { type ScriptedPlatform, scriptedPlatform } from './scripted-platform.ts';
import { createWorld, openSender, plainRenderers, sendAllDue, textMessage, type World } from './world.ts';

let database: TestDatabase;
let world: World;
let platform: ScriptedPlatform;
const channel = { channel: 'C1' };

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  world = await createWorld(database);
  platform = scriptedPlatform();
});

function texts(): string[] {
  return platform.posted.map((card) => card.message.summary);
}

describe('what is said', () => {
  test('a card whose key was used before is not said again', async () => {
    const sender = openSender(database, world, platform);

    const first = await world.say('a', channel);
    const second = await world.say('a', channel);
    await sendAllDue(sender, world);

    expect([first, second]).toEqual([true, false]);
    expect(texts()).toEqual(['a']);
  });

  test('a card of an act that is rolled back is never sent', async () => {
    const sender = openSender(database, world, platform);
    const act = testAct(database.handle, { workspace: world.workspace });

    const failing = inTransaction(act, async (tx) => {
      await send(tx, act, { kind: 'test.card', ids: { text: 'no' }, to: channel, key: 'no' });
      throw new Bug('the act failed');
    });
    await expect(failing).rejects.toThrow(Bug);
    await sendAllDue(sender, world);

    expect(texts()).toEqual([]);
  });

  test.each([
    ['general', 'general'],
    ['vn-party', 'party'],
  ] as const)('a card of a %s committee addresses its reader in %s words', async (profile, speech) => {
    await client(database.handle).committee.update({ where: { id: world.committee }, data: { profile } });
    const reader = await world.addPerson('U1', { locale: 'vi' });
    const seen: string[] = [];
    const sender = openSender(database, world, platform, {
      renderers: {
        'test.card': async ({ act }) => {
          seen.push(act.speech);
          return textMessage('b');
        },
      },
    });
    await world.say('b', { person: reader });

    await sendAllDue(sender, world);

    expect(seen).toEqual([speech]);
  });

  test('a card is worded for its reader, in their language and zone, when it goes out', async () => {
    const reader = await world.addPerson('U1', { locale: 'vi', zone: 'Europe/Paris' });
    const seen: unknown[] = [];
    const sender = openSender(database, world, platform, {
      renderers: {
        'test.card': async ({ act, to }) => {
          seen.push([act.locale, act.zone, act.person, to]);
          return textMessage('x');
        },
      },
    });

    await world.say('a', { person: reader });
    await world.say('b', channel);
    await sendAllDue(sender, world);

    expect(seen).toContainEqual(['vi', 'Europe/Paris', reader, { person: reader }]);
    expect(seen).toContainEqual(['vi', 'Asia/Ho_Chi_Minh', null, channel]);
  });

  test('a card about which there is nothing to say any more is dropped', async () => {
    const sender = openSender(database, world, platform, { renderers: { 'test.card': async () => null } });

    await world.say('a', channel);
    await sendAllDue(sender, world);

    expect(texts()).toEqual([]);
    expect(await world.states()).toEqual({ a: 'dropped' });
  });

  test('a renderer that fails does not stop other recipients, and after five tries the secretary is told', async () => {
    const secretary = await world.addPerson('U9');
    await world.giveRole(secretary, 'clerk');
    const renderers = {
      ...plainRenderers,
      broken: async () => {
        throw new Bug('no words');
      },
    };
    const sender = openSender(database, world, platform, { renderers });

    await world.say('a', channel, { kind: 'broken' });
    await world.say('b', { channel: 'C2' });
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await sendAllDue(sender, world);
      world.later(100_000);
    }

    expect(texts()).toEqual(['b', 'not arrived: rendering-failed']);
    expect((await world.states()).a).toBe('undeliverable');
  });
});

describe('who is told', () => {
  test('a person without a chat account is listed to be told outside the chat', async () => {
    const sender = openSender(database, world, platform);

    await world.say('a', { person: await world.addPerson(null) });
    await sendAllDue(sender, world);

    expect(await world.states()).toEqual({ a: 'no-account' });
  });

  test.each([
    { who: 'a guest without a role', outsider: true, roles: [] as string[], state: 'not-allowed' },
    { who: 'a guest with a role', outsider: true, roles: ['observer'], state: 'sent' },
    { who: 'a member of the organisation', outsider: false, roles: [] as string[], state: 'sent' },
  ])('private cards for $who: $state', async ({ outsider, roles, state }) => {
    const sender = openSender(database, world, platform);
    const person = await world.addPerson('U1', { isOutsider: outsider });
    if (roles.length > 0) await world.giveRole(person, ...roles);

    await world.say('a', { person });
    await sendAllDue(sender, world);

    expect(await world.states()).toEqual({ a: state });
  });

  test('the secretary is told once that a deactivated person was not reached', async () => {
    const sender = openSender(database, world, platform);
    await world.giveRole(await world.addPerson('U9'), 'clerk');
    const left = await world.addPerson('U1', { isActive: false });

    await world.say('a', { person: left });
    await world.say('b', { person: left });
    await sendAllDue(sender, world);

    expect(texts()).toEqual(['not arrived: recipient-gone']);
    expect(platform.posted[0]?.to).toBe('U9');
  });

  test('a notice that is itself undeliverable causes no further notice', async () => {
    const sender = openSender(database, world, platform);
    await world.giveRole(await world.addPerson('U9', { isActive: false }), 'clerk');

    await world.say('a', { person: await world.addPerson('U1', { isActive: false }) });
    await sendAllDue(sender, world);

    expect(platform.calls).toEqual([]);
    expect(Object.values(await world.states())).toEqual(['undeliverable', 'undeliverable']);
  });
});

describe('undo', () => {
  test('a held batch is sent after its minute, and taken back before it', async () => {
    const sender = openSender(database, world, platform);
    const hold = { holdUntil: new Date(world.clock.now().getTime() + 60_000) };
    const [kept, undone] = [newId(), newId()];
    await world.say('a', channel, { ...hold, batch: kept });
    await world.say('b', channel, { ...hold, batch: undone });
    await world.say('c', { channel: 'C2' }, { ...hold, batch: undone });

    await sendAllDue(sender, world);
    const before = texts();
    const isUndone = await cancelBatch(world.store, { workspace: world.workspace, now: world.clock.now() }, undone);
    world.later(60_000);
    await sendAllDue(sender, world);

    expect(before).toEqual([]);
    expect(isUndone).toBe(true);
    expect(texts()).toEqual(['a']);
  });

  test('a batch of which something was sent stays as it is', async () => {
    const sender = openSender(database, world, platform);
    const batch = newId();
    await world.say('a', channel, { batch });
    await sendAllDue(sender, world);
    await world.say('b', channel, { batch, holdUntil: new Date(world.clock.now().getTime() + 60_000) });

    const isUndone = await cancelBatch(world.store, { workspace: world.workspace, now: world.clock.now() }, batch);

    expect(isUndone).toBe(false);
    expect(await world.states()).toEqual({ a: 'sent', b: 'waiting' });
  });

  test('undo and sending at the same moment: either nothing was posted, or undo says so', async () => {
    const sender = openSender(database, world, platform);
    for (let round = 0; round < 25; round += 1) {
      const batch = newId();
      const before = platform.posted.length;
      await world.say(`${round}a`, { channel: 'C1' }, { batch });
      await world.say(`${round}b`, { channel: 'C2' }, { batch });

      sender.wake(world.workspace);
      await new Promise((resolve) => setTimeout(resolve, round));
      const act = testAct(database.handle, { workspace: world.workspace });
      const isUndone = await inTransaction(act, (tx) => cancelBatch(tx, act, batch));
      await sender.idle();

      expect(platform.posted.length - before).toBe(isUndone ? 0 : 2);
    }
  });
});

describe('after an outage', () => {
  test('what is still due is caught up in order, what is no longer due is dropped', async () => {
    const now = world.clock.now().getTime();
    await world.say('day before', channel, { validUntil: new Date(now + 3_600_000) });
    await world.say('decision', channel);
    await world.say('hour before', channel, { validUntil: new Date(now + 100 * 3_600_000) });

    world.later(48 * 3_600_000);
    await sendAllDue(openSender(database, world, platform), world);

    expect(texts()).toEqual(['decision', 'hour before']);
    expect((await world.states())['day before']).toBe('dropped');
  });
});

describe('redrawing', () => {
  const renderers = {
    ...plainRenderers,
    'test.card': async ({ ids, isRedraw }: RenderContext) => textMessage(isRedraw ? `${ids.text} anew` : `${ids.text}`),
  };

  test('many wishes before the next drawing are one drawing, with the newest words', async () => {
    let state = 'open';
    const renderers = { 'test.card': async () => textMessage(state) };
    const sender = openSender(database, world, platform, { renderers });
    await world.say('a', channel);
    await sendAllDue(sender, world);

    for (state of ['1 of 3', '2 of 3', 'done']) {
      await refresh(world.store, { workspace: world.workspace, now: world.clock.now() }, { key: 'a' });
    }
    await sendAllDue(sender, world);

    expect(platform.posted).toMatchObject([{ updates: 1, message: { summary: 'done' } }]);
  });

  test('a wish that comes while the card is being posted is drawn afterwards', async () => {
    const sender = openSender(database, world, platform, { renderers });
    platform.onPost = async () => {
      await refresh(world.store, { workspace: world.workspace, now: world.clock.now() }, { kind: 'test.card' });
      platform.onPost = async () => {};
    };

    await world.say('a', channel);
    await sendAllDue(sender, world);

    expect(platform.posted).toMatchObject([{ updates: 1 }]);
  });

  test('after a recusal exactly the cards of that person that may show the case are replaced', async () => {
    const [reader, other] = [await world.addPerson('U1'), await world.addPerson('U2')];
    const [hidden, open] = [newId<PersonId>(), newId<PersonId>()];
    const sender = openSender(database, world, platform, { renderers });
    await world.say('hidden', { person: reader }, { nominees: [hidden] });
    await world.say('open', { person: reader }, { nominees: [open] });
    await world.say('other', { person: other }, { nominees: [hidden] });
    await sendAllDue(sender, world);

    const act = { workspace: world.workspace, now: world.clock.now() };
    await refresh(world.store, act, { persons: [reader], nominees: [hidden] });
    await sendAllDue(sender, world);

    const redrawn = platform.posted.filter((card) => card.updates > 0).map((card) => card.message.summary);
    expect(redrawn).toEqual(['hidden anew']);
  });

  test('a posted card that was deleted in the chat is not posted again, and the secretary is told', async () => {
    await world.giveRole(await world.addPerson('U9'), 'clerk');
    const sender = openSender(database, world, platform, { renderers });
    await world.say('a', channel);
    await sendAllDue(sender, world);
    platform.posted.splice(0);

    await refresh(world.store, { workspace: world.workspace, now: world.clock.now() }, { ids: { text: 'a' } });
    await sendAllDue(sender, world);
    await sendAllDue(sender, world);

    expect(texts()).toEqual(['not arrived: message-gone']);
    expect(platform.calls.filter((call) => call.startsWith('update'))).toHaveLength(1);
  });
});

test('the database refuses a card to nobody and a sent card without an address', async () => {
  await world.say('a', channel);

  const nobody = client(world.store).delivery.updateMany({ where: { key: 'a' }, data: { channelId: null } });
  const noAddress = client(world.store).delivery.updateMany({ where: { key: 'a' }, data: { state: 'sent' } });

  await expect(nobody).rejects.toThrow('delivery_one_recipient');
  await expect(noAddress).rejects.toThrow('delivery_sent_has_address');
});
