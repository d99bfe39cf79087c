/** Buttons of date polls: ids, and the answer of a poll, which is no secret. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import { pollAnswers } from '../types.ts';

export const ofPoll = z.object({ poll: z.string() });
/** What is looked for now, or the form when nothing is. */
export const pollsButton = defineButton('polls.list', z.object({ committee: z.string() }));
export const createPollButton = defineButton('polls.create', z.object({ committee: z.string() }));
export const openPollButton = defineButton('polls.open', ofPoll);
export const undoPollButton = defineButton('polls.undo', z.object({ poll: z.string(), batch: z.string() }));
export const answerPollButton = defineButton(
  'polls.answer',
  z.object({ poll: z.string(), option: z.string(), answer: z.enum(pollAnswers) }),
);
export const ownPollButton = defineButton('polls.own', ofPoll);
export const standingButton = defineButton('polls.standing', ofPoll);
export const recordPollButton = defineButton('polls.record', ofPoll);
export const chooseButton = defineButton('polls.choose', z.object({ poll: z.string(), option: z.string() }));
export const datesButton = defineButton('polls.dates', ofPoll);
export const correctPollButton = defineButton('polls.correct', ofPoll);
export const dropPollButton = defineButton('polls.drop', ofPoll);
