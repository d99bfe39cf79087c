import { undeliverableReasons } from '../../../src/chat/platform.ts';
import type { PlatformEvent } from '../../../src/chat/platform-event.ts';
import { client } from '../../../src/database/client.ts';
import { workspaceCards } from '../../../src/features/workspaces/interactions.ts';
import { identify } from '../../../src/features/workspaces/operations/accounts.ts';
import { freshSaving } from '../../../src/kernel/act.ts';
import { Unavailable } from '../../../src/kernel/errors.ts';
import { silentLog } from '../../../src/kernel/log.ts';
import { plain } from '../../../src/kernel/rich.ts';
import { createWorkspaceLife } from '../../../src/workspace-life.ts';
import { testNow } from '../../support/acts.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createWorld } from '../../support/worlds.ts';

const { handle } = await createTestDatabase();

async function open() {
  const world = await createWorld(handle);
  const workspace = await client(handle).workspace.findUniqueOrThrow({ where: { id: world.workspace } });
  const accounts = new Map<string, object | null>();
  const channels = new Map<string, { name: string; isArchived: boolean; isShared: boolean; hasBot: boolean } | null>();
  const active = {
    name: 'x',
    locale: 'en-US',
    zone: null,
    isAdmin: false,
    isOutsider: false,
    isBot: false,
    isActive: true,
  };
  const platform = {
    account: async (_team: unknown, user: string) => {
      const known = accounts.get(user);
      return known === null ? null : ({ ...active, user, ...known } as never);
    },
    channelInfo: async (_team: unknown, channel: string) =>
      channels.get(channel) ?? { name: 'c', isArchived: false, isShared: false, hasBot: true },
  };
  const life = createWorkspaceLife({ store: handle, platform, log: silentLog, zone: 'UTC' });
  const userOf = async (member: string | null) =>
    (await client(handle).member.findUniqueOrThrow({ where: { id: member ?? '' } })).platformId;
  const { channelId } = await client(handle).committee.findUniqueOrThrow({ where: { id: world.committee } });
  const at = { platform: 'slack', team: workspace.platformId } as const;
  return {
    ...{ world, life, accounts, channels, userOf, platform, at, workspace, channel: channelId ?? '' },
    tell: (event: object) => life.platformEvent({ ...at, ...event } as PlatformEvent, testNow),
    told: async () =>
      (await client(handle).delivery.findMany({ where: { workspaceId: world.workspace } })).map(
        ({ kind, ids }) => `${kind} ${(ids as Record<string, string>).change ?? (ids as Record<string, string>).loss}`,
      ),
  };
}

describe('accounts', () => {
  test('a closed account: the committee secretary is told once, however often it is heard; the membership stays', async () => {
    const { world, accounts, userOf, tell, told } = await open();
    const mona = await world.person('Mona', ['member']);
    const user = await userOf(mona.member);
    accounts.set(user, { isActive: false });

    await Promise.all([1, 2, 3].map(() => tell({ kind: 'account-changed', user })));
    await tell({ kind: 'account-changed', user });

    expect(await told()).toEqual(['workspaces.account gone']);
    const membership = await client(handle).membership.findFirstOrThrow({ where: { personId: mona.person } });
    expect(membership.validTo).toBeNull();
  });

  test('closed, open and closed again is told again', async () => {
    const { world, accounts, userOf, life, at, told } = await open();
    const mona = await world.person('Mona', ['member']);
    const user = await userOf(mona.member);
    for (const [isActive, hour] of [
      [false, 1],
      [true, 2],
      [false, 3],
    ] as const) {
      accounts.set(user, { isActive });
      await life.platformEvent(
        { ...at, kind: 'account-changed', user },
        new Date(testNow.getTime() + hour * 3_600_000),
      );
    }

    expect(await told()).toEqual(['workspaces.account gone', 'workspaces.account gone']);
  });

  test.each([
    ['a guest now', { isOutsider: true }, ['workspaces.account outside']],
    ['a new name', { name: 'Mona Married' }, []],
    ['deleted', null, ['workspaces.account gone']],
  ])('%s', async (_what, facts, expected) => {
    const { world, accounts, userOf, tell, told } = await open();
    const mona = await world.person('Mona', ['member']);
    const user = await userOf(mona.member);
    accounts.set(user, facts);

    await tell({ kind: 'account-changed', user });

    expect(await told()).toEqual(expected);
  });

  test('an account that nobody knows is left alone', async () => {
    const { tell, told, workspace } = await open();
    const before = await client(handle).member.count({ where: { workspaceId: workspace.id } });

    await tell({ kind: 'account-changed', user: 'U-unknown' });

    expect(await told()).toEqual([]);
    expect(await client(handle).member.count({ where: { workspaceId: workspace.id } })).toBe(before);
  });
});

