-- One open proposal an entry, whoever finds it first.
CREATE UNIQUE INDEX "removal_proposal_one_open" ON "removal_proposal" ("entryId") WHERE "state" = 'open';
ALTER TABLE "removal_proposal" ADD CONSTRAINT "removal_proposal_has_a_decision"
  CHECK ("state" <> 'removed' OR ("body" IS NOT NULL AND "decision" IS NOT NULL AND "decidedOn" IS NOT NULL AND "endedBy" IS NOT NULL));
ALTER TABLE "removal_proposal" ADD CONSTRAINT "removal_proposal_kept_for_a_reason"
  CHECK ("state" <> 'kept' OR ("endNote" IS NOT NULL AND "endedBy" IS NOT NULL));
