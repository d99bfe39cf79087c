/** "Add from chat": who of the channel is offered, who is left out and why, and what happens to those chosen by hand. */
import type { Account } from '../../../src/chat/platform.ts';
import { client } from '../../../src/database/client.ts';
import { committeeInteractions } from '../../../src/features/committees/interactions/register.ts';
import { seeCommittee } from '../../../src/features/committees/operations/look.ts';
import { setUpCommittee } from '../../../src/features/committees/operations/set-up.ts';
import { identify } from '../../../src/features/workspaces/operations/accounts.ts';
import type { AccountFacts } from '../../../src/features/workspaces/types.ts';
import { freshSaving, type Locale } from '../../../src/kernel/act.ts';
import { Unavailable } from '../../../src/kernel/errors.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { testNow } from '../../support/acts.ts';
import { callOf, filled, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createWorld } from '../../support/worlds.ts';

const { handle } = await createTestDatabase();

const plain = { isAdmin: false, isOutsider: false, isGuest: false, isBot: false, isActive: true };

function account(user: string, name: string, more: Partial<Account> = {}): Account {
  return { user, name, locale: null, zone: null, ...plain, ...more };
}

const inChannel = [
  account('U1', 'Anna Inside'),
  account('U2', 'Gus Guest', { isOutsider: true, isGuest: true }),
  account('U3', 'Sara Stranger', { isOutsider: true }),
  account('U4', 'Robo', { isBot: true }),
  account('U5', 'Dora Departed', { isActive: false }),
];

async function scene(there: readonly Account[] | null = inChannel, unread: readonly string[] = ['U6']) {
  const world = await createWorld(handle);
  const known = new Map((there ?? []).map((one) => [one.user, one]));
  const interactions = committeeInteractions({
    accounts: async (_platform, _team, user) => {
      if (unread.includes(user)) throw new Unavailable('away');
      return known.get(user) ?? null;
    },
    channelAccounts: async () =>
      there && [
        ...there.map((one) => ({ user: one.user, account: one })),
        ...unread.map((user) => ({ user, account: null })),
      ],
  });
  const call = (locale: Locale = 'en') => callOf({ ...world.clerk, locale });
  async function open(locale: Locale = 'en') {
    const label = locale === 'en' ? 'Add from chat' : 'Thêm từ kênh';
    const button = { action: 'committees.take-over', label, data: { committee: world.committee } };
    const card = { summary: '', blocks: [{ kind: 'buttons', buttons: [button] }] } as const;
    return formOf(await press(interactions, call(locale), card, label));
  }
  const names = async () => {
    const seen = await seeCommittee(call(), world.committee);
    return seen.ok ? seen.value.members.map(({ fullName }) => fullName) : [];
  };
  return { world, interactions, call, open, names };
}

describe('what is filled in', () => {
  test.each([
    ['en', ['guest', 'another organisation', 'a bot', 'account is closed', 'could not be looked up']],
    ['vi', ['là khách', 'tổ chức khác', 'tài khoản tự động', 'đã đóng', 'chưa tra cứu được']],
  ] as const)('only people of the organisation; everybody else is named with the reason (%s)', async (locale, why) => {
    const { open } = await scene();

    const form = await open(locale);
    const lines = textOf(form).split('\n');

    expect(filled(form)).toEqual({ users: ['U1'] });
    for (const [index, who] of ['Gus Guest', 'Sara Stranger', 'Robo', 'Dora Departed', '@U6'].entries()) {
      expect(lines.find((line) => line.includes(who))).toContain(why[index]);
    }
  });

  test('who is a member already is neither filled in nor called left out', async () => {
    const { world, interactions, call, open } = await scene();
    await submit(interactions, call(), await open(), { users: ['U1', 'U2'] });

    const form = await open();

    expect(filled(form)).toEqual({ users: [] });
    expect(textOf(form)).not.toContain('Gus Guest');
    expect(world.committee).not.toBe('');
  });

  test('a channel that cannot be read is said to be so, and people can be chosen', async () => {
    const { open } = await scene(null);

    expect(textOf(await open())).toContain('could not be read');
  });
});

describe('what was chosen', () => {
  test('a guest chosen by hand becomes a member, and the answer says what that means', async () => {
    const { interactions, call, open, names } = await scene();

    const answer = messageOf(await submit(interactions, call(), await open(), { users: ['U1', 'U2'] }));

    expect(await names()).toEqual(['Anna Inside', 'Gus Guest', 'Clara Clerk']);
    expect(textOf(answer)).toMatch(/Guest, or from another organisation: Gus Guest/);
  });

  test('bots, closed accounts and those that cannot be looked up are not added, each with the reason', async () => {
    const { interactions, call, open, names } = await scene();

    const answer = messageOf(await submit(interactions, call(), await open(), { users: ['U1', 'U4', 'U5', 'U6'] }));

    expect(await names()).toEqual(['Anna Inside', 'Clara Clerk']);
    for (const line of ['Robo: a bot', 'Dora Departed: the account is closed', '@U6: could not be looked up']) {
      expect(textOf(answer)).toContain(line);
    }
  });
});

describe('an account that the platform does not tell about', () => {
  async function stranger(facts: AccountFacts | null) {
    const world = await createWorld(handle);
    const workspace = await client(handle).workspace.findUniqueOrThrow({ where: { id: world.workspace } });
    const origin = { platform: 'slack', team: workspace.platformId, user: `U${newId().slice(0, 8)}` };
    const act = await identify({ store: handle, accounts: async () => facts, now: testNow }, origin, freshSaving());
    if (!act) throw new Error('nobody');
    return { ...act, requestId: null, saving: freshSaving() };
  }
  const input = { name: 'Board', profile: 'general', locale: 'en', zone: 'UTC' } as const;

  test('is not taken for an insider, and is told to try again', async () => {
    const unknown = await stranger(null);
    const known = await stranger(account('U', 'Ida Inside'));

    const refused = await setUpCommittee(unknown, { ...input, channel: newId() });
    const made = await setUpCommittee(known, { ...input, channel: newId() });

    expect([unknown.isOutsider, known.isOutsider]).toEqual([true, false]);
    expect(refused).toMatchObject({ ok: false, reason: 'account-unread' });
    expect(made.ok).toBe(true);
  });
});
