import { createDeadline } from '../../../commands/deadline.ts';
import { client } from '../../../src/database/client.ts';
import { deadlineInteractions } from '../../../src/features/deadlines/interactions/register.ts';
import { finishScheduleStep, stepReached } from '../../../src/features/deadlines/operations/finish-step.ts';
import { listDeadlines } from '../../../src/features/deadlines/operations/look.ts';
import { moveDeadline } from '../../../src/features/deadlines/operations/move.ts';
import { moveSchedule } from '../../../src/features/deadlines/operations/move-schedule.ts';
import { makeSchedule, seeSchedule } from '../../../src/features/deadlines/operations/schedule.ts';
import { setDeadline } from '../../../src/features/deadlines/operations/set.ts';
import { tellWhatSlipsEverywhere } from '../../../src/features/deadlines/operations/slips.ts';
import type { Duties } from '../../../src/features/deadlines/types/duties.ts';
import type { Act, Locale } from '../../../src/kernel/act.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { done } from '../../../src/kernel/outcome.ts';
import { momentAt } from '../../../src/kernel/time.ts';
import { textOf } from '../../support/calls.ts';
import { buttonOf, formOf, handsOf, messageOf, wordsOf } from '../../support/hands.ts';
import { type Clockwork, createScene, fakeFeature, hanoi, openClockwork, type Scene } from './scene.ts';

let clockwork: Clockwork;
beforeAll(async () => {
  clockwork = await openClockwork();
});
afterAll(() => clockwork.close());

const dueOn = '2026-05-05';

function hands(scene: Scene, act: Act, locale: Locale = 'en') {
  return handsOf(scene.now(act), deadlineInteractions(scene.features), locale);
}

async function laidOut() {
  const scene = await createScene(clockwork);
  const mona = await scene.person('Mona', ['member']);
  const made = await makeSchedule(scene.now(scene.clerk), { committee: scene.committee, dueOn });
  if (!made.ok) throw new Error(made.reason);
  await scene.advance('2026-03-02', '09:05');
  const seen = async () => {
    const found = await seeSchedule(scene.now(scene.clerk), scene.features, scene.committee);
    if (!found.ok || !found.value) throw new Error('no calendar');
    return found.value;
  };
  return { scene, mona, seen };
}

test('the form shows every step before it is laid out, and a day that is too near with the numbers', async () => {
  const scene = await createScene(clockwork);
  const clerk = hands(scene, scene.clerk);
  const form = formOf(
    await clerk.press(buttonOf(await clerk.type(createDeadline(scene.features), 'calendar'), 'Lay out a calendar')),
  );

  const near = await clerk.change(form, 'date', { date: '2026-03-16' });
  const shown = await clerk.change(form, 'date', { date: dueOn });
  const made = await clerk.submit(form, { date: dueOn });

  expect(wordsOf(near)).toContain('15 working days are needed, there are 10; 5 are missing');
  expect(wordsOf(shown)).toContain('The list is frozen: Wednesday 1 April 2026 (working days: 2, at least 1)');
  expect(wordsOf(made)).toContain('The authority needs the list on Tuesday 5 May 2026');
});

test('every step has its date and reminds the committee secretary; a second calendar is refused', async () => {
  const { scene, seen } = await laidOut();
  const { steps } = await seen();

  const again = await makeSchedule(scene.now(scene.clerk), { committee: scene.committee, dueOn });
  await scene.advance('2026-04-02', '18:00');

  expect(steps.map(({ spare }) => spare)).toEqual([13, 12, 8, 6, 4, 2, 0]);
  expect(again).toMatchObject({ reason: 'schedule-exists' });
  expect(await scene.cards(scene.clerk.person)).toEqual(
    expect.arrayContaining(['deadlines.single 2026-03-30 13:30', 'deadlines.single 2026-04-01 13:30']),
  );
});

