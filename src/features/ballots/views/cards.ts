/** The private cards of a vote: the paper through its life, what was entered for somebody, the result. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { titledFacts } from '../../classification/views/marks.ts';
import type { Duty } from '../../deadlines/types/duties.ts';
import type { BoxState } from '../../sealing/types.ts';
import type { FollowUp } from '../rules/follow.ts';
import type { OwnProxies } from '../types/proxy.ts';
import type { BallotRound, CastPaper } from '../types/round.ts';
import * as buttons from './buttons.ts';
import { ownProxyBlocks } from './proxies.ts';
import { rulingBlocks } from './result.ts';
import { sealedAsking, sealedOver } from './secret-messages.ts';
import { ruleText, subjectText } from './words.ts';

export interface OwnCard {
  readonly round: BallotRound;
  readonly committeeName: string;
  readonly isAsked: boolean;
  readonly paper: CastPaper | null;
  readonly progress: { readonly voted: number; readonly asked: number } | null;
  readonly sees: 'numbers' | 'outcome' | null;
  /** Of a vote on sealed papers. */
  readonly sealed: { readonly hasSent: boolean; readonly box: BoxState | null } | null;
  readonly proxies: OwnProxies | null;
  readonly now: Date;
}

/** An elector's own card: asks, then says that the paper is in, then what came of it. */
export function paperCard(t: Texts, card: OwnCard, isSentAgain: boolean): Message {
  const { round, paper } = card;
  const isOpen = round.state === 'open' && round.closesAt > card.now;
  return {
    summary: t(isOpen && !paper ? 'votes.card.summary' : 'votes.card.doneSummary'),
    blocks: [
      ...(isSentAgain ? [{ kind: 'note', text: [t('votes.card.again')] } as const] : []),
      { kind: 'heading', text: t('votes.card.heading') },
      { kind: 'text', text: [{ bold: card.committeeName }] },
      { kind: 'text', text: [subjectText(t, round)] },
      ...(isOpen ? asking(t, card) : over(t, card)),
    ],
  };
}

function asking(t: Texts, { round, paper, progress, sealed, proxies }: OwnCard): readonly Block[] {
  if (sealed) return sealedAsking(t, round, sealed.hasSent);
  const until = t.when(round.closesAt);
  const data = { round: round.id };
  const byOther = paper?.recordedBy
    ? t('votes.card.recordedVia', { via: t(`common.via.${paper.via?.kind ?? 'paper'}`) })
    : '';
  return [
    {
      kind: 'text',
      text: paper
        ? t.rich('votes.card.sent', { at: t.when(paper.castAt), until })
        : t.rich('votes.card.ask', { until }),
    },
    ...(byOther ? [{ kind: 'text', text: [byOther] } as const] : []),
    ...(progress ? [{ kind: 'text', text: [t('votes.card.progress', { ...progress })] } as const] : []),
    {
      kind: 'buttons',
      buttons: [
        buttons.voteButton.draw(
          t(paper ? 'votes.card.change' : 'votes.card.vote'),
          data,
          paper ? {} : { style: 'primary' },
        ),
      ],
    },
    ...ownProxyBlocks(t, { round, proxies, paper }),
    { kind: 'note', text: [t('votes.card.named', { rule: ruleText(t, round.rule) })] },
  ];
}

function over(t: Texts, { round, paper, sees, sealed }: OwnCard): readonly Block[] {
  if (sealed) return [...sealedOver(t, round, sealed.box), ...(sees ? sealedRuling(t, round, sees) : [])];
  if (round.state === 'void') {
    return [
      { kind: 'text', text: [t('votes.card.void')] },
      ...(round.why ? [{ kind: 'quote', text: round.why } as const] : []),
    ];
  }
  const said = paper ? t.rich('votes.card.closedSent', { at: t.when(paper.castAt) }) : [t('votes.card.closedSilent')];
  return [
    { kind: 'text', text: said },
    ...(sees ? rulingBlocks(t, round, sees) : [{ kind: 'note', text: [t('votes.card.notAnnounced')] } as const]),
  ];
}

function sealedRuling(t: Texts, round: BallotRound, sees: 'numbers' | 'outcome'): readonly Block[] {
  const masked = round.isMasked && sees === 'outcome' && round.rule.announce.value.what === 'numbers';
  return [
    ...rulingBlocks(t, round, sees),
    ...(masked ? ([{ kind: 'note', text: [t('secret.result.masked')] }] as const) : []),
  ];
}

/** In place of a card whose reader is not asked any more: it says nothing of any case. */
export function goneCard(t: Texts): Message {
  return { summary: t('votes.card.doneSummary'), blocks: [{ kind: 'text', text: [t('votes.card.gone')] }] };
}

/** To those who run a vote that somebody has opened who takes no part in all of it. */
export function leadMessage(t: Texts, { round, committeeName }: OwnCard): Message {
  const isInChat = round.place === 'chat';
  const look = isInChat ? buttons.standingButton : buttons.countsButton;
  return {
    summary: t('votes.lead.summary'),
    blocks: [
      { kind: 'heading', text: t('votes.lead.heading') },
      { kind: 'text', text: [{ bold: committeeName }] },
      { kind: 'text', text: [subjectText(t, round)] },
      { kind: 'text', text: t.rich('votes.lead.ask', { until: t.when(round.closesAt) }) },
      {
        kind: 'buttons',
        buttons: [look.draw(t(isInChat ? 'votes.buttons.standing' : 'votes.buttons.counts'), { round: round.id })],
      },
    ],
  };
}

