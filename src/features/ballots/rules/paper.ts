/**
 * One paper on one question: whether its marks are valid, blank or invalid and why, and the paper as a text of bounded
 * size, the same for an open paper and for one that is sealed. The text holds places in the list, no ids and no names
 * but those written in.
 */
import { tidyName } from '../../../i18n/names.ts';
import type { Facts } from '../../../kernel/outcome.ts';
import {
  type Answer,
  type Fault,
  type Line,
  type Marks,
  type Question,
  type Reading,
  writeInBytes,
} from '../types/paper.ts';
import type { PaperKind } from '../types/vote-rule.ts';

/** Marks that one paper may have: what the rule says, never more than the seats. */
export function marksAllowed(paper: PaperKind, { seats, candidates }: Question): number {
  if (paper.kind === 'introduction') return Math.min(paper.choices ?? seats, seats);
  if (paper.kind === 'pick') return Math.min(paper.choices ?? seats, seats, candidates.length);
  if (paper.kind === 'yes-no') return paper.capYes ? Math.min(seats, candidates.length) : candidates.length;
  return candidates.length;
}

/** A written-in name as it is kept and compared: one spelling, but never without its diacritics. */
export function writtenName(typed: string): string {
  return tidyName(typed);
}

/** Judges marks as a person made them. Nothing is mended: two marks too many make the paper invalid. */
export function readMarks(paper: PaperKind, question: Question, marks: Marks): Reading {
  if (marks.kind === 'abstain') {
    return paper.kind !== 'yes-no' && paper.abstain ? { state: 'valid', marks } : invalid('abstain-not-allowed');
  }
  if (marks.kind !== paper.kind) return invalid('not-readable');
  switch (marks.kind) {
    case 'introduction':
      return readIntroduction(paper, question, marks.lines);
    case 'yes-no':
      return readAnswers(paper, question, marks.answers);
    case 'pick':
      return readPick(paper, question, marks.candidates);
    case 'ranked':
      return readRanking(paper, question, marks.order);
  }
}

/** For marks that were judged valid, or null for a blank paper. */
export function writePaper(question: Question, marks: Marks | null): string {
  const place = (candidate: string): number => question.candidates.indexOf(candidate);
  if (marks === null) return '';
  switch (marks.kind) {
    case 'abstain':
      return 'a';
    case 'introduction':
      return `i${JSON.stringify(marks.lines.map((line) => ('candidate' in line ? place(line.candidate) : line.written)))}`;
    case 'yes-no':
      return `y${question.candidates.map((candidate) => letters[marks.answers[candidate] ?? 'none']).join('')}`;
    case 'pick':
      return `p${marks.candidates.map(place).join(',')}`;
    case 'ranked':
      return `r${marks.order.map((together) => together.map(place).join(',')).join('>')}`;
  }
}

/** Judges a paper again after it was opened: what cannot be read is invalid, and never an error. */
export function readPaper(paper: PaperKind, question: Question, text: string): Reading {
  if (text === '') return { state: 'blank' };
  if (Buffer.byteLength(text) > paperBytes(paper, question)) return invalid('not-readable');
  const marks = marksIn(question, text);
  return marks === null ? invalid('not-readable') : readMarks(paper, question, marks);
}

/** No valid paper of this question is longer, in bytes of UTF-8: what a sealed paper is padded to. */
export function paperBytes(paper: PaperKind, question: Question): number {
  const places = question.candidates.length * 3;
  if (paper.kind !== 'introduction') return 1 + places;
  // A quotation mark or a backslash takes two bytes in the text; then two marks around it and a comma.
  const line = paper.writeIn ? writeInBytes * 2 + 3 : 3;
  return 3 + marksAllowed(paper, question) * line;
}

const letters = { yes: 'y', no: 'n', abstain: 'a', none: '-' } as const;
const answerOf: Readonly<Record<string, Answer>> = { y: 'yes', n: 'no', a: 'abstain' };

function invalid(fault: Fault, facts: Facts = {}): Reading {
  return { state: 'invalid', fault, facts };
}

