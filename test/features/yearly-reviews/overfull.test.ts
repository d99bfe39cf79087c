/** How many would stand for a position after the review, against what the rules allow. */
import { overfullPositions } from '../../../src/features/yearly-reviews/rules/overfull.ts';
import type { Decision, ReviewItem } from '../../../src/features/yearly-reviews/types.ts';
import { newId } from '../../../src/kernel/ids.ts';

const head = { id: newId(), title: 'Head', rank: 1 } as ReviewItem['position'];
const deputy = { id: newId(), title: 'Deputy', rank: 2 } as ReviewItem['position'];

function item(position: ReviewItem['position'], more: Partial<ReviewItem> = {}, max: number | null = 2): ReviewItem {
  const cap = { rule: 'people-per-position', level: 'passes', facts: { people: 1, max } };
  return { position, kind: 'entry', verdicts: max === null ? [] : [cap], decision: null, ...more } as ReviewItem;
}

const decided = (action: Decision['action'], toPosition: Decision['toPosition'] = null) =>
  ({ decision: { action, toPosition } as Decision }) satisfies Partial<ReviewItem>;

test.each<[string, readonly ReviewItem[], readonly string[]]>([
  ['as many as allowed', [item(head), item(head)], []],
  ['one more than allowed', [item(head), item(head), item(head)], ['Head 3/2']],
  ['who is removed does not count', [item(head), item(head), item(head, decided('remove'))], []],
  ['who is carried over stays', [item(head), item(head), item(head, decided('carry-over'))], ['Head 3/2']],
  ['a candidate counts once added', [item(head), item(head), item(head, { kind: 'addition' })], []],
  ['an addition counts', [item(head), item(head), item(head, { kind: 'addition', ...decided('add') })], ['Head 3/2']],
  [
    'who is moved counts where they go',
    [item(deputy), item(deputy), item(head, decided('move', deputy.id)), item(head), item(head)],
    ['Deputy 3/2'],
  ],
  [
    'a body planned by ratio has no such number',
    [item(head, {}, null), item(head, {}, null), item(head, {}, null)],
    [],
  ],
])('%s', (_what, items, expected) => {
  const found = overfullPositions(items);

  expect(found.map(({ position, people, max }) => `${position.title} ${people}/${max}`)).toEqual(expected);
});
