/** Plans and their positions; what a position said before it was changed is kept. Who stands in them is in entries.ts. */
import { z } from 'zod';
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type CommitteeId, newId, type PlanId, type PositionId, type WorkspaceId } from '../../../kernel/ids.ts';
import { committeesIn, type Eyes, type Viewer } from '../../access/types.ts';
import type { Level } from '../../classification/types.ts';
import { OwnRule } from '../../guidance/types.ts';
import type { NewPosition, Plan, Position, Track } from '../types.ts';

const withPositions = {
  positions: { where: { endedAt: null }, orderBy: [{ rank: 'asc' as const }, { id: 'asc' as const }] },
};

export async function findPlan(store: StoreHandle, viewer: Viewer, id: PlanId): Promise<Plan | null> {
  const row = await client(store).plan.findFirst({
    where: { id, committeeId: viewer.committee },
    include: withPositions,
  });
  return row ? toPlan(row) : null;
}

/** Which committee a plan belongs to, before there is a viewer: for the clockwork's duties. */
export async function committeeOf(store: StoreHandle, workspace: WorkspaceId, id: PlanId): Promise<CommitteeId | null> {
  const row = await client(store).plan.findFirst({
    where: { id, committee: { workspaceId: workspace } },
    select: { committeeId: true },
  });
  return (row?.committeeId as CommitteeId | undefined) ?? null;
}

export interface FirstPlan {
  readonly id: PlanId;
  readonly committee: CommitteeId;
  readonly positions: number;
}

/** Of each viewer's committee the open plan that stands first in its list, in one statement. */
export async function firstOpenPlans(store: StoreHandle, viewers: readonly Viewer[]): Promise<readonly FirstPlan[]> {
  const committees = viewers.map(({ committee }) => committee);
  return client(store).$queryRaw<readonly FirstPlan[]>`
    SELECT DISTINCT ON (p."committeeId") p."id", p."committeeId" AS "committee",
      (SELECT count(*)::int FROM "position" o WHERE o."planId" = p."id" AND o."endedAt" IS NULL) AS "positions"
    FROM "plan" p
    WHERE p."committeeId" = ANY (${committees}::uuid[]) AND p."closedAt" IS NULL
    ORDER BY p."committeeId", p."termFrom" DESC, p."title"`;
}

/** The newest term first; closed plans at the end. */
export async function committeesOf(
  store: StoreHandle,
  workspace: WorkspaceId,
  ids: readonly string[],
): Promise<readonly CommitteeId[]> {
  const rows = await client(store).plan.findMany({
    where: { id: { in: [...ids] }, committee: { workspaceId: workspace } },
    distinct: ['committeeId'],
    select: { committeeId: true },
  });
  return rows.map(({ committeeId }) => committeeId as CommitteeId);
}

export async function listPlans(store: StoreHandle, eyes: Eyes): Promise<readonly Plan[]> {
  const rows = await client(store).plan.findMany({
    where: { committeeId: { in: committeesIn(eyes) } },
    include: withPositions,
    orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { termFrom: 'desc' }, { title: 'asc' }],
  });
  return rows.map(toPlan);
}

/**
 * Holds the plan until the transaction ends: caps are counted, lists frozen and names entered one after the other.
 * Null: no such plan in the viewer's committee.
 */
export async function lockPlan(tx: StoreHandle, viewer: Viewer, id: PlanId): Promise<Plan | null> {
  await client(tx).$queryRaw`
    SELECT 1 FROM "plan" WHERE "id" = ${id}::uuid AND "committeeId" = ${viewer.committee}::uuid FOR UPDATE`;
  return findPlan(tx, viewer, id);
}

