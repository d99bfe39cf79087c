/** Tasks. Those about a case closed to the viewer are not there. */

import { client } from '../../database/client.ts';
import type { Prisma, Task as TaskRow } from '../../database/generated/client.ts';
import { foldName } from '../../i18n/names.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { asId, type CommitteeId, type ConferenceId, newId, type PersonId } from '../../kernel/ids.ts';
import { committeesIn, type Eyes, type Viewer, viewerAt, viewersIn, workspacesIn } from '../access/types.ts';
import type { Settled, Task, TaskId } from './types.ts';

export interface NewTask {
  readonly conference: ConferenceId;
  readonly item: { readonly id: string; readonly text: string | null; readonly list: string | null } | null;
  readonly text: string;
  readonly owner: PersonId;
  readonly dueOn: string | null;
}

export async function insertTask(store: StoreHandle, viewer: Viewer, task: NewTask, now: Date): Promise<TaskId> {
  const id = newId<TaskId>();
  const { conference: conferenceId, item, text, owner: ownerId, dueOn } = task;
  await client(store).task.create({
    data: {
      ...{ id, committeeId: viewer.committee, conferenceId, text, ownerId, dueOn },
      ...{ itemId: item?.id ?? null, itemText: item?.text ?? null, itemListId: item?.list ?? null },
      ...{ givenBy: viewer.person, givenAt: now },
    },
    select: { id: true },
  });
  return id;
}

/** The earliest date first; those without one come last. */
export async function listTasks(
  store: StoreHandle,
  eyes: Eyes,
  which: {
    readonly ids?: readonly string[];
    readonly conference?: ConferenceId;
    readonly owner?: PersonId;
    readonly state?: 'open';
    /** Those whose owner was a member of their committee and is none any more at this moment. */
    readonly leftAt?: Date;
  },
): Promise<readonly Task[]> {
  const where: Prisma.TaskWhereInput = {
    committeeId: { in: committeesIn(eyes) },
    ...(which.ids ? { id: { in: [...which.ids] } } : {}),
    ...(which.conference ? { conferenceId: which.conference } : {}),
    ...(which.owner ? { ownerId: which.owner } : {}),
    ...(which.state ? { state: which.state } : {}),
  };
  const found = await client(store).task.findMany({
    where,
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { givenAt: 'asc' }, { id: 'asc' }],
  });
  const rows = which.leftAt ? await ofThoseWhoLeft(store, found, which.leftAt) : found;
  const open = await openTo(store, eyes, rows);
  const people = await client(store).person.findMany({
    where: { id: { in: open.map((row) => row.ownerId) }, workspaceId: { in: workspacesIn(eyes) } },
    select: { id: true, fullName: true },
  });
  const names = new Map(people.map((person) => [person.id, person.fullName]));
  return open.map((row) => ({
    id: row.id as TaskId,
    committee: row.committeeId as CommitteeId,
    conference: row.conferenceId as ConferenceId,
    item: row.itemId,
    text: row.text,
    owner: row.ownerId as PersonId,
    ownerName: names.get(row.ownerId) ?? '',
    dueOn: row.dueOn,
    state: row.state as Task['state'],
    word: row.word,
  }));
}

async function ofThoseWhoLeft(store: StoreHandle, rows: readonly TaskRow[], now: Date): Promise<readonly TaskRow[]> {
  const places = await client(store).membership.findMany({
    where: {
      committeeId: { in: rows.map(({ committeeId }) => committeeId) },
      personId: { in: rows.map(({ ownerId }) => ownerId) },
      validFrom: { lte: now },
    },
    select: { committeeId: true, personId: true, validTo: true },
  });
  return rows.filter(({ committeeId, ownerId }) => {
    const theirs = places.filter((one) => one.committeeId === committeeId && one.personId === ownerId);
    return theirs.length > 0 && theirs.every(({ validTo }) => validTo !== null && validTo <= now);
  });
}

/** Before there is a viewer: a button knows the task, not its committee. */
export async function committeesOf(store: StoreHandle, ids: readonly string[]): Promise<readonly CommitteeId[]> {
  const where = { id: { in: [...ids] } };
  const rows = await client(store).task.findMany({ where, distinct: ['committeeId'], select: { committeeId: true } });
  return rows.map((row) => asId(row.committeeId));
}

/** False: it is settled already. */
export async function settleTask(
  store: StoreHandle,
  viewer: Viewer,
  id: TaskId,
  settled: { readonly state: Settled; readonly word: string | null; readonly at: Date },
): Promise<boolean> {
  const { state, word, at: settledAt } = settled;
  const { count } = await client(store).task.updateMany({
    where: { id, committeeId: viewer.committee, state: 'open' },
    data: { state, word, settledAt, settledBy: viewer.person },
  });
  return count === 1;
}

/** A task under an item about a closed case is closed with it, and so is one that names somebody (design 2.4). */
async function openTo(store: StoreHandle, eyes: Eyes, rows: readonly TaskRow[]): Promise<readonly TaskRow[]> {
  const hidden = viewersIn(eyes).flatMap(({ hiddenNominees }) => hiddenNominees);
  if (hidden.length === 0 || rows.length === 0) return rows;
  const people = await client(store).person.findMany({
    where: { id: { in: hidden }, workspaceId: { in: workspacesIn(eyes) } },
    select: { id: true, fullName: true },
  });
  const folded = new Map<string, string>(people.map(({ id, fullName }) => [id, foldName(fullName)]));
  const onLists = (viewer: Viewer) =>
    rows.flatMap((row) => (row.committeeId === viewer.committee ? (row.itemListId ?? []) : []));
  const open = await client(store).nomineeListEntry.findMany({
    where: {
      OR: viewersIn(eyes).map((viewer) => ({
        listId: { in: onLists(viewer) },
        personId: { notIn: [...viewer.hiddenNominees] },
      })),
    },
    distinct: ['listId'],
    select: { listId: true },
  });
  const openLists = new Set(open.map((entry) => entry.listId));
  return rows.filter((row) => {
    const { hiddenNominees } = viewerAt(eyes, row.committeeId);
    const names = hiddenNominees.flatMap((person) => folded.get(person) ?? []);
    const text = foldName([row.text, row.itemText ?? '', row.word ?? ''].join(' \u00B7 '));
    return !names.some((name) => text.includes(name)) && (!row.itemListId || openLists.has(row.itemListId));
  });
}

export const tasksHoldPeople: HoldsPeople = {
  moves: [{ table: 'task', column: 'ownerId', shownAs: 'tasks', committee: 't."committeeId"' }],
  clashes: [],
  keeps: [{ kind: 'conferences', table: 'task', column: 'ownerId', at: 't."settledAt"', committee: 't."committeeId"' }],
  stays: { 'task.givenBy': 'who did it then', 'task.settledBy': 'who did it then' },
  told: {
    tasks: ['task.ownerId'],
    recorded: ['task.givenBy', 'task.settledBy'],
  },
};
