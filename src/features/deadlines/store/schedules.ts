/** Calendars counted backwards, and their steps. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type CommitteeId, type DeadlineId, newId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Viewer } from '../../access/types.ts';
import type { DeadlineRow, LaidOutStep, ScheduleRow, StepKey } from '../types.ts';

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
  const row = await client(store).schedule.findFirst({
    where: { committeeId: committee, closedAt: null },
    include: { steps: { orderBy: { position: 'asc' } } },
  });
  return row ? toSchedule(row) : null;
}

/** The open one that has this step; null also when it has ended. */
export async function findByStep(store: StoreHandle, step: string): Promise<ScheduleRow | null> {
  const row = await client(store).schedule.findFirst({
    where: { closedAt: null, steps: { some: { id: step } } },
    include: { steps: { orderBy: { position: 'asc' } } },
  });
  return row ? toSchedule(row) : null;
}

export async function stepKeysOf(store: StoreHandle, ids: readonly string[]): Promise<ReadonlyMap<string, StepKey>> {
  const rows = await client(store).scheduleStep.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map(({ id, key }) => [id, key as StepKey]));
}

export async function setStepDate(tx: StoreHandle, step: string, date: PlainDate): Promise<void> {
  await client(tx).scheduleStep.update({ where: { id: step }, data: { date } });
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

/** The newest date of each kind that was set in the committee since: what the steps have become. */
export async function datesSince(
  store: StoreHandle,
  committee: CommitteeId,
  kinds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, Pick<DeadlineRow, 'id' | 'subject' | 'version' | 'dueAt' | 'state'>>> {
  const rows = await client(store).deadline.findMany({
    where: {
      committeeId: committee,
      subjectKind: { in: [...kinds] },
      state: { not: 'cancelled' },
      setAt: { gte: since },
    },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  return new Map(
    rows.map((row) => [
      row.subjectKind,
      {
        ...{ id: row.id as DeadlineId, subject: { kind: row.subjectKind, id: row.subjectId } },
        ...{ version: row.version, dueAt: row.dueAt, state: row.state as DeadlineRow['state'] },
      },
    ]),
  );
}

function toSchedule(row: {
  id: string;
  committeeId: string;
  dueOn: string;
  template: string;
  createdAt: Date;
  steps: readonly { id: string; key: string; date: string; doneAt: Date | null }[];
}): ScheduleRow {
  return {
    ...{ id: row.id, committee: row.committeeId as CommitteeId, dueOn: row.dueOn },
    ...{ template: row.template, createdAt: row.createdAt },
    steps: row.steps.map(({ id, key, date, doneAt }) => ({ id, key: key as StepKey, date, doneAt })),
  };
}
