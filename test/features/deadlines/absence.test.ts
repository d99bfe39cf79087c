/** An absence that begins later: until its first minute everything goes to the person, from then on to the deputy. */
import { setAway } from '../../../src/features/committees/operations/members.ts';
import { momentAt } from '../../../src/kernel/time.ts';
import { type Clockwork, createScene, hanoi, openClockwork } from './scene.ts';

let clockwork: Clockwork;
beforeAll(async () => {
  clockwork = await openClockwork();
});
afterAll(() => clockwork.close());

const friday = { date: '2026-03-13', time: null };
const begins = momentAt(hanoi, '2026-03-12', '08:00');
const ends = momentAt(hanoi, '2026-03-13', '12:00');

async function absentFrom(from: Date, until: Date | null = null) {
  const scene = await createScene(clockwork);
  const mona = await scene.person('Mona', ['member']);
  const dora = await scene.person('Dora Deputy', ['member']);
  await scene.setDate(friday, [mona.person]);
  await setAway(scene.now(mona), { from, until, deputy: dora.person });
  return { scene, mona, dora, monaByDora: `${mona.person} → ${dora.person}` };
}

test('the deputy is asked in the first minute of the absence, and not a minute before', async () => {
  const { scene, monaByDora } = await absentFrom(begins);

  await scene.advance('2026-03-12', '07:59');
  const before = [...scene.feature.stoodIn];
  await scene.advance('2026-03-12', '08:00');

  expect(before).toEqual([]);
  expect(scene.feature.stoodIn).toEqual([monaByDora]);
});

test('reminders planned before it was said go to the person until it begins, and again once they are back', async () => {
  const { scene, mona } = await absentFrom(begins, ends);

  await scene.advance('2026-03-16', '12:00');

  expect(await scene.cards(mona.person)).toEqual([
    'deadlines.digest 2026-03-03 08:30',
    'deadlines.digest 2026-03-06 08:30',
    'deadlines.digest 2026-03-10 08:30',
    'deadlines.single 2026-03-13 13:30',
    'deadlines.single 2026-03-16 08:30',
  ]);
});

test.each([
  ['put off to a later day, the deputy is asked on that day', momentAt(hanoi, '2026-03-13', '08:00'), 1],
  ['taken back before it begins, the deputy is never asked', null, 0],
])('%s', async (_name, from, times) => {
  const { scene, mona, dora, monaByDora } = await absentFrom(begins);

  const deputy = from ? dora.person : null;
  await setAway(scene.now(mona), { from, until: null, deputy });
  await scene.advance('2026-03-13', '07:59');
  const before = [...scene.feature.stoodIn];
  await scene.advance('2026-03-13', '08:00');

  expect(before).toEqual([]);
  expect(scene.feature.stoodIn).toEqual(Array.from({ length: times }, () => monaByDora));
});

test('a deputy who is away on that day as well is not asked, and is when they are back before the person', async () => {
  const { scene, dora, monaByDora } = await absentFrom(begins);
  await setAway(scene.now(dora), { from: begins, until: momentAt(hanoi, '2026-03-13', '08:00'), deputy: null });

  await scene.advance('2026-03-12', '18:00');
  const before = [...scene.feature.stoodIn];
  await scene.advance('2026-03-13', '08:05');

  expect(before).toEqual([]);
  expect(scene.feature.stoodIn).toEqual([monaByDora]);
});
