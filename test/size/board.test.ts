/**
 * The committee secretary's board asks the database as often for a hundred dates and thirty people as for a few, shows what a
 * message holds, and each feature answers for many matters what it answers for each alone.
 */
import type { Input, Reply } from '../../src/chat/call.ts';
import { client } from '../../src/database/client.ts';
import { openDatabase } from '../../src/database/connect.ts';
import { addMembers } from '../../src/features/committees/operations/members.ts';
import type { Subject } from '../../src/features/deadlines/types/dates.ts';
import type { Act } from '../../src/kernel/act.ts';
import { type Id, newId, type PersonId } from '../../src/kernel/ids.ts';
import { drawMessage } from '../../src/slack/blocks/message.ts';
import { motion, ruleWith } from '../features/ballots/rules-at-hand.ts';
import { again, must } from '../features/nominations/scene.ts';
import { duties, mistakes, mouthOf } from '../security/bot.ts';
import { startDatabaseProxy } from '../support/app-tcp-proxy.ts';
import { messageOf } from '../support/hands.ts';
import { owingOf } from '../support/owing.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { ask, type Committees, inCommittees } from './committees.ts';

const { handle, url } = await createTestDatabase();
const wire = await startDatabaseProxy(url);
const counted = openDatabase(wire.url, 2, 20);
afterAll(async () => {
  await counted.close();
  await wire.close();
});

const day = 86_400_000;

interface Dated extends Committees {
  readonly subjects: readonly Subject[];
}

/** `count` matters of every kind in one committee, each with a date and a reminder of tomorrow, straight into the tables. */
async function withDates(count: number, people: number): Promise<Dated> {
  const world = await inCommittees(handle, 1);
  const { clerk, ann } = world;
  const db = client(handle);
  const [committee] = world.committees;
  if (!committee) throw new Error('no committee');
  const { workspaceId } = await db.person.findUniqueOrThrow({ where: { id: clerk.person } });
  const named = (fullName: string) => ({ id: newId<Id<'person'> & PersonId>(), fullName });
  const put = async (all: readonly ReturnType<typeof named>[]) =>
    db.person.createMany({
      data: all.map((one) => ({
        ...{ ...one, workspaceId, searchName: one.fullName.toLowerCase(), sex: 'male', birthMonth: '1985-04' },
        ...{ source: 'import', createdAt: clerk.now },
      })),
    });
  const members = Array.from({ length: people }, (_, number) => named(`Member ${number}`));
  const nominees = Array.from({ length: count }, (_, number) => named(`Nominee ${number}`));
  await put([...members, ...nominees]);
  const standing = { roles: ['member'] as const, votes: true, post: null, rank: null };
  must(
    await addMembers(
      again(clerk),
      committee,
      members.map(({ id }) => ({ person: id, ...standing })),
    ),
  );
  const subjects: Subject[] = [];
  for (const [index, { id: nominee }] of nominees.entries()) {
    subjects.push(...(await ask(handle, { clerk, ann, committee, nominee, number: index + 2 })));
    subjects.push(await vote(index), await collection(index));
  }
  const where = { schedule: { committeeId: committee } };
  const steps = await db.scheduleStep.findMany({ where, orderBy: { position: 'asc' }, take: count });
  subjects.push(...steps.map(({ id }) => ({ kind: 'schedule-step', id })));
  const due = subjects.filter(({ kind }) => kind !== 'plan-names');
  const dated = { committeeId: committee, statedDate: '2026-03-12', setAt: clerk.now };
  await db.deadline.createMany({
    data: due.map(({ kind, id }, index) => ({
      ...{ ...dated, id: newId(), subjectKind: kind, subjectId: id, ladder: kind === 'conference' ? kind : 'date' },
      dueAt: new Date(clerk.now.getTime() + day + index * 60_000),
    })),
  });
  const deadlines = await db.deadline.findMany({ where: { committeeId: committee } });
  await db.reminder.createMany({
    data: deadlines.flatMap(({ id: deadlineId, dueAt }) =>
      [ann.person, ...members.map(({ id }) => id)].map((personId) => ({
        ...{ id: newId(), deadlineId, personId, rung: 'hours-before', mode: 'single', side: 'before', version: 1 },
        at: new Date(dueAt.getTime() - day / 2),
      })),
    ),
  });
  return { ...world, subjects };

  async function vote(index: number): Promise<Subject> {
    const id = newId();
    await db.ballotRound.create({
      data: {
        ...{ id, committeeId: committee ?? '', kind: 'question', mode: 'open', place: 'chat', state: 'open' },
        ...{ question: `Shall we ${index}?`, rule: ruleWith({ paper: motion }) as object, closesAt: clerk.now },
        questions: [{ key: 'q', title: 'Q', seats: 1, position: null }],
        ...{ createdAt: clerk.now, openedAt: clerk.now },
        electors: { create: { personId: ann.person, place: 0, isRecused: false } },
      },
    });
    return { kind: 'ballot-round', id };
  }

  async function collection(index: number): Promise<Subject> {
    const id = newId();
    const [unitId, below] = [newId(), newId()];
    await db.unit.createMany({ data: [unitId, below].map((one) => ({ id: one, workspaceId, createdAt: clerk.now })) });
    const asked = { id, committeeId: committee ?? '', unitId, number: index + 1, title: `Lists ${index}` };
    const unit = { unitId: below, name: 'Branch', place: 0, committeeId: committee ?? '' };
    await db.collection.create({
      data: { ...asked, statedDate: '2026-03-12', openedAt: clerk.now, units: { create: unit } },
    });
    return { kind: 'collection', id };
  }
}

