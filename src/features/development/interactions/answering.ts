/** How the interactions of development answer. */
import { type Call, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Block, sentence } from '../../../chat/message.ts';
import { type Texts, texts } from '../../../i18n/texts.ts';
import type { Act } from '../../../kernel/act.ts';
import { asId } from '../../../kernel/ids.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { type AtEntry, seeDevelopment, seePersonDevelopment } from '../operations/look.ts';
import { developmentMessage, personMessage } from '../views/people.ts';

export function wordsOf(act: Pick<Act, 'locale' | 'zone' | 'speech'>): Texts {
  return texts(act.locale, act.zone, act.speech);
}

export function entryIn(at: { readonly committee: string; readonly entry: string }): AtEntry {
  return { committee: asId(at.committee), entry: asId(at.entry) };
}

/** Beside its field when it has one and a form is open; else as a private sentence. */
export function refusal(call: Call, refused: Refused): Reply {
  const text = wordsOf(call).refusal(refused);
  return refused.field ? { kind: 'field-errors', errors: { [refused.field]: text } } : show(sentence(text));
}

/** After a click no form is open. */
export function said(call: Call, refused: Refused): Reply {
  return show(sentence(wordsOf(call).refusal(refused)));
}

export async function showDevelopment(
  call: Call,
  at: { readonly committee: string; readonly plan: string },
  page: number,
): Promise<Reply> {
  const seen = await seeDevelopment(call, { committee: asId(at.committee), plan: asId(at.plan) });
  return seen.ok ? show(developmentMessage(wordsOf(call), seen.value, page)) : said(call, seen);
}

/** `done` stands above: what was just done. */
export async function showPerson(call: Call, at: AtEntry, done: string | null = null): Promise<Reply> {
  const seen = await seePersonDevelopment(call, at);
  if (!seen.ok) return said(call, seen);
  const above: readonly Block[] = done ? [{ kind: 'text', text: [{ bold: done }] }] : [];
  return show(personMessage(wordsOf(call), seen.value, above));
}

export function asCard(reply: Reply): Reply {
  return reply.kind === 'show' ? replaceCard(reply.message) : reply;
}
