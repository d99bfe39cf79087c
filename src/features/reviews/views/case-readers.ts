/** Who could read a case on a day, as the committee secretary and the chair read it. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { CaseReading, Right, Role, Span } from '../../access/types.ts';
import { caseReadersButton } from '../../nominations/views/buttons.ts';
import type { CaseReader, NoReader } from '../rules/case-readers.ts';
import { otherDayButton } from './case-buttons.ts';

export const caseDayForm = defineForm({
  id: 'reviews.case-readers',
  state: z.object({ committee: z.string(), nominee: z.string() }),
  values: z.object({ on: z.string().nullable() }),
});

export function caseDayView(t: Texts, at: { readonly committee: string; readonly nominee: string }): Form {
  return caseDayForm.draw({
    title: t('caseReaders.form.title'),
    submit: t('caseReaders.form.submit'),
    cancel: t('common.cancel'),
    state: at,
    items: [caseDayForm.field('on', { label: t('caseReaders.form.on'), input: { type: 'date' } })],
  });
}

export interface ReadersShown {
  readonly committee: CommitteeId;
  readonly nominee: { readonly id: PersonId; readonly fullName: string };
  readonly on: PlainDate;
  readonly readers: readonly CaseReader[];
  readonly others: readonly NoReader[];
  readonly besides: readonly CaseReading[];
  readonly names: ReadonlyMap<string, string>;
  readonly rightsByRole: ReadonlyMap<Role, readonly Right[]>;
}

/** A body is small; a very large one is cut off with the number of those left out. */
const longest = 40;

export function readersMessage(t: Texts, shown: ReadersShown): Message {
  const { readers, others, rightsByRole, nominee } = shown;
  const at = { committee: shown.committee, nominee: nominee.id };
  return {
    summary: t('caseReaders.summary'),
    blocks: [
      { kind: 'heading', text: t('caseReaders.title', { date: t.shortDate(shown.on) }) },
      { kind: 'text', text: t.rich('caseReaders.whose', { name: nominee.fullName }) },
      ...listed(
        t,
        t('caseReaders.readers'),
        readers.map((one) => readerLine(t, shown, one)),
      ),
      ...listed(
        t,
        t('caseReaders.besidesRole'),
        shown.besides.map((one) => besidesLine(t, shown, one)),
      ),
      ...listed(
        t,
        t('caseReaders.others'),
        others.map((one) => otherLine(t, shown, one)),
      ),
      ...listed(
        t,
        t('caseReaders.rights'),
        [...rightsByRole].map(([role, rights]) => {
          const may = rights.map((right) => t.label('access.rights', right));
          return `${t.label('access.roles', role)}: ${may.join('; ')}`;
        }),
      ),
      { kind: 'note', text: [t('caseReaders.besides')] },
      { kind: 'buttons', buttons: [otherDayButton.draw(t('caseReaders.buttonDay'), at)] },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** Of several people whose names fit what was typed. */
export function chooseCaseMessage(
  t: Texts,
  committee: CommitteeId,
  people: readonly { readonly id: PersonId; readonly fullName: string }[],
  on: string,
): Message {
  return {
    summary: t('caseReaders.summary'),
    blocks: [
      { kind: 'text', text: [t('quorate.audit.whose')] },
      {
        kind: 'buttons',
        buttons: people.map(({ id, fullName }) => caseReadersButton.draw(fullName, { committee, nominee: id, on })),
      },
    ],
  };
}

function listed(t: Texts, title: string, items: readonly string[]): readonly Block[] {
  if (items.length === 0) return [];
  const left = items.length - longest;
  return [
    { kind: 'text', text: [{ bold: title }] },
    { kind: 'list', items: items.slice(0, longest).map((item) => [item]) },
    ...(left > 0 ? [{ kind: 'note', text: [t('caseReaders.more', { count: left })] } as const] : []),
  ];
}

function readerLine(t: Texts, { names }: ReadersShown, { person, roles, ...span }: CaseReader): string {
  const held = t.list(roles.map((role) => t.label('access.roles', role)));
  return [names.get(person) ?? t('asOf.nameGone'), held, ...timeOf(t, span)].join(', ');
}

/** Of an address nobody knows who had it, and of a committee above who its members are. */
function besidesLine(t: Texts, { names }: ReadersShown, { person, way, facts, ...span }: CaseReading): string {
  const who = person === null ? [] : [names.get(person) ?? t('asOf.nameGone')];
  return [
    ...who,
    t(`caseReaders.ways.${way}`, { number: facts.number ?? 0, name: facts.name ?? '' }),
    ...timeOf(t, span),
  ].join(', ');
}

function timeOf(t: Texts, { from, to }: Span): readonly string[] {
  const since = t('caseReaders.since', { at: t.moment(from) });
  return to ? [since, t('caseReaders.until', { at: t.moment(to) })] : [since];
}

function otherLine(t: Texts, shown: ReadersShown, one: NoReader): string {
  return `${readerLine(t, shown, one)}: ${t(`caseReaders.because.${one.because}`)}`;
}
