/** The menu has three seconds whatever somebody belongs to: what it asks of the database does not grow with it. */
import type { Input } from '../../src/chat/call.ts';
import { client } from '../../src/database/client.ts';
import { openDatabase } from '../../src/database/connect.ts';
import { takeOverAccounts } from '../../src/features/committees/operations/members.ts';
import { setUpCommittee } from '../../src/features/committees/operations/set-up.ts';
import { proposeCandidate } from '../../src/features/nominations/operations/propose.ts';
import { addPerson } from '../../src/features/people/operations/register.ts';
import { emptyShortForm } from '../../src/features/people/types.ts';
import { makePlan } from '../../src/features/plans/operations/make.ts';
import { takeInAccounts } from '../../src/features/workspaces/operations/accounts.ts';
import { type Act, freshSaving } from '../../src/kernel/act.ts';
import { asId, type CommitteeId, newId, type PlanId, type PositionId } from '../../src/kernel/ids.ts';
import { plain } from '../../src/kernel/rich.ts';
import { mouthOf } from '../security/bot.ts';
import { startDatabaseProxy } from '../support/app-tcp-proxy.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { createWorld, type World } from '../support/worlds.ts';

const { handle, url } = await createTestDatabase();
const wire = await startDatabaseProxy(url);
const counted = openDatabase(wire.url, 2);
afterAll(async () => {
  await counted.close();
  await wire.close();
});

const menu: Input = { kind: 'command', name: 'quorate', text: '' };
const candidates: Input = { kind: 'command', name: 'candidates', text: '' };
const duties: Input = { kind: 'command', name: 'quorate', text: 'duties' };

function again<A extends Act>(act: A): A {
  return { ...act, saving: freshSaving() };
}

async function putForward(world: World, count: number): Promise<void> {
  const { committee } = world;
  const position = await client(handle).position.findFirstOrThrow({ where: { plan: { committeeId: committee } } });
  const where = { committee, plan: asId<PlanId>(position.planId), position: asId<PositionId>(position.id) };
  const how = { reasons: 'Knows the work.', source: 'inside', onBehalfOf: null, via: null } as const;
  for (let number = 1; number <= count; number += 1) {
    const form = { ...emptyShortForm, fullName: `Nominee ${newId()}` };
    const person = await addPerson(again(world.clerk), { committee, form, source: 'form' });
    if (!person.ok) throw new Error(person.reason);
    const put = await proposeCandidate(again(world.clerk), { ...where, person: person.value, ...how });
    if (!put.ok) throw new Error(put.reason);
  }
}

/** Once for what is read only the first time, then counted. */
async function statementsOf(act: Act, input: Input): Promise<number> {
  const mouth = mouthOf(again(act), null, counted.handle);
  await mouth.answer(input);
  wire.statements();
  await mouth.answer(input);
  return wire.statements().length;
}

async function alsoCommittee(world: World, number: number): Promise<CommitteeId> {
  const also = { name: `Board ${number}`, profile: 'general', locale: 'en', zone: 'UTC' } as const;
  const made = await setUpCommittee(again(world.clerk), { ...also, channel: newId() });
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
}

async function alsoPlan(world: World, committee: CommitteeId, number: number): Promise<void> {
  const position = { title: 'Chair', seats: 1, level: null, isCommittee: false, rank: 1 };
  const names = { date: '2026-03-20', time: null };
  const made = await makePlan(again(world.clerk), {
    ...{ committee, title: `Plan ${number}`, unit: `Unit ${number}`, track: 'board', positions: [position], names },
    ...{ termFrom: '2026-06', termTo: '2029-06', congress: null },
  });
  if (!made.ok) throw new Error(made.reason);
}

test('the menu of a committee secretary costs the same with one committee and with twenty, each at its own step', async () => {
  const world = await createWorld(handle);
  await alsoPlan(world, world.committee, 1);
  await world.person('Mona', ['member']);
  const one = await statementsOf(world.clerk, menu);

  for (let number = 2; number <= 20; number += 1) {
    const committee = await alsoCommittee(world, number);
    if (number % 2 === 0) await alsoPlan(world, committee, number);
  }
  const twenty = await statementsOf(world.clerk, menu);
  const shown = await mouthOf(again(world.clerk), null, handle).answer(menu);

  expect(twenty).toBe(one);
  expect(one).toBeLessThanOrEqual(10);
  const rows = shown.kind === 'show' ? shown.message.blocks.filter(({ kind }) => kind === 'row') : [];
  expect(rows).toHaveLength(20);
  expect(rows.map((row) => ('text' in row && typeof row.text !== 'string' ? plain(row.text) : ''))).toContainEqual(
    expect.stringMatching(/^Nominating Committee, step 4 of 6/),
  );
}, 60_000);

test('the duties of a member cost the same with one plan and with twenty', async () => {
  const world = await createWorld(handle);
  const mona = await world.person('Mona', ['member']);
  await alsoPlan(world, world.committee, 1);
  const one = await statementsOf(mona, duties);

  for (let number = 2; number <= 20; number += 1) await alsoPlan(world, world.committee, number);
  const twenty = await statementsOf(mona, duties);

  expect(twenty).toBe(one);
}, 60_000);

test('the list of candidates costs the same with three candidates and with fifteen', async () => {
  const world = await createWorld(handle);
  await alsoPlan(world, world.committee, 1);
  await putForward(world, 3);
  const three = await statementsOf(world.clerk, candidates);

  await putForward(world, 12);
  const fifteen = await statementsOf(world.clerk, candidates);

  expect(fifteen).toBe(three);
  expect(three).toBeLessThanOrEqual(20);
}, 60_000);

test('taking thirty accounts over costs the same as taking one', async () => {
  const world = await createWorld(handle);
  const team = { platform: 'slack', id: 'T' };
  const source = async (_platform: string, _team: string, user: string) => ({
    ...{ name: `Person ${user}`, locale: null, zone: null },
    ...{ isAdmin: false, isOutsider: false, isGuest: false, isBot: false, isActive: true },
  });
  const cost = async (count: number) => {
    const users = Array.from({ length: count }, () => `U${newId()}`);
    const act = { ...again(world.clerk), store: counted.handle };
    wire.statements();
    const { members } = await takeInAccounts(act, source, team, users);
    const taken = await takeOverAccounts(again(act), world.committee, members);
    expect(taken).toMatchObject({ ok: true, value: { added: count } });
    return wire.statements().length;
  };

  const one = await cost(1);
  const thirty = await cost(30);

  expect(thirty).toBe(one);
});
