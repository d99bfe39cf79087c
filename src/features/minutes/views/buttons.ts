/** The buttons of minutes: each is drawn and parsed by one object. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofConference = z.object({ conference: z.string() });
const ofBatch = z.object({ conference: z.string(), batch: z.string() });
const ofCorrection = z.object({ conference: z.string(), correction: z.string() });

export const readButton = defineButton('minutes.read', ofConference);
export const copyButton = defineButton(
  'minutes.copy',
  z.object({ conference: z.string(), locale: z.enum(['vi', 'en']) }),
);
export const previewButton = defineButton(
  'minutes.preview',
  z.object({ conference: z.string(), what: z.enum(['draft', 'conclusions']) }),
);
export const sendButton = defineButton(
  'minutes.send',
  z.object({ conference: z.string(), what: z.enum(['draft', 'conclusions']) }),
);
export const undoButton = defineButton('minutes.undo', ofBatch);
export const proposeButton = defineButton('minutes.propose', ofConference);
export const acceptButton = defineButton('minutes.accept', ofCorrection);
export const declineButton = defineButton('minutes.decline', ofCorrection);
export const confirmButton = defineButton('minutes.confirm', ofConference);
export const paperButton = defineButton('minutes.paper', ofConference);
export const addendumButton = defineButton('minutes.addendum', ofConference);
