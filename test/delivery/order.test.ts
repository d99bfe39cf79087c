import fc from 'fast-check';
import { newId } from '../../src/kernel/ids.ts';
import { patiently } from '../support/eventually.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { type Answer, type ScriptedPlatform, scriptedPlatform } from './scripted-platform.ts';
import { createWorld, openSender, sendAllDue, type World } from './world.ts';

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

function said(to?: string): string[] {
  return platform.posted.filter((card) => !to || card.to === to).map((card) => card.message.summary);
}

describe('lost replies', () => {
  test('a card that was posted although the reply got lost is found and not repeated', async () => {
    const sender = openSender(database, world, platform);
    platform.script('C1', 'lost');

    await world.say('a', { channel: 'C1' });
    await sendAllDue(sender, world);
    world.later(60_000);
    await sendAllDue(sender, world);

    expect(platform.calls).toEqual(['post C1', 'find C1']);
    expect(await world.states()).toEqual({ a: 'sent' });
  });

  test('a card that was not posted is posted again once the platform says it is not there', async () => {
    const sender = openSender(database, world, platform);
    platform.script('C1', 'cut');

    await world.say('a', { channel: 'C1' });
    await sendAllDue(sender, world);
    world.later(60_000);
    await sendAllDue(sender, world);

    expect(platform.calls).toEqual(['post C1', 'find C1', 'post C1']);
    expect(said()).toEqual(['a']);
  });

  test.each([
    { mayRepeat: false, expected: ['a'], state: 'unknown', kind: 'a card is not repeated' },
    { mayRepeat: true, expected: ['a', 'again: a'], state: 'sent', kind: 'an invitation is repeated and says so' },
  ])('where the platform cannot be asked, $kind', async ({ mayRepeat, expected, state }) => {
    const sender = openSender(database, world, platform);
    platform.isBlind = true;
    platform.script('C1', 'lost');

    await world.say('a', { channel: 'C1' }, { mayRepeat });
    for (let hour = 0; hour < 30; hour += 1) {
      await sendAllDue(sender, world);
      world.later(3_600_000);
    }

    expect(said()).toEqual(expected);
    expect(await world.states()).toEqual({ a: state });
  });

  test('while nobody can tell, the lane waits five minutes and then goes on', async () => {
    const sender = openSender(database, world, platform);
    platform.isBlind = true;
    platform.script('C1', 'lost');
    await world.say('a', { channel: 'C1' });
    await world.say('b', { channel: 'C1' });

    const after: number[] = [];
    for (let minute = 0; minute < 8; minute += 1) {
      await sendAllDue(sender, world);
      after.push(said().length);
      world.later(60_000);
    }

    expect(after.slice(0, 5)).toEqual([1, 1, 1, 1, 1]);
    expect(after.at(-1)).toBe(2);
  });
});

