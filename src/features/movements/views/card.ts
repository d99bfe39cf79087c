/** One movement with everything said of it: facts, rules, opinions, decision, legs, the chain, and what to do next. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { runningLeg } from '../rules/legs.ts';
import type { Decision, Leg, MoveCheck, Movement, Opinion } from '../types.ts';
import * as buttons from './buttons.ts';
import { type ChainShown, chainBlocks } from './chain.ts';
import { datesOf, type Names, routeOf, stageOf } from './line.ts';

export interface MovementShown {
  readonly movement: Movement;
  readonly names: Names;
  readonly checks: readonly MoveCheck[];
  readonly opinions: readonly Opinion[];
  readonly opinionsUntil: Date | null;
  readonly decisions: readonly Decision[];
  readonly chain: ChainShown;
  readonly mayManage: boolean;
  readonly today: string;
}

export function movementMessage(t: Texts, shown: MovementShown, said: readonly Block[] = []): Message {
  const { movement, names } = shown;
  const standing = shown.opinions.filter(({ isReplaced }) => !isReplaced);
  const until = shown.opinionsUntil && movement.state === 'planned' ? t.moment(shown.opinionsUntil) : null;
  return {
    summary: t('movements.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: names.get(movement.person) ?? t('common.unknown') },
      { kind: 'facts', rows: factRows(t, shown) },
      ...(shown.checks.length > 0
        ? [{ kind: 'list', items: shown.checks.map((check) => checkLine(t, check)) } as const]
        : [{ kind: 'note', text: [t('movements.noRules')] } as const]),
      ...(movement.askedAt
        ? ([
            { kind: 'text', text: [{ bold: t('movements.card.opinions') }] },
            ...(standing.length > 0
              ? [{ kind: 'list', items: standing.map((opinion) => opinionLine(t, opinion, shown)) } as const]
              : []),
            ...(until ? [{ kind: 'note', text: [t('movements.card.until', { until })] } as const] : []),
          ] as const)
        : []),
      ...decisionBlocks(t, shown.decisions),
      ...(movement.legs.length > 1 || movement.legs.some(({ ending }) => ending)
        ? [{ kind: 'list', items: movement.legs.map((leg) => legLine(t, leg)) } as const]
        : []),
      ...chainBlocks(t, shown.chain, movement, names, shown.today),
      { kind: 'buttons', buttons: shown.mayManage ? steps(t, shown) : [back(t, movement)] },
    ],
  };
}

function factRows(t: Texts, { movement, today }: MovementShown): (readonly [string, Rich])[] {
  const { exception, proposedFor, closing, via } = movement;
  const by = via ? t('movements.card.via', { via: t(`common.via.${via.kind}`), reference: via.reference ?? '' }) : null;
  return [
    [t('movements.card.kind'), [t(`movements.kinds.${movement.kind}`)]],
    [t('movements.card.route'), [routeOf(t, movement)]],
    ...(movement.isOutside ? [[t('movements.form.outside'), [t('movements.form.outsideYes')]] as const] : []),
    [t('movements.card.dates'), [datesOf(t, movement)]],
    [t('movements.card.stage'), [t(`movements.stages.${stageOf(movement, today)}`)]],
    [t('movements.card.reason'), [movement.reason]],
    ...(proposedFor || by
      ? [[t('movements.card.proposedFor'), [[proposedFor, by].filter(Boolean).join(', ')]] as const]
      : []),
    ...(exception ? [[t('movements.card.exception'), [exception]] as const] : []),
    ...(closing ? [[t('movements.card.closing'), [closing]] as const] : []),
  ];
}

/** Level, numbers, source and how sure it is. */
export function checkLine(t: Texts, check: MoveCheck): Rich {
  const facts = Object.fromEntries(
    Object.entries(check.facts).map(([name, value]) => [
      name,
      typeof value === 'string' ? t.month(value) : t.number(Number(value)),
    ]),
  );
  const text = t.label('movements.rules', check.rule);
  const numbers =
    check.level === 'not-known'
      ? t(`movements.missing.${check.rule === 'position-interval' ? 'inPostSince' : 'birth'}`)
      : t(`movements.numbers.${check.rule}`, facts);
  const sources = check.sources.map((source) =>
    t('eligibility.source', {
      ...{ title: source.title[t.locale], article: '' },
      confidence: t.label('eligibility.confidences', source.confidence),
    }),
  );
  return [
    { bold: t(`movements.levels.${check.level}`) },
    ` · ${text}: ${numbers}. `,
    { italic: t('eligibility.sources', { list: sources.join('; ') }) },
  ];
}

