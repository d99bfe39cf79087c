import { createDeadline } from '../../../commands/deadline.ts';
import { deadlineInteractions } from '../../../src/features/deadlines/interactions/register.ts';
import type { Act, Locale } from '../../../src/kernel/act.ts';
import { filled } from '../../support/calls.ts';
import { buttonOf, formOf, handsOf, wordsOf } from '../../support/hands.ts';
import { type Clockwork, createScene, openClockwork, type Scene } from './scene.ts';

let clockwork: Clockwork;
beforeAll(async () => {
  clockwork = await openClockwork();
});
afterAll(() => clockwork.close());

const friday = { date: '2026-03-20', time: null };

function at(scene: Scene, act: Act, locale: Locale = 'en') {
  return handsOf(scene.now(act), deadlineInteractions(scene.features), locale);
}

test('every member reads the rules and what they give; only the committee secretary changes them', async () => {
  const scene = await createScene(clockwork);
  const mona = await scene.person('Mona', ['member']);
  await scene.setDate(friday, [mona.person]);
  const command = createDeadline(scene.features);

  const forMember = await at(scene, mona).type(command, 'rules');
  const forClerk = await at(scene, scene.clerk).type(command, 'rules');
  const refused = await at(scene, mona).press(buttonOf(forClerk, 'Change the rules'));
  const form = formOf(await at(scene, scene.clerk).press(buttonOf(forClerk, 'Change the rules')));
  const sent = await at(scene, mona).submit(form, filled(form));

  expect(wordsOf(forMember)).toContain(
    'Daily list at 08:30: first on the working day after the card, then 7 and 3 days',
  );
  expect(wordsOf(forMember)).toContain('Thursday 19 March 2026, 08:30: a message of its own');
  expect(() => buttonOf(forMember, 'Change the rules')).toThrow();
  expect([refused, sent].map((reply) => wordsOf(reply))).toEqual(
    Array(2).fill(expect.stringContaining('committee secretary')),
  );
});

test('what is entered is tried out at once: the reminders that it gives, or what does not go together', async () => {
  const scene = await createScene(clockwork);
  const mona = await scene.person('Mona', ['member']);
  await scene.setDate(friday, [mona.person]);
  const hands = at(scene, scene.clerk);
  const form = formOf(
    await hands.press(buttonOf(await hands.type(createDeadline(scene.features), 'rules'), 'Change the rules')),
  );
  const usual = filled(form);

  const quiet = await hands.change(form, 'digestAt', { ...usual, digestAt: '12:30' });
  const earlier = await hands.change(form, 'hoursBefore', { ...usual, hoursBefore: '24', digestAt: '10:00' });
  const sent = await hands.submit(form, { ...usual, digestAt: '12:30', tellChair: '2' });

  expect(wordsOf(quiet)).toContain('The daily list at 12:30 would fall into quiet time: messages go out 08:00–11:30');
  expect(wordsOf(earlier)).toContain('Friday 13 March 2026, 10:00: in the daily list');
  expect(wordsOf(earlier)).toContain('Thursday 19 March 2026, 16:30: a message of its own');
  expect(sent).toMatchObject({ kind: 'field-errors', errors: { digestAt: /quiet/, tellChair: /after 2 and decides/ } });
});

test('reminders that are planned already follow the changed rules, and go back with them', async () => {
  const scene = await createScene(clockwork);
  const mona = await scene.person('Mona', ['member']);
  const deadline = await scene.setDate(friday, [mona.person]);
  const hands = at(scene, scene.clerk);
  const shown = await hands.type(createDeadline(scene.features), 'rules');
  const form = formOf(await hands.press(buttonOf(shown, 'Change the rules')));

  const changed = await hands.submit(form, {
    ...filled(form),
    ...{ kinds: ['conference-day-before'], digestDays: '5', hoursBefore: '2', askAgain: null, tellChair: '3' },
  });
  await scene.advance('2026-03-02', '09:05');
  const planned = await scene.rungs(deadline, mona.person);
  await hands.press(buttonOf(changed, 'Back to the usual rules'));
  await scene.advance('2026-03-02', '09:10');
  const again = await scene.rungs(deadline, mona.person);

  const open = (rungs: Record<string, string>) => Object.keys(rungs).filter((key) => rungs[key] === 'planned');
  expect(open(planned)).toEqual(['days-5/1', 'hours-before/1', 'clerk/1', 'chair/1']);
  expect(open(again)).toEqual(expect.arrayContaining(['days-7/1', 'days-3/1', 'day-before/1', 'after/1', 'clerk/1']));
  expect(open(again)).not.toContain('chair/1');
});

test.each(['en', 'vi'] as const)('read in %s', async (locale) => {
  const scene = await createScene(clockwork);
  const hands = at(scene, scene.clerk, locale);

  const shown = await hands.type(createDeadline(scene.features), 'rules');

  expect(wordsOf(shown)).toMatchSnapshot();
});
