/** Buttons of removals and of the nightly watch. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

export { appointButton, watchButton } from '../../plans/views/buttons.ts';

const ofRemoval = z.object({ committee: z.string(), removal: z.string() });

export const pageButton = defineButton(
  'removals.page',
  z.object({ committee: z.string(), plan: z.string(), page: z.string() }),
);
export const proposeButton = defineButton('removals.propose', z.object({ committee: z.string(), plan: z.string() }));
export const openButton = defineButton('removals.open', ofRemoval);
export const removeButton = defineButton('removals.remove', ofRemoval);
export const keepButton = defineButton('removals.keep', ofRemoval);
export const undoButton = defineButton('removals.undo', ofRemoval.extend({ batch: z.string() }));
