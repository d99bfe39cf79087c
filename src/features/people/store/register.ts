/** The register of people. A viewer sees its workspace's people, except those whose case is closed to them. */
import { client } from '../../../database/client.ts';
import { searchName, sortName } from '../../../i18n/names.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { newId, type PersonId, type WorkspaceId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { Discipline, DisciplineKind, Person, PersonSource, Sex, ShortForm } from '../types.ts';

const withParts = { member: { select: { id: true } }, disciplines: { where: { replacedAt: null } } } as const;

export async function insertPerson(
  store: StoreHandle,
  workspace: WorkspaceId,
  form: ShortForm,
  source: PersonSource,
  now: Date,
): Promise<PersonId> {
  const id = newId<PersonId>();
  await client(store).person.create({
    data: { id, workspaceId: workspace, ...form, ...namesToFind(form.fullName), source, createdAt: now },
  });
  return id;
}

export async function insertPeople(
  store: StoreHandle,
  workspace: WorkspaceId,
  people: readonly (ShortForm & { readonly id: PersonId })[],
  source: PersonSource,
  now: Date,
): Promise<void> {
  await client(store).person.createMany({
    data: people.map((person) => ({
      ...person,
      ...namesToFind(person.fullName),
      workspaceId: workspace,
      source,
      createdAt: now,
    })),
  });
}

/**
 * Keeps what the row said and writes what it says now, also into rows that were merged into it. False: it is no longer the version that the caller saw. The
 * person comes from a read with a viewer.
 */
export async function changePerson(
  tx: StoreHandle,
  old: Person,
  next: ShortForm,
  by: { person: PersonId | null; now: Date },
): Promise<boolean> {
  const { count } = await client(tx).person.updateMany({
    where: { id: old.id, version: old.version },
    data: {
      ...next,
      ...namesToFind(next.fullName),
      version: { increment: 1 },
      changedAt: by.now,
      changedBy: by.person,
    },
  });
  if (count === 0) return false;
  await client(tx).person.updateMany({
    where: { mergedInto: old.id },
    data: { ...next, ...namesToFind(next.fullName) },
  });
  const { id, version, hasAccount: _account, disciplines, changedAt: _at, changedBy: _by, ...form } = old;
  await client(tx).personRevision.create({
    data: {
      personId: id,
      version,
      form: { ...form, disciplines: disciplines.map((discipline) => ({ ...discipline })) },
      replacedAt: by.now,
      replacedBy: by.person,
    },
  });
  return true;
}

/** NO KEY: rows that only refer to the workspace (everybody's acts) need not wait. */
export async function lockRegister(tx: StoreHandle, workspace: WorkspaceId): Promise<void> {
  await client(tx).$queryRaw`SELECT 1 FROM "workspace" WHERE "id" = ${workspace}::uuid FOR NO KEY UPDATE`;
}

/** Those that are there already (same kind and date of decision) are left as they are. Returns how many were new. */
export async function insertDisciplines(
  tx: StoreHandle,
  disciplines: readonly (Discipline & { readonly person: PersonId })[],
): Promise<number> {
  const { count } = await client(tx).discipline.createMany({
    data: disciplines.map(({ person, ...discipline }) => ({ id: newId(), personId: person, ...discipline })),
    skipDuplicates: true,
  });
  return count;
}

/** The entry that is corrected stays, marked as replaced. */
export async function replaceDiscipline(tx: StoreHandle, person: PersonId, old: Discipline, now: Date): Promise<void> {
  await client(tx).discipline.updateMany({
    where: { personId: person, kind: old.kind, decidedOn: old.decidedOn, replacedAt: null },
    data: { replacedAt: now },
  });
}

/** A row that was merged into another leads there. */
export async function findPerson(store: StoreHandle, viewer: Viewer, id: PersonId): Promise<Person | null> {
  if (viewer.recusedFrom.includes(id)) return null;
  const row = await client(store).person.findFirst({
    where: { workspaceId: viewer.workspace, id },
    include: withParts,
  });
  if (row?.mergedInto) return findPerson(store, viewer, row.mergedInto as PersonId);
  return row && toPerson(row);
}

/** Under the ids asked for: one that was merged into another wears its name. */
export async function findPeople(
  store: StoreHandle,
  viewer: Viewer,
  ids: readonly PersonId[],
): Promise<readonly Person[]> {
  const rows = await client(store).person.findMany({
    where: { workspaceId: viewer.workspace, id: { in: ids.filter((id) => !viewer.recusedFrom.includes(id)) } },
    include: withParts,
  });
  return rows.map(toPerson);
}