/** What kept it from opening is said when it is opened by hand. */
export function notOpenedMessage(t: Texts, { round, committeeName }: OwnCard): Message {
  return {
    summary: t('votes.notOpened.summary'),
    blocks: [
      { kind: 'text', text: [{ bold: committeeName }] },
      { kind: 'text', text: [subjectText(t, round)] },
      { kind: 'text', text: [t('votes.notOpened.text')] },
      { kind: 'buttons', buttons: [buttons.previewButton.draw(t('votes.buttons.preview'), { round: round.id })] },
    ],
  };
}

/** To somebody whose paper was entered by another: what the paper says opens behind the button. */
export function recordedCard(t: Texts, card: OwnCard): Message {
  const { round, paper, proxies } = card;
  const via = t(`common.via.${paper?.via?.kind ?? 'paper'}`);
  const subject = subjectText(t, round);
  const holder = paper?.proxy && !paper.recordedBy ? proxies?.given?.holder.fullName : undefined;
  return {
    summary: t('votes.card.recordedSummary'),
    blocks: [
      { kind: 'text', text: [{ bold: card.committeeName }] },
      {
        kind: 'text',
        text: [holder ? t('proxies.card.forYou', { subject, holder }) : t('votes.card.recorded', { subject, via })],
      },
      { kind: 'buttons', buttons: [buttons.voteButton.draw(t('votes.card.look'), { round: round.id })] },
    ],
  };
}

export interface ResultCard extends OwnCard {
  readonly actions: readonly FollowUp[];
  readonly takesMinutes: boolean;
}

/** The ruling: for those who run it with what is to be done next. */
export function resultCard(t: Texts, card: ResultCard): Message {
  const { round, sees, actions, sealed } = card;
  const draw: Readonly<Record<FollowUp, () => Button>> = {
    decide: () => buttons.decideButton.draw(t('votes.buttons.decide'), { round: round.id }, { style: 'primary' }),
    announce: () => buttons.announceButton.draw(t('votes.buttons.announce'), { round: round.id }, { style: 'primary' }),
    next: () => buttons.nextButton.draw(t('votes.buttons.next'), { round: round.id }),
    again: () => buttons.againButton.draw(t('votes.buttons.again'), { round: round.id }),
  };
  return {
    summary: t('votes.result.summary'),
    blocks: [
      { kind: 'heading', text: t('votes.result.heading') },
      { kind: 'text', text: [{ bold: card.committeeName }] },
      { kind: 'text', text: [subjectText(t, round)] },
      {
        kind: 'text',
        text: [t(`votes.closedHow.${round.closedHow ?? 'time'}`, { at: t.moment(round.closedAt ?? card.now) })],
      },
      ...(sealed ? sealedOver(t, round, sealed.box) : []),
      ...(sees ? (sealed ? sealedRuling(t, round, sees) : rulingBlocks(t, round, sees)) : []),
      ...(sees || sealed ? [] : [{ kind: 'note', text: [t('votes.card.notAnnounced')] } as const]),
      ...(round.rulings ? announcing(t, round) : []),
      ...(sees === 'numbers' ? [{ kind: 'buttons', buttons: numberButtons(t, card) } as const] : []),
      ...(actions.length > 0 ? [{ kind: 'buttons', buttons: actions.map((action) => draw[action]()) } as const] : []),
    ],
  };
}

/** Whoever runs or counts the round takes the minutes; the arithmetic is for everybody who sees the numbers. */
function numberButtons(t: Texts, { round, takesMinutes }: ResultCard): readonly Button[] {
  const data = { round: round.id };
  return [
    buttons.howButton.draw(t('rulings.how.button'), data),
    ...(takesMinutes ? [buttons.minutesButton.draw(t('rulings.minutes.button'), { ...data, how: 'text' })] : []),
  ];
}

function announcing(t: Texts, round: BallotRound): readonly Block[] {
  const { what, by } = round.rule.announce.value;
  if (round.announcedAt) {
    return [{ kind: 'note', text: [t('votes.result.announced', { at: t.moment(round.announcedAt) })] }];
  }
  const key = what === 'nothing' ? 'votes.result.neverAnnounced' : `votes.result.announces.${by}`;
  return [{ kind: 'note', text: [t(key as 'votes.result.neverAnnounced')] }];
}

export const ballotDutyViews: Readonly<Record<string, (t: Texts, duty: Duty) => Block>> = {
  'ballots.vote-sealed': (t, { subject, dueAt, facts }) => {
    const hasSent = facts.hasSent === true;
    const text = [t(hasSent ? 'secret.duty.sent' : 'secret.duty.line'), ...(dueAt ? [' · ', t.when(dueAt)] : [])];
    return {
      kind: 'row',
      text: text.flat(),
      buttons: [
        buttons.voteButton.draw(t(hasSent ? 'secret.card.replace' : 'secret.card.vote'), { round: subject.id }),
      ],
    };
  },

  'ballots.vote': (t, { subject, dueAt, facts }) => {
    const title =
      facts.kind === 'question'
        ? t('votes.titleQuestion')
        : t('votes.titleList', { number: Number(facts.number), plan: titledFacts(t, facts, 'plan') });
    return {
      kind: 'row',
      text: t.rich('votes.duty', { title, until: dueAt ? t.when(dueAt) : '' }),
      buttons: [buttons.voteButton.draw(t('votes.card.vote'), { round: subject.id })],
    };
  },
};
