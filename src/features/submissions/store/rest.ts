/** Parcels of which whoever answers in the chat sees none of the names that wait. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { SubmissionId } from '../types.ts';

/** In one statement for all; whom a viewer may tell of it is decided where they are looked at. */
export async function unseenByAnswerer(
  store: StoreHandle,
  ids: readonly SubmissionId[],
): Promise<ReadonlySet<SubmissionId>> {
  if (ids.length === 0) return new Set();
  const rows = await client(store).$queryRaw<readonly { id: SubmissionId }[]>`
    SELECT s."id" FROM "submission" s
    WHERE s."id" = ANY (${[...ids]}::uuid[]) AND s."answererId" IS NOT NULL AND s."passedInId" IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM "submission_seat" t
        WHERE t."submissionId" = s."id" AND (t."answer" IS NULL OR (t."answer" = 'returned' AND t."sentBackAt" IS NULL))
          AND t."personId" IS DISTINCT FROM s."answererId"
          AND NOT EXISTS (
            SELECT 1 FROM "recusal" r
            WHERE r."committeeId" = s."committeeId" AND r."personId" = s."answererId" AND r."liftedAt" IS NULL
              AND (r."nomineeId" = t."personId" OR r."nomineeId" = ANY (t."namesakeIds"))))`;
  return new Set(rows.map(({ id }) => id));
}
