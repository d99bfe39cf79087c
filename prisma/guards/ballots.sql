ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_kind_is_known" CHECK ("kind" IN ('list', 'question'));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_mode_is_known" CHECK ("mode" IN ('open', 'secret', 'unnamed'));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_place_is_known" CHECK ("place" IN ('chat', 'room'));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_state_is_known"
  CHECK ("state" IN ('prepared', 'scheduled', 'open', 'closed', 'cancelled', 'void'));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_is_about_one_thing" CHECK (("kind" = 'list') = ("listId" IS NOT NULL));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_again_has_a_reason"
  CHECK ("afterKind" IS DISTINCT FROM 'again' OR "why" IS NOT NULL);
-- Closed and ruled on are one act.
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_closed_is_ruled"
  CHECK ("state" <> 'closed' OR ("closedAt" IS NOT NULL AND "frozen" IS NOT NULL AND "rulings" IS NOT NULL));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_committee_exists"
  FOREIGN KEY ("committeeId") REFERENCES "committee" ("id");
ALTER TABLE "ballot_elector" ADD CONSTRAINT "ballot_elector_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
-- One paper of an elector counts: two devices at the same moment meet this.
CREATE UNIQUE INDEX "ballot_paper_once" ON "ballot_paper" ("roundId", "personId") WHERE "supersededAt" IS NULL;
-- A paper of somebody who was not asked cannot be stored at all.
ALTER TABLE "ballot_paper" ADD CONSTRAINT "ballot_paper_of_an_elector"
  FOREIGN KEY ("roundId", "personId") REFERENCES "ballot_elector" ("roundId", "personId");
CREATE UNIQUE INDEX "ballot_count_once" ON "ballot_count" ("roundId", "tellerId") WHERE "supersededAt" IS NULL;
