/** Reads the whole chain of a workspace again and says whether it still fits together. */
import { client } from '../database/client.ts';
import type { AuditSeal } from '../database/generated/client.ts';
import type { StoreHandle } from '../kernel/act.ts';
import type { WorkspaceId } from '../kernel/ids.ts';
import { emptyChain, linkHash } from './chain.ts';
import type { Break, ChainVerdict, Head } from './types.ts';

const pageSize = 1000;

/**
 * `known` is a head that was seen before (the one in yesterday's digest): only with it can a chain be found out whose
 * newest links were cut off, or that was computed anew from some point on.
 */
export async function verifyChain(store: StoreHandle, workspace: WorkspaceId, known?: Head): Promise<ChainVerdict> {
  let head: Head = { count: 0, hash: emptyChain };
  for (;;) {
    const seals = await client(store).auditSeal.findMany({
      where: { workspaceId: workspace, position: { gt: head.count } },
      orderBy: { position: 'asc' },
      take: pageSize,
    });
    const page = await verifyPage(store, seals, head, known);
    if (!page.ok) return page;
    head = page.head;
    if (seals.length < pageSize) break;
  }
  if (known && known.count > head.count) return broken(head.count + 1, 'head-differs');
  const outside = await eventsOutsideChain(store, workspace);
  if (outside.reason) return broken(head.count + 1, outside.reason);
  return { ok: true, head, waiting: outside.waiting };
}

/** The last link; what the daily digest posts. */
export async function chainHead(store: StoreHandle, workspace: WorkspaceId): Promise<Head> {
  const last = await client(store).auditSeal.findFirst({
    where: { workspaceId: workspace },
    orderBy: { position: 'desc' },
  });
  return { count: last?.position ?? 0, hash: last?.hash ?? emptyChain };
}

type PageVerdict = { readonly ok: true; readonly head: Head } | Extract<ChainVerdict, { ok: false }>;

async function verifyPage(
  store: StoreHandle,
  seals: readonly AuditSeal[],
  before: Head,
  known: Head | undefined,
): Promise<PageVerdict> {
  const rows = await client(store).auditEvent.findMany({ where: { id: { in: seals.map((seal) => seal.eventId) } } });
  const events = new Map(rows.map((event) => [event.id, event]));
  let head = before;
  for (const seal of seals) {
    const position = head.count + 1;
    if (seal.position !== position) return broken(position, 'link-missing');
    if (seal.previousHash !== head.hash) return broken(position, 'link-changed');
    const event = events.get(seal.eventId);
    if (!event) return broken(position, 'event-missing');
    if (seal.hash !== linkHash(event, position, head.hash)) return broken(position, 'event-changed');
    if (known?.count === position && known.hash !== seal.hash) return broken(position, 'head-differs');
    head = { count: position, hash: seal.hash };
  }
  return { ok: true, head };
}

async function eventsOutsideChain(
  store: StoreHandle,
  workspace: WorkspaceId,
): Promise<{ reason: Break | null; waiting: number }> {
  const [found] = await client(store).$queryRaw<readonly { waiting: number; gone: number; unsealed: number }[]>`
    SELECT
      (SELECT count(*)::int FROM "event_unsealed" u WHERE u."workspaceId" = ${workspace}::uuid) AS waiting,
      (SELECT count(*)::int FROM "event_unsealed" u WHERE u."workspaceId" = ${workspace}::uuid
        AND NOT EXISTS (SELECT FROM "event" e WHERE e."id" = u."eventId")) AS gone,
      (SELECT count(*)::int FROM "event" e WHERE e."workspaceId" = ${workspace}::uuid
        AND NOT EXISTS (SELECT FROM "seal" s WHERE s."eventId" = e."id")
        AND NOT EXISTS (SELECT FROM "event_unsealed" u WHERE u."eventId" = e."id")) AS unsealed`;
  const { waiting, gone, unsealed } = found!;
  return { reason: gone > 0 ? 'event-missing' : unsealed > 0 ? 'event-without-seal' : null, waiting };
}

function broken(position: number, reason: Break): Extract<ChainVerdict, { ok: false }> {
  return { ok: false, position, reason };
}
