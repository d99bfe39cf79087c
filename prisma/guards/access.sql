-- Declaring twice is once, also at the same moment.
CREATE UNIQUE INDEX "recusal_once" ON "recusal" ("committeeId", "personId", "nomineeId") WHERE "liftedAt" IS NULL;
ALTER TABLE "conflict_ruling" ADD CONSTRAINT "conflict_ruling_is_known" CHECK ("ruling" IN ('pinned', 'dismissed'));
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_lifting_is_whole" CHECK (num_nulls("liftedAt", "liftedBy") <> 1);