describe('channels', () => {
  test.each([
    [{ kind: 'channel-archived', isArchived: true }, ['workspaces.channel archived'], true],
    [{ kind: 'bot-left-channel' }, ['workspaces.channel bot-removed'], true],
    [{ kind: 'channel-gone' }, ['workspaces.channel gone'], false],
    [{ kind: 'channel-archived', isArchived: false }, [], true],
    [{ kind: 'channel-renamed' }, [], true],
  ])('%p twice is told once', async (event, expected, keepsChannel) => {
    const { world, channel, tell, told } = await open();

    await tell({ ...event, channel });
    await tell({ ...event, channel });

    expect(await told()).toEqual(expected);
    const committee = await client(handle).committee.findUniqueOrThrow({ where: { id: world.committee } });
    expect(committee.channelId).toBe(keepsChannel ? channel : null);
  });

  test('archived again after it was open is a new problem, whether heard or found at night', async () => {
    const { life, at, channel, channels, told } = await open();
    const [night] = life.periodic;
    const hour = (count: number) => new Date(testNow.getTime() + count * 3_600_000);
    const archived = (isArchived: boolean, now: Date) => {
      channels.set(channel, { name: 'c', isArchived, isShared: false, hasBot: !isArchived });
      return life.platformEvent({ ...at, kind: 'channel-archived', channel, isArchived }, now);
    };

    await archived(true, hour(1));
    await night?.run({ at: hour(2), now: hour(2) });
    await archived(false, hour(3));
    await archived(true, hour(4));
    channels.set(channel, { name: 'c', isArchived: false, isShared: false, hasBot: true });
    await night?.run({ at: hour(5), now: hour(5) });
    channels.set(channel, { name: 'c', isArchived: false, isShared: false, hasBot: false });
    await night?.run({ at: hour(6), now: hour(6) });
    await night?.run({ at: hour(30), now: hour(30) });

    expect([...(await told())].sort()).toEqual([
      'workspaces.channel archived',
      'workspaces.channel archived',
      'workspaces.channel bot-removed',
    ]);
  });

  test('a channel without a committee concerns nobody', async () => {
    const { tell, told } = await open();

    await tell({ kind: 'channel-gone', channel: 'C-other' });

    expect(await told()).toEqual([]);
  });
});

describe('the workspace', () => {
  test('once the bot is removed nobody is known there any more', async () => {
    const { world, userOf, tell, at } = await open();
    const user = await userOf(world.clerk.member);

    await tell({ kind: 'bot-removed' });
    await tell({ kind: 'bot-removed' });

    const deps = { store: handle, accounts: async () => null, now: testNow };
    expect(await identify(deps, { ...at, user }, freshSaving())).toBeNull();
  });

  test('what no event told is found at night, and a platform that does not answer disturbs nobody', async () => {
    const { world, accounts, channels, userOf, life, told, channel, platform } = await open();
    const mona = await world.person('Mona', ['member']);
    accounts.set(await userOf(mona.member), { isActive: false });
    channels.set(channel, { name: 'c', isArchived: true, isShared: false, hasBot: true });
    const [night] = life.periodic;

    await night?.run({ at: testNow, now: testNow });
    await night?.run({ at: testNow, now: testNow });
    platform.account = async () => {
      throw new Unavailable('away');
    };
    await night?.run({ at: testNow, now: testNow });

    expect([...(await told())].sort()).toEqual(['workspaces.account gone', 'workspaces.channel archived']);
  });
});

describe('the notice of a card that did not arrive', () => {
  const reasons = [...undeliverableReasons, 'out-of-time', 'nothing-to-say', 'rendering-failed', 'not-known'];

  test.each(reasons)('says why (%s) and what to do, in both languages', async (reason) => {
    const { world } = await open();
    const mona = await world.person('Mona', ['member']);
    const ids = { delivery: 'd', card: 'conferences.invitation', reason, person: mona.person };

    for (const locale of ['vi', 'en'] as const) {
      const message = await workspaceCards['undeliverable-notice']?.({
        ...{ act: { ...world.clerk, locale }, ids, to: { person: world.clerk.person }, committee: world.committee },
        ...{ isSentAgain: false, isRedraw: false },
      });
      const text = (message?.blocks ?? []).map((block) => ('text' in block ? plain(block.text) : '')).join('\n');

      expect(text).toContain('Mona');
      expect(text).toContain(locale === 'vi' ? 'hội nghị' : 'conference');
      expect(text).not.toContain('workspaces.');
      expect(message?.summary).not.toContain('Mona');
    }
  });
});
