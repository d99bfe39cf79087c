/** The tree of the workspace. Units and spells are added and ended, never removed. */
import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { type CommitteeId, type Id, newId, type PersonId } from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import type { EndKind, Spell, Unit, UnitEnd, UnitId } from './types.ts';

/** Everything, in two statements; a tree of offices has hundreds of units, not thousands. */
export async function listUnits(store: StoreHandle, viewer: Viewer): Promise<readonly Unit[]> {
  const rows = await client(store).unit.findMany({
    where: { workspaceId: viewer.workspace },
    include: { spells: { orderBy: { validFrom: { sort: 'asc', nulls: 'first' } } } },
  });
  const committees = await client(store).committee.findMany({
    where: { workspaceId: viewer.workspace, id: { in: rows.flatMap(({ committeeId }) => committeeId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(committees.map(({ id, name }) => [id, name]));
  return rows.map(({ id, committeeId, spells, endedOn, endKind, intoId, endDecision }) => ({
    id: id as UnitId,
    committee: committeeId as CommitteeId | null,
    committeeName: committeeId ? (names.get(committeeId) ?? null) : null,
    spells: spells.map(({ name, parentId, validFrom }) => ({
      ...{ name, parent: parentId as UnitId | null, from: validFrom },
    })),
    end:
      endedOn && endKind
        ? { on: endedOn, kind: endKind as EndKind, into: intoId as UnitId | null, decision: endDecision }
        : null,
  }));
}

/** Of two who change the tree at once the second waits, and looks again: rules look at the whole tree. */
export async function holdTree(tx: StoreHandle, viewer: Viewer): Promise<void> {
  await client(tx).$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`units:${viewer.workspace}`}, 0))::text`;
}

export interface RecordedBy {
  readonly at: Date;
  readonly person: PersonId | null;
  readonly decision?: string | null;
}

export async function insertUnits(
  tx: StoreHandle,
  viewer: Viewer,
  units: readonly (Spell & { readonly id: UnitId })[],
  by: RecordedBy,
): Promise<void> {
  await client(tx).unit.createMany({
    data: units.map(({ id }) => ({ id, workspaceId: viewer.workspace, createdAt: by.at, createdBy: by.person })),
  });
  await client(tx).unitSpell.createMany({ data: units.map(({ id, ...spell }) => spellRow(id, spell, by)) });
}

/** A spell that begins on the day of another takes its place. */
export async function putSpells(
  tx: StoreHandle,
  spells: readonly (Spell & { readonly unit: UnitId })[],
  by: RecordedBy,
): Promise<void> {
  if (spells.length === 0) return;
  await client(tx).unitSpell.deleteMany({
    where: { OR: spells.map(({ unit, from }) => ({ unitId: unit, validFrom: from })) },
  });
  await client(tx).unitSpell.createMany({ data: spells.map(({ unit, ...spell }) => spellRow(unit, spell, by)) });
}

export async function endUnit(tx: StoreHandle, viewer: Viewer, id: UnitId, end: UnitEnd): Promise<void> {
  await client(tx).unit.updateMany({
    where: { id, workspaceId: viewer.workspace },
    data: { endedOn: end.on, endKind: end.kind, intoId: end.into, endDecision: end.decision },
  });
}

/** The committee serves this unit and no other. */
export async function setCommittee(tx: StoreHandle, viewer: Viewer, unit: UnitId | null): Promise<void> {
  await client(tx).unit.updateMany({ where: { committeeId: viewer.committee }, data: { committeeId: null } });
  if (unit === null) return;
  await client(tx).unit.updateMany({
    where: { id: unit, workspaceId: viewer.workspace },
    data: { committeeId: viewer.committee },
  });
}

function spellRow(unit: UnitId, { name, parent, from }: Spell, { at, person, decision = null }: RecordedBy) {
  return {
    ...{ id: newId<Id<'unit-spell'>>(), unitId: unit, name, parentId: parent, validFrom: from, decision },
    ...{ recordedAt: at, recordedBy: person },
  };
}

export const unitsHoldPeople: HoldsPeople = {
  moves: [],
  clashes: [],
  stays: { 'unit.createdBy': 'who did it then', 'unit_spell.recordedBy': 'who did it then' },
  told: { recorded: ['unit.createdBy', 'unit_spell.recordedBy'] },
};
