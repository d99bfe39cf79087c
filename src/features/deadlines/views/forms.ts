/** The form in which a date is moved: what is entered is repeated with its weekday before it counts. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { dateIn } from '../../../kernel/time.ts';
import type { DeadlineRow, DueMoment, MovePreview, StatedDate } from '../types/dates.ts';
import { movePreviewText, titleText } from './list.ts';

export const moveForm = defineForm({
  id: 'deadlines.move',
  state: z.object({ deadline: z.string(), version: z.number() }),
  values: z.object({ date: z.iso.date(), time: z.string().nullable() }),
});

/** `entered` and what it means: after a change in the form. */
export function moveView(
  t: Texts,
  deadline: DeadlineRow,
  title: string | null,
  redrawn?: {
    readonly requestId: string;
    readonly entered: { readonly date: string | null; readonly time: string | null };
    readonly meaning: { readonly preview: MovePreview; readonly due: DueMoment } | { readonly refusal: string } | null;
  },
): Form {
  const stated: Partial<StatedDate> = redrawn
    ? { date: redrawn.entered.date ?? undefined, time: redrawn.entered.time }
    : { date: dateIn(t.zone, deadline.dueAt), time: deadline.stated.time };
  const meaning = redrawn?.meaning;
  return moveForm.draw({
    title: t('deadlines.move.title'),
    submit: t('deadlines.buttons.confirmMove'),
    cancel: t('common.cancel'),
    state: { deadline: deadline.id, version: deadline.version },
    ...(redrawn ? { requestId: redrawn.requestId } : {}),
    items: [
      {
        kind: 'text',
        text: t.rich('deadlines.move.now', {
          title: titleText(t, deadline, title),
          date: t.moment(deadline.dueAt),
        }),
      },
      moveForm.field('date', {
        label: t('deadlines.move.date'),
        live: true,
        input: { type: 'date', ...(stated.date ? { initial: stated.date } : {}) },
      }),
      moveForm.field('time', {
        label: t('deadlines.move.time'),
        hint: t('deadlines.move.timeHint'),
        optional: true,
        live: true,
        input: { type: 'time', ...(stated.time ? { initial: stated.time } : {}) },
      }),
      ...(meaning && 'due' in meaning ? movePreviewText(t, meaning.preview, meaning.due) : []),
      ...(meaning && 'refusal' in meaning ? [{ kind: 'note', text: [meaning.refusal] } as const] : []),
    ],
  });
}
