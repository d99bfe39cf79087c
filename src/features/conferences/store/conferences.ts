/** Reads conferences and what their revisions say: items that would show a case closed to the viewer are not there. */
import { client } from '../../../database/client.ts';
import type { Prisma } from '../../../database/generated/client.ts';
import { foldName } from '../../../i18n/names.ts';
import type { Locale, StoreHandle } from '../../../kernel/act.ts';
import {
  asId,
  type CommitteeId,
  type ConferenceId,
  type NomineeListId,
  newId,
  type PersonId,
  type WorkspaceId,
} from '../../../kernel/ids.ts';
import { type Eyes, seenThrough, type Viewer, viewerAt, viewersIn, workspacesIn } from '../../access/types.ts';
import { highestOf, type Level } from '../../classification/types.ts';
import type { ItemKind } from '../../eligibility/types.ts';
import type { AgendaItem, AgendaItemId, CallKind, Conference, ConferenceState, HeldAct, Revision } from '../types.ts';

const withItems = { items: { orderBy: { place: 'asc' } } } as const;
type RevisionRow = Prisma.ConferenceRevisionGetPayload<{ include: { items: true } }>;

export interface WithRevisions {
  readonly conference: Conference;
  readonly revisions: readonly Revision[];
}

/** Of the viewer's committee; somebody without a role in it finds only a conference they are, or were, asked to. */
export async function findConference(
  store: StoreHandle,
  viewer: Viewer,
  id: ConferenceId,
): Promise<WithRevisions | null> {
  const [found] = await find(store, viewer, { id });
  return found ?? null;
}

export async function findConferences(
  store: StoreHandle,
  eyes: Eyes,
  ids: readonly ConferenceId[],
): Promise<readonly WithRevisions[]> {
  return find(store, eyes, { id: { in: [...ids] } });
}

/** Drafts, and everything that starts at or after `since`; earliest first by what is in force or drafted. */
export async function listConferences(store: StoreHandle, eyes: Eyes, since: Date): Promise<readonly WithRevisions[]> {
  return find(store, eyes, {
    state: { in: ['draft', 'scheduled', 'cancelled', 'opened', 'concluded'] },
    revisions: { some: { startsAt: { gte: since } } },
  });
}

/** Announced ones of the viewer's committee with what is in force, the latest start first. */
export async function listAnnounced(
  store: StoreHandle,
  viewer: Viewer,
  limit: number,
): Promise<readonly { conference: Conference; revision: Revision }[]> {
  const newest = await client(store).conference.findMany({
    where: { committeeId: viewer.committee, revision: { gt: 0 } },
    orderBy: { createdAt: 'desc' },
    take: limit,
    select: { id: true },
  });
  const found = await find(store, viewer, { id: { in: newest.map(({ id }) => id) } });
  return found
    .flatMap(({ conference, revisions }) => {
      const revision = revisions.find(({ number }) => number === conference.revision);
      return revision ? [{ conference, revision }] : [];
    })
    .reverse();
}

/** When and where these revisions called their conferences: one each. */
export async function timesAt(
  store: StoreHandle,
  viewer: Viewer,
  at: readonly { readonly conference: ConferenceId; readonly number: number }[],
): Promise<ReadonlyMap<ConferenceId, Pick<Revision, 'startsAt' | 'minutes' | 'place'>>> {
  if (at.length === 0) return new Map();
  const rows = await client(store).conferenceRevision.findMany({
    where: {
      conference: { committeeId: viewer.committee },
      OR: at.map(({ conference: conferenceId, number }) => ({ conferenceId, number })),
    },
    select: { conferenceId: true, startsAt: true, minutes: true, place: true },
  });
  return new Map(rows.map(({ conferenceId, ...times }) => [conferenceId as ConferenceId, times]));
}

/** Before there is a viewer: a button knows the conference, not its committee. Tells nothing else about it. */
export async function committeeOf(store: StoreHandle, id: ConferenceId): Promise<CommitteeId | null> {
  const row = await client(store).conference.findUnique({ where: { id }, select: { committeeId: true } });
  return row ? asId(row.committeeId) : null;
}

