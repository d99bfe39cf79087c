ALTER TABLE "task" ADD CONSTRAINT "task_state_is_known" CHECK ("state" IN ('open', 'done', 'not-done'));
ALTER TABLE "task" ADD CONSTRAINT "task_settled_is_dated" CHECK (("state" = 'open') = ("settledAt" IS NULL));
ALTER TABLE "task" ADD CONSTRAINT "task_owner_exists" FOREIGN KEY ("ownerId") REFERENCES "person" ("id");
