/** Forms of collections: asking the units, entering what came by letter, handing in a submission. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { ReadList } from '../../imports/types/people.ts';
import { faultLine } from '../../imports/views/lines.ts';
import type { Submission } from '../../submissions/types.ts';
import { titleOf } from '../../submissions/views/words.ts';
import type { AskedUnit, Collection } from '../types.ts';

const text = z.string().nullish();

export const openForm = defineForm({
  id: 'collections.open',
  state: z.object({ committee: z.string() }),
  values: z.object({ title: text, date: text }),
});
export const enterForm = defineForm({
  id: 'collections.enter',
  /** What was shown as read, so that only what somebody saw is entered; null: nothing yet. */
  state: z.object({ collection: z.string(), unit: z.string(), seen: z.string().nullable() }),
  values: z.object({ number: text, dated: text, rows: text, rows2: text, replaces: z.array(z.string()).nullish() }),
});
export const handInForm = defineForm({
  id: 'collections.hand-in',
  state: z.object({ collection: z.string(), committee: z.string() }),
  values: z.object({ submission: text }),
});

/** To whom, and in which words, before it goes out. */
export function openView(
  t: Texts,
  committee: string,
  asked: {
    readonly name: string;
    readonly children: readonly { readonly name: string; readonly committeeName: string | null }[];
  },
): Form {
  const inChat = asked.children.filter(({ committeeName }) => committeeName);
  const byLetter = asked.children.filter(({ committeeName }) => !committeeName);
  const names = (some: readonly { readonly name: string }[]) => t.list(some.slice(0, 40).map(({ name }) => name));
  return openForm.draw({
    title: t('collections.form.title'),
    submit: t('collections.form.submit'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      { kind: 'text', text: t.rich('collections.form.intro', { name: asked.name }) },
      ...(inChat.length > 0
        ? [{ kind: 'text', text: [t('collections.form.inChat', { names: names(inChat) })] } as const]
        : []),
      ...(byLetter.length > 0
        ? [{ kind: 'text', text: [t('collections.form.byLetter', { names: names(byLetter) })] } as const]
        : []),
      openForm.field('title', {
        label: t('collections.form.what'),
        hint: t('collections.form.whatHint'),
        input: { type: 'text', max: 200 },
      }),
      openForm.field('date', { label: t('collections.form.date'), input: { type: 'date' } }),
    ],
  });
}

export function enterView(
  t: Texts,
  collection: Pick<Collection, 'id'>,
  unit: AskedUnit,
  again: {
    readonly requestId: string | null;
    readonly seen: string;
    readonly list: ReadList;
    readonly typed: {
      readonly number: string;
      readonly dated: string;
      readonly rows: string;
      readonly rows2: string;
      readonly replaces: boolean;
    };
  } | null = null,
): Form {
  const typed = again?.typed;
  const rows = (name: 'rows' | 'rows2') =>
    enterForm.field(name, {
      label: t(`collections.enter.${name}`),
      ...(name === 'rows' ? { hint: t('collections.enter.rowsHint') } : {}),
      optional: true,
      input: { type: 'text', multiline: true, max: 3000, ...(typed?.[name] ? { initial: typed[name] } : {}) },
    });
  return enterForm.draw({
    title: t('collections.enter.title'),
    submit: t(again ? 'collections.enter.submit' : 'common.save'),
    cancel: t('common.cancel'),
    state: { collection: collection.id, unit: unit.unit, seen: again?.seen ?? null },
    ...(again?.requestId ? { requestId: again.requestId } : {}),
    items: [
      { kind: 'text', text: t.rich('collections.enter.intro', { name: unit.name }) },
      ...(again ? readBlocks(t, again.list) : []),
      enterForm.field('number', {
        label: t('collections.enter.number'),
        input: { type: 'text', max: 200, ...(typed?.number ? { initial: typed.number } : {}) },
      }),
      enterForm.field('dated', {
        label: t('collections.enter.dated'),
        input: { type: 'date', ...(typed?.dated ? { initial: typed.dated } : {}) },
      }),
      rows('rows'),
      rows('rows2'),
      ...(unit.handIn
        ? [
            enterForm.field('replaces', {
              label: t('collections.enter.replaces'),
              optional: true,
              input: {
                type: 'checkboxes',
                options: [{ value: 'yes', label: t('collections.enter.replacesYes') }],
                ...(typed?.replaces ? { initial: ['yes'] } : {}),
              },
            }),
          ]
        : []),
    ],
  });
}

function readBlocks(t: Texts, { rows, faults }: ReadList): readonly Block[] {
  const faulty = new Set(faults.map(({ line }) => line)).size;
  return [
    { kind: 'text', text: [{ bold: t('collections.enter.read', { names: rows.length, faulty }) }] },
    ...(faults.length > 0
      ? [{ kind: 'list', items: faults.slice(0, 20).map((fault) => [faultLine(t, fault)]) } as const]
      : []),
  ];
}

export function handInView(
  t: Texts,
  at: { readonly collection: string; readonly committee: string },
  submissions: readonly Submission[],
): Form {
  return handInForm.draw({
    title: t('collections.handIn.title'),
    submit: t('collections.handIn.submit'),
    cancel: t('common.cancel'),
    state: at,
    items: [
      { kind: 'text', text: [t('collections.handIn.intro')] },
      handInForm.field('submission', {
        label: t('collections.handIn.submission'),
        input: {
          type: 'select',
          options: submissions.slice(0, 100).map((one) => ({ value: one.id, label: titleOf(t, one).slice(0, 75) })),
        },
      }),
    ],
  });
}
