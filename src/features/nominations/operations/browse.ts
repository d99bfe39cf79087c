/** What is shown of candidates: the list of a plan, one candidate with verdicts and history, and the list on its way out. */
import { history } from '../../../audit/history.ts';
import { record } from '../../../audit/record.ts';
import type { RecordedEvent } from '../../../audit/types.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { writeCsv } from '../../../documents/csv.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, NominationId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Right, Viewer } from '../../access/types.ts';
import { standingOfPerson } from '../../development/operations/look.ts';
import type { Measure, StandsAt } from '../../development/types.ts';
import { hindrancesOf, keptChecks, ruleSetOfPlan } from '../../eligibility/operations.ts';
import { askedData } from '../../eligibility/rules/asked.ts';
import type { AskedData, KeptCheck, ProposingRule } from '../../eligibility/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { planOf } from '../../plans/operations/look.ts';
import type { Plan, Position } from '../../plans/types.ts';
import * as store from '../store/nominations.ts';
import { inquiryOf } from '../store/own-unit.ts';
import type { Candidate, Nomination, OwnUnitInquiry, Support } from '../types.ts';
import { type Check, check } from './check.ts';
import { ownNominations } from './consent.ts';
import { supportOf } from './endorse.ts';
import { type At, candidatesOf } from './look.ts';
import { concerned } from './tell.ts';

export interface CandidateList {
  readonly plan: Plan;
  readonly listed: readonly Candidate[];
  /** Waiting for screening: all of them for those who screen, for others their own. */
  readonly suggested: readonly Candidate[];
  readonly may: { readonly enter: boolean };
  readonly rule: ProposingRule;
  /** What stands in the way of a name on the list, by its newest check. */
  readonly hindered: ReadonlyMap<NominationId, readonly KeptCheck[]>;
  /** The actor has a nomination of their own, told to them another way. */
  readonly hasOwn: boolean;
}

export async function browseCandidates(
  act: Act,
  at: At,
): Promise<Outcome<CandidateList, AccessRefusal | 'plan-unknown'>> {
  const viewer = await authorise(act, at.committee, 'candidates.see');
  if (!viewer.ok) return viewer;
  const plan = await planOf(act, viewer.value, at.plan);
  if (!plan) return refused('plan-unknown');
  const all = await candidatesOf(act, viewer.value, { plans: [plan.id], states: ['listed', 'suggested'] });
  return done({
    plan,
    listed: all.filter((candidate) => candidate.state === 'listed'),
    suggested: all.filter((candidate) => candidate.state === 'suggested'),
    may: { enter: may(viewer.value, 'candidates.enter') },
    rule: ruleSetOfPlan(plan).parameters.proposing.value,
    hindered: await hindrancesOf(
      act,
      viewer.value,
      all.map(({ nomination }) => nomination),
    ),
    hasOwn: (await ownNominations(act, at.committee)).length > 0,
  });
}

export interface Profile {
  readonly nomination: Nomination;
  readonly person: Person;
  /** What the rules say today; null when the plan or the position is no more. */
  readonly check: Check | null;
  readonly kept: readonly KeptCheck[];
  readonly revisions: readonly store.Revision[];
  /** Empty without the right to read the history. */
  readonly events: readonly RecordedEvent[];
  readonly names: ReadonlyMap<string, string>;
  readonly asked: AskedData;
  /** Of its plan. */
  readonly positions: readonly Pick<Position, 'id' | 'title'>[];
  /** Who would be told of a change: by card, and outside the chat. */
  readonly concerned: { readonly told: readonly PersonId[]; readonly toTell: readonly PersonId[] };
  /** Null: the rule set collects no supporters. */
  readonly support: Support | null;
  /** In the plans of the committee; empty without the right to see people. */
  readonly standing: { readonly stands: readonly StandsAt[]; readonly measures: readonly Measure[] };
  /** What the own unit of somebody from elsewhere was asked; null: it was not. */
  readonly inquiry: OwnUnitInquiry | null;
  readonly may: { readonly enter: boolean; readonly withdraw: boolean };
}

