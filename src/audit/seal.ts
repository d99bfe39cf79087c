/** Links a workspace's new events into its hash chain. One at a time per workspace; nobody who acts waits for it. */
import { client } from '../database/client.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { type Act, freshSaving, type StoreHandle } from '../kernel/act.ts';
import { emptyChain, linkHash } from './chain.ts';

const batchSize = 500;

/**
 * Seals what is waiting and returns how many. Repeating it is harmless.
 *
 * The serial has gaps, and an act that took a lower number may commit later. So there is no mark "sealed up to here":
 * the events themselves say that they wait (a row added by a trigger in their own transaction, taken away here), and
 * a late one is sealed late. The chain's order is therefore the order in which commits became visible. The rows hold
 * no transaction ids, because a restored backup would start those again from below.
 */
export async function sealEvents(act: Act): Promise<number> {
  let sealed = 0;
  for (;;) {
    const batch = await inTransaction({ ...act, saving: freshSaving() }, (tx) => sealBatch(tx, act));
    sealed += batch;
    if (batch < batchSize) return sealed;
  }
}

async function sealBatch(tx: StoreHandle, act: Act): Promise<number> {
  const database = client(tx);
  // Waiting, not trying: whoever holds the lock may have looked before the event of this job was committed.
  await database.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`seal:${act.workspace}`}, 0))`;
  const waiting = await database.auditUnsealed.findMany({
    where: { workspaceId: act.workspace },
    orderBy: { serial: 'asc' },
    take: batchSize,
  });
  if (waiting.length === 0) return 0;
  const ids = waiting.map((row) => row.eventId);
  const events = await database.auditEvent.findMany({ where: { id: { in: ids } }, orderBy: { serial: 'asc' } });
  const last = await database.auditSeal.findFirst({
    where: { workspaceId: act.workspace },
    orderBy: { position: 'desc' },
  });
  let position = last?.position ?? 0;
  let previousHash = last?.hash ?? emptyChain;
  const seals = events.map((event) => {
    position += 1;
    const seal = {
      workspaceId: act.workspace,
      position,
      eventId: event.id,
      previousHash,
      hash: linkHash(event, position, previousHash),
      sealedAt: act.now,
    };
    previousHash = seal.hash;
    return seal;
  });
  await database.auditSeal.createMany({ data: seals });
  // Only those that were sealed: a note whose event is gone stays, and verifyChain tells of it.
  await database.auditUnsealed.deleteMany({ where: { eventId: { in: events.map((event) => event.id) } } });
  return events.length;
}
