/** How every feature answers: in the words of whoever asks, and a refusal where it does least harm. */
import { type Call, type Reply, replaceCard, show } from './chat/call.ts';
import { sentence } from './chat/message.ts';
import { type Texts, texts } from './i18n/texts.ts';
import type { Act } from './kernel/act.ts';
import type { Refused } from './kernel/outcome.ts';

export function textsOf(act: Pick<Act, 'locale' | 'zone' | 'speech'>): Texts {
  return texts(act.locale, act.zone, act.speech);
}

/** Beside its field when it has one and a form is open, so that what was typed stays; else as a private sentence. */
export function refusal(call: Call, refused: Refused): Reply {
  const text = textsOf(call).refusal(refused);
  return refused.field ? { kind: 'field-errors', errors: { [refused.field]: text } } : show(sentence(text));
}

/** As a private sentence, whatever field it is about: after a click no form is open. */
export function said(call: Call, refused: Refused): Reply {
  return show(sentence(textsOf(call).refusal(refused)));
}

/** What would be said anew takes the place of the card that was pressed. */
export function asCard(reply: Reply): Reply {
  return reply.kind === 'show' ? replaceCard(reply.message) : reply;
}
