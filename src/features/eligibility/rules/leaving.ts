/** Who leaves the plan by what the rules say (planning 2.8): a proposal with its evidence, never more. */
import { type LegalReference, type Verdict, verdictLevels } from '../types.ts';
import { references } from './rule-sets/legal-references.ts';

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

/** Where a reason for removal was read; what has no source here is the committee's own. */
export const reasonSources: Readonly<Record<string, LegalReference>> = {
  'over-age': qd50,
  discipline: qd50,
  'political-standard': qd50,
  appointed: practice,
  'moved-outside': practice,
  'too-many-positions': practice,
  'low-prestige': practice,
  'duties-not-done': qd377,
  'standards-not-met': qd377,
  'rules-violated': qd377,
};
