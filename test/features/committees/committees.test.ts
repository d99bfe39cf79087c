import { client } from '../../../src/database/client.ts';
import { showCommittee } from '../../../src/features/committees/interactions/register.ts';
import { committeeAt, seeCommittee } from '../../../src/features/committees/operations/look.ts';
import {
  addNewPerson,
  changeMembership,
  setAway,
  takeOverAccounts,
} from '../../../src/features/committees/operations/members.ts';
import {
  appointClerk,
  confirmCommittee,
  seeAsAdmin,
  setUpCommittee,
} from '../../../src/features/committees/operations/set-up.ts';
import { changeSettings } from '../../../src/features/committees/operations/settings.ts';
import { CommitteeSettings } from '../../../src/features/committees/types.ts';
import { ownAccount } from '../../../src/features/workspaces/operations/accounts.ts';
import { type Act, freshSaving } from '../../../src/kernel/act.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { callOf, messageOf, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createWorld } from '../../support/worlds.ts';

const { handle } = await createTestDatabase();
function again<A extends Act>(act: A): A {
  return { ...act, saving: freshSaving() };
}

/** Cards to people, by kind and name. */
async function cardsTo(workspace: string): Promise<readonly string[]> {
  const rows = await client(handle).delivery.findMany({
    where: { workspaceId: workspace, personId: { not: null } },
    orderBy: { kind: 'asc' },
  });
  const people = await client(handle).person.findMany({ where: { workspaceId: workspace } });
  return rows.map(({ kind, personId }) => `${kind} ${people.find(({ id }) => id === personId)?.fullName}`);
}

const input = { name: 'Ban Chấp hành', profile: 'vn-party', locale: 'vi', zone: 'Asia/Ho_Chi_Minh' } as const;

describe('setting up', () => {
  test('a workspace admin sets up a committee and is its committee secretary at once', async () => {
    const world = await createWorld(handle);

    const seen = await seeCommittee(world.clerk, world.committee);

    expect(seen).toMatchObject({ ok: true, value: { committee: { isConfirmed: true } } });
    expect(seen.ok && seen.value.members.map((member) => member.roles)).toEqual([['clerk']]);
  });

  test('anybody else waits for an admin, and until then nothing can be used', async () => {
    const world = await createWorld(handle);
    const member = await world.person('Mona');
    const made = await setUpCommittee(member, { ...input, channel: newId() });
    if (!made.ok) throw new Error(made.reason);

    const before = await seeCommittee(member, made.value.id);
    const confirmed = await confirmCommittee(world.clerk, made.value.id);
    const after = await seeCommittee(member, made.value.id);

    expect(made.value.isConfirmed).toBe(false);
    expect(before).toMatchObject({ ok: false, reason: 'committee-unconfirmed' });
    expect(confirmed.ok).toBe(true);
    expect(after.ok).toBe(true);
  });

  test('only an admin confirms or appoints a committee secretary', async () => {
    const world = await createWorld(handle);
    const member = await world.person('Mona', ['member']);
    const account = await ownAccount(member);
    if (!account) throw new Error('no account');

    const confirmed = await confirmCommittee(member, world.committee);
    const appointed = await appointClerk(member, world.committee, account);
    const byAdmin = await appointClerk(world.clerk, world.committee, account);

    expect(confirmed).toMatchObject({ reason: 'admin-only' });
    expect(appointed).toMatchObject({ reason: 'admin-only' });
    expect(byAdmin.ok).toBe(true);
  });

  test('an admin who is no member sees who the committee secretary is, and can put somebody else in their place', async () => {
    const world = await createWorld(handle);
    const [founder, next] = [await world.person('Fay Founder'), await world.person('Nia Next')];
    const made = await setUpCommittee(founder, { ...input, channel: newId() });
    const account = await ownAccount(next);
    if (!made.ok || !account) throw new Error('not set up');
    const { id } = made.value;

    const seen = await seeAsAdmin(world.clerk, id);
    const byOther = await seeAsAdmin(next, id);
    const shown = await showCommittee(callOf(world.clerk), id);
    const appointed = await appointClerk(again(world.clerk), id, account, true);
    const after = await seeCommittee(again(next), id);
    const before = await seeCommittee(again(founder), id);

    expect(seen).toMatchObject({ ok: true, value: { clerks: [{ fullName: 'Fay Founder' }] } });
    expect(byOther).toMatchObject({ reason: 'admin-only' });
    expect(textOf(messageOf(shown))).toContain('Appoint a committee secretary');
    expect(appointed.ok).toBe(true);
    expect(after.ok && after.value.members).toMatchObject([{ fullName: 'Nia Next', roles: ['clerk'] }]);
    expect(before).toMatchObject({ reason: 'not-in-committee' });
    expect(await cardsTo(world.workspace)).toEqual([
      'committees.appointed Nia Next',
      'committees.relieved Fay Founder',
    ]);
  });

  test('the first committee secretary is told when an admin confirms, once; the admin’s own one needs no card', async () => {
    const world = await createWorld(handle);
    const founder = await world.person('Fay Founder');
    const made = await setUpCommittee(founder, { ...input, channel: newId() });
    if (!made.ok) throw new Error(made.reason);

    await confirmCommittee(again(world.clerk), made.value.id);
    await confirmCommittee(again(world.clerk), made.value.id);

    expect(await cardsTo(world.workspace)).toEqual(['committees.appointed Fay Founder']);
  });

  test('a channel has one committee, also when two people set it up at the same moment', async () => {
    const world = await createWorld(handle);
    const other = await world.person('Otto');
    const channel = newId();

    const both = await Promise.all([
      setUpCommittee(world.clerk, { ...input, channel }),
      setUpCommittee(other, { ...input, channel, name: 'Another' }),
    ]);

    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(both.find((outcome) => !outcome.ok)).toMatchObject({ reason: 'channel-taken' });
  });

  test.each([
    ['an empty name', { name: '   ' }, 'committee-name-empty'],
    ['a name of 151 characters', { name: 'x'.repeat(151) }, 'committee-name-too-long'],
    ['an unknown zone', { zone: 'Mars/Olympus' }, 'zone-unknown'],
  ])('%s is refused and nothing is stored', async (_what, wrong, reason) => {
    const world = await createWorld(handle);
    const channel = newId();

    const outcome = await setUpCommittee(world.clerk, { ...input, channel, ...wrong });

    expect(outcome).toMatchObject({ ok: false, reason });
    expect(await committeeAt({ ...world.clerk, person: null }, channel)).toEqual({ kind: 'none' });
  });

  test('a guest cannot set up a committee', async () => {
    const world = await createWorld(handle);
    const guest = await world.person('Gus');

    const outcome = await setUpCommittee({ ...guest, isOutsider: true }, { ...input, channel: newId() });

    expect(outcome).toMatchObject({ reason: 'outsider-may-not' });
  });
});

