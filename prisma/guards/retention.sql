ALTER TABLE "retention_period" ADD CONSTRAINT "retention_period_subject_is_known" CHECK ("subjectKind" IN ('workspace', 'committee'));
ALTER TABLE "retention_period" ADD CONSTRAINT "retention_period_counts_from_one" CHECK ("version" > 0 AND ("months" IS NULL OR "months" >= 0));
ALTER TABLE "retention_period" ADD CONSTRAINT "retention_period_workspace_exists"
  FOREIGN KEY ("workspaceId") REFERENCES "workspace" ("id");
ALTER TABLE "retention_proposal" ADD CONSTRAINT "retention_proposal_state_is_known"
  CHECK ("state" IN ('open', 'postponed', 'erased', 'gone'));
ALTER TABLE "retention_proposal" ADD CONSTRAINT "retention_proposal_decision_is_named"
  CHECK (("state" = 'open') = ("decidedAt" IS NULL) AND ("state" IN ('postponed', 'erased')) = ("decidedBy" IS NOT NULL));
ALTER TABLE "retention_proposal" ADD CONSTRAINT "retention_proposal_postponed_until_a_day"
  CHECK (("state" = 'postponed') = ("until" IS NOT NULL AND "ground" IS NOT NULL));
ALTER TABLE "retention_proposal" ADD CONSTRAINT "retention_proposal_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
CREATE UNIQUE INDEX "retention_proposal_one_open" ON "retention_proposal" ("personId") WHERE "state" = 'open';
