ALTER TABLE "submission" ADD CONSTRAINT "submission_state_is_known"
  CHECK ("state" IN ('draft', 'sent', 'settled', 'withdrawn'));
ALTER TABLE "submission" ADD CONSTRAINT "submission_sending_is_dated"
  CHECK ("state" NOT IN ('sent', 'settled') OR "sentAt" IS NOT NULL);
ALTER TABLE "submission" ADD CONSTRAINT "submission_decision_is_whole"
  CHECK (("decisionNumber" IS NULL) = ("decisionDated" IS NULL));
ALTER TABLE "submission" ADD CONSTRAINT "submission_settled_by_a_decision"
  CHECK ("state" <> 'settled' OR num_nulls("decisionNumber", "settledAt") = 0);
ALTER TABLE "submission" ADD CONSTRAINT "submission_list_exists"
  FOREIGN KEY ("listId") REFERENCES "nominee_list" ("id");
ALTER TABLE "submission" ADD CONSTRAINT "submission_plan_exists" FOREIGN KEY ("planId") REFERENCES "plan" ("id");
ALTER TABLE "submission" ADD CONSTRAINT "submission_answerer_exists"
  FOREIGN KEY ("answererId") REFERENCES "person" ("id");
-- A plan lies before the authority once: of two parcels sent at the same moment one is first.
CREATE UNIQUE INDEX "submission_one_sent" ON "submission" ("planId") WHERE "state" = 'sent';
-- A list of one's own, or what units handed in; the units' lists go up once.
ALTER TABLE "submission" ADD CONSTRAINT "submission_of_a_list_or_of_units"
  CHECK (num_nulls("planId", "listId") IN (0, 2) AND num_nulls("planId", "collectionId") = 1);
ALTER TABLE "submission" ADD CONSTRAINT "submission_collection_exists"
  FOREIGN KEY ("collectionId") REFERENCES "collection" ("id");
ALTER TABLE "submission" ADD CONSTRAINT "submission_passed_in_exists"
  FOREIGN KEY ("passedInId") REFERENCES "submission" ("id");
CREATE UNIQUE INDEX "submission_of_units_once" ON "submission" ("collectionId") WHERE "state" IN ('sent', 'settled');

ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_answer_is_known"
  CHECK ("answer" IN ('approved', 'not-approved', 'returned'));
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_answer_is_dated"
  CHECK (num_nulls("answer", "answeredAt", "answeredVia") IN (0, 3));
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_via_is_known"
  CHECK ("answeredVia" IN ('chat', 'link', 'paper', 'parcel'));
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_nomination_exists"
  FOREIGN KEY ("nominationId") REFERENCES "nomination" ("id");
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_position_exists"
  FOREIGN KEY ("positionId") REFERENCES "position" ("id");
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_of_a_nomination_or_of_a_unit"
  CHECK (num_nulls("nominationId", "positionId") IN (0, 2) AND ("nominationId" IS NULL OR "personId" IS NOT NULL));
ALTER TABLE "submission_origin" ADD CONSTRAINT "submission_origin_entry_exists"
  FOREIGN KEY ("entryId") REFERENCES "hand_in_entry" ("id");
ALTER TABLE "submission_origin" ADD CONSTRAINT "submission_origin_seat_below_exists"
  FOREIGN KEY ("originSeatId") REFERENCES "submission_seat" ("id");
ALTER TABLE "submission_paper" ADD CONSTRAINT "submission_paper_kind_is_known"
  CHECK ("kind" IN ('list', 'review', 'vote', 'dossiers', 'unit', 'other'));
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_sent_back_was_returned"
  CHECK ("sentBackAt" IS NULL OR "answer" = 'returned');
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_sent_back_is_dated"
  CHECK ("sentBackStep" IS NULL OR "sentBackAt" IS NOT NULL);
