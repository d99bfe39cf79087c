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
