ALTER TABLE "hand_in" ADD CONSTRAINT "hand_in_way_is_known" CHECK ("way" IN ('submission', 'file', 'letter'));
ALTER TABLE "hand_in" ADD CONSTRAINT "hand_in_says_whence"
  CHECK (("way" = 'submission') = ("submissionId" IS NOT NULL) AND ("way" = 'submission' OR num_nulls("number", "dated") = 0));
ALTER TABLE "hand_in" ADD CONSTRAINT "hand_in_submission_exists"
  FOREIGN KEY ("submissionId") REFERENCES "submission" ("id");
ALTER TABLE "hand_in" ADD CONSTRAINT "hand_in_of_a_unit_asked"
  FOREIGN KEY ("collectionId", "unitId") REFERENCES "collection_unit" ("collectionId", "unitId");
ALTER TABLE "collection" ADD CONSTRAINT "collection_unit_exists" FOREIGN KEY ("unitId") REFERENCES "unit" ("id");
ALTER TABLE "collection" ADD CONSTRAINT "collection_committee_exists"
  FOREIGN KEY ("committeeId") REFERENCES "committee" ("id");
ALTER TABLE "collection_unit" ADD CONSTRAINT "collection_unit_unit_exists"
  FOREIGN KEY ("unitId") REFERENCES "unit" ("id");
-- Of two hand-ins of one unit at the same moment one is first.
CREATE UNIQUE INDEX "hand_in_stands_once" ON "hand_in" ("collectionId", "unitId") WHERE "replacedAt" IS NULL;
ALTER TABLE "collection_unit" ADD CONSTRAINT "collection_unit_without_is_whole"
  CHECK (num_nulls("withoutWord", "withoutAt") IN (0, 2));
ALTER TABLE "hand_in_entry" ADD CONSTRAINT "hand_in_entry_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "hand_in_entry" ADD CONSTRAINT "hand_in_entry_settled_as_is_known"
  CHECK ("settledAs" IN ('together', 'apart'));
