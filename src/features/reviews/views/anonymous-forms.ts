/** The forms of anonymous rounds: opening one, and the paper. No field tells the bot anything before it is sent. */
import { z } from 'zod';
import { defineForm, type Field, type Form, type RawValue } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import type { Membership } from '../../committees/types.ts';
import type { Plan } from '../../plans/types.ts';
import { printedReceipt } from '../../sealing/rules/receipt.ts';
import { textMax } from '../rules/answer.ts';
import { aspectField, type FilledIn, stanceField, textField } from '../rules/paper.ts';
import { aspectsAsked } from '../rules/rule-set.ts';
import type { OpenPaper } from '../types/anonymous.ts';
import {
  type Aspect,
  aspects,
  type ListEntry,
  type ListEntryId,
  type Round,
  type Stance,
  stances,
} from '../types/nouns.ts';
import { aspectLabel } from './aspects.ts';
import { planInput } from './clerk-forms.ts';
import { byPosition, nomineeName, nomineeOption, underName } from './nominees.ts';

export const openAnonymousForm = defineForm({
  id: 'reviews.open-anonymous',
  state: z.object({ committee: z.string() }),
  values: z.object({
    plan: z.string(),
    date: z.string(),
    time: z.string().nullable(),
    holders: z.array(z.string()).nullable(),
    why: z.string().nullable(),
  }),
});

const anyValue = z.union([z.array(z.string()), z.string(), z.null()]);

/** On a long list: whom the paper is about. The choice is what fields the paper then has, and is kept nowhere. */
export const pickPaperForm = defineForm({
  id: 'reviews.paper-pick',
  state: z.object({ round: z.string() }),
  values: z.record(z.string(), anyValue),
});

/** `receipt` is empty when the person types the one of their earlier paper. */
export const paperForm = defineForm({
  id: 'reviews.paper',
  state: z.object({ round: z.string(), receipt: z.string() }),
  values: z.record(z.string(), anyValue),
});

const receiptForm = defineForm({ id: 'reviews.paper-sent', state: z.object({}), values: z.object({}) });

/** A form takes a hundred items: what stands above the nominees and below them, and for each a heading and the fields. */
const itemsMax = 100;
const itemsAround = 6;
const itemsEach = 5;
/** Up to so many nominees the paper is one form at once, with all its fields. */
export const directMax = 5;
const byAspectField = 'by-aspect';

/** Nominees on one form. */
export function nomineesMax(list: Round['list'], byAspect: boolean): number {
  const each = itemsEach + (byAspect ? aspectsAsked(list).length : 0);
  return Math.floor((itemsMax - itemsAround) / each);
}

const menuMax = 100;

export function openAnonymousView(
  t: Texts,
  given: { committee: CommitteeId; plans: readonly Plan[]; people: readonly Membership[]; usual: readonly PersonId[] },
): Form {
  const { committee, plans, people, usual } = given;
  const holders = people.slice(0, menuMax).map(({ person, fullName, post }) => ({
    value: person as string,
    label: fullName,
    ...(post ? { note: post } : {}),
  }));
  return openAnonymousForm.draw({
    title: t('anonymous.open.title'),
    submit: t('reviews.open.submit'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      { kind: 'text', text: [t('anonymous.open.intro')] },
      openAnonymousForm.field('plan', {
        label: t('reviews.open.plan'),
        input: planInput(t, plans),
      }),
      openAnonymousForm.field('date', { label: t('reviews.open.date'), input: { type: 'date' } }),
      openAnonymousForm.field('time', {
        label: t('reviews.open.time'),
        hint: t('reviews.open.timeHint'),
        optional: true,
        input: { type: 'time' },
      }),
      openAnonymousForm.field('holders', {
        label: t('anonymous.open.holders'),
        hint: t('anonymous.open.holdersHint'),
        input: { type: 'multi-select', options: holders, initial: [...usual] },
      }),
      openAnonymousForm.field('why', {
        label: t('reviews.open.why'),
        hint: t('reviews.open.whyHint'),
        optional: true,
        input: { type: 'text', max: 500 },
      }),
    ],
  });
}

/** What is promised and what is not stands above every paper (secrecy.md). */
export function promiseBlocks(t: Texts): readonly Block[] {
  return [
    { kind: 'text', text: [t('anonymous.promise')] },
    { kind: 'note', text: [t('anonymous.wording')] },
  ];
}

export function pickPaperView(t: Texts, { round, asked }: OpenPaper): Form {
  const asks = aspectsAsked(round.list).length > 0;
  return pickPaperForm.draw({
    title: t('anonymous.paper.title'),
    submit: t('reviews.pick.submit'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      ...promiseBlocks(t),
      {
        kind: 'text',
        text: [
          t('anonymous.paper.pick', { max: nomineesMax(round.list, false) }),
          ...(asks ? [' ', t('anonymous.paper.pickByAspect', { max: nomineesMax(round.list, true) })] : []),
        ],
      },
      ...byPosition(asked).flatMap(({ title, entries }, place) => choiceFields(t, `${place}`, title, entries)),
      ...(asks ? [byAspectChoice(t)] : []),
    ],
  });
}

