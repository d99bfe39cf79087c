import { createDeadline } from '../../../commands/deadline.ts';
import { deadlineInteractions } from '../../../src/features/deadlines/interactions/register.ts';
import { moveDeadline } from '../../../src/features/deadlines/operations/move.ts';
import { makeSchedule, moveSchedule, seeSchedule } from '../../../src/features/deadlines/operations/schedule.ts';
import { setDeadline } from '../../../src/features/deadlines/operations/set.ts';
import type { Act, Locale } from '../../../src/kernel/act.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { textOf } from '../../support/calls.ts';
import { buttonOf, formOf, handsOf, messageOf, wordsOf } from '../../support/hands.ts';
import { type Clockwork, createScene, openClockwork, type Scene } from './scene.ts';

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
  expect(wordsOf(shown)).toContain('The list is frozen: Wednesday 1 April 2026 (2 working days, at least 1)');
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
  expect(card).toContain('every step keeps its least time');
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
    'Comments are in lies after Wednesday 22 April 2026, the last day that would do for Tuesday 5 May 2026; 2 working days',
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

  const byHand = { key: 'conference', from: '2026-04-15', to: '2026-04-20', touched: 1, byHand: true };
  expect(seen).toMatchObject({ value: { moves: [byHand] } });
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
