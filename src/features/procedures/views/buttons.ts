/** The buttons of a procedure: of a plan, or of one step. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofPlan = z.object({ committee: z.string(), plan: z.string() });
const ofStep = z.object({ procedure: z.string(), step: z.string() });

export const chooseButton = defineButton('procedures.choose', ofPlan);
export const standingsButton = defineButton(
  'procedures.standings',
  z.object({ committee: z.string(), plan: z.string(), page: z.string() }),
);
export const voteButton = defineButton('procedures.vote', ofStep);
export const ownRuleButton = defineButton('procedures.own-rule', ofStep);
export const enterButton = defineButton('procedures.enter', ofStep);
