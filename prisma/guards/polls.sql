ALTER TABLE "date_poll" ADD CONSTRAINT "date_poll_state_is_known"
  CHECK ("state" IN ('prepared', 'open', 'closed', 'used', 'cancelled'));
ALTER TABLE "date_poll" ADD CONSTRAINT "date_poll_used_is_a_draft" CHECK (("state" = 'used') = ("conferenceId" IS NOT NULL));
ALTER TABLE "date_poll" ADD CONSTRAINT "date_poll_committee_exists"
  FOREIGN KEY ("committeeId") REFERENCES "committee" ("id");
ALTER TABLE "date_poll_answer" ADD CONSTRAINT "date_poll_answer_is_known" CHECK ("answer" IN ('yes', 'if-need-be', 'no'));
ALTER TABLE "date_poll_answer" ADD CONSTRAINT "date_poll_answer_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "date_poll_answer" ADD CONSTRAINT "date_poll_answer_option_exists"
  FOREIGN KEY ("optionId") REFERENCES "date_poll_option" ("id");
-- One answer a date stands: a second click at the same moment meets this.
CREATE UNIQUE INDEX "date_poll_answer_once" ON "date_poll_answer" ("optionId", "personId") WHERE "supersededAt" IS NULL;
