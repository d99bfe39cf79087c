/** The small forms behind the card: each has a time, because much is entered a little later. */
import { z } from 'zod';
import { defineForm, type Field, type Form, type Option } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { isReached } from '../rules/quorum.ts';
import { decisionOutcomes, type QuorumCount } from '../types.ts';

const ofConference = z.object({ conference: z.string() });
const time = z.string().nullish();
const hands = z
  .string()
  .regex(/^\d{1,4}$/u)
  .nullish();

/** Boxes hold ten, so a page of the roll is this many groups of ten. */
export const groups = ['group0', 'group1', 'group2', 'group3', 'group4'] as const;
export const perGroup = 10;
export const perPage = groups.length * perGroup;

const ticks = z.array(z.string()).nullish();
export const tickForm = defineForm({
  id: 'sittings.tick',
  /** The first seat of this page, by its place in the list. */
  state: z.object({ conference: z.string(), from: z.string() }),
  values: z.object({ group0: ticks, group1: ticks, group2: ticks, group3: ticks, group4: ticks, time }),
});

export const movementForm = defineForm({
  id: 'sittings.movement',
  state: ofConference,
  values: z.object({
    person: z.string(),
    movement: z.enum(['arrived', 'left', 'stepped-out', 'stepped-in']),
    time,
  }),
});

export const openForm = defineForm({ id: 'sittings.open', state: ofConference, values: z.object({ time }) });
export const tooFewForm = defineForm({ id: 'sittings.too-few', state: ofConference, values: z.object({ time }) });
export const concludeForm = defineForm({ id: 'sittings.conclude', state: ofConference, values: z.object({ time }) });

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
    for: hands,
    against: hands,
    abstain: hands,
    time,
  }),
});

export const taskForm = defineForm({
  id: 'sittings.task',
  state: ofConference,
  values: z.object({ text: z.string(), owner: z.string(), date: z.string().nullish(), item: z.string().nullish() }),
});

export const chairForm = defineForm({
  id: 'sittings.chair',
  state: ofConference,
  values: z.object({ person: z.string(), time }),
});

export const adjournForm = defineForm({
  id: 'sittings.adjourn',
  state: ofConference,
  values: z.object({ reason: z.string().nullish(), time }),
});

export const callAgainForm = defineForm({
  id: 'sittings.call-again',
  state: ofConference,
  values: z.object({ date: z.string(), time: z.string() }),
});

export const strikeForm = defineForm({
  id: 'sittings.strike',
  state: ofConference,
  values: z.object({ event: z.string(), reason: z.string() }),
});

interface Timed {
  field(name: 'time', field: Omit<Field, 'kind' | 'name'>): Field;
}

function timeField(t: Texts, form: Timed): Field {
  return form.field('time', {
    label: t('sittings.forms.time'),
    hint: t('sittings.forms.timeHint', { zone: t.zone }),
    optional: true,
    input: { type: 'time' },
  });
}

/** The part of an agenda in a select, with the conference as a whole when nothing is chosen. */
function itemField(t: Texts, items: readonly Option[], current: string | null) {
  const initial = items.some((item) => item.value === current) && current ? { initial: current } : {};
  return {
    label: t('sittings.forms.item'),
    hint: t('sittings.forms.itemHint'),
    optional: true,
    input: { type: 'select', options: items, ...initial },
  } as const;
}

export function tickView(
  t: Texts,
  parts: { conference: string; from: number; seats: readonly Option[]; missing: number },
): Form {
  const shown = parts.seats.slice(0, perPage);
  return tickForm.draw({
    title: t('sittings.forms.tick.title'),
    submit: shown.length === 0 ? null : t(parts.missing > 0 ? 'sittings.forms.tick.next' : 'common.save'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference, from: String(parts.from) },
    items: [
      { kind: 'text', text: [t(shown.length === 0 ? 'sittings.forms.tick.nobody' : 'sittings.forms.tick.intro')] },
      ...groups.flatMap((name, index): readonly Field[] => {
        const options = shown.slice(index * perGroup, (index + 1) * perGroup);
        if (options.length === 0) return [];
        const [from, to] = [options[0]?.label ?? '', options.at(-1)?.label ?? ''];
        return [
          tickForm.field(name, {
            label: options.length > 1 ? t('sittings.forms.tick.group', { from, to }) : from,
            optional: true,
            input: { type: 'checkboxes', options },
          }),
        ];
      }),
      ...(shown.length > 0 ? [timeField(t, tickForm)] : []),
    ],
  });
}

