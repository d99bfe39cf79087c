import { client } from '../../../src/database/client.ts';
import { seeCommittee } from '../../../src/features/committees/operations/look.ts';
import { addNewPerson, setAway } from '../../../src/features/committees/operations/members.ts';
import { setUpCommittee } from '../../../src/features/committees/operations/set-up.ts';
import { changeSettings } from '../../../src/features/committees/operations/settings.ts';
import { dutyDone } from '../../../src/features/deadlines/operations/cards.ts';
import { passDeadline } from '../../../src/features/deadlines/operations/pass.ts';
import { layOutReminders, remindNewcomers } from '../../../src/features/deadlines/operations/plan.ts';
import { remindWhoIsDue } from '../../../src/features/deadlines/operations/remind.ts';
import { setDeadline } from '../../../src/features/deadlines/operations/set.ts';
import { freshSaving } from '../../../src/kernel/act.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { momentAt } from '../../../src/kernel/time.ts';
import { type Clockwork, createScene, hanoi, openClockwork } from './scene.ts';

let clockwork: Clockwork;
beforeAll(async () => {
  clockwork = await openClockwork();
});
afterAll(() => clockwork.close());

/** Friday; the scene begins on Monday 2 March. */
const friday = { date: '2026-03-13', time: null };

describe('the reminders of a date', () => {
  test('each rung goes out once, at its moment, and after the date the committee secretary is told', async () => {
    const scene = await createScene(clockwork, { nightly: true });
    const mona = await scene.person('Mona', ['member']);
    await scene.setDate(friday, [mona.person]);

    await scene.advance('2026-03-20', '18:00');

    expect(await scene.cards(mona.person)).toEqual([
      'deadlines.digest 2026-03-03 08:30',
      'deadlines.digest 2026-03-06 08:30',
      'deadlines.digest 2026-03-10 08:30',
      'deadlines.single 2026-03-12 08:30',
      'deadlines.single 2026-03-13 13:30',
      'deadlines.single 2026-03-16 08:30',
    ]);
    expect(await scene.cards(scene.clerk.person)).toEqual(['deadlines.tell-clerk 2026-03-17 08:30']);
    expect(scene.textOf('Not answered yet')).toContain('Mona');
    expect(scene.feature.passedSubjects).toHaveLength(1);
  });

  test('who is done is reminded no more, and the card that is there says thank you', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const deadline = await scene.setDate(friday, [mona.person]);
    await scene.advance('2026-03-12', '09:00');

    scene.feature.asked.get(deadline.subject.id)?.clear();
    await dutyDone(clockwork.store, scene.now(mona), { subject: deadline.subject, persons: [mona.person] });
    await scene.advance('2026-03-20', '18:00');

    expect((await scene.cards(mona.person)).at(-1)).toBe('deadlines.single 2026-03-12 08:30');
    expect(scene.platform.posted.at(-1)?.message.blocks).toEqual([
      { kind: 'text', text: ['This no longer waits for you. Thank you.'] },
    ]);
    expect(await scene.rungs(deadline, mona.person)).toMatchObject({
      'hours-before/1': 'skipped: done',
      'after/1': 'skipped: done',
      'clerk/1': 'skipped: done',
    });
    expect(await scene.cards(scene.clerk.person)).toEqual([]);
  });

  test('a recused person is asked by nobody, so nothing about the case ever reaches them', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const rita = await scene.person('Rita Recused', ['member']);
    const deadline = await scene.setDate(friday, [mona.person, rita.person]);

    scene.feature.asked.get(deadline.subject.id)?.delete(rita.person);
    await scene.advance('2026-03-20', '18:00');

    expect(await scene.cards(rita.person)).toEqual([]);
    expect((await scene.cards(mona.person)).length).toBeGreaterThan(0);
    expect(scene.textOf('Not answered yet')).not.toContain('Rita');
  });

  test('people without an account get nothing and are listed for the committee secretary', async () => {
    const scene = await createScene(clockwork);
    await addNewPerson(scene.clerk, scene.committee, 'Paul Paper', {
      ...{ roles: ['member'], votes: true, post: null, rank: null },
    });
    const paul = await client(clockwork.store).person.findFirstOrThrow({ where: { fullName: 'Paul Paper' } });
    const deadline = await scene.setDate(friday, [paul.id as never]);

    await scene.advance('2026-03-20', '18:00');

    expect(await scene.rungs(deadline, paul.id as never)).toEqual({ 'clerk/1': 'told' });
    expect(await client(clockwork.store).delivery.count({ where: { personId: paul.id } })).toBe(0);
    expect(scene.textOf('Not answered yet')).toContain('Paul Paper (no chat account)');
  });

  test('somebody who joins later is planned for, and the others get no second first notice', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const nina = await scene.person('Nina', ['member']);
    const deadline = await scene.setDate(friday, [mona.person]);
    await scene.advance('2026-03-09', '10:00');

    scene.feature.asked.get(deadline.subject.id)?.add(nina.person);
    await remindNewcomers(scene.now(scene.clockwork), deadline.subject);
    await scene.advance('2026-03-13', '18:00');

    expect(await scene.cards(nina.person)).toEqual([
      'deadlines.digest 2026-03-10 08:30',
      'deadlines.single 2026-03-12 08:30',
      'deadlines.single 2026-03-13 13:30',
    ]);
    expect(await scene.cards(mona.person)).toHaveLength(5);
  });

  test('changed hours reach the reminders that are planned already', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    await scene.setDate({ date: '2026-03-20', time: null }, [mona.person]);
    const seen = await seeCommittee(scene.now(scene.clerk), scene.committee);
    if (!seen.ok) throw new Error(seen.reason);
    const { name, locale, zone, version, settings } = seen.value.committee;

    const changed = await changeSettings(scene.now(scene.clerk), scene.committee, {
      ...{ name, locale, zone, version },
      settings: { ...settings, digestAt: '10:00' },
    });
    await scene.advance('2026-03-03', '12:00');

    expect(changed.ok).toBe(true);
    expect(await scene.cards(mona.person)).toEqual(['deadlines.digest 2026-03-03 10:00']);
  });

  test('a newcomer whom nobody announced is found by the nightly check', async () => {
    const scene = await createScene(clockwork, { nightly: true });
    const mona = await scene.person('Mona', ['member']);
    const deadline = await scene.setDate(friday, []);
    await scene.advance('2026-03-04', '10:00');

    scene.feature.asked.get(deadline.subject.id)?.add(mona.person);
    await scene.advance('2026-03-05', '09:00');

    expect(await scene.cards(mona.person)).toEqual(['deadlines.digest 2026-03-05 08:30']);
  });

  test('reminders keep to the clock on the wall when it changes', async () => {
    // New York goes to summer time on Sunday 8 March 2026.
    const scene = await createScene(clockwork);
    const zone = 'America/New_York';
    await client(clockwork.store).committee.update({ where: { id: scene.committee }, data: { zone, country: 'US' } });
    const mona = await scene.person('Mona', ['member']);
    await client(clockwork.store).member.update({ where: { id: mona.member ?? '' }, data: { zone } });
    await scene.setDate({ date: '2026-03-10', time: null }, [mona.person]);

    await scene.advance('2026-03-12', '12:00');

    expect(await scene.cards(mona.person, zone)).toEqual([
      'deadlines.digest 2026-03-03 08:30',
      'deadlines.digest 2026-03-06 08:30',
      'deadlines.single 2026-03-09 08:30',
      'deadlines.single 2026-03-10 13:30',
      'deadlines.single 2026-03-11 08:30',
    ]);
  });
});

