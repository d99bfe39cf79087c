/** Papers: what is valid, what is blank, what is invalid and why; as text, added up, and as tellers enter them. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { paperBytes, readMarks, readPaper, writePaper } from '../../../src/features/ballots/rules/paper.ts';
import { checkTally, tallyPapers } from '../../../src/features/ballots/rules/tally.ts';
import type { Marks, Tally } from '../../../src/features/ballots/types/paper.ts';
import { writeInBytes } from '../../../src/features/ballots/types/paper.ts';
import type { PaperKind } from '../../../src/features/ballots/types/vote-rule.ts';
import { frozenOf, motion, questionOf } from './rules-at-hand.ts';

const question = questionOf(['an', 'binh', 'chi'], 2);
const introduction: PaperKind = { kind: 'introduction', choices: null, writeIn: true, abstain: true };
const closedList: PaperKind = { kind: 'introduction', choices: null, writeIn: false, abstain: false };
const pick: PaperKind = { kind: 'pick', choices: 3, abstain: false };
const yesNo: PaperKind = { kind: 'yes-no', abstain: false, capYes: true };
const schulze: PaperKind = { kind: 'ranked', method: 'schulze', abstain: false };
const stv: PaperKind = { kind: 'ranked', method: 'stv', abstain: false };

const lines = (...names: string[]): Marks => ({
  kind: 'introduction',
  lines: names.map((candidate) => ({ candidate })),
});
const written = (...names: string[]): Marks => ({
  kind: 'introduction',
  lines: names.map((name) => ({ written: name })),
});
const answers = (given: Record<string, 'yes' | 'no' | 'abstain'>): Marks => ({ kind: 'yes-no', answers: given });

describe('one paper', () => {
  test.each<[string, PaperKind, Marks, string]>([
    ['as many as seats', introduction, lines('an', 'chi'), 'valid'],
    ['fewer than seats', introduction, lines('an'), 'valid'],
    ['one more than seats', introduction, lines('an', 'binh', 'chi'), 'too-many-marks'],
    ['nobody', introduction, lines(), 'blank'],
    ['an empty line', introduction, written('  '), 'blank'],
    ['somebody twice', introduction, lines('an', 'an'), 'named-twice'],
    ['a written name twice, in capitals', introduction, written('Đỗ Mai', 'ĐỖ MAI'), 'named-twice'],
    ['two names that differ in a mark', introduction, written('Lê Ánh', 'Lê Anh'), 'valid'],
    ['a written name where none may be', closedList, written('Đỗ Mai'), 'write-in-not-allowed'],
    ['a written name that is too long', introduction, written('Đỗ '.repeat(40)), 'write-in-too-long'],
    ['somebody of another paper', introduction, lines('dung'), 'unknown-candidate'],
    ['abstaining', introduction, { kind: 'abstain' }, 'valid'],
    ['abstaining where one may not', pick, { kind: 'abstain' }, 'abstain-not-allowed'],
    ['three choices, but two seats', pick, { kind: 'pick', candidates: ['an', 'binh', 'chi'] }, 'too-many-marks'],
    ['a paper of another kind', pick, lines('an'), 'not-readable'],
    ['yes to as many as seats', yesNo, answers({ an: 'yes', binh: 'yes', chi: 'no' }), 'valid'],
    ['yes to all of more than seats', yesNo, answers({ an: 'yes', binh: 'yes', chi: 'yes' }), 'too-many-marks'],
    ['no to all', yesNo, answers({ an: 'no', binh: 'no', chi: 'no' }), 'valid'],
    ['no answer', yesNo, answers({}), 'blank'],
    ['an abstention where there is none', yesNo, answers({ an: 'abstain' }), 'abstain-not-allowed'],
    ['a ranking of some', stv, { kind: 'ranked', order: [['chi'], ['an']] }, 'valid'],
    ['two in one place', schulze, { kind: 'ranked', order: [['chi', 'an'], ['binh']] }, 'valid'],
    ['two in one place for STV', stv, { kind: 'ranked', order: [['chi', 'an']] }, 'equal-places'],
    ['somebody in two places', schulze, { kind: 'ranked', order: [['an'], ['an']] }, 'named-twice'],
    ['no place', schulze, { kind: 'ranked', order: [[], []] }, 'blank'],
  ])('%s', (_what, paper, marks, expected) => {
    const reading = readMarks(paper, question, marks);

    expect(reading.state === 'invalid' ? reading.fault : reading.state).toBe(expected);
  });

  test('too many marks are told with both numbers', () => {
    expect(readMarks(introduction, question, lines('an', 'binh', 'chi'))).toMatchObject({
      facts: { marks: 3, max: 2 },
    });
  });
});

describe('as text', () => {
  test('what was written is read again, and is never longer than the paper', () => {
    fc.assert(
      fc.property(anyPaper(), ([paper, marks]) => {
        const reading = readMarks(paper, question, marks);
        if (reading.state === 'invalid') return;
        const text = writePaper(question, reading.state === 'blank' ? null : reading.marks);

        expect(readPaper(paper, question, text)).toEqual(reading);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(paperBytes(paper, question));
      }),
      { numRuns: 400 },
    );
  });

  test('the longest written names fit', () => {
    const worst = written('"'.repeat(writeInBytes), '\\'.repeat(writeInBytes));
    const reading = readMarks(introduction, question, worst);

    expect(reading.state).toBe('valid');
    expect(Buffer.byteLength(writePaper(question, worst))).toBeLessThanOrEqual(paperBytes(introduction, question));
  });

  test('it holds places, no ids', () => {
    expect(writePaper(question, lines('chi', 'an'))).toBe('i[2,0]');
    expect(writePaper(question, answers({ an: 'yes', chi: 'no' }))).toBe('yy-n');
  });

  test('whatever else is in the box is invalid or blank, and never an error', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(introduction, closedList, pick, yesNo, schulze, stv),
        fc.oneof(
          fc.string(),
          fc.tuple(fc.constantFrom('a', 'i', 'y', 'p', 'r'), fc.string()).map(([a, b]) => a + b),
        ),
        (paper, text) => {
          const reading = readPaper(paper, question, text);

          if (reading.state === 'valid') expect(readMarks(paper, question, reading.marks)).toEqual(reading);
        },
      ),
      { numRuns: 400 },
    );
    expect(readPaper(pick, question, `p0${',1'.repeat(500)}`)).toMatchObject({ fault: 'not-readable' });
    expect(readPaper(pick, question, 'p0,1,2')).toMatchObject({ fault: 'too-many-marks', facts: { marks: 3, max: 2 } });
    expect(readPaper(introduction, question, 'i[{"x":1}]')).toMatchObject({ fault: 'not-readable' });
    expect(readPaper(introduction, question, 'i[1.5]')).toMatchObject({ fault: 'unknown-candidate' });
  });
});

describe('added up', () => {
  test('each paper counts once: for, against, abstained, blank and invalid', () => {
    const papers = [
      answers({ an: 'yes', binh: 'no' }),
      answers({ an: 'no', binh: 'abstain' }),
      answers({}),
      answers({ dung: 'yes' }),
    ].map((marks) => readMarks(motion, question, marks));

    const tally = tallyPapers(motion, question, papers);

    expect(tally).toMatchObject({ returned: 4, invalid: 1, blank: 1, abstained: 0 });
    expect(tally.lines).toEqual([
      { candidate: 'an', writtenIn: false, for: 1, against: 1, abstained: 0 },
      { candidate: 'binh', writtenIn: false, for: 0, against: 1, abstained: 1 },
      { candidate: 'chi', writtenIn: false, for: 0, against: 0, abstained: 0 },
    ]);
  });

  test('a name written in twice is one person, under the same spelling in whatever order the papers lie', () => {
    const papers = [written('đỗ mai'), written('Đỗ Mai'), written('Đỗ  Mai'), written('Lê Ánh')].map((marks) =>
      readMarks(introduction, question, marks),
    );

    const tally = tallyPapers(introduction, question, papers);

    expect(tally.lines.filter((line) => line.writtenIn)).toEqual([
      { candidate: 'Lê Ánh', writtenIn: true, for: 1, against: null, abstained: 0 },
      { candidate: 'Đỗ Mai', writtenIn: true, for: 3, against: null, abstained: 0 },
    ]);
    expect(tallyPapers(introduction, question, [...papers].reverse())).toEqual(tally);
  });
});

describe('as tellers enter it', () => {
  const one = questionOf(['motion']);
  const entered = (votes: number, against: number, parts: Partial<Tally> = {}): Tally => ({
    returned: 9,
    invalid: 1,
    blank: 1,
    abstained: 0,
    rankings: [],
    ...parts,
    lines: [{ candidate: 'motion', writtenIn: false, for: votes, against, abstained: 0 }],
  });

  test.each<[string, number, Tally, string | null, object]>([
    ['all adds up', 9, entered(4, 3), null, {}],
    [
      'more issued than people who may vote',
      11,
      entered(4, 3),
      'more-issued-than-entitled',
      { issued: 11, entitled: 10 },
    ],
    ['more returned than issued', 8, entered(4, 3), 'more-returned-than-issued', { returned: 9, issued: 8 }],
    ['more invalid than returned', 9, entered(0, 0, { invalid: 9 }), 'papers-do-not-add-up', { invalid: 9, blank: 1 }],
    ['more votes than papers', 9, entered(4, 4), 'more-votes-than-papers', { line: 1, votes: 8, papers: 7 }],
  ])('%s', (_what, issued, tally, reason, facts) => {
    const frozen = frozenOf(12, { recused: { summoned: 2, seated: 2, present: 2 } });

    const outcome = checkTally(motion, one, frozen, { issued, tally });

    expect(outcome).toMatchObject(reason === null ? { ok: true } : { ok: false, reason, facts });
  });

  test('more marks than the papers can hold', () => {
    const tally = tallyPapers(pick, question, []);
    const full = { ...tally, returned: 3, lines: tally.lines.map((line) => ({ ...line, for: 3 })) };

    expect(checkTally(pick, question, frozenOf(9), { issued: 3, tally: full })).toMatchObject({
      reason: 'more-marks-than-papers-hold',
      facts: { votes: 9, papers: 3, max: 6 },
    });
  });
});

function anyPaper(): fc.Arbitrary<[PaperKind, Marks]> {
  const names = fc.shuffledSubarray(['an', 'binh', 'chi']);
  const line = fc.oneof(
    fc.constantFrom('an', 'binh', 'chi').map((candidate) => ({ candidate })),
    fc.string({ maxLength: 40, unit: 'binary' }).map((name) => ({ written: name })),
  );
  const answer = fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const);
  return fc.oneof(
    fc.tuple(
      fc.constant(introduction),
      fc.array(line, { maxLength: 3 }).map((made): Marks => ({ kind: 'introduction', lines: made })),
    ),
    fc.tuple(fc.constant(introduction), fc.constant<Marks>({ kind: 'abstain' })),
    fc.tuple(
      fc.constantFrom(motion, yesNo),
      fc.dictionary(fc.constantFrom('an', 'binh', 'chi'), answer).map((given): Marks => answers({ ...given })),
    ),
    fc.tuple(
      fc.constant(pick),
      names.map((candidates): Marks => ({ kind: 'pick', candidates })),
    ),
    fc.tuple(
      fc.constantFrom(schulze, stv),
      names.map((order): Marks => ({ kind: 'ranked', order: order.map((name) => [name]) })),
    ),
  );
}
