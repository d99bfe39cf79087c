import { said, textsOf } from '../../../answers.ts';
import { type Call, type Reply, show } from '../../../chat/call.ts';
import type { Block } from '../../../chat/message.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { browseYear, seeMovement } from '../operations/look.ts';
import type { MovementId } from '../types.ts';
import { movementMessage } from '../views/card.ts';
import { yearMessage } from '../views/list.ts';

export function movementIn({ movement }: { readonly movement: string }): MovementId {
  return asId(movement);
}

/** The plan of a year; null: of the present one. What /move shows. */
export async function showYear(call: Call, committee: CommitteeId, year: number | null = null): Promise<Reply> {
  const plan = await browseYear(call, { committee, year });
  return plan.ok ? show(yearMessage(textsOf(call), plan.value)) : said(call, plan);
}

/** `done` stands above it: what was just done. */
export async function showMovement(call: Call, id: MovementId, done: string | null = null): Promise<Reply> {
  const seen = await seeMovement(call, id);
  if (!seen.ok) return said(call, seen);
  const above: readonly Block[] = done ? [{ kind: 'text', text: [{ bold: done }] }] : [];
  return show(movementMessage(textsOf(call), seen.value, above));
}