describe('away', () => {
  test('over the date: no messages, and the committee secretary hears of it once, with the deputy', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const dora = await scene.person('Dora Deputy', ['member']);
    const deadline = await scene.setDate(friday, [mona.person]);
    const away = { from: momentAt(hanoi, '2026-03-05', '00:00'), until: momentAt(hanoi, '2026-03-16', '00:00') };
    await setAway(scene.now(mona), { ...away, deputy: dora.person });

    await scene.advance('2026-03-13', '18:00');

    expect(await scene.cards(mona.person)).toEqual(['deadlines.digest 2026-03-03 08:30']);
    expect(await scene.cards(scene.clerk.person)).toEqual(['deadlines.tell-clerk 2026-03-12 08:30']);
    expect(scene.textOf('Away over the date')).toContain('Mona (away, deputy: Dora Deputy, ');
    expect(await scene.rungs(deadline, mona.person)).toMatchObject({
      'days-7/1': 'skipped: away',
      'day-before/1': 'told',
      'hours-before/1': 'skipped: away',
    });
  });

  test('back before the date: the reminders after that go out', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    await scene.setDate(friday, [mona.person]);
    const away = { from: momentAt(hanoi, '2026-03-05', '00:00'), until: momentAt(hanoi, '2026-03-11', '00:00') };
    await setAway(scene.now(mona), { ...away, deputy: null });

    await scene.advance('2026-03-13', '18:00');

    expect(await scene.cards(mona.person)).toEqual([
      'deadlines.digest 2026-03-03 08:30',
      'deadlines.single 2026-03-12 08:30',
      'deadlines.single 2026-03-13 13:30',
    ]);
    expect(await scene.cards(scene.clerk.person)).toEqual([]);
  });
});

