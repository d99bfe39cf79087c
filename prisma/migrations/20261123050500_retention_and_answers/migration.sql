-- AlterTable
ALTER TABLE "import_preview" ADD COLUMN     "listKind" TEXT NOT NULL DEFAULT 'people',
ADD COLUMN     "meant" JSONB;

-- CreateTable
CREATE TABLE "development_intake" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "takenInBy" UUID,
    "takenInAt" TIMESTAMPTZ(3) NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "development_intake_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "development_intake_takenInAt_idx" ON "development_intake"("takenInAt");

ALTER TABLE "development_intake" ADD CONSTRAINT "development_intake_plan_exists"
  FOREIGN KEY ("planId") REFERENCES "plan" ("id");

-- CreateTable
CREATE TABLE "retention_period" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "months" INTEGER,
    "reason" TEXT NOT NULL,
    "setBy" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retention_proposal" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "keptUntil" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" UUID,
    "committeeId" UUID,
    "ground" TEXT,
    "until" TEXT,
    "reason" TEXT,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedBy" UUID,

    CONSTRAINT "retention_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "retention_period_workspaceId_idx" ON "retention_period"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "retention_period_subjectId_version_key" ON "retention_period"("subjectId", "version");

-- CreateIndex
CREATE INDEX "retention_proposal_workspaceId_state_idx" ON "retention_proposal"("workspaceId", "state");

-- CreateIndex
CREATE INDEX "retention_proposal_personId_idx" ON "retention_proposal"("personId");
ALTER TABLE "retention_period" ADD CONSTRAINT "retention_period_subject_is_known" CHECK ("subjectKind" IN ('workspace', 'committee'));
ALTER TABLE "retention_period" ADD CONSTRAINT "retention_period_counts_from_one" CHECK ("version" > 0 AND ("months" IS NULL OR "months" >= 0));
ALTER TABLE "retention_period" ADD CONSTRAINT "retention_period_workspace_exists"
  FOREIGN KEY ("workspaceId") REFERENCES "workspace" ("id");
ALTER TABLE "retention_proposal" ADD CONSTRAINT "retention_proposal_state_is_known"
  CHECK ("state" IN ('open', 'postponed', 'erased', 'gone'));
ALTER TABLE "retention_proposal" ADD CONSTRAINT "retention_proposal_decision_is_named"
  CHECK (("state" = 'open') = ("decidedAt" IS NULL) AND ("state" IN ('postponed', 'erased')) = ("decidedBy" IS NOT NULL));
ALTER TABLE "retention_proposal" ADD CONSTRAINT "retention_proposal_postponed_until_a_day"
  CHECK (("state" = 'postponed') = ("until" IS NOT NULL AND "ground" IS NOT NULL));
ALTER TABLE "retention_proposal" ADD CONSTRAINT "retention_proposal_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
CREATE UNIQUE INDEX "retention_proposal_one_open" ON "retention_proposal" ("personId") WHERE "state" = 'open';

-- AlterTable
ALTER TABLE "conference" ADD COLUMN     "classification" TEXT NOT NULL DEFAULT 'unclassified';

ALTER TABLE "classification" DROP CONSTRAINT IF EXISTS "classification_subject_is_known";
ALTER TABLE "classification" ADD CONSTRAINT "classification_subject_is_known" CHECK ("subjectKind" IN ('workspace', 'plan', 'conference'));
ALTER TABLE "conference" ADD CONSTRAINT "conference_classification_is_known"
  CHECK ("classification" IN ('unclassified', 'internal', 'confidential', 'secret', 'top-secret'));

-- CreateTable
CREATE TABLE "answer_link" (
    "hash" TEXT NOT NULL,
    "committeeId" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "validUntil" TIMESTAMPTZ(3) NOT NULL,
    "spentAt" TIMESTAMPTZ(3),

    CONSTRAINT "answer_link_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "answer_link_subjectKind_subjectId_idx" ON "answer_link"("subjectKind", "subjectId");

-- Addresses that authorities have in hand stay good.
INSERT INTO "answer_link" ("hash", "committeeId", "subjectKind", "subjectId", "createdAt", "validUntil", "spentAt")
SELECT link."hash", submission."committeeId", 'submission', submission."id", link."createdAt", link."validUntil", link."spentAt"
FROM "submission_link" link JOIN "submission" ON submission."id" = link."submissionId";

-- DropTable
DROP TABLE "submission_link";

-- AlterTable
ALTER TABLE "external_nomination" ADD COLUMN     "goesOnAbout" TEXT,
ADD COLUMN     "goesOnAt" TIMESTAMPTZ(3),
ADD COLUMN     "goesOnBy" UUID,
ADD COLUMN     "goesOnWord" TEXT;

