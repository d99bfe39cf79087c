/** Reading movements: the plan of a year, one with everything said of it, and what a member proposed. */

import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { writeCsv } from '../../../documents/csv.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { deadlineOf } from '../../deadlines/operations/set.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import type { Profile } from '../../eligibility/types.ts';
import { participantsByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { checkMove } from '../rules/checks.ts';
import * as store from '../store/movements.ts';
import { decisionsOf, opinionsOf } from '../store/said.ts';
import {
  type Decision,
  type MoveCheck,
  type Movement,
  type MovementId,
  type Opinion,
  opinionsSubject,
} from '../types.ts';
import { type Chain, chainOf } from './chain.ts';
import { type EnterRefusal, enter } from './enter.ts';

export type Names = ReadonlyMap<PersonId, string>;

export interface YearPlan {
  readonly committee: CommitteeId;
  readonly year: number;
  readonly years: readonly number[];
  readonly movements: readonly Movement[];
  readonly names: Names;
  readonly mayManage: boolean;
  /** Only what the reader proposed. */
  readonly isOwnOnly: boolean;
  readonly today: string;
}

/** Null year: the present one. Whoever may not see the plan reads what they proposed. Refusals: access (movement.suggest). */
export async function browseYear(
  act: Act,
  input: { readonly committee: CommitteeId; readonly year: number | null },
): Promise<Outcome<YearPlan, AccessRefusal>> {
  const viewer = await authorise(act, input.committee, 'movement.suggest');
  if (!viewer.ok) return viewer;
  const today = dateIn(act.zone, act.now);
  const year = input.year ?? Number(today.slice(0, 4));
  const isOwnOnly = !may(viewer.value, 'movement.see');
  const own = isOwnOnly && act.person ? { proposedBy: act.person } : {};
  const movements =
    isOwnOnly && !act.person ? [] : await store.listMovements(act.store, viewer.value, { year, ...own });
  const years = isOwnOnly ? [] : await store.yearsOf(act.store, viewer.value);
  const names = await namesOf(
    act,
    input.committee,
    movements.map(({ person }) => person),
  );
  const mayManage = may(viewer.value, 'movement.manage');
  return done({ committee: input.committee, year, years, movements, names, mayManage, isOwnOnly, today });
}

export interface MovementSeen {
  readonly movement: Movement;
  readonly person: Person | null;
  readonly names: Names;
  readonly checks: readonly MoveCheck[];
  readonly opinions: readonly Opinion[];
  readonly opinionsUntil: Date | null;
  readonly decisions: readonly Decision[];
  readonly chain: Chain;
  readonly profile: Profile;
  readonly mayManage: boolean;
  readonly today: string;
}

/** Everything said of one. Refusals: access (movement.see), movement-unknown. */
export async function seeMovement(act: Act, id: MovementId): Promise<Outcome<MovementSeen, EnterRefusal>> {
  const entered = await enter(act, id, 'movement.see');
  if (!entered.ok) return entered;
  const { viewer, committee, movement } = entered.value;
  const chain = await chainOf(act, viewer, movement);
  const opinions = (await opinionsOf(act.store, [id])).get(id) ?? [];
  const decisions = (await decisionsOf(act.store, [id])).get(id) ?? [];
  const people = await participantsByIds(act, committee.id, [
    movement.person,
    ...chain.links.map(({ person }) => person),
    ...chain.vacancies.flatMap(({ planned }) => planned),
    ...[movement.proposedBy, ...opinions.map(({ recordedBy }) => recordedBy)].filter((one) => one !== null),
  ]);
  const person = people.find((one) => one.id === movement.person) ?? null;
  const deadline = await deadlineOf(act, { kind: opinionsSubject, id });
  return done({
    ...{ movement, person, opinions, decisions, chain, profile: committee.profile },
    names: new Map(people.map((one) => [one.id, one.fullName])),
    checks: checkMove(ruleSetInForce(act, committee.profile), {
      ...movement,
      endsOn: movement.legs.at(-1)?.endsOn ?? movement.endsOn,
      person: { birthMonth: person?.birthMonth ?? null, sex: person?.sex ?? null },
    }),
    opinionsUntil: deadline && deadline.state !== 'cancelled' ? deadline.dueAt : null,
    mayManage: may(viewer, 'movement.manage'),
    today: dateIn(act.zone, act.now),
  });
}

/** For another feature: the movements of these people that the viewer may see, by first day. The caller has let them in. */
export async function movementsOf(act: Act, viewer: Viewer, people: readonly PersonId[]): Promise<readonly Movement[]> {
  if (people.length === 0 || !may(viewer, 'movement.see')) return [];
  return store.listMovements(act.store, viewer, { people });
}

/** What a member proposed, as it stands. Refusals: access (movement.suggest), movement-unknown. */
export async function seeOwnProposal(
  act: Act,
  id: MovementId,
): Promise<Outcome<{ readonly movement: Movement; readonly names: Names }, EnterRefusal>> {
  const entered = await enter(act, id, 'movement.suggest');
  if (!entered.ok) return entered;
  const { movement } = entered.value;
  const isTheirs = movement.proposedBy === act.person || may(entered.value.viewer, 'movement.see');
  if (!isTheirs) return { ok: false, reason: 'movement-unknown', facts: {} };
  return done({ movement, names: await namesOf(act, movement.committee, [movement.person]) });
}

/** The plan of a year out as CSV, logged. `rows` words them. Refusals: access (movement.see). */
export async function exportYear(
  act: Act,
  input: { readonly committee: CommitteeId; readonly year: number },
  rows: (plan: YearPlan) => readonly (readonly string[])[],
): Promise<Outcome<{ readonly csv: string; readonly plan: YearPlan }, AccessRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'movement.see');
    if (!viewer.ok) return viewer;
    const plan = await browseYear(here, input);
    if (!plan.ok) return plan;
    await record(tx, act, {
      ...{ kind: 'movements.exported', committee: input.committee },
      subject: { kind: 'committee', id: input.committee },
      nominees: plan.value.movements.map(({ person }) => person),
      facts: { year: input.year, count: plan.value.movements.length },
    });
    return done({ csv: writeCsv(rows(plan.value)), plan: plan.value });
  });
}

/** Names of people in movements that the reader may see; the caller has read those through a viewer. */
export async function namesOf(act: Act, committee: CommitteeId, ids: readonly PersonId[]): Promise<Names> {
  const people = await participantsByIds(act, committee, [...new Set(ids)]);
  return new Map(people.map((person) => [person.id, person.fullName]));
}
