import { client } from '../../../src/database/client.ts';
import { remindAgain, undoAgain } from '../../../src/features/deadlines/operations/again.ts';
import { listDeadlines, seeOutstanding } from '../../../src/features/deadlines/operations/look.ts';
import { cancelDate, moveDeadline, previewMove } from '../../../src/features/deadlines/operations/move.ts';
import { snoozeReminder } from '../../../src/features/deadlines/operations/snooze.ts';
import { momentAt } from '../../../src/kernel/time.ts';
import { createWorld } from '../../support/worlds.ts';
import { type Clockwork, createScene, hanoi, openClockwork } from './scene.ts';

let clockwork: Clockwork;
beforeAll(async () => {
  clockwork = await openClockwork();
});
afterAll(() => clockwork.close());

const friday = { date: '2026-03-13', time: null };
const later = { date: '2026-03-27', time: null };

async function withDate() {
  const scene = await createScene(clockwork);
  const mona = await scene.person('Mona', ['member']);
  const nina = await scene.person('Nina', ['member']);
  const deadline = await scene.setDate(friday, [mona.person, nina.person]);
  return { scene, mona, nina, deadline, id: deadline.id };
}

describe('moving', () => {
  test('the preview says where the date comes to lie, why, and how many it touches; nothing changes', async () => {
    const { scene, id } = await withDate();

    const preview = await previewMove(scene.now(scene.clerk), scene.features, {
      ...{ deadline: id, stated: { date: '2026-03-28', time: null } },
    });

    expect(preview).toMatchObject({
      ok: true,
      value: {
        touched: 2,
        due: { date: '2026-03-27', time: '16:30', moved: { from: '2026-03-28', because: 'weekend' } },
      },
    });
    expect(scene.feature.movedTo).toEqual([]);
  });

  test('tells the feature, and cards that are there show the new date', async () => {
    const { scene, mona, id } = await withDate();
    await scene.advance('2026-03-12', '09:00');

    const moved = await moveDeadline(scene.now(scene.clerk), scene.features, {
      deadline: id,
      version: 1,
      stated: later,
    });
    await scene.advance('2026-03-12', '09:05');

    expect(moved).toMatchObject({ ok: true, value: { deadline: { version: 2 } } });
    expect(scene.feature.movedTo).toEqual([momentAt(hanoi, '2026-03-27', '16:30')]);
    expect(scene.textOf('A reminder from')).toContain('11 working days left');
    expect((await scene.cards(mona.person)).length).toBeGreaterThan(0);
  });

  test.each([
    ['a member', async (s: Awaited<ReturnType<typeof withDate>>) => s.mona, friday, 1, 'right-missing'],
    [
      'somebody with an old card',
      async (s: Awaited<ReturnType<typeof withDate>>) => s.scene.clerk,
      later,
      7,
      'deadline-changed-meanwhile',
    ],
    [
      'a date in the past',
      async (s: Awaited<ReturnType<typeof withDate>>) => s.scene.clerk,
      { date: '2026-02-02', time: null },
      1,
      'date-past',
    ],
    [
      'the same date',
      async (s: Awaited<ReturnType<typeof withDate>>) => s.scene.clerk,
      friday,
      1,
      'deadline-same-date',
    ],
  ] as const)('%s is refused, and the date stays', async (_what, who, stated, version, reason) => {
    const world = await withDate();
    const { scene, id } = world;

    const outcome = await moveDeadline(scene.now(await who(world)), scene.features, { deadline: id, version, stated });

    expect(outcome).toMatchObject({ ok: false, reason });
    const row = await client(clockwork.store).deadline.findUniqueOrThrow({ where: { id } });
    expect([row.dueAt, row.version]).toEqual([momentAt(hanoi, '2026-03-13', '16:30'), 1]);
  });

  test('the start of a conference is changed with the conference', async () => {
    const { scene, mona } = await withDate();
    const start = await scene.setDate({ date: '2026-03-20', time: '08:00' }, [mona.person], { ladder: 'conference' });

    const outcome = await moveDeadline(scene.now(scene.clerk), scene.features, {
      ...{ deadline: start.id, version: 1, stated: later },
    });

    expect(outcome).toMatchObject({ ok: false, reason: 'deadline-of-conference' });
  });

  test('what has passed cannot be moved, and what was cancelled is off for everybody', async () => {
    const { scene, mona, id } = await withDate();
    await scene.advance('2026-03-12', '09:00');
    const cancelled = await cancelDate(scene.now(scene.clerk), scene.features, { deadline: id, version: 1 });
    const other = await scene.setDate({ date: '2026-03-12', time: '10:00' }, [mona.person]);
    await scene.advance('2026-03-13', '18:00');

    const input = { version: 1, stated: later };
    const again = await moveDeadline(scene.now(scene.clerk), scene.features, { deadline: id, ...input });
    const passed = await moveDeadline(scene.now(scene.clerk), scene.features, { deadline: other.id, ...input });

    expect(cancelled.ok).toBe(true);
    expect(again).toMatchObject({ reason: 'deadline-cancelled' });
    expect(passed).toMatchObject({ reason: 'deadline-passed' });
    expect(scene.textOf('has been cancelled')).toContain('The date for this has been cancelled');
    expect((await scene.cards(mona.person)).filter((card) => card.includes('13:30'))).toEqual([]);
  });
});