function opinionLine(t: Texts, opinion: Opinion, { names, movement }: MovementShown): Rich {
  const { side, stance, text, speaker, via, recordedBy } = opinion;
  const by =
    recordedBy === movement.person
      ? t('common.via.chat')
      : t('movements.card.recorded', {
          ...{ via: t(`common.via.${via?.kind ?? 'paper'}`), reference: via?.reference ?? '' },
          name: (recordedBy && names.get(recordedBy)) || t('common.unknown'),
        });
  const said = [t(`movements.stances.${stance}`), ...(text ? [`“${text}”`] : []), ...(speaker ? [speaker] : [])];
  return [{ bold: t(`movements.sides.${side}`) }, `: ${said.join(', ')} · `, { italic: by }];
}

function decisionBlocks(t: Texts, decisions: readonly Decision[]): readonly Block[] {
  const shown = decisions.filter(({ replacedAt, replaceReason }) => replacedAt === null || replaceReason !== null);
  if (shown.length === 0) return [];
  return [
    { kind: 'text', text: [{ bold: t('movements.card.decision') }] },
    { kind: 'list', items: shown.map((decision) => decisionLine(t, decision)) },
  ];
}

function decisionLine(
  t: Texts,
  { outcome, number, decidedOn, authority, note, replacedAt, replaceReason }: Decision,
): Rich {
  const line = t('movements.card.decisionLine', {
    ...{ outcome: t(`movements.outcomes.${outcome}`), number, date: t.shortDate(decidedOn), authority },
  });
  const remark = note ? `, ${note}` : '';
  const corrected = replacedAt ? ` ${t('movements.card.corrected', { reason: replaceReason ?? '' })}` : '';
  return [`${line}${remark}`, ...(corrected ? [{ italic: corrected }] : [])];
}

function legLine(t: Texts, { startsOn, endsOn, endedOn, ending, decision, number }: Leg): Rich {
  const dates = { from: t.shortDate(startsOn), to: t.shortDate(endsOn ?? startsOn) };
  const name = number === 1 ? t('movements.card.leg', dates) : t('movements.card.extension', dates);
  const end = ending && endedOn ? `; ${t(`movements.endings.${ending}`)}, ${t.shortDate(endedOn)}` : '';
  return [`${name}${end}${decision ? ` (${decision})` : ''}`];
}

function back(t: Texts, { committee, year }: Movement): Button {
  return buttons.yearButton.draw(t('movements.buttons.back'), { committee, year: String(year) });
}

function steps(t: Texts, { movement, chain }: MovementShown): readonly Button[] {
  const id = { movement: movement.id };
  const { state } = movement;
  const isOpen = state === 'suggested' || state === 'planned' || state === 'sent-back';
  const decidable = chain.links.filter((link) => link.state === 'planned').length;
  return [
    ...(state === 'suggested'
      ? [buttons.takeUpButton.draw(t('movements.buttons.takeUp'), id, { style: 'primary' })]
      : []),
    ...(state === 'planned'
      ? [
          buttons.askButton.draw(t(movement.askedAt ? 'movements.buttons.askAgain' : 'movements.buttons.ask'), id),
          ...(movement.askedAt ? [buttons.hearButton.draw(t('movements.buttons.hear'), id)] : []),
          buttons.decideButton.draw(t('movements.buttons.decide'), id, { style: 'primary' }),
          ...(decidable > 1
            ? [buttons.decideChainButton.draw(t('movements.buttons.decideChain', { count: decidable }), id)]
            : []),
        ]
      : []),
    ...(runningLeg(movement)
      ? [
          buttons.extendButton.draw(t('movements.buttons.extend'), id),
          buttons.endButton.draw(t('movements.buttons.end'), id),
        ]
      : []),
    ...(movement.legs.at(-1)?.ending ? [buttons.reopenButton.draw(t('movements.buttons.reopen'), id)] : []),
    ...(['approved', 'refused', 'sent-back'].includes(state) && !movement.legs.at(-1)?.ending
      ? [buttons.decideButton.draw(t('movements.buttons.correctDecision'), id)]
      : []),
    ...(isOpen
      ? [
          buttons.correctButton.draw(t('movements.buttons.correct'), id),
          buttons.withdrawButton.draw(
            t(state === 'suggested' ? 'movements.buttons.decline' : 'movements.buttons.withdraw'),
            id,
            { style: 'danger' },
          ),
        ]
      : []),
    back(t, movement),
  ];
}
