-- A paper counts once; an older row of it has ended.
CREATE UNIQUE INDEX "dossier_paper_counts_once" ON "dossier_paper" ("planId", "personId", "kind") WHERE "endedAt" IS NULL;
CREATE INDEX "dossier_paper_expiring" ON "dossier_paper" ("expiresOn") WHERE "endedAt" IS NULL AND "warnedAt" IS NULL;
ALTER TABLE "dossier_paper" ADD CONSTRAINT "dossier_paper_kind_is_known"
  CHECK ("kind" IN ('cv', 'evaluations', 'assets', 'political-standard'));
ALTER TABLE "dossier_paper" ADD CONSTRAINT "dossier_paper_expires_after_issue" CHECK ("expiresOn" >= "issuedOn");
ALTER TABLE "dossier_paper" ADD CONSTRAINT "dossier_paper_plan_exists" FOREIGN KEY ("planId") REFERENCES "plan" ("id");
ALTER TABLE "dossier_paper" ADD CONSTRAINT "dossier_paper_person_exists" FOREIGN KEY ("personId") REFERENCES "person" ("id");
