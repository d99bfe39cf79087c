/** What operations call: say a card, redraw cards, take a batch back. Everything inside the caller's transaction. */
import { client } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { Act, StoreHandle } from '../kernel/act.ts';
import { type CommitteeId, type DeliveryId, newId, type PersonId } from '../kernel/ids.ts';
import { enqueue } from '../queue/enqueue.ts';
import type { Card, CardIds, CardTo, DeliveryState } from './types.ts';

/** All that sending needs of an act. */
export type Sending = Pick<Act, 'workspace' | 'now'>;

/** Adds the card and wakes the sender when it is due. A card whose key was used before is already said: false. */
export async function send(store: StoreHandle, act: Sending, card: Card): Promise<boolean> {
  return (await sendAll(store, act, [card])) === 1;
}

/** The same for many, in two statements; they go out in this order. Returns how many were new. */
export async function sendAll(store: StoreHandle, act: Sending, cards: readonly Card[]): Promise<number> {
  if (cards.length === 0) return 0;
  const { count } = await client(store).delivery.createMany({
    data: cards.map((card) => newRow(act, card)),
    skipDuplicates: true,
  });
  const moments = new Set(cards.map((card) => Math.max(card.holdUntil?.getTime() ?? 0, act.now.getTime())));
  for (const moment of moments) await wake(store, act, new Date(moment));
  return count;
}

export interface Redraw {
  readonly kind?: string;
  /** Cards that carry at least these ids. */
  readonly ids?: CardIds;
  readonly key?: string;
  readonly persons?: readonly PersonId[];
  /** Cards that may show one of these cases. */
  readonly nominees?: readonly PersonId[];
  /** All cards of these committees. */
  readonly committees?: readonly CommitteeId[];
  /** But those that were sent together under this batch: they say what is true now. */
  readonly exceptBatch?: string;
}

/**
 * Marks posted cards to be worded again in their place; several wishes before the next drawing are one. Cards that are
 * not posted yet need nothing: they are worded at the last moment. At least one criterion is needed.
 */
export async function refresh(store: StoreHandle, act: Sending, which: Redraw): Promise<void> {
  const criteria: Prisma.DeliveryWhereInput[] = [];
  if (which.kind) criteria.push({ kind: which.kind });
  if (which.key) criteria.push({ key: which.key });
  if (which.persons) criteria.push({ OR: await readers(store, which.persons) });
  if (which.nominees) criteria.push({ nomineeIds: { hasSome: [...which.nominees] } });
  if (which.committees) criteria.push({ committeeId: { in: [...which.committees] } });
  for (const [name, id] of Object.entries(which.ids ?? {})) criteria.push({ ids: { path: [name], equals: id } });
  if (which.exceptBatch && criteria.length > 0) {
    criteria.push({ OR: [{ batchId: null }, { batchId: { not: which.exceptBatch } }] });
  }
  if (criteria.length === 0) throw new TypeError('refresh needs a criterion');
  const { count } = await client(store).delivery.updateMany({
    where: { workspaceId: act.workspace, state: { in: ['sending', 'sent'] }, AND: criteria },
    data: { wantsVersion: { increment: 1 } },
  });
  if (count > 0) await wake(store, act, act.now);
}

/**
 * Undo: takes back everything that was said under this batch. False when something of it went out already, or may
 * have: then nothing is taken back, and the way on is a correction. A batch taken back before is true again.
 * `of`: what all its cards must be about. A batch that comes back with a click may be any other: false then too.
 */
export async function cancelBatch(store: StoreHandle, act: Sending, batch: string, of: CardIds = {}): Promise<boolean> {
  // Locked in order of the primary key, so that two who undo at once wait for each other instead of deadlocking; the
  // sender's own step from "waiting" to "sending" waits here too and then finds the card cancelled.
  const rows = await client(store).$queryRaw<readonly { state: string; ids: CardIds }[]>`
    SELECT "state", "ids" FROM "delivery"
    WHERE "workspaceId" = ${act.workspace}::uuid AND "batchId" = ${batch}::uuid
    ORDER BY "id" FOR UPDATE`;
  const isOf = (row: { ids: CardIds }) => Object.entries(of).every(([name, id]) => row.ids[name] === id);
  if (rows.some((row) => wentOut.includes(row.state) || !isOf(row))) return false;
  await client(store).delivery.updateMany({
    where: { workspaceId: act.workspace, batchId: batch, state: 'waiting' },
    data: { state: 'cancelled' },
  });
  return rows.length > 0;
}

const wentOut: readonly string[] = ['sending', 'sent', 'unknown'] satisfies DeliveryState[];

/** Has the sender look at this workspace at that moment. */
export async function wake(store: StoreHandle, act: Sending, at: Date): Promise<void> {
  await enqueue(
    store,
    { name: 'send', payload: { workspace: act.workspace } },
    { now: act.now, at, oncePer: 'transaction' },
  );
}

function newRow(act: Sending, card: Card): Prisma.DeliveryCreateManyInput {
  return {
    id: newId<DeliveryId>(),
    workspaceId: act.workspace,
    committeeId: card.committee ?? null,
    kind: card.kind,
    key: card.key,
    ...recipientColumns(card.to),
    lane: laneOf(card.to),
    ids: { ...card.ids },
    nomineeIds: [...(card.nominees ?? [])],
    batchId: card.batch ?? null,
    holdUntil: card.holdUntil ?? null,
    validUntil: card.validUntil ?? null,
    mayRepeat: card.mayRepeat ?? false,
    createdAt: act.now,
  };
}

function recipientColumns(to: CardTo) {
  if ('person' in to) return { personId: to.person };
  return 'member' in to ? { memberId: to.member } : { channelId: to.channel };
}

function laneOf(to: CardTo): string {
  if ('person' in to) return `person:${to.person}`;
  return 'member' in to ? `member:${to.member}` : `channel:${to.channel}`;
}

/** Cards of a person are addressed to the person or to the account that the person had at the time. */
async function readers(store: StoreHandle, persons: readonly PersonId[]): Promise<Prisma.DeliveryWhereInput[]> {
  const members = await client(store).member.findMany({
    where: { personId: { in: [...persons] } },
    select: { id: true },
  });
  return [{ personId: { in: [...persons] } }, { memberId: { in: members.map((member) => member.id) } }];
}
