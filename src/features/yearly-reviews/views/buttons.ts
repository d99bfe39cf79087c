/** Buttons of a yearly review. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import { sheetKinds } from '../../eligibility/types.ts';

export { yearlyReviewButton } from '../../plans/views/buttons.ts';

const ofReview = z.object({ committee: z.string(), review: z.string() });

export const beginButton = defineButton('yearly-reviews.begin', z.object({ committee: z.string(), plan: z.string() }));
/** `which`: all, or those not decided on yet. */
export const pageButton = defineButton('yearly-reviews.page', ofReview.extend({ which: z.string(), page: z.string() }));
export const decideButton = defineButton('yearly-reviews.decide', ofReview.extend({ subject: z.string() }));
export const restButton = defineButton('yearly-reviews.rest', ofReview);
export const differenceButton = defineButton('yearly-reviews.difference', ofReview.extend({ page: z.string() }));
export const csvButton = defineButton('yearly-reviews.csv', ofReview);
export const textButton = defineButton('yearly-reviews.text', ofReview);
/** `sheet`: which form; empty for the first. */
export const sheetButton = defineButton(
  'yearly-reviews.sheet',
  ofReview.extend({ sheet: z.string(), page: z.string() }),
);
export const takeSheetButton = defineButton(
  'yearly-reviews.sheet-out',
  ofReview.extend({ sheet: z.enum(sheetKinds), how: z.enum(['xlsx', 'csv']) }),
);
export const confirmButton = defineButton('yearly-reviews.confirm', ofReview);
export const giveUpButton = defineButton('yearly-reviews.give-up', ofReview);
export const undoButton = defineButton('yearly-reviews.undo', ofReview.extend({ batch: z.string() }));
