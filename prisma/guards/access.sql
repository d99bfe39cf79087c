-- Declaring twice is once, also at the same moment.
CREATE UNIQUE INDEX "recusal_once" ON "recusal" ("committeeId", "personId", "nomineeId") WHERE "liftedAt" IS NULL;
