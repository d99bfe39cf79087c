/** The buttons of conferences: each is drawn and parsed by one object. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import { answers } from '../types.ts';

const ofConference = z.object({ conference: z.string() });
const ofCommittee = z.object({ committee: z.string() });
const ofVersion = z.object({ conference: z.string(), version: z.string() });

/** The revision is what the card shows: an answer to a conference that was moved since is refused. */
export const answerButton = defineButton(
  'conferences.answer',
  // `tells`: the announcement that the card brought, so that it reads the same whoever draws it next.
  z.object({ conference: z.string(), revision: z.string(), answer: z.enum(answers), tells: z.string() }),
);
export const fileButton = defineButton('conferences.file', ofConference);

/** Opens the names of a list on the agenda, privately. */
export const nomineesButton = defineButton(
  'conferences.nominees',
  z.object({ conference: z.string(), list: z.string() }),
);

export const listButton = defineButton('conferences.list', ofCommittee);
export const scheduleButton = defineButton('conferences.schedule', ofCommittee);
export const openButton = defineButton('conferences.open', ofConference);
export const answersButton = defineButton('conferences.answers', ofConference);
export const recordButton = defineButton('conferences.record', ofConference);
export const changeButton = defineButton('conferences.change', ofConference);
export const summonedButton = defineButton('conferences.summoned', ofConference);
/** The agenda item by item, for those who schedule. */
export const agendaButton = defineButton('conferences.agenda', z.object({ conference: z.string(), page: z.string() }));
export const itemButton = defineButton('conferences.item', z.object({ conference: z.string(), item: z.string() }));
export const newItemButton = defineButton('conferences.new-item', ofConference);
export const cutOffsButton = defineButton('conferences.cut-offs', ofConference);

/** What is adopted together, and the way to have one discussed on its own. */
export const consentButton = defineButton('conferences.consent', ofConference);
export const liftButton = defineButton('conferences.lift', z.object({ conference: z.string(), item: z.string() }));

const ofPage = z.object({ conference: z.string(), page: z.string() });
/** The list itself, page by page; then the ways to change it. */
export const summonsPageButton = defineButton('conferences.summons-page', ofPage);
export const addOrTakeOffButton = defineButton('conferences.add-or-take-off', ofConference);
export const summonManyButton = defineButton('conferences.summon-many', ofConference);
export const lettersButton = defineButton('conferences.letters', ofPage);
export const pastedPageButton = defineButton(
  'conferences.pasted-page',
  z.object({ conference: z.string(), preview: z.string(), as: z.enum(['counts', 'guests']), page: z.string() }),
);
export const pastedButton = defineButton(
  'conferences.pasted',
  z.object({ conference: z.string(), version: z.string(), preview: z.string(), as: z.enum(['counts', 'guests']) }),
);
export const recordManyButton = defineButton('conferences.record-many', ofConference);
export const undoManyButton = defineButton(
  'conferences.undo-many',
  z.object({ conference: z.string(), batch: z.string() }),
);
export const answersPageButton = defineButton('conferences.answers-page', ofPage);

export const classifyButton = defineButton('conferences.classify', ofConference);
export const cancelButton = defineButton('conferences.cancel', ofConference);

export const previewButton = defineButton('conferences.preview', ofConference);
/** The version is what the preview showed: a draft changed since is not sent unseen. */
export const sendButton = defineButton('conferences.send', ofVersion);
export const discardButton = defineButton('conferences.discard', ofVersion);
export const undoButton = defineButton('conferences.undo', z.object({ conference: z.string(), batch: z.string() }));

export const calendarButton = defineButton('conferences.calendar', z.object({}));
export const feedCreateButton = defineButton('conferences.feed-create', z.object({}));
export const feedRevokeButton = defineButton('conferences.feed-revoke', z.object({}));
