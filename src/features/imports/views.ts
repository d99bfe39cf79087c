/** The form that takes a pasted list, the preview of what was understood, and what was stored. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../chat/form.ts';
import type { Block, Message } from '../../chat/message.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { CommitteeId, PlanId } from '../../kernel/ids.ts';
import type { Rich } from '../../kernel/rich.ts';
import { register } from '../eligibility/rules/rule-sets/legal-references.ts';
import { citationsIn } from '../guidance/rules/citations.ts';
import { citationNotes } from '../guidance/views/citations.ts';
import { describePerson, importButton, registerButton } from '../people/views/register.ts';
import { importEntriesButton, planButton } from '../plans/views/buttons.ts';
import type { UnitAdvice } from '../units/types.ts';
import { adviceBlocks } from '../units/views/advice.ts';
import type { Counts, Fault, PersonChange, ReadList } from './types.ts';

export const storeButton = defineButton('imports.store', z.object({ committee: z.string(), preview: z.string() }));

const rows = z.string().nullish();
export const pasteForm = defineForm({
  id: 'imports.paste',
  state: z.object({ committee: z.string(), plan: z.string().nullable() }),
  values: z.object({ file: z.string().nullish(), rows, rows2: rows, rows3: rows }),
});

export interface Where {
  readonly committee: CommitteeId;
  /** Null: into the register only. */
  readonly plan: { readonly id: PlanId; readonly title: string } | null;
}

export function pasteView(t: Texts, where: { committee: string; plan: string | null }): Form {
  const field = (name: 'rows' | 'rows2' | 'rows3', optional: boolean) =>
    pasteForm.field(name, {
      label: t(name === 'rows' ? 'imports.form.rows' : 'imports.form.more'),
      optional,
      input: { type: 'text', multiline: true, max: 3000 },
    });
  return pasteForm.draw({
    title: t(where.plan ? 'imports.form.titleEntries' : 'imports.form.titlePeople'),
    submit: t('imports.form.submit'),
    cancel: t('common.cancel'),
    state: where,
    items: [
      { kind: 'text', text: [t(where.plan ? 'imports.form.introEntries' : 'imports.form.introPeople')] },
      pasteForm.field('file', {
        label: t('imports.form.file'),
        hint: t('imports.form.fileHint'),
        optional: true,
        input: { type: 'file', types: ['csv', 'xlsx', 'txt', 'tsv'] },
      }),
      field('rows', true),
      field('rows2', true),
      field('rows3', true),
    ],
  });
}

