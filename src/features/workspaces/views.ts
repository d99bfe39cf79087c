/** What the committee secretary is told about accounts and channels, and about a card that did not arrive. */
import type { Message } from '../../chat/message.ts';
import type { TextKey, Texts } from '../../i18n/texts.ts';
import type { Inline } from '../../kernel/rich.ts';

export function accountMessage(t: Texts, committee: string, name: string | null, change: string): Message {
  const key: TextKey = change === 'outside' ? 'workspaces.account.outside' : 'workspaces.account.gone';
  return notice(t, committee, [
    t.rich(key, { name: name ?? t('workspaces.somebody') }),
    [t(change === 'outside' ? 'workspaces.account.outsideNext' : 'workspaces.account.goneNext')],
  ]);
}

export function channelMessage(t: Texts, committee: string, channel: string, loss: string): Message {
  return notice(t, committee, [
    t.rich('workspaces.channel.lost', { channel: { channel }, what: t.label('workspaces.channel.losses', loss) }),
    [t.label('workspaces.channel.next', loss)],
  ]);
}

/** `recipient`: a name or a channel. */
export function undeliverableMessage(
  t: Texts,
  committee: string,
  card: { readonly kind: string; readonly reason: string; readonly recipient: Inline },
): Message {
  const feature = card.kind.split('.')[0] ?? '';
  const what = t.label('workspaces.cards', feature in cardFeatures ? feature : 'other');
  return notice(t, committee, [
    t.rich('workspaces.undeliverable.line', { what, to: card.recipient }),
    [t.label('workspaces.undeliverable.reasons', card.reason)],
  ]);
}

/** Features that send cards; each has a word for them under workspaces.cards. */
const cardFeatures = { reviews: 1, conferences: 1, deadlines: 1, nominations: 1, committees: 1 } as const;

function notice(t: Texts, committee: string, lines: readonly (readonly Inline[])[]): Message {
  return {
    summary: t('workspaces.summary'),
    blocks: [{ kind: 'text', text: [{ bold: committee }] }, ...lines.map((text) => ({ kind: 'text', text }) as const)],
  };
}
