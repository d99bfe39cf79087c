ALTER TABLE "newcomer" ADD CONSTRAINT "newcomer_ends_at_a_time" CHECK (("ended" IS NULL) = ("endedAt" IS NULL));
ALTER TABLE "newcomer" ADD CONSTRAINT "newcomer_noted_by_somebody" CHECK ("ended" IS DISTINCT FROM 'noted' OR "endedBy" IS NOT NULL);
