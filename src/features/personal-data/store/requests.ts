/** Requests for erasure: one that waits for each person at most (prisma/guards/personal-data.sql). */
import { client } from '../../../database/client.ts';
import type { StoreHandle, Via } from '../../../kernel/act.ts';
import { type CommitteeId, newId, type PersonId, type WorkspaceId } from '../../../kernel/ids.ts';
import type { ErasureRequest, ErasureRequestId, ErasureState } from '../types.ts';

export async function insertRequest(
  tx: StoreHandle,
  workspace: WorkspaceId,
  request: { person: PersonId; recordedBy: PersonId | null; via: Via | null; at: Date },
): Promise<ErasureRequestId> {
  const id = newId<ErasureRequestId>();
  const { person, recordedBy, via, at } = request;
  await client(tx).erasureRequest.create({
    data: {
      ...{ id, workspaceId: workspace, personId: person, requestedAt: at, recordedBy },
      ...{ viaKind: via?.kind ?? null, viaReference: via?.reference ?? null, viaDated: via?.dated ?? null },
    },
  });
  return id;
}

export async function openRequestOf(store: StoreHandle, person: PersonId): Promise<ErasureRequest | null> {
  const row = await client(store).erasureRequest.findFirst({ where: { personId: person, state: 'open' } });
  return row && toRequest(row);
}

export async function findRequest(
  store: StoreHandle,
  workspace: WorkspaceId,
  id: ErasureRequestId,
): Promise<ErasureRequest | null> {
  const row = await client(store).erasureRequest.findFirst({ where: { id, workspaceId: workspace } });
  return row && toRequest(row);
}

/** False: it was decided meanwhile. */
export async function decideRequest(
  tx: StoreHandle,
  id: ErasureRequestId,
  decision: { state: Exclude<ErasureState, 'open'>; at: Date; by: PersonId; reason: string | null },
): Promise<boolean> {
  const { state, at, by, reason } = decision;
  const { count } = await client(tx).erasureRequest.updateMany({
    where: { id, state: 'open' },
    data: { state, decidedAt: at, decidedBy: by, reason },
  });
  return count === 1;
}

/** Where the person is or was: in which committees a request is heard, and cards that name them stand. */
export async function committeesOfTrace(
  store: StoreHandle,
  rows: readonly PersonId[],
): Promise<readonly CommitteeId[]> {
  const found = await client(store).$queryRaw<readonly { id: CommitteeId }[]>`
    SELECT c."id" FROM "committee" c WHERE c."confirmedAt" IS NOT NULL AND c."id" IN (
      SELECT m."committeeId" FROM "membership" m WHERE m."personId" = ANY (${[...rows]}::uuid[])
      UNION SELECT p."committeeId" FROM "nomination" n JOIN "plan" p ON p."id" = n."planId"
        WHERE n."personId" = ANY (${[...rows]}::uuid[])
      UNION SELECT p."committeeId" FROM "plan_entry" e JOIN "plan" p ON p."id" = e."planId"
        WHERE e."personId" = ANY (${[...rows]}::uuid[])
      UNION SELECT m."committeeId" FROM "movement" m WHERE m."personId" = ANY (${[...rows]}::uuid[])
    ) ORDER BY c."createdAt", c."name"`;
  return found.map(({ id }) => id);
}

function toRequest(row: {
  id: string;
  personId: string;
  state: string;
  requestedAt: Date;
  recordedBy: string | null;
  reason: string | null;
}): ErasureRequest {
  return {
    ...{ id: row.id as ErasureRequestId, person: row.personId as PersonId, state: row.state as ErasureState },
    ...{ requestedAt: row.requestedAt, isRecorded: row.recordedBy !== null, reason: row.reason },
  };
}
