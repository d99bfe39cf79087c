/** The buttons of anonymous rounds. They carry ids of rounds only: never a nominee, a choice or who presses them. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofRound = z.object({ round: z.string() });

export const openAnonymousButton = defineButton('reviews.open-anonymous', z.object({ committee: z.string() }));
export const askKeysButton = defineButton('reviews.ask-keys', ofRound);
export const undoKeysButton = defineButton('reviews.undo-keys', z.object({ round: z.string(), batch: z.string() }));
export const keysButton = defineButton('reviews.keys', ofRound);
export const openSealedButton = defineButton('reviews.open-sealed', ofRound);

export const paperButton = defineButton('reviews.paper', ofRound);
export const receiptsButton = defineButton('reviews.receipts', ofRound);

export const anonymousCommentsButton = defineButton(
  'reviews.anonymous-comments',
  z.object({ round: z.string(), page: z.string() }),
);
