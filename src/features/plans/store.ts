/** Plans, their positions, and who stands in them. Entries of a person whose case is closed to the viewer are left out. */

import { z } from 'zod';
import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import { type HoldsPeople, ofParent } from '../../kernel/held-people.ts';
import {
  type CommitteeId,
  newId,
  type PersonId,
  type PlanEntryId,
  type PlanId,
  type PositionId,
  type WorkspaceId,
} from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import { OwnRule } from '../guidance/types.ts';
import type { EntryChanges, NewPosition, Plan, PlanChangeId, PlanEntry, Position, Track } from './types.ts';

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
export async function listPlans(store: StoreHandle, viewer: Viewer): Promise<readonly Plan[]> {
  const rows = await client(store).plan.findMany({
    where: { committeeId: viewer.committee },
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
  { ownRules, ...plan }: Omit<Plan, 'id' | 'committee' | 'positions' | 'isClosed' | 'version'>,
  now: Date,
): Promise<PlanId | null> {
  const id = newId<PlanId>();
  const { count } = await client(tx).plan.createMany({
    data: [{ id, committeeId: viewer.committee, ...plan, ownRules: [...ownRules], createdAt: now }],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

export async function insertPositions(tx: StoreHandle, plan: PlanId, positions: readonly NewPosition[]): Promise<void> {
  await client(tx).position.createMany({
    data: positions.map((position) => ({ id: newId<PositionId>(), planId: plan, ...position })),
  });
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

export async function countVersion(tx: StoreHandle, plan: PlanId): Promise<void> {
  await client(tx).plan.update({ where: { id: plan }, data: { version: { increment: 1 } } });
}

/** Who stands in these plans now. */
export async function listEntries(
  store: StoreHandle,
  viewer: Viewer,
  plans: readonly PlanId[],
): Promise<readonly (PlanEntry & { readonly plan: PlanId; readonly level: number | null })[]> {
  const rows = await client(store).planEntry.findMany({
    where: {
      planId: { in: [...plans] },
      plan: { committeeId: viewer.committee },
      leftOn: null,
      personId: { notIn: [...viewer.hiddenNominees] },
    },
    include: { position: { select: { level: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ planId, positionId, personId, position, ...row }) => ({
    id: row.id as PlanEntryId,
    plan: planId as PlanId,
    position: positionId as PositionId,
    person: personId as PersonId,
    readiness: row.readiness,
    enteredOn: row.enteredOn,
    decisionIn: row.decisionIn,
    leftOn: row.leftOn,
    level: position.level,
  }));
}

/** Those who stand for the position already are left as they are. Returns how many were new. */
export async function insertEntries(
  tx: StoreHandle,
  plan: PlanId,
  entries: readonly Omit<PlanEntry, 'id' | 'leftOn'>[],
): Promise<number> {
  const { count } = await client(tx).planEntry.createMany({
    data: entries.map(({ position, person, ...entry }) => ({
      id: newId<PlanEntryId>(),
      planId: plan,
      positionId: position,
      personId: person,
      ...entry,
    })),
    skipDuplicates: true,
  });
  return count;
}

export async function updateEntry(
  tx: StoreHandle,
  id: PlanEntryId,
  change: Pick<PlanEntry, 'readiness' | 'enteredOn' | 'decisionIn'>,
): Promise<void> {
  await client(tx).planEntry.update({ where: { id }, data: change });
}

/** One statement for each reason, of which there are few. */
export async function leaveEntries(tx: StoreHandle, { change, on, decision, leave }: EntryChanges): Promise<void> {
  for (const reason of new Set(leave.map((one) => one.reason))) {
    const ids = leave.filter((one) => one.reason === reason).map(({ entry }) => entry);
    await client(tx).planEntry.updateMany({
      where: { id: { in: ids }, leftOn: null },
      data: { leftOn: on, decisionOut: decision, reasonOut: reason, changeOut: change },
    });
  }
}

export async function enterByChange(tx: StoreHandle, { change, enter }: EntryChanges): Promise<void> {
  await client(tx).planEntry.createMany({
    data: enter.map(({ plan, position, person, ...entry }) => ({
      ...{ id: newId<PlanEntryId>(), planId: plan, positionId: position, personId: person, changeIn: change },
      ...entry,
    })),
    skipDuplicates: true,
  });
}

/** First out, then in again: somebody who was moved away and back stands for a position once. */
export async function undoChange(tx: StoreHandle, change: PlanChangeId): Promise<void> {
  await client(tx).planEntry.deleteMany({ where: { changeIn: change } });
  await client(tx).planEntry.updateMany({
    where: { changeOut: change },
    data: { leftOn: null, decisionOut: null, reasonOut: null, changeOut: null },
  });
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

export const plansHoldPeople: HoldsPeople = {
  moves: [{ table: 'plan_entry', column: 'personId', shownAs: 'entries', committee: ofParent('plan', 'planId') }],
  clashes: [
    {
      kind: 'entries',
      table: 'plan_entry',
      column: 'personId',
      same: ['positionId'],
      only: 't."leftOn" IS NULL',
      committee: ofParent('plan', 'planId'),
    },
  ],
  stays: {},
  told: {
    case: ['plan_entry.personId'],
  },
};
