/** Buttons of development. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import { listKinds } from '../types.ts';

export { developmentButton } from '../../plans/views/buttons.ts';

const ofEntry = z.object({ committee: z.string(), entry: z.string() });
const ofMeasure = ofEntry.extend({ measure: z.string() });

export const pageButton = defineButton(
  'development.page',
  z.object({ committee: z.string(), plan: z.string(), page: z.string() }),
);
export const personButton = defineButton('development.person', ofEntry);
export const addButton = defineButton('development.add', ofEntry);
export const changeButton = defineButton('development.change', ofMeasure);
export const settleButton = defineButton('development.settle', ofMeasure);
/** From the duties, which know the measure alone. */
export const dutyButton = defineButton(
  'development.settle-duty',
  z.object({ committee: z.string(), measure: z.string() }),
);
export const experienceButton = defineButton('development.experience', ofEntry);
/** What was learnt in a finished movement. */
export const fromMovementButton = defineButton('development.from-movement', ofEntry.extend({ movement: z.string() }));
export const takeBackButton = defineButton('development.take-back', ofEntry.extend({ experience: z.string() }));
const ofPlan = z.object({ committee: z.string(), plan: z.string() });
export const lackingButton = defineButton('development.lacking', ofPlan);
export const lackingPageButton = defineButton(
  'development.lacking-page',
  ofPlan.extend({ kind: z.string(), page: z.string() }),
);
/** Opens the proposal of a movement for somebody who lacks it. */
export const moveButton = defineButton('development.move', ofPlan.extend({ kind: z.string(), person: z.string() }));
export const listsButton = defineButton('development.lists', ofPlan);
export const takeListButton = defineButton(
  'development.take-list',
  ofPlan.extend({ list: z.enum(listKinds), how: z.enum(['xlsx', 'csv']) }),
);
/** What it does is in features/imports. */
export const takeOverButton = defineButton('development.take-over', ofPlan.extend({ list: z.enum(listKinds) }));
export const undoListButton = defineButton(
  'development.undo-list',
  z.object({ committee: z.string(), intake: z.string() }),
);
