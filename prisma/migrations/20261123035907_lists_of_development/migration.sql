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
