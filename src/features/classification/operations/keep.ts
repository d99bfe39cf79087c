/** How secret something is: decided beside its own data, by the operation that holds it. */
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isAbove, reasonMax } from '../rules/levels.ts';
import * as store from '../store.ts';
import type { Bearer, Level } from '../types.ts';

export interface LevelSaid {
  readonly from: Level;
  readonly level: Level;
  readonly reason: string;
  /** Who decided that it is lower, with number and date. */
  readonly decision: string | null;
}

export type LevelRefusal =
  | 'classification-reason-missing'
  | 'classification-reason-too-long'
  | 'classification-same'
  | 'classification-decision-missing'
  | 'classification-above-accepted';

/**
 * Keeps what was said beside those said before. Inside the caller's transaction, which holds what bears it. Refusals: as
 * named; lower only by a decision that somebody took on paper, never above what the workspace accepts (planning 8.3, no.
 * 37).
 */
export async function keepLevel(
  act: Act,
  bearer: Bearer,
  said: LevelSaid,
): Promise<Outcome<Pick<LevelSaid, 'level' | 'reason' | 'decision'>, LevelRefusal>> {
  const { level, from } = said;
  const reason = said.reason.trim().normalize('NFC');
  const decision = said.decision?.trim().normalize('NFC') || null;
  if (reason === '') return refused('classification-reason-missing', {}, 'reason');
  if (reason.length > reasonMax) return refused('classification-reason-too-long', { max: reasonMax }, 'reason');
  if ((decision?.length ?? 0) > reasonMax) {
    return refused('classification-reason-too-long', { max: reasonMax }, 'decision');
  }
  if (level === from) return refused('classification-same', { level }, 'level');
  if (isAbove(from, level) && decision === null) return refused('classification-decision-missing', {}, 'decision');
  // An admin who lowers what is accepted waits, or is seen.
  await store.holdLevels(act.store, act.workspace);
  const accepted = await store.findAccepted(act.store, act.workspace);
  if (isAbove(level, accepted.level)) {
    return refused('classification-above-accepted', { marking: level, acceptedLevel: accepted.level }, 'level');
  }
  await store.insertLevel(act.store, act.workspace, bearer, {
    ...{ level, reason, decision, by: act.person, at: act.now },
  });
  return done({ level, reason, decision });
}
