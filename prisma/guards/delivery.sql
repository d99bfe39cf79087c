ALTER TABLE "delivery" ADD CONSTRAINT "delivery_one_recipient"
  CHECK (num_nonnulls("personId", "memberId", "channelId") = 1);
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_state_is_known"
  CHECK ("state" IN ('waiting', 'sending', 'sent', 'dropped', 'cancelled', 'undeliverable', 'unknown', 'no-account', 'not-allowed'));
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_sent_has_address"
  CHECK (("state" = 'sent') = ("address" IS NOT NULL));
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_sending_has_intent"
  CHECK ("state" <> 'sending' OR "intendedAt" IS NOT NULL);

-- What the sender asks on every round: only rows that are not finished, so that years of sent cards cost nothing.
CREATE INDEX "delivery_open" ON "delivery" ("workspaceId", "lane", "sequence") WHERE "state" IN ('waiting', 'sending');
CREATE INDEX "delivery_redraw" ON "delivery" ("workspaceId") WHERE "state" = 'sent' AND "wantsVersion" > "shownVersion";
CREATE INDEX "delivery_nominees" ON "delivery" USING gin ("nomineeIds");
-- What a sender that takes over counts: the posts of the last minute.
CREATE INDEX "delivery_intended" ON "delivery" ("workspaceId", "intendedAt") WHERE "intendedAt" IS NOT NULL;
-- Which card was clicked, by where it stands.
CREATE INDEX "delivery_address" ON "delivery" ("workspaceId", "address") WHERE "state" = 'sent';
