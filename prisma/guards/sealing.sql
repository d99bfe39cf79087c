ALTER TABLE "sealed_box" ADD CONSTRAINT "sealed_box_state_is_known"
  CHECK ("state" IN ('prepared', 'open', 'closed', 'withheld', 'counted', 'destroyed', 'cancelled'));
ALTER TABLE "sealed_box" ADD CONSTRAINT "sealed_box_has_its_key"
  CHECK (("state" IN ('prepared', 'cancelled')) OR "publicKey" IS NOT NULL);
ALTER TABLE "sealed_box" ADD CONSTRAINT "sealed_box_size_is_known" CHECK ("paperSize" IN (1024, 4096, 16384));
ALTER TABLE "sealed_keyholder" ADD CONSTRAINT "sealed_keyholder_box_exists"
  FOREIGN KEY ("boxId") REFERENCES "sealed_box" ("id");
ALTER TABLE "sealed_keyholder" ADD CONSTRAINT "sealed_keyholder_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "sealed_keyholder" ADD CONSTRAINT "sealed_keyholder_key_is_whole"
  CHECK (("salt" IS NULL) = ("publicKey" IS NULL));
ALTER TABLE "sealed_elector" ADD CONSTRAINT "sealed_elector_box_exists"
  FOREIGN KEY ("boxId") REFERENCES "sealed_box" ("id");
ALTER TABLE "sealed_elector" ADD CONSTRAINT "sealed_elector_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "sealed_urn" ADD CONSTRAINT "sealed_urn_box_exists" FOREIGN KEY ("boxId") REFERENCES "sealed_box" ("id");
-- Sealed bytes cannot be compressed; trying costs time on every paper.
ALTER TABLE "sealed_urn" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

-- Whoever has sent a paper has sent it, as long as the box is there.
CREATE FUNCTION sealed_refuse_untick() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."hasSent" AND NOT NEW."hasSent" OR NEW."chunk" <> OLD."chunk" OR NEW."personId" <> OLD."personId" THEN
    RAISE EXCEPTION 'the roll only gains ticks' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "sealed_elector_stays_ticked" BEFORE UPDATE ON "sealed_elector"
  FOR EACH ROW EXECUTE FUNCTION sealed_refuse_untick();
