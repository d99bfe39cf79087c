/** A step of the calendar that follows the wrong conference is put right, and back. */
import { createDeadline } from '../../../commands/deadline.ts';
import { deadlineInteractions } from '../../../src/features/deadlines/interactions/register.ts';
import { linkStep } from '../../../src/features/deadlines/operations/link-step.ts';
import { makeSchedule, seeSchedule } from '../../../src/features/deadlines/operations/schedule.ts';
import { setDeadline } from '../../../src/features/deadlines/operations/set.ts';
import type { LinkChoice } from '../../../src/features/deadlines/types/schedule.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { buttonOf, formOf, handsOf, wordsOf } from '../../support/hands.ts';
import { type Clockwork, createScene, fakeFeature, openClockwork } from './scene.ts';

let clockwork: Clockwork;
beforeAll(async () => {
  clockwork = await openClockwork();
});
afterAll(() => clockwork.close());

const wrongDay = '2026-04-21';
const rightDay = '2026-04-15';

/** The conference of the calendar is held on the 15th; another one, of something else, is nearer to the step's day. */
async function scene() {
  const base = await createScene(clockwork);
  const { committee, clerk, now } = base;
  const mona = await base.person('Mona', ['member']);
  const features = [...base.features, fakeFeature('conference')];
  const made = await makeSchedule(now(clerk), { committee, dueOn: '2026-05-05' });
  if (!made.ok) throw new Error(made.reason);
  const [wrong, right] = [newId() as string, newId() as string];
  for (const [id, date] of [
    [wrong, wrongDay],
    [right, rightDay],
  ] as const) {
    const stated = { date, time: '09:00' };
    const subject = { kind: 'conference', id };
    await setDeadline(now(clerk), { committee, subject, ladder: 'conference', stated });
  }
  const step = async () => {
    const seen = await seeSchedule(now(clerk), features, committee);
    const found = seen.ok && seen.value?.steps.find(({ key }) => key === 'conference');
    if (!found) throw new Error('no calendar');
    return found;
  };
  const { id } = await step();
  return {
    ...{ ...base, mona, wrong, right, step },
    follows: async () => (await step()).linked?.subject.id ?? null,
    link: (act: Act, choice: LinkChoice, from?: LinkChoice) =>
      linkStep(now(act), { committee, step: id, choice, ...(from === undefined ? {} : { from }) }),
    hands: handsOf(now(clerk), deadlineInteractions(features), 'en'),
    command: createDeadline(features),
  };
}

test('the step follows the conference that is chosen, or none, and undo brings back what stood before', async () => {
  const { hands, command, wrong, right, step, follows } = await scene();
  const nearest = await follows();
  const calendar = await hands.type(command, 'calendar');
  const form = formOf(await hands.press(buttonOf(calendar, 'Not this conference')));

  const chosen = await hands.submit(form, { date: right });
  const afterChoice = { follows: await follows(), date: (await step()).date };
  const undone = await hands.press(buttonOf(chosen, 'Undo'));
  const afterUndo = await follows();
  const none = await hands.submit(form, { date: 'none' });
  const afterNone = { follows: await follows(), date: (await step()).date };

  expect(nearest).toBe(wrong);
  expect(form.items).toContainEqual(expect.objectContaining({ input: expect.objectContaining({ initial: wrong }) }));
  expect(wordsOf(chosen)).toContain('The step follows the date that you chose.');
  expect(afterChoice).toEqual({ follows: right, date: rightDay });
  expect(wordsOf(undone)).toContain('Taken back: the step stands as before.');
  expect(afterUndo).toBe(wrong);
  expect(wordsOf(none)).toContain('The step follows none of them and keeps its own day.');
  expect(afterNone).toEqual({ follows: null, date: expect.not.stringMatching(`${wrongDay}|${rightDay}`) });
  expect(buttonOf(none, 'Choose the conference').label).toBe('Choose the conference');
});

test('an undo that comes after a newer choice is refused, as is a date of something else, and a member', async () => {
  const { clerk, mona, right, wrong, link, follows } = await scene();
  await link(clerk, right);
  await link(clerk, 'none');

  const refusals = [await link(clerk, null, right), await link(clerk, newId()), await link(mona, wrong)];

  expect(refusals.map((one) => (one.ok ? null : one.reason))).toEqual([
    'undo-nothing',
    'schedule-link-unknown',
    'right-missing',
  ]);
  expect(await follows()).toBeNull();
});
