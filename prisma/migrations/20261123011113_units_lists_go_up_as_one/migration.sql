-- AlterTable
ALTER TABLE "collection_unit" ADD COLUMN     "withoutAt" TIMESTAMPTZ(3),
ADD COLUMN     "withoutBy" UUID,
ADD COLUMN     "withoutWord" TEXT;

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "collectionId" UUID,
ADD COLUMN     "outdatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "passedInId" UUID,
ALTER COLUMN "planId" DROP NOT NULL,
ALTER COLUMN "listId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "submission_seat" ADD COLUMN     "namesakeIds" UUID[] DEFAULT ARRAY[]::UUID[],
ALTER COLUMN "nominationId" DROP NOT NULL,
ALTER COLUMN "personId" DROP NOT NULL,
ALTER COLUMN "positionId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "hand_in_entry" (
    "id" UUID NOT NULL,
    "handInId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "personId" UUID,
    "namesakeIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "fullName" TEXT NOT NULL,
    "birthMonth" TEXT,
    "sex" TEXT,
    "post" TEXT,
    "position" TEXT,
    "seatId" UUID,
    "settledAs" TEXT,
    "settledWord" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "settledBy" UUID,

    CONSTRAINT "hand_in_entry_pkey" PRIMARY KEY ("id")
);

-- The lists that units have handed in so far, line by line.
INSERT INTO "hand_in_entry" ("id", "handInId", "place", "fullName", "birthMonth", "sex", "post", "position")
SELECT gen_random_uuid(), h."id", (one."at" - 1)::int, one."line"->>'fullName', one."line"->>'birthMonth',
  one."line"->>'sex', one."line"->>'post', one."line"->>'position'
FROM "hand_in" h, jsonb_array_elements(h."people") WITH ORDINALITY AS one ("line", "at")
WHERE jsonb_typeof(h."people") = 'array';
-- AlterTable
ALTER TABLE "hand_in" DROP COLUMN "people";

-- CreateTable
CREATE TABLE "submission_origin" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "unitName" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "originSeatId" UUID,
    "number" TEXT,
    "dated" TEXT,
    "toldAt" TIMESTAMPTZ(3),
    "toldBy" UUID,
    "toldIn" TEXT,

    CONSTRAINT "submission_origin_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hand_in_entry_handInId_idx" ON "hand_in_entry"("handInId");

-- CreateIndex
CREATE INDEX "submission_origin_seatId_idx" ON "submission_origin"("seatId");

-- CreateIndex
CREATE INDEX "submission_origin_originSeatId_idx" ON "submission_origin"("originSeatId");

-- CreateIndex
CREATE UNIQUE INDEX "submission_origin_submissionId_entryId_key" ON "submission_origin"("submissionId", "entryId");

-- CreateIndex
CREATE INDEX "submission_passedInId_idx" ON "submission"("passedInId");

-- AddForeignKey
ALTER TABLE "hand_in_entry" ADD CONSTRAINT "hand_in_entry_handInId_fkey" FOREIGN KEY ("handInId") REFERENCES "hand_in"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_origin" ADD CONSTRAINT "submission_origin_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_origin" ADD CONSTRAINT "submission_origin_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "submission_seat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Guards
ALTER TABLE "collection_unit" ADD CONSTRAINT "collection_unit_without_is_whole"
  CHECK (num_nulls("withoutWord", "withoutAt") IN (0, 2));
ALTER TABLE "hand_in_entry" ADD CONSTRAINT "hand_in_entry_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "hand_in_entry" ADD CONSTRAINT "hand_in_entry_settled_as_is_known"
  CHECK ("settledAs" IN ('together', 'apart'));
ALTER TABLE "submission" ADD CONSTRAINT "submission_of_a_list_or_of_units"
  CHECK (num_nulls("planId", "listId") IN (0, 2) AND num_nulls("planId", "collectionId") = 1);
ALTER TABLE "submission" ADD CONSTRAINT "submission_collection_exists"
  FOREIGN KEY ("collectionId") REFERENCES "collection" ("id");
ALTER TABLE "submission" ADD CONSTRAINT "submission_passed_in_exists"
  FOREIGN KEY ("passedInId") REFERENCES "submission" ("id");
CREATE UNIQUE INDEX "submission_of_units_once" ON "submission" ("collectionId") WHERE "state" IN ('sent', 'settled');
ALTER TABLE "submission_seat" DROP CONSTRAINT IF EXISTS "submission_seat_via_is_known";
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_via_is_known"
  CHECK ("answeredVia" IN ('chat', 'link', 'paper', 'parcel'));
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_of_a_nomination_or_of_a_unit"
  CHECK (num_nulls("nominationId", "positionId") IN (0, 2) AND ("nominationId" IS NULL OR "personId" IS NOT NULL));
ALTER TABLE "submission_origin" ADD CONSTRAINT "submission_origin_entry_exists"
  FOREIGN KEY ("entryId") REFERENCES "hand_in_entry" ("id");
ALTER TABLE "submission_origin" ADD CONSTRAINT "submission_origin_seat_below_exists"
  FOREIGN KEY ("originSeatId") REFERENCES "submission_seat" ("id");
ALTER TABLE "submission_paper" DROP CONSTRAINT IF EXISTS "submission_paper_kind_is_known";
ALTER TABLE "submission_paper" ADD CONSTRAINT "submission_paper_kind_is_known"
  CHECK ("kind" IN ('list', 'review', 'vote', 'dossiers', 'unit', 'other'));
