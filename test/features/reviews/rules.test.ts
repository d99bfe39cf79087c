import fc from 'fast-check';
import { answerLines, checkLine, textMax } from '../../../src/features/reviews/rules/answer.ts';
import { askedAbout } from '../../../src/features/reviews/rules/asked.ts';
import { isUnchanged } from '../../../src/features/reviews/rules/freeze.ts';
import { synthesise } from '../../../src/features/reviews/rules/synthesis.ts';
import {
  type DraftLine,
  type ListEntry,
  type ListEntryId,
  noWords,
  type SentLine,
  type Stance,
  stances,
  tallies,
} from '../../../src/features/reviews/types/nouns.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';

function entry(name: string, more: Partial<ListEntry> = {}): ListEntry {
  return {
    id: name as ListEntryId,
    nomination: `n-${name}` as ListEntry['nomination'],
    nominationVersion: 1,
    person: `p-${name}` as PersonId,
    position: 'director' as ListEntry['position'],
    positionTitle: 'Director',
    shown: null,
    isWithdrawn: false,
    isFromElsewhere: false,
    ...more,
  };
}

function line(name: string, stance: Stance, byList = false): SentLine {
  return {
    entry: name as ListEntryId,
    stance,
    byList,
    chairOnly: false,
    saidAt: new Date(0),
    comment: 'c' as SentLine['comment'],
    ...noWords,
  };
}

function drafted(name: string, stance: Stance | null, isPicked = true): DraftLine {
  return { entry: name as ListEntryId, stance, isPicked, chairOnly: false, version: 1, ...noWords };
}

const reviewer = 'r' as PersonId;

describe('one line', () => {
  test.each([
    ['agree', false],
    ['agree-with-comments', true],
    ['not-yet', true],
    ['not-enough-information', false],
  ] as const)('the stance %s needs words: %s', (stance, needed) => {
    const checked = checkLine(stance, { ...noWords, text: '  \n ' });

    expect(checked.ok).toBe(!needed);
    if (!checked.ok) expect(checked).toMatchObject({ reason: 'review-text-needed', field: 'text' });
  });

  test('words under one aspect are words too', () => {
    const aspects = { ...noWords.aspects, prestige: 'well respected' };

    expect(checkLine('not-yet', { text: null, aspects }).ok).toBe(true);
  });

  test('a text is kept as typed: emoji, right-to-left, markup and line breaks', () => {
    const typed = '  *Rất tốt* 👍🏽\n\nعمل جيد <!channel> ';

    const checked = checkLine('agree', { ...noWords, text: typed });

    expect(checked).toMatchObject({ ok: true, value: { text: typed.normalize('NFC') } });
  });

  test('3,000 characters are kept and 3,001 are refused with both numbers, beside their own field', () => {
    const fits = checkLine('agree', { ...noWords, text: 'x'.repeat(textMax) });
    const aspects = { ...noWords.aspects, capacity: 'x'.repeat(20_000) };
    const tooLong = checkLine('agree', { text: 'short', aspects });

    expect(fits.ok).toBe(true);
    expect(tooLong).toEqual({
      ok: false,
      reason: 'review-text-too-long',
      facts: { max: 3_000, length: 20_000 },
      field: 'capacity',
    });
  });
});

