/** The forms of an answer: agree with all, choose nominees, one line, recuse. */
import { z } from 'zod';
import { defineForm, type Field, type Form } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { ConflictKind } from '../../access/types.ts';
import { textMax } from '../rules/answer.ts';
import { declarableKinds } from '../rules/conflicts.ts';
import { aspectsAsked } from '../rules/rule-set.ts';
import {
  aspects,
  type DraftLine,
  type ListEntry,
  type ListEntryId,
  type Stance,
  stances,
  type Words,
} from '../types/nouns.ts';
import type { OpenSeat } from '../types/seen.ts';
import { aspectLabel } from './aspects.ts';
import { kindInput } from './conflict-forms.ts';
import { byPosition, nomineeBlocks, nomineeName, nomineeOption, underName } from './nominees.ts';
import { chairOnlyHint, whoReads } from './visibility.ts';

/** `person` null: one's own. */
const ofSeat = z.object({ round: z.string(), person: z.string().nullable() });

export const agreeForm = defineForm({
  id: 'reviews.agree',
  state: z.object({ round: z.string() }),
  values: z.object({}),
});

/** One field for each position; the value of each is the chosen entries. */
export const pickForm = defineForm({
  id: 'reviews.pick',
  state: ofSeat,
  values: z.record(z.string(), z.union([z.array(z.string()), z.string(), z.null()])),
});

const typed = z.string().nullish();
export const lineForm = defineForm({
  id: 'reviews.line',
  state: z.object({ round: z.string(), person: z.string().nullable(), entry: z.string(), version: z.number() }),
  values: z.object({
    stance: z.enum(stances),
    text: typed,
    chairOnly: z.array(z.string()).nullish(),
    byAspect: z.array(z.string()).nullish(),
    quality: typed,
    capacity: typed,
    prestige: typed,
    prospects: typed,
  }),
});

export const recuseForm = defineForm({
  id: 'reviews.recuse',
  state: z.object({ round: z.string() }),
  values: z.object({ entry: z.string(), reason: z.enum(declarableKinds) }),
});

/** What Slack offers in one menu. */
const menuMax = 100;

export function agreeView(t: Texts, { round, asked, standing }: OpenSeat): Form {
  const { number } = round.list;
  const at = standing ? t.moment(standing.sentAt) : '';
  return agreeForm.draw({
    title: t('reviews.agree.title'),
    submit: t('reviews.agree.submit'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      { kind: 'text', text: [{ bold: t('reviews.agree.text', { count: asked.length, number }) }] },
      ...(standing ? ([{ kind: 'text', text: [t('reviews.agree.replaces', { at })] }] as const) : []),
      ...nomineeBlocks(t, asked),
      { kind: 'note', text: [t('reviews.agree.note')] },
    ],
  });
}

/** `forName`: entered for somebody, by that name. */
export function pickView(t: Texts, seat: OpenSeat, forName: string | null): Form {
  const { round, asked, draft, standing } = seat;
  const lines = draft
    ? draft.lines.filter((line) => line.isPicked)
    : (standing?.lines.filter((line) => !line.byList) ?? []);
  const picked = lines.map(({ entry }) => entry);
  const restAgrees = draft?.restAgrees ?? standing?.restAgrees ?? false;
  const via = draft?.via ? t.label('common.via', draft.via.kind) : '';
  const intro: Block[] = [
    ...(forName === null
      ? []
      : [{ kind: 'text', text: [t('reviews.pick.forSomebody', { name: forName, via })] } as const]),
    { kind: 'text', text: [t('reviews.pick.intro')] },
    { kind: 'note', text: [whoReads(t, round)] },
    ...(round.why === null
      ? []
      : ([
          { kind: 'note', text: [t('reviews.pick.again')] },
          { kind: 'quote', text: round.why },
        ] as const)),
  ];
  return pickForm.draw({
    title: t('reviews.pick.title'),
    submit: t('reviews.pick.submit'),
    cancel: t('common.cancel'),
    state: { round: round.id, person: forName === null ? null : seat.seat.person },
    items: [
      ...intro,
      ...byPosition(asked).flatMap(({ title, entries }, place) => choiceFields(t, `${place}`, title, entries, picked)),
      pickForm.field('rest', {
        label: t('reviews.pick.rest'),
        hint: t('reviews.pick.restHint'),
        optional: true,
        input: {
          type: 'checkboxes',
          options: [{ value: 'yes', label: t('reviews.pick.restYes') }],
          initial: restAgrees ? ['yes'] : [],
        },
      }),
    ],
  });
}

/** What was chosen, over all fields. */
export function choiceIn(values: z.output<typeof pickForm.values>): { picked: ListEntryId[]; restAgrees: boolean } {
  const chosen = Object.entries(values).filter(([name]) => name !== 'rest');
  return {
    picked: chosen.flatMap(([, value]) => value ?? []) as ListEntryId[],
    restAgrees: [values.rest ?? []].flat().includes('yes'),
  };
}

