/** Buttons of nominations to outside bodies: ids only. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const one = z.object({ nomination: z.string() });
const ofCommittee = z.object({ committee: z.string() });

export const listButton = defineButton('external-nominations.list', ofCommittee.extend({ page: z.string() }));
export const prepareButton = defineButton('external-nominations.prepare', ofCommittee);
export const openButton = defineButton('external-nominations.open', one);
export const contactButton = defineButton('external-nominations.contact', one);
export const outcomeButton = defineButton('external-nominations.outcome', one);
export const goOnButton = defineButton('external-nominations.go-on', one);
export const reportButton = defineButton('external-nominations.report', one);
