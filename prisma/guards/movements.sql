ALTER TABLE "movement" ADD CONSTRAINT "movement_kind_is_known"
  CHECK ("kind" IN ('rotation', 'transfer', 'position-change', 'secondment'));
ALTER TABLE "movement" ADD CONSTRAINT "movement_state_is_known"
  CHECK ("state" IN ('suggested', 'planned', 'approved', 'refused', 'sent-back', 'withdrawn'));
ALTER TABLE "movement" ADD CONSTRAINT "movement_for_a_time_has_an_end"
  CHECK (("kind" IN ('rotation', 'secondment')) = ("endsOn" IS NOT NULL));
ALTER TABLE "movement" ADD CONSTRAINT "movement_person_exists" FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "movement_leg" ADD CONSTRAINT "movement_leg_person_exists" FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "movement" ADD CONSTRAINT "movement_after_exists" FOREIGN KEY ("afterId") REFERENCES "movement" ("id");
ALTER TABLE "movement_leg" ADD CONSTRAINT "movement_leg_has_an_order"
  CHECK ("startsOn" <= COALESCE("endedOn", "endsOn", "startsOn"));
ALTER TABLE "movement_leg" ADD CONSTRAINT "movement_leg_ending_is_dated" CHECK (("ending" IS NULL) = ("endedOn" IS NULL));
-- Nobody is in two places on one day. Dates are text, so ranges are of yyyymmdd; a person is a range of one number,
-- because an exclusion by equality would need an extension.
ALTER TABLE "movement_leg" ADD CONSTRAINT "movement_legs_do_not_overlap" EXCLUDE USING gist (
  int8range(hashtextextended("personId"::text, 0), hashtextextended("personId"::text, 0), '[]') WITH &&,
  int4range(
    replace("startsOn", '-', '')::int,
    replace(COALESCE("endedOn", "endsOn", "startsOn"), '-', '')::int,
    '[]'
  ) WITH &&
) WHERE ("holds");
-- One opinion of each side stands, and one decision.
CREATE UNIQUE INDEX "movement_opinion_once" ON "movement_opinion" ("movementId", "side") WHERE "replacedAt" IS NULL;
CREATE UNIQUE INDEX "movement_decision_once" ON "movement_decision" ("movementId") WHERE "replacedAt" IS NULL;
