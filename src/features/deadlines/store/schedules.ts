/** Calendars counted backwards, and their steps. */
import { client } from '../../../database/client.ts';
import type { Locale, StoreHandle } from '../../../kernel/act.ts';
import { asId, type CommitteeId, type DeadlineId, newId, type WorkspaceId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Viewer } from '../../access/types.ts';
import type {
  LaidOutStep,
  LinkChoice,
  MovedStep,
  RealDate,
  ScheduleMove,
  ScheduleRow,
  StepKey,
} from '../types/schedule.ts';
import type { DeadlineHome } from './deadlines.ts';

/** A second open one in the committee is a conflict (unique index). */
export async function insertSchedule(
  tx: StoreHandle,
  viewer: Viewer,
  schedule: { readonly dueOn: PlainDate; readonly template: string; readonly steps: readonly LaidOutStep[] },
  now: Date,
): Promise<ScheduleRow> {
  const { dueOn, template, steps } = schedule;
  const row = await client(tx).schedule.create({
    data: {
      ...{ id: newId(), committeeId: viewer.committee, dueOn, template, createdAt: now },
      steps: { create: steps.map(({ key, date }, position) => ({ id: newId(), key, date, position })) },
    },
    include: { steps: { orderBy: { position: 'asc' } } },
  });
  return toSchedule(row);
}

/** The committee's open one. */
export async function findOpen(store: StoreHandle, committee: CommitteeId): Promise<ScheduleRow | null> {
  const [schedule] = await findOpenIn(store, [committee]);
  return schedule ?? null;
}

/** The open ones of these committees: at most one each. */
export async function findOpenIn(
  store: StoreHandle,
  committees: readonly CommitteeId[],
): Promise<readonly ScheduleRow[]> {
  const rows = await client(store).schedule.findMany({
    where: { committeeId: { in: [...committees] }, closedAt: null },
    include: { steps: { orderBy: { position: 'asc' } } },
  });
  return rows.map(toSchedule);
}

/** For the clockwork: where a calendar is open, in workspaces that the bot is still in. */
export async function committeesWithOpen(
  store: StoreHandle,
): Promise<readonly { readonly committee: CommitteeId; readonly workspace: DeadlineHome }[]> {
  const rows = await client(store).schedule.findMany({ where: { closedAt: null }, select: { committeeId: true } });
  const committees = await client(store).committee.findMany({
    where: { id: { in: rows.map(({ committeeId }) => committeeId) }, workspace: { removedAt: null } },
    select: { id: true, workspace: { select: { id: true, locale: true, zone: true } } },
    orderBy: { id: 'asc' },
  });
  return committees.map(({ id, workspace }) => ({
    committee: id as CommitteeId,
    workspace: { id: workspace.id as WorkspaceId, locale: workspace.locale as Locale, zone: workspace.zone },
  }));
}

/** The open one that has this step; null also when it has ended. */
export async function findByStep(store: StoreHandle, step: string): Promise<ScheduleRow | null> {
  const row = await client(store).schedule.findFirst({
    where: { closedAt: null, steps: { some: { id: step } } },
    include: { steps: { orderBy: { position: 'asc' } } },
  });
  return row ? toSchedule(row) : null;
}

/** In which committees these steps stand in an open calendar. */
export async function committeesOfSteps(store: StoreHandle, steps: readonly string[]): Promise<readonly CommitteeId[]> {
  const rows = await client(store).schedule.findMany({
    where: { closedAt: null, steps: { some: { id: { in: [...steps] } } } },
    distinct: ['committeeId'],
    select: { committeeId: true },
  });
  return rows.map(({ committeeId }) => asId(committeeId));
}

export async function stepKeysOf(store: StoreHandle, ids: readonly string[]): Promise<ReadonlyMap<string, StepKey>> {
  const rows = await client(store).scheduleStep.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map(({ id, key }) => [id, key as StepKey]));
}

export async function setStepDate(tx: StoreHandle, step: string, date: PlainDate): Promise<void> {
  await client(tx).scheduleStep.update({ where: { id: step }, data: { date } });
}

export async function setLink(tx: StoreHandle, step: string, linkChoice: LinkChoice): Promise<void> {
  await client(tx).scheduleStep.update({ where: { id: step }, data: { linkChoice } });
}

