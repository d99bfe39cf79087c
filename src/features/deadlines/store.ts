/** Deadlines and their planned reminders. */
import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import { type CommitteeId, type DeadlineId, newId } from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import type { Deadline, LadderKind, StatedDate, Subject } from './types.ts';

export interface DeadlineRow extends Deadline {
  readonly stated: StatedDate;
  readonly state: 'running' | 'passed' | 'cancelled';
  readonly version: number;
}

export async function findBySubject(store: StoreHandle, subject: Subject): Promise<DeadlineRow | null> {
  const row = await client(store).deadline.findUnique({
    where: { subjectKind_subjectId: { subjectKind: subject.kind, subjectId: subject.id } },
  });
  return row ? toDeadline(row) : null;
}

/** For the clockwork. */
export async function findById(store: StoreHandle, id: DeadlineId): Promise<DeadlineRow | null> {
  const row = await client(store).deadline.findUnique({ where: { id } });
  return row ? toDeadline(row) : null;
}

/** Dates of the viewer's committee that still run, earliest first. Dates name nobody, so recusal hides none. */
export async function listRunning(store: StoreHandle, viewer: Viewer): Promise<readonly DeadlineRow[]> {
  const rows = await client(store).deadline.findMany({
    where: { committeeId: viewer.committee, state: 'running' },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toDeadline);
}

/** Inserts, or sets the date of this subject anew; a new version makes the reminders planned before obsolete. */
export async function putDeadline(
  store: StoreHandle,
  deadline: Omit<Deadline, 'id'> & { stated: StatedDate },
  now: Date,
): Promise<DeadlineRow> {
  const { subject, committee, ladder, dueAt, stated } = deadline;
  const date = {
    dueAt,
    statedDate: stated.date,
    statedTime: stated.time,
    setAt: now,
    state: 'running',
    passedAt: null,
  };
  const row = await client(store).deadline.upsert({
    where: { subjectKind_subjectId: { subjectKind: subject.kind, subjectId: subject.id } },
    create: {
      id: newId<DeadlineId>(),
      committeeId: committee,
      subjectKind: subject.kind,
      subjectId: subject.id,
      ladder,
      ...date,
    },
    update: { ...date, version: { increment: 1 } },
  });
  return toDeadline(row);
}

/** False when it is not in that state any more: somebody else, or the clock, was first. */
export async function changeState(
  store: StoreHandle,
  id: DeadlineId,
  from: DeadlineRow['state'],
  to: DeadlineRow['state'],
  now: Date,
): Promise<boolean> {
  const { count } = await client(store).deadline.updateMany({
    where: { id, state: from },
    data: { state: to, ...(to === 'passed' ? { passedAt: now } : {}) },
  });
  return count > 0;
}

export async function dropPlanned(store: StoreHandle, id: DeadlineId, now: Date): Promise<void> {
  await client(store).reminder.updateMany({
    where: { deadlineId: id, state: 'planned' },
    data: { state: 'dropped', handledAt: now },
  });
}

function toDeadline(row: {
  id: string;
  committeeId: string;
  subjectKind: string;
  subjectId: string;
  ladder: string;
  dueAt: Date;
  statedDate: string;
  statedTime: string | null;
  state: string;
  version: number;
}): DeadlineRow {
  return {
    id: row.id as DeadlineId,
    committee: row.committeeId as CommitteeId,
    subject: { kind: row.subjectKind, id: row.subjectId },
    ladder: row.ladder as LadderKind,
    dueAt: row.dueAt,
    stated: { date: row.statedDate, time: row.statedTime },
    state: row.state as DeadlineRow['state'],
    version: row.version,
  };
}
