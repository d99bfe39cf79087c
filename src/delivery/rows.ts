/** The delivery table as the sender reads and writes it. Every step from one state to another is one guarded statement. */
import type { MessageAddress } from '../chat/platform.ts';
import { client } from '../database/client.ts';
import type { Prisma, Delivery as Row } from '../database/generated/client.ts';
import type { StoreHandle } from '../kernel/act.ts';
import type { CommitteeId, DeliveryId, MemberId, PersonId, WorkspaceId } from '../kernel/ids.ts';
import type { EarlierPost } from './running-minute.ts';
import type { CardIds, CardTo, Delivery, DeliveryState } from './types.ts';

/** What is to be done now: at most one card of each lane, and any number of redraws. */
export interface Work {
  readonly id: DeliveryId;
  readonly task: 'post' | 'ask' | 'redraw';
  readonly lane: string;
}

/**
 * The first unfinished card of each lane whose time has come, unless that one has to wait for a retry: then its lane
 * waits with it. A card that is held for undo does not hold up the ones behind it.
 */
export async function dueWork(store: StoreHandle, workspace: WorkspaceId, now: Date): Promise<readonly Work[]> {
  const heads = await client(store).$queryRaw<readonly Work[]>`
    SELECT "id", "lane", CASE "state" WHEN 'sending' THEN 'ask' ELSE 'post' END AS "task"
    FROM (
      SELECT DISTINCT ON ("lane") "id", "lane", "sequence", "state", "nextAttemptAt" FROM "delivery"
      WHERE "workspaceId" = ${workspace}::uuid AND "state" IN ('waiting', 'sending')
        AND ("holdUntil" IS NULL OR "holdUntil" <= ${now}) AND ("heldAt" IS NULL OR "state" = 'sending')
      ORDER BY "lane", "sequence"
    ) AS head
    WHERE "nextAttemptAt" IS NULL OR "nextAttemptAt" <= ${now}
    ORDER BY "sequence"`;
  const redraws = await client(store).$queryRaw<readonly Work[]>`
    SELECT "id", 'redraw:' || "id"::text AS "lane", 'redraw' AS "task" FROM "delivery"
    WHERE "workspaceId" = ${workspace}::uuid AND "state" = 'sent' AND "wantsVersion" > "shownVersion"
      AND ("nextAttemptAt" IS NULL OR "nextAttemptAt" <= ${now})
    ORDER BY "sequence" DESC LIMIT 100`;
  return [...heads, ...redraws];
}

/** When the next card of this workspace is to be looked at; null: nothing is left to do. */
export async function nextDueAt(store: StoreHandle, workspace: WorkspaceId, now: Date): Promise<Date | null> {
  const [row] = await client(store).$queryRaw<readonly { at: Date | null }[]>`
    SELECT min(greatest(coalesce("nextAttemptAt", ${now}), coalesce("holdUntil", ${now}))) AS "at" FROM "delivery"
    WHERE "workspaceId" = ${workspace}::uuid
      AND (("state" = 'waiting' AND "heldAt" IS NULL) OR "state" = 'sending'
        OR ("state" = 'sent' AND "wantsVersion" > "shownVersion"))
      AND greatest("nextAttemptAt", "holdUntil") > ${now}`;
  return row?.at ?? null;
}

/** Longest that a call of a sender before us can have been on its way. */
const callMs = 60_000;

/**
 * What this workspace was posted in the last minute, by whichever sender. A post without an answer may arrive any moment,
 * so it counts as posted now.
 */
export async function postsOfLastMinute(
  store: StoreHandle,
  workspace: WorkspaceId,
  now: Date,
): Promise<readonly EarlierPost[]> {
  const since = new Date(now.getTime() - 60_000);
  const rows = await client(store).delivery.findMany({
    where: {
      workspaceId: workspace,
      intendedAt: { gt: new Date(since.getTime() - callMs) },
      OR: [{ sentAt: { gt: since } }, { sentAt: null, intendedAt: { gt: since } }],
    },
    select: { lane: true, sentAt: true },
  });
  return rows.map(({ lane, sentAt }) => ({ lane, agoMs: Math.max(0, now.getTime() - (sentAt ?? now).getTime()) }));
}

/** Workspaces in which the sender has something to do now. */
export async function workspacesWithDueWork(store: StoreHandle, now: Date): Promise<readonly WorkspaceId[]> {
  const rows = await client(store).$queryRaw<readonly { workspaceId: WorkspaceId }[]>`
    SELECT DISTINCT "workspaceId" FROM "delivery"
    WHERE (("state" = 'waiting' AND "heldAt" IS NULL) OR "state" = 'sending'
        OR ("state" = 'sent' AND "wantsVersion" > "shownVersion"))
      AND ("nextAttemptAt" IS NULL OR "nextAttemptAt" <= ${now}) AND ("holdUntil" IS NULL OR "holdUntil" <= ${now})`;
  return rows.map((row) => row.workspaceId);
}

export async function loadDelivery(store: StoreHandle, id: DeliveryId): Promise<Delivery | null> {
  const row = await client(store).delivery.findUnique({ where: { id } });
  return row && toDelivery(row);
}

/** False when the card is not in that state any more: cancelled, or in other hands. */
export async function change(
  store: StoreHandle,
  delivery: Delivery,
  data: Prisma.DeliveryUpdateManyMutationInput & { state?: DeliveryState },
): Promise<boolean> {
  const { count } = await client(store).delivery.updateMany({
    where: { id: delivery.id, state: delivery.state },
    data,
  });
  return count === 1;
}

export function toDelivery(row: Row): Delivery {
  return {
    ...row,
    id: row.id as DeliveryId,
    to: recipientOf(row),
    committee: row.committeeId as CommitteeId | null,
    ids: row.ids as CardIds,
    state: row.state as DeliveryState,
    address: row.address as MessageAddress | null,
  };
}

function recipientOf(row: Row): CardTo {
  if (row.personId) return { person: row.personId as PersonId };
  return row.memberId ? { member: row.memberId as MemberId } : { channel: row.channelId! };
}
