/** Papers of dossiers. Those of a case closed to the viewer are not there; rows that ended are kept, and not read here. */
import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { type CommitteeId, newId, type PersonId, type PlanId, type WorkspaceId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { Viewer } from '../access/types.ts';
import type { DossierPaperKind } from '../eligibility/types.ts';
import type { DossierPaper, DossierPaperId, PaperDetails } from './types.ts';

export async function listPapers(
  store: StoreHandle,
  viewer: Viewer,
  which: { readonly plans: readonly PlanId[]; readonly expiresBy?: PlainDate },
): Promise<readonly DossierPaper[]> {
  const rows = await client(store).dossierPaper.findMany({
    where: {
      committeeId: viewer.committee,
      planId: { in: [...which.plans] },
      endedAt: null,
      personId: { notIn: [...viewer.hiddenNominees] },
      ...(which.expiresBy ? { expiresOn: { lte: which.expiresBy } } : {}),
    },
    orderBy: [{ recordedAt: 'asc' }, { kind: 'asc' }, { personId: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id as DossierPaperId,
    plan: row.planId as PlanId,
    person: row.personId as PersonId,
    kind: row.kind as DossierPaperKind,
    number: row.number,
    keptAt: row.keptAt,
    remark: row.remark,
    issuedOn: row.issuedOn,
    expiresOn: row.expiresOn,
    isCounted: row.isCounted,
  }));
}

export interface Of {
  readonly plan: PlanId;
  readonly persons: readonly PersonId[];
  readonly kinds: readonly DossierPaperKind[];
}

/** How many counted until now: a correction or taking back. Call it with the plan held. */
export async function endPapers(tx: StoreHandle, viewer: Viewer, of: Of, now: Date): Promise<number> {
  const { count } = await client(tx).dossierPaper.updateMany({
    where: { planId: of.plan, personId: { in: [...of.persons] }, kind: { in: [...of.kinds] }, endedAt: null },
    data: { endedAt: now, endedBy: viewer.person },
  });
  return count;
}

export interface NewPaper extends PaperDetails {
  readonly person: PersonId;
  readonly kind: DossierPaperKind;
}

export async function insertPapers(
  tx: StoreHandle,
  viewer: Viewer,
  plan: PlanId,
  papers: readonly NewPaper[],
  now: Date,
): Promise<void> {
  await client(tx).dossierPaper.createMany({
    data: papers.map(({ person, ...paper }) => ({
      ...{ id: newId<DossierPaperId>(), committeeId: viewer.committee, planId: plan, personId: person },
      ...{ ...paper, recordedAt: now, recordedBy: viewer.person },
    })),
  });
}

export interface Expiring {
  readonly id: DossierPaperId;
  readonly committee: CommitteeId;
  readonly plan: PlanId;
  readonly person: PersonId;
  readonly expiresOn: PlainDate;
}

/** For the clockwork: papers of open plans of which nobody has been told that they stop counting by this day. */
export async function listUnwarned(
  store: StoreHandle,
  workspace: WorkspaceId,
  by: PlainDate,
): Promise<readonly Expiring[]> {
  const rows = await client(store).$queryRaw<readonly Expiring[]>`
    SELECT d."id", d."committeeId" AS "committee", d."planId" AS "plan", d."personId" AS "person", d."expiresOn"
    FROM "dossier_paper" d JOIN "plan" p ON p."id" = d."planId" JOIN "committee" c ON c."id" = d."committeeId"
    WHERE c."workspaceId" = ${workspace}::uuid AND p."closedAt" IS NULL
      AND d."endedAt" IS NULL AND d."warnedAt" IS NULL AND d."expiresOn" <= ${by}
    ORDER BY d."expiresOn", d."recordedAt", d."kind"`;
  return rows;
}

/** Of two that tell at once one finds rows that it may tell of. */
export async function markWarned(tx: StoreHandle, ids: readonly DossierPaperId[], now: Date): Promise<number> {
  const { count } = await client(tx).dossierPaper.updateMany({
    where: { id: { in: [...ids] }, warnedAt: null },
    data: { warnedAt: now },
  });
  return count;
}

export const dossiersHoldPeople: HoldsPeople = {
  moves: [{ table: 'dossier_paper', column: 'personId', once: { same: ['planId', 'kind'], until: 'endedAt' } }],
  clashes: [],
  keeps: [
    {
      ...{ kind: 'dossiers', table: 'dossier_paper', column: 'personId', committee: 't."committeeId"' },
      at: 't."recordedAt"',
    },
  ],
  stays: { 'dossier_paper.recordedBy': 'who did it then', 'dossier_paper.endedBy': 'who did it then' },
  erases: [
    {
      table: 'dossier_paper',
      where: 't."personId" = ANY ($1::uuid[])',
      set: `"number" = NULL, "keptAt" = NULL, "remark" = NULL`,
    },
  ],
  told: {
    case: ['dossier_paper.personId'],
    recorded: ['dossier_paper.recordedBy', 'dossier_paper.endedBy'],
  },
};
