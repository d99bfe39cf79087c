/** What is said of a movement: opinions and decisions, the standing ones and those that were replaced. */
import { client } from '../../../database/client.ts';
import type { StoreHandle, Via } from '../../../kernel/act.ts';
import { newId, type PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import {
  type Decision,
  type DecisionOutcome,
  type MovementId,
  type Opinion,
  type OpinionStance,
  type Side,
  sides,
} from '../types.ts';
import { viaOf } from './movements.ts';

/** Of movements that were read with a viewer; side by side, of each the newest last. */
export async function opinionsOf(
  store: StoreHandle,
  ids: readonly MovementId[],
): Promise<ReadonlyMap<MovementId, readonly Opinion[]>> {
  const rows = await client(store).movementOpinion.findMany({
    where: { movementId: { in: [...ids] } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  const found = new Map<MovementId, Opinion[]>();
  for (const row of rows) {
    const { text, speaker, recordedAt } = row;
    const id = row.movementId as MovementId;
    const opinion = {
      ...{ text, speaker, recordedAt, side: row.side as Side, stance: row.stance as OpinionStance },
      ...{ recordedBy: row.recordedBy as PersonId | null, via: viaOf(row), isReplaced: row.replacedAt !== null },
    };
    found.set(id, [...(found.get(id) ?? []), opinion]);
  }
  for (const said of found.values()) said.sort((a, b) => sides.indexOf(a.side) - sides.indexOf(b.side));
  return found;
}

/** Takes the place of what the side said before. */
export async function putOpinion(
  tx: StoreHandle,
  viewer: Viewer,
  movement: MovementId,
  said: Pick<Opinion, 'side' | 'stance' | 'text' | 'speaker'> & { readonly via: Via | null },
  now: Date,
): Promise<void> {
  const { side, stance, text, speaker, via } = said;
  await client(tx).movementOpinion.updateMany({
    where: { movementId: movement, side, replacedAt: null },
    data: { replacedAt: now },
  });
  await client(tx).movementOpinion.create({
    data: {
      ...{ id: newId(), movementId: movement, side, stance, text, speaker, recordedBy: viewer.person, recordedAt: now },
      ...{ viaKind: via?.kind ?? null, viaReference: via?.reference ?? null, viaDated: via?.dated ?? null },
    },
    select: { id: true },
  });
}

export async function decisionsOf(
  store: StoreHandle,
  ids: readonly MovementId[],
): Promise<ReadonlyMap<MovementId, readonly Decision[]>> {
  const rows = await client(store).movementDecision.findMany({
    where: { movementId: { in: [...ids] } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  const found = new Map<MovementId, Decision[]>();
  for (const { movementId, outcome, recordedBy, id: _id, ...row } of rows) {
    const id = movementId as MovementId;
    const decision = { ...row, outcome: outcome as DecisionOutcome, recordedBy: recordedBy as PersonId | null };
    found.set(id, [...(found.get(id) ?? []), decision]);
  }
  return found;
}

export type NewDecision = Pick<Decision, 'outcome' | 'number' | 'decidedOn' | 'authority' | 'note'>;

export async function insertDecision(
  tx: StoreHandle,
  viewer: Viewer,
  movement: MovementId,
  decision: NewDecision,
  now: Date,
): Promise<void> {
  await client(tx).movementDecision.create({
    data: { id: newId(), movementId: movement, ...decision, recordedBy: viewer.person, recordedAt: now },
    select: { id: true },
  });
}

/** The one that stands no longer stands; it is kept. False: none stood. */
export async function replaceDecision(
  tx: StoreHandle,
  movement: MovementId,
  why: { readonly at: Date; readonly reason: string | null },
): Promise<boolean> {
  const { count } = await client(tx).movementDecision.updateMany({
    where: { movementId: movement, replacedAt: null },
    data: { replacedAt: why.at, replaceReason: why.reason },
  });
  return count === 1;
}
