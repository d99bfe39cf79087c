/**
 * A ruling as a returning officer would find it with people in rows and papers in heaps. Written apart from the engine:
 * it counts persons one by one, looks for the least number of votes by trying, and places people by asking who stands
 * before whom. It shares only the types.
 */
import type { Marks, Question, Reading } from '../../../src/features/ballots/types/paper.ts';
import type { TieDecisions } from '../../../src/features/ballots/types/ruling.ts';
import type { Comparison, Share } from '../../../src/features/ballots/types/vote-rule.ts';
import type { PlainRule } from './rules-at-hand.ts';

export interface Somebody {
  readonly summoned: boolean;
  readonly seated: boolean;
  readonly present: boolean;
  readonly recused: boolean;
  /** Away, and somebody in the room votes for them. */
  readonly represented?: boolean;
}

export interface Found {
  readonly votes: number;
  readonly needed: number | null;
  readonly outcome: string;
  readonly goesTo: string | null;
}

interface Room {
  readonly people: readonly Somebody[];
  /** Outside a conference nobody calls a roll. */
  readonly hasRollCall: boolean;
  readonly papers: readonly Reading[];
  /** So many of the papers somebody's proxy handed in. */
  readonly byProxy?: number;
}

export function whatAnOfficerFinds(
  rule: PlainRule,
  question: Question,
  room: Room,
  decisions: TieDecisions = {},
): ReadonlyMap<string, Found> {
  const votes = new Map(question.candidates.map((name) => [name, papersFor(name, room.papers).length]));
  const votesOf = (name: string): number => votes.get(name) ?? 0;
  if (!isQuorate(rule, room)) {
    return new Map(
      question.candidates.map((name) => [
        name,
        { votes: votesOf(name), needed: neededFor(rule, room, name), outcome: 'no-quorum', goesTo: null },
      ]),
    );
  }
  const standing = new Map(question.candidates.map((name) => [name, standingOf(rule, room, name, votesOf(name))]));
  const places = rule.passing === 'seats' ? question.seats : question.candidates.length;
  const above = question.candidates.filter((name) => standing.get(name) === 'above');
  const tiedForPlace = above.filter((name) => {
    const atLeastAsMany = above.filter((other) => other !== name && votesOf(other) >= votesOf(name)).length;
    const more = above.filter((other) => votesOf(other) > votesOf(name)).length;
    return atLeastAsMany >= places && more < places;
  });
  const passed = above.filter(
    (name) => !tiedForPlace.includes(name) && above.filter((other) => votesOf(other) > votesOf(name)).length < places,
  );
  const tiedAtThreshold =
    above.length >= places ? [] : question.candidates.filter((name) => standing.get(name) === 'exact');

  const outcome = new Map<string, [string, string | null]>();
  const turnedDown = new Set<string>();
  for (const name of question.candidates) outcome.set(name, [passed.includes(name) ? 'passed' : 'not-passed', null]);
  for (const group of [tiedForPlace, tiedAtThreshold]) {
    const free = places - passed.length;
    for (const name of group) {
      if (rule.tie === 'fails') continue;
      if (rule.tie === 'next-round') outcome.set(name, ['goes-on', 'next-round']);
      else if (rule.tie === 'both-go-on') outcome.set(name, ['goes-on', 'next-step']);
      else {
        const chosen = group.filter((other) => decisions[other] === 'passed').length;
        const word = chosen > free ? undefined : decisions[name];
        const settled = word ?? (chosen === free ? 'not-passed' : 'tie');
        outcome.set(name, [settled, null]);
        if (settled === 'not-passed') turnedDown.add(name);
      }
    }
  }
  follow(rule, question, outcome, turnedDown, votesOf);
  return new Map(
    question.candidates.map((name) => {
      const [word, goesTo] = outcome.get(name) ?? ['', null];
      return [name, { votes: votesOf(name), needed: neededFor(rule, room, name), outcome: word, goesTo }];
    }),
  );
}

function follow(
  rule: PlainRule,
  question: Question,
  outcome: Map<string, [string, string | null]>,
  turnedDown: ReadonlySet<string>,
  votesOf: (name: string) => number,
): void {
  const words = [...outcome.values()].map(([word]) => word);
  if (words.includes('tie')) return;
  const open = question.candidates.filter((name) => outcome.get(name)?.[0] === 'not-passed' && !turnedDown.has(name));
  const passed = words.filter((word) => word === 'passed').length;
  if (rule.fallback.kind === 'another-round') {
    const enough = rule.passing === 'seats' ? question.seats : 1;
    if (passed < enough) for (const name of open) outcome.set(name, ['goes-on', 'next-round']);
  }
  if (rule.fallback.kind === 'top' && passed === 0 && !words.includes('goes-on')) {
    const { n, to } = rule.fallback;
    for (const name of open) {
      const before = open.filter((other) => votesOf(other) > votesOf(name)).length;
      if (votesOf(name) > 0 && before < n) outcome.set(name, ['goes-on', to]);
    }
  }
}

