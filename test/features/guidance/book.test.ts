/** The rule book: every parameter in words, with its source; two rule sets side by side. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from '../../../src/chat/message.ts';
import { ruleSetByKey, ruleSets } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import type { Parameters, RuleSet } from '../../../src/features/eligibility/types.ts';
import { bookParts, differences, parametersOf } from '../../../src/features/guidance/rules/book.ts';
import { bookMessage, comparisonMessage } from '../../../src/features/guidance/views/book.ts';
import { valueInWords } from '../../../src/features/guidance/views/words.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { plain } from '../../../src/kernel/rich.ts';

const en = texts('en', 'UTC', 'party');
const vi = texts('vi', 'UTC', 'party');
const before = ruleSetByKey('vn-party-hd15', 1);
const under50 = ruleSetByKey('vn-party-qd50', 1);
const under377 = ruleSetByKey('vn-party-qd377', 1);
const at = { committee: 'c', plan: '', set: '' };

function linesOf(message: Message): readonly string[] {
  return message.blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.map((item) => plain(item));
    return block.kind === 'text' || block.kind === 'note' ? [plain(block.text)] : [];
  });
}

const names = Object.keys(under377.parameters) as (keyof Parameters)[];

test('every parameter stands on exactly one page', () => {
  expect(bookParts.flatMap((part) => parametersOf(part)).toSorted()).toEqual(names.toSorted());
});

test.each(ruleSets.map((ruleSet) => [ruleSet.key, ruleSet] as const))(
  'every parameter of %s is a sentence in both languages',
  (_key, ruleSet) => {
    for (const t of [en, vi]) {
      for (const name of names) {
        expect(valueInWords(t, name, ruleSet)).not.toMatch(/undefined|NaN|ruleBook|\{\{|null|^$/u);
      }
    }
  },
);

describe('a page', () => {
  test('says value, source and how sure it is', () => {
    const lines = linesOf(bookMessage(en, { at, ruleSet: under377, part: 'planning', plan: null }));

    expect(lines).toContainEqual(
      'People for one position: at most 3 people. Regulation 377-QĐ/TW of the Politburo, 8 October 2025 (source read)',
    );
    expect(lines.find((line) => line.startsWith('Aim: women'))).toMatch(/at least 25 %\. .*source not confirmed/u);
  });

  test('of a plan says that the plan keeps these rules', () => {
    const lines = linesOf(
      bookMessage(vi, {
        at,
        ruleSet: under50,
        part: 'names',
        plan: { title: 'QH 2025–2030', classification: 'unclassified' },
      }),
    );

    expect(lines.join('\n')).toContain('Quy hoạch “QH 2025–2030” giữ các quy định này');
  });

  test.each(bookParts)('%s of no rule set is too long for one message', (part) => {
    for (const ruleSet of ruleSets) {
      for (const t of [en, vi]) {
        const length = linesOf(bookMessage(t, { at, ruleSet, part, plan: null })).join('').length;

        expect(length).toBeLessThan(9_000);
      }
    }
  });
});

describe('side by side', () => {
  test('what differs is said with both values, what is the same is left out', () => {
    const lines = linesOf(comparisonMessage(en, at, under50, under377));

    expect(lines.find((line) => line.startsWith('Waiting time before appointment'))).toMatch(
      /27 Dec 2021 to 7 Oct 2025: reprimand: 12 months.*since 8 Oct 2025: reprimand: 24 months/su,
    );
    expect(lines.filter((line) => line.startsWith('Quorum of a conference'))).toEqual([]);
    expect(lines.find((line) => line.startsWith('Same value'))).toContain('Aim: women');
  });

  test('differences are those that a naive look at the data finds, in either direction', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ruleSets), fc.constantFrom(...ruleSets), (one, other) => {
        const found = differences(one, other);

        expect(found.map(({ name }) => name).toSorted()).toEqual(naive(one, other).toSorted());
        expect(differences(other, one)).toEqual(found);
      }),
    );
  });

  test('a rule set beside itself differs in nothing', () => {
    expect(linesOf(comparisonMessage(en, at, before, before))).toContain('No value differs.');
  });

  function naive(one: RuleSet, other: RuleSet): readonly string[] {
    const told = (ruleSet: RuleSet, name: keyof Parameters) => {
      const { value, source, confidence } = ruleSet.parameters[name];
      return JSON.stringify([value, source.reference, confidence]);
    };
    return names.filter((name) => told(one, name) !== told(other, name));
  }
});
