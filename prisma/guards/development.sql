-- A list that is pasted again changes nothing.
CREATE UNIQUE INDEX "development_measure_once"
  ON "development_measure" ("committeeId", "personId", "kind", "what", COALESCE("dueOn", ''));
ALTER TABLE "development_measure" ADD CONSTRAINT "development_measure_state_is_known"
  CHECK ("state" IN ('planned', 'done', 'not-done', 'given-up'));
ALTER TABLE "development_measure" ADD CONSTRAINT "development_measure_outcome_is_dated"
  CHECK (("state" = 'planned') = ("settledAt" IS NULL));
ALTER TABLE "development_measure" ADD CONSTRAINT "development_measure_not_done_for_a_reason"
  CHECK ("state" NOT IN ('not-done', 'given-up') OR "word" IS NOT NULL);
ALTER TABLE "development_measure" ADD CONSTRAINT "development_measure_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "development_measure" ADD CONSTRAINT "development_measure_movement_exists"
  FOREIGN KEY ("movementId") REFERENCES "movement" ("id");
CREATE UNIQUE INDEX "experience_once"
  ON "experience" ("personId", "kindId", COALESCE("fromMonth", ''), COALESCE("place", '')) WHERE "takenBackAt" IS NULL;
ALTER TABLE "experience" ADD CONSTRAINT "experience_person_exists" FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "experience" ADD CONSTRAINT "experience_movement_exists"
  FOREIGN KEY ("movementId") REFERENCES "movement" ("id");
ALTER TABLE "experience_kind" ADD CONSTRAINT "experience_kind_workspace_exists"
  FOREIGN KEY ("workspaceId") REFERENCES "workspace" ("id");
ALTER TABLE "development_intake" ADD CONSTRAINT "development_intake_plan_exists"
  FOREIGN KEY ("planId") REFERENCES "plan" ("id");