/** Every faulty row with its reason; of what is new and changed the first twenty by name. */
export function previewMessage(
  t: Texts,
  shown: Where & {
    readonly preview: string;
    readonly list: ReadList;
    readonly changes: readonly PersonChange[];
    readonly faults: readonly Fault[];
    readonly counts: Counts;
    readonly advice: readonly UnitAdvice[];
  },
): Message {
  const { committee, plan, counts, list, changes } = shown;
  const faults = [...list.faults, ...shown.faults].sort((a, b) => a.line - b.line);
  const canStore = changes.some((change) => change.kind !== 'unchanged' || change.row.entries.length > 0);
  const again = plan
    ? importEntriesButton.draw(t('imports.preview.again'), { committee, plan: plan.id })
    : importButton.draw(t('imports.preview.again'), { committee });
  return {
    summary: t('imports.preview.summary'),
    blocks: [
      {
        kind: 'heading',
        text: plan ? t('imports.preview.titleEntries', { plan: plan.title }) : t('imports.preview.titlePeople'),
      },
      {
        kind: 'text',
        text: [{ bold: t('imports.preview.nothingStored') }, ' ', t('imports.preview.counts', { ...counts })],
      },
      ...listed(
        t('imports.preview.faults'),
        faults.map((fault) => [faultLine(t, fault)]),
      ),
      ...changeBlocks(t, 'new', changes),
      ...changeBlocks(t, 'changed', changes),
      ...passedOverNote(t, list),
      ...(list.ignored.length > 0
        ? [{ kind: 'note', text: [t('imports.preview.ignored', { list: t.list(list.ignored.slice(0, 20)) })] } as const]
        : []),
      ...adviceBlocks(t, shown.advice),
      ...citationNotes(t, citationsIn(decisionsOf(changes), register)).slice(0, 5),
      { kind: 'note', text: [t(canStore ? 'imports.preview.hour' : 'imports.preview.nothing')] },
      {
        kind: 'buttons',
        buttons: [
          ...(canStore
            ? [
                storeButton.draw(
                  t('imports.preview.submit'),
                  { committee, preview: shown.preview },
                  { style: 'primary' },
                ),
              ]
            : []),
          again,
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

export function storedMessage(t: Texts, where: Where, counts: Counts & { readonly entries: number }): Message {
  const { committee, plan } = where;
  const { added, changed, unchanged, faulty } = counts;
  const lines = [
    t('imports.done.people', { added, changed, unchanged }),
    ...(plan ? [t('imports.done.entries', { count: counts.entries })] : []),
    ...(faulty > 0 ? [t('imports.done.faulty', { count: faulty })] : []),
    t('imports.done.again'),
  ];
  return {
    summary: t('imports.preview.summary'),
    blocks: [
      ...lines.map((line): Block => ({ kind: 'text', text: [line] })),
      {
        kind: 'buttons',
        buttons: [
          plan
            ? planButton.draw(t('plans.list.buttonOpen'), { committee, plan: plan.id })
            : registerButton.draw(t('people.form.buttonOpen'), { committee, page: '1' }),
        ],
      },
    ],
  };
}

/** Numbers and dates of decisions as typed, each once. */
function decisionsOf(changes: readonly PersonChange[]): string {
  const typed = changes.flatMap(({ row }) => [...row.entries, ...row.disciplines].map(({ decision }) => decision));
  return [...new Set(typed)].filter((decision) => decision !== null).join('\n');
}

export function faultLine(t: Texts, fault: Fault): string {
  const expected = t(`imports.expected.${fault.expected}`, { hint: fault.hint ?? '' });
  const column = t.label('imports.columns', fault.column);
  const { line, typed } = fault;
  return typed === ''
    ? t('imports.preview.faultEmpty', { line, column, expected })
    : t('imports.preview.fault', { line, column, typed, expected });
}

const linesShown = 20;

function passedOverNote(t: Texts, { passedOver }: ReadList): readonly Block[] {
  if (passedOver.length === 0) return [];
  const shown = passedOver.slice(0, linesShown).map(({ line, text }) => t('imports.preview.line', { line, text }));
  const rest = passedOver.length - shown.length;
  const list = t.list(rest > 0 ? [...shown, t('imports.preview.more', { count: rest })] : shown);
  return [{ kind: 'note', text: [t('imports.preview.passedOver', { list })] }];
}

function changeBlocks(t: Texts, kind: 'new' | 'changed', changes: readonly PersonChange[]): readonly Block[] {
  const these = changes.filter((change) => change.kind === kind);
  const lines = these.slice(0, linesShown).map((change) => changeLine(t, change));
  const more = these.length - lines.length;
  return listed(t(`imports.preview.${kind}`), [
    ...lines,
    ...(more > 0 ? [[t('imports.preview.more', { count: more })]] : []),
  ]);
}

function changeLine(t: Texts, change: PersonChange): Rich {
  const positions = change.row.entries.map(({ position }) => position);
  const to = positions.length > 0 ? ` → ${positions.join('; ')}` : '';
  const about = describePerson(t, change.form);
  const name: Rich = [{ bold: change.form.fullName }];
  if (change.kind === 'new') return [...name, about ? `, ${about}` : '', to];
  const fields = change.fields.map((field) => t.label('imports.columns', field));
  return [...name, `: ${fields.join(', ')}`, to];
}

function listed(title: string, items: readonly Rich[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: [{ bold: title }] },
        { kind: 'list', items },
      ];
}
