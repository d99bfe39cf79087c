/** Date polls and what was said of their dates. The answer that stands is the one not superseded. */

import { client } from '../../../database/client.ts';
import type { Prisma } from '../../../database/generated/client.ts';
import { foldName } from '../../../i18n/names.ts';
import type { StoreHandle, Via, ViaKind } from '../../../kernel/act.ts';
import { type CommitteeId, type ConferenceId, type NomineeListId, newId, type PersonId } from '../../../kernel/ids.ts';
import { committeesIn, type Eyes, type Viewer, viewerAt, viewersIn, workspacesIn } from '../../access/types.ts';
import type { DatePoll, DatePollId, GivenAnswer, OptionId, PollAnswer, PollState } from '../types.ts';

const withOptions = { options: { orderBy: { startsAt: 'asc' } } } as const;
type Row = Prisma.DatePollGetPayload<{ include: { options: true } }>;

/** Before there is a viewer: a button knows the poll, not its committee. */
export async function committeeOf(store: StoreHandle, id: DatePollId): Promise<CommitteeId | null> {
  const row = await client(store).datePoll.findUnique({ where: { id }, select: { committeeId: true } });
  return (row?.committeeId as CommitteeId | undefined) ?? null;
}

export async function committeesOf(store: StoreHandle, ids: readonly string[]): Promise<readonly CommitteeId[]> {
  const where = { id: { in: [...ids] } };
  const rows = await client(store).datePoll.findMany({
    where,
    distinct: ['committeeId'],
    select: { committeeId: true },
  });
  return rows.map((row) => row.committeeId as CommitteeId);
}

export async function listPolls(
  store: StoreHandle,
  eyes: Eyes,
  which: { readonly ids?: readonly string[]; readonly states: readonly PollState[] },
): Promise<readonly DatePoll[]> {
  const ids = which.ids ? { id: { in: [...which.ids] } } : {};
  const rows = await client(store).datePoll.findMany({
    where: { ...ids, committeeId: { in: committeesIn(eyes) }, state: { in: [...which.states] } },
    include: withOptions,
    orderBy: [{ closesAt: 'asc' }, { createdAt: 'asc' }, { title: 'asc' }],
  });
  const hidden = await hiddenNames(store, eyes);
  return rows.map((row) => toPoll(row, hidden(viewerAt(eyes, row.committeeId))));
}

export async function insertPoll(
  store: StoreHandle,
  viewer: Viewer,
  poll: Pick<DatePoll, 'title' | 'place' | 'minutes' | 'closesAt' | 'lists'> & { readonly startsAt: readonly Date[] },
  now: Date,
): Promise<DatePollId> {
  const id = newId<DatePollId>();
  const { title, place, minutes, closesAt, lists, startsAt } = poll;
  await client(store).datePoll.create({
    data: {
      ...{ id, committeeId: viewer.committee, title, place, minutes, closesAt, state: 'prepared' },
      ...{ createdBy: viewer.person, createdAt: now, listIds: [...lists] },
    },
    select: { id: true },
  });
  await client(store).datePollOption.createMany({
    data: startsAt.map((at, index) => ({ id: newId(), pollId: id, place: index, startsAt: at })),
  });
  return id;
}

/** False: it is not in that state any more; somebody else, or the clock, was first. */
export async function changeState(
  store: StoreHandle,
  id: DatePollId,
  from: readonly PollState[],
  change: { readonly state: PollState; readonly held?: DatePoll['held']; readonly conference?: ConferenceId },
): Promise<boolean> {
  const { state, held, conference } = change;
  const { count } = await client(store).datePoll.updateMany({
    where: { id, state: { in: [...from] } },
    data: {
      state,
      ...(held === undefined ? {} : { batchId: held?.batch ?? null, heldUntil: held?.until ?? null }),
      ...(conference ? { conferenceId: conference } : {}),
    },
  });
  return count === 1;
}

/** Dates put on and taken off together, after members were asked. */
export async function changeOptions(
  store: StoreHandle,
  poll: DatePollId,
  change: { readonly add: readonly Date[]; readonly drop: readonly OptionId[]; readonly batch: string },
  now: Date,
): Promise<void> {
  const { add, drop, batch } = change;
  const last = await client(store).datePollOption.aggregate({ where: { pollId: poll }, _max: { place: true } });
  const from = (last._max.place ?? -1) + 1;
  await client(store).datePollOption.createMany({
    data: add.map((startsAt, index) => ({ id: newId(), pollId: poll, place: from + index, startsAt, batchId: batch })),
  });
  await client(store).datePollOption.updateMany({
    where: { pollId: poll, id: { in: [...drop] } },
    data: { droppedAt: now, dropBatchId: batch },
  });
}

