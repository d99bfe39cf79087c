/** A card that will not arrive: the row says why, and the committee secretary is told once per recipient and reason. */
import { client } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Act, StoreHandle } from '../kernel/act.ts';
import type { CommitteeId, PersonId } from '../kernel/ids.ts';
import type { SenderContext } from './context.ts';
import { type Place, senderAct } from './recipient.ts';
import { undeliverableNotice } from './renderers.ts';
import { change } from './rows.ts';
import { sendAll } from './send.ts';
import type { Card, Delivery, NotSentReason } from './types.ts';

export async function giveUp(
  context: SenderContext,
  place: Place,
  card: Delivery,
  state: 'undeliverable' | 'unknown',
  reason: NotSentReason,
): Promise<void> {
  context.count('undeliverable');
  await tellSecretary(context, place, card, reason, { state, reason, nextAttemptAt: null });
}

/** The change of the row and the notice are one commit. */
export async function tellSecretary(
  context: SenderContext,
  place: Place,
  card: Delivery,
  reason: NotSentReason,
  data: Prisma.DeliveryUpdateManyMutationInput & { state?: 'undeliverable' | 'unknown' },
): Promise<void> {
  const act = senderAct(context.store, place, context.clock.now());
  context.log.warn({ delivery: card.id, card: card.kind, reason }, 'a card did not arrive');
  await inTransaction(act, async (tx) => {
    if (!(await change(tx, card, data))) return;
    // A notice about a notice would go to the same account; and a bot that was taken out can tell nobody.
    if (card.kind === undeliverableNotice || reason === 'bot-removed' || !card.committee) return;
    await sendAll(tx, act, await notices(tx, act, card, card.committee, reason));
  });
}

async function notices(
  tx: StoreHandle,
  act: Act,
  card: Delivery,
  committee: CommitteeId,
  reason: NotSentReason,
): Promise<Card[]> {
  const secretaries = await client(tx).membership.findMany({
    where: {
      committeeId: committee,
      roles: { has: 'clerk' },
      validFrom: { lte: act.now },
      OR: [{ validTo: null }, { validTo: { gt: act.now } }],
    },
    select: { personId: true },
  });
  const ids = { delivery: card.id, card: card.kind, reason, ...card.to };
  const lane = Object.values(card.to)[0];
  return [...new Set(secretaries.map((row) => row.personId as PersonId))].map((person) => ({
    kind: undeliverableNotice,
    ids,
    to: { person },
    committee,
    key: `${undeliverableNotice}:${committee}:${lane}:${reason}:${person}`,
  }));
}
