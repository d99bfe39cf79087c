/** The register of people. A viewer sees its workspace's people, except those whose case is closed to them. */
import { client } from '../../database/client.ts';
import { searchName } from '../../i18n/names.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import { newId, type PersonId, type WorkspaceId } from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import type { Discipline, DisciplineKind, Person, PersonSource, Sex, ShortForm } from './types.ts';

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
    data: { id, workspaceId: workspace, ...form, searchName: searchName(form.fullName), source, createdAt: now },
  });
  return id;
}

export async function findPerson(store: StoreHandle, viewer: Viewer, id: PersonId): Promise<Person | null> {
  const [person] = await findPeople(store, viewer, [id]);
  return person ?? null;
}

export async function findPeople(
  store: StoreHandle,
  viewer: Viewer,
  ids: readonly PersonId[],
): Promise<readonly Person[]> {
  const rows = await client(store).person.findMany({
    where: { workspaceId: viewer.workspace, id: { in: ids.filter((id) => !viewer.hiddenNominees.includes(id)) } },
    include: withParts,
  });
  return rows.map(toPerson);
}

/** At most `limit` people whose name contains every word typed, in any order, with or without diacritics. */
export async function searchPeople(
  store: StoreHandle,
  viewer: Viewer,
  typed: string,
  limit: number,
): Promise<readonly Person[]> {
  const words = searchName(typed).split(' ').filter(Boolean);
  const rows = await client(store).person.findMany({
    where: {
      workspaceId: viewer.workspace,
      mergedInto: null,
      id: { notIn: [...viewer.hiddenNominees] },
      AND: words.map((word) => ({ searchName: { contains: word } })),
    },
    include: withParts,
    orderBy: [{ searchName: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(toPerson);
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
