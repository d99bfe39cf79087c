/** The answer to "what do you hold about me": its parts as words, as a private message and as a text to take away. */
import { z } from 'zod';
import { defineButton } from '../../../chat/form.ts';
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { withheldReasons } from '../../../kernel/held-people.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { markingLines, titled } from '../../classification/views/marks.ts';
import { namesOf, periodText } from '../../retention/views/words.ts';
import { type HeldMembership, type NamedKind, namedKinds, type Statement, type ToldPeriod } from '../types.ts';
import { askErasureButton } from './erasure.ts';

export const takeOwnButton = defineButton('personal-data.take', z.object({ how: z.enum(['text', 'json']) }));

interface Part {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly note?: string;
}

/** To the person alone. */
export function ownStatementMessage(t: Texts, statement: Statement): Message {
  return statementMessage(t, statement, t('personalData.intro'), [
    takeOwnButton.draw(t('personalData.buttonText'), { how: 'text' }),
    takeOwnButton.draw(t('personalData.buttonJson'), { how: 'json' }),
    askErasureButton.draw(
      t('erasure.buttonAsk'),
      {},
      {
        confirm: {
          title: t('erasure.buttonAsk'),
          text: t('erasure.askSure'),
          yes: t('erasure.askYes'),
          no: t('common.cancel'),
        },
      },
    ),
  ]);
}

/** To the committee secretary, who prints it for the person. */
export function handedOverMessage(t: Texts, statement: Statement): Message {
  return statementMessage(t, statement, t('personalData.handOver.intro'), []);
}

