/** Which rules hold for a committee or were chosen for one of its plans. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { ruleSetInForce, ruleSetOfPlan } from '../../eligibility/operations.ts';
import { ruleSets } from '../../eligibility/rules/rule-set-for.ts';
import { register } from '../../eligibility/rules/rule-sets/legal-references.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import { planOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import { type Citation, citationsIn } from '../rules/citations.ts';

export interface Book {
  readonly ruleSet: RuleSet;
  /** Null: the rules of today, of no plan. */
  readonly plan: Plan | null;
  /** Every other one: of the same profile first, the newest before older ones. */
  readonly others: readonly RuleSet[];
}

/**
 * `plan` null: the rules in force today for the committee; `set` ("key.version"): another one, to read. Refusals: access
 * (plan.see), plan-unknown, rules-unknown for a set that there is not.
 */
export async function seeBook(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId | null; set: string | null },
): Promise<Outcome<Book, AccessRefusal | 'committee-unknown' | 'plan-unknown' | 'rules-unknown'>> {
  const viewer = await authorise(act, at.committee, 'plan.see');
  if (!viewer.ok) return viewer;
  const committee = await committeeHeader(act, at.committee);
  if (!committee) return refused('committee-unknown');
  const plan = at.plan ? await planOf(act, viewer.value, at.plan) : null;
  if (at.plan && !plan) return refused('plan-unknown');
  const own = plan ? ruleSetOfPlan(plan) : ruleSetInForce(act, committee.profile);
  const ruleSet = at.set ? ruleSetNamed(at.set) : own;
  if (!ruleSet) return refused('rules-unknown');
  const isOwn = ruleSet === own;
  return done({ ruleSet, plan: isOwn ? plan : null, others: othersThan(ruleSet) });
}

/** Citations of a text against the register; nothing of it is stored. Refusals: access (plan.see). */
export async function checkCitations(
  act: Act,
  { committee, text }: { committee: CommitteeId; text: string },
): Promise<Outcome<readonly Citation[], AccessRefusal>> {
  const viewer = await authorise(act, committee, 'plan.see');
  return viewer.ok ? done(citationsIn(text, register)) : viewer;
}

/** By "key.version", as buttons carry it; null: there is none. */
export function ruleSetNamed(name: string): RuleSet | null {
  return ruleSets.find(({ key, version }) => `${key}.${version}` === name) ?? null;
}

function othersThan(ruleSet: RuleSet): readonly RuleSet[] {
  const isNear = (other: RuleSet) => (other.profile === ruleSet.profile ? 0 : 1);
  return ruleSets
    .filter(({ key, version }) => key !== ruleSet.key || version !== ruleSet.version)
    .sort((a, b) => isNear(a) - isNear(b) || b.validFrom.localeCompare(a.validFrom));
}
