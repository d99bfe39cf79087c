import { said, textsOf } from '../../../answers.ts';
import { type Call, type Reply, show } from '../../../chat/call.ts';
import type { Block } from '../../../chat/message.ts';
import { asId } from '../../../kernel/ids.ts';
import { type AtEntry, seeDevelopment, seePersonDevelopment } from '../operations/look.ts';
import { developmentMessage, personMessage } from '../views/people.ts';

export function entryIn(at: { readonly committee: string; readonly entry: string }): AtEntry {
  return { committee: asId(at.committee), entry: asId(at.entry) };
}

export async function showDevelopment(
  call: Call,
  at: { readonly committee: string; readonly plan: string },
  page: number,
): Promise<Reply> {
  const seen = await seeDevelopment(call, { committee: asId(at.committee), plan: asId(at.plan) });
  return seen.ok ? show(developmentMessage(textsOf(call), seen.value, page)) : said(call, seen);
}

/** `done` stands above: what was just done. */
export async function showPerson(call: Call, at: AtEntry, done: string | null = null): Promise<Reply> {
  const seen = await seePersonDevelopment(call, at);
  if (!seen.ok) return said(call, seen);
  const above: readonly Block[] = done ? [{ kind: 'text', text: [{ bold: done }] }] : [];
  return show(personMessage(textsOf(call), seen.value, above));
}
