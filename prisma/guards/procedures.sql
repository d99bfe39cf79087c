ALTER TABLE "plan_procedure" ADD CONSTRAINT "plan_procedure_occasion_is_known"
  CHECK ("occasion" IN ('new-plan', 'yearly-review'));
ALTER TABLE "plan_procedure" ADD CONSTRAINT "plan_procedure_plan_exists"
  FOREIGN KEY ("planId") REFERENCES "plan" ("id");
-- One at a time: two secretaries who choose at the same moment meet this.
CREATE UNIQUE INDEX "plan_procedure_once" ON "plan_procedure" ("planId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "step_outcome_once" ON "step_outcome" ("procedureId", "step") WHERE "supersededAt" IS NULL;
ALTER TABLE "step_rule_change" ADD CONSTRAINT "step_rule_change_part_is_known"
  CHECK ("part" IN ('threshold', 'quorum'));
CREATE UNIQUE INDEX "step_rule_change_once" ON "step_rule_change" ("procedureId", "step", "part")
  WHERE "supersededAt" IS NULL;
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_procedure_exists"
  FOREIGN KEY ("procedureId") REFERENCES "plan_procedure" ("id");
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_step_is_whole"
  CHECK (("procedureId" IS NULL) = ("stepKey" IS NULL));
ALTER TABLE "step_return" ADD CONSTRAINT "step_return_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "step_return" ADD CONSTRAINT "step_return_position_exists"
  FOREIGN KEY ("positionId") REFERENCES "position" ("id");
