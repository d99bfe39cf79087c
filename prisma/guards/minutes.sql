ALTER TABLE "minutes" ADD CONSTRAINT "minutes_state_is_known" CHECK ("state" IN ('draft', 'circulated', 'confirmed'));
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_conference_exists"
  FOREIGN KEY ("conferenceId") REFERENCES "conference" ("id");
-- Confirmed by both, or by the number and date of the signed paper; never by one alone.
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_confirmed_by_both_or_paper" CHECK (
  ("state" = 'confirmed') = ("confirmedAt" IS NOT NULL)
  AND ("state" <> 'confirmed' OR ("chairAt" IS NOT NULL AND "secretaryAt" IS NOT NULL)
    OR ("paperNumber" IS NOT NULL AND "paperDated" IS NOT NULL)));
ALTER TABLE "minutes_correction" ADD CONSTRAINT "minutes_correction_state_is_known"
  CHECK ("state" IN ('open', 'accepted', 'declined'));
ALTER TABLE "minutes_correction" ADD CONSTRAINT "minutes_correction_declined_has_reason"
  CHECK ("state" <> 'declined' OR "reason" IS NOT NULL);
