/** Two people at once, and clicks that carry what was never drawn: nothing double, nothing lost, nothing taken over. */
import { client } from '../../src/database/client.ts';
import { recuse } from '../../src/features/access/operations.ts';
import { seeCommittee } from '../../src/features/committees/operations/look.ts';
import { addMembers, changeMembership, setAway } from '../../src/features/committees/operations/members.ts';
import { changeSummoned, draftConference } from '../../src/features/conferences/operations/draft.ts';
import { correctNomination, screenSuggestion } from '../../src/features/nominations/operations/change.ts';
import { proposeCandidate } from '../../src/features/nominations/operations/propose.ts';
import { undoNomination } from '../../src/features/nominations/operations/undo.ts';
import { addPerson, personOfAccount } from '../../src/features/people/operations/register.ts';
import { emptyShortForm } from '../../src/features/people/types.ts';
import { seePlan } from '../../src/features/plans/operations/look.ts';
import { makePlan } from '../../src/features/plans/operations/make.ts';
import { refreshAccount } from '../../src/features/workspaces/operations/accounts.ts';
import type { PersonId } from '../../src/kernel/ids.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { createWorld, type World } from '../support/worlds.ts';
import { mouthOf } from './bot.ts';
import { at, must } from './scene.ts';

const { handle } = await createTestDatabase();

describe('members', () => {
  test('two secretaries who end each other’s role at once: one of them stays', async () => {
    const world = await createWorld(handle);
    const other = await world.person('Olga Other', ['clerk']);
    const { members } = must(await seeCommittee(at(world.clerk, 0), world.committee));
    const placeOf = (person: PersonId) => members.find((member) => member.person === person)!.id;

    const ended = await Promise.all([
      changeMembership(at(world.clerk, 1000), world.committee, placeOf(other.person), null),
      changeMembership(at(other, 1000), world.committee, placeOf(world.clerk.person), null),
    ]);

    expect(ended.filter(({ ok }) => ok)).toHaveLength(1);
    const left = must(await seeCommittee(at(ended[0].ok ? world.clerk : other, 2000), world.committee)).members;
    expect(left.filter(({ roles }) => roles.includes('clerk'))).toHaveLength(1);
  });

  test('the same person added by two at once has one place', async () => {
    const world = await createWorld(handle);
    const person = (await world.person('Twice Taken')).person;
    const standing = { person, roles: ['member' as const], votes: true, post: null, rank: null };

    await Promise.all([1, 2, 3].map(() => addMembers(at(world.clerk, 1000), world.committee, [standing])));

    const { members } = must(await seeCommittee(at(world.clerk, 2000), world.committee));
    expect(members.filter((member) => member.person === person)).toHaveLength(1);
  });

  test('an account’s first two acts at once make one person', async () => {
    const world = await createWorld(handle);
    const facts = {
      ...{ name: 'Fresh Face', locale: null, zone: null, isAdmin: false },
      ...{ isOutsider: false, isGuest: false, isBot: false, isActive: true },
    };
    const account = await refreshAccount(at(world.clockwork, 0), 'UFRESH', facts);

    const persons = await Promise.all([1, 2, 3].map(() => personOfAccount(at(world.clockwork, 0), account)));

    expect(new Set(persons).size).toBe(1);
    expect(await client(handle).person.count({ where: { workspaceId: world.workspace, fullName: 'Fresh Face' } })).toBe(
      1,
    );
  });

  test('somebody of another committee cannot be made a deputy', async () => {
    const world = await createWorld(handle);
    const foreign = await createWorld(handle);

    const away = await setAway(at(world.clerk, 0), {
      from: at(world.clerk, 0).now,
      until: null,
      deputy: foreign.clerk.person,
    });

    expect(away).toMatchObject({ ok: false, reason: 'deputy-not-member' });
  });
});