function papersFor(name: string, papers: readonly Reading[]): readonly Reading[] {
  return papers.filter((paper) => paper.state === 'valid' && names(paper.marks).includes(name));
}

function names(marks: Marks): readonly string[] {
  if (marks.kind === 'pick') return marks.candidates;
  if (marks.kind === 'introduction') return marks.lines.map((line) => ('candidate' in line ? line.candidate : ''));
  if (marks.kind === 'yes-no') return Object.keys(marks.answers).filter((name) => marks.answers[name] === 'yes');
  return [];
}

function countIn(room: Room, of: string, lessRecused: boolean): number {
  if (of === 'present' && !room.hasRollCall) return room.papers.length;
  return room.people.filter((person) => {
    const votes = person.present || person.represented === true;
    const belongs = of === 'summoned' ? person.summoned : of === 'seated' ? person.seated : votes;
    return belongs && !(lessRecused && person.recused);
  }).length;
}

/** Whoever comes through the door; and where the rule takes a proxy for its person, each of them too. */
function thereIn(rule: PlainRule, room: Room, lessRecused: boolean): number {
  const byProxy = room.byProxy ?? 0;
  if (!room.hasRollCall) return room.papers.length - (rule.proxiesPresent ? 0 : byProxy);
  return room.people.filter((person) => {
    const isThere = person.present || (rule.proxiesPresent === true && person.represented === true);
    return isThere && !(lessRecused && person.recused);
  }).length;
}

function isQuorate(rule: PlainRule, room: Room): boolean {
  const there = thereIn(rule, room, false);
  const { quorum } = rule;
  if (quorum.kind === 'none') return true;
  if (quorum.kind === 'count') return there >= quorum.atLeast;
  const base = countIn(room, quorum.base.of, quorum.base.lessRecused);
  const got = thereIn(rule, room, quorum.base.lessRecused);
  return base > 0 && got >= leastByTrying(quorum.share, quorum.comparison, base);
}

function baseFor(rule: PlainRule, room: Room, name: string): number | null {
  if (rule.threshold === null) return null;
  const { of, lessRecused } = rule.threshold.base;
  const heap = (...states: string[]): number => room.papers.filter((paper) => states.includes(paper.state)).length;
  if (of === 'returned') return room.papers.length;
  if (of === 'valid') return rule.blank === 'valid' ? heap('valid', 'blank') : heap('valid');
  if (of === 'cast') {
    return room.papers.filter((paper) => {
      if (paper.state === 'invalid') return true;
      if (paper.state === 'blank') return false;
      if (paper.marks.kind === 'yes-no') return ['yes', 'no'].includes(paper.marks.answers[name] ?? '');
      return paper.marks.kind !== 'abstain';
    }).length;
  }
  return countIn(room, of, lessRecused);
}

function neededFor(rule: PlainRule, room: Room, name: string): number | null {
  const base = baseFor(rule, room, name);
  if (rule.threshold === null || base === null) return null;
  return leastByTrying(rule.threshold.share, rule.threshold.comparison, base);
}

function standingOf(rule: PlainRule, room: Room, name: string, votes: number): 'above' | 'exact' | 'below' {
  const base = baseFor(rule, room, name);
  if (rule.threshold === null || base === null) return votes > 0 ? 'above' : 'below';
  if (base === 0) return 'below';
  if (votes >= leastByTrying(rule.threshold.share, rule.threshold.comparison, base)) return 'above';
  const isExact = votes >= leastByTrying(rule.threshold.share, 'at-least', base);
  return isExact ? 'exact' : 'below';
}

/** Every person is cut into as many slices as the share has parts; a vote is worth all slices of one person. */
function leastByTrying(share: Share, comparison: Comparison, base: number): number {
  let asked = 0;
  for (let person = 0; person < base; person += 1) asked += share.numerator;
  for (let votes = 0; ; votes += 1) {
    let slices = 0;
    for (let vote = 0; vote < votes; vote += 1) slices += share.denominator;
    if (comparison === 'more-than' ? slices > asked : slices >= asked) return votes;
  }
}
