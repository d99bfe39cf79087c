/** Buttons of notices: ids only. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import { audiences } from '../types.ts';

export const tellButton = defineButton(
  'notices.tell',
  z.object({ submission: z.string(), audience: z.enum(audiences) }),
);
export const undoButton = defineButton('notices.undo', z.object({ submission: z.string(), batch: z.string() }));
export const recordButton = defineButton('notices.record', z.object({ submission: z.string() }));
