import { createDeadline } from '../../../commands/deadline.ts';
import { deadlineInteractions } from '../../../src/features/deadlines/interactions/register.ts';
import { remindAgain } from '../../../src/features/deadlines/operations/again.ts';
import { holdComing, seeComing } from '../../../src/features/deadlines/operations/coming.ts';
import { seeOutstanding } from '../../../src/features/deadlines/operations/look.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { momentAt } from '../../../src/kernel/time.ts';
import { textOf } from '../../support/calls.ts';
import { buttonOf, handsOf, messageOf } from '../../support/hands.ts';
import { type Clockwork, createScene, hanoi, openClockwork } from './scene.ts';

let clockwork: Clockwork;
beforeAll(async () => {
  clockwork = await openClockwork();
});
afterAll(() => clockwork.close());

const friday = { date: '2026-03-13', time: null };

/** Thursday morning before the messages of the day: Mona and Nina are still asked, Dora has answered. */
async function onThursday() {
  const scene = await createScene(clockwork);
  const [mona, nina, dora] = [
    await scene.person('Mona', ['member']),
    await scene.person('Nina', ['member']),
    await scene.person('Dora', ['member']),
  ] as const;
  const deadline = await scene.setDate(friday, [mona.person, nina.person, dora.person]);
  await scene.advance('2026-03-12', '07:00');
  scene.feature.asked.get(deadline.subject.id)?.delete(dora.person);
  const hands = (act: Act) => handsOf(scene.now(act), deadlineInteractions(scene.features));
  const singles = async (person: typeof mona.person) =>
    (await scene.cards(person)).filter((card) => card.startsWith('deadlines.single'));
  return { scene, mona, nina, dora, deadline, hands, singles, board: createDeadline(scene.features) };
}

test('the board shows who has not answered and what goes out to whom, and nobody who has answered', async () => {
  const { scene, hands, board } = await onThursday();

  const shown = textOf(messageOf(await hands(scene.clerk).type(board, 'board')));

  expect(shown).toContain('2 people have not answered');
  expect(shown).toContain(
    'Thursday 12 March 2026, 08:30 · The list of nominees, a message of its own: Mona and Nina [Hold back] [One by one]',
  );
  expect(shown).not.toContain('Dora');
  expect(shown).not.toContain('13 March 2026, 13:30');
});

test('only the committee secretary sees what goes out, and holds it', async () => {
  const { scene, mona } = await onThursday();
  const act = scene.now(mona);

  const outcomes = [
    await seeComing(act, scene.features, scene.committee),
    await holdComing(act, scene.features, { committee: scene.committee, choice: { kind: 'all' }, hold: true }),
  ];

  expect(outcomes).toMatchObject(Array(2).fill({ ok: false, reason: 'right-missing' }));
});

test('one message held back does not go out; the others do, and let go late it goes out once', async () => {
  const { scene, mona, nina, hands, singles, board } = await onThursday();
  const clerk = hands(scene.clerk);
  const group = await clerk.press(buttonOf(await clerk.type(board, 'board'), 'One by one'));
  const row = messageOf(group).blocks.find(
    (block) => block.kind === 'row' && JSON.stringify(block.text).includes('Mona'),
  );
  const button = row?.kind === 'row' ? row.buttons[0] : undefined;
  if (!button) throw new Error('no row of Mona');

  const held = await clerk.press(button);
  await scene.advance('2026-03-12', '10:00');
  const whileHeld = [await singles(mona.person), await singles(nina.person)];
  await hands(scene.clerk).press(buttonOf(held, 'Release'));
  await scene.advance('2026-03-12', '10:05');

  expect(textOf(messageOf(held))).toContain('Mona (held back) [Release]');
  expect(whileHeld).toEqual([[], ['deadlines.single 2026-03-12 08:30']]);
  expect(await singles(mona.person)).toEqual(['deadlines.single 2026-03-12 10:00']);
});

test('everything held back until the date comes is said no more; what follows the date goes on', async () => {
  const { scene, mona, deadline, hands, singles, board } = await onThursday();
  await scene.advance('2026-03-12', '14:00');
  await hands(scene.clerk).press(buttonOf(await hands(scene.clerk).type(board, 'board'), 'Hold back everything'));

  await scene.advance('2026-03-16', '09:00');

  expect(await scene.rungs(deadline, mona.person)).toMatchObject({
    'hours-before/1': 'skipped: held',
    'after/1': 'sent',
  });
  expect(await singles(mona.person)).toEqual([
    'deadlines.single 2026-03-12 08:30',
    'deadlines.single 2026-03-16 08:30',
  ]);
});

test('a card that waits for the morning can be held back and let go as well', async () => {
  const { scene, mona, deadline, hands, singles, board } = await onThursday();
  await scene.advance('2026-03-12', '21:00');
  const before = await singles(mona.person);
  await remindAgain(scene.now(scene.clerk), scene.features, { deadline: deadline.id, persons: [mona.person] });

  const shown = await hands(scene.clerk).type(board, 'board');
  await hands(scene.clerk).press(buttonOf(shown, 'Hold back everything'));
  await scene.advance('2026-03-13', '09:00');
  const whileHeld = await singles(mona.person);
  await hands(scene.clerk).press(buttonOf(await hands(scene.clerk).type(board, 'board'), 'Release everything'));
  await scene.advance('2026-03-13', '09:05');

  expect(textOf(messageOf(shown))).toContain('Friday 13 March 2026, 08:00 · a message that waits for its moment: Mona');
  expect(whileHeld).toEqual(before);
  expect((await singles(mona.person)).at(-1)).toBe('deadlines.single 2026-03-13 09:00');
});

test('once a day somebody is reminded on request: the second time is refused with the time of the first', async () => {
  const { scene, mona, deadline } = await onThursday();
  await scene.advance('2026-03-12', '14:00');
  const remind = () =>
    remindAgain(scene.now(scene.clerk), scene.features, { deadline: deadline.id, persons: [mona.person] });

  const first = await remind();
  const second = await remind();
  const who = await seeOutstanding(scene.now(scene.clerk), scene.features, deadline.id);

  const at = momentAt(hanoi, '2026-03-12', '14:00');
  expect(first.ok).toBe(true);
  expect(second).toMatchObject({ reason: 'reminded-today', facts: { at } });
  expect(who).toMatchObject({ value: { people: [{ fullName: 'Mona', lastRemindedAt: at }, { fullName: 'Nina' }] } });
});
