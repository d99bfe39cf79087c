/** What was said about how long things are kept. Rows are only added. Takes no Viewer: it is everybody's to know. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { KeptKind } from '../../../kernel/held-people.ts';
import { type CommitteeId, newId, type PersonId, type WorkspaceId } from '../../../kernel/ids.ts';
import { nothingSaid, type PeriodId, type Said } from '../types.ts';

export interface AllSaid {
  readonly workspace: Said;
  readonly committees: ReadonlyMap<CommitteeId, Said>;
}

export async function readPeriods(store: StoreHandle, workspace: WorkspaceId): Promise<AllSaid> {
  const rows = await client(store).retentionPeriod.findMany({
    where: { workspaceId: workspace },
    orderBy: [{ subjectId: 'asc' }, { version: 'asc' }],
  });
  const bySubject = new Map<string, Said>();
  for (const { subjectId, version, kind, months, reason, at } of rows) {
    const before = bySubject.get(subjectId) ?? nothingSaid;
    const periods = new Map(before.periods).set(kind as KeptKind, { kind: kind as KeptKind, months, reason, at });
    bySubject.set(subjectId, { version, periods });
  }
  return {
    workspace: bySubject.get(workspace) ?? nothingSaid,
    committees: bySubject as ReadonlyMap<string, Said> as ReadonlyMap<CommitteeId, Said>,
  };
}

/** False: somebody else has said something since `after`. */
export async function insertPeriod(
  tx: StoreHandle,
  workspace: WorkspaceId,
  said: {
    readonly committee: CommitteeId | null;
    readonly kind: KeptKind;
    readonly months: number | null;
    readonly reason: string;
    readonly after: number;
    readonly by: PersonId | null;
    readonly at: Date;
  },
): Promise<boolean> {
  const { committee, kind, months, reason, after, by, at } = said;
  const { count } = await client(tx).retentionPeriod.createMany({
    data: [
      {
        ...{ id: newId<PeriodId>(), workspaceId: workspace, version: after + 1, kind, months, reason, setBy: by, at },
        ...{ subjectKind: committee ? 'committee' : 'workspace', subjectId: committee ?? workspace },
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Until the transaction ends nobody else says how long anything is kept here. */
export async function holdPeriods(tx: StoreHandle, workspace: WorkspaceId): Promise<void> {
  await client(tx).$executeRaw`SELECT 1 FROM "workspace" WHERE "id" = ${workspace}::uuid FOR NO KEY UPDATE`;
}
