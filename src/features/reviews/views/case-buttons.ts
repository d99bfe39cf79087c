/** Asks for another day on which a case may have been read. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

export const otherDayButton = defineButton(
  'reviews.case-readers-day',
  z.object({ committee: z.string(), nominee: z.string() }),
);