describe('members', () => {
  test('accounts taken over stand in the order given, twice is once', async () => {
    const world = await createWorld(handle);
    const people = [await world.person('Anna'), await world.person('Bert'), await world.person('Carl')];
    const accounts = (await Promise.all(people.map(ownAccount))).flatMap((account) => account ?? []);

    const first = await takeOverAccounts(world.clerk, world.committee, accounts);
    const again = await takeOverAccounts({ ...world.clerk }, world.committee, accounts);
    const seen = await seeCommittee(world.clerk, world.committee);

    expect(first).toMatchObject({ value: { added: 3, already: 0 } });
    expect(again).toMatchObject({ value: { added: 0, already: 3 } });
    expect(seen.ok && seen.value.members.map((member) => member.fullName)).toEqual([
      'Anna',
      'Bert',
      'Carl',
      'Clara Clerk',
    ]);
  });

  test('a person without an account is a member like any other', async () => {
    const world = await createWorld(handle);
    const standing = { roles: ['member'] as const, votes: true, post: 'Uỷ viên', rank: 5 };

    const added = await addNewPerson(world.clerk, world.committee, '  Đặng   Thị  Ánh ', standing);
    const seen = await seeCommittee(world.clerk, world.committee);

    expect(added.ok).toBe(true);
    expect(seen.ok && seen.value.members[0]).toMatchObject({
      fullName: 'Đặng Thị Ánh',
      hasAccount: false,
      votes: true,
    });
  });

  test('the last committee secretary stays; with a second one the first may go', async () => {
    const world = await createWorld(handle);
    const second = await world.person('Second');
    const seen = await seeCommittee(world.clerk, world.committee);
    if (!seen.ok) throw new Error(seen.reason);
    const own = seen.value.members[0];
    const account = await ownAccount(second);
    if (!own || !account) throw new Error('nobody');

    const tooEarly = await changeMembership(world.clerk, world.committee, own.id, null);
    await appointClerk(world.clerk, world.committee, account);
    const later = await changeMembership(world.clerk, world.committee, own.id, null);

    expect(tooEarly).toMatchObject({ reason: 'last-clerk' });
    expect(later.ok).toBe(true);
    expect(await seeCommittee(world.clerk, world.committee)).toMatchObject({ reason: 'not-in-committee' });
  });

  test('a change ends the old row, so a stale form finds it gone', async () => {
    const world = await createWorld(handle);
    await world.person('Mona', ['member']);
    const seen = await seeCommittee(world.clerk, world.committee);
    const mona = seen.ok ? seen.value.members.find((member) => member.fullName === 'Mona') : undefined;
    if (!mona) throw new Error('no Mona');
    const teller = { roles: ['teller'] as const, votes: false, post: null, rank: 3 };

    const first = await changeMembership(world.clerk, world.committee, mona.id, teller);
    const stale = await changeMembership(world.clerk, world.committee, mona.id, { ...teller, votes: true });

    expect(first).toMatchObject({ ok: true, value: { roles: ['teller'], votes: false } });
    expect(stale).toMatchObject({ reason: 'membership-gone' });
  });

  test('only the committee secretary manages, and another workspace sees no committee at all', async () => {
    const world = await createWorld(handle);
    const stranger = await createWorld(handle);
    const member = await world.person('Mona', ['member']);
    const change = { name: 'X', locale: 'en', zone: 'UTC', version: 1, settings: CommitteeSettings.parse({}) } as const;

    const byMember = await changeSettings(member, world.committee, change);
    const byStranger = await seeCommittee(stranger.clerk, world.committee);

    expect(byMember).toMatchObject({ reason: 'right-missing', facts: { right: 'committee.manage' } });
    expect(byStranger).toMatchObject({ reason: 'committee-unknown' });
  });
});

describe('away', () => {
  test.each([
    ['oneself as deputy', (person: string) => ({ deputy: person }), 'deputy-is-self'],
    ['an end before the start', () => ({ until: new Date('2026-03-01T00:00:00Z') }), 'end-before-start'],
  ])('%s is refused', async (_what, wrong, reason) => {
    const world = await createWorld(handle);
    const from = new Date('2026-03-05T00:00:00Z');

    const outcome = await setAway(world.clerk, {
      from,
      until: null,
      deputy: null,
      ...(wrong(world.clerk.person) as object),
    });

    expect(outcome).toMatchObject({ reason });
  });
});
