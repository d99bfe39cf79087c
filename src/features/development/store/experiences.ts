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

/** Of these names, by the name folded: the same words with other capitals or diacritics are one. Made where there is none. */
export async function kindsNamed(
  tx: StoreHandle,
  viewer: Viewer,
  names: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, ExperienceKind>> {
  const { workspace: workspaceId } = viewer;
  const byFolded = new Map(names.map((name) => [foldName(name), name]));
  await client(tx).experienceKind.createMany({
    data: [...byFolded].map(([foldedName, name]) => ({ id: newId(), workspaceId, foldedName, name, createdAt: now })),
    skipDuplicates: true,
  });
  const rows = await client(tx).experienceKind.findMany({
    where: { workspaceId, foldedName: { in: [...byFolded.keys()] } },
    select: { id: true, name: true, foldedName: true },
  });
  return new Map(rows.map(({ id, name, foldedName }) => [foldedName, { id: id as ExperienceKindId, name }]));
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

/** Those that are recorded already are left as they are. Returns the ids of the new ones, in no order. */
export async function insertExperiences(
  tx: StoreHandle,
  viewer: Viewer,
  made: readonly NewExperience[],
  now: Date,
): Promise<readonly string[]> {
  const rows = await client(tx).experience.createManyAndReturn({
    data: made.map(({ id, person, kind, form: { movement, ...form } }) => ({
      ...{ id, kindId: kind, personId: person, movementId: movement },
      ...{ ...form, recordedBy: viewer.person, recordedAt: now },
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export interface NewExperience {
  readonly id: ExperienceId;
  readonly person: PersonId;
  readonly kind: ExperienceKindId;
  readonly form: ExperienceForm;
}

/** Recorded again as before; what is recorded anew meanwhile, or closed to the viewer, stays as it is. */
export async function bringBackExperiences(tx: StoreHandle, viewer: Viewer, ids: readonly string[]): Promise<void> {
  await client(tx).$executeRaw`
    UPDATE "experience" old SET "takenBackAt" = NULL
    WHERE old."id" = ANY (${[...ids]}::uuid[]) AND NOT old."personId" = ANY (${[...viewer.hiddenNominees]}::uuid[])
      AND NOT EXISTS (
        SELECT 1 FROM "experience" one
        WHERE one."personId" = old."personId" AND one."kindId" = old."kindId" AND one."takenBackAt" IS NULL
          AND one."fromMonth" IS NOT DISTINCT FROM old."fromMonth" AND one."place" IS NOT DISTINCT FROM old."place"
      )`;
}

/** Returns how many; those that were taken back already do not count. */
export async function takeBackExperiences(tx: StoreHandle, ids: readonly string[], now: Date): Promise<number> {
  const { count } = await client(tx).experience.updateMany({
    where: { id: { in: [...ids] }, takenBackAt: null },
    data: { takenBackAt: now },
  });
  return count;
}