/** As it was before. False: this batch changed no dates. Nobody can have answered what is taken away: it was held. */
export async function undoOptions(store: StoreHandle, poll: DatePollId, batch: string): Promise<boolean> {
  const back = await client(store).datePollOption.updateMany({
    where: { pollId: poll, dropBatchId: batch },
    data: { droppedAt: null, dropBatchId: null },
  });
  const added = await client(store).datePollOption.deleteMany({ where: { pollId: poll, batchId: batch } });
  return back.count + added.count > 0;
}

export async function moveClose(store: StoreHandle, id: DatePollId, closesAt: Date): Promise<void> {
  await client(store).datePoll.updateMany({ where: { id }, data: { closesAt } });
}

/** `of` null: everybody's, for those who schedule. */
export async function answersTo(
  store: StoreHandle,
  eyes: Eyes,
  polls: readonly DatePollId[],
  of: PersonId | null,
): Promise<ReadonlyMap<DatePollId, readonly GivenAnswer[]>> {
  const rows = await client(store).datePollAnswer.findMany({
    where: {
      pollId: { in: [...polls] },
      poll: { committeeId: { in: committeesIn(eyes) } },
      supersededAt: null,
      ...(of === null ? {} : { personId: of }),
    },
  });
  const found = new Map<DatePollId, GivenAnswer[]>();
  for (const row of rows) {
    const given: GivenAnswer = {
      option: row.optionId as OptionId,
      person: row.personId as PersonId,
      answer: row.answer as PollAnswer,
      recordedBy: row.recordedBy as PersonId | null,
      via: row.viaKind as ViaKind | null,
    };
    found.set(row.pollId as DatePollId, [...(found.get(row.pollId as DatePollId) ?? []), given]);
  }
  return found;
}

/** What is said now of these dates stands in place of what was said before. Two at the same moment wait for each other. */
export async function putAnswers(
  store: StoreHandle,
  poll: DatePollId,
  person: PersonId,
  given: readonly { readonly option: OptionId; readonly answer: PollAnswer }[],
  by: { readonly recordedBy: PersonId | null; readonly via: Via | null; readonly now: Date },
): Promise<void> {
  await client(store).$queryRaw`SELECT 1 FROM "person" WHERE "id" = ${person}::uuid FOR NO KEY UPDATE`;
  const options = given.map(({ option }) => option);
  await client(store).datePollAnswer.updateMany({
    where: { pollId: poll, personId: person, optionId: { in: options }, supersededAt: null },
    data: { supersededAt: by.now },
  });
  await client(store).datePollAnswer.createMany({
    data: given.map(({ option, answer }) => ({
      ...{ id: newId(), pollId: poll, optionId: option, personId: person, answer, answeredAt: by.now },
      ...{ recordedBy: by.recordedBy, viaKind: by.via?.kind ?? null },
      ...{ viaReference: by.via?.reference ?? null, viaDated: by.via?.dated ?? null },
    })),
  });
}

async function hiddenNames(store: StoreHandle, eyes: Eyes): Promise<(viewer: Viewer) => readonly string[]> {
  const ids = viewersIn(eyes).flatMap(({ hiddenNominees }) => hiddenNominees);
  if (ids.length === 0) return () => [];
  const rows = await client(store).person.findMany({
    where: { id: { in: ids }, workspaceId: { in: workspacesIn(eyes) } },
    select: { id: true, fullName: true },
  });
  const names = new Map<string, string>(rows.map(({ id, fullName }) => [id, foldName(fullName)]));
  return ({ hiddenNominees }) => hiddenNominees.flatMap((person) => names.get(person) ?? []);
}

function toPoll(row: Row, hidden: readonly string[]): DatePoll {
  const { title, place, minutes, closesAt, batchId, heldUntil } = row;
  const isShown = (text: string) => !hidden.some((name) => foldName(text).includes(name));
  return {
    ...{ minutes, closesAt },
    id: row.id as DatePollId,
    committee: row.committeeId as CommitteeId,
    state: row.state as PollState,
    title: isShown(title) ? title : '',
    place: isShown(place) ? place : '',
    held: batchId && heldUntil ? { batch: batchId, until: heldUntil } : null,
    conference: row.conferenceId as ConferenceId | null,
    lists: row.listIds as NomineeListId[],
    options: row.options
      .filter(({ droppedAt }) => droppedAt === null)
      .map(({ id, startsAt }) => ({ id: id as OptionId, startsAt })),
  };
}
