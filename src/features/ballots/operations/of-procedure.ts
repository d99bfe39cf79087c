/** The votes of a procedure's steps: how far each is, and what of it a reader may see. */
import type { Act } from '../../../kernel/act.ts';
import type { Viewer } from '../../access/types.ts';
import { rulingSeen } from '../rules/course.ts';
import * as store from '../store/rounds.ts';
import type { BallotRound } from '../types/round.ts';
import { eyesOf } from './eyes.ts';

const asked = 200;

/** Everything, for deciding what may come next. The newest first. Never to be shown. */
export async function everyRoundOf(
  act: Act,
  of: { readonly committee: Viewer['committee']; readonly procedure: string },
): Promise<readonly BallotRound[]> {
  return store.listRounds(act.store, eyesOf(act, of.committee), { procedure: of.procedure, limit: asked });
}

export interface SeenRound {
  readonly round: BallotRound;
  /** How much of what came of it is shown to this reader; null: nothing, or not yet. */
  readonly sees: 'numbers' | 'outcome' | null;
}

/** Those that the viewer may know of. The newest first. */
export async function roundsSeenOf(
  act: Act,
  viewer: Viewer,
  of: { readonly procedure: string; readonly mayRun: boolean },
): Promise<readonly SeenRound[]> {
  const states = of.mayRun
    ? (['prepared', 'scheduled', 'open', 'closed', 'void'] as const)
    : (['open', 'closed', 'void'] as const);
  const rounds = await store.listRounds(act.store, viewer, { procedure: of.procedure, states, limit: asked });
  const reader = { person: viewer.person, mayRun: of.mayRun };
  return rounds.map((round) => ({ round, sees: rulingSeen(round, reader) }));
}
