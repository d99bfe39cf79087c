/** Who votes for whom: for those who run the vote, on the cards of both, and in the preview. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { committeeOwn } from '../../eligibility/rules/verdict.ts';
import { checkCanHaveProxies } from '../rules/proxies.ts';
import type { BallotProxy, OwnProxies } from '../types/proxy.ts';
import type { BallotRound, CastPaper } from '../types/round.ts';
import type { VoteRule } from '../types/vote-rule.ts';
import { previewButton } from './buttons.ts';
import * as buttons from './proxy-buttons.ts';
import { subjectText } from './words.ts';

const shown = 20;

export interface ProxiesView {
  readonly round: BallotRound;
  readonly proxies: readonly BallotProxy[];
  readonly mayRun: boolean;
  readonly mayEnter: boolean;
}

export function proxiesMessage(t: Texts, view: ProxiesView, said: string | null = null): Message {
  const { round, proxies, mayRun, mayEnter } = view;
  const data = { round: round.id };
  const isBefore = round.state === 'prepared' || round.state === 'scheduled';
  const isTaken = isBefore || (round.state === 'open' && round.place === 'chat');
  const allows = round.rule.proxiesPerPerson.value > 0;
  return {
    summary: t('votes.menu.summary'),
    blocks: [
      ...(said ? [{ kind: 'text', text: [said] } as const] : []),
      { kind: 'heading', text: t('proxies.title') },
      { kind: 'text', text: [{ bold: subjectText(t, round).slice(0, 2_000) }] },
      ...termsBlocks(t, round.rule),
      ...(allows && round.conference ? [{ kind: 'note', text: [t('proxies.inConference')] } as const] : []),
      ...(allows && proxies.length === 0 ? [{ kind: 'text', text: [t('proxies.nobody')] } as const] : []),
      ...proxies.slice(0, shown).map((one): Block => {
        const takeBack = buttons.takeBackProxyButton.draw(t('proxies.buttons.takeBack'), { proxy: one.id });
        return { kind: 'row', text: [lineText(t, one)], buttons: isTaken && mayEnter ? [takeBack] : [] };
      }),
      ...(proxies.length > shown
        ? [{ kind: 'note', text: [t('votes.preview.more', { count: proxies.length - shown })] } as const]
        : []),
      {
        kind: 'buttons',
        buttons: [
          ...(allows && isTaken && mayEnter
            ? [buttons.enterProxyButton.draw(t('proxies.buttons.enter'), data, { style: 'primary' })]
            : []),
          ...(isBefore && mayRun ? [buttons.proxyTermsButton.draw(t('proxies.buttons.terms'), data)] : []),
          ...(isBefore ? [previewButton.draw(t('proxies.buttons.back'), data)] : []),
        ],
      },
    ],
  };
}

function lineText(t: Texts, { principal, holder, recordedBy, via, hasVoted }: BallotProxy): string {
  const line = t('proxies.line', { holder: holder.fullName, principal: principal.fullName });
  const how = recordedBy ? [t('proxies.entered', { via: t(`common.via.${via?.kind ?? 'paper'}`) })] : [];
  return [line, ...how, ...(hasVoted ? [t('proxies.voted')] : [])].join(' · ');
}

/** How many, whether they count as present, and where that stands. */
export function termsBlocks(t: Texts, { proxiesPerPerson, proxiesPresent }: VoteRule): readonly Block[] {
  const count = proxiesPerPerson.value;
  if (count === 0) return [{ kind: 'text', text: [t('proxies.none')] }];
  const { reference, note } = proxiesPerPerson.source;
  const isOwn = reference === committeeOwn.key;
  const present = t(proxiesPresent?.value ? 'proxies.arePresent' : 'proxies.notPresent');
  return [
    { kind: 'text', text: [`${t('proxies.terms', { count })} ${present}`] },
    ...(isOwn ? [{ kind: 'note', text: [t('proxies.source', { source: note?.[t.locale] ?? '' })] } as const] : []),
  ];
}

/** In the facts of the preview; empty where the rule allows none. */
export function previewRow(
  t: Texts,
  { rule }: BallotRound,
  electors: readonly { readonly proxy: unknown }[],
): readonly [string, [string]][] {
  const perPerson = rule.proxiesPerPerson.value;
  if (perPerson === 0) return [];
  const terms = t('proxies.shortRow', { count: perPerson });
  const count = electors.filter(({ proxy }) => proxy !== null).length;
  return [[t('proxies.row'), [count > 0 ? t('proxies.given', { terms, count }) : terms]]];
}

