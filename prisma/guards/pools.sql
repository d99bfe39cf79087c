-- One pool being worked on and one in force a plan, whoever computes or confirms at the same moment.
CREATE UNIQUE INDEX "pool_one_open" ON "pool" ("planId") WHERE "state" = 'open';
CREATE UNIQUE INDEX "pool_one_confirmed" ON "pool" ("planId") WHERE "state" = 'confirmed';
ALTER TABLE "pool" ADD CONSTRAINT "pool_confirmed_says_when"
  CHECK ("state" = 'open' OR ("confirmedAt" IS NOT NULL AND "body" IS NOT NULL AND "discussedOn" IS NOT NULL));
ALTER TABLE "pool_opinion" ADD CONSTRAINT "pool_ruling_has_a_reason" CHECK ("ruling" IS NULL OR "reason" IS NOT NULL);
-- Computed while two rows of the register became one: what was found is of the one that stayed.
CREATE TRIGGER "pool_finding_of_the_kept" BEFORE INSERT ON "pool_finding" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "pool_opinion_of_the_kept" BEFORE INSERT ON "pool_opinion" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
