/** The forms of whoever leads: who takes the chair, breaks, the end, and taking out what was recorded wrongly. */
import { z } from 'zod';
import { defineForm, type Form, type Option } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { ofConference, time, timeField } from './form-fields.ts';

const handed = ['chair', 'secretary'] as const;

export const chairForm = defineForm({
  id: 'sittings.chair',
  state: ofConference,
  values: z.object({ role: z.enum(handed).nullish(), person: z.string(), time }),
});

export const adjournForm = defineForm({
  id: 'sittings.adjourn',
  state: ofConference,
  values: z.object({ reason: z.string().nullish(), time }),
});

export const concludeForm = defineForm({ id: 'sittings.conclude', state: ofConference, values: z.object({ time }) });

export const strikeForm = defineForm({
  id: 'sittings.strike',
  state: ofConference,
  values: z.object({ event: z.string(), reason: z.string() }),
});

/** Deputies present come first, in their order. */
export function chairView(t: Texts, parts: { conference: string; people: readonly Option[] }): Form {
  const isFew = parts.people.length > 0 && parts.people.length <= 100;
  return chairForm.draw({
    title: t('sittings.forms.chair.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      chairForm.field('role', {
        label: t('sittings.forms.chair.what'),
        input: {
          type: 'radio',
          options: handed.map((value) => ({ value, label: t(`sittings.forms.chair.${value}`) })),
          initial: 'chair',
        },
      }),
      chairForm.field('person', {
        label: t('sittings.forms.chair.who'),
        hint: t('sittings.forms.chair.hint'),
        input: isFew
          ? { type: 'select', options: parts.people, initial: parts.people[0]?.value ?? '' }
          : { type: 'search', minChars: 0 },
      }),
      timeField(t, chairForm),
    ],
  });
}

export function adjournView(t: Texts, parts: { conference: string }): Form {
  return adjournForm.draw({
    title: t('sittings.forms.adjourn.title'),
    submit: t('sittings.forms.adjourn.submit'),
    cancel: t('common.cancel'),
    state: parts,
    items: [
      { kind: 'text', text: [t('sittings.forms.adjourn.text')] },
      adjournForm.field('reason', {
        label: t('sittings.forms.adjourn.reason'),
        optional: true,
        input: { type: 'text', max: 500 },
      }),
      timeField(t, adjournForm),
    ],
  });
}

export function concludeView(t: Texts, parts: { conference: string; open: number }): Form {
  return concludeForm.draw({
    title: t('sittings.forms.conclude.title'),
    submit: t('sittings.forms.conclude.submit'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      { kind: 'text', text: [t('sittings.forms.conclude.text')] },
      ...(parts.open > 0
        ? [{ kind: 'text', text: [t('sittings.forms.conclude.open', { count: parts.open })] } as const]
        : []),
      timeField(t, concludeForm),
    ],
  });
}

export function strikeView(t: Texts, parts: { conference: string; events: readonly Option[] }): Form {
  return strikeForm.draw({
    title: t('sittings.forms.strike.title'),
    submit: t('sittings.forms.strike.submit'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      strikeForm.field('event', {
        label: t('sittings.forms.strike.event'),
        input: { type: 'select', options: parts.events.slice(0, 100) },
      }),
      strikeForm.field('reason', {
        label: t('sittings.forms.strike.reason'),
        hint: t('sittings.forms.strike.hint'),
        input: { type: 'text', max: 500 },
      }),
    ],
  });
}
