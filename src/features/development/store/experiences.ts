/** Kinds of experience of the workspace, and who has which. Nobody whose case is closed to the viewer is there. */
import { client } from '../../../database/client.ts';
import { foldName } from '../../../i18n/names.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { newId, type PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { MovementId } from '../../movements/types.ts';
import type { Experience, ExperienceForm, ExperienceId, ExperienceKind, ExperienceKindId } from '../types.ts';

/** By name. */
export async function listKinds(store: StoreHandle, viewer: Viewer): Promise<readonly ExperienceKind[]> {
  const rows = await client(store).experienceKind.findMany({
    where: { workspaceId: viewer.workspace },
    orderBy: { foldedName: 'asc' },
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => ({ id: id as ExperienceKindId, name }));
}

/** The one of this name; the same words with other capitals or diacritics are the same. Made when there is none. */
export async function kindNamed(tx: StoreHandle, viewer: Viewer, name: string, now: Date): Promise<ExperienceKind> {
  const key = { workspaceId: viewer.workspace, foldedName: foldName(name) };
  await client(tx).experienceKind.createMany({
    data: [{ id: newId(), ...key, name, createdAt: now }],
    skipDuplicates: true,
  });
  const row = await client(tx).experienceKind.findUniqueOrThrow({ where: { workspaceId_foldedName: key } });
  return { id: row.id as ExperienceKindId, name: row.name };
}

/** By kind, then by first month. */
export async function listExperiences(
  store: StoreHandle,
  viewer: Viewer,
  people: readonly PersonId[],
): Promise<readonly Experience[]> {
  const rows = await client(store).experience.findMany({
    where: {
      personId: { in: [...people], notIn: [...viewer.hiddenNominees] },
      kind: { workspaceId: viewer.workspace },
      takenBackAt: null,
    },
    include: { kind: { select: { id: true, name: true } } },
    orderBy: [
      { kind: { foldedName: 'asc' } },
      { fromMonth: { sort: 'asc', nulls: 'last' } },
      // Of one person no two are equal in these.
      { place: { sort: 'asc', nulls: 'last' } },
      { id: 'asc' },
    ],
  });
  return rows.map(({ id, personId, kind, fromMonth, toMonth, place, movementId }) => ({
    ...{ id: id as ExperienceId, person: personId as PersonId, fromMonth, toMonth, place },
    kind: { id: kind.id as ExperienceKindId, name: kind.name },
    movement: movementId as MovementId | null,
  }));
}

/** False: the same is recorded already. */
export async function insertExperience(
  tx: StoreHandle,
  viewer: Viewer,
  made: { readonly person: PersonId; readonly kind: ExperienceKindId; readonly form: ExperienceForm },
  now: Date,
): Promise<boolean> {
  const { movement, ...form } = made.form;
  const { count } = await client(tx).experience.createMany({
    data: [
      {
        ...{ id: newId(), kindId: made.kind, personId: made.person, movementId: movement },
        ...{ ...form, recordedBy: viewer.person, recordedAt: now },
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

/** False: it was taken back already. */
export async function takeBackExperience(tx: StoreHandle, id: ExperienceId, now: Date): Promise<boolean> {
  const { count } = await client(tx).experience.updateMany({
    where: { id, takenBackAt: null },
    data: { takenBackAt: now },
  });
  return count === 1;
}
