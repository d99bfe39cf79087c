/** What is on an anonymous paper, there and back; and which numbers are told about those who sent one. */
import fc from 'fast-check';
import type { Role } from '../../../src/features/access/types.ts';
import { checkPaper, type FilledIn, linesIn, paperContent } from '../../../src/features/reviews/rules/paper.ts';
import { paperShares } from '../../../src/features/reviews/rules/paper-shares.ts';
import { type ListEntry, type ListEntryId, noWords, stances } from '../../../src/features/reviews/types/nouns.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';

const entries = ['a', 'b', 'c'].map((id) => ({ id: id as ListEntryId }));
const [first] = entries.map(({ id }) => id);
const words = fc.option(fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''));

function filled(more: Partial<FilledIn>): FilledIn {
  return { entry: first!, stance: 'not-yet', text: null, aspects: noWords.aspects, ...more };
}

describe('a paper', () => {
  test('says when it is opened what was filled in, aspect by aspect', () => {
    const line = fc.record({
      entry: fc.constantFrom(...entries.map(({ id }) => id)),
      stance: fc.constantFrom(...stances),
      text: words,
      aspects: fc.record({ quality: words, capacity: words, prestige: words, prospects: words }),
    });

    fc.assert(
      fc.property(fc.uniqueArray(line, { selector: ({ entry }) => entry }), (lines) => {
        expect(linesIn(entries, paperContent(entries, lines))).toEqual(lines);
      }),
    );
  });

  test.each([
    ['words under one aspect are words', filled({ aspects: { ...noWords.aspects, prestige: 'Is trusted.' } }), null],
    ['none under any of them', filled({}), 'review-text-needed'],
    ['none, on a form without aspects: it does not speak of any', filled({ aspects: null }), 'review-words-needed'],
    [
      'an aspect without a view',
      filled({ stance: null, aspects: { ...noWords.aspects, quality: 'x' } }),
      'review-stance-needed',
    ],
  ])('%s', (_name, one, reason) => {
    const checked = checkPaper(entries, [one], true);

    expect(checked.ok ? null : checked.reason).toBe(reason);
  });

  test('words that are too long are refused beside the field in which they stand', () => {
    const one = filled({ text: 'Short.', aspects: { ...noWords.aspects, capacity: 'x'.repeat(3001) } });

    expect(checkPaper(entries, [one], true)).toMatchObject({
      reason: 'review-text-too-long',
      field: `capacity-${first}`,
    });
  });
});

describe('papers by role', () => {
  test.each<[string, readonly Role[], Partial<Record<Role, number>>]>([
    ['five members and nobody else', Array(5).fill('member'), { member: 5 }],
    ['four members', Array(4).fill('member'), {}],
    ['seven members and the chair, who would be the rest', [...Array(7).fill('member'), 'chair'], {}],
    [
      'six members, and five others of several roles',
      [...Array(6).fill('member'), 'chair', 'clerk', ...Array(3).fill('deputy')],
      { member: 6 },
    ],
  ])('%s', (_name, roles, expected) => {
    const participants = roles.map((role, index) => ({ person: `p${index}` as PersonId, roles: [role], unit: null }));
    const silent = { person: 'silent' as PersonId, roles: ['chair' as const], unit: null };

    const { roles: told } = paperShares({
      entries: [] as readonly ListEntry[],
      participants: [...participants, silent],
      recusals: [],
      senders: new Set(participants.map(({ person }) => person)),
      shield: 5,
    });

    expect(Object.fromEntries(told)).toEqual(expected);
  });
});
