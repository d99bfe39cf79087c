/** Who is summoned, page by page; the ways to summon many; and those who are invited by letter. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { plain, type Rich } from '../../../kernel/rich.ts';
import { markedRows } from '../../classification/views/marks.ts';
import type { Fault, PersonChange } from '../../imports/types/people.ts';
import type { Revision, Summoned } from '../types.ts';
import {
  addOrTakeOffButton,
  agendaButton,
  lettersButton,
  pastedButton,
  pastedPageButton,
  previewButton,
  summonManyButton,
  summonsPageButton,
} from './buttons.ts';
import { pageButtons, pageOf } from './pages.ts';
import { titleText, whenText } from './parts.ts';

export interface SummonsView {
  readonly conference: { readonly id: string; readonly revision: number };
  readonly content: Revision;
  readonly summoned: readonly Summoned[];
}

/** `said`: what was just done, above the list. */
export function summonsMessage(t: Texts, view: SummonsView, wanted: number, said: string | null = null): Message {
  const { conference, content, summoned } = view;
  const page = pageOf(summoned, (one) => plain(line(t, one, 999)), wanted);
  const data = { conference: conference.id };
  const letters = summoned.filter((one) => !one.isReachable).length;
  return {
    summary: t('conferences.summons.summary'),
    blocks: [
      { kind: 'heading', text: t('conferences.parts.summoned') },
      { kind: 'text', text: [{ bold: titleText(t, content) }, `, ${whenText(t, content)}`] },
      ...(said === null ? [] : [{ kind: 'text', text: [said] } as const]),
      { kind: 'text', text: [counted(t, summoned)] },
      ...(letters > 0 ? [{ kind: 'note', text: [t('conferences.summons.letters', { count: letters })] } as const] : []),
      { kind: 'list', items: page.items.map((one, index) => line(t, one, page.from + index + 1)) },
      {
        kind: 'buttons',
        buttons: [
          ...pageButtons(t, page, (label, to) => summonsPageButton.draw(label, { ...data, page: to })),
          addOrTakeOffButton.draw(t('conferences.summons.change'), data),
          summonManyButton.draw(t('conferences.summons.many'), data),
          ...(letters > 0 ? [lettersButton.draw(t('conferences.summons.toLetters'), { ...data, page: '1' })] : []),
          agendaButton.draw(t('conferences.buttons.agenda'), { ...data, page: '1' }),
          ...(content.number > conference.revision ? [previewButton.draw(t('conferences.form.next'), data)] : []),
        ],
      },
    ],
  };
}

function counted(t: Texts, summoned: readonly Summoned[]): string {
  const guests = summoned.filter((one) => !one.counts).length;
  return [
    t('conferences.parts.people', { count: summoned.length }),
    ...(guests > 0 ? [t('conferences.parts.guests', { count: guests })] : []),
  ].join(', ');
}

function line(t: Texts, one: Summoned, number: number): Rich {
  const remarks = [
    ...(one.counts ? [] : [t('conferences.overview.guest')]),
    ...(one.isReachable ? [] : [t('conferences.overview.noAccount')]),
  ];
  const post = one.post ? `, ${one.post}` : '';
  return [`${number}. `, one.fullName, `${post}${remarks.length > 0 ? ` (${remarks.join(', ')})` : ''}`];
}

export interface Letters {
  readonly conference: string;
  readonly page: number;
  readonly pages: number;
  /** With the headings on the first page. */
  readonly rows: readonly (readonly string[])[];
}

/** Whoever has no account is invited by letter: a table to print from, a page of it at a time. */
export function lettersOf(t: Texts, view: SummonsView, wanted: number): Letters {
  const page = pageOf(
    view.summoned.filter((one) => !one.isReachable),
    (one) => plain(line(t, one, 999)),
    wanted,
  );
  const lines = page.items.map((one, index) => [
    String(page.from + index + 1),
    one.fullName,
    one.post ?? '',
    one.counts ? '' : t('conferences.overview.guest'),
  ]);
  const columns = ['number', 'name', 'post', 'remark'] as const;
  const header = columns.map((column) => t(`conferences.summons.columns.${column}`));
  const rows = page.number === 1 ? markedRows(t, view.content.classification, [header, ...lines]) : lines;
  return { conference: view.conference.id, page: page.number, pages: page.pages, rows };
}

export function lettersMessage(t: Texts, letters: Letters, csv: string): Message {
  const { conference, page, pages } = letters;
  return {
    summary: t('conferences.summons.lettersSummary'),
    blocks: [
      { kind: 'heading', text: t('conferences.summons.lettersHeading') },
      { kind: 'text', text: [t('conferences.summons.lettersHow', { page, pages })] },
      { kind: 'copy', text: csv },
      {
        kind: 'buttons',
        buttons: [
          ...pageButtons(t, { number: page, pages }, (label, to) =>
            lettersButton.draw(label, { conference, page: to }),
          ),
          summonsPageButton.draw(t('conferences.buttons.summoned'), { conference, page: '1' }),
        ],
      },
    ],
  };
}

const rows = z.string().nullish();
export const manyForm = defineForm({
  id: 'conferences.summon-many',
  state: z.object({ conference: z.string(), version: z.string() }),
  values: z.object({
    members: z.array(z.literal('members')).nullish(),
    units: z.array(z.string()).nullish(),
    earlier: z.string().nullish(),
    rows,
    rows2: rows,
    rows3: rows,
    rows4: rows,
    as: z.enum(['counts', 'guests']),
  }),
});

