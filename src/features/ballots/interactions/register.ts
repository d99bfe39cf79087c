/** Everything of ballots that app.ts registers: buttons and forms, cards, duties. */
import { textsOf } from '../../../answers.ts';
import type { Interaction } from '../../../chat/interaction.ts';
import { type Message, sentence } from '../../../chat/message.ts';
import type { RenderContext, Renderers } from '../../../delivery/renderers.ts';
import { asId } from '../../../kernel/ids.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { cardKinds } from '../operations/cards.ts';
import { duties, roundsNamed } from '../operations/duties.ts';
import { type OwnRound, seeOwn } from '../operations/look.ts';
import type { BallotRoundId } from '../types/round.ts';
import { goneCard, leadMessage, notOpenedMessage, paperCard, recordedCard, resultCard } from '../views/cards.ts';
import { proxyCardMessage } from '../views/proxies.ts';
import { keysReadyMessage } from '../views/secret-messages.ts';
import { titleText } from '../views/words.ts';
import { countingInteractions } from './counting.ts';
import { hereInteractions } from './here.ts';
import { proxyInteractions } from './proxies.ts';
import { resultInteractions } from './result.ts';
import { runningInteractions } from './running.ts';
import { ownCard, resultOf } from './shared.ts';
import { votingInteractions } from './voting.ts';

export const ballotInteractions: readonly Interaction[] = [
  ...votingInteractions,
  ...runningInteractions,
  ...countingInteractions,
  ...hereInteractions,
  ...resultInteractions,
  ...proxyInteractions,
];

export const ballotCards: Renderers = {
  [cardKinds.paper]: (context) =>
    worded(context, (own) => {
      const { round, isAsked } = own;
      if (!isAsked || round.state === 'prepared' || round.state === 'cancelled') return null;
      const isOver = round.state !== 'open' || round.closesAt <= context.act.now;
      if (isOver && !context.isRedraw) return null;
      return paperCard(textsOf(context.act), ownCard(context.act, own), context.isSentAgain && !context.isRedraw);
    }),

  [cardKinds.keysReady]: (context) =>
    worded(context, (own) => (own.mayRun ? keysReadyMessage(textsOf(context.act), own.round) : null)),

  [cardKinds.lead]: (context) =>
    worded(context, (own) =>
      own.mayRun && isToLead(own.round) ? leadMessage(textsOf(context.act), ownCard(context.act, own)) : null,
    ),

  [cardKinds.notOpened]: (context) =>
    worded(context, (own) =>
      own.mayRun && own.round.state === 'prepared'
        ? notOpenedMessage(textsOf(context.act), ownCard(context.act, own))
        : null,
    ),

  [cardKinds.recordedForYou]: (context) =>
    worded(context, (own) =>
      own.paper?.recordedBy || own.paper?.proxy ? recordedCard(textsOf(context.act), ownCard(context.act, own)) : null,
    ),

  [cardKinds.proxy]: (context) =>
    worded(context, (own) => {
      const t = textsOf(context.act);
      const message = proxyCardMessage(t, ownCard(context.act, own), context.ids.proxy ?? '');
      return message ?? (context.isRedraw ? sentence(t('proxies.card.gone')) : null);
    }),

  [cardKinds.closed]: (context) =>
    worded(context, (own) =>
      own.mayRun && own.round.state === 'closed' ? resultCard(textsOf(context.act), resultOf(context.act, own)) : null,
    ),

  [cardKinds.result]: (context) =>
    worded(context, (own) =>
      own.sees && own.round.state === 'closed' ? resultCard(textsOf(context.act), resultOf(context.act, own)) : null,
    ),
};

function isToLead({ isPart, state }: OwnRound['round']): boolean {
  return !isPart && (state === 'open' || state === 'scheduled');
}

/** A posted card whose reader may not see the case any more must not keep its words: it gets neutral ones. */
async function worded(context: RenderContext, word: (own: OwnRound) => Message | null): Promise<Message | null> {
  const own = await seeOwn(context.act, asId<BallotRoundId>(context.ids.round ?? ''));
  const message = own.ok ? word(own.value) : null;
  return message ?? (context.isRedraw ? goneCard(textsOf(context.act)) : null);
}

export const ballotDuties: Duties = {
  ...duties,
  async titles(act, ids) {
    const t = textsOf(act);
    return new Map((await roundsNamed(act, ids)).map((round) => [round.id, titleText(t, round)]));
  },
};
