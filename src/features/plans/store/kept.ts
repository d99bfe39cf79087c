/** Everything a plan ever held, for the plan as of a day. Entries of a case closed to the viewer are left out. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { PersonId, PlanEntryId, PlanId, PositionId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { KeptPlan } from '../types.ts';

/** Four statements, whatever the size. Null: no such plan in the viewer's committee. */
export async function findKept(store: StoreHandle, viewer: Viewer, id: PlanId): Promise<KeptPlan | null> {
  const plan = await client(store).plan.findFirst({
    where: { id, committeeId: viewer.committee },
    select: { createdAt: true },
  });
  if (!plan) return null;
  const oldestFirst = { revisions: { orderBy: { replacedAt: 'asc' } } } as const;
  const positions = await client(store).position.findMany({ where: { planId: id }, include: oldestFirst });
  const entries = await client(store).planEntry.findMany({
    where: { planId: id, personId: { notIn: [...viewer.hiddenNominees] } },
    include: oldestFirst,
  });
  return {
    madeAt: plan.createdAt,
    positions: positions.map(({ openedAt, revisions, ...row }) => ({
      id: row.id as PositionId,
      openedAt,
      said: positionOf(row.id, row),
      formerly: revisions.map(({ replacedAt, ...said }) => ({ replacedAt, said: positionOf(row.id, said) })),
    })),
    entries: entries.map(({ planId, positionId, personId, revisions, readiness, ...row }) => ({
      ...row,
      id: row.id as PlanEntryId,
      plan: planId as PlanId,
      position: positionId as PositionId,
      person: personId as PersonId,
      readiness,
      recordedBy: row.recordedBy as PersonId | null,
      leftRecordedBy: row.leftRecordedBy as PersonId | null,
      groups: {
        said: readiness,
        formerly: revisions.map(({ replacedAt, readiness: said }) => ({ replacedAt, said })),
      },
    })),
  };
}

interface PositionRow {
  readonly title: string;
  readonly seats: number;
  readonly level: number | null;
  readonly isCommittee: boolean;
  readonly rank: number;
  readonly endedAt: Date | null;
}

function positionOf(id: string, { title, seats, level, isCommittee, rank, endedAt }: PositionRow) {
  return { id: id as PositionId, title, seats, level, isCommittee, rank, endedAt };
}
