ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_kind_is_known" CHECK ("kind" IN ('list', 'question'));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_mode_is_known" CHECK ("mode" IN ('open', 'secret', 'unnamed'));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_place_is_known" CHECK ("place" IN ('chat', 'room'));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_state_is_known"
  CHECK ("state" IN ('prepared', 'scheduled', 'open', 'closed', 'cancelled', 'void'));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_is_about_one_thing" CHECK (("kind" = 'list') = ("listId" IS NOT NULL));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_again_has_a_reason"
  CHECK ("afterKind" IS DISTINCT FROM 'again' OR "why" IS NOT NULL);
-- Closed and ruled on are one act, unless papers are sealed: those are opened later, or never.
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_closed_is_ruled"
  CHECK ("state" <> 'closed' OR ("closedAt" IS NOT NULL AND "frozen" IS NOT NULL
    AND ("rulings" IS NOT NULL OR ("mode" <> 'open' AND "place" = 'chat'))));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_committee_exists"
  FOREIGN KEY ("committeeId") REFERENCES "committee" ("id");
ALTER TABLE "ballot_elector" ADD CONSTRAINT "ballot_elector_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
-- One paper of an elector counts: two devices at the same moment meet this.
CREATE UNIQUE INDEX "ballot_paper_once" ON "ballot_paper" ("roundId", "personId") WHERE "supersededAt" IS NULL;
CREATE INDEX "ballot_paper_unshown" ON "ballot_paper" ("roundId") WHERE NOT "isShown";
-- A paper of somebody who was not asked cannot be stored at all.
ALTER TABLE "ballot_paper" ADD CONSTRAINT "ballot_paper_of_an_elector"
  FOREIGN KEY ("roundId", "personId") REFERENCES "ballot_elector" ("roundId", "personId") ON UPDATE CASCADE;
CREATE UNIQUE INDEX "ballot_count_once" ON "ballot_count" ("roundId", "tellerId") WHERE "supersededAt" IS NULL;
-- A named paper cannot get into a sealed vote, whatever the program does.
CREATE FUNCTION ballot_refuse_named_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "ballot_round" r WHERE r."id" = NEW."roundId" AND r."mode" <> 'open' AND r."place" = 'chat') THEN
    RAISE EXCEPTION 'papers of this vote are sealed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ballot_paper_is_not_sealed" BEFORE INSERT ON "ballot_paper"
  FOR EACH ROW EXECUTE FUNCTION ballot_refuse_named_paper();
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
