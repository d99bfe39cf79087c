/** Papers added up, in whatever order they come; and whether numbers that tellers enter can be true together. */
import { Bug } from '../../../kernel/errors.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { Marks, Question, Ranking, Reading, Tally, TallyLine } from '../types/paper.ts';
import type { Frozen } from '../types/ruling.ts';
import type { PaperKind } from '../types/vote-rule.ts';
import { votersOf } from './denominators.ts';
import { marksAllowed } from './paper.ts';

/** The result is the same for every order of the papers, down to the spelling of names written in. */
export function tallyPapers(paper: PaperKind, question: Question, papers: readonly Reading[]): Tally {
  const marked = papers.flatMap((reading) => (reading.state === 'valid' ? [reading.marks] : []));
  return {
    returned: papers.length,
    invalid: papers.filter(({ state }) => state === 'invalid').length,
    blank: papers.filter(({ state }) => state === 'blank').length,
    abstained: marked.filter(({ kind }) => kind === 'abstain').length,
    lines: [...question.candidates.map((candidate) => lineOf(paper, candidate, marked)), ...writtenIn(marked)],
    rankings: rankingsOf(question, marked),
  };
}

export type TallyReason =
  | 'more-issued-than-entitled'
  | 'more-returned-than-issued'
  | 'papers-do-not-add-up'
  | 'more-votes-than-papers'
  | 'more-marks-than-papers-hold';

/** `line` in the facts is the place on the paper, from 1. A tally of another question or kind of paper is a Bug. */
export function checkTally(
  paper: PaperKind,
  question: Question,
  frozen: Frozen,
  count: { readonly issued: number; readonly tally: Tally },
): Outcome<void, TallyReason> {
  const { issued, tally } = count;
  const { returned, invalid, blank, abstained, lines } = tally;
  const listed = lines.filter((line) => !line.writtenIn).map((line) => line.candidate);
  if (listed.join('\n') !== question.candidates.join('\n')) throw new Bug('a tally of another question');
  if (paper.kind === 'yes-no' && lines.some((line) => line.against === null)) throw new Bug('a tally without its no');
  const entitled = votersOf(frozen);
  if (issued > entitled) return refused('more-issued-than-entitled', { issued, entitled });
  if (returned > issued) return refused('more-returned-than-issued', { returned, issued });
  const marked = returned - invalid - blank - abstained;
  if (marked < 0) return refused('papers-do-not-add-up', { returned, invalid, blank, abstained });
  for (const [index, line] of lines.entries()) {
    const votes = line.for + (line.against ?? 0) + line.abstained;
    if (votes > marked) return refused('more-votes-than-papers', { line: index + 1, votes, papers: marked });
  }
  const votes = lines.reduce((sum, line) => sum + line.for, 0);
  const max = marked * (paper.kind === 'ranked' ? 1 : marksAllowed(paper, question));
  if (votes > max) return refused('more-marks-than-papers-hold', { votes, papers: marked, max });
  return done();
}

function lineOf(paper: PaperKind, candidate: string, marked: readonly Marks[]): TallyLine {
  const count = (isSo: (marks: Marks) => boolean): number => marked.filter(isSo).length;
  const answered = (answer: string): number =>
    count((marks) => marks.kind === 'yes-no' && marks.answers[candidate] === answer);
  return {
    candidate,
    writtenIn: false,
    for: count((marks) => isFor(marks, candidate)),
    against: paper.kind === 'yes-no' ? answered('no') : null,
    abstained: answered('abstain'),
  };
}

function isFor(marks: Marks, candidate: string): boolean {
  switch (marks.kind) {
    case 'abstain':
      return false;
    case 'introduction':
      return marks.lines.some((line) => 'candidate' in line && line.candidate === candidate);
    case 'yes-no':
      return marks.answers[candidate] === 'yes';
    case 'pick':
      return marks.candidates.includes(candidate);
    case 'ranked':
      return marks.order[0]?.length === 1 && marks.order[0][0] === candidate;
  }
}

/** The same name in capitals or not is one person; which spelling is shown does not depend on who came first. */
function writtenIn(marked: readonly Marks[]): TallyLine[] {
  const spellings = new Map<string, string[]>();
  for (const marks of marked) {
    if (marks.kind !== 'introduction') continue;
    for (const line of marks.lines) {
      if ('candidate' in line) continue;
      const key = line.written.toLowerCase();
      const known = spellings.get(key);
      if (known === undefined) spellings.set(key, [line.written]);
      else known.push(line.written);
    }
  }
  return [...spellings.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, names]) => ({
      candidate: [...names].sort()[0] ?? '',
      writtenIn: true,
      for: names.length,
      against: null,
      abstained: 0,
    }));
}

function rankingsOf(question: Question, marked: readonly Marks[]): Ranking[] {
  const papers = new Map<string, Ranking>();
  for (const marks of marked) {
    if (marks.kind !== 'ranked') continue;
    const order = marks.order.map((together) =>
      together.map((candidate) => question.candidates.indexOf(candidate)).sort((a, b) => a - b),
    );
    const key = JSON.stringify(order);
    papers.set(key, { order, papers: (papers.get(key)?.papers ?? 0) + 1 });
  }
  return [...papers.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ranking]) => ranking);
}
