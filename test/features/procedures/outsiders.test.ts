/** The outsider's path: people from elsewhere are not put to the introductions, and stand where the next step votes. */
import { procedureFor } from '../../../src/features/procedures/rules/procedure.ts';
import { forStep } from '../../../src/features/procedures/rules/stand.ts';
import { standKey } from '../../../src/features/procedures/types/current.ts';
import type { StepRecord } from '../../../src/features/procedures/types/procedure.ts';
import type { NomineeList } from '../../../src/features/reviews/types/nouns.ts';

type Entry = NomineeList['entries'][number];

const newPlan = procedureFor({ key: 'vn-party-qd377', version: 1 }, 'new-plan')!;
const elsewhere = procedureFor({ key: 'general', version: 1 }, 'new-plan')!;

function entry(person: string, isFromElsewhere: boolean, isWithdrawn = false): Entry {
  return { person, position: 'deputy', isFromElsewhere, isWithdrawn } as unknown as Entry;
}

const list = [entry('an', false), entry('binh', false), entry('xa', true), entry('gone', true, true)];

/** A step held on paper that let these through. */
function held(step: string, through: readonly string[], not: readonly string[] = []): StepRecord {
  const keys = (people: readonly string[]) => people.map((person) => standKey('deputy', person));
  const entered = { isPassed: null, letThrough: keys(through), notLetThrough: keys(not) };
  return { step, isRunning: false, rulings: [], entered, exceptions: [], sentBack: [] };
}

function names(found: readonly Entry[]) {
  return found.map(({ person }) => person as string);
}

test.each([
  ['key-officials', [], ['an', 'binh'], []],
  ['expanded-leadership', [held('key-officials', ['an'], ['binh'])], ['an'], ['binh']],
  [
    'leadership-2',
    [held('key-officials', ['an'], ['binh']), held('expanded-leadership', ['an'])],
    ['an', 'xa'],
    ['binh'],
  ],
] as const)(
  '%s takes up those let through; whoever is from elsewhere only after the introductions',
  (step, records, through, others) => {
    const found = forStep(newPlan, records, step, list);

    expect([names(found.through), names(found.others)]).toEqual([through, others]);
  },
);

test('the control: procedures elsewhere know no such path', () => {
  const found = forStep(elsewhere, [], 'vote', list);

  expect([names(found.through), names(found.others)]).toEqual([['an', 'binh', 'xa'], []]);
  expect(elsewhere.steps.value.some(({ skipsOutsiders }) => skipsOutsiders)).toBe(false);
});
