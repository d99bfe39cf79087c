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
