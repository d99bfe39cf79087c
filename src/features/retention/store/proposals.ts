/** Who was proposed, and what became of it. Takes no Viewer for lists of a workspace: see the operations. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { HoldsPeople } from '../../../kernel/held-people.ts';
import { type CommitteeId, newId, type PersonId, type WorkspaceId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Ground, Postponement, Proposal, ProposalId } from '../types.ts';

/** Open ones, and postponements that nobody ended and whose day has not passed; the oldest first. */
export async function listProposals(
  store: StoreHandle,
  workspace: WorkspaceId,
  which: { readonly today: PlainDate; readonly people?: readonly PersonId[] },
): Promise<readonly Proposal[]> {
  const rows = await client(store).retentionProposal.findMany({
    where: {
      workspaceId: workspace,
      ...(which.people ? { personId: { in: [...which.people] } } : {}),
      OR: [{ state: 'open' }, { state: 'postponed', liftedAt: null, until: { gte: which.today } }],
    },
    orderBy: [{ proposedAt: 'asc' }, { personId: 'asc' }],
  });
  return rows.map(({ id, personId, proposedAt, ground, until, reason }) => ({
    ...{ id: id as ProposalId, person: personId as PersonId, proposedAt },
    postponed: ground && until ? { ground: ground as Ground, until, reason } : null,
  }));
}

export async function insertProposals(
  tx: StoreHandle,
  workspace: WorkspaceId,
  found: readonly { readonly person: PersonId; readonly keptUntil: PlainDate }[],
  at: Date,
): Promise<void> {
  await client(tx).retentionProposal.createMany({
    data: found.map(({ person, keptUntil }) => ({
      ...{ id: newId<ProposalId>(), workspaceId: workspace, personId: person, keptUntil, proposedAt: at },
    })),
    skipDuplicates: true,
  });
}

export async function endProposals(tx: StoreHandle, ids: readonly ProposalId[], at: Date): Promise<void> {
  const where = { id: { in: [...ids] }, state: 'open' };
  await client(tx).retentionProposal.updateMany({ where, data: { state: 'gone', decidedAt: at } });
}

/** False: it was decided meanwhile. */
export async function decideProposal(
  tx: StoreHandle,
  id: ProposalId,
  decision: {
    readonly state: 'erased' | 'postponed';
    readonly at: Date;
    readonly by: PersonId;
    readonly committee: CommitteeId;
    readonly postponed?: Postponement;
  },
): Promise<boolean> {
  const { state, at, by, committee, postponed } = decision;
  const { count } = await client(tx).retentionProposal.updateMany({
    where: { id, state: 'open' },
    data: { state, decidedAt: at, decidedBy: by, committeeId: committee, ...postponed },
  });
  return count === 1;
}

/** False: it was ended before. */
export async function liftPostponement(
  tx: StoreHandle,
  id: ProposalId,
  lifted: { readonly at: Date; readonly by: PersonId },
): Promise<boolean> {
  const { count } = await client(tx).retentionProposal.updateMany({
    where: { id, state: 'postponed', liftedAt: null },
    data: { liftedAt: lifted.at, liftedBy: lifted.by },
  });
  return count === 1;
}

/** Until the transaction ends no other night looks over this workspace. */
export async function holdWatch(tx: StoreHandle, workspace: WorkspaceId): Promise<void> {
  await client(tx).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`retention:${workspace}`}, 0))`;
}

export const retentionHoldsPeople: HoldsPeople = {
  moves: [{ table: 'retention_proposal', column: 'personId', once: { same: ['workspaceId'], until: 'decidedAt' } }],
  clashes: [],
  stays: {
    'retention_period.setBy': 'who did it then',
    'retention_proposal.decidedBy': 'who did it then',
    'retention_proposal.liftedBy': 'who did it then',
  },
  erases: [{ table: 'retention_proposal', where: 't."personId" = ANY ($1::uuid[])', set: '"reason" = NULL' }],
  told: {
    case: ['retention_proposal.personId'],
    recorded: ['retention_period.setBy', 'retention_proposal.decidedBy', 'retention_proposal.liftedBy'],
  },
};
