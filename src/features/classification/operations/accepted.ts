/** What a workspace accepts: read by everybody in it, set by a workspace admin with a reason. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isAbove, reasonMax } from '../rules/levels.ts';
import * as store from '../store.ts';
import { type Accepted, type Level, levels } from '../types.ts';

export async function seeAccepted(act: Act): Promise<Accepted> {
  return store.findAccepted(act.store, act.workspace);
}

/**
 * Holds for what is handed in from now on. `version`: of what the admin saw. Refusals: classification-not-admin,
 * classification-reason-missing, classification-reason-too-long, classification-same, classification-changed (somebody
 * else has set it meanwhile), classification-plans-above {count} (open plans or conferences are classified higher).
 */
export async function setAccepted(
  act: Act,
  input: { readonly level: Level; readonly reason: string; readonly version: number },
): Promise<
  Outcome<
    Accepted,
    | 'classification-not-admin'
    | 'classification-reason-missing'
    | 'classification-reason-too-long'
    | 'classification-same'
    | 'classification-changed'
    | 'classification-plans-above'
  >
> {
  const reason = input.reason.trim().normalize('NFC');
  if (!act.isWorkspaceAdmin) return refused('classification-not-admin');
  if (reason === '') return refused('classification-reason-missing', {}, 'reason');
  if (reason.length > reasonMax) return refused('classification-reason-too-long', { max: reasonMax }, 'reason');
  return inTransaction(act, async (tx) => {
    await store.holdLevels(tx, act.workspace);
    const before = await store.findAccepted(tx, act.workspace);
    if (before.version !== input.version) return refused('classification-changed', { level: before.level });
    if (before.level === input.level) return refused('classification-same', { level: before.level }, 'level');
    const { level, version: after } = input;
    const above = levels.filter((one) => isAbove(one, level));
    const count = await store.countAbove(tx, act.workspace, above);
    if (count > 0) return refused('classification-plans-above', { count, marking: level }, 'level');
    const isFirst = await store.insertAccepted(tx, act.workspace, {
      level,
      reason,
      after,
      by: act.person,
      at: act.now,
    });
    if (!isFirst) return refused('classification-changed', { level: before.level });
    await record(tx, act, {
      kind: 'classification.accepted-set',
      subject: { kind: 'workspace', id: act.workspace },
      facts: { from: before.level, to: level, reason: hashOf(reason) },
    });
    return done({ level, version: after + 1, since: act.now, reason });
  });
}
