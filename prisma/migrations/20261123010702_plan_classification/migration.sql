-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "classification" TEXT NOT NULL DEFAULT 'unclassified';
ALTER TABLE "plan" ADD CONSTRAINT "plan_classification_is_known"
  CHECK ("classification" IN ('unclassified', 'internal', 'confidential', 'secret', 'top-secret'));