export async function finishStep(tx: StoreHandle, step: string, now: Date): Promise<boolean> {
  const { count } = await client(tx).scheduleStep.updateMany({
    where: { id: step, doneAt: null },
    data: { doneAt: now },
  });
  return count > 0;
}

export async function closeSchedule(tx: StoreHandle, id: string, now: Date): Promise<boolean> {
  const { count } = await client(tx).schedule.updateMany({ where: { id, closedAt: null }, data: { closedAt: now } });
  return count > 0;
}

/**
 * Dates of these kinds that ran when the calendar of their committee was laid out, or were set since: what its steps may
 * have become. One that was cancelled is none.
 */
export async function datesAfter(
  store: StoreHandle,
  calendars: readonly Pick<ScheduleRow, 'committee' | 'createdAt'>[],
  kinds: readonly string[],
): Promise<readonly (RealDate & { readonly committee: CommitteeId })[]> {
  const rows = await client(store).deadline.findMany({
    where: {
      OR: calendars.map(({ committee, createdAt }) => ({ committeeId: committee, dueAt: { gt: createdAt } })),
      subjectKind: { in: [...kinds] },
      state: { not: 'cancelled' },
    },
    orderBy: [{ dueAt: 'asc' }, { subjectKind: 'asc' }, { setAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    ...{ id: row.id as DeadlineId, committee: row.committeeId as CommitteeId },
    ...{ subject: { kind: row.subjectKind, id: row.subjectId }, version: row.version },
    ...{ dueAt: row.dueAt, state: row.state as RealDate['state'] },
    ...{ stated: { date: row.statedDate, time: row.statedTime }, ladder: row.ladder as RealDate['ladder'] },
  }));
}

/** What one click moved; its id is the batch of the cards that tell of it. */
export async function insertMove(
  tx: StoreHandle,
  schedule: string,
  move: Pick<ScheduleMove, 'id' | 'steps' | 'told' | 'confirmed'>,
  now: Date,
): Promise<void> {
  await client(tx).scheduleMove.create({
    data: {
      ...{ id: move.id, scheduleId: schedule, steps: [...move.steps] as object[] },
      ...{ told: move.told, confirmed: move.confirmed, movedAt: now },
    },
  });
}

/** Null: unknown, or of another committee than the viewer's. */
export async function findMove(store: StoreHandle, viewer: Viewer, id: string): Promise<ScheduleMove | null> {
  const row = await client(store).scheduleMove.findFirst({
    where: { id, schedule: { committeeId: viewer.committee } },
  });
  return row ? toMove(row) : null;
}

/** The newest of an open calendar. */
export async function lastMove(store: StoreHandle, viewer: Viewer): Promise<ScheduleMove | null> {
  const row = await client(store).scheduleMove.findFirst({
    where: { schedule: { committeeId: viewer.committee, closedAt: null } },
    orderBy: { movedAt: 'desc' },
  });
  return row ? toMove(row) : null;
}

/** False: taken back before. */
export async function takeMoveBack(tx: StoreHandle, id: string, now: Date): Promise<boolean> {
  const { count } = await client(tx).scheduleMove.updateMany({
    where: { id, takenBackAt: null },
    data: { takenBackAt: now },
  });
  return count > 0;
}

function toMove(row: {
  id: string;
  scheduleId: string;
  steps: unknown;
  told: number;
  confirmed: string;
  movedAt: Date;
  takenBackAt: Date | null;
}): ScheduleMove {
  const { id, scheduleId: schedule, told, confirmed, movedAt, takenBackAt } = row;
  return { id, schedule, steps: row.steps as readonly MovedStep[], told, confirmed, movedAt, takenBackAt };
}

function toSchedule(row: {
  id: string;
  committeeId: string;
  dueOn: string;
  template: string;
  createdAt: Date;
  steps: readonly { id: string; key: string; date: string; doneAt: Date | null; linkChoice: string | null }[];
}): ScheduleRow {
  return {
    ...{ id: row.id, committee: row.committeeId as CommitteeId, dueOn: row.dueOn },
    ...{ template: row.template, createdAt: row.createdAt },
    steps: row.steps.map(({ key, ...step }) => ({ ...step, key: key as StepKey })),
  };
}
