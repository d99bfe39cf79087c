/** Verdicts that count other people, as somebody may know them to whom some of those people's cases are closed. */
import type { Facts } from '../../../kernel/outcome.ts';
import type { RuleKey, Verdict } from '../types.ts';

type Finding = Pick<Verdict, 'rule' | 'level' | 'facts'>;

/** Rules whose numbers count others than the nominee. */
const countingRules: readonly RuleKey[] = ['people-per-position', 'committee-ratio'];

/** Keeps with a counting verdict whom it counted: ids only, so that it can be counted again with other eyes. */
export function withCounted<Of extends Finding>(verdict: Of, others: readonly string[]): Of {
  if (!countingRules.includes(verdict.rule)) return verdict;
  return { ...verdict, facts: { ...verdict.facts, counted: [...others] } };
}

/**
 * Counted again without the people in `hidden`: numbers and level are those of a world without their cases. A kept verdict
 * that does not say whom it counted is left out (null), for everybody alike.
 */
export function asCountedBy<Of extends Finding>(verdict: Of, hidden: readonly string[]): Of | null {
  if (!countingRules.includes(verdict.rule)) return verdict;
  const { counted, ...facts } = verdict.facts;
  if (!Array.isArray(counted)) return null;
  const people = 1 + counted.filter((person) => !hidden.includes(person)).length;
  return verdict.rule === 'people-per-position'
    ? { ...verdict, level: people > Number(facts.max) ? 'blocks' : 'passes', facts: { ...facts, people } }
    : { ...verdict, level: isAbove(facts, people) ? 'note' : 'passes', facts: ratioOf(facts, people) };
}

function isAbove(facts: Facts, planned: number): boolean {
  return typeof facts.maxPercent === 'number' && planned * 100 > facts.maxPercent * Number(facts.seats);
}

function ratioOf(facts: Facts, planned: number): Facts {
  return { ...facts, planned, ratioPercent: Math.round((planned * 100) / Number(facts.seats)) };
}
