ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_state_is_known"
  CHECK ("state" IN ('open', 'refused', 'erased'));
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_decision_is_named"
  CHECK (("state" = 'open') = (num_nonnulls("decidedAt", "decidedBy") = 0));
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
CREATE UNIQUE INDEX "erasure_request_one_open" ON "erasure_request" ("personId") WHERE "state" = 'open';
-- A person whose data were erased stays erased.
ALTER TABLE "person" ADD CONSTRAINT "person_erased_says_nothing"
  CHECK ("erasedAt" IS NULL OR num_nonnulls("birthMonth", "sex", "unit", "partyPost", "statePost", "level") = 0);
-- Set for one transaction by an erasure: recorded words may then have other words in a name's place, and nothing else.
CREATE FUNCTION being_erased() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT COALESCE(current_setting('quorate.erasing', true), '') = 'on'
$$;
