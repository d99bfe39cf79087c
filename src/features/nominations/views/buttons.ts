/** Buttons on candidates; the two that a plan's card carries are defined there. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import { sheetKinds } from '../../eligibility/types.ts';
import { undoTargets } from '../types.ts';
import { sheetEndings } from './sheets.ts';

export {
  anotherDayButton,
  candidatesButton,
  proposeButton,
  sheetsButton,
  structureButton,
} from '../../plans/views/buttons.ts';

const ofNomination = z.object({ committee: z.string(), nomination: z.string() });
const ofPlan = z.object({ committee: z.string(), plan: z.string() });

export const openButton = defineButton('nominations.open', ofNomination);
export const withdrawButton = defineButton('nominations.withdraw', ofNomination);
export const correctButton = defineButton('nominations.correct', ofNomination);
export const screenButton = defineButton('nominations.screen', ofNomination);
export const endorseButton = defineButton('nominations.endorse', ofNomination);
export const takeBackButton = defineButton('nominations.endorse-back', ofNomination);
export const recordEndorsementButton = defineButton('nominations.endorse-record', ofNomination);
export const recordConsentButton = defineButton('nominations.consent-record', ofNomination);
/** The nominee's own: opens the form of their answer. */
export const answerButton = defineButton('nominations.consent', ofNomination);
export const undoConsentButton = defineButton('nominations.consent-undo', ofNomination.extend({ batch: z.string() }));
export const selfButton = defineButton('nominations.self', ofPlan);
export const noNamesButton = defineButton('nominations.no-names', ofPlan);
export const ownButton = defineButton('nominations.own', z.object({ committee: z.string() }));
export const csvButton = defineButton('nominations.csv', ofPlan);
export const textButton = defineButton('nominations.text', ofPlan);
export const takeSheetButton = defineButton(
  'nominations.sheet-out',
  ofPlan.extend({ sheet: z.enum(sheetKinds), how: z.enum(sheetEndings) }),
);
export const undoButton = defineButton(
  'nominations.undo',
  z.object({
    committee: z.string(),
    nomination: z.string(),
    version: z.string(),
    batch: z.string(),
    to: z.enum(undoTargets),
  }),
);

const onDay = ofPlan.extend({ on: z.string() });
const betweenDays = ofPlan.extend({ from: z.string(), to: z.string() });
export const asOfButton = defineButton('nominations.as-of', onDay.extend({ page: z.string() }));
export const takeAsOfButton = defineButton('nominations.as-of-out', onDay.extend({ how: z.enum(['csv', 'text']) }));
export const changesButton = defineButton('nominations.changes', betweenDays.extend({ page: z.string() }));
export const takeChangesButton = defineButton(
  'nominations.changes-out',
  betweenDays.extend({ how: z.enum(['csv', 'text']) }),
);
/** What it does is in features/reviews; `on` is empty for today. */
export const caseReadersButton = defineButton(
  'reviews.case-readers',
  z.object({ committee: z.string(), nominee: z.string(), on: z.string() }),
);
