/** Buttons of those who have newly come to qualify. The first stands beside the pool and the watch of a plan. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofPlan = z.object({ committee: z.string(), plan: z.string() });

export const newcomersButton = defineButton('newcomers.see', ofPlan);
export const pageButton = defineButton('newcomers.page', ofPlan.extend({ page: z.string() }));
/** `until`: the newest that the reader had before their eyes. */
export const noteButton = defineButton('newcomers.note', ofPlan.extend({ until: z.string() }));
