/** Which movements hang together: each fills the post that the one before it empties. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { Viewer } from '../../access/types.ts';

/** Ids of the whole chain that this movement is part of, whatever is closed to whom: read them through the viewer next. */
export async function chainIds(store: StoreHandle, viewer: Viewer, id: string): Promise<readonly string[]> {
  const rows = await client(store).$queryRaw<readonly { id: string }[]>`
    WITH RECURSIVE "up" AS (
      SELECT m."id", m."afterId" FROM "movement" m
      WHERE m."id" = ${id}::uuid AND m."committeeId" = ${viewer.committee}::uuid
      UNION SELECT m."id", m."afterId" FROM "movement" m JOIN "up" u ON m."id" = u."afterId"
    ), "down" AS (
      SELECT u."id" FROM "up" u WHERE u."afterId" IS NULL
      UNION SELECT m."id" FROM "movement" m JOIN "down" d ON m."afterId" = d."id"
    )
    SELECT "id" FROM "down"`;
  return rows.map((row) => row.id);
}
