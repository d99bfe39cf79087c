ALTER TABLE "person" ADD CONSTRAINT "person_birth_month_is_a_month"
  CHECK ("birthMonth" IS NULL OR "birthMonth" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');
ALTER TABLE "discipline" ADD CONSTRAINT "discipline_kind_is_known"
  CHECK ("kind" IN ('reprimand', 'warning', 'removal', 'expulsion'));
-- The same decision about somebody is one entry, however often a list is imported.
CREATE UNIQUE INDEX "discipline_once" ON "discipline" ("personId", "kind", COALESCE("decidedOn", '')) WHERE "replacedAt" IS NULL;
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_exists" FOREIGN KEY ("mergedInto") REFERENCES "person" ("id");
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_another" CHECK ("mergedInto" <> "id");
CREATE INDEX "person_former" ON "person" ("mergedInto") WHERE "mergedInto" IS NOT NULL;
-- A form that was open while two rows became one still names the row that went: what it says is of the one that stayed.
-- Whoever merges holds both rows FOR UPDATE, so that nothing slips in beside them.
CREATE FUNCTION person_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept uuid;
BEGIN
  SELECT p."mergedInto" INTO kept FROM "person" p WHERE p."id" = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid FOR KEY SHARE;
  IF kept IS NOT NULL THEN
    NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], kept));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "membership_of_the_kept" BEFORE INSERT ON "membership" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "nomination_of_the_kept" BEFORE INSERT ON "nomination" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "plan_entry_of_the_kept" BEFORE INSERT ON "plan_entry" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "discipline_of_the_kept" BEFORE INSERT ON "discipline" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "conference_summons_of_the_kept" BEFORE INSERT ON "conference_summons"
  FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "recusal_of_the_kept" BEFORE INSERT ON "recusal" FOR EACH ROW EXECUTE FUNCTION person_kept('nomineeId');
CREATE TRIGGER "task_of_the_kept" BEFORE INSERT ON "task" FOR EACH ROW EXECUTE FUNCTION person_kept('ownerId');
CREATE TRIGGER "last_answer_of_the_kept" BEFORE INSERT ON "last_answer" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "newcomer_of_the_kept" BEFORE INSERT ON "newcomer" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