describe('over all committees of a person', () => {
  async function twoCommittees() {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const input = { channel: newId(), name: 'Second', profile: 'vn-party', locale: 'en', zone: hanoi } as const;
    const second = await setUpCommittee(scene.now(scene.clerk), input);
    if (!second.ok) throw new Error(second.reason);
    const membership = { committeeId: second.value.id, personId: mona.person, roles: ['member'], votes: true, rank: 1 };
    await client(clockwork.store).membership.create({ data: { id: newId(), ...membership, validFrom: new Date(0) } });
    return { scene, mona, second: second.value.id };
  }

  test('the digest is one card a day', async () => {
    const { scene, mona, second } = await twoCommittees();
    await scene.setDate(friday, [mona.person]);
    await scene.setDate(friday, [mona.person], { committee: second });

    await scene.advance('2026-03-03', '18:00');

    expect(await scene.cards(mona.person)).toEqual(['deadlines.digest 2026-03-03 08:30']);
    expect(scene.textOf('Good morning')).toMatch(/Nominating Committee[\s\S]*Second/);
  });

  test('at most two messages of their own a day: the nearest dates, and the rest in the next digest', async () => {
    const { scene, mona, second } = await twoCommittees();
    const today = await scene.setDate({ date: '2026-03-12', time: '16:30' }, [mona.person]);
    const first = await scene.setDate({ date: '2026-03-13', time: '11:00' }, [mona.person], { committee: second });
    const last = await scene.setDate({ date: '2026-03-13', time: '16:30' }, [mona.person]);

    await scene.advance('2026-03-12', '18:00');

    const singles = (await scene.cards(mona.person)).filter((card) => card.includes('2026-03-12'));
    expect(singles).toEqual(['deadlines.single 2026-03-12 08:30', 'deadlines.single 2026-03-12 13:30']);
    expect(await scene.rungs(today, mona.person)).toMatchObject({ 'hours-before/1': 'sent' });
    expect(await scene.rungs(first, mona.person)).toMatchObject({ 'day-before/1': 'sent' });
    expect(await scene.rungs(last, mona.person)).toMatchObject({ 'day-before/1': 'folded' });

    await scene.advance('2026-03-13', '08:45');
    expect((await scene.cards(mona.person)).at(-1)).toBe('deadlines.digest 2026-03-13 08:30');
  });
});

describe('a date that is moved', () => {
  test('is reminded of anew, and nothing of the old plan ever goes out', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const { subject, committee, ladder } = await scene.setDate(friday, [mona.person]);
    await scene.advance('2026-03-10', '09:00');

    const stated = { date: '2026-03-27', time: null };
    await setDeadline(scene.now(scene.clerk), { committee, subject, ladder, stated });
    await scene.advance('2026-03-27', '18:00');

    expect((await scene.cards(mona.person)).slice(3)).toEqual([
      'deadlines.digest 2026-03-11 08:30',
      'deadlines.digest 2026-03-20 08:30',
      'deadlines.digest 2026-03-24 08:30',
      'deadlines.single 2026-03-26 08:30',
      'deadlines.single 2026-03-27 13:30',
    ]);
    expect(scene.feature.passedSubjects).toHaveLength(1);
  });

  test('a plan that was asked for before the move is not laid out any more', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const deadline = await scene.setDate(friday, [mona.person]);
    const { subject, committee, ladder } = deadline;
    const stated = { date: '2026-03-27', time: null };
    await setDeadline(scene.now(scene.clerk), { committee, subject, ladder, stated });

    await layOutReminders(scene.now(scene.clockwork), scene.features, { deadline: deadline.id, version: 1 });
    await scene.advance('2026-03-02', '09:30');

    const ofTheOldDate = Object.entries(await scene.rungs(deadline, mona.person)).filter(([key]) => key.endsWith('/1'));
    expect(ofTheOldDate.map(([, state]) => state)).not.toContain('planned');
  });
});

