/** The buttons of key-holders. They carry the box, nothing else. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofBox = z.object({ box: z.string() });

export const takeKeyButton = defineButton('sealing.take-key', ofBox);
export const typeWordsButton = defineButton('sealing.type-words', ofBox);
