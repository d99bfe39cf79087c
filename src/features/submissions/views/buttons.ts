/** Buttons of submissions: ids only. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import { sheetKinds } from '../../eligibility/types.ts';
import { sheetEndings } from '../../nominations/views/sheets.ts';

const ofSubmission = z.object({ submission: z.string() });
const ofSeat = z.object({ submission: z.string(), seat: z.string() });
const ofSheet = ofSubmission.extend({ sheet: z.enum(sheetKinds), how: z.enum(sheetEndings) });
const ofUnit = z.object({ submission: z.string(), unit: z.string() });
const ofPage = z.object({ submission: z.string(), page: z.string() });

export const prepareButton = defineButton('submissions.prepare', z.object({ committee: z.string() }));
export const openButton = defineButton('submissions.open', ofPage);
/** The names of the parcel in the forms in which they are handed in. */
export const sheetsButton = defineButton('submissions.sheets', ofSubmission);
export const takeSheetButton = defineButton('submissions.sheet-out', ofSheet);
export const paperButton = defineButton('submissions.paper', ofSubmission);
export const sendButton = defineButton('submissions.send', ofSubmission);
export const undoButton = defineButton('submissions.undo', ofSubmission);
export const withdrawButton = defineButton('submissions.withdraw', ofSubmission);
export const linkButton = defineButton('submissions.link', ofSubmission);
export const recordButton = defineButton('submissions.record', ofSubmission);
export const replyButton = defineButton('submissions.reply', ofSeat);
export const sendBackButton = defineButton('submissions.send-back', ofSeat);
export const settleButton = defineButton('submissions.settle', ofSubmission);
/** Opens who has been told of the decision. */
export const noticesButton = defineButton('submissions.notices', ofSubmission);
/** Of a unit that the department tells itself. */
export const tellButton = defineButton('submissions.tell', ofUnit);
export const toldButton = defineButton('submissions.told', ofUnit);
/** For whoever answers for the authority. */
export const readButton = defineButton('submissions.read', ofPage);
export const answerButton = defineButton('submissions.answer', ofSeat);
export const restButton = defineButton('submissions.rest', ofSubmission);
