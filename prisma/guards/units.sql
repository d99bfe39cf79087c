ALTER TABLE "unit" ADD CONSTRAINT "unit_end_is_known" CHECK ("endKind" IN ('merged', 'dissolved'));
ALTER TABLE "unit" ADD CONSTRAINT "unit_end_is_whole" CHECK (("endedOn" IS NULL) = ("endKind" IS NULL));
ALTER TABLE "unit" ADD CONSTRAINT "unit_merged_into_another"
  CHECK ((COALESCE("endKind", '') = 'merged') = ("intoId" IS NOT NULL) AND "intoId" IS DISTINCT FROM "id");
ALTER TABLE "unit" ADD CONSTRAINT "unit_into_exists" FOREIGN KEY ("intoId") REFERENCES "unit" ("id");
ALTER TABLE "unit" ADD CONSTRAINT "unit_committee_exists" FOREIGN KEY ("committeeId") REFERENCES "committee" ("id");
ALTER TABLE "unit_spell" ADD CONSTRAINT "unit_spell_parent_exists" FOREIGN KEY ("parentId") REFERENCES "unit" ("id");
ALTER TABLE "unit_spell" ADD CONSTRAINT "unit_spell_not_under_itself" CHECK ("parentId" IS DISTINCT FROM "unitId");
-- One spell begins on a day, and one has no beginning: so spells never overlap.
CREATE UNIQUE INDEX "unit_spell_begins_once" ON "unit_spell" ("unitId", COALESCE("validFrom", ''));
