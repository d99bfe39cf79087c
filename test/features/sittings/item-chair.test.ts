/** Who leads an item from which the chair of the conference is recused. */
import { leaderOfItem } from '../../../src/features/sittings/rules/item-chair.ts';
import type { SittingItemId } from '../../../src/features/sittings/types.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';

const item = 'item' as SittingItemId;
const [chair, second, deputy, other, member] = ['chair', 'second', 'deputy', 'other', 'member'] as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];

const members = [
  { person: chair, roles: ['chair' as const] },
  { person: member, roles: ['member' as const] },
  { person: deputy, roles: ['deputy' as const] },
  { person: other, roles: ['deputy' as const] },
];

interface Row {
  readonly when: string;
  readonly present?: readonly PersonId[];
  readonly out?: readonly PersonId[];
  readonly current?: SittingItemId | null;
  readonly leads: PersonId | null;
}

const rows: readonly Row[] = [
  { when: 'the chair is in the room for it', leads: chair },
  { when: 'no item is under discussion', current: null, out: [chair], leads: chair },
  { when: 'the chair is out of it', out: [chair], leads: deputy },
  { when: 'the first deputy is out of it too', out: [chair, deputy], leads: other },
  { when: 'the first deputy is not in the room', out: [chair], present: [chair, member, other], leads: other },
  { when: 'every deputy is out of it or away', out: [chair, deputy], present: [chair, member, deputy], leads: null },
];

test.each(rows)(
  '$when: $leads leads',
  ({ present = [chair, member, deputy, other], out = [], current = item, leads }) => {
    const course = { current, chair, present: new Set(present), out: new Map([[item, new Set(out)]]) };

    expect(leaderOfItem(course, members)).toBe(leads);
  },
);

test('another chair of the committee comes before the deputies', () => {
  const course = {
    current: item,
    chair,
    present: new Set([chair, deputy, second]),
    out: new Map([[item, new Set([chair])]]),
  };

  expect(leaderOfItem(course, [...members, { person: second, roles: ['chair'] }])).toBe(second);
});
