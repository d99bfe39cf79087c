/** Movements with their legs. Those of a person whose case is closed to the viewer are not there. */
import { client } from '../../../database/client.ts';
import type { Prisma } from '../../../database/generated/client.ts';
import type { StoreHandle, Via, ViaKind } from '../../../kernel/act.ts';
import { asId, type CommitteeId, newId, type PersonId, type WorkspaceId } from '../../../kernel/ids.ts';
import { type Eyes, seenThrough, type Viewer, viewersIn } from '../../access/types.ts';
import type { Leg, Movement, MovementForm, MovementId, MovementKind, MovementState } from '../types.ts';

const withLegs = { legs: { orderBy: { number: 'asc' as const } } };
type Row = Prisma.MovementGetPayload<{ include: typeof withLegs }>;

export interface Which {
  readonly ids?: readonly string[];
  readonly year?: number;
  readonly states?: readonly MovementState[];
  readonly proposedBy?: PersonId;
  readonly people?: readonly PersonId[];
  readonly after?: readonly string[];
}

/** By first day, then in the order in which they were proposed. */
export async function listMovements(store: StoreHandle, eyes: Eyes, which: Which = {}): Promise<readonly Movement[]> {
  return find(store, eyes, which, ({ hiddenNominees }) => hiddenNominees);
}

/** A person's own: what is read only where the person is asked (see operations/own.ts). */
export async function listOwn(store: StoreHandle, eyes: Eyes, which: Which = {}): Promise<readonly Movement[]> {
  const [own] = viewersIn(eyes).flatMap(({ person }) => person ?? []);
  if (!own) return [];
  const found = await find(store, eyes, which, ({ recusedFrom }) => recusedFrom);
  return found.filter(({ person }) => person === own);
}