function choiceFields(
  t: Texts,
  name: string,
  title: string,
  entries: readonly ListEntry[],
  picked: readonly ListEntryId[],
): Field[] {
  const chunks = Array.from({ length: Math.ceil(entries.length / menuMax) }, (_, index) =>
    entries.slice(index * menuMax, (index + 1) * menuMax),
  );
  return chunks.map((chunk, index) =>
    pickForm.field(`position-${name}-${index}`, {
      label: title,
      optional: true,
      input: {
        type: 'multi-select',
        options: chunk.map((entry) => nomineeOption(t, entry)),
        initial: picked.filter((id) => chunk.some((entry) => entry.id === id)),
        placeholder: t('reviews.pick.nobody'),
      },
    }),
  );
}

export interface LineDrawing {
  readonly entry: ListEntry;
  readonly version: number;
  readonly stance: Stance | null;
  readonly words: Words;
  readonly chairOnly: boolean;
  readonly byAspect: boolean;
  /** What another window kept in the meantime. */
  readonly meanwhile?: DraftLine;
  readonly requestId?: string;
}

export function lineView(t: Texts, seat: OpenSeat, drawing: LineDrawing): Form {
  const { entry, words, stance, meanwhile, requestId } = drawing;
  const picked = seat.draft?.lines.filter((line) => line.isPicked) ?? [];
  const place = picked.findIndex((line) => line.entry === entry.id) + 1;
  const isOwn = seat.seat.person === seat.seat.author;
  return lineForm.draw({
    title: t('reviews.line.title'),
    submit: t('reviews.line.submit'),
    cancel: t('common.cancel'),
    state: { round: seat.round.id, person: isOwn ? null : seat.seat.person, entry: entry.id, version: drawing.version },
    ...(requestId === undefined ? {} : { requestId }),
    items: [
      { kind: 'heading', text: nomineeName(t, entry) },
      { kind: 'note', text: [underName(t, entry)] },
      ...(picked.length > 1
        ? ([{ kind: 'note', text: [t('reviews.line.place', { place, count: picked.length })] }] as const)
        : []),
      ...(meanwhile ? meanwhileBlocks(t, meanwhile) : []),
      lineForm.field('stance', {
        label: t('reviews.line.stance'),
        input: {
          type: 'radio',
          options: stances.map((value) => ({ value, label: t.label('reviews.stances', value) })),
          ...(stance === null ? {} : { initial: stance }),
        },
      }),
      lineForm.field('text', {
        label: t('reviews.line.text'),
        hint: t('reviews.line.textHint', { max: t.number(textMax) }),
        optional: true,
        input: textInput(words.text),
      }),
      lineForm.field('chairOnly', {
        label: t('visibility.chairOnly'),
        hint: chairOnlyHint(t, seat.round),
        optional: true,
        input: {
          type: 'checkboxes',
          options: [{ value: 'yes', label: t('visibility.chairOnlyYes') }],
          initial: drawing.chairOnly ? ['yes'] : [],
        },
      }),
      lineForm.field('byAspect', {
        label: t('reviews.line.byAspect'),
        optional: true,
        live: true,
        input: {
          type: 'checkboxes',
          options: [{ value: 'yes', label: t('reviews.line.byAspectYes') }],
          initial: drawing.byAspect ? ['yes'] : [],
        },
      }),
      ...(drawing.byAspect ? aspectsAsked(seat.round.list).map((aspect) => aspectField(t, seat, aspect, words)) : []),
    ],
  });
}

/** `possible`: what may stand between the reader and a nominee, as far as it is known. */
export function recuseView(
  t: Texts,
  { round, asked }: OpenSeat,
  possible: ReadonlyMap<PersonId, readonly ConflictKind[]>,
): Form {
  const people = [...new Map(asked.map((entry) => [entry.person, entry])).values()];
  const options = people.map((entry) => {
    const kinds = (possible.get(entry.person) ?? []).map((kind) => t.label('conflicts.kinds', kind));
    const note = kinds.length > 0 ? { note: t('conflicts.card.maybe', { kinds: t.list(kinds) }) } : {};
    return { value: entry.id, label: nomineeName(t, entry), ...note };
  });
  return recuseForm.draw({
    title: t('reviews.recuse.title'),
    submit: t('reviews.recuse.submit'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      { kind: 'text', text: [t('reviews.recuse.intro')] },
      recuseForm.field('entry', {
        label: t('reviews.recuse.who'),
        input: options.length > menuMax ? { type: 'search' } : { type: 'select', options },
      }),
      recuseForm.field('reason', {
        label: t('reviews.recuse.reason'),
        input: kindInput(t),
      }),
    ],
  });
}

function aspectField(t: Texts, { round }: OpenSeat, aspect: (typeof aspects)[number], words: Words): Field {
  return lineForm.field(aspect, {
    label: aspectLabel(t, round.list, aspect),
    optional: true,
    input: textInput(words.aspects[aspect]),
  });
}

function textInput(initial: string | null) {
  return { type: 'text', multiline: true, max: textMax, ...(initial === null ? {} : { initial }) } as const;
}

function meanwhileBlocks(t: Texts, line: DraftLine): Block[] {
  const texts = [line.text, ...aspects.map((aspect) => line.aspects[aspect])].filter((text) => text !== null);
  return [
    { kind: 'text', text: [t('reviews.line.meanwhile')] },
    ...(line.stance ? [{ kind: 'text', text: [{ bold: t.label('reviews.stances', line.stance) }] } as const] : []),
    ...texts.map((text) => ({ kind: 'quote', text }) as const),
  ];
}
