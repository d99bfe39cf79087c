/** Presence and quorum of a sitting against an oracle that looks at each person alone, for any course of events. */
import fc from 'fast-check';
import type { QuorumRule } from '../../../src/features/eligibility/types.ts';
import { check, follow, inOrder, presentFor, replay, type Step } from '../../../src/features/sittings/rules/course.ts';
import { countQuorum, handsFit, isReached } from '../../../src/features/sittings/rules/quorum.ts';
import type { EventKind, SittingItemId } from '../../../src/features/sittings/types.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';

const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as unknown as readonly PersonId[];
const items = ['one', 'two', 'three'] as unknown as readonly SittingItemId[];
const chair = people[0] as PersonId;

/** About people and items anything; time stands still or goes on; now and then it is called again. */
const tries = fc.array(
  fc.record({
    kind: fc.constantFrom<EventKind>(
      'arrived',
      'arrived',
      'left',
      'stepped-out',
      'stepped-in',
      'chair-handed',
      'taken-up',
      'item-closed',
      'adjourned',
      'resumed',
      'opened',
      'noted',
      'decided',
    ),
    person: fc.constantFrom(...people),
    item: fc.constantFrom(...items),
    later: fc.integer({ min: 0, max: 3 }),
    again: fc.integer({ min: 0, max: 12 }),
  }),
  { maxLength: 60, size: 'max' },
);

/** Only what may happen happens. */
function happened(all: Awaited<ReturnType<typeof sample>>): readonly Step[] {
  const steps: Step[] = [];
  let minute = 0;
  let revision = 1;
  for (const one of all) {
    minute += one.later;
    const course = follow(steps, chair, revision);
    if (one.again === 0 && course.phase !== 'open') {
      revision += 1;
      continue;
    }
    const step = {
      ...{ kind: one.kind, person: one.person, item: one.item, facts: {}, revision },
      at: new Date(Date.UTC(2026, 2, 6, 7, minute)),
    };
    if (check(course, step).ok) steps.push(step);
  }
  return steps;
}

const sample = async () => fc.sample(tries, 1)[0] ?? [];

/** A person is in the room if the last thing they did at this call was to arrive. */
function isHere(steps: readonly Step[], person: PersonId, revision: number): boolean {
  const own = steps.filter((step) => step.revision === revision && step.person === person);
  return own.filter((step) => step.kind === 'arrived' || step.kind === 'left').at(-1)?.kind === 'arrived';
}

/** Out of an item is said of the person, and holds until it is taken back. */
function isOut(steps: readonly Step[], person: PersonId, item: SittingItemId): boolean {
  const own = steps.filter((step) => step.person === person && step.item === item);
  return own.filter((step) => step.kind === 'stepped-out' || step.kind === 'stepped-in').at(-1)?.kind === 'stepped-out';
}

test('who is in the room, and in it for an item, is what each person did last, for any course of events', () => {
  let moved = 0;
  fc.assert(
    fc.property(tries, (all) => {
      const steps = happened(all);
      const revision = steps.at(-1)?.revision ?? 1;

      const course = follow(steps, chair, revision);

      moved = Math.max(moved, steps.length);
      for (const person of people) {
        expect(course.present.has(person)).toBe(isHere(steps, person, revision));
        for (const item of items) {
          expect(presentFor(course, item).has(person)).toBe(
            isHere(steps, person, revision) && !isOut(steps, person, item),
          );
        }
      }
      const handed = steps.filter((step) => step.kind === 'chair-handed').at(-1);
      expect(course.chair).toBe(handed?.person ?? chair);
    }),
    { numRuns: 150 },
  );
  expect(moved).toBeGreaterThan(15);
});

test('what may happen step by step may be replayed in one go, and whoever is called again has to come again', () => {
  fc.assert(
    fc.property(tries, (all) => {
      const steps = happened(all);
      const revision = steps.at(-1)?.revision ?? 1;

      const again = replay(inOrder(steps), chair, revision);
      const calledAgain = follow(steps, chair, revision + 1);

      expect(again.ok).toBe(true);
      expect(calledAgain.present.size).toBe(0);
      expect(calledAgain.closed).toEqual(follow(steps, chair, revision).closed);
    }),
    { numRuns: 60 },
  );
});

const rules = fc.oneof(
  fc.record({
    kind: fc.constant('share' as const),
    numerator: fc.integer({ min: 1, max: 9 }),
    denominator: fc.integer({ min: 9, max: 12 }),
    comparison: fc.constantFrom('at-least' as const, 'more-than' as const),
    base: fc.constantFrom('summoned' as const, 'members' as const, 'seated' as const),
  }),
  fc.record({
    kind: fc.constant('count' as const),
    atLeast: fc.integer({ min: 1, max: 20 }),
    base: fc.constantFrom('summoned' as const, 'voting-volunteers' as const),
  }),
);
const rooms = fc.array(
  fc.record({ counts: fc.boolean(), isHere: fc.boolean(), sendsSomebody: fc.boolean(), sentIsHere: fc.boolean() }),
  { maxLength: 60 },
);

/** The rule as it is written, by multiplying whole numbers. */
function fulfils(rule: QuorumRule, counted: number, base: number): boolean {
  if (base === 0) return false;
  if (rule.kind === 'count') return counted >= rule.atLeast;
  const left = BigInt(counted) * BigInt(rule.denominator);
  const right = BigInt(base) * BigInt(rule.numerator);
  return rule.comparison === 'at-least' ? left >= right : left > right;
}

test('the quorum at the opening is what the rule says of the people in the room, with and without deputies', () => {
  fc.assert(
    fc.property(
      rules,
      rooms,
      fc.integer({ min: 0, max: 9 }),
      fc.boolean(),
      (rule, room, unsummoned, delegatesCount) => {
        const seats = room.flatMap((one, index) => {
          const person = `p${index}` as PersonId;
          const own = { person, isSummoned: true, counts: one.counts, inPlaceOf: null };
          const sent = { person: `s${index}` as PersonId, isSummoned: false, counts: false, inPlaceOf: person };
          return one.sendsSomebody ? [own, sent] : [own];
        });
        const present = new Set(
          room.flatMap((one, index) => [
            ...(one.isHere ? [`p${index}` as PersonId] : []),
            ...(one.sendsSomebody && one.sentIsHere ? [`s${index}` as PersonId] : []),
          ]),
        );
        const voters = room.filter((one) => one.counts).length + unsummoned;

        const quorum = countQuorum(rule, { seats, present, voters, delegatesCount });

        const places = room.filter(
          (one) => one.counts && (one.isHere || (delegatesCount && one.sendsSomebody && one.sentIsHere)),
        ).length;
        const base = rule.base === 'summoned' ? room.filter((one) => one.counts).length : voters;
        expect(quorum).toMatchObject({
          summoned: room.length,
          seated: voters,
          counted: places,
          base,
          present: present.size,
        });
        expect(isReached(quorum)).toBe(fulfils(rule, places, base));
        expect(quorum.counted).toBeLessThanOrEqual(base);
      },
    ),
    { numRuns: 500 },
  );
});

test('nobody raises two hands', () => {
  expect(handsFit({ for: 3, against: 1, abstain: 1 }, 5)).toBe(true);
  expect(handsFit({ for: 3, against: 2, abstain: 1 }, 5)).toBe(false);
});
