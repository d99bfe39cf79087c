/** Buttons of a pool. The one that opens it stands on the plan's card. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

export { poolButton } from '../../plans/views/buttons.ts';

const ofPlan = z.object({ committee: z.string(), plan: z.string() });
const ofPool = ofPlan.extend({ pool: z.string() });

export const computeButton = defineButton('pools.compute', ofPlan);
export const pageButton = defineButton('pools.page', ofPool.extend({ page: z.string() }));
/** `which`: those in the pool, those of whom something is not known, those left out. */
export const positionButton = defineButton(
  'pools.position',
  ofPool.extend({ position: z.string(), which: z.string(), page: z.string() }),
);
export const discussButton = defineButton('pools.discuss', ofPool.extend({ position: z.string(), person: z.string() }));
export const confirmButton = defineButton('pools.confirm', ofPool);