function readIntroduction(paper: PaperKind, question: Question, typed: readonly Line[]): Reading {
  const lines = typed
    .map((line): Line => ('candidate' in line ? line : { written: writtenName(line.written) }))
    .filter((line) => 'candidate' in line || line.written !== '');
  if (lines.length === 0) return { state: 'blank' };
  const max = marksAllowed(paper, question);
  if (lines.length > max) return invalid('too-many-marks', { marks: lines.length, max });
  for (const line of lines) {
    if ('candidate' in line) {
      if (!question.candidates.includes(line.candidate)) return invalid('unknown-candidate');
      continue;
    }
    if (paper.kind !== 'introduction' || !paper.writeIn) return invalid('write-in-not-allowed');
    const bytes = Buffer.byteLength(line.written);
    if (bytes > writeInBytes) return invalid('write-in-too-long', { bytes, max: writeInBytes });
  }
  const names = lines.map((line) => ('candidate' in line ? `c${line.candidate}` : `w${line.written.toLowerCase()}`));
  if (new Set(names).size < names.length) return invalid('named-twice');
  return { state: 'valid', marks: { kind: 'introduction', lines } };
}

function readAnswers(paper: PaperKind, question: Question, given: Readonly<Record<string, Answer>>): Reading {
  const marked = Object.entries(given);
  if (marked.length === 0) return { state: 'blank' };
  if (marked.some(([candidate]) => !question.candidates.includes(candidate))) return invalid('unknown-candidate');
  if (!paper.abstain && marked.some(([, answer]) => answer === 'abstain')) return invalid('abstain-not-allowed');
  const marks = marked.filter(([, answer]) => answer === 'yes').length;
  const max = marksAllowed(paper, question);
  if (marks > max) return invalid('too-many-marks', { marks, max });
  return { state: 'valid', marks: { kind: 'yes-no', answers: given } };
}

function readPick(paper: PaperKind, question: Question, candidates: readonly string[]): Reading {
  if (candidates.length === 0) return { state: 'blank' };
  if (candidates.some((candidate) => !question.candidates.includes(candidate))) return invalid('unknown-candidate');
  if (new Set(candidates).size < candidates.length) return invalid('named-twice');
  const max = marksAllowed(paper, question);
  if (candidates.length > max) return invalid('too-many-marks', { marks: candidates.length, max });
  return { state: 'valid', marks: { kind: 'pick', candidates } };
}

function readRanking(paper: PaperKind, question: Question, typed: readonly (readonly string[])[]): Reading {
  const order = typed.filter((together) => together.length > 0);
  const named = order.flat();
  if (named.length === 0) return { state: 'blank' };
  if (named.some((candidate) => !question.candidates.includes(candidate))) return invalid('unknown-candidate');
  if (new Set(named).size < named.length) return invalid('named-twice');
  const canShare = paper.kind === 'ranked' && paper.method === 'schulze';
  if (!canShare && order.some((together) => together.length > 1)) return invalid('equal-places');
  return { state: 'valid', marks: { kind: 'ranked', order } };
}

/** Null: no text of ours. Marks that break the rule come back as they are, for the reason to be said. */
function marksIn(question: Question, text: string): Marks | null {
  const rest = text.slice(1);
  const candidateAt = (digits: string): string => {
    const known = /^(?:0|[1-9][0-9]?)$/u.test(digits) ? question.candidates[Number(digits)] : undefined;
    return known ?? '';
  };
  switch (text[0]) {
    case 'a':
      return rest === '' ? { kind: 'abstain' } : null;
    case 'i':
      return introductionIn(rest, candidateAt);
    case 'y': {
      if (rest.length !== question.candidates.length || /[^yna-]/u.test(rest)) return null;
      const answers = question.candidates.flatMap((candidate, index): [string, Answer][] => {
        const answer = answerOf[rest[index] ?? ''];
        return answer === undefined ? [] : [[candidate, answer]];
      });
      return { kind: 'yes-no', answers: Object.fromEntries(answers) };
    }
    case 'p':
      return { kind: 'pick', candidates: rest.split(',').map(candidateAt) };
    case 'r':
      return { kind: 'ranked', order: rest.split('>').map((together) => together.split(',').map(candidateAt)) };
    default:
      return null;
  }
}

function introductionIn(json: string, candidateAt: (digits: string) => string): Marks | null {
  let lines: unknown;
  try {
    lines = JSON.parse(json);
  } catch {
    return null;
  }
  if (!Array.isArray(lines)) return null;
  if (lines.some((line) => typeof line !== 'string' && typeof line !== 'number')) return null;
  return {
    kind: 'introduction',
    lines: lines.map((line: string | number) =>
      typeof line === 'number' ? { candidate: candidateAt(String(line)) } : { written: line },
    ),
  };
}
