ALTER TABLE "nomination" ADD CONSTRAINT "nomination_state_is_known"
  CHECK ("state" IN ('suggested', 'listed', 'withdrawn', 'declined', 'approved', 'not-approved'));
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_source_is_known"
  CHECK ("source" IN ('inside', 'outside', 'self', 'superior'));
-- What has ended says so; a withdrawn one also says why.
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_end_is_dated"
  CHECK (("state" NOT IN ('suggested', 'listed')) = ("endedAt" IS NOT NULL));

-- Of two people who put the same person forward for the same position at once, one is first.
CREATE UNIQUE INDEX "nomination_once_per_position" ON "nomination" ("planId", "positionId", "personId")
  WHERE "state" IN ('suggested', 'listed');

-- Check results are only ever added: what a rule said on a day stays what it said.
CREATE FUNCTION check_result_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'check results are append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "check_result_append_only" BEFORE UPDATE ON "check_result"
  FOR EACH ROW EXECUTE FUNCTION check_result_refuse_change();
ALTER TABLE "nomination_consent" ADD CONSTRAINT "nomination_consent_state_is_known"
  CHECK ("state" IN ('asked', 'given', 'declined'));
-- One answer stands: the nominee's click and the committee secretary's entry at the same moment meet this.
CREATE UNIQUE INDEX "nomination_consent_one_stands" ON "nomination_consent" ("nominationId") WHERE "supersededAt" IS NULL;
ALTER TABLE "nomination_endorsement" ADD CONSTRAINT "nomination_endorsement_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
-- A second click endorses once.
CREATE UNIQUE INDEX "nomination_endorsement_once" ON "nomination_endorsement" ("nominationId", "personId") WHERE "takenBackAt" IS NULL;
ALTER TABLE "no_names" ADD CONSTRAINT "no_names_person_exists" FOREIGN KEY ("personId") REFERENCES "person" ("id");
-- Of two who record what the own unit said at the same moment, one stands.
CREATE UNIQUE INDEX "own_unit_inquiry_one_stands" ON "own_unit_inquiry" ("nominationId") WHERE "supersededAt" IS NULL;
ALTER TABLE "own_unit_inquiry" ADD CONSTRAINT "own_unit_answer_is_dated"
  CHECK (("answer" IS NULL) = ("answeredOn" IS NULL));
