/** Which committees set the tone for somebody: a handful of rows, however many committees there are. */
import type { StoreHandle } from '../kernel/act.ts';
import type { PersonId, WorkspaceId } from '../kernel/ids.ts';
import type { Tone } from '../kernel/speech.ts';
import { client } from './client.ts';

export async function findTones(
  store: StoreHandle,
  who: { readonly workspace: WorkspaceId; readonly person: PersonId | null; readonly channel: string | null },
  now: Date,
): Promise<readonly Tone[]> {
  return client(store).$queryRaw<Tone[]>`
    SELECT DISTINCT c."profile",
      c."channelId" IS NOT NULL AND c."channelId" = ${who.channel} AS "isHere",
      EXISTS (
        SELECT 1 FROM "membership" m
        WHERE m."committeeId" = c."id" AND m."personId" = ${who.person}::uuid
          AND m."validFrom" <= ${now} AND (m."validTo" IS NULL OR m."validTo" > ${now})
      ) AS "isOwn"
    FROM "committee" c
    WHERE c."workspaceId" = ${who.workspace}::uuid AND c."closedAt" IS NULL`;
}
