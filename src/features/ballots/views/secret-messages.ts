/** Private answers and cards about sealed votes: who holds the keys, how it stands, the receipts. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Membership } from '../../committees/types.ts';
import { printedReceipt } from '../../sealing/rules/receipt.ts';
import type { BoxState, Keyholder } from '../../sealing/types.ts';
import { holdersLeft } from '../../sealing/views/cards.ts';
import type { BallotRound } from '../types/round.ts';
import { closeButton, seeButton, voteButton } from './buttons.ts';
import * as buttons from './secret-buttons.ts';
import { promiseBlocks } from './secret-forms.ts';
import { titleText } from './words.ts';

type Named = Pick<Membership, 'fullName'>;

export interface NamedShown {
  readonly round: BallotRound;
  readonly electors: readonly Named[];
  readonly without: readonly Named[];
  readonly holders: readonly Membership[];
  readonly shield: number;
}

/** Who holds the keys, who can vote and who cannot, and what stands above every paper; the first step asks the three. */
export function holdersMessage(t: Texts, named: NamedShown): Message {
  const { round, electors, without, holders, shield } = named;
  const names = (people: readonly Named[]) => t.list(people.map(({ fullName }) => fullName));
  return {
    summary: t('secret.keys.summary'),
    blocks: [
      { kind: 'heading', text: t('secret.holders.previewTitle') },
      {
        kind: 'facts',
        rows: [
          [t('secret.holders.vote'), [titleText(t, round)]],
          [t('secret.holders.label'), [names(holders)]],
          [t('secret.holders.can'), [t('secret.holders.people', { count: electors.length })]],
        ],
      },
      ...(without.length > 0
        ? ([
            { kind: 'note', text: [t('secret.holders.without', { count: without.length, names: names(without) })] },
          ] as const)
        : []),
      { kind: 'note', text: [t('secret.holders.shield', { shield })] },
      { kind: 'text', text: [{ bold: t('secret.holders.words') }] },
      ...promiseBlocks(t, round.mode, []),
      { kind: 'divider' },
      { kind: 'text', text: [t('secret.holders.next')] },
      {
        kind: 'buttons',
        buttons: [buttons.askKeysButton.draw(t('secret.holders.ask'), { round: round.id }, { style: 'primary' })],
      },
    ],
  };
}

export function askedMessage(t: Texts, asked: { round: BallotRound; heldUntil: Date; batch: string }): Message {
  const { round, heldUntil, batch } = asked;
  return {
    summary: t('secret.keys.summary'),
    blocks: [
      { kind: 'text', text: t.rich('secret.keys.asked', { time: t.when(heldUntil, 'time') }) },
      {
        kind: 'buttons',
        buttons: [
          buttons.undoKeysButton.draw(t('common.undo'), { round: round.id, batch }),
          buttons.keysButton.draw(t('secret.keys.see'), { round: round.id }),
        ],
      },
    ],
  };
}

export function keysMessage(
  t: Texts,
  round: BallotRound,
  { holders, missing }: { readonly holders: readonly Keyholder[]; readonly missing: readonly Keyholder[] },
): Message {
  const isReady = holders.every(({ hasTaken }) => hasTaken);
  return {
    summary: t('secret.keys.summary'),
    blocks: [
      { kind: 'heading', text: t('secret.keys.title') },
      {
        kind: 'facts',
        rows: holders.map(({ fullName, hasTaken }) => [
          fullName,
          [t(hasTaken ? 'secret.keys.taken' : 'secret.keys.notTaken')],
        ]),
      },
      {
        kind: 'text',
        text: [
          missing.length > 0 ? holdersLeft(t, missing) : t(isReady ? 'secret.keys.allTaken' : 'secret.keys.waiting'),
        ],
      },
      ...(isReady ? [openBlock(t, round)] : []),
    ],
  };
}

/** To those who run it: all three keys are taken. */
export function keysReadyMessage(t: Texts, round: BallotRound): Message {
  const isPrepared = round.state === 'prepared';
  return {
    summary: t('secret.keys.summary'),
    blocks: [
      {
        kind: 'text',
        text: t.rich(isPrepared ? 'secret.keys.ready' : 'secret.keys.used', { title: titleText(t, round) }),
      },
      ...(isPrepared ? [openBlock(t, round)] : []),
    ],
  };
}

function openBlock(t: Texts, { id }: BallotRound): Block {
  const open = buttons.openSealedButton.draw(t('secret.keys.open'), { round: id }, { style: 'primary' });
  return { kind: 'buttons', buttons: [open] };
}

export interface SealedShown {
  readonly round: BallotRound;
  readonly box: BoxState;
  readonly holders: readonly Keyholder[];
  readonly electors: number;
  readonly shield: number;
  readonly isEnough: boolean;
  readonly returned: number | null;
  readonly mayRun: boolean;
}

