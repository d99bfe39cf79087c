/** Planned reminders: one row a person and rung, decided once. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type DeadlineId, type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import type { Rung, RungKey } from '../types/ladder.ts';

export type ReminderId = Id<'reminder'>;

export interface ReminderRow extends Rung {
  readonly id: ReminderId;
  readonly deadline: DeadlineId;
  readonly person: PersonId;
  readonly version: number;
}

export type NewReminder = Pick<ReminderRow, 'person' | 'key' | 'at' | 'mode' | 'side'>;
export type HandledState = 'sent' | 'folded' | 'skipped' | 'told' | 'dropped';

/** A rung that a person has already, in whatever state, is left as it is. */
export async function insertPlanned(
  tx: StoreHandle,
  deadline: { readonly id: DeadlineId; readonly version: number },
  rungs: readonly NewReminder[],
): Promise<void> {
  if (rungs.length === 0) return;
  await client(tx).reminder.createMany({
    data: rungs.map(({ person, key, at, mode, side }) => ({
      ...{ id: newId(), deadlineId: deadline.id, version: deadline.version },
      ...{ personId: person, rung: key, at, mode, side },
    })),
    skipDuplicates: true,
  });
}

/** A rung that is handled already: asked for by the committee secretary and sent with that act. */
export async function insertSent(
  tx: StoreHandle,
  deadline: { readonly id: DeadlineId; readonly version: number },
  rungs: readonly (NewReminder & { readonly id: ReminderId })[],
  batch: string | null,
  now: Date,
): Promise<void> {
  await client(tx).reminder.createMany({
    data: rungs.map(({ id, person, key, at, mode, side }) => ({
      ...{ id, deadlineId: deadline.id, version: deadline.version, personId: person, rung: key, at, mode, side },
      ...{ state: 'sent', handledAt: now, batchId: batch },
    })),
  });
}

export type PresentRung = ReminderRow & { readonly state: string; readonly reason: string | null };

/** All rungs of the present version, whatever became of them. */
export async function rungsOf(
  store: StoreHandle,
  deadline: { readonly id: DeadlineId; readonly version: number },
): Promise<readonly PresentRung[]> {
  const rows = await client(store).reminder.findMany({ where: { deadlineId: deadline.id, version: deadline.version } });
  return rows.map((row) => ({ ...toReminder(row), state: row.state, reason: row.reason }));
}

export async function rungsOfPerson(
  store: StoreHandle,
  deadline: { readonly id: DeadlineId; readonly version: number },
  person: PersonId,
): Promise<readonly (ReminderRow & { readonly state: string })[]> {
  const rows = await client(store).reminder.findMany({
    where: { deadlineId: deadline.id, version: deadline.version, personId: person },
    orderBy: { at: 'asc' },
  });
  return rows.map((row) => ({ ...toReminder(row), state: row.state }));
}

