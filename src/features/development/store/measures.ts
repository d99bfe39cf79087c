/** Measures of development. Those of a person whose case is closed to the viewer are not there. */
import { client } from '../../../database/client.ts';
import type { DevelopmentMeasure } from '../../../database/generated/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import {
  asId,
  type CommitteeId,
  newId,
  type PersonId,
  type PlanEntryId,
  type WorkspaceId,
} from '../../../kernel/ids.ts';
import { type Eyes, openCases, type Viewer } from '../../access/types.ts';
import type { MovementId } from '../../movements/types.ts';
import type { Measure, MeasureForm, MeasureId, MeasureKind, MeasureOutcome, MeasureState } from '../types.ts';

/** The earliest date first, those without one last. */
export async function listMeasures(
  store: StoreHandle,
  eyes: Eyes,
  which: {
    readonly ids?: readonly string[];
    readonly people?: readonly PersonId[];
    readonly state?: MeasureState;
  },
): Promise<readonly Measure[]> {
  const rows = await client(store).developmentMeasure.findMany({
    where: {
      ...openCases(eyes),
      ...(which.people && { personId: { in: [...which.people] } }),
      ...(which.ids && { id: { in: [...which.ids] } }),
      ...(which.state && { state: which.state }),
    },
    // Of one person no two are equal in these three.
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { kind: 'asc' }, { what: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toMeasure);
}

/** Before there is a viewer: a reminder knows the measure, not its committee. */
export async function homesOf(
  store: StoreHandle,
  workspace: WorkspaceId,
  ids: readonly string[],
): Promise<readonly CommitteeId[]> {
  const rows = await client(store).developmentMeasure.findMany({
    where: { id: { in: [...ids] }, entry: { plan: { committee: { workspaceId: workspace } } } },
    distinct: ['committeeId'],
    select: { committeeId: true },
  });
  return rows.map(({ committeeId }) => asId(committeeId));
}

export interface NewMeasure extends MeasureForm, MeasureOutcome {
  readonly entry: PlanEntryId;
  readonly person: PersonId;
}

/** Those that are there already (same person, kind, words and date) are left as they are. Returns the new ones. */
export async function insertMeasures(
  tx: StoreHandle,
  viewer: Viewer,
  measures: readonly NewMeasure[],
  now: Date,
): Promise<readonly Measure[]> {
  const rows = await client(tx).developmentMeasure.createManyAndReturn({
    data: measures.map(({ entry, person, movement, ...rest }) => ({
      ...{ id: newId(), committeeId: viewer.committee, entryId: entry, personId: person, movementId: movement },
      ...{ recordedBy: viewer.person, recordedAt: now, ...settled(viewer, rest.state, now) },
      ...rest,
    })),
    skipDuplicates: true,
  });
  return rows.map(toMeasure);
}

/** False: it is no longer the version that the caller saw. */
export async function changeMeasure(
  tx: StoreHandle,
  old: Measure,
  { movement, ...form }: MeasureForm,
): Promise<boolean> {
  const { count } = await client(tx).developmentMeasure.updateMany({
    where: { id: old.id, version: old.version },
    data: { ...form, movementId: movement, version: { increment: 1 } },
  });
  return count === 1;
}

/** Whether another one of the same person says the same already. */
export async function isSaidAlready(tx: StoreHandle, old: Measure, form: MeasureForm): Promise<boolean> {
  const row = await client(tx).developmentMeasure.findFirst({
    where: {
      ...{ committeeId: old.committee, personId: old.person, kind: form.kind, dueOn: form.dueOn },
      ...{ what: form.what, id: { not: old.id } },
    },
    select: { id: true },
  });
  return row !== null;
}

/** False: it is no longer the version that the caller saw. */
export async function settleMeasure(
  tx: StoreHandle,
  viewer: Viewer,
  old: Measure,
  { state, word }: MeasureOutcome,
  now: Date,
): Promise<boolean> {
  const { count } = await client(tx).developmentMeasure.updateMany({
    where: { id: old.id, version: old.version },
    data: { state, word, ...settled(viewer, state, now), version: { increment: 1 } },
  });
  return count === 1;
}

/** Everything that it says at once. False: it is no longer the version that the caller saw. */
export async function rewriteMeasure(
  tx: StoreHandle,
  viewer: Viewer,
  old: Pick<Measure, 'id' | 'version'> & Partial<MeasureOutcome>,
  { movement, ...next }: MeasureForm & MeasureOutcome,
  now: Date,
): Promise<boolean> {
  const isSettledAnew = old.state !== next.state || old.word !== next.word;
  const { count } = await client(tx).developmentMeasure.updateMany({
    where: { ...openCases(viewer), id: old.id, version: old.version },
    data: {
      ...{ ...next, movementId: movement, version: { increment: 1 } },
      ...(isSettledAnew ? settled(viewer, next.state, now) : {}),
    },
  });
  return count === 1;
}

/** Those that still say what they said when they were recorded. Returns how many went. */
export async function deleteUnchanged(tx: StoreHandle, viewer: Viewer, ids: readonly string[]): Promise<number> {
  const { count } = await client(tx).developmentMeasure.deleteMany({
    where: { ...openCases(viewer), id: { in: [...ids] }, version: 1 },
  });
  return count;
}

function settled(viewer: Viewer, state: MeasureState, now: Date) {
  return state === 'planned' ? { settledBy: null, settledAt: null } : { settledBy: viewer.person, settledAt: now };
}

function toMeasure(row: DevelopmentMeasure): Measure {
  const { what, responsible, startsOn, dueOn, word, version } = row;
  return {
    id: row.id as MeasureId,
    committee: row.committeeId as CommitteeId,
    entry: row.entryId as PlanEntryId,
    person: row.personId as PersonId,
    kind: row.kind as MeasureKind,
    ...{ what, responsible, startsOn, dueOn, word, version },
    movement: row.movementId as MovementId | null,
    state: row.state as MeasureState,
  };
}
