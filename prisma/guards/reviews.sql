ALTER TABLE "nominee_list" ADD CONSTRAINT "nominee_list_plan_exists" FOREIGN KEY ("planId") REFERENCES "plan" ("id");
ALTER TABLE "nominee_list_entry" ADD CONSTRAINT "nominee_list_entry_nomination_exists"
  FOREIGN KEY ("nominationId") REFERENCES "nomination" ("id");
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_state_is_known"
  CHECK ("state" IN ('prepared', 'open', 'closed', 'cancelled'));
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_visibility_is_known"
  CHECK ("othersComments" IN ('always', 'after-mine', 'after-close', 'never')
    AND "reviewerNames" IN ('always', 'after-close', 'never'));
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_opening_is_dated"
  CHECK ("state" NOT IN ('open', 'closed') OR num_nulls("openedAt", "heldUntil", "batchId") = 0);
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_close_is_dated"
  CHECK (("state" = 'closed') = ("closedAt" IS NOT NULL) AND ("state" = 'closed') = ("synthesisVersion" > 0));
-- Of two openings on one plan at once, one is first.
CREATE UNIQUE INDEX "review_round_one_open" ON "review_round" ("planId") WHERE "state" = 'open';

ALTER TABLE "review_participant" ADD CONSTRAINT "review_participant_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
-- Only who was asked can answer, and one answer of theirs stands.
ALTER TABLE "review_answer" ADD CONSTRAINT "review_answer_of_participant"
  FOREIGN KEY ("roundId", "personId") REFERENCES "review_participant" ("roundId", "personId") ON UPDATE CASCADE;
CREATE UNIQUE INDEX "review_answer_one_stands" ON "review_answer" ("roundId", "personId") WHERE "supersededAt" IS NULL;
ALTER TABLE "review_answer_line" ADD CONSTRAINT "review_answer_line_entry_exists"
  FOREIGN KEY ("entryId") REFERENCES "nominee_list_entry" ("id");
ALTER TABLE "review_answer_line" ADD CONSTRAINT "review_answer_line_stance_is_known"
  CHECK ("stance" IN ('agree', 'agree-with-comments', 'not-yet', 'not-enough-information'));
ALTER TABLE "review_draft_line" ADD CONSTRAINT "review_draft_line_stance_is_known"
  CHECK ("stance" IS NULL OR "stance" IN ('agree', 'agree-with-comments', 'not-yet', 'not-enough-information'));

-- What was sent stays what it was; texts can only be erased. What was frozen likewise.
CREATE FUNCTION review_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW."stance" <> OLD."stance" OR NEW."entryId" <> OLD."entryId" OR NEW."answerId" <> OLD."answerId"
    OR NEW."byList" <> OLD."byList" OR NEW."chairOnly" <> OLD."chairOnly" OR NEW."saidAt" <> OLD."saidAt" OR NEW."commentId" <> OLD."commentId"
    OR (NOT being_erased() AND (
      (NEW."text" IS NOT NULL AND NEW."text" IS DISTINCT FROM OLD."text")
      OR (NEW."quality" IS NOT NULL AND NEW."quality" IS DISTINCT FROM OLD."quality")
      OR (NEW."capacity" IS NOT NULL AND NEW."capacity" IS DISTINCT FROM OLD."capacity")
      OR (NEW."prestige" IS NOT NULL AND NEW."prestige" IS DISTINCT FROM OLD."prestige")
      OR (NEW."prospects" IS NOT NULL AND NEW."prospects" IS DISTINCT FROM OLD."prospects"))) THEN
    RAISE EXCEPTION 'a sent answer is kept as it was' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "review_answer_line_stays" BEFORE UPDATE OR DELETE ON "review_answer_line"
  FOR EACH ROW EXECUTE FUNCTION review_refuse_change();

ALTER TABLE "review_response" ADD CONSTRAINT "review_response_of_round"
  FOREIGN KEY ("roundId") REFERENCES "review_round" ("id");
ALTER TABLE "review_response" ADD CONSTRAINT "review_response_on_entry"
  FOREIGN KEY ("entryId") REFERENCES "nominee_list_entry" ("id");
ALTER TABLE "review_response" ADD CONSTRAINT "review_response_kind_is_known"
  CHECK ("kind" IN ('accepted', 'explained') AND "version" > 0);
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_kind_is_known" CHECK ("kind" IN ('named', 'anonymous'));
ALTER TABLE "review_anonymous_line" ADD CONSTRAINT "review_anonymous_line_round_exists"
  FOREIGN KEY ("roundId") REFERENCES "review_round" ("id");
ALTER TABLE "review_anonymous_line" ADD CONSTRAINT "review_anonymous_line_entry_exists"
  FOREIGN KEY ("entryId") REFERENCES "nominee_list_entry" ("id");
ALTER TABLE "review_anonymous_line" ADD CONSTRAINT "review_anonymous_line_stance_is_known"
  CHECK ("stance" IN ('agree', 'agree-with-comments', 'not-yet', 'not-enough-information'));

ALTER TABLE "review_list_change" ADD CONSTRAINT "review_list_change_of_round"
  FOREIGN KEY ("roundId") REFERENCES "review_round" ("id");
ALTER TABLE "review_list_change" ADD CONSTRAINT "review_list_change_from" FOREIGN KEY ("fromListId") REFERENCES "nominee_list" ("id");
ALTER TABLE "review_list_change" ADD CONSTRAINT "review_list_change_to" FOREIGN KEY ("toListId") REFERENCES "nominee_list" ("id");
ALTER TABLE "review_list_change" ADD CONSTRAINT "review_list_change_state_is_known"
  CHECK ("state" IN ('prepared', 'applied', 'undone')
    AND ("state" = 'prepared') = (num_nonnulls("appliedAt", "batchId", "heldUntil") = 0));

-- A case has one leader besides the chair.
CREATE UNIQUE INDEX "review_lead_one_stands" ON "review_lead" ("committeeId", "nomineeId") WHERE "endedAt" IS NULL;