/** One candidate. Refusals: access, nomination-unknown (also one whose case is closed to the actor). */
export async function seeNomination(
  act: Act,
  at: { committee: CommitteeId; nomination: NominationId },
): Promise<Outcome<Profile, AccessRefusal | 'nomination-unknown'>> {
  const viewer = await authorise(act, at.committee, 'candidates.see');
  if (!viewer.ok) return viewer;
  const nomination = await store.findNomination(act.store, viewer.value, at.nomination);
  if (!nomination) return refused('nomination-unknown');
  const events = may(viewer.value, 'audit.see')
    ? await history(act.store, viewer.value, { kind: 'nomination', id: nomination.id })
    : [];
  const plan = await planOf(act, viewer.value, nomination.plan);
  if (!plan) return refused('nomination-unknown');
  const support = await supportOf(act, viewer.value, { plan, nomination });
  const told = await concerned(act, at.committee, nomination);
  const people = await peopleByIds(act, at.committee, [
    nomination.person,
    nomination.proposedBy,
    ...(nomination.recordedBy ? [nomination.recordedBy] : []),
    ...told,
    ...(support?.supporters ?? []),
    ...events.flatMap((event) => (event.person ? [event.person] : [])),
  ]);
  const person = people.find(({ id }) => id === nomination.person);
  if (!person) return refused('nomination-unknown');
  return done({
    nomination,
    person,
    asked: askedData(ruleSetOfPlan(plan)),
    positions: plan.positions,
    check: await checkNow(act, viewer.value, { plan, nomination, person }),
    kept: await keptChecks(act, viewer.value, nomination.id),
    revisions: await store.listRevisions(act.store, nomination),
    events,
    names: new Map(people.map(({ id, fullName }) => [id, fullName])),
    concerned: {
      told: told.filter((id) => people.some((one) => one.id === id && one.hasAccount)),
      toTell: told.filter((id) => people.some((one) => one.id === id && !one.hasAccount)),
    },
    support,
    standing: await standingOfPerson(act, viewer.value, person.id),
    inquiry: nomination.source === 'outside' ? await inquiryOf(act.store, nomination.id) : null,
    may: mayOf(viewer.value),
  });
}

/**
 * The list as rows of a spreadsheet and as text; that it left the chat is recorded. `layout` words it in the reader's
 * language. Refusals: access, plan-unknown.
 */
export async function exportCandidates(
  act: Act,
  at: At,
  layout: (
    candidates: readonly (Candidate & { readonly sex: Person['sex'] })[],
    asked: AskedData,
  ) => readonly (readonly string[])[],
): Promise<Outcome<{ csv: string; count: number }, AccessRefusal | 'plan-unknown'>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, at.committee, 'candidates.see');
    if (!viewer.ok) return viewer;
    const plan = await planOf(within, viewer.value, at.plan);
    if (!plan) return refused('plan-unknown');
    const listed = await candidatesOf(within, viewer.value, { plans: [plan.id], states: ['listed'] });
    const people = await peopleByIds(
      within,
      at.committee,
      listed.map((candidate) => candidate.person),
    );
    const sexes = new Map(people.map(({ id, sex }) => [id, sex]));
    await record(tx, act, {
      kind: 'nominations.exported',
      committee: at.committee,
      subject: { kind: 'plan', id: plan.id },
      nominees: listed.map((candidate) => candidate.person),
      facts: { count: listed.length },
    });
    const rows = layout(
      listed.map((candidate) => ({ ...candidate, sex: sexes.get(candidate.person) ?? null })),
      askedData(ruleSetOfPlan(plan)),
    );
    return done({ csv: writeCsv(rows, act.locale === 'vi' ? ';' : ','), count: listed.length });
  });
}

async function checkNow(
  act: Act,
  viewer: Viewer,
  { plan, nomination, person }: { plan: Plan; nomination: Nomination; person: Person },
): Promise<Check | null> {
  const position = plan.positions.find(({ id }) => id === nomination.position);
  return position ? (await check(act, viewer, { plan, position, person })).check : null;
}

function mayOf(viewer: Viewer): Profile['may'] {
  const right = (name: Right) => may(viewer, name);
  return { enter: right('candidates.enter'), withdraw: right('candidates.withdraw') };
}
