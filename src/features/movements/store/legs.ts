/** Legs as they go on: what a person is already held by, extensions, ends. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { newId, type PersonId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Viewer } from '../../access/types.ts';
import type { Ending, Leg, Movement, MovementId, MovementKind } from '../types.ts';

export interface HeldLeg extends Pick<Leg, 'startsOn' | 'endsOn' | 'endedOn'> {
  readonly movement: MovementId;
  readonly kind: MovementKind;
}

/**
 * Inside a transaction: what holds this person, in every committee of the workspace, and nobody else can add to it until
 * the transaction ends (two who plan at once wait for each other here, not at the constraint).
 */
export async function holdLegsOf(tx: StoreHandle, viewer: Viewer, person: PersonId): Promise<readonly HeldLeg[]> {
  await client(tx).$queryRaw`
    SELECT 1 FROM "person" WHERE "id" = ${person}::uuid AND "workspaceId" = ${viewer.workspace}::uuid FOR NO KEY UPDATE`;
  const rows = await client(tx).movementLeg.findMany({
    where: { personId: person, holds: true },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    include: { movement: { select: { kind: true } } },
  });
  return rows.map(({ movementId, startsOn, endsOn, endedOn, movement }) => ({
    ...{ startsOn, endsOn, endedOn, movement: movementId as MovementId, kind: movement.kind as MovementKind },
  }));
}

export async function insertLeg(
  tx: StoreHandle,
  viewer: Viewer,
  movement: Movement,
  leg: { readonly startsOn: PlainDate; readonly endsOn: PlainDate; readonly decision: string },
  now: Date,
): Promise<void> {
  await client(tx).movementLeg.create({
    data: {
      ...{ id: newId(), movementId: movement.id, personId: movement.person, ...leg },
      ...{ number: movement.legs.length + 1, holds: true, recordedBy: viewer.person, recordedAt: now },
    },
    select: { id: true },
  });
}

/** False: its end was recorded meanwhile. */
export async function endLeg(
  tx: StoreHandle,
  leg: Leg,
  end: { readonly ending: Ending; readonly endedOn: PlainDate; readonly decision: string | null },
): Promise<boolean> {
  const { count } = await client(tx).movementLeg.updateMany({ where: { id: leg.id, ending: null }, data: end });
  return count === 1;
}

/** As if its end had not been recorded. False: none was. */
export async function reopenLeg(tx: StoreHandle, leg: Leg): Promise<boolean> {
  const { count } = await client(tx).movementLeg.updateMany({
    where: { id: leg.id, NOT: { ending: null } },
    data: { ending: null, endedOn: null, decision: null },
  });
  return count === 1;
}
