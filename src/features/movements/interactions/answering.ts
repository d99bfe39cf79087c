/** How the interactions of movements answer: a card, the reason why not, words in the reader's language. */
import { type Call, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Block, sentence } from '../../../chat/message.ts';
import { type Texts, texts } from '../../../i18n/texts.ts';
import type { Act } from '../../../kernel/act.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { browseYear, seeMovement } from '../operations/look.ts';
import type { MovementId } from '../types.ts';
import { movementMessage } from '../views/card.ts';
import { yearMessage } from '../views/list.ts';

export function wordsOf(act: Pick<Act, 'locale' | 'zone' | 'speech'>): Texts {
  return texts(act.locale, act.zone, act.speech);
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

export function movementIn({ movement }: { readonly movement: string }): MovementId {
  return asId(movement);
}

/** The plan of a year; null: of the present one. What /move shows. */
export async function showYear(call: Call, committee: CommitteeId, year: number | null = null): Promise<Reply> {
  const plan = await browseYear(call, { committee, year });
  return plan.ok ? show(yearMessage(wordsOf(call), plan.value)) : said(call, plan);
}

/** `done` stands above it: what was just done. */
export async function showMovement(call: Call, id: MovementId, done: string | null = null): Promise<Reply> {
  const seen = await seeMovement(call, id);
  if (!seen.ok) return said(call, seen);
  const above: readonly Block[] = done ? [{ kind: 'text', text: [{ bold: done }] }] : [];
  return show(movementMessage(wordsOf(call), seen.value, above));
}

export function asCard(reply: Reply): Reply {
  return reply.kind === 'show' ? replaceCard(reply.message) : reply;
}
