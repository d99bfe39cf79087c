-- The same document holds once: a correction ends the old row first.
CREATE UNIQUE INDEX "guidance_once" ON "guidance" ("committeeId", "number", "issuedOn") WHERE "endedAt" IS NULL;