export function movementView(t: Texts, parts: { conference: string; hasItem: boolean }): Form {
  const kinds = parts.hasItem
    ? (['arrived', 'left', 'stepped-out', 'stepped-in'] as const)
    : (['arrived', 'left'] as const);
  return movementForm.draw({
    title: t('sittings.forms.movement.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      movementForm.field('movement', {
        label: t('sittings.forms.movement.what'),
        input: {
          type: 'radio',
          options: kinds.map((kind) => ({ value: kind, label: t(`sittings.forms.movement.${kind}`) })),
          initial: 'arrived',
        },
      }),
      movementForm.field('person', {
        label: t('sittings.forms.movement.who'),
        hint: t('sittings.forms.movement.whoHint'),
        input: { type: 'search', minChars: 0 },
      }),
      timeField(t, movementForm),
    ],
  });
}

export function openView(
  t: Texts,
  parts: { conference: string; isAgain: boolean; quorum: QuorumCount; how: readonly Block[] },
): Form {
  return openForm.draw({
    title: t(parts.isAgain ? 'sittings.forms.open.titleAgain' : 'sittings.forms.open.title'),
    submit: t(parts.isAgain ? 'sittings.buttons.resume' : 'sittings.forms.open.submit'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      ...parts.how,
      {
        kind: 'text',
        text: [t(isReached(parts.quorum) ? 'sittings.forms.open.frozen' : 'sittings.forms.open.tooFew')],
      },
      timeField(t, openForm),
    ],
  });
}

export function tooFewView(t: Texts, parts: { conference: string; how: readonly Block[]; hasSecond: boolean }): Form {
  return tooFewForm.draw({
    title: t('sittings.forms.tooFew.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      ...parts.how,
      { kind: 'text', text: [t(parts.hasSecond ? 'sittings.forms.tooFew.second' : 'sittings.forms.tooFew.none')] },
      timeField(t, tooFewForm),
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

interface ItemParts {
  readonly conference: string;
  readonly items: readonly Option[];
  readonly current: string | null;
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

/** Deputies present come first, in their order. */
export function chairView(t: Texts, parts: { conference: string; people: readonly Option[] }): Form {
  const isFew = parts.people.length > 0 && parts.people.length <= 100;
  return chairForm.draw({
    title: t('sittings.forms.chair.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
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

/** `from`: the earliest time that the rule allows, as a date and a time of the committee's clock. */
export function callAgainView(
  t: Texts,
  parts: {
    conference: string;
    isSecond: boolean;
    zone: string;
    from: { date: string; time: string };
    rule: string;
    minutes: number;
  },
): Form {
  const { isSecond } = parts;
  return callAgainForm.draw({
    title: t(isSecond ? 'sittings.forms.again.titleSecond' : 'sittings.forms.again.titleContinued'),
    submit: t('conferences.form.next'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      {
        kind: 'text',
        text: [
          isSecond
            ? t('sittings.forms.again.second', { rule: parts.rule, count: parts.minutes })
            : t('sittings.forms.again.continued'),
        ],
      },
      callAgainForm.field('date', {
        label: t('conferences.form.date'),
        input: { type: 'date', initial: parts.from.date },
      }),
      callAgainForm.field('time', {
        label: t('conferences.form.time'),
        hint: t('conferences.form.timeHint', { zone: parts.zone }),
        input: { type: 'time', initial: parts.from.time },
      }),
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
