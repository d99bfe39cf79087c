/** The buttons of sealed votes. They carry ids of rounds only: never a choice or who presses them. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofRound = z.object({ round: z.string() });

export const holdersButton = defineButton('ballots.holders', ofRound);
export const askKeysButton = defineButton('ballots.ask-keys', ofRound);
export const undoKeysButton = defineButton('ballots.undo-keys', z.object({ round: z.string(), batch: z.string() }));
export const keysButton = defineButton('ballots.keys', ofRound);
export const openSealedButton = defineButton('ballots.open-sealed', ofRound);
export const receiptsButton = defineButton('ballots.receipts', ofRound);
