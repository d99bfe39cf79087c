ALTER TABLE "plan" ADD CONSTRAINT "plan_term_has_an_order" CHECK ("termFrom" < "termTo");
ALTER TABLE "position" ADD CONSTRAINT "position_has_seats" CHECK ("seats" >= 1);
-- Somebody stands in a plan once for a position at a time: importing a list again changes nothing.
CREATE UNIQUE INDEX "plan_entry_once" ON "plan_entry" ("positionId", "personId") WHERE "leftOn" IS NULL;
