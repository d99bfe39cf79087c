ALTER TABLE "person" ADD CONSTRAINT "person_birth_month_is_a_month"
  CHECK ("birthMonth" IS NULL OR "birthMonth" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');
ALTER TABLE "discipline" ADD CONSTRAINT "discipline_kind_is_known"
  CHECK ("kind" IN ('reprimand', 'warning', 'removal', 'expulsion'));
-- The same decision about somebody is one entry, however often a list is imported.
CREATE UNIQUE INDEX "discipline_once" ON "discipline" ("personId", "kind", COALESCE("decidedOn", '')) WHERE "replacedAt" IS NULL;
