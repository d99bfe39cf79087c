ALTER TABLE "sitting" ADD CONSTRAINT "sitting_state_is_known"
  CHECK ("state" IN ('roll-call', 'open', 'adjourned', 'not-held', 'concluded'));
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_conference_exists"
  FOREIGN KEY ("conferenceId") REFERENCES "conference" ("id");
ALTER TABLE "sitting_item" ADD CONSTRAINT "sitting_item_says_something" CHECK (num_nonnulls("text", "listId") >= 1);
ALTER TABLE "sitting_seat" ADD CONSTRAINT "sitting_seat_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "sitting_event" ADD CONSTRAINT "sitting_event_is_not_ahead" CHECK ("at" <= "recordedAt");
ALTER TABLE "sitting_event" ADD CONSTRAINT "sitting_event_struck_has_reason"
  CHECK (("struckAt" IS NULL) = ("struckReason" IS NULL));
-- What was recorded is never changed: it can only be struck, once, and its typed text erased.
CREATE FUNCTION sitting_event_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."conferenceId", NEW."revision", NEW."kind", NEW."at", NEW."recordedAt", NEW."recordedBy", NEW."personId", NEW."itemId")
     IS DISTINCT FROM
     (OLD."id", OLD."conferenceId", OLD."revision", OLD."kind", OLD."at", OLD."recordedAt", OLD."recordedBy", OLD."personId", OLD."itemId")
     OR (NEW."facts" IS DISTINCT FROM OLD."facts" AND NOT being_erased())
     OR (OLD."struckAt" IS NOT NULL AND NEW."struckAt" IS DISTINCT FROM OLD."struckAt")
     OR (NEW."text" IS NOT NULL AND NEW."text" IS DISTINCT FROM OLD."text" AND NOT being_erased()) THEN
    RAISE EXCEPTION 'what happened in a conference is struck, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "sitting_event_kept" BEFORE UPDATE ON "sitting_event"
  FOR EACH ROW EXECUTE FUNCTION sitting_event_keeps();
