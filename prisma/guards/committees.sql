-- Somebody has one place in a committee at a time: of two who add the same person at once, one is first.
CREATE UNIQUE INDEX "membership_once" ON "membership" ("committeeId", "personId") WHERE "validTo" IS NULL;