describe('taking back', () => {
  test('a batch of another act takes nothing back, and its cards still go out', async () => {
    const { world, member, propose } = await withPlan();
    const first = await propose('First Name');
    const second = await propose('Second Name');
    const which = { committee: world.committee, nomination: first.nomination, version: 1 };

    const undone = await undoNomination(at(member, 2000), { ...which, batch: second.batch!, to: 'gone' });

    expect(undone).toMatchObject({ ok: false, reason: 'too-late-to-undo' });
    const waiting = await client(handle).delivery.findMany({ where: { batchId: second.batch! } });
    expect(waiting.map(({ state }) => state)).toEqual(['waiting']);
  });

  test('who suggested a name cannot take it off the list once it was screened, also within the minute', async () => {
    const { world, member, propose } = await withPlan();
    const made = await propose('Screened Name');
    const which = { committee: world.committee, nomination: made.nomination };
    must(await screenSuggestion(at(world.clerk, 2000), { ...which, version: 1, decision: 'list', answer: null }));

    const undone = await undoNomination(at(member, 3000), { ...which, version: 2, batch: made.batch!, to: 'gone' });

    expect(undone).toMatchObject({ ok: false, reason: 'nomination-changed-meanwhile' });
  });

  test('undoing a correction brings back the rank as well', async () => {
    const { world, propose } = await withPlan();
    const made = await propose('Ranked Name');
    const which = { committee: world.committee, nomination: made.nomination };
    must(await screenSuggestion(at(world.clerk, 2000), { ...which, version: 1, decision: 'list', answer: null }));
    const said = { reasons: 'Some', source: 'inside', position: null, why: 'because' } as const;
    const corrected = must(await correctNomination(at(world.clerk, 3000), { ...which, version: 2, ...said, rank: 7 }));

    must(
      await undoNomination(at(world.clerk, 4000), { ...which, version: 3, batch: corrected.batch!, to: 'uncorrected' }),
    );

    const row = await client(handle).nomination.findUniqueOrThrow({ where: { id: made.nomination } });
    expect(row.rank).toBeNull();
  });
});

test('a recused secretary who changes who is summoned drops neither the subject nor an item closed to them', async () => {
  const world = await createWorld(handle);
  const { committee, clerk } = world;
  const nominee = must(
    await addPerson(at(clerk, 0), { committee, source: 'form', form: { ...emptyShortForm, fullName: 'Nora Nominee' } }),
  );
  const guest = await world.person('Gary Guest');
  const form = { title: 'The case of Nora Nominee', date: '2026-03-10', time: '14:00', minutes: 60, place: 'Room 1' };
  const agenda = 'Opening\nNora Nominee\nClosing';
  const content = { ...form, chair: clerk.person, agenda, lists: [], replyBy: null, asksAgain: false };
  const conference = must(await draftConference(at(clerk, 0), { committee, form: content }));
  must(await recuse(at(clerk, 500), { committee, person: clerk.person, nominee, recordedBy: null }));
  const change = { add: [], guests: [guest.person], remove: [] };

  must(await changeSummoned(at(clerk, 1000), { conference, version: 1, ...change }));

  const [revision] = await client(handle).conferenceRevision.findMany({
    where: { conferenceId: conference },
    orderBy: { number: 'desc' },
    include: { items: { orderBy: { place: 'asc' } } },
  });
  expect(revision?.title).toBe('The case of Nora Nominee');
  expect(revision?.items.map(({ text }) => text)).toEqual(['Opening', 'Nora Nominee', 'Closing']);
});

test('what was typed before the committee is chosen stands in the answer and not in its buttons', async () => {
  const world = await createWorld(handle);
  const { setUpCommittee } = await import('../../src/features/committees/operations/set-up.ts');
  const input = { channel: 'C0SECOND', name: 'Second', profile: 'general', locale: 'en', zone: 'UTC' } as const;
  must(await setUpCommittee(at(world.clerk, 0), input));
  const text = `Nora Nominee; Director; ${'reason '.repeat(600)}`;

  const reply = await mouthOf(at(world.clerk, 0), null, handle).answer({ kind: 'command', name: 'propose', text });

  if (reply.kind !== 'show') throw new Error(reply.kind);
  const buttons = reply.message.blocks.filter(({ kind }) => kind === 'buttons');
  expect(JSON.stringify(buttons)).not.toContain('Nora');
  expect(JSON.stringify(reply)).toContain('/propose Nora Nominee; Director');
});

async function withPlan() {
  const world: World = await createWorld(handle, { profile: 'vn-party' });
  const { committee, clerk } = world;
  const member = await world.person('Mona Member', ['member']);
  const positions = [{ title: 'Deputy', seats: 3, level: 5, isCommittee: false, rank: 10 }];
  const term = { termFrom: '2027-01', termTo: '2032-01', congress: null };
  const about = { committee, title: 'Plan', unit: '', track: 'party', ...term } as const;
  const made = must(await makePlan(at(clerk, 0), { ...about, positions, names: null }));
  const { plan } = must(await seePlan(at(clerk, 0), { committee, plan: made.plan }));
  return {
    world,
    member,
    async propose(fullName: string) {
      const known = { birthMonth: '1985-04', sex: 'male', unit: 'Office', level: 3 } as const;
      const form = { ...emptyShortForm, ...known, fullName };
      const person = must(await addPerson(at(clerk, 0), { committee, source: 'form', form }));
      return must(
        await proposeCandidate(at(member, 1000), {
          ...{ committee, plan: plan.id, position: plan.positions[0]!.id, person, reasons: 'Knows the work' },
          ...{ source: 'inside', onBehalfOf: null, via: null },
        }),
      );
    },
  };
}
