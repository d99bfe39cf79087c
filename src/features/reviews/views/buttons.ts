/** The buttons of this feature. They carry ids only: of a round, a list, a nominee's place on it; never a stance. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofRound = z.object({ round: z.string() });
const ofCommittee = z.object({ committee: z.string() });
/** `person` is empty for one's own answer. */
const ofSeat = z.object({ round: z.string(), person: z.string().default('') });

export const agreeButton = defineButton('reviews.agree', ofRound);
export const commentButton = defineButton('reviews.comment', ofSeat);
export const recuseButton = defineButton('reviews.recuse', ofRound);
export const ownButton = defineButton('reviews.own', ofRound);
export const lineButton = defineButton(
  'reviews.line',
  z.object({ round: z.string(), person: z.string().default(''), entry: z.string() }),
);
export const sendButton = defineButton('reviews.send', ofSeat);

export const othersButton = defineButton('reviews.others', z.object({ round: z.string(), page: z.string() }));

export const openFormButton = defineButton('reviews.open-form', ofCommittee);
export const confirmOpenButton = defineButton('reviews.confirm-open', ofRound);
export const undoOpenButton = defineButton('reviews.undo-open', ofRound);
export const progressButton = defineButton('reviews.progress', ofRound);
export const closeButton = defineButton('reviews.close', ofRound);
export const recordButton = defineButton('reviews.record', ofSeat);

/** `version` is empty for the newest. */
const ofSynthesis = z.object({ round: z.string(), version: z.string().default('') });
export const synthesisButton = defineButton('reviews.synthesis', ofSynthesis);
export const commentsButton = defineButton(
  'reviews.comments',
  ofSynthesis.extend({ page: z.string(), only: z.enum(['all', 'unanswered']).default('all') }),
);
export const respondButton = defineButton('reviews.respond', z.object({ round: z.string(), comment: z.string() }));
export const takeOutButton = defineButton(
  'reviews.take-out',
  ofSynthesis.extend({ how: z.enum(['csv', 'text', 'xlsx']), page: z.string() }),
);

const ofAnswer = z.object({ round: z.string(), answer: z.string() });
export const seeRecordedButton = defineButton('reviews.see-recorded', ofAnswer);
export const objectButton = defineButton('reviews.object', ofAnswer);

const ofChange = z.object({ change: z.string() });
export const listChangeButton = defineButton('reviews.list-change', ofRound);
export const applyListChangeButton = defineButton('reviews.apply-list-change', ofChange);
export const undoListChangeButton = defineButton('reviews.undo-list-change', ofChange);

export const listButton = defineButton('reviews.list', z.object({ list: z.string() }));
export const listsButton = defineButton('reviews.lists', ofCommittee);
export const freezeButton = defineButton('reviews.freeze', ofCommittee);
