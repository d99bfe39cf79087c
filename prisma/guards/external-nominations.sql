ALTER TABLE "external_nomination" ADD CONSTRAINT "external_nomination_state_is_known"
  CHECK ("state" IN ('preparing', 'elected', 'not-elected', 'withdrawn'));
ALTER TABLE "external_nomination" ADD CONSTRAINT "external_nomination_outcome_is_dated"
  CHECK (("state" = 'preparing') = ("resultOn" IS NULL));
ALTER TABLE "external_nomination" ADD CONSTRAINT "external_nomination_result_after_preparation"
  CHECK ("resultOn" >= "preparedOn");
ALTER TABLE "external_nomination" ADD CONSTRAINT "external_nomination_reported_after_result"
  CHECK ("reportedOn" IS NULL OR ("resultOn" IS NOT NULL AND "reportedOn" >= "resultOn"));
ALTER TABLE "external_nomination" ADD CONSTRAINT "external_nomination_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "external_nomination" ADD CONSTRAINT "external_nomination_responsible_exists"
  FOREIGN KEY ("responsibleId") REFERENCES "person" ("id");
-- A person is put forward for one position of an outside body once at a time.
CREATE UNIQUE INDEX "external_nomination_one_open" ON "external_nomination" ("committeeId", "personId", "body", "position")
  WHERE "state" = 'preparing';
-- The same contact is recorded once. Hashed: an index holds no long text.
CREATE UNIQUE INDEX "external_contact_once" ON "external_contact" ("nominationId", "heldOn", md5("withWhom"), md5("said"));
