/** How far a plan's procedure is, and where everybody stands in it, as far as the reader may see. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { eyesOf } from '../../ballots/operations/eyes.ts';
import { everyRoundOf, roundsSeenOf, type SeenRound } from '../../ballots/operations/of-procedure.ts';
import { voteRuleByKey } from '../../ballots/rules/vote-rules-for.ts';
import type { VoteRule } from '../../ballots/types/vote-rule.ts';
import { conferencesById } from '../../conferences/operations/sitting.ts';
import type { Revision } from '../../conferences/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { planOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import { listsOf } from '../../reviews/operations/lists.ts';
import type { NomineeList } from '../../reviews/types/nouns.ts';
import { withOwnParts } from '../rules/own-rule.ts';
import { procedures, statesOf, whereTheyStand } from '../rules/procedure.ts';
import { recordsOf } from '../rules/records.ts';
import * as store from '../store.ts';
import {
  type EnteredStep,
  type PlanProcedure,
  type ProcedureId,
  readStandKey,
  type StepReturn,
} from '../types/current.ts';
import type { CandidateStanding, Procedure, ProcedureStep, StepRecord, StepState } from '../types/procedure.ts';

export interface StepSeen {
  readonly step: ProcedureStep;
  readonly state: StepState;
  readonly rule: VoteRule | null;
  readonly rounds: readonly SeenRound[];
  /** As it came on paper; of a step whose rule has nothing announced only those who run it see it. */
  readonly entered: EnteredStep | null;
}

export interface StandingSeen extends CandidateStanding {
  /** Null: written in, or erased. */
  readonly name: string | null;
  readonly position: string | null;
  readonly sees: 'numbers' | 'outcome';
}

export interface ProcedureSeen {
  readonly plan: Plan;
  /** Null: none was chosen yet. */
  readonly current: PlanProcedure | null;
  /** What may be chosen by the rule set of the plan. */
  readonly offered: readonly Procedure[];
  readonly steps: readonly StepSeen[];
  readonly standings: readonly StandingSeen[];
  /** Of votes held in one: when and where, as far as the reader may know of it. */
  readonly conferences: ReadonlyMap<string, Revision>;
  readonly may: { readonly run: boolean; readonly edit: boolean };
}

/** Refusals: access (plan.see), plan-unknown. */
export async function seeProcedure(
  act: Act,
  at: { readonly committee: CommitteeId; readonly plan: PlanId },
): Promise<Outcome<ProcedureSeen, AccessRefusal | 'plan-unknown'>> {
  const viewer = await authorise(act, at.committee, 'plan.see');
  if (!viewer.ok) return viewer;
  const plan = await planOf(act, viewer.value, at.plan);
  if (!plan) return refused('plan-unknown');
  const current = await store.currentOf(act.store, viewer.value, plan.id);
  const offered = procedures.filter(
    ({ ruleSet }) => ruleSet.key === plan.ruleSet && ruleSet.version === plan.ruleSetVersion,
  );
  const allowed = { run: may(viewer.value, 'ballot.run'), edit: may(viewer.value, 'plan.edit') };
  if (!current) {
    return done({ plan, current, offered, steps: [], standings: [], conferences: new Map(), may: allowed });
  }
  const steps = await stepsSeen(act, viewer.value, current, allowed.run);
  const returns = await store.returnsOf(act.store, viewer.value, current.id);
  const standings = await standingsSeen(act, plan, current.procedure, { steps, returns });
  const held = steps.flatMap(({ rounds }) => rounds.flatMap(({ round }) => round.conference ?? []));
  const conferences = await conferencesById(act, viewer.value, [...new Set(held)]);
  return done({ plan, current, offered, steps, standings, conferences, may: allowed });
}

async function stepsSeen(act: Act, viewer: Viewer, current: PlanProcedure, mayRun: boolean) {
  const { procedure } = current;
  const records = await recordsToDecide(act, current);
  // That somebody came back is not told by a step either to whom the case is closed.
  const open = records.map((one) => ({
    ...one,
    sentBack: one.sentBack.filter(({ candidate }) => !viewer.hiddenNominees.includes(readStandKey(candidate).person)),
  }));
  const states = statesOf(procedure, open);
  const rounds = await roundsSeenOf(act, viewer, { procedure: current.id, mayRun });
  const entered = await store.outcomesOf(act.store, viewer, current.id);
  return procedure.steps.value.map((step, index): StepSeen => {
    const rule = ruleOf(current, step);
    const paper = entered.find((one) => one.step === step.key) ?? null;
    const isAnnounced = rule === null || rule.announce.value.what !== 'nothing';
    return {
      ...{ step, rule, state: states[index] ?? 'later' },
      rounds: rounds.filter(({ round }) => round.step?.key === step.key),
      // What was typed may name somebody whose case is closed to a member.
      entered: mayRun ? paper : paper && { ...paper, note: null, candidates: isAnnounced ? paper.candidates : [] },
    };
  });
}

