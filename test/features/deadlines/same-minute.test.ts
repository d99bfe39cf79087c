/** The day's list and a reminder that it would repeat do not arrive in the same minute. */
import type { LadderKind } from '../../../src/features/deadlines/types/dates.ts';
import { type Clockwork, createScene, openClockwork } from './scene.ts';

let clockwork: Clockwork;
beforeAll(async () => {
  clockwork = await openClockwork();
});
afterAll(() => clockwork.close());

/** Friday; its reminder of the day before comes on Thursday 12 March, 08:30. */
const friday = { date: '2026-03-13', time: null };

interface Row {
  readonly when: string;
  readonly other: string;
  readonly isOtherFirst: boolean;
  readonly ladder: LadderKind;
  readonly thursday: readonly string[];
}

const list = 'deadlines.digest 2026-03-12 08:30';
const reminder = 'deadlines.single 2026-03-12 08:30';

const rows: readonly Row[] = [
  // Seven days before the 19th is the 12th; before the 20th, the 13th.
  {
    ...{ when: 'the list of that morning carries another date', other: '2026-03-19', isOtherFirst: false },
    ...{ ladder: 'date', thursday: [list] },
  },
  {
    ...{ when: 'the other date was set first', other: '2026-03-19', isOtherFirst: true },
    ...{ ladder: 'date', thursday: [list] },
  },
  {
    ...{ when: 'there is no list that morning', other: '2026-03-20', isOtherFirst: false },
    ...{ ladder: 'date', thursday: [reminder] },
  },
  {
    ...{ when: 'it is a conference, which no list carries', other: '2026-03-19', isOtherFirst: false },
    ...{ ladder: 'conference', thursday: [list, reminder] },
  },
];

test.each(rows)('$when: $thursday', async ({ other, isOtherFirst, ladder, thursday }) => {
  const scene = await createScene(clockwork);
  const mona = await scene.person('Mona', ['member']);
  const later = { date: other, time: null };
  if (isOtherFirst) await scene.setDate(later, [mona.person]);
  // A conference is reminded of the day before; at a time that has its morning.
  await scene.setDate(ladder === 'conference' ? { ...friday, time: '14:00' } : friday, [mona.person], { ladder });
  if (!isOtherFirst) await scene.setDate(later, [mona.person]);

  await scene.advance('2026-03-12', '18:00');

  const arrived = (await scene.cards(mona.person)).filter((card) => card.includes('2026-03-12'));
  expect(arrived.toSorted()).toEqual(thursday);
});

test('what was left to the list stands in it, and the reminder hours before still comes', async () => {
  const scene = await createScene(clockwork);
  const mona = await scene.person('Mona', ['member']);
  const deadline = await scene.setDate(friday, [mona.person]);
  await scene.setDate({ date: '2026-03-19', time: null }, [mona.person]);

  await scene.advance('2026-03-13', '18:00');

  expect(await scene.rungs(deadline, mona.person)).toMatchObject({
    'day-before/1': 'folded',
    'hours-before/1': 'sent',
  });
});
