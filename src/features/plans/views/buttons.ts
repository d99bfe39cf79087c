/** Buttons of a plan. Those that put names forward and show candidates are handled by features/nominations. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofCommittee = z.object({ committee: z.string() });
const ofPlan = z.object({ committee: z.string(), plan: z.string() });

export const plansButton = defineButton('plans.list', ofCommittee);
export const planButton = defineButton('plans.open', ofPlan);
export const newPlanButton = defineButton('plans.new', ofCommittee);
export const positionsButton = defineButton('plans.positions', ofPlan);
export const classifyButton = defineButton('plans.classify', ofPlan);
export const namesButton = defineButton('plans.names', ofPlan);
export const entriesButton = defineButton(
  'plans.entries',
  z.object({ committee: z.string(), plan: z.string(), page: z.string() }),
);
/** How near those who stand in the plan are. */
export const readinessButton = defineButton('plans.readiness', ofPlan);
/** What it does is in features/imports. */
export const importEntriesButton = defineButton('plans.import', ofPlan);
/** What it does is in features/procedures. */
export const procedureButton = defineButton('procedures.see', ofPlan);
/** What it does is in features/removals. */
export const appointButton = defineButton(
  'removals.appoint',
  z.object({ committee: z.string(), plan: z.string(), entry: z.string() }),
);
/** What it does is in features/development. */
export const developmentButton = defineButton('development.plan', ofPlan);
/** What it does is in features/removals. */
export const watchButton = defineButton('removals.watch', ofPlan);
/** What these two do is in features/nominations. */
export const proposeButton = defineButton('nominations.propose', ofPlan);
export const candidatesButton = defineButton(
  'nominations.list',
  z.object({ committee: z.string(), plan: z.string(), page: z.string() }),
);
/** What it does is in features/pools. */
export const poolButton = defineButton('pools.open', ofPlan);
/** What it does is in features/yearly-reviews. */
export const yearlyReviewButton = defineButton('yearly-reviews.start', ofPlan);
/** What it does is in features/submissions. */
export const submissionsButton = defineButton('submissions.menu', ofCommittee);
/** What the plan and its list come to in shares, ages and positions; answered in features/nominations too. */
export const structureButton = defineButton('nominations.structure', ofPlan);
/** Papers of the nominees; what it does is in features/dossiers. */
export const dossiersButton = defineButton('dossiers.open', ofPlan);
/** The plan on an earlier day, and what changed since; answered in features/nominations too. */
export const anotherDayButton = defineButton('nominations.another-day', ofPlan);
/** The lists that are handed in, in their forms; answered in features/nominations too. */
export const sheetsButton = defineButton('nominations.sheets', ofPlan);
