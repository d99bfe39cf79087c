import { client } from '../../../src/database/client.ts';
import { addMembers } from '../../../src/features/committees/operations/members.ts';
import { setUpCommittee } from '../../../src/features/committees/operations/set-up.ts';
import { identify } from '../../../src/features/workspaces/operations/accounts.ts';
import { freshSaving } from '../../../src/kernel/act.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { testNow } from '../../support/acts.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createWorld } from '../../support/worlds.ts';

const { handle } = await createTestDatabase();

async function whoIs(profile: 'vn-party' | 'nomcom') {
  const world = await createWorld(handle, { profile });
  const mona = await world.person('Mona', ['member']);
  const { platformId: team } = await client(handle).workspace.findUniqueOrThrow({ where: { id: world.workspace } });
  const { channelId } = await client(handle).committee.findUniqueOrThrow({ where: { id: world.committee } });
  const { platformId: user } = await client(handle).member.findUniqueOrThrow({ where: { id: mona.member ?? '' } });
  const facts = { user, name: 'Mona', locale: 'vi-VN', zone: null, isAdmin: false };
  const account = { ...facts, isOutsider: false, isGuest: false, isBot: false, isActive: true };
  // A day later the account is asked for again, and its language is known.
  const deps = { store: handle, accounts: async () => account, now: new Date(testNow.getTime() + 2 * 86_400_000) };
  return {
    world,
    in: async (channel: string | null) => {
      const origin = { platform: 'slack', team, user, channel: channel === null ? null : { id: channel } };
      return (await identify(deps, origin, freshSaving()))?.speech;
    },
    channel: channelId,
    person: mona.person,
  };
}

test('a member is addressed as their committee speaks, and in its channel as it does', async () => {
  const office = await whoIs('vn-party');
  const nomcom = await whoIs('nomcom');

  expect([await office.in(null), await office.in(office.channel)]).toEqual(['party', 'party']);
  expect([await nomcom.in(null), await nomcom.in(nomcom.channel)]).toEqual(['general', 'general']);
});

test('whoever also belongs to a NomCom reads general words, except in the channel of the Party committee', async () => {
  const office = await whoIs('vn-party');
  const { clerk } = office.world;
  const also = { channel: newId(), name: 'NomCom', profile: 'nomcom', locale: 'en', zone: 'UTC' } as const;
  const made = await setUpCommittee({ ...clerk, saving: freshSaving() }, also);
  if (!made.ok) throw new Error(made.reason);
  const standing = { person: office.person, roles: ['member'], votes: true, post: null, rank: null } as const;
  await addMembers({ ...clerk, saving: freshSaving() }, made.value.id, [standing]);

  expect([await office.in(null), await office.in(office.channel), await office.in(also.channel)]).toEqual([
    'general',
    'party',
    'general',
  ]);
});

test('whose membership has ended is addressed as the whole workspace is', async () => {
  const office = await whoIs('vn-party');
  await client(handle).membership.updateMany({
    where: { committeeId: office.world.committee, personId: office.person },
    data: { validTo: testNow },
  });

  expect(await office.in(null)).toBe('party');
});