/** While it is open: only whether enough have voted. Afterwards how many, never who. */
export function sealedStandingMessage(t: Texts, sealed: SealedShown): Message {
  const { round, box, holders, electors, shield, isEnough, returned, mayRun } = sealed;
  const isOpen = round.state === 'open';
  const names = t.list(holders.map(({ fullName }) => fullName));
  const see = seeButton.draw(t('secret.standing.see'), { round: round.id });
  const receipts = buttons.receiptsButton.draw(t('secret.receipts.show'), { round: round.id });
  const isCounted = box === 'counted' || box === 'destroyed';
  return {
    summary: t('secret.standing.title'),
    blocks: [
      { kind: 'heading', text: t('secret.standing.title') },
      { kind: 'text', text: [{ bold: titleText(t, round) }] },
      {
        kind: 'text',
        text: [
          returned === null
            ? t('secret.standing.hidden', { count: electors })
            : `${t('secret.standing.returned', { returned, count: electors })} ${standsText(t, sealed)}`,
        ],
      },
      ...(round.mode === 'unnamed' ? [{ kind: 'note', text: [t('secret.card.notSecret')] } as const] : []),
      ...(isOpen
        ? ([
            { kind: 'note', text: [t(isEnough ? 'secret.standing.enough' : 'secret.standing.notYet', { shield })] },
          ] as const)
        : []),
      ...(box === 'closed' && holders.length > 0
        ? ([{ kind: 'note', text: [t('secret.standing.holders', { names })] }] as const)
        : []),
      ...(isOpen && mayRun ? [closingBlock(t, round)] : []),
      ...(isCounted ? ([{ kind: 'buttons', buttons: [see, receipts] }] as const) : []),
    ],
  };
}

function standsText(t: Texts, { box, holders, shield }: SealedShown): string {
  if (box === 'withheld') return t('secret.standing.withheld', { shield });
  if (box !== 'closed') return t('secret.standing.opened');
  return t(holders.length > 0 ? 'secret.standing.sealed' : 'secret.standing.counting');
}

function closingBlock(t: Texts, { id }: BallotRound): Block {
  const close = closeButton.draw(
    t('secret.standing.close'),
    { round: id },
    {
      style: 'danger',
      confirm: {
        title: t('secret.standing.closeTitle'),
        text: t('secret.standing.closeText'),
        yes: t('secret.standing.closeYes'),
        no: t('common.cancel'),
      },
    },
  );
  return { kind: 'buttons', buttons: [close] };
}

const receiptsInBlock = 180;
const blocksMax = 40;

/** Printed in one column to be compared with one's own; sorted, so that their order says nothing. */
export function receiptsMessage(t: Texts, round: BallotRound, receipts: readonly string[]): Message {
  const columns = Array.from(
    { length: Math.min(blocksMax, Math.ceil(receipts.length / receiptsInBlock)) },
    (_, index) => receipts.slice(index * receiptsInBlock, (index + 1) * receiptsInBlock),
  );
  const shown = Math.min(receipts.length, blocksMax * receiptsInBlock);
  return {
    summary: t('secret.receipts.title'),
    blocks: [
      { kind: 'heading', text: t('secret.receipts.title') },
      { kind: 'note', text: [t('secret.receipts.note', { title: titleText(t, round), count: receipts.length })] },
      ...columns.map((column): Block => ({ kind: 'copy', text: column.map(printedReceipt).join('\n') })),
      ...(shown < receipts.length ? ([{ kind: 'note', text: [t('secret.receipts.more', { shown })] }] as const) : []),
    ],
  };
}

/** What an elector's card says of a sealed vote. It is worded for everybody at the same fixed times. */
export function sealedAsking(t: Texts, round: BallotRound, hasSent: boolean): readonly Block[] {
  const facts = { until: t.when(round.closesAt), title: titleText(t, round) };
  const ask = round.mode === 'unnamed' ? 'secret.card.askUnnamed' : 'secret.card.ask';
  return [
    { kind: 'text', text: t.rich(hasSent ? 'secret.card.sent' : ask, facts) },
    {
      kind: 'buttons',
      buttons: [
        voteButton.draw(
          t(hasSent ? 'secret.card.replace' : 'secret.card.vote'),
          { round: round.id },
          hasSent ? {} : { style: 'primary' },
        ),
      ],
    },
    ...(round.mode === 'unnamed' ? [{ kind: 'note', text: [t('secret.card.notSecret')] } as const] : []),
    { kind: 'note', text: [t('secret.card.note')] },
  ];
}

/** After the close: what became of the box; the receipts once it is opened. */
export function sealedOver(t: Texts, round: BallotRound, box: BoxState | null): readonly Block[] {
  const title = titleText(t, round);
  if (round.state === 'void') return [{ kind: 'text', text: [t('secret.card.void', { title })] }];
  if (box === 'withheld') return [{ kind: 'text', text: [t('secret.card.withheld', { title })] }];
  if (round.rulings === null) return [{ kind: 'text', text: [t('secret.card.waiting', { title })] }];
  const receipts = buttons.receiptsButton.draw(t('secret.receipts.show'), { round: round.id });
  return [
    { kind: 'text', text: [t('secret.card.opened', { title })] },
    ...(round.mode === 'unnamed' ? [{ kind: 'note', text: [t('secret.result.unnamed')] } as const] : []),
    { kind: 'buttons', buttons: [receipts] },
  ];
}

/** How a sealed vote goes on from its preview. */
export function sealedNext(t: Texts, round: BallotRound): readonly Button[] {
  const data = { round: round.id };
  if (round.mode === 'unnamed') {
    return [buttons.openSealedButton.draw(t('secret.keys.open'), data, { style: 'primary' })];
  }
  return [
    buttons.holdersButton.draw(t('secret.holders.button'), data, { style: 'primary' }),
    buttons.keysButton.draw(t('secret.keys.see'), data),
  ];
}
