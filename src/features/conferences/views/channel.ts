/**
 * What the channel reads: date, time, place and how many are summoned; never a subject, an item or a name. Nor how many
 * items there are: that would be another number than a reader finds to whom a case is closed.
 */
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
  ];
}