/** Everybody of these units, as written in the register; a case closed to the viewer says nothing of where one works. */
export async function idsOfUnits(
  store: StoreHandle,
  viewer: Viewer,
  units: readonly string[],
): Promise<readonly PersonId[]> {
  const rows = await client(store).person.findMany({
    where: { ...inRegister(viewer), unit: { in: [...units] } },
    select: { id: true },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id }) => id as PersonId);
}

/** Everybody, by given name. */
export async function listPeople(store: StoreHandle, viewer: Viewer): Promise<readonly Person[]> {
  const rows = await client(store).person.findMany({
    where: inRegister(viewer),
    include: withParts,
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toPerson);
}

/** The units of the register with how many people each has, by name. */
export async function listUnits(
  store: StoreHandle,
  viewer: Viewer,
): Promise<readonly { readonly unit: string; readonly count: number }[]> {
  const rows = await client(store).person.groupBy({
    by: ['unit'],
    where: { ...inRegister(viewer), unit: { not: null } },
    _count: { _all: true },
    orderBy: { unit: 'asc' },
  });
  return rows.map(({ unit, _count }) => ({ unit: unit ?? '', count: _count._all }));
}

/** People of exactly this name; capital letters do not matter. */
export async function findByExactName(
  store: StoreHandle,
  viewer: Viewer,
  name: string,
  limit: number,
): Promise<readonly Person[]> {
  const rows = await client(store).person.findMany({
    where: { ...inRegister(viewer), fullName: { equals: likeLiteral(name), mode: 'insensitive' } },
    include: withParts,
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map(toPerson);
}

/** Everybody whose name without diacritics and order is one of these. */
export async function findByNames(
  store: StoreHandle,
  viewer: Viewer,
  { names, ids }: { readonly names: readonly string[]; readonly ids: readonly string[] },
): Promise<readonly Person[]> {
  const isNamed = { searchName: { in: [...new Set(names.map(searchName))] } };
  const rows = await client(store).person.findMany({
    where: { AND: [inRegister(viewer), { OR: [isNamed, { id: { in: [...new Set(ids)] } }] }] },
    include: withParts,
    orderBy: { id: 'asc' },
  });
  return rows.map(toPerson);
}

/** One page of the register by given name; `typed` empty: everybody. Pages count from 1. */
export async function pageOfPeople(
  store: StoreHandle,
  viewer: Viewer,
  typed: string,
  paging: { page: number; size: number },
): Promise<{ people: readonly Person[]; total: number }> {
  const where = { ...inRegister(viewer), ...containsEveryWord(typed) };
  const total = await client(store).person.count({ where });
  const rows = await client(store).person.findMany({
    where,
    include: withParts,
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    skip: (paging.page - 1) * paging.size,
    take: paging.size,
  });
  return { people: rows.map(toPerson), total };
}

/** At most `limit` people whose name contains every word typed, in any order, with or without diacritics. */
export async function searchPeople(
  store: StoreHandle,
  viewer: Viewer,
  typed: string,
  limit: number,
): Promise<readonly Person[]> {
  const rows = await client(store).person.findMany({
    where: { ...inRegister(viewer), ...containsEveryWord(typed) },
    include: withParts,
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(toPerson);
}

function inRegister(viewer: Viewer) {
  return { workspaceId: viewer.workspace, mergedInto: null, erasedAt: null, id: { notIn: [...viewer.recusedFrom] } };
}

function containsEveryWord(typed: string) {
  const words = searchName(typed).split(' ').filter(Boolean);
  return { AND: words.map((word) => ({ searchName: { contains: word } })) };
}

/** A case-insensitive "equals" is a LIKE underneath: what was typed must not act as a pattern. */
function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/gu, '\\$&');
}

function namesToFind(fullName: string) {
  return { searchName: searchName(fullName), sortName: sortName(fullName) };
}

function toPerson(row: {
  id: string;
  fullName: string;
  birthMonth: string | null;
  sex: string | null;
  unit: string | null;
  partyPost: string | null;
  statePost: string | null;
  level: number | null;
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
  member: { id: string } | null;
  disciplines: { kind: string; decidedOn: string | null; effectUntil: string | null; decision: string | null }[];
}): Person {
  const { fullName, birthMonth, unit, partyPost, statePost, level, version } = row;
  return {
    id: row.id as PersonId,
    fullName,
    birthMonth,
    sex: row.sex as Sex | null,
    unit,
    partyPost,
    statePost,
    level,
    version,
    changedAt: row.changedAt,
    changedBy: row.changedBy as PersonId | null,
    hasAccount: row.member !== null,
    disciplines: row.disciplines.map(toDiscipline),
  };
}

function toDiscipline(row: {
  kind: string;
  decidedOn: string | null;
  effectUntil: string | null;
  decision: string | null;
}): Discipline {
  return {
    kind: row.kind as DisciplineKind,
    decidedOn: row.decidedOn,
    effectUntil: row.effectUntil,
    decision: row.decision,
  };
}
