/** The forms about items: taking one up, what is said and decided under it, and the tasks it gives. */
import { z } from 'zod';
import { defineForm, type Form, type Option } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { decisionOutcomes } from '../types.ts';
import { hand, type ItemParts, itemField, ofConference, perGroup, time, timeField } from './form-fields.ts';

export const itemForm = defineForm({
  id: 'sittings.item',
  state: ofConference,
  values: z.object({ item: z.string().nullish(), text: z.string().nullish(), time }),
});

export const noteForm = defineForm({
  id: 'sittings.note',
  state: ofConference,
  values: z.object({ item: z.string().nullish(), text: z.string(), time }),
});

export const decisionForm = defineForm({
  id: 'sittings.decision',
  state: ofConference,
  values: z.object({
    item: z.string().nullish(),
    text: z.string(),
    mover: z.string().nullish(),
    outcome: z.enum(decisionOutcomes),
    for: hand,
    against: hand,
    abstain: hand,
    time,
  }),
});

export const togetherForm = defineForm({
  id: 'sittings.together',
  state: ofConference,
  values: z.object({ items: z.array(z.string()).nullish(), for: hand, against: hand, abstain: hand, time }),
});

export const taskForm = defineForm({
  id: 'sittings.task',
  state: ofConference,
  values: z.object({ text: z.string(), owner: z.string(), date: z.string().nullish(), item: z.string().nullish() }),
});

export function itemView(t: Texts, parts: { conference: string; items: readonly Option[] }): Form {
  return itemForm.draw({
    title: t('sittings.forms.itemForm.title'),
    submit: t('sittings.forms.itemForm.submit'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      ...(parts.items.length > 0
        ? [
            itemForm.field('item', {
              label: t('sittings.forms.itemForm.choose'),
              optional: true,
              input: { type: 'select', options: parts.items },
            }),
          ]
        : []),
      itemForm.field('text', {
        label: t('sittings.forms.itemForm.text'),
        hint: t('sittings.forms.itemForm.textHint'),
        optional: true,
        input: { type: 'text', max: 500 },
      }),
      timeField(t, itemForm),
    ],
  });
}

export function noteView(t: Texts, parts: ItemParts): Form {
  return noteForm.draw({
    title: t('sittings.forms.note.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      noteForm.field('text', {
        label: t('sittings.forms.note.text'),
        hint: t('sittings.forms.note.hint'),
        input: { type: 'text', multiline: true, max: 2_000 },
      }),
      ...(parts.items.length > 0 ? [noteForm.field('item', itemField(t, parts.items, parts.current))] : []),
      timeField(t, noteForm),
    ],
  });
}

/** All of them are chosen; whoever objects in the room has theirs taken out by its tick. */
export function togetherView(t: Texts, parts: { conference: string; items: readonly Option[]; counted: number }): Form {
  const initial = parts.items.map(({ value }) => value);
  const input =
    parts.items.length <= perGroup
      ? ({ type: 'checkboxes', options: parts.items, initial } as const)
      : ({ type: 'multi-select', options: parts.items, initial } as const);
  return togetherForm.draw({
    title: t('sittings.forms.together.title'),
    submit: t('sittings.forms.together.submit'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      { kind: 'text', text: [t('sittings.forms.together.intro')] },
      togetherForm.field('items', { label: t('sittings.forms.together.items'), optional: true, input }),
      { kind: 'note', text: [t('sittings.forms.together.hands', { counted: t.number(parts.counted) })] },
      ...(['for', 'against', 'abstain'] as const).map((name) =>
        togetherForm.field(name, {
          label: t(`sittings.forms.decision.${name}`),
          optional: true,
          input: { type: 'number', min: 0, max: 9_999 },
        }),
      ),
      timeField(t, togetherForm),
    ],
  });
}

export function decisionView(t: Texts, parts: ItemParts & { counted: number }): Form {
  const count = (name: 'for' | 'against' | 'abstain') =>
    decisionForm.field(name, {
      label: t(`sittings.forms.decision.${name}`),
      optional: true,
      input: { type: 'number', min: 0, max: 9_999 },
    });
  return decisionForm.draw({
    title: t('sittings.forms.decision.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      decisionForm.field('text', {
        label: t('sittings.forms.decision.text'),
        input: { type: 'text', multiline: true, max: 2_000 },
      }),
      decisionForm.field('outcome', {
        label: t('sittings.forms.decision.outcome'),
        input: {
          type: 'radio',
          options: decisionOutcomes.map((value) => ({ value, label: t(`sittings.decision.${value}`) })),
          initial: 'consensus',
        },
      }),
      { kind: 'note', text: [t('sittings.forms.decision.hands', { counted: t.number(parts.counted) })] },
      count('for'),
      count('against'),
      count('abstain'),
      decisionForm.field('mover', {
        label: t('sittings.forms.decision.mover'),
        optional: true,
        input: { type: 'search', minChars: 0 },
      }),
      ...(parts.items.length > 0 ? [decisionForm.field('item', itemField(t, parts.items, parts.current))] : []),
      timeField(t, decisionForm),
    ],
  });
}

export function taskView(t: Texts, parts: ItemParts): Form {
  return taskForm.draw({
    title: t('tasks.form.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      taskForm.field('text', { label: t('tasks.form.text'), input: { type: 'text', multiline: true, max: 1_000 } }),
      taskForm.field('owner', { label: t('tasks.form.owner'), input: { type: 'search', minChars: 0 } }),
      taskForm.field('date', {
        label: t('tasks.form.due'),
        hint: t('tasks.form.dueHint'),
        optional: true,
        input: { type: 'date' },
      }),
      ...(parts.items.length > 0 ? [taskForm.field('item', itemField(t, parts.items, parts.current))] : []),
    ],
  });
}
