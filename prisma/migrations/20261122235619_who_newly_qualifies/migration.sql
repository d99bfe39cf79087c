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
