/** A plan with its list on a day as people read it, what is not known of that day, and the same as rows to take out. */

import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import { byGivenName } from '../../../i18n/names.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { plain, type Rich } from '../../../kernel/rich.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { markedRows, titled } from '../../classification/views/marks.ts';
import type { PlanAsOf } from '../../plans/rules/as-of.ts';
import type { KeptEntry, Plan } from '../../plans/types.ts';
import { planButton } from '../../plans/views/buttons.ts';
import { readinessName } from '../../plans/views/readiness.ts';
import type { CandidateAsOf } from '../rules.ts';
import * as buttons from './buttons.ts';
import { type NamedPeople, nameIn, pageOf, pageTurners, titleIn } from './dated.ts';

export const dayForm = defineForm({
  id: 'nominations.another-day',
  state: z.object({ committee: z.string(), plan: z.string() }),
  values: z.object({ on: z.string().nullable(), to: z.string().nullish() }),
});

export function dayView(t: Texts, plan: Plan): Form {
  return dayForm.draw({
    title: t('asOf.form.title'),
    submit: t('asOf.form.submit'),
    cancel: t('common.cancel'),
    state: { committee: plan.committee, plan: plan.id },
    items: [
      { kind: 'text', text: t.rich('asOf.form.intro', { plan: titled(t, plan) }) },
      dayForm.field('on', { label: t('asOf.form.on'), input: { type: 'date' } }),
      dayForm.field('to', {
        ...{ label: t('asOf.form.to'), hint: t('asOf.form.toHint'), optional: true },
        input: { type: 'date' },
      }),
    ],
  });
}

/** Which plan is meant, when the committee has several: on the day typed, between two, or its form. */
export function choosePlanMessage(t: Texts, plans: readonly Plan[], days: readonly PlainDate[]): Message {
  const [on, to] = days;
  return {
    summary: t('asOf.summary'),
    blocks: [
      { kind: 'text', text: [t('asOf.choose')] },
      ...plans.map((each): Block => {
        const { id: plan, committee } = each;
        const title = titled(t, each);
        const label = t('plans.list.buttonOpen');
        const id = { committee, plan };
        if (on === undefined) {
          return { kind: 'row', text: [title], buttons: [buttons.anotherDayButton.draw(label, id)] };
        }
        const button =
          to === undefined
            ? buttons.asOfButton.draw(label, { ...id, on, page: '1' })
            : buttons.changesButton.draw(label, { ...id, from: on, to, page: '1' });
        return { kind: 'row', text: [title], buttons: [button] };
      }),
    ],
  };
}

export interface AsOfShown extends NamedPeople {
  readonly plan: Plan;
  readonly asOf: PlanAsOf;
  readonly candidates: readonly CandidateAsOf[] | null;
  readonly madeOn: PlainDate;
  readonly zone: string;
}

const pageSize = 20;

