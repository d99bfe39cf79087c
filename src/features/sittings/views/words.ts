/** How items, people, numbers and events of a sitting are put into words: for the card, the forms and the minutes. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Level } from '../../classification/types.ts';
import { planOfList } from '../../classification/views/marks.ts';
import type { QuorumRule } from '../../eligibility/types.ts';
import { isReached } from '../rules/quorum.ts';
import type { CitedQuorum, QuorumCount, Seat, SittingEvent, SittingItem } from '../types.ts';

/** Of a frozen list: never whose names stand in it. */
export interface ListName {
  readonly id: string;
  readonly planTitle: string;
  readonly classification: Level;
  readonly number: number;
}

export function itemText(t: Texts, item: SittingItem, lists: readonly ListName[]): string {
  if (item.text !== null) return item.text;
  const list = lists.find(({ id }) => id === item.list);
  return list
    ? t('conferences.parts.list', { number: list.number, plan: planOfList(t, list) })
    : t('conferences.parts.listClosed');
}

export function nameOf(seats: readonly Pick<Seat, 'person' | 'fullName'>[], person: string | null): string {
  return seats.find((seat) => seat.person === person)?.fullName ?? '';
}

/** The numbers as they were counted, and what the rule makes of them. */
export function quorumText(t: Texts, quorum: QuorumCount): string {
  const { counted, base, needed } = quorum;
  const key = isReached(quorum) ? 'sittings.quorum.reached' : 'sittings.quorum.missing';
  return t(key, { counted: t.number(counted), base: t.number(base), needed: t.number(needed) });
}

/** “Show me how”: every number, the rule, its version and its source. */
export function quorumHow(t: Texts, quorum: QuorumCount, cited: CitedQuorum): readonly Block[] {
  const { summoned, seated, present, counted, base, needed } = quorum;
  return [
    {
      kind: 'facts',
      rows: [
        [t('sittings.quorum.summoned'), [t.number(summoned)]],
        [t('sittings.quorum.seated'), [t.number(seated)]],
        [t('sittings.quorum.present'), [t.number(present)]],
        [
          t('sittings.quorum.base'),
          [t('sittings.quorum.baseIs', { base: t.number(base), of: baseText(t, cited.rule) })],
        ],
        [t('sittings.quorum.counted'), [t.number(counted)]],
        [t('sittings.quorum.needed'), [t.number(needed)]],
      ],
    },
    { kind: 'note', text: [sourceText(t, cited)] },
  ];
}

export function sourceText(t: Texts, { rule, call, ruleSet, source }: CitedQuorum): string {
  const article = source.article ? `, ${source.article}` : '';
  const text = t('conferences.quorum.source', {
    rule: ruleText(t, rule),
    ruleSet: ruleSet.title[t.locale],
    version: ruleSet.version,
    source: `${source.title[t.locale]}${article}`,
    confidence: t(`conferences.quorum.confidence.${source.confidence}`),
  });
  const note = source.note ? ` ${source.note[t.locale]}` : '';
  return call === 2 ? `${t('sittings.quorum.second')} ${text}${note}` : `${text}${note}`;
}

export function ruleText(t: Texts, rule: QuorumRule): string {
  const base = baseText(t, rule);
  if (rule.kind === 'count') return t('conferences.quorum.count', { count: rule.atLeast, base });
  const { numerator, denominator } = rule;
  return t(`conferences.quorum.share-${rule.comparison}`, { numerator, denominator, base });
}

function baseText(t: Texts, rule: QuorumRule): string {
  return t(`conferences.quorum.bases.${rule.base}`);
}

/** One event in a sentence, without its time. */
export function eventText(
  t: Texts,
  event: SittingEvent,
  room: {
    readonly seats: readonly Pick<Seat, 'person' | 'fullName'>[];
    readonly items: readonly SittingItem[];
    readonly lists: readonly ListName[];
  },
): string {
  const name = nameOf(room.seats, event.person);
  const found = room.items.find((item) => item.id === event.item);
  const item = found ? itemText(t, found, room.lists) : '';
  switch (event.kind) {
    case 'opened':
    case 'resumed':
    case 'too-few':
      return `${t(`sittings.events.${event.kind}`)} ${event.facts.quorum ? quorumText(t, event.facts.quorum) : ''}`.trim();
    case 'taken-up':
      return t(name ? 'sittings.events.taken-up-led' : 'sittings.events.taken-up', { name, item });
    case 'decided':
      return decisionText(t, event, { mover: name, item });
    case 'noted':
      return event.text ?? '';
    case 'adjourned':
      return [t('sittings.events.adjourned'), event.text].filter(Boolean).join(' ');
    case 'stepped-out':
    case 'stepped-in': {
      const leader = nameOf(room.seats, event.facts.leader ?? null);
      if (!leader) return t(`sittings.events.${event.kind}`, { name });
      const own = event.facts.leader === event.person ? 'stepped-in-leads' : (`${event.kind}-led` as const);
      return t(`sittings.events.${own}`, { name, leader });
    }
    default:
      return t(`sittings.events.${event.kind}`, { name, item });
  }
}

/** “… Adopted by show of hands: 5 for, 1 against, 0 abstaining.” Adopted without words of its own it is the item. */
export function decisionText(t: Texts, event: SittingEvent, { mover, item }: { mover: string; item: string }): string {
  const { outcome, hands, isTogether } = event.facts;
  const counted = hands
    ? t('sittings.decision.hands', {
        for: t.number(hands.for),
        against: t.number(hands.against),
        abstain: t.number(hands.abstain),
      })
    : '';
  return [
    event.text ?? item,
    outcome ? t(`sittings.decision.${outcome}`) : '',
    counted,
    isTogether ? t('sittings.decision.together') : '',
    mover ? t('sittings.decision.mover', { name: mover }) : '',
  ]
    .filter(Boolean)
    .map((part) => (/[.!?…]$/u.test(part) ? part : `${part}.`))
    .join(' ');
}
