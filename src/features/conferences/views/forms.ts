/** The forms of those who schedule: content, who is summoned, cancelling. */
import { z } from 'zod';
import { defineForm, type Form, type Option } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { dateIn, isPlainDate, timeIn } from '../../../kernel/time.ts';
import { planOfList } from '../../classification/views/marks.ts';
import { minutesMax, placeMax, reasonMax, titleMax } from '../rules/content.ts';
import type { Content } from '../types.ts';
import { type ListName, whenText } from './parts.ts';

const minutes = z.string().regex(/^-?\d{1,5}$/);

export const contentForm = defineForm({
  id: 'conferences.content',
  /** `conference` null: a new one; else the version that was seen. */
  state: z.object({ committee: z.string(), conference: z.string().nullable(), version: z.string().nullable() }),
  values: z.object({
    title: z.string(),
    date: z.string().refine(isPlainDate),
    time: z.string().regex(/^\d{2}:\d{2}$/),
    minutes,
    place: z.string(),
    chair: z.string(),
    agenda: z.string().nullish(),
    lists: z.array(z.string()).nullish(),
    open: z.array(z.string()).nullish(),
    replyBy: z.string().refine(isPlainDate).nullish(),
    again: z.array(z.literal('again')).nullish(),
  }),
});

export const summonedForm = defineForm({
  id: 'conferences.summoned',
  state: z.object({ conference: z.string(), version: z.string(), committee: z.string() }),
  values: z.object({
    add: z.array(z.string()).nullable(),
    guests: z.array(z.string()).nullable(),
    remove: z.array(z.string()).nullable(),
  }),
});

export const cancelForm = defineForm({
  id: 'conferences.cancel',
  state: z.object({ conference: z.string(), version: z.string() }),
  values: z.object({ reason: z.string() }),
});

export interface ContentFormParts {
  readonly committee: { readonly id: string; readonly zone: string };
  readonly members: readonly { readonly person: string; readonly fullName: string; readonly post: string | null }[];
  /** Who leads unless another is chosen. */
  readonly chair: string | null;
  readonly lists: readonly ListName[];
  /** What the last conference left open; none for a change. */
  readonly open: readonly Option[];
  /** What was drafted or is in force; null: a new conference. */
  readonly content: Content | null;
  /** Set for a change of what was announced: whether the draft asks everybody to answer again. */
  readonly asksAgain: boolean | null;
  readonly conference: { readonly id: string; readonly version: number } | null;
  /** Typed after the command. */
  readonly title: string;
  readonly now: Date;
}

export function contentView(t: Texts, parts: ContentFormParts): Form {
  const { committee, content, conference } = parts;
  const { zone } = committee;
  // An agenda that was announced is changed item by item: what is added and what is changed is told apart.
  const isAnnounced = parts.asksAgain !== null;
  const chair = content?.chair ?? parts.chair;
  const title = content?.title ?? parts.title;
  const typed = content?.agenda.flatMap(({ text }) => text ?? []).join('\n') ?? '';
  const shown = new Set(parts.lists.map(({ id }) => id));
  const attached =
    content?.agenda.flatMap(({ text, list }) =>
      text === null && list !== null && shown.has(list) ? [list as string] : [],
    ) ?? [];
  return contentForm.draw({
    title: t(content ? 'conferences.form.titleChange' : 'conferences.form.titleNew'),
    submit: t('conferences.form.next'),
    cancel: t('common.cancel'),
    state: {
      committee: committee.id,
      conference: conference?.id ?? null,
      version: conference ? String(conference.version) : null,
    },
    items: [
      contentForm.field('title', {
        label: t('conferences.form.title'),
        input: { type: 'text', max: titleMax, ...(title ? { initial: title } : {}) },
      }),
      contentForm.field('date', {
        label: t('conferences.form.date'),
        input: { type: 'date', ...(content ? { initial: dateIn(zone, content.startsAt) } : {}) },
      }),
      contentForm.field('time', {
        label: t('conferences.form.time'),
        hint: t('conferences.form.timeHint', { zone }),
        input: { type: 'time', initial: content ? timeIn(zone, content.startsAt) : '08:00' },
      }),
      contentForm.field('minutes', {
        label: t('conferences.form.minutes'),
        input: { type: 'number', max: minutesMax, initial: content?.minutes ?? 120 },
      }),
      contentForm.field('place', {
        label: t('conferences.form.place'),
        input: { type: 'text', max: placeMax, ...(content ? { initial: content.place } : {}) },
      }),
      contentForm.field('chair', {
        label: t('conferences.form.chair'),
        input: personInput(t, parts.members, chair),
      }),
      ...(isAnnounced
        ? []
        : [
            contentForm.field('agenda', {
              label: t('conferences.form.agenda'),
              hint: t('conferences.form.agendaHint'),
              optional: true,
              input: { type: 'text', multiline: true, max: 3_000, ...(typed ? { initial: typed } : {}) },
            }),
          ]),
      ...(!isAnnounced && parts.lists.length > 0
        ? [
            contentForm.field('lists', {
              label: t('conferences.form.lists'),
              hint: t('conferences.form.listsHint'),
              optional: true,
              input: { type: 'multi-select', options: listOptions(t, parts.lists), initial: attached },
            }),
          ]
        : []),
      ...(parts.open.length > 0
        ? [
            contentForm.field('open', {
              label: t('conferences.form.open'),
              hint: t('conferences.form.openHint'),
              optional: true,
              input: { type: 'multi-select', options: parts.open, initial: parts.open.map(({ value }) => value) },
            }),
          ]
        : []),
      contentForm.field('replyBy', {
        label: t('conferences.form.replyBy'),
        hint: t('conferences.form.replyByHint'),
        optional: true,
        input: { type: 'date', ...replyByShown(content, zone, parts.now) },
      }),
      ...(parts.asksAgain === null
        ? []
        : [
            contentForm.field('again', {
              label: t('conferences.form.again'),
              hint: t('conferences.form.againHint'),
              optional: true,
              input: {
                type: 'checkboxes',
                options: [{ value: 'again', label: t('conferences.form.againYes') }],
                initial: parts.asksAgain ? ['again'] : [],
              },
            }),
          ]),
      ...(content ? [] : [{ kind: 'note', text: [t('conferences.form.everybody')] } as const]),
    ],
  });
}

