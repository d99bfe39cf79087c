/** What the others said, without their words: to count what is new; and when somebody last looked. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { PersonId, ReviewRoundId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { ListEntryId } from '../types/nouns.ts';

export interface SaidLately {
  readonly round: ReviewRoundId;
  readonly entry: ListEntryId;
  readonly nominee: PersonId;
  readonly author: PersonId;
  readonly chairOnly: boolean;
}

/** Comments with words in the answers that stand, by others, since the viewer last looked at each round: said
 * since, or open to them only since (by their own answer, by the close). One statement. Who may read them is not asked here. */
export async function saidSinceLook(
  store: StoreHandle,
  viewer: Viewer,
  rounds: readonly ReviewRoundId[],
): Promise<readonly SaidLately[]> {
  if (rounds.length === 0 || viewer.person === null) return [];
  return client(store).$queryRaw<readonly SaidLately[]>`
    SELECT a."roundId" AS "round", l."entryId" AS "entry", e."personId" AS "nominee", a."personId" AS "author", l."chairOnly"
    FROM "review_answer" a
    JOIN "review_answer_line" l ON l."answerId" = a."id"
    JOIN "nominee_list_entry" e ON e."id" = l."entryId"
    JOIN "review_round" r ON r."id" = a."roundId"
    LEFT JOIN "review_look" k ON k."roundId" = a."roundId" AND k."personId" = ${viewer.person}::uuid
    WHERE a."roundId" = ANY(${[...rounds]}::uuid[]) AND a."supersededAt" IS NULL
      AND a."personId" <> ${viewer.person}::uuid
      AND NOT e."personId" = ANY(${[...viewer.hiddenNominees]}::uuid[])
      AND num_nonnulls(l."text", l."quality", l."capacity", l."prestige", l."prospects") > 0
      AND (k."lookedAt" IS NULL OR l."saidAt" > k."lookedAt"
        OR (r."othersComments" = 'after-close' AND r."closedAt" > k."lookedAt")
        OR (r."othersComments" = 'after-mine' AND EXISTS (
          SELECT 1 FROM "review_answer" m JOIN "review_answer_line" own ON own."answerId" = m."id"
          WHERE m."roundId" = a."roundId" AND m."personId" = ${viewer.person}::uuid AND m."supersededAt" IS NULL
            AND own."entryId" = l."entryId" AND own."saidAt" > k."lookedAt")))`;
}

/** Null: never. */
export async function lastLook(store: StoreHandle, round: ReviewRoundId, person: PersonId): Promise<Date | null> {
  const row = await client(store).reviewLook.findUnique({
    where: { roundId_personId: { roundId: round, personId: person } },
    select: { lookedAt: true },
  });
  return row?.lookedAt ?? null;
}

/** Of two windows the later look stays. */
export async function putLook(store: StoreHandle, round: ReviewRoundId, person: PersonId, at: Date): Promise<void> {
  await client(store).$executeRaw`
    INSERT INTO "review_look" ("roundId", "personId", "lookedAt")
    VALUES (${round}::uuid, ${person}::uuid, ${at})
    ON CONFLICT ("roundId", "personId") DO UPDATE SET "lookedAt" = GREATEST("review_look"."lookedAt", EXCLUDED."lookedAt")`;
}
