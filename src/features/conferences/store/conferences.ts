/** Conferences and what their revisions say, through a viewer: items that would show a closed case come back closed. */
import { client } from '../../../database/client.ts';
import type { Prisma } from '../../../database/generated/client.ts';
import { foldName } from '../../../i18n/names.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import {
  asId,
  type CommitteeId,
  type ConferenceId,
  type NomineeListId,
  newId,
  type PersonId,
} from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { AgendaItem, Conference, ConferenceState, Content, HeldAct, Revision } from '../types.ts';

const withItems = { items: { orderBy: { place: 'asc' } } } as const;
type RevisionRow = Prisma.ConferenceRevisionGetPayload<{ include: { items: true } }>;

/** Of the viewer's committee; somebody without a role in it finds only a conference they are, or were, asked to. */
export async function findConference(
  store: StoreHandle,
  viewer: Viewer,
  id: ConferenceId,
): Promise<{ conference: Conference; revisions: readonly Revision[] } | null> {
  const [found] = await find(store, viewer, { id });
  return found ?? null;
}

export async function findConferences(
  store: StoreHandle,
  viewer: Viewer,
  ids: readonly ConferenceId[],
): Promise<readonly { conference: Conference; revisions: readonly Revision[] }[]> {
  return find(store, viewer, { id: { in: [...ids] } });
}

/** Drafts, and everything that starts at or after `since`; earliest first by what is in force or drafted. */
export async function listConferences(
  store: StoreHandle,
  viewer: Viewer,
  since: Date,
): Promise<readonly { conference: Conference; revisions: readonly Revision[] }[]> {
  return find(store, viewer, {
    state: { in: ['draft', 'scheduled', 'cancelled', 'opened'] },
    revisions: { some: { startsAt: { gte: since } } },
  });
}

/** Before there is a viewer: a button knows the conference, not its committee. Tells nothing else about it. */
export async function committeeOf(store: StoreHandle, id: ConferenceId): Promise<CommitteeId | null> {
  const row = await client(store).conference.findUnique({ where: { id }, select: { committeeId: true } });
  return row ? asId(row.committeeId) : null;
}

export async function committeesOf(store: StoreHandle, ids: readonly ConferenceId[]): Promise<readonly CommitteeId[]> {
  const where = { id: { in: [...ids] } };
  const rows = await client(store).conference.findMany({
    where,
    distinct: ['committeeId'],
    select: { committeeId: true },
  });
  return rows.map((row) => asId(row.committeeId));
}

async function find(store: StoreHandle, viewer: Viewer, where: Prisma.ConferenceWhereInput) {
  const isInside = viewer.isClockwork || viewer.roles.length > 0;
  const rows = await client(store).conference.findMany({
    where: {
      ...where,
      committeeId: viewer.committee,
      ...(isInside ? {} : takesPart(viewer)),
    },
    // Only the newest three can matter: a draft, what is in force, and what was before a held announcement.
    include: { revisions: { include: withItems, orderBy: { number: 'desc' }, take: 3 } },
  });
  const hidden = await hiddenNames(store, viewer);
  return rows
    .map((row) => ({
      conference: toConference(row),
      revisions: row.revisions.map((revision) => toRevision(revision, hidden)),
    }))
    .sort((a, b) => startOf(a) - startOf(b));
}

function takesPart(viewer: Viewer): Prisma.ConferenceWhereInput {
  const person = viewer.person ?? newId();
  return { OR: [{ summons: { some: { personId: person } } }, { replies: { some: { delegateId: person } } }] };
}

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

export type NewRevision = Content & { readonly ruleSet: string; readonly ruleSetVersion: number };

/** Items closed to the viewer are carried over from the revision before, so that a recused secretary drops none. */
export async function insertRevision(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
  number: number,
  revision: NewRevision,
  now: Date,
): Promise<void> {
  const carried = await closedItems(store, viewer, conference, number);
  await client(store).conferenceRevision.deleteMany({
    where: { conferenceId: conference, number, announcedAt: null },
  });
  const id = newId();
  const { title, startsAt, minutes, place, chair, ruleSet, ruleSetVersion } = revision;
  await client(store).conferenceRevision.create({
    data: {
      ...{ id, conferenceId: conference, number, title, startsAt, minutes, place, chairId: chair },
      ...{ ruleSet, ruleSetVersion, draftedBy: viewer.person, draftedAt: now },
    },
    select: { id: true },
  });
  const items = [...revision.agenda.flatMap(toItemColumns), ...carried];
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

export interface ConferenceChange {
  readonly state?: ConferenceState;
  readonly revision?: number;
  readonly cancelledAt?: Date | null;
  readonly cancelReason?: string | null;
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

async function closedItems(store: StoreHandle, viewer: Viewer, conference: ConferenceId, number: number) {
  const hidden = await hiddenNames(store, viewer);
  if (hidden.length === 0) return [];
  const [before] = await client(store).conferenceRevision.findMany({
    where: { conferenceId: conference, number: { lte: number } },
    orderBy: { number: 'desc' },
    take: 1,
    include: withItems,
  });
  return (before?.items ?? [])
    .filter((item) => isClosed(item.text, hidden))
    .map(({ text, listId }) => ({ text, listId }));
}

/** Typed lines may name somebody: from the moment of a recusal the line is closed too (design 2.4). */
async function hiddenNames(store: StoreHandle, viewer: Viewer): Promise<readonly string[]> {
  if (viewer.hiddenNominees.length === 0) return [];
  const rows = await client(store).person.findMany({
    where: { id: { in: [...viewer.hiddenNominees] }, workspaceId: viewer.workspace },
    select: { fullName: true },
  });
  return rows.map((row) => foldName(row.fullName));
}

function isClosed(text: string | null, hidden: readonly string[]): boolean {
  if (text === null || hidden.length === 0) return false;
  const folded = foldName(text);
  return hidden.some((name) => folded.includes(name));
}

function toItemColumns(item: AgendaItem): { text: string | null; listId: string | null }[] {
  if (item.kind === 'closed') return [];
  return [item.kind === 'text' ? { text: item.text, listId: null } : { text: null, listId: item.list }];
}

function toRevision(row: RevisionRow, hidden: readonly string[]): Revision {
  const { number, startsAt, minutes, place, ruleSet, ruleSetVersion, announcedAt } = row;
  return {
    ...{ number, startsAt, minutes, place, ruleSet, ruleSetVersion, announcedAt },
    title: isClosed(row.title, hidden) ? '' : row.title,
    chair: row.chairId as PersonId,
    agenda: row.items.map((item): AgendaItem => {
      if (item.listId !== null) return { kind: 'list', list: item.listId as NomineeListId };
      return isClosed(item.text, hidden) ? { kind: 'closed' } : { kind: 'text', text: item.text ?? '' };
    }),
  };
}

function toConference(row: Prisma.ConferenceGetPayload<object>): Conference {
  const { revision, version, cancelReason, heldAct, heldUntil, batchId } = row;
  return {
    ...{ revision, version, cancelReason },
    id: row.id as ConferenceId,
    committee: row.committeeId as CommitteeId,
    state: row.state as ConferenceState,
    held: heldAct && heldUntil && batchId ? { act: heldAct as HeldAct, until: heldUntil, batch: batchId } : null,
  };
}

function startOf(found: { revisions: readonly Revision[] }): number {
  return found.revisions[0]?.startsAt.getTime() ?? 0;
}