/** Where proxies are possible at all: not on sealed papers, nor in a room without a roll call. */
export function proxiesButtons(t: Texts, round: BallotRound) {
  if (!checkCanHaveProxies(round).ok) return [];
  return [buttons.proxiesButton.draw(t('proxies.buttons.open'), { round: round.id })];
}

/** On an elector's own card while papers are taken. */
export function ownProxyBlocks(
  t: Texts,
  { round, proxies, paper }: { round: BallotRound; proxies: OwnProxies | null; paper: CastPaper | null },
): readonly Block[] {
  if (!proxies || round.place !== 'chat') return [];
  const { given, held } = proxies;
  const data = { round: round.id };
  const names = held.map(({ principal, hasVoted }) =>
    hasVoted ? principal.fullName : t('proxies.card.waiting', { name: principal.fullName }),
  );
  const give = buttons.giveProxyButton.draw(t(given ? 'proxies.buttons.change' : 'proxies.buttons.give'), data);
  return [
    ...(given ? [{ kind: 'text', text: [givenText(t, given, paper)] } as const] : []),
    ...(held.length > 0 ? [{ kind: 'text', text: [t('proxies.card.held', { names: t.list(names) })] } as const] : []),
    {
      kind: 'buttons',
      buttons: [
        ...(held.length > 0
          ? [buttons.proxyPaperButton.draw(t('proxies.buttons.vote'), data, { style: 'primary' })]
          : []),
        ...(held.length === 0 && paper === null ? [give] : []),
        ...(given ? [buttons.takeBackProxyButton.draw(t('proxies.buttons.takeBack'), { proxy: given.id })] : []),
      ],
    },
  ];
}

function givenText(t: Texts, { holder }: BallotProxy, paper: CastPaper | null): string {
  const facts = { holder: holder.fullName };
  return t(paper?.proxy ? 'proxies.card.handedIn' : 'proxies.card.given', facts);
}

export interface ProxyCard {
  readonly round: BallotRound;
  readonly committeeName: string;
  readonly proxies: OwnProxies | null;
}

/** To whoever holds it, or to whoever gave it when it was entered for them; null: it has ended. */
export function proxyCardMessage(t: Texts, card: ProxyCard, id: string): Message | null {
  const { round, committeeName, proxies } = card;
  const held = proxies?.held.find((one) => one.id === id);
  const given = proxies?.given?.id === id ? proxies.given : null;
  const one = held ?? given;
  if (!one || round.state !== 'open') return null;
  const facts = { subject: subjectText(t, round), holder: one.holder.fullName, principal: one.principal.fullName };
  const text = held
    ? t('proxies.card.toHolder', { ...facts, until: t.moment(round.closesAt) })
    : t('proxies.card.toPrincipal', { ...facts, via: t(`common.via.${one.via?.kind ?? 'paper'}`) });
  const button = held
    ? buttons.proxyPaperButton.draw(t('proxies.buttons.vote'), { round: round.id }, { style: 'primary' })
    : buttons.takeBackProxyButton.draw(t('proxies.buttons.takeBack'), { proxy: id });
  return {
    summary: t('proxies.card.summary'),
    blocks: [
      { kind: 'text', text: [{ bold: committeeName }] },
      { kind: 'text', text: [text] },
      { kind: 'buttons', buttons: [button] },
    ],
  };
}

/** After it was given or entered; the button is the undo of the first minute, and the way back later. */
export function givenMessage(t: Texts, proxy: BallotProxy, at: { isOwn: boolean; heldUntil: Date }): Message {
  const facts = { holder: proxy.holder.fullName, principal: proxy.principal.fullName, time: t.time(at.heldUntil) };
  return {
    summary: t('proxies.card.summary'),
    blocks: [
      { kind: 'text', text: [t(at.isOwn ? 'proxies.given.own' : 'proxies.given.entered', facts)] },
      {
        kind: 'buttons',
        buttons: [buttons.takeBackProxyButton.draw(t('common.undo'), { proxy: proxy.id })],
      },
    ],
  };
}