const few = await withDates(1, 3);
const many = await withDates(7, 30);

async function costOf(input: Input, act: Act): Promise<{ readonly cost: number; readonly reply: Reply }> {
  wire.statements();
  const counting = { ...again(act), store: counted.handle };
  const reply = await mouthOf(counting, null, counted.handle).answer(input);
  return { cost: wire.statements().length, reply };
}

const board: Input = { kind: 'command', name: 'deadline', text: 'board' };
const list: Input = { kind: 'command', name: 'deadline', text: 'list' };

test.each([
  ['the board', board],
  ['the list of dates', list],
  ['Home', { kind: 'home' } as Input],
])('%s costs the same with over a hundred dates and thirty people as with a few', async (_name, input) => {
  const { cost } = await costOf(input, few.clerk);
  const { cost: withMany } = await costOf(input, many.clerk);

  expect(many.subjects.length).toBeGreaterThan(100);
  expect(cost).toBeGreaterThan(10);
  expect(withMany).toBe(cost);
  expect(mistakes).toEqual([]);
});

test('whatever there is, the board stays a message, and nothing of it is left out without a way to it', async () => {
  const { reply } = await costOf(board, many.clerk);

  const drawn = drawMessage(messageOf(reply), { words: (key: string) => key } as never);
  const said = JSON.stringify(drawn.blocks);
  expect(drawn.blocks.length).toBeLessThanOrEqual(50);
  expect(said).not.toContain('cut');
  expect(said).toContain('Page 1 of');
  expect(said).toContain('Everything that goes out next');
});

test.each(['clerk', 'ann', 'clockwork'] as const)(
  'asked for all at once, each feature tells %s what it tells of each alone',
  async (who) => {
    const act: Act = who === 'clockwork' ? { ...again(many.clerk), member: null, person: null } : again(many[who]);
    let known = 0;
    for (const feature of duties) {
      const ids = many.subjects.filter(({ kind }) => kind === feature.subject).map(({ id }) => id);
      if (ids.length === 0) continue;
      known += 1;

      const together = await feature.owing(act, ids);

      const apart = await Promise.all(
        ids.map(async (id) => [id, await owingOf(feature, act, { kind: feature.subject, id })] as const),
      );
      expect([feature.subject, ids.map((id) => [id, together.get(id) ?? []])]).toEqual([feature.subject, apart]);
    }
    // Minutes wait without a date.
    expect(known).toBe(duties.length - 1);
  },
);
