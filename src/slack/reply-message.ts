/** The replies that are words, whatever they were an answer to. */
import type { Reply } from '../chat/call.ts';
import type { AdapterWord } from '../chat/conversation.ts';
import type { Message } from '../chat/message.ts';
import type { Drawing } from './blocks/drawing.ts';

/** Null for a reply that is not words: a form, options, nothing. */
export function messageIn(reply: Reply): Message | null {
  switch (reply.kind) {
    case 'show':
    case 'replace':
      return reply.message;
    case 'field-errors': {
      const errors = Object.values(reply.errors);
      return { summary: errors[0] ?? '', blocks: errors.map((error) => ({ kind: 'text', text: [error] })) };
    }
    default:
      return null;
  }
}

export function sentence(drawing: Drawing, key: AdapterWord): Message {
  return saying(drawing.words(key));
}

export function saying(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text: [text] }] };
}
