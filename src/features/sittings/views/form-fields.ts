/** What the small forms behind the card share: the conference they are about, a time, and the item something belongs to. */
import { z } from 'zod';
import type { Field, Option } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';

export const ofConference = z.object({ conference: z.string() });
export const time = z.string().nullish();
export const hand = z
  .string()
  .regex(/^\d{1,4}$/u)
  .nullish();

/** Boxes hold so many. */
export const perGroup = 10;

interface Timed {
  field(name: 'time', field: Omit<Field, 'kind' | 'name'>): Field;
}

/** Every form has one, because much is entered a little later. */
export function timeField(t: Texts, form: Timed): Field {
  return form.field('time', {
    label: t('sittings.forms.time'),
    hint: t('sittings.forms.timeHint', { zone: t.zone }),
    optional: true,
    input: { type: 'time' },
  });
}

/** The part of an agenda in a select, with the conference as a whole when nothing is chosen. */
export function itemField(t: Texts, items: readonly Option[], current: string | null) {
  const initial = items.some((item) => item.value === current) && current ? { initial: current } : {};
  return {
    label: t('sittings.forms.item'),
    hint: t('sittings.forms.itemHint'),
    optional: true,
    input: { type: 'select', options: items, ...initial },
  } as const;
}

export interface ItemParts {
  readonly conference: string;
  readonly items: readonly Option[];
  readonly current: string | null;
}
