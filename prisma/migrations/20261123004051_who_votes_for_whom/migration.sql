-- AlterTable
ALTER TABLE "ballot_elector" DROP COLUMN "proxyId";

-- AlterTable
ALTER TABLE "ballot_paper" ADD COLUMN     "handedInBy" UUID;

-- CreateTable
CREATE TABLE "ballot_proxy" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "holderId" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endedHow" TEXT,

    CONSTRAINT "ballot_proxy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ballot_proxy_roundId_idx" ON "ballot_proxy"("roundId");

-- AddForeignKey
ALTER TABLE "ballot_proxy" ADD CONSTRAINT "ballot_proxy_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ballot_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- One proxy of a person at a time: given twice at the same moment meets this.
CREATE UNIQUE INDEX "ballot_proxy_once" ON "ballot_proxy" ("roundId", "personId") WHERE "endedAt" IS NULL;
ALTER TABLE "ballot_proxy" ADD CONSTRAINT "ballot_proxy_end_is_known"
  CHECK (("endedAt" IS NULL) = ("endedHow" IS NULL) AND "endedHow" IN ('taken-back', 'replaced', 'own-paper'));
-- Nobody sends a sealed paper for somebody else, whatever the program does.
CREATE FUNCTION ballot_refuse_proxy_on_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "ballot_round" r WHERE r."id" = NEW."roundId" AND r."mode" <> 'open' AND r."place" = 'chat') THEN
    RAISE EXCEPTION 'papers of this vote are sealed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ballot_proxy_is_not_sealed" BEFORE INSERT ON "ballot_proxy"
  FOR EACH ROW EXECUTE FUNCTION ballot_refuse_proxy_on_sealed();
