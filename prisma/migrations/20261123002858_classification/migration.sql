-- CreateTable
CREATE TABLE "classification" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decision" TEXT,
    "setBy" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "classification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "classification_subjectKind_subjectId_version_key" ON "classification"("subjectKind", "subjectId", "version");
ALTER TABLE "classification" ADD CONSTRAINT "classification_subject_is_known" CHECK ("subjectKind" IN ('workspace', 'plan'));
ALTER TABLE "classification" ADD CONSTRAINT "classification_level_is_known"
  CHECK ("level" IN ('unclassified', 'internal', 'confidential', 'secret', 'top-secret'));
ALTER TABLE "classification" ADD CONSTRAINT "classification_version_counts_from_one" CHECK ("version" > 0);
ALTER TABLE "classification" ADD CONSTRAINT "classification_workspace_exists"
  FOREIGN KEY ("workspaceId") REFERENCES "workspace" ("id");