describe('after an outage', () => {
  test('what is still due is said once, with the days that are really left', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const deadline = await scene.setDate(friday, [mona.person]);

    await scene.outage('2026-03-12', '10:00');

    expect(await scene.cards(mona.person)).toEqual(['deadlines.single 2026-03-12 10:00']);
    expect(scene.textOf('working day')).toContain('1 working day left');
    expect(await scene.rungs(deadline, mona.person)).toMatchObject({
      'first-notice/1': 'skipped: superseded',
      'days-3/1': 'skipped: superseded',
      'day-before/1': 'sent',
      'hours-before/1': 'planned',
    });
  });

  test.each([
    ['an hour over the morning', '2026-03-12', '09:30', ['deadlines.single 2026-03-12 09:30']],
    ['over the weekend', '2026-03-09', '09:00', ['deadlines.digest 2026-03-09 09:00']],
    ['until after the date', '2026-03-13', '17:30', []],
    ['until a year later', '2027-03-15', '10:00', ['deadlines.single 2027-03-15 10:00']],
  ] as const)('%s: what came due meanwhile is one message, or none', async (_what, date, time, cards) => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    await scene.setDate(friday, [mona.person]);

    await scene.outage(date, time);

    expect(await scene.cards(mona.person)).toEqual(cards);
  });

  test('from the very moment the date was set: the ladder counts from then, not from the return', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const deadline = await scene.setDate(friday, [mona.person], { isUnattended: true });

    await scene.outage('2026-03-12', '10:00');

    expect(await scene.cards(mona.person)).toEqual(['deadlines.single 2026-03-12 10:00']);
    expect(await scene.rungs(deadline, mona.person)).toMatchObject({ 'first-notice/1': 'skipped: superseded' });
  });

  test('three dates that came due in it: two messages that day, the third with the next daily list', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const monday = { date: '2026-03-16', time: null };
    for (let count = 0; count < 3; count += 1) await scene.setDate(monday, [mona.person]);

    await scene.outage('2026-03-13', '10:00');
    await scene.advance('2026-03-16', '09:00');

    expect(await scene.cards(mona.person)).toEqual([
      'deadlines.single 2026-03-13 10:00',
      'deadlines.single 2026-03-13 10:00',
      'deadlines.digest 2026-03-16 08:30',
    ]);
  });

  test('somebody who lives in another zone by then is not written to in their night', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    await scene.setDate(friday, [mona.person]);
    const zone = 'America/New_York';
    await client(clockwork.store).member.update({ where: { id: mona.member ?? '' }, data: { zone } });

    await scene.outage('2026-03-12', '10:00');
    await scene.advance('2026-03-12', '21:00');

    // New York has summer time by now: eight in the morning there is 19:00 in Hanoi.
    expect(await scene.cards(mona.person)).toEqual(['deadlines.single 2026-03-12 19:00']);
  });

  test('at night it waits for the morning', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    await scene.setDate(friday, [mona.person]);

    await scene.outage('2026-03-12', '23:00');
    await scene.advance('2026-03-13', '09:00');

    expect(await scene.cards(mona.person)).toEqual(['deadlines.single 2026-03-13 08:00']);
  });

  test('what is no longer due is dropped; the date passes, and the committee secretary is told', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const deadline = await scene.setDate(friday, [mona.person]);

    await scene.outage('2026-04-15', '10:00');

    expect(await scene.cards(mona.person)).toEqual(['deadlines.single 2026-04-15 10:00']);
    expect(scene.textOf('as soon as you can')).toContain('The date for The list of nominees was');
    expect(await scene.cards(scene.clerk.person)).toEqual(['deadlines.tell-clerk 2026-04-15 10:00']);
    expect(scene.feature.passedSubjects).toEqual([deadline.subject.id]);
  });
});

describe('several instances at once', () => {
  test('decide each reminder once and pass the date once', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const deadline = await scene.setDate(friday, [mona.person]);
    await scene.advance('2026-03-11', '18:00');
    const morning = momentAt(hanoi, '2026-03-12', '08:30');
    const anInstance = (now: Date) => ({ ...scene.clockwork, now, saving: freshSaving() });

    await Promise.all([1, 2, 3].map(() => remindWhoIsDue(anInstance(morning), scene.features, deadline.id)));
    await Promise.all([1, 2, 3].map(() => passDeadline(anInstance(deadline.dueAt), scene.features, deadline.id)));

    const singles = await client(clockwork.store).delivery.count({ where: { kind: 'deadlines.single' } });
    const events = await client(clockwork.store).auditEvent.findMany({
      where: { subjectId: deadline.id, at: { gte: morning } },
      orderBy: { at: 'asc' },
    });
    expect(singles).toBe(1);
    expect(scene.feature.passedSubjects).toHaveLength(1);
    expect(events.map(({ kind }) => kind)).toEqual(['deadlines.reminded', 'deadlines.passed']);
  });

  test('a date does not pass before its time, nor after it was moved', async () => {
    const scene = await createScene(clockwork);
    const mona = await scene.person('Mona', ['member']);
    const deadline = await scene.setDate(friday, [mona.person]);

    await passDeadline(scene.now(scene.clockwork), scene.features, deadline.id);

    expect(scene.feature.passedSubjects).toEqual([]);
  });
});
