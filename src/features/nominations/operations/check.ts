/** What the rules say of a person for a position, with the acting person's eyes: a closed case counts for nothing. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId, PositionId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import type { Viewer } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { checkNomination } from '../../eligibility/rules/evaluator.ts';
import type { RuleSet, Verdict } from '../../eligibility/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { entriesOf } from '../../plans/operations/look.ts';
import type { Plan, Position } from '../../plans/types.ts';
import * as store from '../store.ts';
import { authoriseProposing, type ProposingAccess } from './may-propose.ts';

export interface Check {
  readonly verdicts: readonly Verdict[];
  readonly ruleSet: RuleSet;
  readonly plan: Plan;
  readonly position: Position;
  readonly person: Person;
}

/** While somebody chooses in a form. Refusals: access, plan-unknown, position-unknown, person-unknown. */
export async function previewCheck(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId; position: PositionId; person: PersonId },
): Promise<Outcome<Check, ProposingAccess | 'position-unknown' | 'person-unknown'>> {
  const proposing = await authoriseProposing(act, at.committee, at.plan);
  if (!proposing.ok) return proposing;
  const { viewer, plan } = proposing.value;
  const position = plan.positions.find(({ id }) => id === at.position);
  if (!position) return refused('position-unknown', {}, 'position');
  const [person] = await peopleByIds(act, at.committee, [at.person]);
  if (!person) return refused('person-unknown', {}, 'person');
  return done(await check(act, viewer, { plan, position, person }));
}

/**
 * Two or three statements, whatever the size of the plan. Counted are the people on the list and those who stand in the plan;
 * suggestions wait for screening and count for nothing yet.
 */
export async function check(
  act: Act,
  viewer: Viewer,
  at: { plan: Plan; position: Position; person: Person },
): Promise<Check> {
  const { plan, position, person } = at;
  const entries = await entriesOf(act, viewer, [plan.id]);
  const listed = await store.listNominations(act.store, viewer, { plans: [plan.id], states: ['listed'] });
  const standing = [
    ...entries.map((entry) => ({ person: entry.person, position: entry.position, level: entry.level })),
    ...listed.map((one) => ({ person: one.person, position: one.position, level: one.positionLevel })),
  ];
  const others = standing.filter((one) => one.position === position.id && one.person !== person.id);
  const elsewhere = new Map(
    standing
      .filter((one) => one.person === person.id && one.position !== position.id)
      .map((one) => [one.position, one.level]),
  );
  const ownEntry = entries.find((entry) => entry.person === person.id && entry.position === position.id);
  const ruleSet = ruleSetOfPlan(plan);
  const verdicts = checkNomination(
    {
      on: dateIn(act.zone, act.now),
      person,
      position,
      term: { start: plan.termFrom, congress: plan.congress },
      othersInPosition: new Set(others.map((one) => one.person)).size,
      otherPositionLevels: [...elsewhere.values()],
      plannedSince: ownEntry?.enteredOn ?? null,
      isBeingAppointed: null,
      isCommitteeMember: await isMemberWhereItMatters(act, viewer, ruleSet, person),
      ratioPercent: null,
    },
    ruleSet,
  );
  return { verdicts, ruleSet, plan, position, person };
}

/** A NomCom's members may not be its nominees; elsewhere nobody asks. */
async function isMemberWhereItMatters(
  act: Act,
  viewer: Viewer,
  ruleSet: RuleSet,
  person: Person,
): Promise<boolean | null> {
  if (ruleSet.parameters.membersMayBeNominees.value) return null;
  const members = await membersOf(act, viewer.committee);
  return members.some((member) => member.person === person.id);
}
