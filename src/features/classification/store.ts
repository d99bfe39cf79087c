/** What was said about levels. Rows are only added; the one with the highest version holds. */
import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { newId, type PersonId, type WorkspaceId } from '../../kernel/ids.ts';
import { type Accepted, acceptedByDefault, type Bearer, type ClassificationId, type Level } from './types.ts';

/** Takes no Viewer: what a workspace accepts is everybody's to know in it. */
export async function findAccepted(store: StoreHandle, workspace: WorkspaceId): Promise<Accepted> {
  const row = await client(store).classification.findFirst({
    where: { workspaceId: workspace, subjectKind: 'workspace', subjectId: workspace },
    orderBy: { version: 'desc' },
  });
  if (!row) return { level: acceptedByDefault, version: 0, since: null, reason: null };
  return { level: row.level as Level, version: row.version, since: row.at, reason: row.reason };
}

/** False: somebody else has said something since `after`. */
export async function insertAccepted(
  tx: StoreHandle,
  workspace: WorkspaceId,
  said: {
    readonly level: Level;
    readonly reason: string;
    readonly after: number;
    readonly by: PersonId | null;
    readonly at: Date;
  },
): Promise<boolean> {
  const { level, reason, after, by, at } = said;
  const { count } = await client(tx).classification.createMany({
    data: [
      {
        id: newId<ClassificationId>(),
        workspaceId: workspace,
        subjectKind: 'workspace',
        subjectId: workspace,
        version: after + 1,
        ...{ level, reason, setBy: by, at },
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Until the transaction ends nobody else says what is accepted, nor how secret anything is. */
export async function holdLevels(tx: StoreHandle, workspace: WorkspaceId): Promise<void> {
  await client(tx).$executeRaw`SELECT 1 FROM "workspace" WHERE "id" = ${workspace}::uuid FOR NO KEY UPDATE`;
}

/** How many open plans of the workspace, and conferences that are not over, bear one of these levels. */
export async function countAbove(tx: StoreHandle, workspace: WorkspaceId, above: readonly Level[]): Promise<number> {
  const [row] = await client(tx).$queryRaw<readonly { count: bigint }[]>`
    SELECT count(*) AS "count" FROM (
      SELECT "committeeId" FROM "plan" WHERE "closedAt" IS NULL AND "classification" = ANY(${[...above]})
      UNION ALL
      SELECT "committeeId" FROM "conference"
      WHERE "state" IN ('draft', 'scheduled', 'opened') AND "classification" = ANY(${[...above]})
    ) AS b JOIN "committee" c ON c."id" = b."committeeId" WHERE c."workspaceId" = ${workspace}::uuid`;
  return Number(row?.count ?? 0);
}

/** Levels are held by the caller, so that versions count up one by one. */
export async function insertLevel(
  tx: StoreHandle,
  workspace: WorkspaceId,
  bearer: Bearer,
  said: {
    readonly level: Level;
    readonly reason: string;
    readonly decision: string | null;
    readonly by: PersonId | null;
    readonly at: Date;
  },
): Promise<void> {
  const { level, reason, decision, by, at } = said;
  const subject = { subjectKind: bearer.kind, subjectId: bearer.id };
  const version = 1 + (await client(tx).classification.count({ where: subject }));
  await client(tx).classification.create({
    data: {
      id: newId<ClassificationId>(),
      workspaceId: workspace,
      ...subject,
      ...{ version, level, reason, decision, setBy: by, at },
    },
  });
}

export const classificationHoldsPeople: HoldsPeople = {
  moves: [],
  clashes: [],
  stays: { 'classification.setBy': 'who did it then' },
  told: {
    recorded: ['classification.setBy'],
  },
};
