-- One open review a plan: whoever opens another at the same moment is refused.
CREATE UNIQUE INDEX "yearly_review_one_open" ON "yearly_review" ("planId") WHERE "state" = 'open';
ALTER TABLE "yearly_review" ADD CONSTRAINT "yearly_review_has_a_decision"
  CHECK ("state" <> 'confirmed' OR ("body" IS NOT NULL AND "decision" IS NOT NULL AND "decidedOn" IS NOT NULL));
ALTER TABLE "yearly_review_decision" ADD CONSTRAINT "yearly_review_removal_has_a_reason"
  CHECK ("action" <> 'remove' OR "reason" IS NOT NULL);
ALTER TABLE "yearly_review_decision" ADD CONSTRAINT "yearly_review_move_has_a_target"
  CHECK ("action" NOT IN ('move', 'carry-over') OR ("toPlanId" IS NOT NULL AND "toPositionId" IS NOT NULL));
