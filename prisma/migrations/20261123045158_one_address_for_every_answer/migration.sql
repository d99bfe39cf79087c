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
