/** Writes conferences and their revisions. Every change of state takes the version that the person saw. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type ConferenceId, newId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { Level } from '../../classification/types.ts';
import type { AgendaItem, AgendaItemId, Conference, ConferenceState, Content, Revision } from '../types.ts';
import { hiddenNames, isClosed, listsClosedTo } from './conferences.ts';

export async function insertDraft(
  store: StoreHandle,
  viewer: Viewer,
  revision: NewRevision,
  now: Date,
): Promise<ConferenceId> {
  const id = newId<ConferenceId>();
  await client(store).conference.create({
    data: { id, committeeId: viewer.committee, state: 'draft', createdAt: now },
    select: { id: true },
  });
  await insertRevision(store, viewer, id, 1, revision, now);
  return id;
}

export type NewRevision = Content & Pick<Revision, 'ruleSet' | 'ruleSetVersion' | 'answersFrom' | 'call'>;

/** What is closed to the viewer is carried over from the revision before, so that a recused secretary drops nothing. */
export async function insertRevision(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
  number: number,
  revision: NewRevision,
  now: Date,
): Promise<void> {
  const closed = await closedParts(store, viewer, conference, number);
  await client(store).conferenceRevision.deleteMany({
    where: { conferenceId: conference, number, announcedAt: null },
  });
  const id = newId();
  const { startsAt, minutes, place, chair, ruleSet, ruleSetVersion, replyBy, answersFrom, call } = revision;
  const { freeUntil, addUntil, agendaReason } = revision;
  const title = revision.title === '' ? (closed.title ?? '') : revision.title;
  await client(store).conferenceRevision.create({
    data: {
      ...{ id, conferenceId: conference, number, title, startsAt, minutes, place, chairId: chair },
      ...{ ruleSet, ruleSetVersion, replyBy, answersFrom, call, freeUntil, addUntil, agendaReason },
      ...{ draftedBy: viewer.person, draftedAt: now },
    },
    select: { id: true },
  });
  const items = revision.agenda.map(toItemColumns);
  // Back to where they stood: otherwise everybody would be told that the agenda has changed.
  for (const { place: stood, ...item } of closed.items) items.splice(stood, 0, item);
  await client(store).conferenceItem.createMany({
    data: items.map((item, place) => ({ id: newId(), revisionId: id, place, ...item })),
  });
}

export async function deleteRevision(store: StoreHandle, conference: ConferenceId, number: number): Promise<void> {
  await client(store).conferenceRevision.deleteMany({ where: { conferenceId: conference, number } });
}

export async function markAnnounced(
  store: StoreHandle,
  conference: ConferenceId,
  number: number,
  announcedAt: Date | null,
): Promise<void> {
  await client(store).conferenceRevision.updateMany({
    where: { conferenceId: conference, number },
    data: { announcedAt },
  });
}

/** A date around the conference was moved on its own, outside an announcement; in a drafted change too. */
export async function moveDate(
  store: StoreHandle,
  conference: ConferenceId,
  number: number,
  date: Partial<Pick<Revision, 'replyBy' | 'freeUntil' | 'addUntil'>>,
): Promise<void> {
  await client(store).conferenceRevision.updateMany({
    where: { conferenceId: conference, number: { gte: number } },
    data: date,
  });
}

/** False: it was lifted out before. */
export async function liftItem(
  store: StoreHandle,
  conference: ConferenceId,
  item: AgendaItemId,
  at: Date,
): Promise<boolean> {
  const { count } = await client(store).conferenceLift.createMany({
    data: { conferenceId: conference, itemId: item, at },
    skipDuplicates: true,
  });
  return count > 0;
}

export interface ConferenceChange {
  readonly state?: ConferenceState;
  readonly revision?: number;
  readonly cancelledAt?: Date | null;
  readonly cancelReason?: string | null;
  readonly classification?: Level;
  readonly held?: Conference['held'];
}

/** False when somebody else has changed it meanwhile: `version` is the one that the person saw. */
export async function changeConference(
  store: StoreHandle,
  viewer: Viewer,
  seen: Pick<Conference, 'id' | 'version'>,
  change: ConferenceChange,
): Promise<boolean> {
  const { held, ...columns } = change;
  const hold =
    held === undefined
      ? {}
      : { heldAct: held?.act ?? null, heldUntil: held?.until ?? null, batchId: held?.batch ?? null };
  const changed = await client(store).conference.updateMany({
    where: { id: seen.id, committeeId: viewer.committee, version: seen.version },
    data: { ...columns, ...hold, version: { increment: 1 } },
  });
  return changed.count === 1;
}

async function closedParts(store: StoreHandle, viewer: Viewer, conference: ConferenceId, number: number) {
  const hidden = await hiddenNames(store, viewer);
  if (hidden.length === 0) return { title: null, items: [] };
  const [before] = await client(store).conferenceRevision.findMany({
    where: { conferenceId: conference, number: { lte: number } },
    orderBy: { number: 'desc' },
    take: 1,
    include: { items: { orderBy: { place: 'asc' } } },
  });
  const items = before?.items ?? [];
  const closedLists = await listsClosedTo(
    store,
    viewer,
    items.flatMap(({ listId }) => listId ?? []),
  );
  return {
    title: before && isClosed(before.title, hidden) ? before.title : null,
    items: items
      .filter(({ text, listId }) => isClosed(text, hidden) || (listId !== null && closedLists.has(listId)))
      .map(({ id: _, revisionId, ...item }) => item),
  };
}

function toItemColumns({ id, kind, text, list, owner, inConsent }: AgendaItem) {
  return {
    itemId: id as string,
    kind: kind as string,
    text,
    listId: list as string | null,
    ownerId: owner as string | null,
    inConsent,
  };
}
