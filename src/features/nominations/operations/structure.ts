/** The structure of a plan with its list, as the acting person may count it. */
import type { Act } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, monthOf } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { type Structure, structureOf } from '../../eligibility/rules/structure.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { entriesOf, planOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import * as store from '../store/nominations.ts';
import type { At } from './look.ts';

export interface StructureSeen {
  readonly plan: Plan;
  readonly ruleSet: RuleSet;
  readonly structure: Structure;
}

/** Somebody who is about to be put forward: what the structure would be with them. */
export interface Also {
  readonly person: Person;
  readonly position: string;
}

/** Refusals: access (candidates.see), plan-unknown. */
export async function seeStructure(
  act: Act,
  at: At,
  also: Also | null = null,
): Promise<Outcome<StructureSeen, AccessRefusal | 'plan-unknown'>> {
  const viewer = await authorise(act, at.committee, 'candidates.see');
  if (!viewer.ok) return viewer;
  const plan = await planOf(act, viewer.value, at.plan);
  return plan ? done(await structureSeenBy(act, viewer.value, plan, also)) : refused('plan-unknown');
}

/** Those who stand in the plan and those on its list; cases that are closed to the viewer are in no number. */
async function structureSeenBy(act: Act, viewer: Viewer, plan: Plan, also: Also | null): Promise<StructureSeen> {
  const entries = await entriesOf(act, viewer, [plan.id]);
  const listed = await store.listNominations(act.store, viewer, { plans: [plan.id], states: ['listed'] });
  const standing: { person: PersonId; position: string; readiness?: string | null }[] = [
    ...entries.map(({ person, position, readiness }) => ({ person, position, readiness })),
    ...listed.map(({ person, position }) => ({ person, position })),
  ];
  if (also) standing.push({ person: also.person.id, position: also.position });
  const people = await peopleByIds(act, plan.committee, [...new Set(standing.map(({ person }) => person))]);
  const known = new Map(people.map((person) => [person.id, person]));
  const planned = standing.flatMap((one) => {
    const found = known.get(one.person);
    return found ? [{ ...one, birthMonth: found.birthMonth, sex: found.sex }] : [];
  });
  const ruleSet = ruleSetOfPlan(plan);
  const on = monthOf(dateIn(act.zone, act.now));
  return { plan, ruleSet, structure: structureOf(planned, plan.positions, ruleSet, on) };
}
