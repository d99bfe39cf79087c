/** Pools, what the rules found and what people recorded. A viewer reads nothing of somebody whose case is closed to them. */
import { client } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { newId, type PersonId, type PlanId, type PositionId } from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import type {
  Evidence,
  Finding,
  Opinion,
  Pool,
  PoolConfirmed,
  PoolId,
  PoolOutcome,
  PoolRuling,
  PoolState,
  Prospects,
} from './types.ts';

/** The newest version first. */
export async function listPools(store: StoreHandle, viewer: Viewer, plan: PlanId): Promise<readonly Pool[]> {
  const rows = await client(store).pool.findMany({
    where: { planId: plan, plan: { committeeId: viewer.committee } },
    orderBy: { version: 'desc' },
  });
  return rows.map(({ body, discussedOn, confirmedAt, confirmedBy, ...row }) => ({
    id: row.id as PoolId,
    plan: row.planId as PlanId,
    version: row.version,
    state: row.state as PoolState,
    computedAt: row.computedAt,
    computedBy: row.computedBy as PersonId | null,
    confirmed:
      confirmedAt !== null && body !== null && discussedOn !== null
        ? { at: confirmedAt, by: confirmedBy as PersonId | null, body, discussedOn }
        : null,
  }));
}

export async function insertPool(
  tx: StoreHandle,
  pool: Pick<Pool, 'plan' | 'version' | 'computedAt' | 'computedBy'>,
): Promise<PoolId> {
  const { plan, ...rest } = pool;
  const id = newId<PoolId>();
  await client(tx).pool.create({ data: { id, planId: plan, state: 'open', ...rest } });
  return id;
}

/** Computed once more: what was found before gives way, what people recorded stays. */
export async function renewPool(
  tx: StoreHandle,
  id: PoolId,
  computed: Pick<Pool, 'computedAt' | 'computedBy'>,
): Promise<void> {
  await client(tx).pool.update({ where: { id }, data: computed });
  await client(tx).poolFinding.deleteMany({ where: { poolId: id } });
}

export async function confirmPool(tx: StoreHandle, pool: Pool, { at, by, ...rest }: PoolConfirmed): Promise<void> {
  await client(tx).pool.updateMany({
    where: { planId: pool.plan, state: 'confirmed' },
    data: { state: 'replaced' },
  });
  await client(tx).pool.update({
    where: { id: pool.id },
    data: { state: 'confirmed', confirmedAt: at, confirmedBy: by, ...rest },
  });
}

export async function insertFindings(tx: StoreHandle, pool: PoolId, findings: readonly Finding[]): Promise<void> {
  await client(tx).poolFinding.createMany({
    data: findings.map(({ person, positions, outcome, evidence }) => ({
      ...{ id: newId(), poolId: pool, personId: person, positionIds: [...positions], outcome },
      evidence: evidence as unknown as Prisma.InputJsonValue,
    })),
  });
}

export async function listFindings(store: StoreHandle, viewer: Viewer, pool: PoolId): Promise<readonly Finding[]> {
  const rows = await client(store).poolFinding.findMany({ where: seenBy(viewer, pool), orderBy: { id: 'asc' } });
  return rows.map(({ personId, positionIds, outcome, evidence }) => ({
    person: personId as PersonId,
    positions: positionIds as PositionId[],
    outcome: outcome as PoolOutcome,
    evidence: evidence as unknown as readonly Evidence[],
  }));
}

export async function listOpinions(store: StoreHandle, viewer: Viewer, pool: PoolId): Promise<readonly Opinion[]> {
  const rows = await client(store).poolOpinion.findMany({
    where: seenBy(viewer, pool),
    orderBy: { recordedAt: 'asc' },
  });
  return rows.map((row) => ({
    position: row.positionId as PositionId,
    person: row.personId as PersonId,
    ruling: row.ruling as PoolRuling | null,
    reason: row.reason,
    prospects: row.prospects as Prospects | null,
    assessment: row.assessment,
    recordedBy: row.recordedBy as PersonId | null,
    recordedAt: row.recordedAt,
  }));
}

/** What was recorded of the same person for the same position gives way. */
export async function keepOpinion(tx: StoreHandle, pool: PoolId, opinion: Opinion): Promise<void> {
  const { position, person } = opinion;
  await client(tx).poolOpinion.deleteMany({ where: { poolId: pool, positionId: position, personId: person } });
  await insertOpinions(tx, pool, [opinion]);
}

export async function insertOpinions(tx: StoreHandle, pool: PoolId, opinions: readonly Opinion[]): Promise<void> {
  await client(tx).poolOpinion.createMany({
    data: opinions.map(({ position, person, ...rest }) => ({
      ...{ id: newId(), poolId: pool, positionId: position, personId: person },
      ...rest,
    })),
  });
}

function seenBy(viewer: Viewer, pool: PoolId) {
  return {
    poolId: pool,
    pool: { plan: { committeeId: viewer.committee } },
    personId: { notIn: [...viewer.hiddenNominees] },
  };
}

export const poolsHoldPeople: HoldsPeople = {
  moves: [
    { table: 'pool_finding', column: 'personId' },
    { table: 'pool_opinion', column: 'personId' },
  ],
  clashes: [],
  stays: {
    'pool.computedBy': 'who did it then',
    'pool.confirmedBy': 'who did it then',
    'pool_opinion.recordedBy': 'who did it then',
  },
  erases: [
    {
      table: 'pool_opinion',
      where: 't."personId" = ANY ($1::uuid[])',
      set: `"reason" = CASE WHEN t."ruling" IS NULL THEN NULL ELSE $2 END, "prospects" = NULL, "assessment" = NULL`,
    },
  ],
  told: {
    recorded: ['pool.computedBy', 'pool.confirmedBy', 'pool_opinion.recordedBy'],
    case: ['pool_finding.personId', 'pool_opinion.personId'],
  },
};
