/** Buttons on what has come to its end. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofCommittee = z.object({ committee: z.string() });
export const ofProposal = ofCommittee.extend({ proposal: z.string() });

export const dueButton = defineButton('retention.due', ofCommittee.extend({ page: z.string() }));
export const lookButton = defineButton('retention.look', ofProposal);
export const eraseButton = defineButton('retention.erase', ofProposal);
export const postponeButton = defineButton('retention.postpone', ofProposal);
export const endButton = defineButton('retention.end-postponement', ofProposal);
export const whyButton = defineButton('retention.why', ofCommittee);