async function find(store: StoreHandle, eyes: Eyes, which: Which, hidden: (viewer: Viewer) => readonly PersonId[]) {
  const where: Prisma.MovementWhereInput = {
    ...seenThrough(eyes, (viewer) => ({ committeeId: viewer.committee, personId: { notIn: [...hidden(viewer)] } })),
    ...(which.people && { personId: { in: [...which.people] } }),
    ...(which.ids ? { id: { in: [...which.ids] } } : {}),
    ...(which.year === undefined ? {} : { year: which.year }),
    ...(which.states ? { state: { in: [...which.states] } } : {}),
    ...(which.proposedBy ? { proposedBy: which.proposedBy } : {}),
    ...(which.after ? { afterId: { in: [...which.after] } } : {}),
  };
  const rows = await client(store).movement.findMany({
    where,
    include: withLegs,
    orderBy: [{ startsOn: 'asc' }, { proposedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toMovement);
}

/** The years in which the viewer finds something, the newest first. */
export async function yearsOf(store: StoreHandle, viewer: Viewer): Promise<readonly number[]> {
  const rows = await client(store).movement.findMany({
    where: { committeeId: viewer.committee, personId: { notIn: [...viewer.hiddenNominees] } },
    distinct: ['year'],
    orderBy: { year: 'desc' },
    select: { year: true },
  });
  return rows.map(({ year }) => year);
}

/** Before there is a viewer: a button knows the movement, not its committee. */
export async function homesOf(
  store: StoreHandle,
  workspace: WorkspaceId,
  ids: readonly string[],
): Promise<readonly { readonly committee: CommitteeId; readonly person: PersonId }[]> {
  const rows = await client(store).$queryRaw<readonly { committeeId: string; personId: string }[]>`
    SELECT m."committeeId", m."personId" FROM "movement" m JOIN "committee" c ON c."id" = m."committeeId"
    WHERE m."id" = ANY (${[...ids]}::uuid[]) AND c."workspaceId" = ${workspace}::uuid`;
  return rows.map(({ committeeId, personId }) => ({ committee: asId(committeeId), person: asId(personId) }));
}

export interface NewMovement {
  readonly person: PersonId;
  readonly form: MovementForm;
  readonly state: 'suggested' | 'planned';
  readonly after: MovementId | null;
  readonly via: Via | null;
}

/** Where somebody is to be moved, whatever became of it. */
export async function committeesMoving(store: StoreHandle, person: PersonId): Promise<readonly CommitteeId[]> {
  const rows = await client(store).movement.findMany({
    where: { personId: person },
    select: { committeeId: true },
    orderBy: [{ startsOn: 'asc' }, { proposedAt: 'asc' }],
  });
  return [...new Set(rows.map(({ committeeId }) => committeeId as CommitteeId))];
}

export async function insertMovement(
  tx: StoreHandle,
  viewer: Viewer,
  { person, form, state, after, via }: NewMovement,
  now: Date,
): Promise<MovementId> {
  const id = newId<MovementId>();
  const by = { proposedBy: viewer.person, proposedAt: now };
  const viaOf = { viaKind: via?.kind ?? null, viaReference: via?.reference ?? null, viaDated: via?.dated ?? null };
  await client(tx).movement.create({
    data: {
      ...{ id, committeeId: viewer.committee, personId: person, state, afterId: after, year: yearOf(form) },
      ...{ ...form, ...by, ...viaOf },
    },
    select: { id: true },
  });
  await client(tx).movementLeg.create({
    data: {
      ...{ id: newId(), movementId: id, personId: person, number: 1, startsOn: form.startsOn, endsOn: form.endsOn },
      ...{ holds: state === 'planned', recordedBy: viewer.person, recordedAt: now },
    },
    select: { id: true },
  });
  return id;
}

/** Keeps what it said and writes what it says now, its first leg too. False: it is no longer the version that was seen. */
export async function reviseMovement(
  tx: StoreHandle,
  viewer: Viewer,
  old: Movement,
  form: MovementForm,
  why: { readonly reason: string; readonly at: Date },
): Promise<boolean> {
  const data = { ...form, year: yearOf(form), version: { increment: 1 } };
  const where = { id: old.id, committeeId: viewer.committee, version: old.version };
  const { count } = await client(tx).movement.updateMany({ where, data });
  if (count === 0) return false;
  const { legs: _legs, via: _via, ...said } = old;
  await client(tx).movementRevision.create({
    data: {
      ...{ movementId: old.id, version: old.version, form: JSON.parse(JSON.stringify(said)) },
      ...{ reason: why.reason, replacedAt: why.at, replacedBy: viewer.person },
    },
    select: { movementId: true },
  });
  const { startsOn, endsOn } = form;
  await client(tx).movementLeg.updateMany({ where: { movementId: old.id, number: 1 }, data: { startsOn, endsOn } });
  return true;
}

/** Moves it on from the state and version that were seen; its legs hold, or no longer. False: it has moved meanwhile. */
export async function changeState(
  tx: StoreHandle,
  old: Movement,
  next: { readonly state: MovementState; readonly holds: boolean; readonly closing?: string | null },
): Promise<boolean> {
  const { count } = await client(tx).movement.updateMany({
    where: { id: old.id, version: old.version, state: old.state },
    data: {
      ...{ state: next.state, version: { increment: 1 } },
      ...(next.closing === undefined ? {} : { closing: next.closing }),
    },
  });
  if (count === 0) return false;
  await client(tx).movementLeg.updateMany({ where: { movementId: old.id }, data: { holds: next.holds } });
  return true;
}

export async function markAsked(tx: StoreHandle, id: MovementId, at: Date): Promise<void> {
  await client(tx).movement.updateMany({ where: { id, askedAt: null }, data: { askedAt: at } });
}

function yearOf({ startsOn }: MovementForm): number {
  return Number(startsOn.slice(0, 4));
}

function toMovement(row: Row): Movement {
  const { year, fromUnit, fromPost, toUnit, toPost, isOutside, reason, startsOn, endsOn, inPostSince } = row;
  const { exception, proposedFor, closing, proposedAt, askedAt, version } = row;
  return {
    ...{ year, fromUnit, fromPost, toUnit, toPost, isOutside, reason, startsOn, endsOn, inPostSince },
    ...{ exception, proposedFor, closing, proposedAt, askedAt, version },
    id: row.id as MovementId,
    committee: row.committeeId as CommitteeId,
    kind: row.kind as MovementKind,
    person: row.personId as PersonId,
    state: row.state as MovementState,
    after: row.afterId as MovementId | null,
    proposedBy: row.proposedBy as PersonId | null,
    via: viaOf(row),
    legs: row.legs.map(
      ({ id, number, startsOn: from, endsOn: to, endedOn, ending, decision }): Leg => ({
        ...{ id, number, startsOn: from, endsOn: to, endedOn, ending: ending as Leg['ending'], decision },
      }),
    ),
  };
}

export function viaOf(row: {
  viaKind: string | null;
  viaReference: string | null;
  viaDated: string | null;
}): Via | null {
  if (row.viaKind === null) return null;
  return { kind: row.viaKind as ViaKind, reference: row.viaReference, dated: row.viaDated };
}