export function asOfMessage(t: Texts, shown: AsOfShown, asked: number): Message {
  const { plan, asOf } = shown;
  const on = asOf.day.date;
  const lines = linesOf(t, shown);
  const { items, page, pages } = pageOf(lines, asked, pageSize);
  const id = { committee: plan.committee, plan: plan.id };
  const sections = [...new Set(items.map(({ section }) => section))];
  return {
    summary: t('asOf.summary'),
    blocks: [
      { kind: 'heading', text: t('asOf.title', { plan: titled(t, plan), date: t.shortDate(on) }) },
      ...notesOf(t, shown).map((note) => ({ kind: 'note', text: [note] }) as const),
      ...(lines.length === 0 ? [{ kind: 'text', text: [t('asOf.nobody')] } as const] : []),
      ...sections.flatMap((section): Block[] => [
        { kind: 'text', text: [{ bold: section }] },
        { kind: 'list', items: items.filter((line) => line.section === section).map(({ text }) => text) },
      ]),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...pageTurners(t, { page, pages }, (label, to) => buttons.asOfButton.draw(label, { ...id, on, page: to })),
          buttons.anotherDayButton.draw(t('asOf.button'), id),
          ...(lines.length > 0
            ? [
                buttons.takeAsOfButton.draw(t('asOf.buttonCsv'), { ...id, on, how: 'csv' }),
                buttons.takeAsOfButton.draw(t('asOf.buttonText'), { ...id, on, how: 'text' }),
              ]
            : []),
          planButton.draw(t('common.back'), id),
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** What the day can and cannot be known by. */
export function notesOf(t: Texts, { asOf, madeOn, candidates }: AsOfShown): readonly string[] {
  return [
    t('asOf.how'),
    ...(asOf.isBeforeMade ? [t('asOf.beforeMade', { made: t.shortDate(madeOn) })] : []),
    ...(candidates === null ? [t('asOf.candidatesNotShown')] : []),
  ];
}

interface Line {
  readonly section: string;
  readonly kind: 'standing' | 'candidate' | 'unknown' | 'left-unrecorded';
  readonly position: string;
  readonly name: string;
  readonly entry: KeptEntry | null;
  readonly group: string;
  readonly remark: string;
  readonly text: Rich;
}

/** By position in its order, names in theirs; whoever stood first, then the list, then what is not certain. */
function linesOf(t: Texts, shown: AsOfShown): readonly Line[] {
  const { asOf, candidates } = shown;
  const places = new Map(asOf.positions.map(({ id, title, seats }) => [id as string, { title, seats }]));
  const ids = [...places.keys(), ...[...shown.titles.keys()].filter((id) => !places.has(id))];
  const byName = byGivenName(t.locale);
  const named = <Of extends { position: string; person: string }>(all: readonly Of[], position: string) =>
    all
      .filter((one) => one.position === position)
      .map((one) => ({ one, name: nameIn(t, shown, one.person) }))
      .sort((a, b) => byName(a.name, b.name));
  return ids.flatMap((id): Line[] => {
    const place = places.get(id);
    const position = titleIn(t, shown, id, place?.title);
    const heading = place
      ? t('asOf.position', { title: position, seats: t('plans.card.seats', { count: place.seats }) })
      : t('asOf.positionNotThen', { title: position });
    const line = (kind: Line['kind'], name: string, entry: KeptEntry | null, group: string | null, remark: string) => {
      const section = kind === 'standing' ? heading : t(`asOf.sections.${kind}`, { position });
      const known = kind === 'standing' && entry ? sinceOf(t, entry) : '';
      const more = [group ?? '', known, remark].filter(Boolean).join(', ');
      return {
        section,
        kind,
        position,
        name,
        entry,
        group: group ?? '',
        remark,
        text: [name, more ? `, ${more}` : ''],
      };
    };
    return [
      ...named(asOf.standing, id).map(({ one, name }) =>
        line(
          'standing',
          name,
          one.entry,
          one.readiness === null ? null : readinessName(t, shown.plan, one.readiness),
          one.isRecordedLater ? recordedOn(t, shown, one.entry) : '',
        ),
      ),
      ...named(candidates ?? [], id).map(({ name }) => line('candidate', name, null, null, '')),
      ...named(asOf.leftUnrecorded, id).map(({ one, name }) =>
        line('left-unrecorded', name, one, null, leftOn(t, shown, one)),
      ),
      ...named(asOf.unknown, id).map(({ one, name }) => line('unknown', name, one, null, recordedOn(t, shown, one))),
    ];
  });
}

function sinceOf(t: Texts, { enteredOn, decisionIn }: KeptEntry): string {
  return [
    enteredOn ? t('plans.entries.since', { date: t.shortDate(enteredOn) }) : '',
    decisionIn ? t('plans.entries.decision', { decision: decisionIn }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function recordedOn(t: Texts, { zone }: AsOfShown, { recordedAt }: KeptEntry): string {
  return recordedAt ? t('asOf.recordedLater', { date: t.shortDate(dateIn(zone, recordedAt)) }) : '';
}

function leftOn(t: Texts, { zone }: AsOfShown, { leftOn: left, leftRecordedAt }: KeptEntry): string {
  if (left === null || leftRecordedAt === null) return '';
  return t('asOf.leftRecorded', { left: t.shortDate(left), date: t.shortDate(dateIn(zone, leftRecordedAt)) });
}

const columns = ['asOf', 'position', 'fullName', 'standing', 'group', 'since', 'decision', 'remark'] as const;

/** Every row says the day, so that a row that is copied out alone still says it. */
export function asOfRows(t: Texts, shown: AsOfShown): readonly (readonly string[])[] {
  const on = t.shortDate(shown.asOf.day.date);
  return markedRows(t, shown.plan.classification, [
    columns.map((name) => t.label('asOf.columns', name)),
    ...linesOf(t, shown).map(({ kind, position, name, entry, group, remark }) => [
      ...[on, position, name, t(`asOf.kinds.${kind}`), group],
      ...[entry?.enteredOn ? t.shortDate(entry.enteredOn) : '', entry?.decisionIn ?? '', remark],
    ]),
  ]);
}

export function asOfText(t: Texts, shown: AsOfShown): string {
  const lines = linesOf(t, shown);
  const sections = [...new Set(lines.map(({ section }) => section))];
  return [
    t('asOf.title', { plan: titled(t, shown.plan), date: t.shortDate(shown.asOf.day.date) }),
    ...notesOf(t, shown),
    ...sections.flatMap((section) => [
      '',
      section,
      ...lines.filter((line) => line.section === section).map(({ text }, index) => `${index + 1}. ${plain(text)}`),
    ]),
  ].join('\n');
}
