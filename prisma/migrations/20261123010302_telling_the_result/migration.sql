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
