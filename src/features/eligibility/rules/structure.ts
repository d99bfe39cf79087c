/**
 * The structure of a plan (planning 2.4, 6.1): who stands in it and on its list, held against aims. Numerator, denominator,
 * aim and what is missing; aims are strived for, so nothing here is a verdict and nothing refuses anybody.
 */
import { monthsBetween, type PlainMonth } from '../../../kernel/time.ts';
import type { CitedSource, RuleSet } from '../types.ts';
import { cite } from './verdict.ts';

export interface Planned {
  readonly person: string;
  readonly position: string;
  readonly birthMonth: PlainMonth | null;
  readonly sex: 'female' | 'male' | null;
  /** Of somebody who stands in the plan: how near; null: not set. Left out: only on the list. */
  readonly readiness?: string | null;
}

export interface Place {
  readonly id: string;
  readonly title: string;
  readonly seats: number;
  readonly isCommittee: boolean;
}

export interface Aim {
  readonly aim: 'young' | 'women';
  readonly counted: number;
  /** People of whom the register does not say it; they are in the denominator, never in the numerator. */
  readonly unknown: number;
  readonly of: number;
  readonly percent: number;
  /** How many of the same number of people are wanting; 0: reached. */
  readonly missing: number;
  readonly underAge: number | null;
  readonly source: CitedSource;
}

export interface Bracket {
  /** Years; null: no lower, or no upper end. */
  readonly from: number | null;
  readonly below: number | null;
  readonly people: number;
}

export interface Coverage {
  readonly position: string;
  readonly title: string;
  readonly people: number;
  readonly seats: number;
  /** How many more people the rule set asks for at least; 0 where it has enough or asks for none. */
  readonly missing: number;
}

/** Entries of the plan by how near they are; somebody at two positions has two. */
export interface ReadinessCount {
  /** Key of a level, or as an older list said it; null: not set. */
  readonly level: string | null;
  readonly entries: number;
}

export interface Structure {
  readonly people: number;
  readonly aims: readonly Aim[];
  readonly brackets: readonly Bracket[];
  /** Whose birth month is not known, so that no bracket has them. */
  readonly withoutAge: number;
  readonly bracketSource: CitedSource | null;
  readonly positions: readonly Coverage[];
  /** Positions for which somebody stands. */
  readonly covered: number;
  /** People planned for each seat, over all positions, in percent: one person in two positions counts in both. */
  readonly ratioPercent: number | null;
  readonly leastSource: CitedSource | null;
  /** In the rule set's order; empty: it knows no levels. */
  readonly readiness: readonly ReadinessCount[];
  readonly readinessSource: CitedSource | null;
}

/** Everybody counts once in shares, however many positions they stand for; ages are those of the month `on`. */
export function structureOf(
  planned: readonly Planned[],
  places: readonly Place[],
  ruleSet: RuleSet,
  on: PlainMonth,
): Structure {
  const people = [...new Map(planned.map((one) => [one.person, one])).values()];
  const { ageBrackets, minPeoplePerPosition, readinessLevels } = ruleSet.parameters;
  const brackets = bracketsOf(people, ruleSet, on);
  const positions = places.map((place) => coverageOf(place, planned, minPeoplePerPosition.value));
  const seats = places.reduce((sum, place) => sum + place.seats, 0);
  const standing = positions.reduce((sum, position) => sum + position.people, 0);
  return {
    people: people.length,
    aims: aimsOf(people, ruleSet, on),
    brackets,
    withoutAge: brackets.length > 0 ? people.filter(({ birthMonth }) => birthMonth === null).length : 0,
    bracketSource: brackets.length > 0 ? cite(ruleSet, ageBrackets) : null,
    positions,
    covered: positions.filter((position) => position.people > 0).length,
    ratioPercent: seats === 0 ? null : Math.round((standing * 100) / seats),
    leastSource: minPeoplePerPosition.value === null ? null : cite(ruleSet, minPeoplePerPosition),
    readiness: readinessIn(planned, ruleSet),
    readinessSource: readinessLevels.value.length === 0 ? null : cite(ruleSet, readinessLevels),
  };
}

function readinessIn(planned: readonly Planned[], ruleSet: RuleSet): readonly ReadinessCount[] {
  const levels = ruleSet.parameters.readinessLevels.value;
  if (levels.length === 0) return [];
  const keys = levels.map(({ key }) => key);
  const said = new Set(planned.flatMap(({ readiness }) => readiness ?? []));
  // What an older list said that is no level of the rule set.
  const others = [...said].filter((one) => !keys.includes(one)).sort();
  return [...keys, ...others, null].map((level) => ({
    level,
    entries: planned.filter(({ readiness }) => readiness === level).length,
  }));
}

function aimsOf(people: readonly Planned[], ruleSet: RuleSet, on: PlainMonth): readonly Aim[] {
  const { targetYoung, targetWomenPercent } = ruleSet.parameters;
  const aims: Aim[] = [];
  if (targetYoung.value !== null) {
    const { percent, underAge } = targetYoung.value;
    const isYoung = ({ birthMonth }: Planned) =>
      birthMonth === null ? null : monthsBetween(birthMonth, on) < underAge * 12;
    const source = cite(ruleSet, targetYoung);
    aims.push({ aim: 'young', ...countedBy(people, isYoung, percent), underAge, source });
  }
  if (targetWomenPercent.value !== null) {
    const isWoman = ({ sex }: Planned) => (sex === null ? null : sex === 'female');
    const source = cite(ruleSet, targetWomenPercent);
    aims.push({ aim: 'women', ...countedBy(people, isWoman, targetWomenPercent.value), underAge: null, source });
  }
  return aims;
}

function countedBy(people: readonly Planned[], is: (one: Planned) => boolean | null, percent: number) {
  const counted = people.filter((one) => is(one) === true).length;
  const unknown = people.filter((one) => is(one) === null).length;
  const missing = Math.max(0, Math.ceil((people.length * percent) / 100) - counted);
  return { counted, unknown, of: people.length, percent, missing };
}

/** The youngest bracket ends at the age that counts as young; the next ones are as wide as the gap, the last is open. */
function bracketsOf(people: readonly Planned[], ruleSet: RuleSet, on: PlainMonth): readonly Bracket[] {
  const { ageBrackets, targetYoung } = ruleSet.parameters;
  if (ageBrackets.value === null || targetYoung.value === null) return [];
  const { count, gapYears } = ageBrackets.value;
  const { underAge } = targetYoung.value;
  return Array.from({ length: count }, (_, index) => {
    const from = index === 0 ? null : underAge + (index - 1) * gapYears;
    const below = index === count - 1 ? null : underAge + index * gapYears;
    const isIn = ({ birthMonth }: Planned) => {
      if (birthMonth === null) return false;
      const months = monthsBetween(birthMonth, on);
      return (from === null || months >= from * 12) && (below === null || months < below * 12);
    };
    return { from, below, people: people.filter(isIn).length };
  });
}

function coverageOf({ id, title, seats, isCommittee }: Place, planned: readonly Planned[], least: number | null) {
  const people = new Set(planned.filter(({ position }) => position === id).map(({ person }) => person)).size;
  // Committees are planned by ratio to their seats, not by people per position.
  const missing = isCommittee || least === null ? 0 : Math.max(0, least - people);
  return { position: id, title, people, seats, missing };
}
