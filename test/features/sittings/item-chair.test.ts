/** Who leads an item from which the chair of the conference is recused. */
import { leaderAfter, leaderOfItem } from '../../../src/features/sittings/rules/item-chair.ts';
import type { SittingEvent, SittingItemId } from '../../../src/features/sittings/types.ts';
import { eventText } from '../../../src/features/sittings/views/words.ts';
import { texts } from '../../../src/i18n/texts.ts';
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

test.each([
  ['the chair leaves it: the first deputy takes over', 'stepped-out', chair, [], deputy],
  ['the deputy who led it leaves too: the next one', 'stepped-out', deputy, [chair], other],
  ['the chair is back: the chair again', 'stepped-in', chair, [chair], chair],
  ['somebody else leaves it: nothing changes', 'stepped-out', member, [], null],
  ['the last who could lead it leaves: nobody', 'stepped-out', other, [chair, deputy], null],
] as const)('in the middle of an item %s', (_what, movement, person, out, leads) => {
  const present = new Set([chair, member, deputy, other]);
  const course = { current: item, chair, present, out: new Map([[item, new Set<PersonId>(out)]]) };

  expect(leaderAfter(course, movement, person, members)).toBe(leads);
});

test.each([
  ['en', deputy, 'stepped-out', 'Carla left for this item; Dan leads it from here.'],
  ['vi', deputy, 'stepped-out', 'Đồng chí Carla không dự nội dung này; đồng chí Dan chủ trì thay.'],
  ['en', chair, 'stepped-in', 'Carla came back for this item and leads it.'],
  ['en', null, 'stepped-out', 'Carla left for this item.'],
] as const)('in %s the line of the minutes says who leads from then on', (locale, leader, kind, text) => {
  const seats = [
    { person: chair, fullName: 'Carla' },
    { person: deputy, fullName: 'Dan' },
  ];
  const event = { kind, person: chair, item, text: null, facts: leader ? { leader } : {} } as unknown as SittingEvent;

  expect(eventText(texts(locale, 'UTC', 'party'), event, { seats, items: [], lists: [] })).toBe(text);
});
