/** The plan as of a day, for operations that have let the viewer in. */
import type { Act } from '../../../kernel/act.ts';
import type { PlanId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import { findKept } from '../store/kept.ts';
import type { KeptPlan } from '../types.ts';

/** Everything the plan ever held of which the viewer may know; null: no such plan in the viewer's committee. */
export async function keptPlan(act: Act, viewer: Viewer, plan: PlanId): Promise<KeptPlan | null> {
  return findKept(act.store, viewer, plan);
}
