/** Everybody who was ever on the list of a plan, for the list as of a day. Cases closed to the viewer are left out. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { NominationId, PersonId, PlanId, PositionId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { KeptCandidate, NominationState } from '../types.ts';

/** Two statements. For those who keep the list: what was decided on a name upward is not for every member. */
export async function listKept(store: StoreHandle, viewer: Viewer, plan: PlanId): Promise<readonly KeptCandidate[]> {
  const rows = await client(store).nomination.findMany({
    where: {
      planId: plan,
      plan: { committeeId: viewer.committee },
      personId: { notIn: [...viewer.hiddenNominees] },
      listedAt: { not: null },
    },
    include: { revisions: { orderBy: { version: 'asc' }, select: { positionId: true, replacedAt: true } } },
    orderBy: [{ listedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ listedAt, proposedAt, revisions, ...row }) => ({
    id: row.id as NominationId,
    person: row.personId as PersonId,
    place: {
      said: row.positionId as PositionId,
      formerly: revisions.map(({ positionId, replacedAt }) => ({ replacedAt, said: positionId as PositionId })),
    },
    listedAt: listedAt ?? proposedAt,
    endedAt: row.endedAt,
    state: row.state as NominationState,
    endReason: row.endReason,
  }));
}
