/** Buttons of the rule book. `plan` empty: the rules in force for the committee; `set` empty: those of the plan. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import { bookParts } from '../rules/book.ts';
import { planGuidanceKinds } from '../types.ts';

const at = { committee: z.string(), plan: z.string(), set: z.string() };

export const rulesButton = defineButton('guidance.rules', z.object({ ...at, part: z.enum(bookParts) }));
export const compareButton = defineButton('guidance.compare', z.object({ ...at, with: z.string() }));
export const othersButton = defineButton('guidance.others', z.object(at));
export const citationsButton = defineButton('guidance.citations', z.object({ committee: z.string() }));

const ofCommittee = z.object({ committee: z.string() });
const ofGuidance = z.object({ committee: z.string(), guidance: z.string() });
export const guidanceButton = defineButton('guidance.list', ofCommittee);
export const newGuidanceButton = defineButton('guidance.new', ofCommittee);
export const correctGuidanceButton = defineButton('guidance.correct', ofGuidance);
const ofPlan = z.object({ committee: z.string(), plan: z.string() });
const wanted = ofPlan.extend({ guidance: z.string(), kind: z.enum(planGuidanceKinds) });
export const planGuidanceButton = defineButton('guidance.on-plan', ofPlan);
/** What it would change; `page` of the people whom it concerns. */
export const previewButton = defineButton('guidance.preview', wanted.extend({ page: z.string() }));
export const confirmButton = defineButton('guidance.confirm', wanted);
export const takeBackButton = defineButton('guidance.take-back', ofGuidance);
