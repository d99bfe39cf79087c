/** The buttons of deadlines, drawn on lists and cards and answered in interactions.ts. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';

const ofDeadline = z.object({ deadline: z.string() });
const ofVersion = z.object({ deadline: z.string(), version: z.string() });

export const listButton = defineButton('deadlines.list', z.object({ committee: z.string() }));
export const moveButton = defineButton('deadlines.move', ofDeadline);
/** `time` empty: the end of the working day. */
export const confirmMoveButton = defineButton(
  'deadlines.confirm-move',
  z.object({ deadline: z.string(), version: z.string(), date: z.string(), time: z.string() }),
);
export const cancelButton = defineButton('deadlines.cancel', ofDeadline);
export const confirmCancelButton = defineButton('deadlines.confirm-cancel', ofVersion);
export const keepButton = defineButton('deadlines.keep', z.object({}));
export const snoozeMenuButton = defineButton('deadlines.snooze-menu', ofDeadline);
export const snoozeButton = defineButton('deadlines.snooze', z.object({ deadline: z.string(), key: z.string() }));
export const whoButton = defineButton('deadlines.who', ofDeadline);
export const whoPageButton = defineButton('deadlines.who-page', ofDeadline.extend({ page: z.string() }));
export const remindOneButton = defineButton(
  'deadlines.remind-one',
  z.object({ deadline: z.string(), person: z.string() }),
);
export const remindAllButton = defineButton('deadlines.remind-all', ofDeadline);
export const confirmRemindButton = defineButton('deadlines.confirm-remind', ofDeadline);
export const undoRemindButton = defineButton(
  'deadlines.undo-remind',
  z.object({ deadline: z.string(), batch: z.string() }),
);