/** For a job, which knows only the conference. Null: the bot was taken out of its workspace. */
export async function workspaceOf(
  store: StoreHandle,
  id: ConferenceId,
): Promise<{ id: WorkspaceId; locale: Locale; zone: string } | null> {
  const committee = await committeeOf(store, id);
  if (!committee) return null;
  const row = await client(store).committee.findUnique({
    where: { id: committee },
    select: { workspace: { select: { id: true, locale: true, zone: true, removedAt: true } } },
  });
  if (!row || row.workspace.removedAt) return null;
  const { id: workspace, locale, zone } = row.workspace;
  return { id: workspace as WorkspaceId, locale: locale as Locale, zone };
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

async function find(store: StoreHandle, eyes: Eyes, where: Prisma.ConferenceWhereInput) {
  const rows = await client(store).conference.findMany({
    where: { ...where, ...seenThrough(eyes, findsThere) },
    // Only the newest three can matter: a draft, what is in force, and what was before a held announcement.
    include: { revisions: { include: withItems, orderBy: { number: 'desc' }, take: 3 }, lifts: true },
    orderBy: { createdAt: 'asc' },
  });
  const itemsOf = (row: (typeof rows)[number]) => row.revisions.flatMap((revision) => revision.items);
  const names = await namesHiddenFrom(store, eyes);
  const closed = await closedLists(
    store,
    rows.map((row) => ({
      viewer: viewerAt(eyes, row.committeeId),
      lists: itemsOf(row).flatMap(({ listId }) => listId ?? []),
    })),
  );
  const owners = await ownersOf(store, rows.flatMap(itemsOf));
  const levels = await levelsOfLists(
    store,
    rows.flatMap((row) => itemsOf(row).flatMap(({ listId }) => listId ?? [])),
  );
  return rows
    .map((row) => {
      const viewer = viewerAt(eyes, row.committeeId);
      const hidden = names(viewer);
      const lifted = new Set(row.lifts.map(({ itemId }) => itemId));
      return {
        conference: toConference(row, hidden),
        revisions: row.revisions.map((revision) =>
          toRevision(revision, {
            ...{ hidden, closedLists: closed(viewer), owners, lifted, levels },
            own: row.classification as Level,
          }),
        ),
      };
    })
    .sort((a, b) => startOf(a) - startOf(b));
}

function findsThere(viewer: Viewer): Prisma.ConferenceWhereInput {
  const isInside = viewer.isClockwork || viewer.roles.length > 0;
  return { committeeId: viewer.committee, ...(isInside ? {} : takesPart(viewer)) };
}

function takesPart(viewer: Viewer): Prisma.ConferenceWhereInput {
  const person = viewer.person ?? newId();
  return { OR: [{ summons: { some: { personId: person } } }, { replies: { some: { delegateId: person } } }] };
}

/** Typed lines may name somebody: from the moment of a recusal the line is closed too (design 2.4). */
export async function hiddenNames(store: StoreHandle, viewer: Viewer): Promise<readonly string[]> {
  return (await namesHiddenFrom(store, viewer))(viewer);
}

async function namesHiddenFrom(store: StoreHandle, eyes: Eyes): Promise<(viewer: Viewer) => readonly string[]> {
  const ids = viewersIn(eyes).flatMap(({ recusedFrom }) => recusedFrom);
  if (ids.length === 0) return () => [];
  const rows = await client(store).person.findMany({
    where: { id: { in: ids }, workspaceId: { in: workspacesIn(eyes) } },
    select: { id: true, fullName: true },
  });
  const names = new Map<string, string>(rows.map(({ id, fullName }) => [id, foldName(fullName)]));
  return ({ recusedFrom }) => recusedFrom.flatMap((person) => names.get(person) ?? []);
}

/** Those of these lists on which nobody stands but nominees whose case is closed to the viewer. */
export async function listsClosedTo(
  store: StoreHandle,
  viewer: Viewer,
  lists: readonly string[],
): Promise<ReadonlySet<string>> {
  return (await closedLists(store, [{ viewer, lists }]))(viewer);
}

/** One statement for the lists of several committees, each seen with the eyes that the person has there. */
async function closedLists(
  store: StoreHandle,
  looked: readonly { readonly viewer: Viewer; readonly lists: readonly string[] }[],
): Promise<(viewer: Viewer) => ReadonlySet<string>> {
  const asked = looked.filter(({ viewer, lists }) => viewer.hiddenNominees.length > 0 && lists.length > 0);
  if (asked.length === 0) return () => new Set();
  const open = await client(store).nomineeListEntry.findMany({
    where: {
      OR: asked.map(({ viewer, lists }) => ({
        listId: { in: [...lists] },
        personId: { notIn: [...viewer.hiddenNominees] },
      })),
    },
    distinct: ['listId'],
    select: { listId: true },
  });
  const seen = new Set(open.map(({ listId }) => listId));
  return (viewer) => {
    const own = asked.filter((one) => one.viewer === viewer).flatMap(({ lists }) => lists);
    return new Set(own.filter((list) => !seen.has(list)));
  };
}

export function isClosed(text: string | null, hidden: readonly string[]): boolean {
  if (text === null || hidden.length === 0) return false;
  const folded = foldName(text);
  return hidden.some((name) => folded.includes(name));
}

/** By the plans that they belong to. */
async function levelsOfLists(store: StoreHandle, lists: readonly string[]): Promise<ReadonlyMap<string, Level>> {
  if (lists.length === 0) return new Map();
  const rows = await client(store).$queryRaw<readonly { id: string; classification: Level }[]>`
    SELECT l."id", p."classification" FROM "nominee_list" l JOIN "plan" p ON p."id" = l."planId"
    WHERE l."id" = ANY(${[...new Set(lists)]}::uuid[])`;
  return new Map(rows.map(({ id, classification }) => [id, classification]));
}

/** Names of those who present items: they take part, whatever case of theirs is closed to whom. */
async function ownersOf(store: StoreHandle, items: readonly { ownerId: string | null }[]) {
  const ids = [...new Set(items.flatMap(({ ownerId }) => ownerId ?? []))];
  if (ids.length === 0) return new Map<string, string>();
  const rows = await client(store).person.findMany({
    where: { id: { in: ids } },
    select: { id: true, fullName: true },
  });
  return new Map(rows.map((row) => [row.id, row.fullName]));
}

interface AboutItems {
  readonly hidden: readonly string[];
  readonly closedLists: ReadonlySet<string>;
  readonly owners: ReadonlyMap<string, string>;
  readonly lifted: ReadonlySet<string>;
  /** Of lists, by what their plans bear; and of the conference itself. */
  readonly levels: ReadonlyMap<string, Level>;
  readonly own: Level;
}

function toRevision(row: RevisionRow, about: AboutItems): Revision {
  const { hidden, closedLists } = about;
  // Left out without a gap: a placeholder would say that there is a case. So would its level.
  const items = row.items.filter(
    ({ text, listId }) => !isClosed(text, hidden) && !(listId !== null && closedLists.has(listId)),
  );
  const { number, startsAt, minutes, place, ruleSet, ruleSetVersion, replyBy, answersFrom, announcedAt } = row;
  const { freeUntil, addUntil, agendaReason } = row;
  return {
    ...{ number, startsAt, minutes, place, ruleSet, ruleSetVersion, replyBy, answersFrom, announcedAt },
    ...{ freeUntil, addUntil, agendaReason: isClosed(agendaReason, hidden) ? null : agendaReason },
    title: isClosed(row.title, hidden) ? '' : row.title,
    call: row.call as CallKind,
    chair: row.chairId as PersonId,
    classification: highestOf([about.own, ...items.flatMap(({ listId }) => about.levels.get(listId ?? '') ?? [])]),
    agenda: items.map(
      (item): AgendaItem => ({
        id: item.itemId as AgendaItemId,
        kind: item.kind as ItemKind,
        text: item.text,
        list: item.listId as NomineeListId | null,
        owner: item.ownerId as PersonId | null,
        ownerName: item.ownerId === null ? null : (about.owners.get(item.ownerId) ?? null),
        inConsent: item.inConsent,
        isLifted: about.lifted.has(item.itemId),
      }),
    ),
  };
}

function toConference(row: Prisma.ConferenceGetPayload<object>, hidden: readonly string[]): Conference {
  const { revision, version, cancelReason, heldAct, heldUntil, batchId } = row;
  return {
    ...{ revision, version, cancelReason: isClosed(cancelReason, hidden) ? null : cancelReason },
    id: row.id as ConferenceId,
    classification: row.classification as Level,
    committee: row.committeeId as CommitteeId,
    state: row.state as ConferenceState,
    held: heldAct && heldUntil && batchId ? { act: heldAct as HeldAct, until: heldUntil, batch: batchId } : null,
  };
}

function startOf(found: { revisions: readonly Revision[] }): number {
  return found.revisions[0]?.startsAt.getTime() ?? 0;
}
