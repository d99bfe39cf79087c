-- AlterTable
ALTER TABLE "conference" ADD COLUMN     "classification" TEXT NOT NULL DEFAULT 'unclassified';

ALTER TABLE "classification" DROP CONSTRAINT IF EXISTS "classification_subject_is_known";
ALTER TABLE "classification" ADD CONSTRAINT "classification_subject_is_known" CHECK ("subjectKind" IN ('workspace', 'plan', 'conference'));
ALTER TABLE "conference" ADD CONSTRAINT "conference_classification_is_known"
  CHECK ("classification" IN ('unclassified', 'internal', 'confidential', 'secret', 'top-secret'));
