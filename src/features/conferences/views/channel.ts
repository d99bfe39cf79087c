/** What the channel reads: date, time, place and counts that hold for every reader; never a subject, item or name. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Content, HeldAct } from '../types.ts';
import { whenText } from './parts.ts';

export interface ChannelPost {
  readonly what: HeldAct;
  readonly content: Content;
  readonly summonedCount: number;
}

/** `t` speaks the committee's language, in its zone. */
export function channelMessage(t: Texts, post: ChannelPost): Message {
  const { what, content } = post;
  const when = whenText(t, content);
  if (what === 'cancelled') {
    const text = t('conferences.channel.cancelled', { when });
    return { summary: text, blocks: [{ kind: 'text', text: [text] }] };
  }
  return { summary: t(`conferences.channel.${what}`), blocks: channelBlocks(t, post) };
}

export function channelBlocks(t: Texts, { what, content, summonedCount }: ChannelPost): readonly Block[] {
  const items = content.agenda.length;
  return [
    { kind: 'text', text: [{ bold: t(`conferences.channel.${what}`, { when: whenText(t, content) }) }] },
    {
      kind: 'facts',
      rows: [
        [t('conferences.parts.when'), [whenText(t, content)]],
        [t('conferences.parts.place'), [content.place]],
      ],
    },
    { kind: 'text', text: [t('conferences.channel.summoned', { count: summonedCount })] },
    ...(items > 0 ? [{ kind: 'text', text: [t('conferences.channel.items', { count: items })] } as const] : []),
  ];
}