test('a round that ends too late: the secretary gets what has to move and whom it touches, and moves it with one click', async () => {
  const { scene, mona, seen } = await laidOut();
  const subject = { kind: scene.feature.subject, id: newId() };
  const round = await scene.setDate({ date: '2026-04-13', time: null }, [mona.person], { subject });
  const fits = await seen();

  await moveDeadline(scene.now(scene.clerk), scene.features, {
    ...{ deadline: round.id, version: 1, stated: { date: '2026-04-22', time: null } },
  });
  await scene.advance('2026-03-02', '09:10');
  const card = scene.textOf('Something has slipped');
  const shown = await hands(scene, scene.clerk).type(createDeadline(scene.features), 'calendar');
  const moved = await hands(scene, scene.clerk).press(buttonOf(shown, 'Move all of these'));
  const after = await seen();

  expect(fits.moves).toEqual([]);
  expect(card).toContain('every step keeps its minimum time');
  expect(textOf(messageOf(shown))).toContain('The conference: from Wednesday 22 April 2026 to Wednesday 29 April 2026');
  expect(textOf(messageOf(moved))).not.toContain('Something has slipped');
  expect(after.moves).toEqual([]);
  expect(after.steps.map(({ key, date }) => `${key} ${date}`)).toEqual([
    ...['names 2026-03-30', 'freeze 2026-04-01', 'review 2026-04-22', 'synthesis 2026-04-23'],
    ...['conference 2026-04-29', 'minutes 2026-05-04', 'submission 2026-05-05'],
  ]);
  await scene.advance('2026-04-23', '18:00');
  expect(await scene.cards(scene.clerk.person)).toContain('deadlines.single 2026-04-23 13:30');
  expect(await scene.cards(scene.clerk.person)).not.toContain('deadlines.single 2026-04-15 13:30');
});

test('what does not fit any more is said with the step and its numbers, and nothing is moved', async () => {
  const { scene, mona, seen } = await laidOut();
  await scene.setDate({ date: '2026-04-27', time: null }, [mona.person]);
  const before = await seen();

  const outcome = await moveSchedule(scene.now(scene.clerk), scene.features, {
    committee: scene.committee,
    expected: '',
  });
  const shown = await hands(scene, scene.clerk).type(createDeadline(scene.features), 'calendar');

  expect(outcome).toMatchObject({ reason: 'schedule-lacks', facts: { days: 2 } });
  expect(textOf(messageOf(shown))).toContain(
    'Comments are in lies after Wednesday 22 April 2026, the last day that would do for Tuesday 5 May 2026; working days missing: 2.',
  );
  expect((await seen()).steps).toEqual(before.steps);
});

test('a start of a conference is left to whoever changes the conference, with how many have to know', async () => {
  const { scene, mona } = await laidOut();
  const subject = { kind: 'conference', id: newId() };
  scene.feature.asked.set(subject.id, new Set([mona.person]));
  const features = [...scene.features, { ...scene.feature, subject: 'conference' }];
  const stated = { date: '2026-04-15', time: '08:00' };
  await setDeadline(scene.now(scene.clerk), { committee: scene.committee, subject, ladder: 'conference', stated });

  const seen = await seeSchedule(scene.now(scene.clerk), features, scene.committee);

  const byHand = {
    key: 'conference',
    from: '2026-04-15',
    to: '2026-04-20',
    touched: 1,
    isSummoned: true,
    byHand: true,
  };
  expect(seen).toMatchObject({ value: { moves: [byHand] } });
});

test('a conference that its feature can move goes with the one click, and comes back with undo', async () => {
  const { scene, mona } = await laidOut();
  const subject = { kind: 'conference', id: newId() };
  const said: string[] = [];
  const conference: Duties = {
    ...fakeFeature('conference'),
    owing: async (_act, ids) => new Map(ids.map((id) => [id, [mona.person]] as const)),
    async reschedule(act, of, to) {
      said.push(`to ${to}`);
      const stated = { date: to, time: '08:00' };
      await setDeadline(act, { committee: scene.committee, subject: of, ladder: 'conference', stated });
      return done({ takesBack: 'batch-7' });
    },
    async takeBack(act, of, takesBack) {
      said.push(`back with ${takesBack}`);
      const stated = { date: '2026-04-15', time: '08:00' };
      await setDeadline(act, { committee: scene.committee, subject: of, ladder: 'conference', stated });
      return done();
    },
  };
  const features = [...scene.features, conference];
  const stated = { date: '2026-04-15', time: '08:00' };
  await setDeadline(scene.now(scene.clerk), { committee: scene.committee, subject, ladder: 'conference', stated });
  const clerk = handsOf(scene.now(scene.clerk), deadlineInteractions(features), 'en');
  const day = async () => {
    const found = await seeSchedule(scene.now(scene.clerk), features, scene.committee);
    return found.ok && found.value?.steps.find(({ key }) => key === 'conference')?.date;
  };

  const shown = await clerk.type(createDeadline(features), 'calendar');
  const moved = await clerk.press(buttonOf(shown, 'Move all of these'));
  const after = await day();
  await clerk.press(buttonOf(moved, 'Undo'));

  expect(textOf(messageOf(shown))).toContain('everybody summoned is invited anew; 1 person comes or has not answered');
  expect(textOf(messageOf(moved))).toContain('The invitations to the conference go out anew');
  expect([after, await day()]).toEqual(['2026-04-20', '2026-04-15']);
  expect(said).toEqual(['to 2026-04-20', 'back with batch-7']);
});

