/** How the register answers: its words, and where a refusal is shown. */
import { type Call, type Reply, show } from '../../../chat/call.ts';
import { sentence } from '../../../chat/message.ts';
import { type Texts, texts } from '../../../i18n/texts.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';

/** Beside its field when it has one and a form is open; else as a private sentence. */
export function refusal(call: Call, refusedWith: Refused): Reply {
  const text = textsOf(call).refusal(refusedWith);
  return refusedWith.field ? { kind: 'field-errors', errors: { [refusedWith.field]: text } } : show(sentence(text));
}

export function textsOf(call: Call): Texts {
  return texts(call.locale, call.zone, call.speech);
}

export function today(call: Call): string {
  return dateIn(call.zone, call.now);
}
