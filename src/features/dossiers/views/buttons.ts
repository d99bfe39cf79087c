/** Buttons of dossiers: ids only. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofPlan = z.object({ committee: z.string(), plan: z.string() });
const ofPerson = ofPlan.extend({ person: z.string() });

/** `show`: 'lacking' or 'all'. */
export const pageButton = defineButton('dossiers.page', ofPlan.extend({ show: z.string(), page: z.string() }));
export const personButton = defineButton('dossiers.person', ofPerson);
/** `person`: "" for many at once. `kind`: "" where it is chosen in the form. */
export const tickButton = defineButton('dossiers.tick', ofPerson.extend({ kind: z.string() }));
export const takeBackButton = defineButton('dossiers.take-back', ofPerson.extend({ kind: z.string() }));
export const askButton = defineButton('dossiers.ask', ofPlan);
export const undoButton = defineButton('dossiers.undo', ofPlan.extend({ batch: z.string() }));
