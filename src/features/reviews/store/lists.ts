/** Frozen nominee lists. Entries of a nominee whose case is closed to the viewer are left out, without a gap. */
import { client } from '../../../database/client.ts';
import type { Prisma } from '../../../database/generated/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import {
  type CommitteeId,
  type NominationId,
  type NomineeListId,
  newId,
  type PersonId,
  type PlanId,
  type PositionId,
} from '../../../kernel/ids.ts';
import { type Eyes, seenThrough, type Viewer } from '../../access/types.ts';
import type { Level } from '../../classification/types.ts';
import type { Candidate } from '../../nominations/types.ts';
import { type ListEntry, type ListEntryId, type NomineeList, Shown } from '../types/nouns.ts';

/** For `include`: the entries that this viewer may see, in protocol order. */
export function seenEntries(eyes: Eyes) {
  return {
    where: seenThrough(eyes, ({ committee, hiddenNominees }) => ({
      list: { committeeId: committee },
      personId: { notIn: [...hiddenNominees] },
    })),
    orderBy: { place: 'asc' },
  } as const satisfies Prisma.NomineeList$entriesArgs;
}

/** Which committee a list belongs to, before there is a viewer. */
export async function committeeOfList(store: StoreHandle, id: NomineeListId): Promise<CommitteeId | null> {
  const row = await client(store).nomineeList.findUnique({ where: { id }, select: { committeeId: true } });
  return (row?.committeeId as CommitteeId | undefined) ?? null;
}

/** Null also for a list of which the viewer may see nobody: for them there is no such list. */
export async function findList(store: StoreHandle, viewer: Viewer, id: NomineeListId): Promise<NomineeList | null> {
  const [list] = await readLists(store, viewer, { id });
  return list ?? null;
}

/** The newest first, of one plan or of all. */
export async function listLists(store: StoreHandle, viewer: Viewer, plan?: PlanId): Promise<readonly NomineeList[]> {
  return readLists(store, viewer, plan ? { planId: plan } : {});
}

/** The committees that have a list on which their viewer may see somebody, in one statement. */
export async function committeesWithLists(
  store: StoreHandle,
  viewers: readonly Viewer[],
): Promise<ReadonlySet<CommitteeId>> {
  if (viewers.length === 0) return new Set();
  const rows = await client(store).nomineeList.groupBy({
    by: ['committeeId'],
    where: {
      OR: viewers.map((viewer) => ({
        committeeId: viewer.committee,
        entries: { some: seenEntries(viewer).where },
      })),
    },
  });
  return new Set(rows.map(({ committeeId }) => committeeId as CommitteeId));
}

export async function insertList(
  tx: StoreHandle,
  list: { committee: CommitteeId; plan: PlanId; frozenAt: Date; frozenBy: PersonId | null },
  candidates: readonly Candidate[],
): Promise<{ id: NomineeListId; number: number }> {
  const id = newId<NomineeListId>();
  const { _max } = await client(tx).nomineeList.aggregate({ where: { planId: list.plan }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  const { committee, plan, frozenAt, frozenBy } = list;
  await client(tx).nomineeList.create({
    data: { id, committeeId: committee, planId: plan, number, frozenAt, frozenBy },
  });
  await client(tx).nomineeListEntry.createMany({
    data: candidates.map((candidate, place) => ({
      ...entryColumns(candidate),
      id: newId<ListEntryId>(),
      listId: id,
      place,
    })),
  });
  return { id, number };
}

/** Those of these nominations whose newest check has a verdict that blocks. */
export async function blockedAmong(
  store: StoreHandle,
  nominations: readonly NominationId[],
): Promise<ReadonlySet<NominationId>> {
  const rows = await client(store).$queryRaw<readonly { nominationId: NominationId }[]>`
    SELECT DISTINCT c."nominationId" FROM "check_result" c
    WHERE c."nominationId" = ANY(${[...nominations]}::uuid[]) AND c."level" = 'blocks'
      AND c."checkedAt" = (SELECT max(d."checkedAt") FROM "check_result" d WHERE d."nominationId" = c."nominationId")`;
  return new Set(rows.map(({ nominationId }) => nominationId));
}

async function readLists(
  store: StoreHandle,
  viewer: Viewer,
  where: Prisma.NomineeListWhereInput,
): Promise<readonly NomineeList[]> {
  const rows = await client(store).nomineeList.findMany({
    where: { ...where, committeeId: viewer.committee },
    include: { entries: seenEntries(viewer) },
    orderBy: [{ frozenAt: 'desc' }, { number: 'desc' }, { id: 'asc' }],
  });
  const about = await surroundings(store, rows);
  return rows.map((row) => toList(row, about)).filter((list) => list.entries.length > 0);
}

export type ListRow = Prisma.NomineeListGetPayload<{ include: { entries: true } }>;

export interface Surroundings {
  readonly plans: ReadonlyMap<
    string,
    { title: string; classification: string; ruleSet: string; ruleSetVersion: number }
  >;
  readonly listed: ReadonlySet<string>;
  readonly fromElsewhere: ReadonlySet<string>;
}

/** The plans, and which nominations still stand: two statements for any number of lists. */
export async function surroundings(store: StoreHandle, rows: readonly ListRow[]): Promise<Surroundings> {
  if (rows.length === 0) return { plans: new Map(), listed: new Set(), fromElsewhere: new Set() };
  const plans = await client(store).plan.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.planId))] } },
    select: { id: true, title: true, classification: true, ruleSet: true, ruleSetVersion: true },
  });
  const nominations = rows.flatMap((row) => row.entries.map((entry) => entry.nominationId));
  // What the authority decided later takes nobody off a list.
  const listed = await client(store).nomination.findMany({
    where: { id: { in: [...new Set(nominations)] }, state: { in: ['listed', 'approved', 'not-approved'] } },
    select: { id: true, source: true },
  });
  return {
    fromElsewhere: new Set(listed.filter(({ source }) => source === 'outside').map(({ id }) => id)),
    plans: new Map(plans.map(({ id, ...plan }) => [id, plan])),
    listed: new Set(listed.map(({ id }) => id)),
  };
}

export function toList(row: ListRow, about: Surroundings): NomineeList {
  const plan = about.plans.get(row.planId);
  return {
    id: row.id as NomineeListId,
    committee: row.committeeId as CommitteeId,
    plan: row.planId as PlanId,
    planTitle: plan?.title ?? '',
    classification: (plan?.classification ?? 'unclassified') as Level,
    ruleSet: { key: plan?.ruleSet ?? '', version: plan?.ruleSetVersion ?? 1 },
    number: row.number,
    frozenAt: row.frozenAt,
    entries: row.entries.map(
      (entry): ListEntry => ({
        id: entry.id as ListEntryId,
        nomination: entry.nominationId as NominationId,
        nominationVersion: entry.nominationVersion,
        person: entry.personId as PersonId,
        position: entry.positionId as PositionId,
        positionTitle: entry.positionTitle,
        shown: entry.shown === null ? null : Shown.parse(entry.shown),
        isWithdrawn: !about.listed.has(entry.nominationId),
        isFromElsewhere: about.fromElsewhere.has(entry.nominationId),
      }),
    ),
  };
}

function entryColumns(candidate: Candidate) {
  const { fullName, birthMonth, partyPost, statePost, unit } = candidate;
  return {
    nominationId: candidate.nomination,
    nominationVersion: candidate.version,
    personId: candidate.person,
    positionId: candidate.position,
    positionTitle: candidate.positionTitle,
    shown: { fullName, birthMonth, partyPost, statePost, unit } satisfies Shown,
  };
}