function statementMessage(t: Texts, statement: Statement, intro: string, buttons: readonly Button[]): Message {
  return {
    summary: t('personalData.title'),
    blocks: [
      { kind: 'heading', text: t('personalData.title') },
      ...markingLines(t, statement.classification).map((line): Block => ({ kind: 'note', text: [line] })),
      { kind: 'text', text: [intro] },
      ...partsOf(t, statement).flatMap(({ heading, lines, note }): Block[] => [
        { kind: 'text', text: [{ bold: heading }] },
        { kind: 'list', items: lines.map((line) => [line]) },
        ...(note ? [{ kind: 'note', text: [note] } as const] : []),
      ]),
      ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

export function statementText(t: Texts, statement: Statement): string {
  const parts = partsOf(t, statement).map(({ heading, lines, note }) =>
    [heading, ...lines.map((line) => `- ${line}`), ...(note ? [note] : [])].join('\n'),
  );
  return `${[...markingLines(t, statement.classification), t('personalData.title'), ...parts].join('\n\n')}\n`;
}

function partsOf(t: Texts, statement: Statement): readonly Part[] {
  const { memberships } = statement;
  return [
    {
      heading: t('personalData.parts.entry'),
      lines: entryLines(t, statement),
      note: `${t('personalData.purposes.register')} ${t('personalData.kept.register')}`,
    },
    {
      heading: t('personalData.parts.account'),
      lines: statement.account ? accountLines(t, statement.account) : [t('personalData.noAccount')],
      note: `${t('personalData.purposes.account')} ${t('personalData.kept.account')}`,
    },
    {
      heading: t('personalData.parts.memberships'),
      lines:
        memberships.length > 0 ? memberships.map((one) => membershipLine(t, one)) : [t('personalData.noMembership')],
      note: `${t('personalData.purposes.memberships')} ${t('personalData.kept.memberships')}`,
    },
    {
      heading: t('personalData.parts.ownCase'),
      lines: ownCaseLines(t, statement),
      note: t('personalData.ownCaseNote'),
    },
    {
      heading: t('personalData.parts.named'),
      lines: namedKinds.map((kind) => namedLine(t, kind)),
      note: t('personalData.namedNote'),
    },
    {
      heading: t('personalData.parts.withheld'),
      lines: withheldReasons.map((reason) => t(`personalData.withheld.${reason}`)),
      note: t('personalData.withheldNote'),
    },
    {
      heading: t('retention.told.heading'),
      lines: statement.periods.map((told) => periodLine(t, told)),
      note: `${t('retention.told.note')} ${t('retention.sourceNone')}`,
    },
    {
      heading: t('personalData.parts.rights'),
      lines: [t('personalData.rights.correct'), t('personalData.rights.erase')],
    },
  ];
}

function periodLine(t: Texts, { committee, kind, period }: ToldPeriod): string {
  const told = { ...namesOf(t, kind), period: periodText(t, kind, period) };
  return committee === null ? t('retention.told.line', told) : t('retention.told.lineOf', { ...told, committee });
}

function entryLines(t: Texts, { entry }: Statement): readonly string[] {
  const known: readonly (readonly [string, string | null])[] = [
    [t('people.form.fullName'), entry.fullName],
    [t('people.form.birthMonth'), entry.birthMonth && t.month(entry.birthMonth)],
    [t('people.form.sex'), entry.sex && t.label('people.sexes', entry.sex)],
    [t('people.form.unit'), entry.unit],
    [t('people.form.partyPost'), entry.partyPost],
    [t('people.form.statePost'), entry.statePost],
    [t('people.form.level'), entry.level === null ? null : t.number(entry.level)],
  ];
  const dates = (date: PlainDate | null) => (date ? t.date(date) : '—');
  return [
    ...known.map(([label, value]) => `${label}: ${value ?? t('personalData.notKnown')}`),
    ...entry.disciplines.map(({ kind, decidedOn, effectUntil, decision }) =>
      t('personalData.measure', {
        kind: t.label('people.disciplines', kind),
        decision: decision ?? '—',
        on: dates(decidedOn),
        until: dates(effectUntil),
      }),
    ),
    t('personalData.since', { source: t.label('personalData.sources', entry.source), at: t.moment(entry.since) }),
  ];
}

function accountLines(t: Texts, account: NonNullable<Statement['account']>): readonly string[] {
  return [
    t('personalData.accountName', { name: account.displayName }),
    ...(account.zone ? [t('personalData.zone', { zone: account.zone })] : []),
  ];
}

function membershipLine(t: Texts, membership: HeldMembership): string {
  const { committee, roles, votes, post, from, to, awayFrom, keptUntil } = membership;
  const day = (at: Date) => t.date(dateIn(t.zone, at));
  return [
    `${committee}: ${t.list(roles.map((role) => t.label('access.roles', role)))}`,
    ...(post ? [post] : []),
    t(votes ? 'personalData.votes' : 'personalData.votesNot'),
    to ? t('personalData.span', { from: day(from), to: day(to) }) : t('personalData.from', { from: day(from) }),
    ...(awayFrom ? [t('personalData.away', { from: day(awayFrom) })] : []),
    ...(keptUntil && to ? [t('retention.told.keptUntil', { until: t.date(keptUntil), ended: day(to) })] : []),
  ].join(' · ');
}

function ownCaseLines(t: Texts, { nominations, movements }: Statement): readonly string[] {
  const lines = [
    ...nominations.map(({ position, plan, classification, state }) =>
      t('personalData.nomination', {
        position,
        plan: titled(t, { title: plan, classification }),
        state: t.label('nominations.states', state),
      }),
    ),
    ...movements.map(({ kind, toUnit, startsOn, state }) =>
      t('personalData.movement', {
        ...{ kind: t.label('movements.kinds', kind), unit: toUnit, from: t.date(startsOn) },
        state: t.label('movements.states', state),
      }),
    ),
  ];
  return lines.length > 0 ? lines : [t('personalData.ownCaseNone')];
}

function namedLine(t: Texts, kind: NamedKind): string {
  return t('personalData.named', {
    kind: t(`personalData.kinds.${kind}`),
    ...{ purpose: t(`personalData.purposes.${kind}`), kept: t(`personalData.kept.${kind}`) },
  });
}
