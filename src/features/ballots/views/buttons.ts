/** The buttons of ballots: each is drawn and parsed by one object. Never a choice or a voter in one. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofRound = z.object({ round: z.string() });

export const prepareButton = defineButton('ballots.prepare', z.object({ committee: z.string() }));
/** On the item under discussion, from the card of whoever runs the conference. */
export const prepareHereButton = defineButton(
  'ballots.prepare-here',
  z.object({ conference: z.string(), item: z.string() }),
);
export const openButton = defineButton('ballots.open', ofRound);
export const discardButton = defineButton('ballots.discard', ofRound);
export const undoButton = defineButton('ballots.undo', ofRound);
export const previewButton = defineButton('ballots.preview', ofRound);
export const voteButton = defineButton('ballots.vote', ofRound);
export const seeButton = defineButton('ballots.see', ofRound);
export const standingButton = defineButton('ballots.standing', ofRound);
export const recordButton = defineButton('ballots.record', ofRound);
export const closeButton = defineButton('ballots.close', ofRound);
export const voidButton = defineButton('ballots.void', ofRound);
export const againButton = defineButton('ballots.again', ofRound);
export const nextButton = defineButton('ballots.next', ofRound);
export const decideButton = defineButton('ballots.decide', ofRound);
export const howButton = defineButton('ballots.how', ofRound);
export const minutesButton = defineButton('ballots.minutes', z.object({ round: z.string(), how: z.string() }));
export const announceButton = defineButton('ballots.announce', ofRound);
export const countsButton = defineButton('ballots.counts', ofRound);
export const countButton = defineButton('ballots.count', ofRound);
