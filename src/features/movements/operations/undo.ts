/** Undo within the minute of a first decision: the movements stand in the plan as before, and nobody is told. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { chainIds } from '../store/chains.ts';
import { changeState, listMovements } from '../store/movements.ts';
import { decisionsOf, replaceDecision } from '../store/said.ts';
import type { MovementId } from '../types.ts';
import { watchEnd } from './end.ts';
import { type EnterRefusal, enter } from './enter.ts';
import { takeBack } from './tell.ts';

/**
 * Of this movement and of those of its chain that were decided in the same act. Refusals: access,
 * movement-changed-meanwhile (a second click, a corrected decision, an extension since), movement-too-late.
 */
export async function undoDecision(
  act: Act,
  input: { readonly id: MovementId; readonly batch: string },
): Promise<Outcome<void, EnterRefusal | 'movement-changed-meanwhile' | 'movement-too-late'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const entered = await enter(here, input.id, 'movement.manage');
    if (!entered.ok) return entered;
    const { viewer, committee } = entered.value;
    const ids = (await chainIds(tx, viewer, input.id)) as readonly MovementId[];
    const decisions = await decisionsOf(tx, ids);
    const at = decisions.get(input.id)?.at(-1)?.recordedAt;
    if (!at) return refused('movement-changed-meanwhile');
    const chain = await listMovements(tx, viewer, { ids });
    const together = chain.filter(({ id }) => decisions.get(id)?.at(-1)?.recordedAt.getTime() === at.getTime());
    for (const movement of together) {
      const all = decisions.get(movement.id) ?? [];
      const isCorrected = all.some(({ replaceReason }) => replaceReason !== null);
      const isDecided = ['approved', 'refused', 'sent-back'].includes(movement.state);
      if (!isDecided || isCorrected || movement.legs.length > 1) return refused('movement-changed-meanwhile');
      await replaceDecision(tx, movement.id, { at: act.now, reason: null });
      if (!(await changeState(tx, movement, { state: 'planned', holds: true }))) {
        return refused('movement-changed-meanwhile');
      }
      await watchEnd(here, committee, { ...movement, state: 'planned' });
      await record(tx, act, {
        ...{ kind: 'movements.decision-undone', committee: movement.committee, nominee: movement.person },
        ...{ subject: { kind: 'movement', id: movement.id }, facts: {} },
      });
    }
    return (await takeBack(here, input.batch, at)) ? done() : refused('movement-too-late');
  });
}
