ALTER TABLE "classification" ADD CONSTRAINT "classification_subject_is_known" CHECK ("subjectKind" IN ('workspace', 'plan', 'conference'));
ALTER TABLE "classification" ADD CONSTRAINT "classification_level_is_known"
  CHECK ("level" IN ('unclassified', 'internal', 'confidential', 'secret', 'top-secret'));
ALTER TABLE "classification" ADD CONSTRAINT "classification_version_counts_from_one" CHECK ("version" > 0);
ALTER TABLE "classification" ADD CONSTRAINT "classification_workspace_exists"
  FOREIGN KEY ("workspaceId") REFERENCES "workspace" ("id");
ALTER TABLE "plan" ADD CONSTRAINT "plan_classification_is_known"
  CHECK ("classification" IN ('unclassified', 'internal', 'confidential', 'secret', 'top-secret'));
ALTER TABLE "conference" ADD CONSTRAINT "conference_classification_is_known"
  CHECK ("classification" IN ('unclassified', 'internal', 'confidential', 'secret', 'top-secret'));
