/** The forms around the room: ticks of the roll, who comes and goes, the opening, too few, and calling it again. */
import { z } from 'zod';
import { defineForm, type Field, type Form, type Option } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { isReached } from '../rules/quorum.ts';
import type { QuorumCount } from '../types.ts';
import { ofConference, perGroup, time, timeField } from './form-fields.ts';

/** Boxes hold ten, so a page of the roll is this many groups of ten. */
export const groups = ['group0', 'group1', 'group2', 'group3', 'group4'] as const;
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

export const callAgainForm = defineForm({
  id: 'sittings.call-again',
  state: ofConference,
  values: z.object({ date: z.string(), time: z.string() }),
});

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
