-- who newly qualifies
-- CreateTable
CREATE TABLE "last_answer" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "positionIds" UUID[],
    "outcome" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "last_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "newcomer" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "positionIds" UUID[],
    "since" TIMESTAMPTZ(3) NOT NULL,
    "changed" JSONB NOT NULL,
    "ended" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" UUID,

    CONSTRAINT "newcomer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "last_answer_planId_idx" ON "last_answer"("planId");

-- CreateIndex
CREATE INDEX "newcomer_planId_idx" ON "newcomer"("planId");

-- AddForeignKey
ALTER TABLE "last_answer" ADD CONSTRAINT "last_answer_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newcomer" ADD CONSTRAINT "newcomer_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "newcomer" ADD CONSTRAINT "newcomer_ends_at_a_time" CHECK (("ended" IS NULL) = ("endedAt" IS NULL));
ALTER TABLE "newcomer" ADD CONSTRAINT "newcomer_noted_by_somebody" CHECK ("ended" IS DISTINCT FROM 'noted' OR "endedBy" IS NOT NULL);
-- Computed while two rows of the register became one: what was found is of the one that stayed.
CREATE TRIGGER "last_answer_of_the_kept" BEFORE INSERT ON "last_answer" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "newcomer_of_the_kept" BEFORE INSERT ON "newcomer" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');

-- card words
-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "isReplaced" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shownWords" TEXT;

-- Which card was clicked, by where it stands.
CREATE INDEX "delivery_address" ON "delivery" ("workspaceId", "address") WHERE "state" = 'sent';

-- names sent back
-- AlterTable
ALTER TABLE "submission_seat" ADD COLUMN     "sentBackAt" TIMESTAMPTZ(3),
ADD COLUMN     "sentBackStep" INTEGER;