/** What has come due and is not handled; of an earlier version nothing ever is. */
export async function duePlanned(
  tx: StoreHandle,
  deadline: { readonly id: DeadlineId; readonly version: number },
  now: Date,
): Promise<readonly ReminderRow[]> {
  const rows = await client(tx).reminder.findMany({
    where: { deadlineId: deadline.id, version: deadline.version, state: 'planned', heldAt: null, at: { lte: now } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toReminder);
}

export interface SingleOfDay {
  readonly id: ReminderId;
  readonly person: PersonId;
  readonly deadline: DeadlineId;
  readonly at: Date;
  readonly side: Rung['side'];
  readonly dueAt: Date;
  /** When it went; null: still planned. */
  readonly sentAt: Date | null;
}

/** Singles of these people around a day, sent or still planned, over all committees of the workspace. */
export async function singlesBetween(
  tx: StoreHandle,
  persons: readonly PersonId[],
  from: Date,
  to: Date,
): Promise<readonly SingleOfDay[]> {
  const rows = await client(tx).reminder.findMany({
    where: {
      personId: { in: [...persons] },
      mode: 'single',
      OR: [
        { state: 'planned', heldAt: null, at: { lt: to }, deadline: { state: { not: 'cancelled' } } },
        { state: 'sent', handledAt: { gte: from, lt: to } },
      ],
    },
    include: { deadline: { select: { dueAt: true } } },
  });
  return rows.map((row) => ({
    id: row.id as ReminderId,
    person: row.personId as PersonId,
    deadline: row.deadlineId as DeadlineId,
    at: row.at,
    side: row.side as Rung['side'],
    dueAt: row.deadline.dueAt,
    sentAt: row.state === 'sent' ? row.handledAt : null,
  }));
}

/** Lines of the daily list of these people that go, or went, between these moments, over all committees. */
export async function listsBetween(
  tx: StoreHandle,
  persons: readonly PersonId[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<readonly { readonly person: PersonId; readonly at: Date }[]> {
  const rows = await client(tx).reminder.findMany({
    where: {
      ...{ personId: { in: [...persons] }, mode: 'digest', at: { gte: from, lt: to } },
      OR: [{ state: 'planned', heldAt: null, deadline: { state: { not: 'cancelled' } } }, { state: 'folded' }],
    },
    select: { personId: true, at: true },
  });
  return rows.map(({ personId, at }) => ({ person: personId as PersonId, at }));
}

/** Per person the next message of its own before the date that is still to come. */
export async function nextSingles(
  tx: StoreHandle,
  deadline: { readonly id: DeadlineId; readonly version: number },
  now: Date,
): Promise<ReadonlyMap<PersonId, Date>> {
  const rows = await client(tx).reminder.groupBy({
    by: ['personId'],
    where: {
      deadlineId: deadline.id,
      version: deadline.version,
      mode: 'single',
      side: 'before',
      state: 'planned',
      heldAt: null,
      at: { gt: now },
    },
    _min: { at: true },
  });
  return new Map(rows.flatMap(({ personId, _min }) => (_min.at ? [[personId as PersonId, _min.at] as const] : [])));
}

export type ComingReminder = ReminderRow & { readonly heldAt: Date | null };

/** Planned up to that moment for these dates, and whatever is held back. */
export async function comingReminders(
  store: StoreHandle,
  deadlines: readonly DeadlineId[],
  until: Date,
): Promise<readonly ComingReminder[]> {
  const rows = await client(store).reminder.findMany({
    where: {
      deadlineId: { in: [...deadlines] },
      state: 'planned',
      OR: [{ at: { lte: until } }, { heldAt: { not: null } }],
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...toReminder(row), heldAt: row.heldAt }));
}

/** How many are held back, or free, now that were not before. */
export async function hold(tx: StoreHandle, ids: readonly string[], heldAt: Date | null): Promise<number> {
  if (ids.length === 0) return 0;
  const { count } = await client(tx).reminder.updateMany({
    where: { id: { in: [...ids] }, state: 'planned', heldAt: heldAt ? null : { not: null } },
    data: { heldAt },
  });
  return count;
}

/** The date has come: what was to be said before it and is still held back is not said any more. */
export async function skipHeld(tx: StoreHandle, deadline: DeadlineId, now: Date): Promise<void> {
  await client(tx).reminder.updateMany({
    where: { deadlineId: deadline, state: 'planned', side: 'before', heldAt: { not: null } },
    data: { state: 'skipped', reason: 'held', handledAt: now },
  });
}

/** Per person when they were last reminded of this date. */
export async function lastReminded(
  store: StoreHandle,
  deadline: { readonly id: DeadlineId },
): Promise<ReadonlyMap<PersonId, Date>> {
  const rows = await client(store).reminder.groupBy({
    by: ['personId'],
    where: { deadlineId: deadline.id, state: { in: ['sent', 'folded'] } },
    _max: { handledAt: true },
  });
  return new Map(
    rows.flatMap(({ personId, _max }) => (_max.handledAt ? [[personId as PersonId, _max.handledAt] as const] : [])),
  );
}

/** One statement for all that became the same. */
export async function markHandled(
  tx: StoreHandle,
  ids: readonly ReminderId[],
  state: HandledState,
  reason: string | null,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await client(tx).reminder.updateMany({
    where: { id: { in: [...ids] }, state: 'planned' },
    data: { state, reason, handledAt: now },
  });
}

/** Moved, or back after it was left out by other rules. */
export async function planAgain(tx: StoreHandle, ids: readonly ReminderId[], at: Date): Promise<void> {
  await client(tx).reminder.updateMany({
    where: { id: { in: [...ids] }, state: { in: ['planned', 'dropped'] } },
    data: { at, state: 'planned', reason: null, handledAt: null },
  });
}

export async function putOff(tx: StoreHandle, ids: readonly ReminderId[], at: Date): Promise<void> {
  await client(tx).reminder.updateMany({ where: { id: { in: [...ids] }, state: 'planned' }, data: { at } });
}

export async function dropPlanned(tx: StoreHandle, deadline: DeadlineId, now: Date): Promise<void> {
  await client(tx).reminder.updateMany({
    where: { deadlineId: deadline, state: 'planned' },
    data: { state: 'dropped', handledAt: now },
  });
}

/** Undo: what was asked for under this batch counts as never asked. */
export async function dropBatch(tx: StoreHandle, batch: string, now: Date): Promise<number> {
  const { count } = await client(tx).reminder.updateMany({
    where: { batchId: batch, state: 'sent' },
    data: { state: 'dropped', handledAt: now },
  });
  return count;
}

function toReminder(row: {
  id: string;
  deadlineId: string;
  personId: string;
  rung: string;
  mode: string;
  side: string;
  at: Date;
  version: number;
}): ReminderRow {
  return {
    id: row.id as ReminderId,
    deadline: row.deadlineId as DeadlineId,
    person: row.personId as PersonId,
    key: row.rung as RungKey,
    mode: row.mode as Rung['mode'],
    side: row.side as Rung['side'],
    at: row.at,
    version: row.version,
  };
}
