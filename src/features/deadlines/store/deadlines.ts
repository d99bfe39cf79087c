/** Deadlines: the dates themselves and their states. Their reminders are next door. */
import { client } from '../../../database/client.ts';
import type { Prisma } from '../../../database/generated/client.ts';
import type { Locale, StoreHandle } from '../../../kernel/act.ts';
import { type CommitteeId, type DeadlineId, newId, type WorkspaceId } from '../../../kernel/ids.ts';
import { committeesIn, type Eyes, type Viewer } from '../../access/types.ts';
import type { Deadline, DeadlineRow, LadderKind, StatedDate, Subject } from '../types/dates.ts';

export async function findBySubject(store: StoreHandle, subject: Subject): Promise<DeadlineRow | null> {
  const row = await client(store).deadline.findUnique({
    where: { subjectKind_subjectId: { subjectKind: subject.kind, subjectId: subject.id } },
  });
  return row ? toDeadline(row) : null;
}

/** Of several subjects of one kind, in one statement; without a date a subject is not in the answer. */
export async function findBySubjects(
  store: StoreHandle,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DeadlineRow>> {
  if (ids.length === 0) return new Map();
  const rows = await client(store).deadline.findMany({ where: { subjectKind: kind, subjectId: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.subjectId, toDeadline(row)]));
}

/** For the clockwork. */
export async function findById(store: StoreHandle, id: DeadlineId): Promise<DeadlineRow | null> {
  const row = await client(store).deadline.findUnique({ where: { id } });
  return row ? toDeadline(row) : null;
}

/** Null: unknown, or of another committee than the viewer's. */
export async function findDeadline(store: StoreHandle, viewer: Viewer, id: DeadlineId): Promise<DeadlineRow | null> {
  const row = await client(store).deadline.findFirst({ where: { id, committeeId: viewer.committee } });
  return row ? toDeadline(row) : null;
}

export interface DeadlineHome {
  readonly id: WorkspaceId;
  readonly locale: Locale;
  readonly zone: string;
}

/** For the clockwork: whose deadline it is. Null: unknown, or the bot was taken out of that workspace. */
export async function workspaceOf(store: StoreHandle, id: DeadlineId): Promise<DeadlineHome | null> {
  const deadline = await client(store).deadline.findUnique({ where: { id }, select: { committeeId: true } });
  return deadline && workspaceOfCommittee(store, deadline.committeeId as CommitteeId);
}

export async function workspaceOfCommittee(store: StoreHandle, id: CommitteeId): Promise<DeadlineHome | null> {
  const committee = await client(store).committee.findUnique({
    where: { id },
    select: { workspace: { select: { id: true, locale: true, zone: true, removedAt: true } } },
  });
  if (!committee || committee.workspace.removedAt) return null;
  const { id: workspace, locale, zone } = committee.workspace;
  return { id: workspace as WorkspaceId, locale: locale as Locale, zone };
}

/** Which of the viewers' committees ever had a date for a subject of this kind, in one statement. */
export async function thatHad(
  store: StoreHandle,
  viewers: readonly Viewer[],
  subjectKind: string,
): Promise<ReadonlySet<CommitteeId>> {
  const rows = await client(store).deadline.groupBy({
    by: ['committeeId'],
    where: { committeeId: { in: viewers.map(({ committee }) => committee) }, subjectKind },
  });
  return new Set(rows.map((row) => row.committeeId as CommitteeId));
}

/** For the nightly check, over all workspaces. */
export async function allRunning(store: StoreHandle): Promise<readonly { id: DeadlineId; version: number }[]> {
  return running(store, {});
}

/** A committee's own, and those of these kinds in its whole workspace: they may ask its people too. */
export async function runningFor(
  store: StoreHandle,
  committee: CommitteeId,
  kinds: readonly string[],
): Promise<readonly { id: DeadlineId; version: number }[]> {
  const beside = await client(store).committee.findMany({
    where: { workspace: { committees: { some: { id: committee } } } },
    select: { id: true },
  });
  const elsewhere = { subjectKind: { in: [...kinds] }, committeeId: { in: beside.map(({ id }) => id) } };
  return running(store, { OR: [{ committeeId: committee }, elsewhere] });
}

async function running(store: StoreHandle, where: Prisma.DeadlineWhereInput) {
  const rows = await client(store).deadline.findMany({
    where: { state: 'running', ...where },
    select: { id: true, version: true },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ id: row.id as DeadlineId, version: row.version }));
}

/** Dates that came a short while ago; the latest first. */
export async function listPassed(store: StoreHandle, eyes: Eyes, since: Date): Promise<readonly DeadlineRow[]> {
  const rows = await client(store).deadline.findMany({
    where: { committeeId: { in: committeesIn(eyes) }, state: 'passed', ladder: 'date', dueAt: { gte: since } },
    orderBy: [{ dueAt: 'desc' }, { subjectKind: 'asc' }, { setAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toDeadline);
}

/** Dates that still run, earliest first. Dates name nobody, so recusal hides none. */
export async function listRunning(store: StoreHandle, eyes: Eyes): Promise<readonly DeadlineRow[]> {
  const rows = await client(store).deadline.findMany({
    where: { committeeId: { in: committeesIn(eyes) }, state: 'running' },
    orderBy: [{ dueAt: 'asc' }, { subjectKind: 'asc' }, { setAt: 'asc' }, { id: 'asc' }],
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
    laidOutAt: null,
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

/** True the first time that reminders are laid out for the present date. */
export async function markLaidOut(store: StoreHandle, { id, version }: DeadlineRow, now: Date): Promise<boolean> {
  const where = { id, version, laidOutAt: null };
  return (await client(store).deadline.updateMany({ where, data: { laidOutAt: now } })).count > 0;
}

/** Dates that should have passed, or have reminders that should have been decided, an hour ago. */
export async function leftBehind(store: StoreHandle, now: Date): Promise<readonly DeadlineId[]> {
  const before = new Date(now.getTime() - 3_600_000);
  const rows = await client(store).deadline.findMany({
    where: {
      OR: [
        { state: 'running', dueAt: { lt: before } },
        { state: { not: 'cancelled' }, reminders: { some: { state: 'planned', heldAt: null, at: { lt: before } } } },
      ],
    },
    select: { id: true },
  });
  return rows.map((row) => row.id as DeadlineId);
}

/** False: moved or cancelled meanwhile, not yet due, or another instance was first. */
export async function passIfDue(store: StoreHandle, id: DeadlineId, now: Date): Promise<boolean> {
  const { count } = await client(store).deadline.updateMany({
    where: { id, state: 'running', dueAt: { lte: now } },
    data: { state: 'passed', passedAt: now },
  });
  return count > 0;
}

/**
 * Held until the transaction ends: reminders of one workspace are decided one deadline after the other, because "at most
 * two messages a day" counts over all its committees.
 */
export async function holdReminders(tx: StoreHandle, workspace: WorkspaceId): Promise<void> {
  await client(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reminders:${workspace}`}, 0))`;
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
  setAt: Date;
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
    setAt: row.setAt,
  };
}
