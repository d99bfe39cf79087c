-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "isReplaced" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "shownWords" TEXT;

-- Which card was clicked, by where it stands.
CREATE INDEX "delivery_address" ON "delivery" ("workspaceId", "address") WHERE "state" = 'sent';
