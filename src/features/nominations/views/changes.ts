/** What changed in a plan between two days, line by line with the decision behind it, and the same to take out. */

import type { Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { markedRows, titled } from '../../classification/views/marks.ts';
import type { Day, StandingEntry } from '../../plans/rules/as-of.ts';
import type { Differences, PositionDifferences } from '../../plans/rules/differences.ts';
import type { Plan, Position } from '../../plans/types.ts';
import { planButton } from '../../plans/views/buttons.ts';
import { readinessName } from '../../plans/views/readiness.ts';
import type { CandidateAsOf } from '../rules.ts';
import * as buttons from './buttons.ts';
import { type NamedPeople, nameIn, pageOf, pageTurners, titleIn } from './dated.ts';

export interface ChangesShown extends NamedPeople {
  readonly plan: Plan;
  readonly from: Day;
  readonly to: Day;
  readonly difference: {
    readonly positions: PositionDifferences;
    readonly entries: Differences<StandingEntry>;
    readonly candidates: Differences<CandidateAsOf>;
  };
  /** By nomination: what the audit record says of it, the oldest first. */
  readonly recorded: ReadonlyMap<
    string,
    readonly { readonly kind: string; readonly at: Date; readonly person: string | null }[]
  >;
  readonly zone: string;
  readonly isBeforeMade: boolean;
}

const pageSize = 12;

export function changesMessage(t: Texts, shown: ChangesShown, asked: number): Message {
  const { plan, from, to } = shown;
  const lines = linesOf(t, shown);
  const { items, page, pages } = pageOf(lines, asked, pageSize);
  const id = { committee: plan.committee, plan: plan.id };
  const days = { from: from.date, to: to.date };
  return {
    summary: t('asOf.summary'),
    blocks: [
      { kind: 'heading', text: titleOf(t, shown) },
      ...notesOf(t, shown).map((note) => ({ kind: 'note', text: [note] }) as const),
      lines.length === 0
        ? { kind: 'text', text: [t('asOf.changes.none')] }
        : { kind: 'list', items: items.map((line) => [{ bold: line.what }, ` · ${sentenceOf(t, line)}`]) },
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...pageTurners(t, { page, pages }, (label, on) =>
            buttons.changesButton.draw(label, { ...id, ...days, page: on }),
          ),
          buttons.anotherDayButton.draw(t('asOf.button'), id),
          ...(lines.length > 0
            ? [
                buttons.takeChangesButton.draw(t('asOf.buttonCsv'), { ...id, ...days, how: 'csv' }),
                buttons.takeChangesButton.draw(t('asOf.buttonText'), { ...id, ...days, how: 'text' }),
              ]
            : []),
          planButton.draw(t('common.back'), id),
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

interface Line {
  readonly what: string;
  readonly change: string;
  readonly from: string;
  readonly to: string;
  readonly on: PlainDate | null;
  readonly decision: string;
  readonly reason: string;
  readonly rule: string;
  /** Who entered it here; who decided is in the decision. */
  readonly by: string;
}

const nothing = { from: '', to: '', on: null, decision: '', reason: '', rule: '', by: '' } as const;

/** Positions, then those who stand in the plan, then its list of candidates. */
function linesOf(t: Texts, shown: ChangesShown): readonly Line[] {
  const { positions, entries, candidates } = shown.difference;
  const sentence = (position: Position) => positionText(t, position);
  const place = (one: StandingEntry | CandidateAsOf) => titleIn(t, shown, one.position);
  const name = ({ person }: StandingEntry | CandidateAsOf) => nameIn(t, shown, person);
  const line = (kind: string, more: Partial<Line> & { what: string }) => ({
    ...nothing,
    change: t.label('asOf.changes.kinds', kind),
    ...more,
  });
  return [
    ...positions.opened.map((one) => line('position-opened', { what: one.title, to: sentence(one) })),
    ...positions.ended.map((one) => line('position-ended', { what: one.title, from: sentence(one) })),
    ...positions.changed.map(({ from, to }) =>
      line('position-changed', { what: to.title, from: sentence(from), to: sentence(to) }),
    ),
    ...entries.added.map((to) => line('added', { what: name(to), to: place(to), ...came(shown, to) })),
    ...entries.removed.map((from) => line('removed', { what: name(from), from: place(from), ...left(t, shown, from) })),
    ...entries.moved.map(({ from, to }) =>
      line('moved', { what: name(to), from: place(from), to: place(to), ...came(shown, to) }),
    ),
    ...entries.changed.map(({ from, to }) =>
      line('changed', { what: name(to), from: groupOf(t, shown.plan, from), to: groupOf(t, shown.plan, to) }),
    ),
    ...candidates.added.map((to) =>
      line('listed', { what: name(to), to: place(to), ...recorded(shown, to, ['nominations.listed']) }),
    ),
    ...candidates.removed.map((from) =>
      line(`off-${from.kept.state}`, {
        ...{ what: name(from), from: place(from), reason: from.kept.endReason ?? '' },
        ...recorded(shown, from, endings),
      }),
    ),
    ...candidates.moved.map(({ from, to }) =>
      line('list-moved', {
        ...{ what: name(to), from: place(from), to: place(to) },
        ...recorded(shown, to, ['nominations.corrected']),
      }),
    ),
  ];
}

const endings = [
  'nominations.withdrawn',
  'nominations.consent-declined',
  'nominations.left-plan',
  'nominations.approved',
  'nominations.not-approved',
  'nominations.undone',
];

function came(shown: ChangesShown, { entry }: StandingEntry): Partial<Line> {
  const on = entry.enteredOn ?? (entry.recordedAt ? dateIn(shown.zone, entry.recordedAt) : null);
  return { on, decision: entry.decisionIn ?? '', by: recorder(shown, entry.recordedBy) };
}

function left(t: Texts, shown: ChangesShown, { entry }: StandingEntry): Partial<Line> {
  return {
    on: entry.leftOn,
    decision: entry.decisionOut ?? '',
    reason: entry.reasonOut ? t.label('plans.removalReasons', entry.reasonOut) : '',
    rule: entry.ruleOut ? t.label('eligibility.rules', entry.ruleOut) : '',
    by: recorder(shown, entry.leftRecordedBy),
  };
}

/** The newest of these events: by whom, and on what day. */
function recorded(shown: ChangesShown, { id }: CandidateAsOf, kinds: readonly string[]): Partial<Line> {
  const event = shown.recorded.get(id)?.findLast(({ kind }) => kinds.includes(kind));
  return event ? { on: dateIn(shown.zone, event.at), by: recorder(shown, event.person) } : {};
}

/** Empty also where the case of whoever entered it is closed to the reader. */
function recorder({ people }: ChangesShown, person: string | null): string {
  return person === null ? '' : (people.get(person)?.fullName ?? '');
}

function groupOf(t: Texts, plan: Plan, { readiness }: StandingEntry): string {
  return readiness === null ? t('asOf.changes.noGroup') : readinessName(t, plan, readiness);
}

function positionText(t: Texts, { title, seats, level, isCommittee }: Position): string {
  const more = [
    t('plans.card.seats', { count: seats }),
    ...(level === null ? [] : [t('asOf.changes.level', { level })]),
    ...(isCommittee ? [t('asOf.changes.collective')] : []),
  ];
  return `${title} (${more.join(', ')})`;
}

function sentenceOf(t: Texts, line: Line): string {
  const { from, to, on, decision, reason, rule, by } = line;
  return [
    line.change,
    from && to ? t('asOf.changes.fromTo', { from, to }) : from || to,
    on ? t.shortDate(on) : '',
    decision ? t('plans.entries.decision', { decision }) : '',
    reason ? t('asOf.changes.reason', { reason }) : '',
    rule ? t('asOf.changes.rule', { rule }) : '',
    by ? t('asOf.changes.by', { name: by }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function titleOf(t: Texts, { plan, from, to }: ChangesShown): string {
  return t('asOf.changes.title', { plan: titled(t, plan), from: t.shortDate(from.date), to: t.shortDate(to.date) });
}

function notesOf(t: Texts, { isBeforeMade }: ChangesShown): readonly string[] {
  return [t('asOf.changes.how'), ...(isBeforeMade ? [t('asOf.changes.beforeMade')] : [])];
}

const columns = ['what', 'change', 'before', 'after', 'date', 'decision', 'reason', 'rule', 'by', 'span'] as const;

export function changesRows(t: Texts, shown: ChangesShown): readonly (readonly string[])[] {
  const span = `${t.shortDate(shown.from.date)} – ${t.shortDate(shown.to.date)}`;
  return markedRows(t, shown.plan.classification, [
    columns.map((name) => t.label('asOf.changes.columns', name)),
    ...linesOf(t, shown).map(({ what, change, from, to, on, decision, reason, rule, by }) => [
      ...[what, change, from, to, on ? t.shortDate(on) : '', decision, reason, rule, by, span],
    ]),
  ]);
}

export function changesText(t: Texts, shown: ChangesShown): string {
  const lines = linesOf(t, shown).map((line, index) => `${index + 1}. ${line.what} · ${sentenceOf(t, line)}`);
  return [titleOf(t, shown), ...notesOf(t, shown), '', ...(lines.length > 0 ? lines : [t('asOf.changes.none')])].join(
    '\n',
  );
}