/** A date for answers that has passed is not asked for once more. */
function replyByShown(content: Content | null, zone: string, now: Date) {
  const replyBy = content?.replyBy;
  return replyBy && replyBy > now ? { initial: dateIn(zone, replyBy) } : {};
}

/** A select holds a hundred; in a larger committee the chair is searched for. */
function personInput(t: Texts, members: ContentFormParts['members'], chosen: string | null) {
  const options = members.map(
    ({ person, fullName, post }): Option => ({
      value: person,
      label: fullName,
      ...(post ? { note: post } : {}),
    }),
  );
  const initial = options.find(({ value }) => value === chosen);
  if (options.length <= 100)
    return { type: 'select', options, ...(initial ? { initial: initial.value } : {}) } as const;
  const placeholder = t('conferences.summonedForm.placeholder');
  return { type: 'search', placeholder, ...(initial ? { initial } : {}) } as const;
}

export function listOptions(t: Texts, lists: readonly ListName[]): readonly Option[] {
  return lists.slice(0, 100).map((list) => ({
    value: list.id,
    label: t('conferences.parts.list', { number: list.number, plan: planOfList(t, list) }).slice(0, 75),
  }));
}

export function summonedView(
  t: Texts,
  parts: { committee: string; conference: { id: string; version: number }; count: number },
): Form {
  const placeholder = t('conferences.summonedForm.placeholder');
  const search = { type: 'search-many', placeholder, minChars: 1 } as const;
  return summonedForm.draw({
    title: t('conferences.summonedForm.title'),
    submit: t('conferences.form.next'),
    cancel: t('common.cancel'),
    state: {
      conference: parts.conference.id,
      version: String(parts.conference.version),
      committee: parts.committee,
    },
    items: [
      { kind: 'text', text: [t('conferences.summonedForm.now', { count: parts.count })] },
      summonedForm.field('add', {
        label: t('conferences.summonedForm.add'),
        hint: t('conferences.summonedForm.addHint'),
        optional: true,
        input: search,
      }),
      summonedForm.field('guests', {
        label: t('conferences.summonedForm.guests'),
        hint: t('conferences.summonedForm.guestsHint'),
        optional: true,
        input: search,
      }),
      summonedForm.field('remove', {
        label: t('conferences.summonedForm.remove'),
        optional: true,
        input: { ...search, minChars: 0 },
      }),
    ],
  });
}

/** The form is the preview: to whom, and in which words with the reason added. */
export function cancelView(
  t: Texts,
  parts: { conference: { id: string; version: number }; content: Content; count: number },
): Form {
  return cancelForm.draw({
    title: t('conferences.cancelForm.title'),
    submit: t('conferences.cancelForm.submit'),
    cancel: t('conferences.cancelForm.keep'),
    state: { conference: parts.conference.id, version: String(parts.conference.version) },
    items: [
      { kind: 'text', text: [t('conferences.cancelForm.told', { count: parts.count })] },
      { kind: 'quote', text: t('conferences.invitation.cancelledOn', { when: whenText(t, parts.content) }) },
      cancelForm.field('reason', {
        label: t('conferences.cancelForm.reason'),
        input: { type: 'text', multiline: true, max: reasonMax },
      }),
      { kind: 'note', text: [t('conferences.cancelForm.postpone')] },
    ],
  });
}