describe('a round that is too short after the list was frozen', () => {
  async function tooShort() {
    const opened = await laidOut();
    const { scene, mona } = opened;
    const round = await scene.setDate({ date: '2026-03-04', time: null }, [mona.person]);
    const freeze = (await opened.seen()).steps[1]?.id ?? '';
    await finishScheduleStep(scene.now(scene.clerk), { committee: scene.committee, step: freeze });
    const calendar = await hands(scene, scene.clerk).type(createDeadline(scene.features), 'calendar');
    return { ...opened, round, calendar };
  }
  const ofMoved = (cards: readonly string[]) => cards.filter((card) => card.startsWith('deadlines.calendar-moved'));

  test('is moved, and whoever is asked is told the new date once, a minute later', async () => {
    const { scene, mona, calendar, seen } = await tooShort();

    const moved = await hands(scene, scene.clerk).press(buttonOf(calendar, 'Move all of these'));
    const atOnce = await scene.cards(mona.person);
    await scene.advance('2026-03-02', '10:00');

    expect(textOf(messageOf(calendar))).toContain(
      'Comments are in: from Wednesday 4 March 2026 to Thursday 5 March 2026',
    );
    expect(textOf(messageOf(calendar))).toContain('1 person is asked now and is told');
    expect(textOf(messageOf(moved))).toContain('1 person is told the new dates at');
    expect(ofMoved(atOnce)).toEqual([]);
    expect(ofMoved(await scene.cards(mona.person))).toEqual(['deadlines.calendar-moved 2026-03-02 09:06']);
    expect(ofMoved(await scene.cards(scene.clerk.person))).toEqual([]);
    expect(scene.textOf('Kindly note the new dates')).toContain('Kindly note');
    expect((await seen()).steps[2]?.date).toBe('2026-03-05');
    await scene.advance('2026-03-05', '16:00');
    expect(await scene.cards(mona.person)).toContain('deadlines.single 2026-03-05 13:30');
    expect(await scene.cards(mona.person)).not.toContain('deadlines.single 2026-03-04 13:30');
  });

  test('undone within the minute it is where it was, and nobody hears of it; afterwards it is too late', async () => {
    const { scene, mona, calendar, seen, round } = await tooShort();
    const moved = await hands(scene, scene.clerk).press(buttonOf(calendar, 'Move all of these'));
    const undo = buttonOf(moved, 'Undo');

    const undone = await hands(scene, scene.clerk).press(undo);
    const twice = await hands(scene, scene.clerk).press(undo);
    const again = await hands(scene, scene.clerk).press(buttonOf(undone, 'Move all of these'));
    await scene.advance('2026-03-02', '09:30');
    const late = await hands(scene, scene.clerk).press(buttonOf(again, 'Undo'));

    expect(wordsOf(undone)).toContain('every date is where it was');
    expect(wordsOf(undone)).toContain('Comments are in: Wednesday 4 March 2026');
    expect(wordsOf(twice)).toContain('nothing was changed');
    expect(wordsOf(late)).toContain('The 60 seconds are over');
    expect((await seen()).steps[2]).toMatchObject({ date: '2026-03-05', linked: { id: round.id } });
    expect(ofMoved(await scene.cards(mona.person))).toHaveLength(1);
  });

  test('is moved by nobody else, and by no button that was drawn for other dates', async () => {
    const { scene, mona, calendar } = await tooShort();
    const button = buttonOf(calendar, 'Move all of these');

    const byMember = await hands(scene, mona).press(button);
    const other = { ...button, data: { ...button.data, moves: 'review:2026-03-09' } };
    const changed = await hands(scene, scene.clerk).press(other);

    expect(wordsOf(byMember)).toContain('Your role does not allow this');
    expect(wordsOf(changed)).toContain('Dates were moved meanwhile');
  });
});