-- CreateTable
CREATE TABLE "step_return" (
    "id" UUID NOT NULL,
    "procedureId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "positionId" UUID NOT NULL,
    "submission" INTEGER NOT NULL,
    "returnedAt" TIMESTAMPTZ(3) NOT NULL,
    "returnedBy" UUID,

    CONSTRAINT "step_return_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "step_return_procedureId_idx" ON "step_return"("procedureId");

-- AddForeignKey
ALTER TABLE "step_return" ADD CONSTRAINT "step_return_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "plan_procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Guards
ALTER TABLE "step_return" ADD CONSTRAINT "step_return_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "step_return" ADD CONSTRAINT "step_return_position_exists"
  FOREIGN KEY ("positionId") REFERENCES "position" ("id");
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_sent_back_was_returned"
  CHECK ("sentBackAt" IS NULL OR "answer" = 'returned');
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_sent_back_is_dated"
  CHECK ("sentBackStep" IS NULL OR "sentBackAt" IS NOT NULL);

-- classification
-- CreateTable
CREATE TABLE "classification" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decision" TEXT,
    "setBy" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "classification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "classification_subjectKind_subjectId_version_key" ON "classification"("subjectKind", "subjectId", "version");
ALTER TABLE "classification" ADD CONSTRAINT "classification_subject_is_known" CHECK ("subjectKind" IN ('workspace', 'plan'));
ALTER TABLE "classification" ADD CONSTRAINT "classification_level_is_known"
  CHECK ("level" IN ('unclassified', 'internal', 'confidential', 'secret', 'top-secret'));
ALTER TABLE "classification" ADD CONSTRAINT "classification_version_counts_from_one" CHECK ("version" > 0);
ALTER TABLE "classification" ADD CONSTRAINT "classification_workspace_exists"
  FOREIGN KEY ("workspaceId") REFERENCES "workspace" ("id");

-- guidance on plans
-- CreateTable
CREATE TABLE "plan_guidance_change" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "guidanceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" UUID,

    CONSTRAINT "plan_guidance_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "plan_guidance_change_planId_idx" ON "plan_guidance_change"("planId");

-- AddForeignKey
ALTER TABLE "plan_guidance_change" ADD CONSTRAINT "plan_guidance_change_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_guidance_change" ADD CONSTRAINT "plan_guidance_change_guidanceId_fkey" FOREIGN KEY ("guidanceId") REFERENCES "guidance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- poll corrections
-- CreateTable
CREATE TABLE "date_poll_correction" (
    "id" UUID NOT NULL,
    "pollId" UUID NOT NULL,
    "titleBefore" TEXT NOT NULL,
    "placeBefore" TEXT NOT NULL,
    "batchId" UUID NOT NULL,
    "correctedBy" UUID,
    "correctedAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "date_poll_correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "date_poll_correction_pollId_batchId_key" ON "date_poll_correction"("pollId", "batchId");

-- AddForeignKey
ALTER TABLE "date_poll_correction" ADD CONSTRAINT "date_poll_correction_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "date_poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- who votes for whom
-- AlterTable
ALTER TABLE "ballot_elector" DROP COLUMN "proxyId";

-- AlterTable
ALTER TABLE "ballot_paper" ADD COLUMN     "handedInBy" UUID;

-- CreateTable
CREATE TABLE "ballot_proxy" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "holderId" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endedHow" TEXT,

    CONSTRAINT "ballot_proxy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ballot_proxy_roundId_idx" ON "ballot_proxy"("roundId");

-- AddForeignKey
ALTER TABLE "ballot_proxy" ADD CONSTRAINT "ballot_proxy_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ballot_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- One proxy of a person at a time: given twice at the same moment meets this.
CREATE UNIQUE INDEX "ballot_proxy_once" ON "ballot_proxy" ("roundId", "personId") WHERE "endedAt" IS NULL;
ALTER TABLE "ballot_proxy" ADD CONSTRAINT "ballot_proxy_end_is_known"
  CHECK (("endedAt" IS NULL) = ("endedHow" IS NULL) AND "endedHow" IN ('taken-back', 'replaced', 'own-paper'));
-- Nobody sends a sealed paper for somebody else, whatever the program does.
CREATE FUNCTION ballot_refuse_proxy_on_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "ballot_round" r WHERE r."id" = NEW."roundId" AND r."mode" <> 'open' AND r."place" = 'chat') THEN
    RAISE EXCEPTION 'papers of this vote are sealed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ballot_proxy_is_not_sealed" BEFORE INSERT ON "ballot_proxy"
  FOR EACH ROW EXECUTE FUNCTION ballot_refuse_proxy_on_sealed();

-- telling the result
-- CreateTable
CREATE TABLE "result_notice" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "seatId" UUID,
    "personId" UUID,
    "via" TEXT NOT NULL,
    "toldOn" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "batchId" UUID,
    "heldUntil" TIMESTAMPTZ(3),

    CONSTRAINT "result_notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "result_notice_seatId_key" ON "result_notice"("seatId");

-- CreateIndex
CREATE INDEX "result_notice_submissionId_idx" ON "result_notice"("submissionId");

-- Guards
ALTER TABLE "result_notice" ADD CONSTRAINT "result_notice_submission_exists"
  FOREIGN KEY ("submissionId") REFERENCES "submission" ("id");
ALTER TABLE "result_notice" ADD CONSTRAINT "result_notice_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "result_notice" ADD CONSTRAINT "result_notice_is_somebodys"
  CHECK (("seatId" IS NULL) = ("personId" IS NULL));
ALTER TABLE "result_notice" ADD CONSTRAINT "result_notice_via_is_known"
  CHECK ("via" IN ('chat', 'paper', 'phone', 'letter', 'in-room'));
-- The members are told once, whoever presses.
CREATE UNIQUE INDEX "result_notice_members_once" ON "result_notice" ("submissionId") WHERE "seatId" IS NULL;

-- plan classification
-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "classification" TEXT NOT NULL DEFAULT 'unclassified';
ALTER TABLE "plan" ADD CONSTRAINT "plan_classification_is_known"
  CHECK ("classification" IN ('unclassified', 'internal', 'confidential', 'secret', 'top-secret'));

-- step link choice
-- AlterTable
ALTER TABLE "schedule_step" ADD COLUMN     "linkChoice" TEXT;

-- units lists go up as one
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

