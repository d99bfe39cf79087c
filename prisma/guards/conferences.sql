ALTER TABLE "conference" ADD CONSTRAINT "conference_state_is_known"
  CHECK ("state" IN ('draft', 'scheduled', 'cancelled', 'discarded', 'opened', 'concluded'));
ALTER TABLE "conference" ADD CONSTRAINT "conference_in_force_has_revision"
  CHECK (("state" IN ('draft', 'discarded')) = ("revision" = 0));
ALTER TABLE "conference" ADD CONSTRAINT "conference_cancelled_is_dated"
  CHECK (("state" = 'cancelled') = ("cancelledAt" IS NOT NULL));
ALTER TABLE "conference" ADD CONSTRAINT "conference_committee_exists"
  FOREIGN KEY ("committeeId") REFERENCES "committee" ("id");
ALTER TABLE "conference_revision" ADD CONSTRAINT "conference_revision_ends_after_start" CHECK ("minutes" > 0);
ALTER TABLE "conference_revision" ADD CONSTRAINT "conference_chair_exists"
  FOREIGN KEY ("chairId") REFERENCES "person" ("id");
ALTER TABLE "conference_revision" ADD CONSTRAINT "conference_call_is_known"
  CHECK ("call" IN ('first', 'second', 'continued'));
ALTER TABLE "conference_item" ADD CONSTRAINT "conference_item_says_something" CHECK (num_nonnulls("text", "listId") >= 1);
ALTER TABLE "conference_item" ADD CONSTRAINT "conference_item_kind_is_known"
  CHECK ("kind" IN ('information', 'discussion', 'vote', 'other'));
ALTER TABLE "conference_item" ADD CONSTRAINT "conference_item_owner_exists"
  FOREIGN KEY ("ownerId") REFERENCES "person" ("id");
ALTER TABLE "conference_summons" ADD CONSTRAINT "conference_summons_span"
  CHECK ("untilRevision" IS NULL OR "untilRevision" > "fromRevision");
ALTER TABLE "conference_summons" ADD CONSTRAINT "conference_summons_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
-- Nobody stands twice on the list, whoever adds at the same moment.
CREATE UNIQUE INDEX "conference_summons_once" ON "conference_summons" ("conferenceId", "personId") WHERE "untilRevision" IS NULL;
ALTER TABLE "conference_reply" ADD CONSTRAINT "conference_reply_answer_is_known"
  CHECK ("answer" IN ('coming', 'maybe', 'absent', 'delegate'));
ALTER TABLE "conference_reply" ADD CONSTRAINT "conference_reply_names_delegate"
  CHECK (("answer" = 'delegate') = ("delegateId" IS NOT NULL));
-- One answer stands: a second click at the same moment meets this.
CREATE UNIQUE INDEX "conference_reply_once" ON "conference_reply" ("conferenceId", "personId") WHERE "supersededAt" IS NULL;
CREATE UNIQUE INDEX "calendar_feed_once" ON "calendar_feed" ("workspaceId", "personId") WHERE "revokedAt" IS NULL;
