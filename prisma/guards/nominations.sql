ALTER TABLE "nomination" ADD CONSTRAINT "nomination_state_is_known"
  CHECK ("state" IN ('suggested', 'listed', 'withdrawn', 'declined'));
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_source_is_known"
  CHECK ("source" IN ('inside', 'outside', 'self', 'superior'));
-- What has ended says so; a withdrawn one also says why.
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_end_is_dated"
  CHECK (("state" IN ('withdrawn', 'declined')) = ("endedAt" IS NOT NULL));

-- Of two people who put the same person forward for the same position at once, one is first.
CREATE UNIQUE INDEX "nomination_once_per_position" ON "nomination" ("planId", "positionId", "personId")
  WHERE "state" IN ('suggested', 'listed');

-- Check results are only ever added: what a rule said on a day stays what it said.
CREATE FUNCTION check_result_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'check results are append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "check_result_append_only" BEFORE UPDATE ON "check_result"
  FOR EACH ROW EXECUTE FUNCTION check_result_refuse_change();
