/** Who leaves the plan by what the rules say (planning 2.8): a proposal with its evidence, never more. */
import { type LegalReference, type RuleSet, type Verdict, verdictLevels, type Wording } from '../types.ts';
import { references, register } from './rule-sets/legal-references.ts';
import { cite } from './verdict.ts';

/** Grounds that the register shows; a political-standard conclusion is brought by a person. */
export const grounds = ['over-age', 'discipline', 'appointed'] as const;
export type Ground = (typeof grounds)[number];

/**
 * The ground that a verdict on somebody who stands in the plan gives; null: none. The months asked of a name that is added
 * to the present term are not asked again every day of those who stand in it: they leave it by age when they retire.
 */
export function groundOf({ rule, level, facts }: Pick<Verdict, 'rule' | 'level' | 'facts'>): Ground | null {
  if (level !== 'blocks') return null;
  if (rule === 'age-next-term') return 'over-age';
  if (rule === 'age-current-term') return Number(facts.remainingMonths) <= 0 ? 'over-age' : null;
  if (rule === 'discipline') return 'discipline';
  return rule === 'only-higher' ? 'appointed' : null;
}

/** What is not in order about somebody in the plan, the gravest first; rules that count others are not about them. */
export function findingsOn<Of extends Pick<Verdict, 'rule' | 'level' | 'facts'>>(
  verdicts: readonly Of[],
): readonly Of[] {
  return verdicts
    .filter(({ rule, level }) => level !== 'passes' && rule !== 'people-per-position' && rule !== 'committee-ratio')
    .sort((a, b) => verdictLevels.indexOf(a.level) - verdictLevels.indexOf(b.level));
}

const { qd50, qd377, practice } = references;

/** Where a reason for removal was read; age and discipline have parameters of their own. */
const readIn: Readonly<Record<string, LegalReference>> = {
  'political-standard': qd50,
  appointed: practice,
  'moved-outside': practice,
  'too-many-positions': practice,
  'low-prestige': practice,
  'duties-not-done': qd377,
  'standards-not-met': qd377,
  'rules-violated': qd377,
};

/**
 * The source of a reason for removal as the plan's own rule set has it: its parameter, or a document that it lists and that
 * was in force in its time. Null: nothing was read for it there, the reason is the committee's own.
 */
export function reasonSource(ruleSet: RuleSet, reason: string): Wording | null {
  const { nextTermMonths, discipline } = ruleSet.parameters;
  const parameter = reason === 'over-age' ? nextTermMonths : reason === 'discipline' ? discipline : null;
  if (parameter) return parameter.value === null ? null : cite(ruleSet, parameter).title;
  const read = readIn[reason];
  const isListed = ruleSet.legalReferences.some(({ key }) => key === read?.key);
  return read && isListed && wasInForce(read, ruleSet) ? read.title : null;
}

function wasInForce({ issuedOn, replacedBy }: LegalReference, { validFrom, validTo }: RuleSet): boolean {
  const replacedOn = register.find(({ key }) => key === replacedBy)?.issuedOn ?? null;
  return (
    !(issuedOn !== null && validTo !== null && issuedOn > validTo) && !(replacedOn !== null && replacedOn <= validFrom)
  );
}