/** Null: the committee has a plan for this unit, track and term already. */
export async function insertPlan(
  tx: StoreHandle,
  viewer: Viewer,
  { ownRules, ...plan }: Omit<Plan, 'id' | 'committee' | 'positions' | 'isClosed' | 'classification' | 'version'>,
  now: Date,
): Promise<PlanId | null> {
  const id = newId<PlanId>();
  const { count } = await client(tx).plan.createMany({
    data: [{ id, committeeId: viewer.committee, ...plan, ownRules: [...ownRules], createdAt: now }],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

export async function insertPositions(
  tx: StoreHandle,
  plan: PlanId,
  positions: readonly NewPosition[],
  openedAt: Date,
): Promise<void> {
  await client(tx).position.createMany({
    data: positions.map((position) => ({ id: newId<PositionId>(), planId: plan, openedAt, ...position })),
  });
}

/**
 * Before positions of the plan are changed, ended or opened again: keeps what each says, for the plan as of a day. Of two
 * changes at one moment the first keeps what stood before it.
 */
export async function keepPositions(tx: StoreHandle, plan: PlanId, now: Date): Promise<void> {
  await client(tx).$executeRaw`
    INSERT INTO "position_revision"
      ("positionId", "replacedAt", "title", "seats", "level", "isCommittee", "rank", "endedAt")
    SELECT "id", ${now}, "title", "seats", "level", "isCommittee", "rank", "endedAt"
    FROM "position" WHERE "planId" = ${plan}::uuid
    ON CONFLICT DO NOTHING`;
}

/** Opens a position of this title again when it was ended before; null: there is none. */
export async function reopenPosition(tx: StoreHandle, plan: PlanId, position: NewPosition): Promise<boolean> {
  const { title, ...rest } = position;
  const { count } = await client(tx).position.updateMany({
    where: { planId: plan, title, NOT: { endedAt: null } },
    data: { ...rest, endedAt: null },
  });
  return count > 0;
}

export async function updatePosition(
  tx: StoreHandle,
  plan: PlanId,
  id: PositionId,
  change: Partial<NewPosition> & { endedAt?: Date },
): Promise<void> {
  await client(tx).position.updateMany({ where: { id, planId: plan }, data: change });
}

/**
 * Whether anybody stands for it of whom the viewer may know: a guard for ending it. A case that is closed to the viewer
 * does not keep it, or the refusal would tell of the case; the nomination stays, under a position that has ended.
 */
export async function hasPeople(tx: StoreHandle, viewer: Viewer, position: PositionId): Promise<boolean> {
  const personId = { notIn: [...viewer.hiddenNominees] };
  const row = await client(tx).position.findFirst({
    where: {
      id: position,
      OR: [
        { entries: { some: { leftOn: null, personId } } },
        { nominations: { some: { state: { in: ['suggested', 'listed'] }, personId } } },
      ],
    },
    select: { id: true },
  });
  return row !== null;
}

/** Values of the committee's own guidance in the place of those that the plan had. */
export async function updateOwnRules(tx: StoreHandle, plan: PlanId, ownRules: readonly OwnRule[]): Promise<void> {
  await client(tx).plan.update({ where: { id: plan }, data: { ownRules: [...ownRules], version: { increment: 1 } } });
}

/** The plan is locked by the caller. */
export async function setLevel(tx: StoreHandle, plan: PlanId, classification: Level): Promise<void> {
  await client(tx).plan.update({ where: { id: plan }, data: { classification, version: { increment: 1 } } });
}

export async function countVersion(tx: StoreHandle, plan: PlanId): Promise<void> {
  await client(tx).plan.update({ where: { id: plan }, data: { version: { increment: 1 } } });
}

function toPlan(row: {
  id: string;
  committeeId: string;
  title: string;
  unit: string;
  track: string;
  termFrom: string;
  termTo: string;
  congress: string | null;
  ruleSet: string;
  ruleSetVersion: number;
  ownRules: unknown;
  version: number;
  classification: string;
  closedAt: Date | null;
  positions: { id: string; title: string; seats: number; level: number | null; isCommittee: boolean; rank: number }[];
}): Plan {
  const { title, unit, termFrom, termTo, congress, ruleSet, ruleSetVersion, version } = row;
  return {
    id: row.id as PlanId,
    committee: row.committeeId as CommitteeId,
    title,
    unit,
    track: row.track as Track,
    termFrom,
    termTo,
    congress,
    ruleSet,
    ruleSetVersion,
    ownRules: z.array(OwnRule).parse(row.ownRules),
    version,
    classification: row.classification as Level,
    positions: row.positions.map(toPosition),
    isClosed: row.closedAt !== null,
  };
}

function toPosition(row: {
  id: string;
  title: string;
  seats: number;
  level: number | null;
  isCommittee: boolean;
  rank: number;
}): Position {
  const { title, seats, level, isCommittee, rank } = row;
  return { id: row.id as PositionId, title, seats, level, isCommittee, rank };
}