describe('Retry-After', () => {
  test('a channel that has to wait keeps its order and holds up no other', async () => {
    const sender = openSender(database, world, platform);
    platform.script('C1', { kind: 'wait', retryAfterMs: 30_000 });
    for (const key of ['a', 'b', 'c']) await world.say(key, { channel: 'C1' });
    for (const key of ['x', 'y']) await world.say(key, { channel: 'C2' });

    await sendAllDue(sender, world);
    const at0 = [said('C1'), said('C2')];
    world.later(29_000);
    await sendAllDue(sender, world);
    const at29 = said('C1');
    world.later(1_000);
    await sendAllDue(sender, world);

    expect(at0).toEqual([[], ['x', 'y']]);
    expect(at29).toEqual([]);
    expect(said('C1')).toEqual(['a', 'b', 'c']);
    expect(platform.calls.filter((call) => call === 'post C1')).toHaveLength(4);
  });

  test('a platform that hangs on one channel delays neither other channels nor other workspaces', async () => {
    const elsewhere = await createWorld(database, world.clock);
    const sender = openSender(database, world, platform);
    let free = (): void => {};
    const stuck = new Promise<void>((resolve) => {
      free = resolve;
    });
    platform.onPost = (to) => (to === 'C1' ? stuck : Promise.resolve());
    await world.say('a', { channel: 'C1' });
    await world.say('b', { channel: 'C2' });
    await elsewhere.say('c', { channel: 'C3' });

    sender.wake(world.workspace);
    sender.wake(elsewhere.workspace);
    while (said().length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await world.say('later', { channel: 'C4' });
    sender.wake(world.workspace);
    while (said().length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    const whileStuck = said().sort();
    free();
    await sender.idle();

    expect(whileStuck).toEqual(['b', 'c', 'later']);
    expect(said('C1')).toEqual(['a']);
  });
});

describe('several instances', () => {
  test('two senders, woken for every card, say each card once and in order', async () => {
    const senders = [openSender(database, world, platform), openSender(database, world, platform)];
    platform.onPost = () => new Promise((resolve) => setTimeout(resolve, 2));

    const keys = Array.from({ length: 40 }, (_, index) => String(index));
    for (const key of keys) {
      await world.say(key, { channel: 'C1' });
      for (const sender of senders) sender.wake(world.workspace);
    }
    for (const sender of [...senders, ...senders]) await sender.idle();

    expect(said()).toEqual(keys);
  });

  test('a card that another instance was woken for while this one was just finishing is not left lying', async () => {
    const other = openSender(database, world, platform);
    let isFirst = true;
    const sender = openSender(database, world, platform, {
      async onRelease() {
        if (!isFirst) return;
        isFirst = false;
        await world.say('late', { channel: 'C1' });
        await sendAllDue(other, world);
      },
    });
    await world.say('early', { channel: 'C1' });

    await sendAllDue(sender, world);

    expect(said()).toEqual(['early', 'late']);
  });
});

test.each([
  ['into a channel', { perChannelMs: 120, perWorkspaceMs: 0 }, ['C1', 'C1', 'C1', 'C1'], 3 * 120],
  ['over a workspace', { perChannelMs: 0, perWorkspaceMs: 40 }, ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'], 6 * 40],
] as const)('pacing keeps the least time between posts %s', async (_where, least, channels, shortest) => {
  let times: number[] = [];
  platform.onPost = async () => void times.push(performance.now());
  const sender = openSender(database, world, platform, { pacing: { ...least, redrawMs: 0, askMs: 0 } });
  const jitterMs = 25;
  let longest = 0;
  let tries = 0;

  // A machine that stops between the turn of the first card and its call makes the time look shorter than it was: the
  // longest of several tries counts. Without the pace each would take a few milliseconds.
  await patiently(async () => {
    times = [];
    tries += 1;
    for (const [index, to] of channels.entries()) await world.say(`${index} ${tries}`, { channel: to });

    await sendAllDue(sender, world);

    longest = Math.max(longest, times.at(-1)! - times[0]!);
    expect(times).toHaveLength(channels.length);
    expect(longest).toBeGreaterThanOrEqual(shortest - jitterMs);
  });
});

test('whatever the platform answers, every channel gets all its cards once, in order', async () => {
  const answer = fc.constantFrom<Answer>('posted', 'lost', 'cut', { kind: 'wait', retryAfterMs: 5000 });
  const scene = fc.record({
    cards: fc.array(fc.constantFrom('C1', 'C2', 'C3'), { minLength: 1, maxLength: 12 }),
    answers: fc.array(fc.tuple(fc.constantFrom('C1', 'C2', 'C3'), answer), { maxLength: 15 }),
  });

  await fc.assert(
    fc.asyncProperty(scene, async ({ cards, answers }) => {
      const here = await createWorld(database);
      const chat = scriptedPlatform();
      for (const [to, said] of answers) chat.script(to, said);
      const sender = openSender(database, here, chat);
      for (const [index, to] of cards.entries()) await here.say(`${index}`, { channel: to });

      for (let round = 0; round < 60; round += 1) {
        await sendAllDue(sender, here);
        if (Object.values(await here.states()).every((state) => state === 'sent')) break;
        here.later(20_000);
      }

      for (const to of ['C1', 'C2', 'C3']) {
        const expected = [...cards.keys()].filter((index) => cards[index] === to).map(String);
        expect(chat.posted.filter((card) => card.to === to).map((card) => card.message.summary)).toEqual(expected);
      }
      await sender.stop();
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('a batch id, a key and a workspace belong together: the same key in two workspaces is two cards', async () => {
  const elsewhere = await createWorld(database, world.clock);
  const sender = openSender(database, world, platform);
  const key = newId();

  await world.say(key, { channel: 'C1' });
  await elsewhere.say(key, { channel: 'C1' });
  await sendAllDue(sender, world);
  await sendAllDue(sender, elsewhere);

  expect(platform.posted.map((card) => card.team)).toEqual([world.workspace, elsewhere.workspace]);
});
