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