async function standingsSeen(
  act: Act,
  plan: Plan,
  procedure: Procedure,
  { steps, returns }: { readonly steps: readonly StepSeen[]; readonly returns: readonly StepReturn[] },
): Promise<readonly StandingSeen[]> {
  const shown = steps.flatMap(({ rounds }) => rounds);
  const records = recordsOf(
    procedure,
    // Who stands is on every paper; what came of it is not yet everybody's.
    shown.map(({ round, sees }) => (sees === null ? { ...round, rulings: null } : round)),
    steps.flatMap(({ entered }) => entered ?? []),
    returns,
  );
  const standings = whereTheyStand(procedure, records);
  const ids = standings.map(({ candidate }) => readStandKey(candidate).person);
  const people = await peopleByIds(act, plan.committee, [...new Set(ids)].filter(isPerson));
  const names = new Map(people.map(({ id, fullName }) => [id as string, fullName]));
  return standings.map((one) => {
    const { person, position } = readStandKey(one.candidate);
    const isMasked = shown.some(({ round, sees }) => round.step?.key === one.step && sees === 'outcome');
    return {
      ...{ ...one, sees: isMasked ? ('outcome' as const) : ('numbers' as const) },
      name: isPerson(person) ? (names.get(person) ?? null) : person.slice(1),
      position: plan.positions.find(({ id }) => id === position)?.title ?? null,
    };
  });
}

function isPerson(key: PersonId): boolean {
  return !key.startsWith('=');
}

/** With everybody in it: for deciding, never for showing. */
export async function recordsToDecide(act: Act, current: PlanProcedure): Promise<readonly StepRecord[]> {
  const { committee, id, procedure } = current;
  const rounds = await everyRoundOf(act, { committee, procedure: id });
  const eyes = eyesOf(act, committee);
  const entered = await store.outcomesOf(act.store, eyes, id);
  return recordsOf(procedure, rounds, entered, await store.returnsOf(act.store, eyes, id));
}

/** As the rule set has it, with what the committee has set itself. */
function ruleOf({ procedure, ownParts }: PlanProcedure, { key, voteRule }: ProcedureStep): VoteRule | null {
  if (voteRule === null) return null;
  const own = ownParts.filter(({ step }) => step === key);
  return withOwnParts(voteRuleByKey(procedure.ruleSet, voteRule), own);
}

export interface FoundStep {
  readonly viewer: Viewer;
  readonly current: PlanProcedure;
  readonly plan: Plan;
  readonly step: ProcedureStep;
  readonly rule: VoteRule | null;
  /** The newest list of the plan of which the acting person sees somebody; null: none was frozen yet. */
  readonly list: NomineeList | null;
}

export type StepRefusal = AccessRefusal | 'procedure-unknown';

/** For those who run the committee's votes, or keep its plans. Refusals: access (the right), procedure-unknown. */
export async function findStep(
  act: Act,
  at: { readonly procedure: ProcedureId; readonly step: string },
  right: 'ballot.run' | 'plan.edit',
): Promise<Outcome<FoundStep, StepRefusal>> {
  const committee = await store.committeeOf(act.store, at.procedure);
  if (!committee) return refused('procedure-unknown');
  const viewer = await authorise(act, committee, right);
  if (!viewer.ok) return viewer;
  const current = await store.findProcedure(act.store, viewer.value, at.procedure);
  const plan = current ? await planOf(act, viewer.value, current.plan) : null;
  const step = current?.procedure.steps.value.find(({ key }) => key === at.step);
  if (!current || !plan || !step) return refused('procedure-unknown');
  const lists = await listsOf(act, committee);
  const list = lists.ok ? (lists.value.find((one) => one.plan === plan.id) ?? null) : null;
  return done({ viewer: viewer.value, current, plan, step, rule: ruleOf(current, step), list });
}