describe('who is asked about whom', () => {
  test('not about a nominee they are recused from, not about themselves, not about one withdrawn', () => {
    const entries = [entry('a'), entry('b'), entry('c', { person: reviewer }), entry('d', { isWithdrawn: true })];

    const asked = askedAbout(entries, reviewer, [{ person: reviewer, nominee: 'p-b' as PersonId }]);

    expect(asked.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('an answer that is sent', () => {
  const asked = [entry('a'), entry('b'), entry('c')];

  test('the rest counts as agreed only when that was ticked', () => {
    const picked = [drafted('a', 'not-yet')];

    const ticked = answerLines({ asked, picked, restAgrees: true, standing: null });
    const silent = answerLines({ asked, picked, restAgrees: false, standing: null });

    expect(ticked).toMatchObject({
      value: [{ entry: 'a' }, { entry: 'b', byList: true }, { entry: 'c', byList: true }],
    });
    expect(silent).toMatchObject({ value: [{ entry: 'a', stance: 'not-yet' }] });
    expect(silent.ok && silent.value.length).toBe(1);
  });

  test('a chosen nominee that is not filled in holds the answer back; one taken out again does not', () => {
    const missing = answerLines({ asked, picked: [drafted('a', null)], restAgrees: true, standing: null });
    const takenOut = answerLines({ asked, picked: [drafted('a', null, false)], restAgrees: true, standing: null });

    expect(missing).toMatchObject({ reason: 'review-lines-missing', facts: { count: 1 } });
    expect(takenOut.ok && takenOut.value.map(({ stance }) => stance)).toEqual(['agree', 'agree', 'agree']);
  });

  test('nothing chosen and nothing ticked is no answer', () => {
    expect(answerLines({ asked, picked: [], restAgrees: false, standing: null })).toMatchObject({
      reason: 'review-nothing-chosen',
    });
  });

  test('what stood on nominees that the author may not answer on is carried over', () => {
    const standing = { lines: [line('hidden', 'not-yet'), line('b', 'not-yet')] };

    const next = answerLines({ asked, picked: [drafted('a', 'agree')], restAgrees: false, standing });

    expect(next.ok && next.value.map((one) => one.entry)).toEqual(['a', 'hidden']);
  });
});

describe('the synthesis', () => {
  const people = ['r1', 'r2', 'r3', 'r4', 'p-a'].map((id) => id as PersonId);
  const arbitrary = fc.record({
    said: fc.array(
      fc.record({
        person: fc.constantFrom(...people),
        entry: fc.constantFrom('a', 'b', 'c'),
        stance: fc.constantFrom(...stances),
      }),
      { maxLength: 20 },
    ),
    recusals: fc.array(
      fc.record({
        person: fc.constantFrom(...people),
        nominee: fc.constantFrom('p-a', 'p-b', 'p-c').map((id) => id as PersonId),
      }),
      { maxLength: 6 },
    ),
  });

  /** The naive count: for each person and nominee, ask the rows one by one. */
  function oracle(
    said: readonly { person: PersonId; entry: string; stance: Stance }[],
    recusals: readonly { person: PersonId; nominee: PersonId }[],
  ) {
    return ['a', 'b', 'c'].map((name) => {
      const stanceOf = (person: PersonId) => {
        if (person === `p-${name}`) return 'recused';
        for (const recusal of recusals)
          if (recusal.person === person && recusal.nominee === `p-${name}`) return 'recused';
        for (const row of said) if (row.person === person && row.entry === name) return row.stance;
        return 'silent';
      };
      return tallies.map((tally) => people.filter((person) => stanceOf(person) === tally).length);
    });
  }

  test('counts agree with the rows, and each nominee adds up to everybody who was asked', () => {
    fc.assert(
      fc.property(arbitrary, ({ said, recusals }) => {
        const firstOnly = said.filter(
          (row, index) => said.findIndex((other) => other.person === row.person && other.entry === row.entry) === index,
        );
        const answers = people.map((person) => ({
          person,
          lines: firstOnly.filter((row) => row.person === person).map((row) => line(row.entry, row.stance)),
        }));
        const participants = people.map((person) => ({ person, roles: ['member'] as const }));

        const nominees = synthesise({
          entries: [entry('a'), entry('b'), entry('c')],
          participants,
          answers,
          recusals,
          isShown: () => true,
        });

        const counts = nominees.map((nominee) => tallies.map((tally) => nominee.counts[tally]));
        expect(counts).toEqual(oracle(firstOnly, recusals));
        for (const row of counts) expect(row.reduce((sum, count) => sum + count, 0)).toBe(people.length);
      }),
    );
  });

  test('a comment says which role it came from; one sent before a recusal is left out', () => {
    const said = { ...line('a', 'not-yet'), text: 'Too early.' };
    const participants = [
      { person: 'r1' as PersonId, roles: ['member', 'chair'] as const },
      { person: 'r2' as PersonId, roles: ['member'] as const },
    ];
    const answers = participants.map(({ person }) => ({ person, lines: [said] }));

    const [nominee] = synthesise({
      entries: [entry('a')],
      participants,
      answers,
      recusals: [{ person: 'r2' as PersonId, nominee: 'p-a' as PersonId }],
      isShown: () => true,
    });

    expect(nominee?.comments).toEqual([
      {
        id: 'c',
        response: null,
        author: 'r1',
        role: 'chair',
        name: null,
        chairOnly: false,
        saidAt: new Date(0),
        stance: 'not-yet',
        text: 'Too early.',
        aspects: noWords.aspects,
      },
    ]);
    expect(nominee?.counts).toMatchObject({ 'not-yet': 1, recused: 1 });
  });
});

test('a list is unchanged only when the same nominations stand in the same order and version', () => {
  const entries = [entry('a'), entry('b')];
  const candidates = entries.map(({ nomination }) => ({ nomination, version: 1 }));

  expect(isUnchanged(entries, candidates)).toBe(true);
  expect(isUnchanged(entries, [...candidates].reverse())).toBe(false);
  expect(
    isUnchanged(
      entries,
      candidates.map((one) => ({ ...one, version: 2 })),
    ),
  ).toBe(false);
  expect(isUnchanged(entries, candidates.slice(1))).toBe(false);
});
