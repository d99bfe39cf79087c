import type { Listed } from '../../../src/features/deadlines/types/dates.ts';
import { boardMessage, boardOnHome } from '../../../src/features/deadlines/views/board.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { textOf } from '../../support/calls.ts';

const t = texts('en', 'Asia/Ho_Chi_Minh', 'general');
const committee = { id: 'c', name: 'Standing committee' } as never;
const listOf = (deadlines: readonly Listed[]) => ({ committee, mayManage: true, deadlines });

function dated(title: string, day: string, more: Partial<Listed> & { readonly matter?: string } = {}): Listed {
  const { matter = title, ...facts } = more;
  const deadline = {
    id: title,
    subject: { kind: 'task', id: matter },
    ladder: 'date',
    dueAt: new Date(`${day}T09:30:00Z`),
  };
  return {
    ...{ deadline, title, offDay: null, daysLeft: 3, owing: 2, isLater: false, isOwn: false },
    ...facts,
  } as never;
}

const linesOf = (said: string) => said.split('\n').filter((line) => line.includes('March'));

test('what has passed stands first, and the dates of one matter stand together at the place of the earliest', () => {
  const board = boardMessage(
    t,
    listOf([
      dated('Answers to the invitation', '2026-03-13', { matter: 'conference' }),
      dated('Names for the plan', '2026-03-16'),
      dated('Additions to the agenda', '2026-03-18', { matter: 'conference' }),
      dated('Review of the list', '2026-03-10', { daysLeft: null }),
    ]),
    1,
    [],
  );

  const order = linesOf(textOf(board)).map((line) => line.split(':')[0]);
  expect(order).toEqual([
    'Review of the list',
    'Answers to the invitation',
    'Additions to the agenda',
    'Names for the plan',
  ]);
});

test('where nobody may know who has answered there is nobody to remind by name, and no button that would refuse', () => {
  const said = textOf(boardMessage(t, listOf([dated('Review of the list', '2026-03-13', { owing: null })]), 1, []));

  expect(said).toContain('nobody sees who has answered');
  expect(said).not.toContain('Remind');
});

test.each([
  ['nothing is asked', [], 'Nothing with a date is being asked of anybody at present.'],
  ['everybody has answered', [dated('Task', '2026-03-13', { owing: 0 })], 'Everybody who was asked has answered.'],
])('while %s the board says so', (_name, dates, words) => {
  const said = textOf(boardMessage(t, listOf(dates), 1, []));

  expect(said).toContain(words);
});

test('Home shows the five most pressing dates of a committee and a way to all of them', () => {
  const dates = Array.from({ length: 12 }, (_, number) => dated(`Date ${number}`, `2026-03-${number + 10}`));

  const said = textOf({ summary: '', blocks: boardOnHome(t, listOf(dates)) });

  expect(linesOf(said)).toHaveLength(5);
  expect(said).toContain('and 7 more dates on the whole board');
  expect(said).toContain('[The whole board]');
  expect(boardOnHome(t, listOf([]))).toEqual([]);
});