export function paperView(t: Texts, given: OpenPaper & { shown: readonly ListEntry[]; byAspect: boolean }): Form {
  const { round, asked, shown, hasSent, receipt } = given;
  const fields = given.byAspect ? aspectsAsked(round.list) : [];
  const isWhole = shown.length === asked.length;
  return paperForm.draw({
    title: t('anonymous.paper.title'),
    submit: t('anonymous.paper.submit'),
    cancel: t('common.cancel'),
    state: { round: round.id, receipt },
    items: [
      ...promiseBlocks(t),
      ...(hasSent ? replacingItems(t) : receiptBlocks(t, receipt)),
      ...shown.flatMap((entry) => nomineeItems(t, round.list, entry, fields)),
      paperForm.field('rest', {
        label: t('reviews.pick.rest'),
        hint: t('reviews.pick.restHint'),
        optional: true,
        input: {
          type: 'checkboxes',
          options: [{ value: 'yes', label: t(isWhole ? 'anonymous.paper.restAll' : 'reviews.pick.restYes') }],
        },
      }),
    ],
  });
}

/** In the place of the form, never in a message: the receipt is seen in this window only. */
export function sentView(t: Texts, sent: { receipt: string; isReplaced: boolean; lines: number }): Form {
  return receiptForm.draw({
    title: t('anonymous.sent.title'),
    submit: null,
    cancel: t('anonymous.sent.close'),
    state: {},
    items: [
      {
        kind: 'text',
        text: [t(sent.isReplaced ? 'anonymous.sent.replaced' : 'anonymous.sent.text', { count: sent.lines })],
      },
      { kind: 'text', text: t.rich('anonymous.sent.receipt', { receipt: printedReceipt(sent.receipt) }) },
      { kind: 'note', text: [t('anonymous.sent.note')] },
    ],
  });
}

/** What was filled in, nominee by nominee, by the names of the fields. */
export function filledIn(values: Readonly<Record<string, RawValue>>): {
  filled: readonly FilledIn[];
  restAgrees: boolean;
  receipt: string | null;
} {
  const entries = Object.keys(values).flatMap((name) =>
    name.startsWith('stance-') ? [name.slice('stance-'.length) as ListEntryId] : [],
  );
  return {
    filled: entries.map((entry) => ({
      entry,
      stance: stanceIn(values[stanceField(entry)]),
      text: textIn(values[textField(entry)]),
      aspects: aspectsIn(values, entry),
    })),
    restAgrees: [values.rest ?? []].flat().includes('yes'),
    receipt: textIn(values.receipt),
  };
}

export function pickedIn(values: Readonly<Record<string, RawValue>>): { picked: readonly string[]; byAspect: boolean } {
  const chosen = Object.entries(values).filter(([name]) => name !== byAspectField);
  return {
    picked: chosen.flatMap(([, value]) => value ?? []),
    byAspect: [values[byAspectField] ?? []].flat().includes('yes'),
  };
}

function byAspectChoice(t: Texts): Field {
  return pickPaperForm.field(byAspectField, {
    label: t('reviews.line.byAspect'),
    optional: true,
    input: { type: 'checkboxes', options: [{ value: 'yes', label: t('reviews.line.byAspectYes') }] },
  });
}

/** Null: the form had no such fields. */
function aspectsIn(values: Readonly<Record<string, RawValue>>, entry: ListEntryId): FilledIn['aspects'] {
  if (aspects.every((aspect) => values[aspectField(aspect, entry)] === undefined)) return null;
  const text = (aspect: Aspect) => textIn(values[aspectField(aspect, entry)]);
  return {
    quality: text('quality'),
    capacity: text('capacity'),
    prestige: text('prestige'),
    prospects: text('prospects'),
  };
}

function replacingItems(t: Texts): readonly (Block | Field)[] {
  return [
    { kind: 'text', text: [t('anonymous.paper.replaces')] },
    paperForm.field('receipt', {
      label: t('anonymous.paper.receipt'),
      hint: t('anonymous.paper.receiptHint'),
      input: { type: 'text', max: 40 },
    }),
  ];
}

function receiptBlocks(t: Texts, receipt: string): readonly Block[] {
  return [{ kind: 'text', text: t.rich('anonymous.paper.printed', { receipt: printedReceipt(receipt) }) }];
}

function nomineeItems(
  t: Texts,
  list: Round['list'],
  entry: ListEntry,
  fields: readonly Aspect[],
): readonly (Block | Field)[] {
  const name = nomineeName(t, entry);
  return [
    { kind: 'divider' },
    { kind: 'text', text: [{ bold: name }] },
    { kind: 'note', text: [underName(t, entry)] },
    paperForm.field(stanceField(entry.id), {
      label: t('reviews.line.stance'),
      optional: true,
      input: {
        type: 'select',
        options: stances.map((value) => ({ value, label: t.label('reviews.stances', value) })),
        placeholder: t('anonymous.paper.nothing'),
      },
    }),
    paperForm.field(textField(entry.id), {
      label: t('reviews.line.text'),
      optional: true,
      input: { type: 'text', multiline: true, max: textMax },
    }),
    ...fields.map((aspect) =>
      paperForm.field(aspectField(aspect, entry.id), {
        label: aspectLabel(t, list, aspect),
        optional: true,
        input: { type: 'text', multiline: true, max: textMax },
      }),
    ),
  ];
}

function choiceFields(t: Texts, name: string, title: string, entries: readonly ListEntry[]): readonly Field[] {
  const chunks = Array.from({ length: Math.ceil(entries.length / menuMax) }, (_, index) =>
    entries.slice(index * menuMax, (index + 1) * menuMax),
  );
  return chunks.map((chunk, index) =>
    pickPaperForm.field(`position-${name}-${index}`, {
      label: title,
      optional: true,
      input: {
        type: 'multi-select',
        options: chunk.map((entry) => nomineeOption(t, entry)),
        placeholder: t('reviews.pick.nobody'),
      },
    }),
  );
}

function stanceIn(value: RawValue | undefined): Stance | null {
  return stances.find((stance) => stance === value) ?? null;
}

function textIn(value: RawValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
