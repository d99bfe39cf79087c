/** Proposals to remove somebody from a plan. Those about a case closed to the viewer are not there. */
import { client } from '../../database/client.ts';
import { Prisma } from '../../database/generated/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
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
import type { DecisionPaper, RemovalReason } from '../plans/types.ts';
import type { Removal, RemovalEvidence, RemovalId, RemovalState } from './types.ts';

/** Of people who still stand in the plan, unless they are asked for by id; the oldest first. */
export async function listRemovals(
  store: StoreHandle,
  viewer: Viewer,
  which: {
    readonly id?: RemovalId;
    readonly plans?: readonly PlanId[];
    readonly people?: readonly PersonId[];
    readonly states?: readonly RemovalState[];
  },
): Promise<readonly Removal[]> {
  const rows = await client(store).removalProposal.findMany({
    where: {
      plan: { committeeId: viewer.committee },
      AND: [
        { personId: { notIn: [...viewer.hiddenNominees] } },
        which.people ? { personId: { in: [...which.people] } } : {},
      ],
      ...(which.id ? { id: which.id } : { entry: { leftOn: null } }),
      ...(which.plans && { planId: { in: [...which.plans] } }),
      ...(which.states && { state: { in: [...which.states] } }),
    },
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ body, decision, decidedOn, basis, ...row }) => ({
    id: row.id as RemovalId,
    plan: row.planId as PlanId,
    entry: row.entryId as PlanEntryId,
    person: row.personId as PersonId,
    position: row.positionId as PositionId,
    state: row.state as RemovalState,
    source: row.source === 'watch' ? 'watch' : 'person',
    reason: row.reason as RemovalReason,
    evidence: row.evidence as unknown as RemovalEvidence | null,
    note: row.note,
    since: row.since,
    endedAt: row.endedAt,
    endNote: row.endNote,
    paper: body !== null && decision !== null && decidedOn !== null ? { body, decision, decidedOn, basis } : null,
  }));
}

export type NewRemoval = Pick<
  Removal,
  'plan' | 'entry' | 'person' | 'position' | 'source' | 'reason' | 'evidence' | 'note' | 'since'
>;

/** In one statement; an entry with an open proposal is left as it is. Returns the ids of the new ones. */
export async function insertRemovals(tx: StoreHandle, proposals: readonly NewRemoval[]): Promise<readonly RemovalId[]> {
  const rows = await client(tx).removalProposal.createManyAndReturn({
    data: proposals.map(({ plan, entry, person, position, evidence, ...rest }) => ({
      ...{ id: newId(), planId: plan, entryId: entry, personId: person, positionId: position, state: 'open' },
      evidence: evidence === null ? Prisma.JsonNull : (evidence as unknown as Prisma.InputJsonValue),
      ...rest,
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  return rows.map(({ id }) => id as RemovalId);
}

export interface RemovalEnd {
  readonly state: RemovalState;
  readonly ended: { readonly at: Date; readonly by: PersonId | null } | null;
  readonly endNote?: string;
  readonly paper?: DecisionPaper;
}

/** How many were in the state that the caller saw. */
export async function changeRemovals(
  tx: StoreHandle,
  ids: readonly RemovalId[],
  from: RemovalState,
  to: RemovalEnd,
): Promise<number> {
  const none = { body: null, decision: null, decidedOn: null, basis: null };
  const { count } = await client(tx).removalProposal.updateMany({
    where: { id: { in: [...ids] }, state: from },
    data: {
      ...{ state: to.state, endedAt: to.ended?.at ?? null, endedBy: to.ended?.by ?? null },
      ...{ endNote: to.endNote ?? null, ...(to.paper ?? none) },
    },
  });
  return count;
}

/** The committees in whose plans somebody stands: for the clockwork. */
export async function committeesPlanning(
  store: StoreHandle,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<readonly CommitteeId[]> {
  const rows = await client(store).planEntry.findMany({
    where: { personId: person, leftOn: null, plan: { closedAt: null, committee: { workspaceId: workspace } } },
    select: { plan: { select: { committeeId: true } } },
  });
  return [...new Set(rows.map(({ plan }) => plan.committeeId as CommitteeId))];
}

export const removalsHoldPeople: HoldsPeople = {
  moves: [{ table: 'removal_proposal', column: 'personId' }],
  clashes: [],
  stays: { 'removal_proposal.endedBy': 'who did it then' },
  erases: [
    { table: 'removal_proposal', where: 't."personId" = ANY ($1::uuid[])', set: `"note" = NULL, "endNote" = NULL` },
  ],
  told: {
    recorded: ['removal_proposal.endedBy'],
    case: ['removal_proposal.personId'],
  },
};
