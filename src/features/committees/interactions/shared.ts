/** How a committee's interactions answer. */
import { type Call, type Reply, show } from '../../../chat/call.ts';
import { sentence } from '../../../chat/message.ts';
import { type Texts, texts } from '../../../i18n/texts.ts';
import type { Refused } from '../../../kernel/outcome.ts';

/** Beside its field when it has one and a form is open; else as a private sentence. */
export function refusal(call: Call, refused: Refused): Reply {
  const text = textsOf(call).refusal(refused);
  return refused.field ? { kind: 'field-errors', errors: { [refused.field]: text } } : show(sentence(text));
}

export function textsOf(call: Call): Texts {
  return texts(call.locale, call.zone, call.speech);
}
