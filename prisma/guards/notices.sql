ALTER TABLE "result_notice" ADD CONSTRAINT "result_notice_submission_exists"
  FOREIGN KEY ("submissionId") REFERENCES "submission" ("id");
ALTER TABLE "result_notice" ADD CONSTRAINT "result_notice_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "result_notice" ADD CONSTRAINT "result_notice_is_somebodys"
  CHECK (("seatId" IS NULL) = ("personId" IS NULL));
ALTER TABLE "result_notice" ADD CONSTRAINT "result_notice_via_is_known"
  CHECK ("via" IN ('chat', 'paper', 'phone', 'letter', 'in-room'));
-- The members are told once, whoever presses.
CREATE UNIQUE INDEX "result_notice_members_once" ON "result_notice" ("submissionId") WHERE "seatId" IS NULL;
