/** The private cards to a key-holder, through the life of the box. Names of holders only; nothing of any paper. */
import type { Block, Message } from '../../../chat/message.ts';
import type { TextKey, Texts } from '../../../i18n/texts.ts';
import { disputeEnds } from '../rules/dispute.ts';
import type { Box, Keyholder } from '../types.ts';
import { takeKeyButton, typeWordsButton } from './buttons.ts';

export interface HeldCard {
  readonly box: Box;
  readonly holders: readonly Keyholder[];
  readonly own: Keyholder;
  readonly title: string;
  readonly isReading: boolean;
  readonly wasCutOff: boolean;
}

export function takeKeyCard(t: Texts, held: HeldCard, isSentAgain: boolean): Message {
  const { box, holders, own, title } = held;
  const others = t.list(holders.filter(({ person }) => person !== own.person).map(({ fullName }) => fullName));
  const taken = holders.filter(({ hasTaken }) => hasTaken).length;
  const summary = t('sealing.key.summary');
  if (box.state === 'cancelled') return card(summary, t.rich('sealing.key.cancelled', { title }));
  if (box.state !== 'prepared') return card(summary, t.rich('sealing.key.inUse', { title }));
  if (own.hasTaken) return card(summary, t.rich('sealing.key.taken', { title, count: taken, all: holders.length }));
  return card(
    summary,
    t.rich('sealing.key.ask', { title }),
    ...(isSentAgain ? ([{ kind: 'note', text: [t('sealing.key.sentAgain')] }] as const) : []),
    { kind: 'note', text: [t('sealing.key.others', { names: others })] },
    { kind: 'buttons', buttons: [takeKeyButton.draw(t('sealing.key.take'), { box: box.id }, { style: 'primary' })] },
  );
}

export function typeWordsCard(t: Texts, held: HeldCard): Message {
  const { box, holders, own, title } = held;
  const others = t.list(holders.filter(({ person }) => person !== own.person).map(({ fullName }) => fullName));
  const summary = t('sealing.words.summary');
  const hasOther = holders.some(({ person, hasTyped }) => hasTyped && person !== own.person);
  const typeAs = (label: TextKey, style: 'primary' | undefined) =>
    ({
      kind: 'buttons',
      buttons: [typeWordsButton.draw(t(label), { box: box.id }, style ? { style } : {})],
    }) as const;
  const { read, inAll } = box.reading;
  if (held.isReading && (box.state === 'closed' || box.state === 'counted')) {
    return card(summary, t.rich('sealing.words.reading', { title, read: t.number(read), count: inAll }));
  }
  const cutOff: Block[] = held.wasCutOff
    ? [{ kind: 'note', text: [t('sealing.words.cutOff', { read: t.number(read), count: inAll })] }]
    : [];
  if (box.state === 'closed') {
    if (own.hasTyped) return card(summary, t.rich('sealing.words.waiting', { title, names: others }), ...cutOff);
    const text = t.rich(hasOther ? 'sealing.words.askSecond' : 'sealing.words.ask', { title });
    return card(summary, text, ...cutOff, typeAs('sealing.words.type', 'primary'));
  }
  if (box.state === 'counted' && box.countedAt) {
    const until = t.when(disputeEnds(box.countedAt), 'date');
    const waits: Block[] = own.hasTyped
      ? [{ kind: 'note', text: [t('sealing.words.recountWaiting', { names: others })] }]
      : [];
    return card(
      summary,
      t.rich('sealing.words.opened', { title, until }),
      ...cutOff,
      ...waits,
      ...(own.hasTyped ? [] : [typeAs('sealing.words.countAgain', undefined)]),
    );
  }
  return destroyWordsCard(t, title);
}

export function destroyWordsCard(t: Texts, title: string): Message {
  return card(t('sealing.destroy.summary'), t.rich('sealing.destroy.text', { title }));
}

function card(summary: string, text: ReturnType<Texts['rich']>, ...more: readonly Block[]): Message {
  return { summary, blocks: [{ kind: 'text', text }, ...more] };
}

/** To those who prepare it: without these keys it cannot be opened. */
export function holdersLeft(t: Texts, missing: readonly Pick<Keyholder, 'fullName'>[]): string {
  const names = t.list(missing.map(({ fullName }) => fullName));
  return t('sealing.key.holdersLeft', { names, count: missing.length });
}