export interface ManyFormParts {
  readonly conference: { readonly id: string; readonly version: number };
  readonly units: readonly { readonly unit: string; readonly count: number }[];
  readonly earlier: readonly Revision[];
  readonly earlierIds: readonly string[];
}

export function manyView(t: Texts, parts: ManyFormParts): Form {
  const pasted = (['rows', 'rows2', 'rows3', 'rows4'] as const).map((name, index) =>
    manyForm.field(name, {
      label: t(index === 0 ? 'conferences.summons.form.rows' : 'conferences.summons.form.more'),
      ...(index === 0 ? { hint: t('conferences.summons.form.rowsHint') } : {}),
      optional: true,
      input: { type: 'text', multiline: true, max: 3_000 },
    }),
  );
  return manyForm.draw({
    title: t('conferences.summons.form.title'),
    submit: t('conferences.summons.form.submit'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference.id, version: String(parts.conference.version) },
    items: [
      { kind: 'text', text: [t('conferences.summons.form.intro')] },
      manyForm.field('as', {
        label: t('conferences.summons.form.as'),
        input: {
          type: 'radio',
          options: (['counts', 'guests'] as const).map((value) => ({
            value,
            label: t(`conferences.summons.form.${value}`),
          })),
          initial: 'counts',
        },
      }),
      manyForm.field('members', {
        label: t('conferences.summons.form.members'),
        optional: true,
        input: {
          type: 'checkboxes',
          options: [{ value: 'members', label: t('conferences.summons.form.membersAll') }],
        },
      }),
      ...(parts.units.length > 0
        ? [
            manyForm.field('units', {
              label: t('conferences.summons.form.units'),
              optional: true,
              input: {
                type: 'multi-select',
                options: parts.units.slice(0, 100).map(({ unit, count }, index) => ({
                  // A value holds 75 characters, a unit may have more: its place in the list stands for it.
                  value: String(index),
                  label: `${unit} (${t.number(count)})`.slice(0, 75),
                })),
              },
            }),
          ]
        : []),
      ...(parts.earlier.length > 0
        ? [
            manyForm.field('earlier', {
              label: t('conferences.summons.form.earlier'),
              hint: t('conferences.summons.form.earlierHint'),
              optional: true,
              input: {
                type: 'select',
                options: parts.earlier.map((revision, index) => ({
                  value: parts.earlierIds[index] ?? '',
                  label: t.moment(revision.startsAt),
                  note: titleText(t, revision).slice(0, 75),
                })),
              },
            }),
          ]
        : []),
      ...pasted,
    ],
  });
}

export interface PastedView {
  readonly conference: string;
  readonly version: number;
  readonly preview: string;
  readonly as: 'counts' | 'guests';
  readonly changes: readonly PersonChange[];
  readonly faults: readonly Fault[];
}

/** Before a pasted list goes onto the draft: who is known, who is new, which lines are left out. */
export function pastedMessage(t: Texts, view: PastedView, wanted: number): Message {
  const { changes, faults, conference, preview, as } = view;
  const page = pageOf(changes, (change) => plain(pastedLine(t, change, 999)), wanted);
  const unknown = changes.filter(({ kind }) => kind === 'new').length;
  const data = { conference, preview, as };
  const label = t('conferences.summons.put', { count: changes.length });
  return {
    summary: t('conferences.summons.pastedSummary'),
    blocks: [
      { kind: 'heading', text: t('conferences.summons.pastedHeading') },
      { kind: 'text', text: [t('conferences.summons.known', { count: changes.length - unknown })] },
      ...(unknown > 0 ? [{ kind: 'text', text: [t('conferences.summons.unknown', { count: unknown })] } as const] : []),
      ...faultBlocks(t, faults),
      { kind: 'list', items: page.items.map((change, index) => pastedLine(t, change, page.from + index + 1)) },
      { kind: 'note', text: [t('conferences.summons.nothingSent')] },
      {
        kind: 'buttons',
        buttons: [
          ...(changes.length > 0
            ? [pastedButton.draw(label, { ...data, version: String(view.version) }, { style: 'primary' })]
            : []),
          ...pageButtons(t, page, (text, to) => pastedPageButton.draw(text, { ...data, page: to })),
          summonManyButton.draw(t('conferences.summons.again'), { conference }),
        ],
      },
    ],
  };
}

/** Lines told on one page; more faults than this are a list to be looked at first. */
const faultsShown = 20;

function faultBlocks(t: Texts, faults: readonly Fault[]): readonly Block[] {
  if (faults.length === 0) return [];
  const more = faults.length - faultsShown;
  return [
    {
      kind: 'text',
      text: [t('conferences.summons.faults', { count: new Set(faults.map(({ line: at }) => at)).size })],
    },
    {
      kind: 'list',
      items: faults
        .slice(0, faultsShown)
        .map(({ line: at, typed }) => [t('conferences.summons.fault', { line: at, typed })]),
    },
    ...(more > 0 ? [{ kind: 'note', text: [t('conferences.summons.moreFaults', { count: more })] } as const] : []),
  ];
}

function pastedLine(t: Texts, change: PersonChange, number: number): Rich {
  const { row } = change;
  const post = [row.partyPost, row.statePost, row.unit].filter(Boolean).join(', ');
  const end = change.kind === 'new' ? ` (${t('conferences.summons.isNew')})` : '';
  return [`${number}. `, change.form.fullName, `${post ? `, ${post}` : ''}${end}`];
}