describe('the list', () => {
  test('says how many have not answered, and the days left; names only to those who may follow', async () => {
    const { scene, mona, id } = await withDate();

    const list = await listDeadlines(scene.now(mona), scene.features, scene.committee);
    const forMember = await seeOutstanding(scene.now(mona), scene.features, id);
    const forClerk = await seeOutstanding(scene.now(scene.clerk), scene.features, id);

    expect(list).toMatchObject({
      value: { mayManage: false, deadlines: [{ title: 'The list of nominees', owing: 2, daysLeft: 9, isOwn: true }] },
    });
    expect(forMember).toMatchObject({ ok: false, reason: 'right-missing' });
    expect(forClerk).toMatchObject({ value: { people: [{ fullName: 'Mona' }, { fullName: 'Nina' }] } });
  });

  test('a date of another workspace does not exist', async () => {
    const { scene, id } = await withDate();
    const stranger = await createWorld(clockwork.store, { now: scene.clock.now() });

    const outcome = await seeOutstanding(scene.now(stranger.clerk), scene.features, id);

    expect(outcome).toMatchObject({ ok: false, reason: 'committee-unknown' });
  });
});

describe('reminding later', () => {
  test('is quiet until then, and goes on with the rest', async () => {
    const { scene, mona, deadline, id } = await withDate();
    await scene.advance('2026-03-12', '09:00');

    const snoozed = await snoozeReminder(scene.now(mona), scene.features, { deadline: id, key: 'three-hours' });
    await scene.advance('2026-03-13', '18:00');

    // Three hours from nine is the middle of the day's rest.
    expect(snoozed).toMatchObject({ ok: true, value: { at: momentAt(hanoi, '2026-03-12', '13:30') } });
    expect((await scene.cards(mona.person)).slice(-3)).toEqual([
      'deadlines.single 2026-03-12 08:30',
      'deadlines.single 2026-03-12 13:30',
      'deadlines.single 2026-03-13 13:30',
    ]);
    expect(await scene.rungs(deadline, mona.person)).toMatchObject({ 'snoozed-1/1': 'sent' });
  });

  test('“the day before” takes the place of what would come earlier', async () => {
    const { scene, mona, id } = await withDate();
    await scene.advance('2026-03-04', '09:00');

    await snoozeReminder(scene.now(mona), scene.features, { deadline: id, key: 'day-before' });
    await scene.advance('2026-03-12', '18:00');

    expect(await scene.cards(mona.person)).toEqual([
      'deadlines.digest 2026-03-03 08:30',
      'deadlines.single 2026-03-12 08:30',
    ]);
  });

  test('who is done has nothing to put off', async () => {
    const { scene, mona, deadline, id } = await withDate();
    scene.feature.asked.get(deadline.subject.id)?.delete(mona.person);

    const outcome = await snoozeReminder(scene.now(mona), scene.features, { deadline: id, key: 'three-hours' });

    expect(outcome).toMatchObject({ ok: false, reason: 'nothing-to-snooze' });
  });
});

describe('reminding once more', () => {
  test('everybody who has not answered, after a minute in which it can be undone', async () => {
    const { scene, mona, nina, id } = await withDate();
    await scene.advance('2026-03-04', '09:00');

    const first = await remindAgain(scene.now(scene.clerk), scene.features, { deadline: id, persons: null });
    if (!first.ok) throw new Error(first.reason);
    const undone = await undoAgain(scene.now(scene.clerk), scene.features, { deadline: id, batch: first.value.batch });
    await scene.advance('2026-03-04', '09:05');
    const afterUndo = await scene.cards(mona.person);
    await remindAgain(scene.now(scene.clerk), scene.features, { deadline: id, persons: null });
    await scene.advance('2026-03-04', '09:10');

    expect(undone.ok).toBe(true);
    expect(afterUndo).toEqual(['deadlines.digest 2026-03-03 08:30']);
    for (const person of [mona.person, nina.person])
      expect((await scene.cards(person)).at(-1)).toBe('deadlines.single 2026-03-04 09:06');
  });

  test('never more than two messages a day, whoever asks for it', async () => {
    const { scene, mona, id } = await withDate();
    const others = [await scene.setDate(later, [mona.person]), await scene.setDate(later, [mona.person])];
    await scene.advance('2026-03-04', '09:00');
    const remind = (deadline: typeof id) =>
      remindAgain(scene.now(scene.clerk), scene.features, { deadline, persons: [mona.person] });

    const outcomes = [];
    for (const deadline of [id, ...others.map((other) => other.id)]) outcomes.push(await remind(deadline));

    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(outcomes[2]).toMatchObject({ reason: 'nobody-to-remind' });
  });

  test('in the evening it waits for the working hours', async () => {
    const { scene, mona, id } = await withDate();
    await scene.advance('2026-03-04', '21:00');

    await remindAgain(scene.now(scene.clerk), scene.features, { deadline: id, persons: [mona.person] });
    await scene.advance('2026-03-05', '08:10');

    expect((await scene.cards(mona.person)).at(-1)).toBe('deadlines.single 2026-03-05 08:00');
  });
});
