ALTER TABLE "deadline" ADD CONSTRAINT "deadline_state_is_known" CHECK ("state" IN ('running', 'passed', 'cancelled'));
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_ladder_is_known" CHECK ("ladder" IN ('date', 'conference'));
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_passed_is_dated" CHECK (("state" = 'passed') = ("passedAt" IS NOT NULL));
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_committee_exists" FOREIGN KEY ("committeeId") REFERENCES "committee" ("id");
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_state_is_known"
  CHECK ("state" IN ('planned', 'sent', 'folded', 'skipped', 'told', 'dropped'));
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_mode_is_known" CHECK ("mode" IN ('digest', 'single', 'clerk', 'chair'));
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_handled_is_dated" CHECK (("state" = 'planned') = ("handledAt" IS NULL));
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_person_exists" FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_committee_exists" FOREIGN KEY ("committeeId") REFERENCES "committee" ("id");
CREATE UNIQUE INDEX "schedule_one_open" ON "schedule" ("committeeId") WHERE "closedAt" IS NULL;
