/** What every chat platform has to do for delivery: one suite, run against each adapter. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Message } from '../../src/chat/message.ts';
import type { MessageAddress, Platform, Recipient, Team, UndeliverableReason } from '../../src/chat/platform.ts';
import { Unavailable } from '../../src/kernel/errors.ts';

/** A small world to try the platform in, and what may go wrong in it. */
export interface PlatformWorld {
  readonly platform: Platform;
  readonly team: Team;
  readonly unknownTeam: Team;
  /** An account that is in the channel. */
  readonly user: string;
  readonly guest: string;
  readonly channel: string;
  readonly channelWithoutBot: string;
  /** Texts of the messages in a channel or in somebody's direct messages, oldest first. */
  textsIn(to: Recipient): readonly string[];
  homeOf(user: string): string;
  losesReplyTo(what: 'post' | 'update'): void;
  limits(what: 'post' | 'find', seconds: number): void;
  isAwayFor(what: 'post' | 'find' | 'account'): void;
  archive(channel: string): Promise<void>;
  deactivate(user: string): Promise<void>;
  removeBotFrom(channel: string): Promise<void>;
  stop(): Promise<void>;
}

export function platformContract(name: string, make: () => Promise<PlatformWorld>): void {
  describe(`${name} keeps the contract of Platform`, () => {
    let world: PlatformWorld;
    beforeEach(async () => {
      world = await make();
    });
    afterEach(async () => {
      await world.stop();
    });

    const post = (to: Recipient, text: string, key = 'key:1') => world.platform.post(world.team, to, saying(text), key);

    test('a message is posted to a person and to a channel', async () => {
      const toPerson = await post({ user: world.user }, 'Privately.');
      const toChannel = await post({ channel: world.channel }, 'To all.');

      expect(toPerson.kind).toBe('sent');
      expect(toChannel.kind).toBe('sent');
      expect(world.textsIn({ user: world.user })).toEqual(['Privately.']);
      expect(world.textsIn({ channel: world.channel })).toEqual(['To all.']);
    });

    test('a posted message is replaced at its address, and again', async () => {
      const address = await sent(post({ user: world.user }, 'First.'));

      const results = [
        await world.platform.update(world.team, address, saying('Second.')),
        await world.platform.update(world.team, address, saying('Second.')),
      ];

      expect(results.map(({ kind }) => kind)).toEqual(['sent', 'sent']);
      expect(world.textsIn({ user: world.user })).toEqual(['Second.']);
    });

    test('a message is found by its key, also after it was replaced, and no other', async () => {
      const since = new Date();
      await post({ user: world.user }, 'Another.', 'key:other');
      const address = await sent(post({ user: world.user }, 'This one.', 'key:this'));
      await world.platform.update(world.team, address, saying('Replaced.'));

      const found = await world.platform.find(world.team, { user: world.user }, 'key:this', since);
      const missing = await world.platform.find(world.team, { user: world.user }, 'key:none', since);

      expect(found).toEqual(address);
      expect(missing).toBeNull();
    });

    test('a lost reply leaves the outcome unknown, and find tells that it was posted', async () => {
      world.losesReplyTo('post');
      const since = new Date();

      const result = await post({ channel: world.channel }, 'Once.', 'key:lost');
      const found = await world.platform.find(world.team, { channel: world.channel }, 'key:lost', since);

      expect(result).toEqual({ kind: 'unknown' });
      expect(found).not.toBeNull();
      expect(world.textsIn({ channel: world.channel })).toEqual(['Once.']);
    });

    test('a lost reply to an update leaves the outcome unknown', async () => {
      const address = await sent(post({ user: world.user }, 'First.'));
      world.losesReplyTo('update');

      const result = await world.platform.update(world.team, address, saying('Second.'));

      expect(result).toEqual({ kind: 'unknown' });
    });

    test('a limit says how long to wait, and nothing was posted', async () => {
      world.limits('post', 7);

      const result = await post({ channel: world.channel }, 'Too many.');

      expect(result).toEqual({ kind: 'wait', retryAfterMs: 7_000 });
      expect(world.textsIn({ channel: world.channel })).toEqual([]);
    });

    test('an error of the platform itself leaves the outcome unknown', async () => {
      world.isAwayFor('post');

      expect(await post({ channel: world.channel }, 'Perhaps.')).toEqual({ kind: 'unknown' });
    });

    test.each(['limits', 'isAwayFor'] as const)('find throws Unavailable rather than guess (%s)', async (trouble) => {
      await post({ channel: world.channel }, 'There.', 'key:there');
      world[trouble]('find', 5);

      const finding = world.platform.find(world.team, { channel: world.channel }, 'key:there', new Date());

      await expect(finding).rejects.toBeInstanceOf(Unavailable);
    });

    test.each<[string, (world: PlatformWorld) => Promise<Recipient>, UndeliverableReason]>([
      ['a channel without the bot', async (w) => ({ channel: w.channelWithoutBot }), 'bot-not-in-channel'],
      ['a channel that never was', async () => ({ channel: 'C0NOWHERE' }), 'channel-gone'],
      ['a person who never was', async () => ({ user: 'U0NOBODY' }), 'recipient-gone'],
      ['an archived channel', archived, 'channel-archived'],
      ['a deactivated person', deactivated, 'recipient-gone'],
    ])('a message to %s is undeliverable', async (_, place, reason) => {
      const to = await place(world);

      expect(await post(to, 'For nobody.')).toEqual({ kind: 'undeliverable', reason });
    });

    test('a person who leaves after the first message is recognised as gone', async () => {
      await sent(post({ user: world.user }, 'Welcome.'));
      await world.deactivate(world.user);

      const result = await post({ user: world.user }, 'Still there?', 'key:2');

      expect(result).toEqual({ kind: 'undeliverable', reason: 'recipient-gone' });
    });

    test('a workspace that the bot is not in is undeliverable', async () => {
      const result = await world.platform.post(world.unknownTeam, { user: world.user }, saying('Hello.'), 'key:1');

      expect(result).toEqual({ kind: 'undeliverable', reason: 'bot-removed' });
    });

    test('a message that is gone cannot be replaced', async () => {
      const address = await sent(post({ user: world.user }, 'First.'));
      const gone = { ...address, ts: '1600000000.000100' };

      const result = await world.platform.update(world.team, gone, saying('Second.'));

      expect(result).toEqual({ kind: 'undeliverable', reason: 'message-gone' });
    });

    test('Home is drawn', async () => {
      const result = await world.platform.publishHome(world.team, world.user, saying('Two duties.'));

      expect(result.kind).toBe('sent');
      expect(world.homeOf(world.user)).toContain('Two duties.');
    });

    test('an account is told apart: admin, guest, bot, gone, unknown', async () => {
      const [user, guest, nobody] = [
        await world.platform.account(world.team, world.user),
        await world.platform.account(world.team, world.guest),
        await world.platform.account(world.team, 'U0NOBODY'),
      ];
      await world.deactivate(world.guest);

      expect(user).toMatchObject({ user: world.user, isAdmin: true, isOutsider: false, isBot: false, isActive: true });
      expect(user?.name).not.toBe('');
      expect(user?.zone).toMatch(/\//);
      expect(guest).toMatchObject({ isAdmin: false, isOutsider: true, isGuest: true });
      expect(nobody).toBeNull();
      expect(await world.platform.account(world.team, world.guest)).toMatchObject({ isActive: false });
    });

    test('an account that cannot be asked about is not taken for missing', async () => {
      world.isAwayFor('account');

      await expect(world.platform.account(world.team, world.user)).rejects.toBeInstanceOf(Unavailable);
    });

    test('everybody in a channel is listed with who they are; of a channel without the bot, nobody', async () => {
      const accounts = await world.platform.channelAccounts(world.team, world.channel);
      await world.removeBotFrom(world.channel);

      expect(accounts).toContainEqual({ user: world.user, account: expect.objectContaining({ isOutsider: false }) });
      expect(accounts).toContainEqual({ user: world.guest, account: expect.objectContaining({ isGuest: true }) });
      expect(accounts).toHaveLength(3);
      expect(await world.platform.channelAccounts(world.team, world.channel)).toBeNull();
    });

    test('a channel is described', async () => {
      const before = await world.platform.channelInfo(world.team, world.channel);
      await world.archive(world.channel);

      expect(before).toMatchObject({ name: 'hall', isArchived: false, isShared: false, hasBot: true });
      expect(await world.platform.channelInfo(world.team, world.channel)).toMatchObject({ isArchived: true });
      expect(await world.platform.channelInfo(world.team, world.channelWithoutBot)).toMatchObject({ hasBot: false });
      expect(await world.platform.channelInfo(world.team, 'C0NOWHERE')).toBeNull();
    });
  });
}

async function archived(world: PlatformWorld): Promise<Recipient> {
  await world.archive(world.channel);
  return { channel: world.channel };
}

async function deactivated(world: PlatformWorld): Promise<Recipient> {
  await world.deactivate(world.user);
  return { user: world.user };
}

async function sent(result: ReturnType<Platform['post']>): Promise<MessageAddress> {
  const known = await result;
  if (known.kind !== 'sent') throw new Error(`not sent: ${JSON.stringify(known)}`);
  return known.address;
}

function saying(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text: [text] }] };
}
