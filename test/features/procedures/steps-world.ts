/** A plan with its five steps, the first two entered: builders for the tests beside this file. */

import { client } from '../../../src/database/client.ts';
import { enterCount } from '../../../src/features/ballots/operations/count.ts';
import { openRound } from '../../../src/features/ballots/operations/open.ts';
import type { BallotRound } from '../../../src/features/ballots/types/round.ts';
import { enterOutcome, type ToEnter } from '../../../src/features/procedures/operations/enter.ts';
import { seeProcedure } from '../../../src/features/procedures/operations/look.ts';
import { startProcedure } from '../../../src/features/procedures/operations/start.ts';
import { prepareStepVote, type StepVote } from '../../../src/features/procedures/operations/vote.ts';
import { type ProcedureId, standKey } from '../../../src/features/procedures/types/current.ts';
import type { StoreHandle } from '../../../src/kernel/act.ts';
import type { PlanId } from '../../../src/kernel/ids.ts';
import { frozenList } from '../conferences/frozen-list.ts';
import { again, createScene, minute, must, type Scene, type Somebody } from '../conferences/scene.ts';

export interface Steps {
  readonly scene: Scene;
  readonly plan: PlanId;
  readonly procedure: ProcedureId;
  /** Nora and Ned, for the one position. */
  readonly nora: string;
  readonly ned: string;
}

export async function createSteps(store: StoreHandle): Promise<Steps> {
  const scene = await createScene(store, 'vn-party');
  const { plan, nora, ned } = await frozenList(scene);
  const at = { committee: scene.committee, plan };
  const procedure = must(await startProcedure(again(scene.clerk), { ...at, occasion: 'new-plan' }));
  const position = await client(store).position.findFirstOrThrow({ where: { planId: plan } });
  const keys = { nora: standKey(position.id, nora), ned: standKey(position.id, ned) };
  return { scene, plan, procedure, ...keys };
}

export function entering({ procedure }: Steps, changes: Partial<ToEnter>): ToEnter {
  return {
    ...{ procedure, step: 'prepare', heldOn: '2026-03-01', via: 'paper', reference: '12', note: '', isPassed: null },
    ...{ letThrough: [], exceptions: [], reason: '' },
    ...changes,
  };
}

export async function withTwoEntered(store: StoreHandle): Promise<Steps> {
  const steps = await createSteps(store);
  must(await enterOutcome(again(steps.scene.clerk), entering(steps, {})));
  must(await enterOutcome(again(steps.scene.clerk), entering(steps, { step: 'leadership-1', isPassed: true })));
  return steps;
}

/** In the room, counted by Ann and Bob. */
export function voting({ scene, procedure }: Steps, changes: Partial<StepVote> = {}): StepVote {
  const tellers = scene.members.map(({ person }) => person);
  return {
    ...{ procedure, step: 'key-officials', question: '', position: null, exceptions: [], reason: '' },
    form: { place: 'room', closes: { date: '2026-03-05', time: null }, tellers, conference: null },
    ...changes,
  };
}

export async function openedStep(steps: Steps, changes: Partial<StepVote> = {}): Promise<BallotRound> {
  const { round } = must(await prepareStepVote(again(steps.scene.clerk), voting(steps, changes)));
  return must(await openRound(again(steps.scene.clerk), round.id)).round;
}

/** So many of the four papers name each candidate of the paper, in its order. */
export async function counted(steps: Steps, { id, questions }: BallotRound, votes: readonly number[]): Promise<void> {
  const [question] = questions;
  const lines = (question?.candidates ?? []).map((one, index) => ({
    ...{ candidate: one.id as string, writtenIn: false, for: votes[index] ?? 0, against: null, abstained: 0 },
  }));
  const tally = { returned: 4, invalid: 0, blank: 0, abstained: 0, lines, rankings: [] };
  for (const teller of steps.scene.members) {
    const counts = { [question?.key ?? '']: { issued: 4, tally } };
    must(await enterCount(again(teller, 2 * minute), { round: id, teller: teller.person, counts }));
  }
}

export async function seen({ scene, plan }: Steps, who: Somebody = scene.clerk) {
  return must(await seeProcedure(again(who, 3 * minute), { committee: scene.committee, plan }));
}
