/** The form that takes a pasted list, the preview of what was understood, and what was stored. */
import { z } from 'zod';
import { defineButton, defineForm, type Field, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { type Titled, titled } from '../../classification/views/marks.ts';
import { register } from '../../eligibility/rules/rule-sets/legal-references.ts';
import { citationsIn } from '../../guidance/rules/citations.ts';
import { citationNotes } from '../../guidance/views/citations.ts';
import { importButton, registerButton } from '../../people/views/register.ts';
import type { Plan } from '../../plans/types.ts';
import { importEntriesButton, planButton } from '../../plans/views/buttons.ts';
import type { UnitAdvice } from '../../units/types.ts';
import { adviceBlocks } from '../../units/views/advice.ts';
import type { UnclearLine } from '../types/development.ts';
import type { Counts, EntryChange, Fault, PersonChange, ReadList } from '../types/people.ts';
import { changeBlocks, entryBlocks, faultLine, listed, passedOverNote, putForwardNote } from './lines.ts';
import { meantButton } from './meant.ts';

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
  readonly plan: (Pick<Plan, 'id' | 'ruleSet' | 'ruleSetVersion'> & Titled) | null;
}

export function pasteView(t: Texts, where: { committee: string; plan: string | null }): Form {
  return pasteForm.draw({
    title: t(where.plan ? 'imports.form.titleEntries' : 'imports.form.titlePeople'),
    submit: t('imports.form.submit'),
    cancel: t('common.cancel'),
    state: where,
    items: [
      { kind: 'text', text: [t(where.plan ? 'imports.form.introEntries' : 'imports.form.introPeople')] },
      ...listFields(t, pasteForm.field),
    ],
  });
}

type ListField = 'file' | 'rows' | 'rows2' | 'rows3';

/** Where a list is given: a file, or pasted rows in as many fields as a long list needs. */
export function listFields(t: Texts, field: (name: ListField, drawn: Omit<Field, 'kind' | 'name'>) => Field) {
  const pasted = (['rows', 'rows2', 'rows3'] as const).map((name) =>
    field(name, {
      label: t(name === 'rows' ? 'imports.form.rows' : 'imports.form.more'),
      optional: true,
      input: { type: 'text', multiline: true, max: 3000 },
    }),
  );
  const file = field('file', {
    label: t('imports.form.file'),
    hint: t('imports.form.fileHint'),
    optional: true,
    input: { type: 'file', types: ['csv', 'xlsx', 'txt', 'tsv'] },
  });
  return [file, ...pasted];
}

/** Every faulty row with its reason; of what is new and changed the first twenty by name. */
export function previewMessage(
  t: Texts,
  shown: Where & {
    readonly preview: string;
    readonly list: ReadList;
    readonly changes: readonly PersonChange[];
    readonly faults: readonly Fault[];
    readonly unclear: readonly UnclearLine[];
    readonly counts: Counts;
    readonly entries: readonly EntryChange[];
    readonly advice: readonly UnitAdvice[];
  },
): Message {
  const { committee, plan, counts, list, changes } = shown;
  const faults = [...list.faults, ...shown.faults].sort((a, b) => a.line - b.line);
  const enters = shown.entries.some(({ kind }) => kind === 'new' || kind === 'changed');
  const canStore = enters || changes.some(({ kind }) => kind !== 'unchanged');
  const isUnchanged = !canStore && faults.length === 0 && changes.length > 0;
  const again = plan
    ? importEntriesButton.draw(t('imports.preview.again'), { committee, plan: plan.id })
    : importButton.draw(t('imports.preview.again'), { committee });
  return {
    summary: t('imports.preview.summary'),
    blocks: [
      {
        kind: 'heading',
        text: plan ? t('imports.preview.titleEntries', { plan: titled(t, plan) }) : t('imports.preview.titlePeople'),
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
      ...entryBlocks(t, plan, 'new', shown.entries),
      ...entryBlocks(t, plan, 'changed', shown.entries),
      ...putForwardNote(t, shown.entries),
      ...passedOverNote(t, list),
      ...(list.ignored.length > 0
        ? [{ kind: 'note', text: [t('imports.preview.ignored', { list: t.list(list.ignored.slice(0, 20)) })] } as const]
        : []),
      ...adviceBlocks(t, shown.advice),
      ...citationNotes(t, citationsIn(decisionsOf(changes), register)).slice(0, 5),
      ...(isUnchanged ? [{ kind: 'text', text: [{ bold: t('imports.preview.same') }] } as const] : []),
      { kind: 'note', text: [t(canStore ? 'imports.preview.hour' : 'imports.preview.nothing')] },
      ...(canStore ? [{ kind: 'note', text: [t('people.form.purpose')] } as const] : []),
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
          ...(shown.unclear.length > 0
            ? [meantButton.draw(t('imports.meant.button'), { committee, preview: shown.preview, of: 'people' })]
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