test('a step that nobody finishes is told of in the morning on which something else has to move because of it, once', async () => {
  const { scene } = await laidOut();
  const toldAfter = async (date: string) => {
    await tellWhatSlipsEverywhere(clockwork.store, momentAt(hanoi, date, '02:20'));
    const rows = await client(clockwork.store).delivery.findMany({
      where: { kind: 'deadlines.slips', committeeId: scene.committee },
    });
    return rows.map(({ holdUntil }) => holdUntil);
  };
  const morning = momentAt(hanoi, '2026-04-07', '08:00');

  expect(await toldAfter('2026-04-02')).toEqual([]);
  expect(await toldAfter('2026-04-06')).toEqual([]);
  expect(await toldAfter('2026-04-07')).toEqual([morning]);
  expect(await toldAfter('2026-04-08')).toEqual([morning]);
});

test('what the steps lead to makes them done: the round its list and its names, the synthesis and the minutes themselves', async () => {
  const { scene, mona, seen } = await laidOut();
  const round = await scene.setDate({ date: '2026-04-13', time: null }, [mona.person]);
  const conference = { kind: 'conference', id: newId() };
  const stated = { date: '2026-04-22', time: '08:00' };
  const start = { committee: scene.committee, subject: conference, ladder: 'conference', stated } as const;
  await setDeadline(scene.now(scene.clerk), start);
  const other = { kind: 'review-round', id: newId() };

  await stepReached(scene.now(scene.clerk), scene.committee, 'synthesis', other);
  const before = await seen();
  await stepReached(scene.now(scene.clerk), scene.committee, 'synthesis', round.subject);
  await stepReached(scene.now(scene.clerk), scene.committee, 'minutes', conference);

  const doneOf = ({ steps }: typeof before) => steps.filter(({ isDone }) => isDone).map(({ key }) => key);
  expect(doneOf(before)).toEqual(['names', 'freeze']);
  expect(doneOf(await seen())).toEqual(['names', 'freeze', 'synthesis', 'minutes']);
});

test('a step that has become a date of its own, or is done, is not listed beside it', async () => {
  const { scene, mona } = await laidOut();
  const kinds = async () => {
    const list = await listDeadlines(scene.now(scene.clerk), scene.features, scene.committee);
    return list.ok ? list.value.deadlines.map(({ deadline }) => deadline.subject.kind) : [];
  };
  const before = await kinds();

  await scene.setDate({ date: '2026-04-13', time: null }, [mona.person]);

  expect(before).toEqual(Array.from({ length: 7 }, () => 'schedule-step'));
  expect(await kinds()).toEqual(['review-round', ...Array.from({ length: 4 }, () => 'schedule-step')]);
});

test('members see the calendar and change nothing', async () => {
  const { scene, mona } = await laidOut();
  const shown = await hands(scene, mona).type(createDeadline(scene.features), 'calendar');

  const outcome = await moveSchedule(scene.now(mona), scene.features, { committee: scene.committee, expected: '' });

  expect(textOf(messageOf(shown))).toContain('The list goes to the authority');
  expect(textOf(messageOf(shown))).not.toContain('[');
  expect(outcome).toMatchObject({ reason: 'right-missing' });
});

test.each(['en', 'vi'] as const)('read in %s', async (locale) => {
  const { scene, mona } = await laidOut();
  await scene.setDate({ date: '2026-04-22', time: null }, [mona.person]);

  const shown = await hands(scene, scene.clerk, locale).type(createDeadline(scene.features), 'calendar');

  expect(textOf(messageOf(shown))).toMatchSnapshot();
});
