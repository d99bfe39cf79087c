/** Which committees above were handed a person's name by this one, and since when. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';

export interface HandedUp {
  readonly committee: CommitteeId;
  readonly name: string;
  readonly from: Date;
  /** Another list took its place. */
  readonly to: Date | null;
}

/** By submissions of the viewer's own committee. None for a case that is closed to the viewer. */
export async function handedUp(store: StoreHandle, viewer: Viewer, nominee: PersonId): Promise<readonly HandedUp[]> {
  if (viewer.hiddenNominees.includes(nominee)) return [];
  return client(store).$queryRaw<readonly HandedUp[]>`
    SELECT c."id" AS "committee", c."name", h."recordedAt" AS "from", h."replacedAt" AS "to"
    FROM "hand_in" h
    JOIN "submission" s ON s."id" = h."submissionId" AND s."committeeId" = ${viewer.committee}::uuid
    JOIN "collection" r ON r."id" = h."collectionId"
    JOIN "committee" c ON c."id" = r."committeeId"
    WHERE EXISTS (
      SELECT 1 FROM "hand_in_entry" e WHERE e."handInId" = h."id"
        AND (e."personId" = ${nominee}::uuid OR ${nominee}::uuid = ANY (e."namesakeIds")))
    ORDER BY h."recordedAt", c."name"`;
}
