/**
 * What the rules say of a person for a position. They count everybody; what is shown, and what refuses, is counted again
 * with the acting person's eyes, so that no number tells of a case that is closed to them.
 */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, NominationId, PersonId, PlanId, PositionId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { clockworkViewer } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { asCountedBy, withCounted } from '../../eligibility/rules/as-counted-by.ts';
import { checkNomination } from '../../eligibility/rules/evaluator.ts';
import type { RuleSet, Verdict } from '../../eligibility/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { entriesOf } from '../../plans/operations/look.ts';
import type { Plan, Position } from '../../plans/types.ts';
import { type ConfirmedPool, confirmedPoolOf } from '../../pools/operations/confirmed.ts';
import * as store from '../store/nominations.ts';
import type { Nomination } from '../types.ts';
import { authoriseProposing, type ProposingAccess } from './may-propose.ts';

export interface Check {
  /** As the acting person may know them. */
  readonly verdicts: readonly Verdict[];
  readonly ruleSet: RuleSet;
  readonly plan: Plan;
  readonly position: Position;
  readonly person: Person;
}

export interface Checked {
  readonly check: Check;
  /** Counted with all eyes, and saying whom they counted: to be kept, never shown. */
  readonly toKeep: readonly Verdict[];
}

/**
 * While somebody chooses in a form. Null for somebody without a role in the committee: what the register says of people is
 * not theirs to know, nor what follows from it. Refusals: access, plan-unknown, position-unknown, person-unknown.
 */
export async function previewCheck(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId; position: PositionId; person: PersonId },
): Promise<Outcome<Check | null, ProposingAccess | 'position-unknown' | 'person-unknown'>> {
  const proposing = await authoriseProposing(act, at.committee, at.plan);
  if (!proposing.ok) return proposing;
  const { viewer, plan } = proposing.value;
  if (viewer.roles.length === 0) return done(null);
  const position = plan.positions.find(({ id }) => id === at.position);
  if (!position) return refused('position-unknown', {}, 'position');
  const [person] = await peopleByIds(act, at.committee, [at.person]);
  if (!person) return refused('person-unknown', {}, 'person');
  return done((await check(act, viewer, { plan, position, person })).check);
}

/** Who stands in a plan and on its list now: what checks count. Suggestions wait for screening and count for nothing yet. */
export interface Standing {
  readonly entries: Awaited<ReturnType<typeof entriesOf>>;
  readonly listed: readonly Nomination[];
  /** Null where membership does not matter. */
  readonly members: ReadonlySet<PersonId> | null;
  /** Null where none was confirmed, or names need come from nowhere. */
  readonly pool: ConfirmedPool | null;
}

/** A number of statements that does not grow, whatever the size of the plan; everybody is counted. */
export async function standingIn(act: Act, plan: Plan): Promise<Standing> {
  const all = clockworkViewer({ ...act, member: null, person: null }, plan.committee);
  const { membersMayBeNominees, pool } = ruleSetOfPlan(plan).parameters;
  const isAsked = !membersMayBeNominees.value;
  return {
    entries: await entriesOf(act, all, [plan.id]),
    listed: await store.listNominations(act.store, all, { plans: [plan.id], states: ['listed'] }),
    // A NomCom's members may not be its nominees; elsewhere nobody asks.
    members: isAsked ? new Set((await membersOf(act, plan.committee)).map(({ person }) => person)) : null,
    pool: pool.value === null ? null : await confirmedPoolOf(act, all, plan.id),
  };
}

interface Placed {
  readonly plan: Plan;
  readonly position: Position;
  readonly person: Person;
}

/** `corrected`: a nomination that stands elsewhere by mistake, and so does not count there. */
export async function check(act: Act, viewer: Viewer, at: Placed, corrected?: NominationId): Promise<Checked> {
  const all = await standingIn(act, at.plan);
  const standing = { ...all, listed: all.listed.filter(({ id }) => id !== corrected) };
  return checkAmong(standing, at, { on: dateIn(act.zone, act.now), hidden: viewer.hiddenNominees });
}

/** `hidden`: whose cases are closed to whoever reads the verdicts. */
export function checkAmong(
  { entries, listed, members, pool }: Standing,
  { plan, position, person }: Placed,
  { on, hidden }: { readonly on: PlainDate; readonly hidden: readonly PersonId[] },
): Checked {
  const standing = [
    ...entries.map((entry) => ({ person: entry.person, position: entry.position, level: entry.level })),
    ...listed.map((one) => ({ person: one.person, position: one.position, level: one.positionLevel })),
  ];
  const others = standing.filter((one) => one.position === position.id && one.person !== person.id);
  // Whoever asks about themselves learns nothing of where else they stand.
  const own = hidden.includes(person.id) ? [] : standing.filter((one) => one.person === person.id);
  const elsewhere = new Map(own.filter((one) => one.position !== position.id).map((one) => [one.position, one.level]));
  const isOwn = own.some((one) => one.position === position.id);
  const ownEntry = isOwn ? entries.find((one) => one.person === person.id && one.position === position.id) : null;
  const ruleSet = ruleSetOfPlan(plan);
  const counted = [...new Set(others.map((one) => one.person))];
  const toKeep = checkNomination(
    {
      on,
      person,
      position,
      term: { start: plan.termFrom, congress: plan.congress },
      othersInPosition: counted.length,
      otherPositionLevels: [...elsewhere.values()],
      plannedSince: ownEntry?.enteredOn ?? null,
      isBeingAppointed: null,
      // Whoever stands in the plan is no new name.
      pool: ownEntry || !pool ? null : { ...pool, isIn: pool.has(position.id, person.id) },
      isCommitteeMember: members?.has(person.id) ?? null,
      ratioPercent: null,
    },
    ruleSet,
  ).map((verdict) => withCounted(verdict, counted));
  const verdicts = toKeep.flatMap((verdict) => asCountedBy(verdict, hidden) ?? []);
  return { check: { verdicts, ruleSet, plan, position, person }, toKeep };
}
