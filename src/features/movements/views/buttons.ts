/** The buttons of movements. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofMovement = z.object({ movement: z.string() });
const ofYear = z.object({ committee: z.string(), year: z.string() });

export const yearButton = defineButton('movements.year', ofYear);
export const openButton = defineButton('movements.open', ofMovement);
export const proposeButton = defineButton('movements.propose', z.object({ committee: z.string() }));
/** The move that fills the post which this one empties. */
export const nextButton = defineButton('movements.next', ofMovement);
export const takeUpButton = defineButton('movements.take-up', ofMovement);
export const withdrawButton = defineButton('movements.withdraw', ofMovement);
export const correctButton = defineButton('movements.correct', ofMovement);
export const askButton = defineButton('movements.ask', ofMovement);
export const hearButton = defineButton('movements.hear', ofMovement);
export const ownButton = defineButton('movements.say-own', ofMovement);
export const decideButton = defineButton('movements.decide', ofMovement);
export const decideChainButton = defineButton('movements.decide-chain', ofMovement);
export const undoButton = defineButton('movements.undo', z.object({ movement: z.string(), batch: z.string() }));
export const extendButton = defineButton('movements.extend', ofMovement);
export const endButton = defineButton('movements.end', ofMovement);
export const reopenButton = defineButton('movements.reopen', ofMovement);
export const historyButton = defineButton('movements.history', ofMovement);
export const csvButton = defineButton('movements.csv', ofYear);
export const textButton = defineButton('movements.text', ofYear);
