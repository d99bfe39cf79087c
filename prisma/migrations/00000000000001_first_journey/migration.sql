-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "recusal" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "nomineeId" UUID NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "kind" TEXT NOT NULL DEFAULT 'other',
    "viaKind" TEXT,
    "viaReference" TEXT,
    "viaDated" TEXT,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedBy" UUID,
    "liftReason" TEXT,

    CONSTRAINT "recusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conflict_ruling" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "nomineeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ruling" TEXT NOT NULL,
    "reason" TEXT,
    "ruledAt" TIMESTAMPTZ(3) NOT NULL,
    "ruledBy" UUID NOT NULL,

    CONSTRAINT "conflict_ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declared_relation" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fullName" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,

    CONSTRAINT "declared_relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "serial" BIGSERIAL NOT NULL,
    "workspaceId" UUID NOT NULL,
    "committeeId" UUID,
    "kind" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "nomineeIds" UUID[],
    "memberId" UUID,
    "personId" UUID,
    "onBehalfOf" UUID,
    "via" JSONB,
    "facts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_salt" (
    "eventId" UUID NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "event_salt_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "event_unsealed" (
    "eventId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "serial" BIGINT NOT NULL,

    CONSTRAINT "event_unsealed_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "seal" (
    "workspaceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "eventId" UUID NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seal_pkey" PRIMARY KEY ("workspaceId","position")
);

-- CreateTable
CREATE TABLE "verified_head" (
    "workspaceId" UUID NOT NULL,
    "count" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "verifiedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verified_head_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "ballot_round" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "listId" UUID,
    "question" TEXT,
    "conferenceId" UUID,
    "itemId" UUID,
    "procedureId" UUID,
    "stepKey" TEXT,
    "rule" JSONB NOT NULL,
    "questions" JSONB NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "settlesAfter" INTEGER,
    "settlesFrom" TIMESTAMPTZ(3),
    "afterId" UUID,
    "afterKind" TEXT,
    "why" TEXT,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "batchId" UUID,
    "heldUntil" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" UUID,
    "closedHow" TEXT,
    "frozen" JSONB,
    "tallies" JSONB,
    "rulings" JSONB,
    "decisions" JSONB,
    "decidedBy" UUID,
    "announcedAt" TIMESTAMPTZ(3),
    "announcedBy" UUID,
    "numbersToIds" UUID[],
    "isMasked" BOOLEAN NOT NULL DEFAULT false,
    "tellerIds" UUID[],

    CONSTRAINT "ballot_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_elector" (
    "roundId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "isRecused" BOOLEAN NOT NULL,
    "leftAt" TIMESTAMPTZ(3),
    "proxyId" UUID,

    CONSTRAINT "ballot_elector_pkey" PRIMARY KEY ("roundId","personId")
);

-- CreateTable
CREATE TABLE "ballot_candidate" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "entryId" UUID,
    "nominationId" UUID,
    "personId" UUID NOT NULL,
    "shown" JSONB,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ballot_candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_paper" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "marks" JSONB NOT NULL,
    "castAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "viaDated" TEXT,
    "supersededAt" TIMESTAMPTZ(3),
    "isShown" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ballot_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot_count" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "tellerId" UUID NOT NULL,
    "numbers" JSONB NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "ballot_count_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "statedDate" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedBy" UUID,
    "batchId" UUID,
    "heldUntil" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_unit" (
    "collectionId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "committeeId" UUID,

    CONSTRAINT "collection_unit_pkey" PRIMARY KEY ("collectionId","unitId")
);

-- CreateTable
CREATE TABLE "hand_in" (
    "id" UUID NOT NULL,
    "collectionId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "submissionId" UUID,
    "number" TEXT,
    "dated" TEXT,
    "people" JSONB,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "hand_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "committee" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "channelId" TEXT,
    "name" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3),
    "changedBy" UUID,
    "channelLoss" TEXT,

    CONSTRAINT "committee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "roles" TEXT[],
    "votes" BOOLEAN NOT NULL,
    "post" TEXT,
    "rank" INTEGER NOT NULL,
    "deputyId" UUID,
    "awayFrom" TIMESTAMPTZ(3),
    "awayUntil" TIMESTAMPTZ(3),
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "validTo" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conference" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelReason" TEXT,
    "heldAct" TEXT,
    "heldUntil" TIMESTAMPTZ(3),
    "batchId" UUID,

    CONSTRAINT "conference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conference_revision" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "chairId" UUID NOT NULL,
    "ruleSet" TEXT NOT NULL,
    "ruleSetVersion" INTEGER NOT NULL,
    "call" TEXT NOT NULL DEFAULT 'first',
    "replyBy" TIMESTAMPTZ(3),
    "answersFrom" INTEGER NOT NULL,
    "freeUntil" TIMESTAMPTZ(3),
    "addUntil" TIMESTAMPTZ(3),
    "agendaReason" TEXT,
    "draftedBy" UUID,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "announcedAt" TIMESTAMPTZ(3),

    CONSTRAINT "conference_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conference_item" (
    "id" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "itemId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "listId" UUID,
    "ownerId" UUID,
    "inConsent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "conference_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conference_lift" (
    "conferenceId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conference_lift_pkey" PRIMARY KEY ("conferenceId","itemId")
);

-- CreateTable
CREATE TABLE "conference_summons" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "post" TEXT,
    "counts" BOOLEAN NOT NULL,
    "rank" INTEGER NOT NULL,
    "fromRevision" INTEGER NOT NULL,
    "untilRevision" INTEGER,

    CONSTRAINT "conference_summons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conference_reply" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "delegateId" UUID,
    "revision" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "viaDated" TEXT,
    "supersededAt" TIMESTAMPTZ(3),
    "batchId" UUID,

    CONSTRAINT "conference_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "workspaceId" UUID NOT NULL,
    "requestId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_pkey" PRIMARY KEY ("workspaceId","requestId")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "secretFingerprint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "ladder" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "statedDate" TEXT NOT NULL,
    "statedTime" TEXT,
    "state" TEXT NOT NULL DEFAULT 'running',
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "passedAt" TIMESTAMPTZ(3),
    "laidOutAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "deadlineId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "rung" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "reason" TEXT,
    "handledAt" TIMESTAMPTZ(3),
    "heldAt" TIMESTAMPTZ(3),
    "batchId" UUID,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "dueOn" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_step" (
    "id" UUID NOT NULL,
    "scheduleId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_move" (
    "id" UUID NOT NULL,
    "scheduleId" UUID NOT NULL,
    "steps" JSONB NOT NULL,
    "confirmed" TEXT NOT NULL,
    "told" INTEGER NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "workspaceId" UUID NOT NULL,
    "committeeId" UUID,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "personId" UUID,
    "memberId" UUID,
    "channelId" TEXT,
    "lane" TEXT NOT NULL,
    "ids" JSONB NOT NULL,
    "nomineeIds" UUID[],
    "batchId" UUID,
    "holdUntil" TIMESTAMPTZ(3),
    "heldAt" TIMESTAMPTZ(3),
    "validUntil" TIMESTAMPTZ(3),
    "mayRepeat" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "intendedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "sentAgain" BOOLEAN NOT NULL DEFAULT false,
    "address" JSONB,
    "wantsVersion" INTEGER NOT NULL DEFAULT 0,
    "shownVersion" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "development_measure" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "responsible" TEXT,
    "startsOn" TEXT,
    "dueOn" TEXT,
    "movementId" UUID,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "word" TEXT,
    "settledBy" UUID,
    "settledAt" TIMESTAMPTZ(3),
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "development_measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "experience_kind" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "foldedName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "experience_kind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "experience" (
    "id" UUID NOT NULL,
    "kindId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fromMonth" TEXT,
    "toMonth" TEXT,
    "place" TEXT,
    "movementId" UUID,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "experience_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_paper" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT,
    "keptAt" TEXT,
    "remark" TEXT,
    "issuedOn" TEXT,
    "expiresOn" TEXT,
    "isCounted" BOOLEAN NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" UUID,
    "warnedAt" TIMESTAMPTZ(3),

    CONSTRAINT "dossier_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_nomination" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "preparedOn" TEXT NOT NULL,
    "responsibleId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'preparing',
    "resultOn" TEXT,
    "decision" TEXT,
    "word" TEXT,
    "reportedOn" TEXT,
    "reportNumber" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,

    CONSTRAINT "external_nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_contact" (
    "id" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "heldOn" TEXT NOT NULL,
    "withWhom" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,

    CONSTRAINT "external_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guidance" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL,
    "registeredBy" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "corrects" UUID,

    CONSTRAINT "guidance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_preview" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "planId" UUID,
    "createdBy" UUID NOT NULL,
    "rows" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_preview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "conferenceId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "circulatedAt" TIMESTAMPTZ(3),
    "heldUntil" TIMESTAMPTZ(3),
    "batchId" UUID,
    "chairBy" UUID,
    "chairAt" TIMESTAMPTZ(3),
    "secretaryBy" UUID,
    "secretaryAt" TIMESTAMPTZ(3),
    "paperNumber" TEXT,
    "paperDated" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("conferenceId")
);

-- CreateTable
CREATE TABLE "minutes_correction" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "eventId" UUID,
    "itemId" UUID,
    "before" TEXT,
    "after" TEXT NOT NULL,
    "proposedBy" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "minutes_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_addendum" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "itemId" UUID,
    "text" TEXT NOT NULL,
    "addedBy" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_addendum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "movement" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "fromUnit" TEXT NOT NULL,
    "fromPost" TEXT,
    "toUnit" TEXT NOT NULL,
    "toPost" TEXT,
    "isOutside" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "inPostSince" TEXT,
    "exception" TEXT,
    "proposedFor" TEXT,
    "proposedBy" UUID,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "viaDated" TEXT,
    "state" TEXT NOT NULL,
    "closing" TEXT,
    "afterId" UUID,
    "askedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "movement_revision" (
    "movementId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "form" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedBy" UUID,

    CONSTRAINT "movement_revision_pkey" PRIMARY KEY ("movementId","version")
);

-- CreateTable
CREATE TABLE "movement_leg" (
    "id" UUID NOT NULL,
    "movementId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "endedOn" TEXT,
    "ending" TEXT,
    "decision" TEXT,
    "holds" BOOLEAN NOT NULL DEFAULT false,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "movement_leg_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "movement_opinion" (
    "id" UUID NOT NULL,
    "movementId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "text" TEXT,
    "speaker" TEXT,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "viaDated" TEXT,
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "movement_opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "movement_decision" (
    "id" UUID NOT NULL,
    "movementId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "decidedOn" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "note" TEXT,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedAt" TIMESTAMPTZ(3),
    "replaceReason" TEXT,

    CONSTRAINT "movement_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "positionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reasons" TEXT,
    "proposedBy" UUID NOT NULL,
    "recordedBy" UUID,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "viaDated" TEXT,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "listedAt" TIMESTAMPTZ(3),
    "rank" INTEGER,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "answer" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination_revision" (
    "nominationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "reasons" TEXT,
    "positionId" UUID NOT NULL,
    "rank" INTEGER,
    "why" TEXT NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedBy" UUID,

    CONSTRAINT "nomination_revision_pkey" PRIMARY KEY ("nominationId","version")
);

-- CreateTable
CREATE TABLE "check_result" (
    "id" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "ruleSet" TEXT NOT NULL,
    "ruleSetVersion" INTEGER NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "occasion" TEXT NOT NULL,

    CONSTRAINT "check_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination_consent" (
    "id" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "viaDated" TEXT,
    "note" TEXT,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "nomination_consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nomination_endorsement" (
    "id" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "viaDated" TEXT,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "nomination_endorsement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "own_unit_inquiry" (
    "id" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "askedOn" TEXT NOT NULL,
    "letter" TEXT,
    "answer" TEXT,
    "answeredOn" TEXT,
    "reference" TEXT,
    "note" TEXT,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "own_unit_inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "no_names" (
    "planId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "no_names_pkey" PRIMARY KEY ("planId","personId")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "fullName" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "sortName" TEXT NOT NULL DEFAULT '',
    "birthMonth" TEXT,
    "sex" TEXT,
    "unit" TEXT,
    "partyPost" TEXT,
    "statePost" TEXT,
    "level" INTEGER,
    "source" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3),
    "changedBy" UUID,
    "mergedInto" UUID,
    "erasedAt" TIMESTAMPTZ(3),
    "retainUntil" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_revision" (
    "personId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "form" JSONB NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedBy" UUID,

    CONSTRAINT "person_revision_pkey" PRIMARY KEY ("personId","version")
);

-- CreateTable
CREATE TABLE "discipline" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "decidedOn" TEXT,
    "effectUntil" TEXT,
    "decision" TEXT,
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "discipline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure_request" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "viaDated" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" UUID,
    "reason" TEXT,

    CONSTRAINT "erasure_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "termFrom" TEXT NOT NULL,
    "termTo" TEXT NOT NULL,
    "congress" TEXT,
    "ruleSet" TEXT NOT NULL,
    "ruleSetVersion" INTEGER NOT NULL,
    "ownRules" JSONB NOT NULL DEFAULT '[]',
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "level" INTEGER,
    "isCommittee" BOOLEAN NOT NULL DEFAULT false,
    "rank" INTEGER NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position_revision" (
    "positionId" UUID NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "level" INTEGER,
    "isCommittee" BOOLEAN NOT NULL,
    "rank" INTEGER NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "position_revision_pkey" PRIMARY KEY ("positionId","replacedAt")
);

-- CreateTable
CREATE TABLE "plan_entry" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "positionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "readiness" TEXT,
    "enteredOn" TEXT,
    "decisionIn" TEXT,
    "leftOn" TEXT,
    "decisionOut" TEXT,
    "reasonOut" TEXT,
    "ruleOut" TEXT,
    "recordedAt" TIMESTAMPTZ(3),
    "recordedBy" UUID,
    "leftRecordedAt" TIMESTAMPTZ(3),
    "leftRecordedBy" UUID,
    "changeIn" UUID,
    "changeOut" UUID,

    CONSTRAINT "plan_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_entry_revision" (
    "entryId" UUID NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedBy" UUID,
    "readiness" TEXT,
    "enteredOn" TEXT,
    "decisionIn" TEXT,

    CONSTRAINT "plan_entry_revision_pkey" PRIMARY KEY ("entryId","replacedAt")
);

-- CreateTable
CREATE TABLE "date_poll" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "batchId" UUID,
    "heldUntil" TIMESTAMPTZ(3),
    "conferenceId" UUID,
    "listIds" UUID[],

    CONSTRAINT "date_poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_poll_option" (
    "id" UUID NOT NULL,
    "pollId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "batchId" UUID,
    "dropBatchId" UUID,
    "droppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "date_poll_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_poll_answer" (
    "id" UUID NOT NULL,
    "pollId" UUID NOT NULL,
    "optionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "viaDated" TEXT,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "date_poll_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,
    "computedBy" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedBy" UUID,
    "body" TEXT,
    "discussedOn" TEXT,

    CONSTRAINT "pool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_finding" (
    "id" UUID NOT NULL,
    "poolId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "positionIds" UUID[],
    "outcome" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "pool_finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_opinion" (
    "id" UUID NOT NULL,
    "poolId" UUID NOT NULL,
    "positionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "ruling" TEXT,
    "reason" TEXT,
    "prospects" TEXT,
    "assessment" TEXT,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pool_opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_procedure" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "procedure" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedBy" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "plan_procedure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_outcome" (
    "id" UUID NOT NULL,
    "procedureId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "viaKind" TEXT NOT NULL,
    "viaReference" TEXT,
    "note" TEXT,
    "isPassed" BOOLEAN,
    "candidates" JSONB NOT NULL,
    "enteredBy" UUID,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "step_outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step_rule_change" (
    "id" UUID NOT NULL,
    "procedureId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "changedBy" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "step_rule_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tick" (
    "task" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tick_pkey" PRIMARY KEY ("task","at")
);

-- CreateTable
CREATE TABLE "removal_proposal" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "positionId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "note" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" UUID,
    "endNote" TEXT,
    "body" TEXT,
    "decision" TEXT,
    "decidedOn" TEXT,
    "basis" TEXT,

    CONSTRAINT "removal_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nominee_list" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL,
    "frozenBy" UUID,

    CONSTRAINT "nominee_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nominee_list_entry" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "nominationVersion" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "positionId" UUID NOT NULL,
    "positionTitle" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "shown" JSONB,

    CONSTRAINT "nominee_list_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_round" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'named',
    "state" TEXT NOT NULL,
    "statedDate" TEXT NOT NULL,
    "statedTime" TEXT,
    "closesDate" TEXT,
    "closesTime" TEXT,
    "againOf" UUID,
    "why" TEXT,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "preparedBy" UUID,
    "openedAt" TIMESTAMPTZ(3),
    "batchId" UUID,
    "heldUntil" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" UUID,
    "pausedUntil" TIMESTAMPTZ(3),
    "othersComments" TEXT NOT NULL DEFAULT 'after-mine',
    "reviewerNames" TEXT NOT NULL DEFAULT 'never',
    "chairOnlyToClerk" BOOLEAN NOT NULL DEFAULT false,
    "synthesisVersion" INTEGER NOT NULL DEFAULT 0,
    "toldIds" UUID[],

    CONSTRAINT "review_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_list_change" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "fromListId" UUID NOT NULL,
    "toListId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "why" TEXT,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "preparedBy" UUID,
    "appliedAt" TIMESTAMPTZ(3),
    "batchId" UUID,
    "heldUntil" TIMESTAMPTZ(3),

    CONSTRAINT "review_list_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_participant" (
    "roundId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "roles" TEXT[],
    "unit" TEXT,
    "seenAt" TIMESTAMPTZ(3),
    "passedTo" UUID,
    "passedAt" TIMESTAMPTZ(3),

    CONSTRAINT "review_participant_pkey" PRIMARY KEY ("roundId","personId")
);

-- CreateTable
CREATE TABLE "review_answer" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "restAgrees" BOOLEAN NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "viaDated" TEXT,
    "why" TEXT,
    "objectedAt" TIMESTAMPTZ(3),
    "supersededAt" TIMESTAMPTZ(3),
    "asksAgain" BOOLEAN NOT NULL DEFAULT false,
    "synthesisVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_answer_line" (
    "answerId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "stance" TEXT NOT NULL,
    "byList" BOOLEAN NOT NULL,
    "text" TEXT,
    "quality" TEXT,
    "capacity" TEXT,
    "prestige" TEXT,
    "prospects" TEXT,
    "chairOnly" BOOLEAN NOT NULL DEFAULT false,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "commentId" UUID NOT NULL,

    CONSTRAINT "review_answer_line_pkey" PRIMARY KEY ("answerId","entryId")
);

-- CreateTable
CREATE TABLE "review_response" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "respondedBy" UUID NOT NULL,
    "respondedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_lead" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "nomineeId" UUID NOT NULL,
    "leaderId" UUID NOT NULL,
    "handedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "takenAt" TIMESTAMPTZ(3),
    "recordedBy" UUID,

    CONSTRAINT "review_lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_look" (
    "roundId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_look_pkey" PRIMARY KEY ("roundId","personId")
);

-- CreateTable
CREATE TABLE "review_draft" (
    "roundId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "restAgrees" BOOLEAN NOT NULL,
    "viaKind" TEXT,
    "viaReference" TEXT,
    "viaDated" TEXT,
    "why" TEXT,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_draft_pkey" PRIMARY KEY ("roundId","personId","authorId")
);

-- CreateTable
CREATE TABLE "review_draft_line" (
    "roundId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "isPicked" BOOLEAN NOT NULL,
    "stance" TEXT,
    "text" TEXT,
    "quality" TEXT,
    "capacity" TEXT,
    "prestige" TEXT,
    "prospects" TEXT,
    "chairOnly" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_draft_line_pkey" PRIMARY KEY ("roundId","personId","authorId","entryId")
);

-- CreateTable
CREATE TABLE "review_anonymous_line" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "stance" TEXT NOT NULL,
    "text" TEXT,
    "quality" TEXT,
    "capacity" TEXT,
    "prestige" TEXT,
    "prospects" TEXT,

    CONSTRAINT "review_anonymous_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_anonymous_share" (
    "roundId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "papers" INTEGER NOT NULL,

    CONSTRAINT "review_anonymous_share_pkey" PRIMARY KEY ("roundId","part")
);

-- CreateTable
CREATE TABLE "sealed_box" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "paperSize" INTEGER NOT NULL,
    "publicKey" BYTEA,
    "operatorKey" BYTEA,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "countedAt" TIMESTAMPTZ(3),
    "destroyedAt" TIMESTAMPTZ(3),
    "readingUntil" TIMESTAMPTZ(3),
    "papersRead" INTEGER NOT NULL DEFAULT 0,
    "papersInAll" INTEGER NOT NULL DEFAULT 0,
    "receipts" TEXT[],

    CONSTRAINT "sealed_box_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealed_keyholder" (
    "boxId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "salt" BYTEA,
    "publicKey" BYTEA,

    CONSTRAINT "sealed_keyholder_pkey" PRIMARY KEY ("boxId","personId")
);

-- CreateTable
CREATE TABLE "sealed_share" (
    "boxId" UUID NOT NULL,
    "outerId" UUID NOT NULL,
    "innerId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "sealed_share_pkey" PRIMARY KEY ("boxId","outerId","innerId")
);

-- CreateTable
CREATE TABLE "sealed_layer" (
    "boxId" UUID NOT NULL,
    "outerId" UUID NOT NULL,
    "innerId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "sealed_layer_pkey" PRIMARY KEY ("boxId","outerId","innerId")
);

-- CreateTable
CREATE TABLE "sealed_elector" (
    "boxId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "chunk" INTEGER NOT NULL,
    "hasSent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "sealed_elector_pkey" PRIMARY KEY ("boxId","personId")
);

-- CreateTable
CREATE TABLE "sealed_wrong_receipt" (
    "boxId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "tries" INTEGER NOT NULL,

    CONSTRAINT "sealed_wrong_receipt_pkey" PRIMARY KEY ("boxId","personId")
);

-- CreateTable
CREATE TABLE "sealed_urn" (
    "boxId" UUID NOT NULL,
    "chunk" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "sealed_urn_pkey" PRIMARY KEY ("boxId","chunk")
);

-- CreateTable
CREATE TABLE "sitting" (
    "conferenceId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "secretaryId" UUID,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,
    "frozenAt" TIMESTAMPTZ(3),

    CONSTRAINT "sitting_pkey" PRIMARY KEY ("conferenceId")
);

-- CreateTable
CREATE TABLE "sitting_seat" (
    "conferenceId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "post" TEXT,
    "rank" INTEGER NOT NULL,
    "isSummoned" BOOLEAN NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "inPlaceOfId" UUID,

    CONSTRAINT "sitting_seat_pkey" PRIMARY KEY ("conferenceId","revision","personId")
);

-- CreateTable
CREATE TABLE "sitting_item" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "text" TEXT,
    "listId" UUID,
    "inConsent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "sitting_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sitting_event" (
    "id" UUID NOT NULL,
    "serial" BIGSERIAL NOT NULL,
    "conferenceId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,
    "personId" UUID,
    "itemId" UUID,
    "text" TEXT,
    "facts" JSONB,
    "struckAt" TIMESTAMPTZ(3),
    "struckBy" UUID,
    "struckReason" TEXT,

    CONSTRAINT "sitting_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "authority" TEXT NOT NULL,
    "answererId" UUID,
    "letter" TEXT,
    "statedDate" TEXT,
    "statedTime" TEXT,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "preparedBy" UUID,
    "sentAt" TIMESTAMPTZ(3),
    "batchId" UUID,
    "heldUntil" TIMESTAMPTZ(3),
    "decisionNumber" TEXT,
    "decisionDated" TEXT,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_seat" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "positionId" UUID NOT NULL,
    "shown" JSONB,
    "positionTitle" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "answer" TEXT,
    "word" TEXT,
    "reply" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredBy" UUID,
    "answeredVia" TEXT,

    CONSTRAINT "submission_seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_paper" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sourceId" UUID,
    "title" TEXT,
    "number" TEXT,
    "dated" TEXT,
    "version" INTEGER,
    "sha256" TEXT,
    "place" INTEGER NOT NULL,

    CONSTRAINT "submission_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_link" (
    "hash" TEXT NOT NULL,
    "submissionId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "validUntil" TIMESTAMPTZ(3) NOT NULL,
    "spentAt" TIMESTAMPTZ(3),

    CONSTRAINT "submission_link_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "itemId" UUID,
    "itemText" TEXT,
    "itemListId" UUID,
    "text" TEXT NOT NULL,
    "ownerId" UUID NOT NULL,
    "dueOn" TEXT,
    "givenBy" UUID,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "word" TEXT,
    "settledBy" UUID,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "committeeId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" UUID,
    "endedOn" TEXT,
    "endKind" TEXT,
    "intoId" UUID,
    "endDecision" TEXT,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_spell" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "parentId" UUID,
    "validFrom" TEXT,
    "decision" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" UUID,

    CONSTRAINT "unit_spell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "platformId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "platformId" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "locale" TEXT,
    "zone" TEXT,
    "isAdmin" BOOLEAN NOT NULL DEFAULT false,
    "isOutsider" BOOLEAN NOT NULL DEFAULT false,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "personId" UUID,
    "committeeId" UUID,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "yearly_review" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedBy" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" UUID,
    "body" TEXT,
    "decision" TEXT,
    "decidedOn" TEXT,
    "basis" TEXT,

    CONSTRAINT "yearly_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "yearly_review_decision" (
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "positionId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT,
    "toPlanId" UUID,
    "toPositionId" UUID,
    "evidence" JSONB NOT NULL,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "yearly_review_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recusal_committeeId_personId_idx" ON "recusal"("committeeId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "conflict_ruling_committeeId_personId_nomineeId_kind_key" ON "conflict_ruling"("committeeId", "personId", "nomineeId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "declared_relation_committeeId_personId_searchName_kind_key" ON "declared_relation"("committeeId", "personId", "searchName", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "event_serial_key" ON "event"("serial");

-- CreateIndex
CREATE INDEX "event_workspaceId_subjectKind_subjectId_idx" ON "event"("workspaceId", "subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "event_workspaceId_serial_idx" ON "event"("workspaceId", "serial");

-- CreateIndex
CREATE INDEX "event_unsealed_workspaceId_serial_idx" ON "event_unsealed"("workspaceId", "serial");

-- CreateIndex
CREATE UNIQUE INDEX "seal_eventId_key" ON "seal"("eventId");

-- CreateIndex
CREATE INDEX "ballot_round_committeeId_state_idx" ON "ballot_round"("committeeId", "state");

-- CreateIndex
CREATE INDEX "ballot_round_conferenceId_idx" ON "ballot_round"("conferenceId");

-- CreateIndex
CREATE INDEX "ballot_round_procedureId_idx" ON "ballot_round"("procedureId");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_candidate_roundId_place_key" ON "ballot_candidate"("roundId", "place");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_paper_roundId_personId_version_key" ON "ballot_paper"("roundId", "personId", "version");

-- CreateIndex
CREATE INDEX "ballot_count_roundId_idx" ON "ballot_count"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "collection_committeeId_number_key" ON "collection"("committeeId", "number");

-- CreateIndex
CREATE INDEX "collection_unit_committeeId_idx" ON "collection_unit"("committeeId");

-- CreateIndex
CREATE INDEX "hand_in_collectionId_idx" ON "hand_in"("collectionId");

-- CreateIndex
CREATE UNIQUE INDEX "committee_workspaceId_channelId_key" ON "committee"("workspaceId", "channelId");

-- CreateIndex
CREATE INDEX "membership_committeeId_personId_idx" ON "membership"("committeeId", "personId");

-- CreateIndex
CREATE INDEX "conference_committeeId_state_idx" ON "conference"("committeeId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "conference_revision_conferenceId_number_key" ON "conference_revision"("conferenceId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "conference_item_revisionId_place_key" ON "conference_item"("revisionId", "place");

-- CreateIndex
CREATE UNIQUE INDEX "conference_item_revisionId_itemId_key" ON "conference_item"("revisionId", "itemId");

-- CreateIndex
CREATE INDEX "conference_summons_conferenceId_personId_idx" ON "conference_summons"("conferenceId", "personId");

-- CreateIndex
CREATE INDEX "conference_reply_conferenceId_personId_idx" ON "conference_reply"("conferenceId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_secretHash_key" ON "calendar_feed"("secretHash");

-- CreateIndex
CREATE INDEX "calendar_feed_personId_idx" ON "calendar_feed"("personId");

-- CreateIndex
CREATE INDEX "request_at_idx" ON "request"("at");

-- CreateIndex
CREATE INDEX "deadline_committeeId_state_dueAt_idx" ON "deadline"("committeeId", "state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "deadline_subjectKind_subjectId_key" ON "deadline"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "reminder_state_at_idx" ON "reminder"("state", "at");

-- CreateIndex
CREATE INDEX "reminder_personId_mode_at_idx" ON "reminder"("personId", "mode", "at");

-- CreateIndex
CREATE INDEX "reminder_batchId_idx" ON "reminder"("batchId");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_deadlineId_personId_rung_version_key" ON "reminder"("deadlineId", "personId", "rung", "version");

-- CreateIndex
CREATE INDEX "schedule_committeeId_idx" ON "schedule"("committeeId");

-- CreateIndex
CREATE UNIQUE INDEX "schedule_step_scheduleId_key_key" ON "schedule_step"("scheduleId", "key");

-- CreateIndex
CREATE INDEX "schedule_move_scheduleId_idx" ON "schedule_move"("scheduleId");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_sequence_key" ON "delivery"("sequence");

-- CreateIndex
CREATE INDEX "delivery_batchId_idx" ON "delivery"("batchId");

-- CreateIndex
CREATE INDEX "delivery_workspaceId_committeeId_kind_idx" ON "delivery"("workspaceId", "committeeId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_workspaceId_key_key" ON "delivery"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "development_measure_committeeId_personId_idx" ON "development_measure"("committeeId", "personId");

-- CreateIndex
CREATE INDEX "development_measure_entryId_idx" ON "development_measure"("entryId");

-- CreateIndex
CREATE UNIQUE INDEX "experience_kind_workspaceId_foldedName_key" ON "experience_kind"("workspaceId", "foldedName");

-- CreateIndex
CREATE INDEX "experience_personId_idx" ON "experience"("personId");

-- CreateIndex
CREATE INDEX "dossier_paper_planId_endedAt_idx" ON "dossier_paper"("planId", "endedAt");

-- CreateIndex
CREATE INDEX "external_nomination_committeeId_idx" ON "external_nomination"("committeeId");

-- CreateIndex
CREATE INDEX "external_contact_nominationId_idx" ON "external_contact"("nominationId");

-- CreateIndex
CREATE INDEX "guidance_committeeId_idx" ON "guidance"("committeeId");

-- CreateIndex
CREATE INDEX "import_preview_expiresAt_idx" ON "import_preview"("expiresAt");

-- CreateIndex
CREATE INDEX "minutes_committeeId_state_idx" ON "minutes"("committeeId", "state");

-- CreateIndex
CREATE INDEX "minutes_correction_conferenceId_state_idx" ON "minutes_correction"("conferenceId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_addendum_conferenceId_number_key" ON "minutes_addendum"("conferenceId", "number");

-- CreateIndex
CREATE INDEX "movement_committeeId_year_idx" ON "movement"("committeeId", "year");

-- CreateIndex
CREATE INDEX "movement_personId_idx" ON "movement"("personId");

-- CreateIndex
CREATE INDEX "movement_afterId_idx" ON "movement"("afterId");

-- CreateIndex
CREATE INDEX "movement_leg_personId_idx" ON "movement_leg"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "movement_leg_movementId_number_key" ON "movement_leg"("movementId", "number");

-- CreateIndex
CREATE INDEX "movement_opinion_movementId_idx" ON "movement_opinion"("movementId");

-- CreateIndex
CREATE INDEX "movement_decision_movementId_idx" ON "movement_decision"("movementId");

-- CreateIndex
CREATE INDEX "nomination_planId_positionId_state_idx" ON "nomination"("planId", "positionId", "state");

-- CreateIndex
CREATE INDEX "check_result_nominationId_checkedAt_idx" ON "check_result"("nominationId", "checkedAt");

-- CreateIndex
CREATE INDEX "nomination_consent_nominationId_idx" ON "nomination_consent"("nominationId");

-- CreateIndex
CREATE INDEX "nomination_endorsement_nominationId_idx" ON "nomination_endorsement"("nominationId");

-- CreateIndex
CREATE INDEX "own_unit_inquiry_nominationId_idx" ON "own_unit_inquiry"("nominationId");

-- CreateIndex
CREATE INDEX "person_workspaceId_searchName_idx" ON "person"("workspaceId", "searchName");

-- CreateIndex
CREATE INDEX "erasure_request_workspaceId_state_idx" ON "erasure_request"("workspaceId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "plan_committeeId_unit_track_termFrom_key" ON "plan"("committeeId", "unit", "track", "termFrom");

-- CreateIndex
CREATE UNIQUE INDEX "position_planId_title_key" ON "position"("planId", "title");

-- CreateIndex
CREATE INDEX "plan_entry_planId_personId_idx" ON "plan_entry"("planId", "personId");

-- CreateIndex
CREATE INDEX "date_poll_committeeId_state_idx" ON "date_poll"("committeeId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "date_poll_option_pollId_place_key" ON "date_poll_option"("pollId", "place");

-- CreateIndex
CREATE INDEX "date_poll_answer_pollId_personId_idx" ON "date_poll_answer"("pollId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "pool_planId_version_key" ON "pool"("planId", "version");

-- CreateIndex
CREATE INDEX "pool_finding_poolId_idx" ON "pool_finding"("poolId");

-- CreateIndex
CREATE INDEX "pool_opinion_poolId_idx" ON "pool_opinion"("poolId");

-- CreateIndex
CREATE INDEX "plan_procedure_planId_idx" ON "plan_procedure"("planId");

-- CreateIndex
CREATE INDEX "step_outcome_procedureId_idx" ON "step_outcome"("procedureId");

-- CreateIndex
CREATE INDEX "step_rule_change_procedureId_idx" ON "step_rule_change"("procedureId");

-- CreateIndex
CREATE INDEX "removal_proposal_planId_state_idx" ON "removal_proposal"("planId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "nominee_list_planId_number_key" ON "nominee_list"("planId", "number");

-- CreateIndex
CREATE INDEX "nominee_list_entry_nominationId_idx" ON "nominee_list_entry"("nominationId");

-- CreateIndex
CREATE UNIQUE INDEX "nominee_list_entry_listId_nominationId_key" ON "nominee_list_entry"("listId", "nominationId");

-- CreateIndex
CREATE INDEX "review_round_committeeId_state_idx" ON "review_round"("committeeId", "state");

-- CreateIndex
CREATE INDEX "review_round_planId_idx" ON "review_round"("planId");

-- CreateIndex
CREATE INDEX "review_list_change_roundId_idx" ON "review_list_change"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "review_answer_roundId_personId_version_key" ON "review_answer"("roundId", "personId", "version");

-- CreateIndex
CREATE INDEX "review_answer_line_entryId_idx" ON "review_answer_line"("entryId");

-- CreateIndex
CREATE INDEX "review_answer_line_commentId_idx" ON "review_answer_line"("commentId");

-- CreateIndex
CREATE INDEX "review_response_roundId_idx" ON "review_response"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "review_response_commentId_version_key" ON "review_response"("commentId", "version");

-- CreateIndex
CREATE INDEX "review_lead_committeeId_leaderId_idx" ON "review_lead"("committeeId", "leaderId");

-- CreateIndex
CREATE INDEX "review_anonymous_line_roundId_idx" ON "review_anonymous_line"("roundId");

-- CreateIndex
CREATE INDEX "sealed_box_state_idx" ON "sealed_box"("state");

-- CreateIndex
CREATE UNIQUE INDEX "sealed_box_subjectKind_subjectId_key" ON "sealed_box"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "sealed_elector_personId_idx" ON "sealed_elector"("personId");

-- CreateIndex
CREATE INDEX "sitting_committeeId_state_idx" ON "sitting"("committeeId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_item_conferenceId_place_key" ON "sitting_item"("conferenceId", "place");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_event_serial_key" ON "sitting_event"("serial");

-- CreateIndex
CREATE INDEX "sitting_event_conferenceId_at_serial_idx" ON "sitting_event"("conferenceId", "at", "serial");

-- CreateIndex
CREATE UNIQUE INDEX "submission_committeeId_number_key" ON "submission"("committeeId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "submission_seat_submissionId_nominationId_key" ON "submission_seat"("submissionId", "nominationId");

-- CreateIndex
CREATE UNIQUE INDEX "submission_paper_submissionId_place_key" ON "submission_paper"("submissionId", "place");

-- CreateIndex
CREATE INDEX "task_committeeId_state_idx" ON "task"("committeeId", "state");

-- CreateIndex
CREATE INDEX "task_conferenceId_idx" ON "task"("conferenceId");

-- CreateIndex
CREATE UNIQUE INDEX "unit_committeeId_key" ON "unit"("committeeId");

-- CreateIndex
CREATE INDEX "unit_workspaceId_idx" ON "unit"("workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "workspace_platform_platformId_key" ON "workspace"("platform", "platformId");

-- CreateIndex
CREATE UNIQUE INDEX "member_personId_key" ON "member"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "member_workspaceId_platformId_key" ON "member"("workspaceId", "platformId");

-- CreateIndex
CREATE INDEX "yearly_review_planId_idx" ON "yearly_review"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "yearly_review_decision_reviewId_subjectId_key" ON "yearly_review_decision"("reviewId", "subjectId");

-- AddForeignKey
ALTER TABLE "ballot_elector" ADD CONSTRAINT "ballot_elector_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ballot_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_candidate" ADD CONSTRAINT "ballot_candidate_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ballot_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_paper" ADD CONSTRAINT "ballot_paper_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ballot_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot_count" ADD CONSTRAINT "ballot_count_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ballot_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_unit" ADD CONSTRAINT "collection_unit_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "collection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_in" ADD CONSTRAINT "hand_in_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "collection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee" ADD CONSTRAINT "committee_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conference_revision" ADD CONSTRAINT "conference_revision_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conference_item" ADD CONSTRAINT "conference_item_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "conference_revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conference_lift" ADD CONSTRAINT "conference_lift_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conference_summons" ADD CONSTRAINT "conference_summons_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conference_reply" ADD CONSTRAINT "conference_reply_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_deadlineId_fkey" FOREIGN KEY ("deadlineId") REFERENCES "deadline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_step" ADD CONSTRAINT "schedule_step_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "schedule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_move" ADD CONSTRAINT "schedule_move_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "schedule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "development_measure" ADD CONSTRAINT "development_measure_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "plan_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experience" ADD CONSTRAINT "experience_kindId_fkey" FOREIGN KEY ("kindId") REFERENCES "experience_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_contact" ADD CONSTRAINT "external_contact_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "external_nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance" ADD CONSTRAINT "guidance_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_correction" ADD CONSTRAINT "minutes_correction_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "minutes"("conferenceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_addendum" ADD CONSTRAINT "minutes_addendum_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "minutes"("conferenceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "movement_revision" ADD CONSTRAINT "movement_revision_movementId_fkey" FOREIGN KEY ("movementId") REFERENCES "movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "movement_leg" ADD CONSTRAINT "movement_leg_movementId_fkey" FOREIGN KEY ("movementId") REFERENCES "movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "movement_opinion" ADD CONSTRAINT "movement_opinion_movementId_fkey" FOREIGN KEY ("movementId") REFERENCES "movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "movement_decision" ADD CONSTRAINT "movement_decision_movementId_fkey" FOREIGN KEY ("movementId") REFERENCES "movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_revision" ADD CONSTRAINT "nomination_revision_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_consent" ADD CONSTRAINT "nomination_consent_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nomination_endorsement" ADD CONSTRAINT "nomination_endorsement_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_unit_inquiry" ADD CONSTRAINT "own_unit_inquiry_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "no_names" ADD CONSTRAINT "no_names_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_revision" ADD CONSTRAINT "person_revision_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discipline" ADD CONSTRAINT "discipline_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_revision" ADD CONSTRAINT "position_revision_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_entry" ADD CONSTRAINT "plan_entry_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_entry" ADD CONSTRAINT "plan_entry_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_entry_revision" ADD CONSTRAINT "plan_entry_revision_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "plan_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_poll_option" ADD CONSTRAINT "date_poll_option_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "date_poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_poll_answer" ADD CONSTRAINT "date_poll_answer_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "date_poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool" ADD CONSTRAINT "pool_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_finding" ADD CONSTRAINT "pool_finding_poolId_fkey" FOREIGN KEY ("poolId") REFERENCES "pool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_opinion" ADD CONSTRAINT "pool_opinion_poolId_fkey" FOREIGN KEY ("poolId") REFERENCES "pool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_outcome" ADD CONSTRAINT "step_outcome_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "plan_procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_rule_change" ADD CONSTRAINT "step_rule_change_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "plan_procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removal_proposal" ADD CONSTRAINT "removal_proposal_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "removal_proposal" ADD CONSTRAINT "removal_proposal_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "plan_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nominee_list_entry" ADD CONSTRAINT "nominee_list_entry_listId_fkey" FOREIGN KEY ("listId") REFERENCES "nominee_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_listId_fkey" FOREIGN KEY ("listId") REFERENCES "nominee_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_participant" ADD CONSTRAINT "review_participant_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_answer" ADD CONSTRAINT "review_answer_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_answer_line" ADD CONSTRAINT "review_answer_line_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "review_answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_look" ADD CONSTRAINT "review_look_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_draft" ADD CONSTRAINT "review_draft_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_draft_line" ADD CONSTRAINT "review_draft_line_roundId_personId_authorId_fkey" FOREIGN KEY ("roundId", "personId", "authorId") REFERENCES "review_draft"("roundId", "personId", "authorId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_seat" ADD CONSTRAINT "sitting_seat_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "sitting"("conferenceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_item" ADD CONSTRAINT "sitting_item_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "sitting"("conferenceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_event" ADD CONSTRAINT "sitting_event_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "sitting"("conferenceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_paper" ADD CONSTRAINT "submission_paper_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_link" ADD CONSTRAINT "submission_link_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_spell" ADD CONSTRAINT "unit_spell_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "yearly_review" ADD CONSTRAINT "yearly_review_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "yearly_review_decision" ADD CONSTRAINT "yearly_review_decision_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "yearly_review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Guards: access.sql
-- Declaring twice is once, also at the same moment.
CREATE UNIQUE INDEX "recusal_once" ON "recusal" ("committeeId", "personId", "nomineeId") WHERE "liftedAt" IS NULL;
ALTER TABLE "conflict_ruling" ADD CONSTRAINT "conflict_ruling_is_known" CHECK ("ruling" IN ('pinned', 'dismissed'));
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_lifting_is_whole" CHECK (num_nulls("liftedAt", "liftedBy") <> 1);

-- Guards: audit.sql
-- Events and seals are only ever added. A superuser can switch these triggers off; verifyChain finds what was done then.
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE ON "event"
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER "event_never_emptied" BEFORE TRUNCATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER "seal_append_only" BEFORE UPDATE OR DELETE ON "seal"
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER "seal_never_emptied" BEFORE TRUNCATE ON "seal"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

-- Inside the transaction of the event itself, so that no event can be committed without waiting for its seal.
CREATE FUNCTION audit_await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "event_unsealed" ("eventId", "workspaceId", "serial") VALUES (NEW."id", NEW."workspaceId", NEW."serial");
  RETURN NULL;
END $$;
CREATE TRIGGER "event_awaits_seal" AFTER INSERT ON "event"
  FOR EACH ROW EXECUTE FUNCTION audit_await_seal();

-- Guards: ballots.sql
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_kind_is_known" CHECK ("kind" IN ('list', 'question'));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_mode_is_known" CHECK ("mode" IN ('open', 'secret', 'unnamed'));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_place_is_known" CHECK ("place" IN ('chat', 'room'));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_state_is_known"
  CHECK ("state" IN ('prepared', 'scheduled', 'open', 'closed', 'cancelled', 'void'));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_is_about_one_thing" CHECK (("kind" = 'list') = ("listId" IS NOT NULL));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_again_has_a_reason"
  CHECK ("afterKind" IS DISTINCT FROM 'again' OR "why" IS NOT NULL);
-- Closed and ruled on are one act, unless papers are sealed: those are opened later, or never.
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_closed_is_ruled"
  CHECK ("state" <> 'closed' OR ("closedAt" IS NOT NULL AND "frozen" IS NOT NULL
    AND ("rulings" IS NOT NULL OR ("mode" <> 'open' AND "place" = 'chat'))));
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_committee_exists"
  FOREIGN KEY ("committeeId") REFERENCES "committee" ("id");
ALTER TABLE "ballot_elector" ADD CONSTRAINT "ballot_elector_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
-- One paper of an elector counts: two devices at the same moment meet this.
CREATE UNIQUE INDEX "ballot_paper_once" ON "ballot_paper" ("roundId", "personId") WHERE "supersededAt" IS NULL;
CREATE INDEX "ballot_paper_unshown" ON "ballot_paper" ("roundId") WHERE NOT "isShown";
-- A paper of somebody who was not asked cannot be stored at all.
ALTER TABLE "ballot_paper" ADD CONSTRAINT "ballot_paper_of_an_elector"
  FOREIGN KEY ("roundId", "personId") REFERENCES "ballot_elector" ("roundId", "personId") ON UPDATE CASCADE;
CREATE UNIQUE INDEX "ballot_count_once" ON "ballot_count" ("roundId", "tellerId") WHERE "supersededAt" IS NULL;
-- A named paper cannot get into a sealed vote, whatever the program does.
CREATE FUNCTION ballot_refuse_named_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "ballot_round" r WHERE r."id" = NEW."roundId" AND r."mode" <> 'open' AND r."place" = 'chat') THEN
    RAISE EXCEPTION 'papers of this vote are sealed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ballot_paper_is_not_sealed" BEFORE INSERT ON "ballot_paper"
  FOR EACH ROW EXECUTE FUNCTION ballot_refuse_named_paper();

-- Guards: collections.sql
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

-- Guards: committees.sql
-- Somebody has one place in a committee at a time: of two who add the same person at once, one is first.
CREATE UNIQUE INDEX "membership_once" ON "membership" ("committeeId", "personId") WHERE "validTo" IS NULL;

-- Guards: conferences.sql
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

-- Guards: deadlines.sql
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_state_is_known" CHECK ("state" IN ('running', 'passed', 'cancelled'));
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_ladder_is_known" CHECK ("ladder" IN ('date', 'conference'));
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_passed_is_dated" CHECK (("state" = 'passed') = ("passedAt" IS NOT NULL));
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_committee_exists" FOREIGN KEY ("committeeId") REFERENCES "committee" ("id");
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_state_is_known"
  CHECK ("state" IN ('planned', 'sent', 'folded', 'skipped', 'told', 'dropped'));
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_mode_is_known" CHECK ("mode" IN ('digest', 'single', 'clerk', 'chair'));
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_handled_is_dated" CHECK (("state" = 'planned') = ("handledAt" IS NULL));
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_person_exists" FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_committee_exists" FOREIGN KEY ("committeeId") REFERENCES "committee" ("id");
CREATE UNIQUE INDEX "schedule_one_open" ON "schedule" ("committeeId") WHERE "closedAt" IS NULL;

-- Guards: delivery.sql
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

-- Guards: development.sql
-- A list that is pasted again changes nothing.
CREATE UNIQUE INDEX "development_measure_once"
  ON "development_measure" ("committeeId", "personId", "kind", "what", COALESCE("dueOn", ''));
ALTER TABLE "development_measure" ADD CONSTRAINT "development_measure_state_is_known"
  CHECK ("state" IN ('planned', 'done', 'not-done', 'given-up'));
ALTER TABLE "development_measure" ADD CONSTRAINT "development_measure_outcome_is_dated"
  CHECK (("state" = 'planned') = ("settledAt" IS NULL));
ALTER TABLE "development_measure" ADD CONSTRAINT "development_measure_not_done_for_a_reason"
  CHECK ("state" NOT IN ('not-done', 'given-up') OR "word" IS NOT NULL);
ALTER TABLE "development_measure" ADD CONSTRAINT "development_measure_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "development_measure" ADD CONSTRAINT "development_measure_movement_exists"
  FOREIGN KEY ("movementId") REFERENCES "movement" ("id");
CREATE UNIQUE INDEX "experience_once"
  ON "experience" ("personId", "kindId", COALESCE("fromMonth", ''), COALESCE("place", '')) WHERE "takenBackAt" IS NULL;
ALTER TABLE "experience" ADD CONSTRAINT "experience_person_exists" FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "experience" ADD CONSTRAINT "experience_movement_exists"
  FOREIGN KEY ("movementId") REFERENCES "movement" ("id");
ALTER TABLE "experience_kind" ADD CONSTRAINT "experience_kind_workspace_exists"
  FOREIGN KEY ("workspaceId") REFERENCES "workspace" ("id");

-- Guards: dossiers.sql
-- A paper counts once; an older row of it has ended.
CREATE UNIQUE INDEX "dossier_paper_counts_once" ON "dossier_paper" ("planId", "personId", "kind") WHERE "endedAt" IS NULL;
CREATE INDEX "dossier_paper_expiring" ON "dossier_paper" ("expiresOn") WHERE "endedAt" IS NULL AND "warnedAt" IS NULL;
ALTER TABLE "dossier_paper" ADD CONSTRAINT "dossier_paper_kind_is_known"
  CHECK ("kind" IN ('cv', 'evaluations', 'assets', 'political-standard'));
ALTER TABLE "dossier_paper" ADD CONSTRAINT "dossier_paper_expires_after_issue" CHECK ("expiresOn" >= "issuedOn");
ALTER TABLE "dossier_paper" ADD CONSTRAINT "dossier_paper_plan_exists" FOREIGN KEY ("planId") REFERENCES "plan" ("id");
ALTER TABLE "dossier_paper" ADD CONSTRAINT "dossier_paper_person_exists" FOREIGN KEY ("personId") REFERENCES "person" ("id");

-- Guards: external-nominations.sql
ALTER TABLE "external_nomination" ADD CONSTRAINT "external_nomination_state_is_known"
  CHECK ("state" IN ('preparing', 'elected', 'not-elected', 'withdrawn'));
ALTER TABLE "external_nomination" ADD CONSTRAINT "external_nomination_outcome_is_dated"
  CHECK (("state" = 'preparing') = ("resultOn" IS NULL));
ALTER TABLE "external_nomination" ADD CONSTRAINT "external_nomination_result_after_preparation"
  CHECK ("resultOn" >= "preparedOn");
ALTER TABLE "external_nomination" ADD CONSTRAINT "external_nomination_reported_after_result"
  CHECK ("reportedOn" IS NULL OR ("resultOn" IS NOT NULL AND "reportedOn" >= "resultOn"));
ALTER TABLE "external_nomination" ADD CONSTRAINT "external_nomination_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "external_nomination" ADD CONSTRAINT "external_nomination_responsible_exists"
  FOREIGN KEY ("responsibleId") REFERENCES "person" ("id");
-- A person is put forward for one position of an outside body once at a time.
CREATE UNIQUE INDEX "external_nomination_one_open" ON "external_nomination" ("committeeId", "personId", "body", "position")
  WHERE "state" = 'preparing';
-- The same contact is recorded once. Hashed: an index holds no long text.
CREATE UNIQUE INDEX "external_contact_once" ON "external_contact" ("nominationId", "heldOn", md5("withWhom"), md5("said"));

-- Guards: guidance.sql
-- The same document holds once: a correction ends the old row first.
CREATE UNIQUE INDEX "guidance_once" ON "guidance" ("committeeId", "number", "issuedOn") WHERE "endedAt" IS NULL;

-- Guards: minutes.sql
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_state_is_known" CHECK ("state" IN ('draft', 'circulated', 'confirmed'));
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_conference_exists"
  FOREIGN KEY ("conferenceId") REFERENCES "conference" ("id");
-- Confirmed by both, or by the number and date of the signed paper; never by one alone.
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_confirmed_by_both_or_paper" CHECK (
  ("state" = 'confirmed') = ("confirmedAt" IS NOT NULL)
  AND ("state" <> 'confirmed' OR ("chairAt" IS NOT NULL AND "secretaryAt" IS NOT NULL)
    OR ("paperNumber" IS NOT NULL AND "paperDated" IS NOT NULL)));
ALTER TABLE "minutes_correction" ADD CONSTRAINT "minutes_correction_state_is_known"
  CHECK ("state" IN ('open', 'accepted', 'declined'));
ALTER TABLE "minutes_correction" ADD CONSTRAINT "minutes_correction_declined_has_reason"
  CHECK ("state" <> 'declined' OR "reason" IS NOT NULL);

-- Guards: movements.sql
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

-- Guards: nominations.sql
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_state_is_known"
  CHECK ("state" IN ('suggested', 'listed', 'withdrawn', 'declined', 'approved', 'not-approved'));
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_source_is_known"
  CHECK ("source" IN ('inside', 'outside', 'self', 'superior'));
-- What has ended says so; a withdrawn one also says why.
ALTER TABLE "nomination" ADD CONSTRAINT "nomination_end_is_dated"
  CHECK (("state" NOT IN ('suggested', 'listed')) = ("endedAt" IS NOT NULL));

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
ALTER TABLE "nomination_consent" ADD CONSTRAINT "nomination_consent_state_is_known"
  CHECK ("state" IN ('asked', 'given', 'declined'));
-- One answer stands: the nominee's click and the committee secretary's entry at the same moment meet this.
CREATE UNIQUE INDEX "nomination_consent_one_stands" ON "nomination_consent" ("nominationId") WHERE "supersededAt" IS NULL;
ALTER TABLE "nomination_endorsement" ADD CONSTRAINT "nomination_endorsement_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
-- A second click endorses once.
CREATE UNIQUE INDEX "nomination_endorsement_once" ON "nomination_endorsement" ("nominationId", "personId") WHERE "takenBackAt" IS NULL;
ALTER TABLE "no_names" ADD CONSTRAINT "no_names_person_exists" FOREIGN KEY ("personId") REFERENCES "person" ("id");
-- Of two who record what the own unit said at the same moment, one stands.
CREATE UNIQUE INDEX "own_unit_inquiry_one_stands" ON "own_unit_inquiry" ("nominationId") WHERE "supersededAt" IS NULL;
ALTER TABLE "own_unit_inquiry" ADD CONSTRAINT "own_unit_answer_is_dated"
  CHECK (("answer" IS NULL) = ("answeredOn" IS NULL));

-- Guards: people.sql
ALTER TABLE "person" ADD CONSTRAINT "person_birth_month_is_a_month"
  CHECK ("birthMonth" IS NULL OR "birthMonth" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');
ALTER TABLE "discipline" ADD CONSTRAINT "discipline_kind_is_known"
  CHECK ("kind" IN ('reprimand', 'warning', 'removal', 'expulsion'));
-- The same decision about somebody is one entry, however often a list is imported.
CREATE UNIQUE INDEX "discipline_once" ON "discipline" ("personId", "kind", COALESCE("decidedOn", '')) WHERE "replacedAt" IS NULL;
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_exists" FOREIGN KEY ("mergedInto") REFERENCES "person" ("id");
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_another" CHECK ("mergedInto" <> "id");
CREATE INDEX "person_former" ON "person" ("mergedInto") WHERE "mergedInto" IS NOT NULL;
-- A form that was open while two rows became one still names the row that went: what it says is of the one that stayed.
-- Whoever merges holds both rows FOR UPDATE, so that nothing slips in beside them.
CREATE FUNCTION person_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept uuid;
BEGIN
  SELECT p."mergedInto" INTO kept FROM "person" p WHERE p."id" = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid FOR KEY SHARE;
  IF kept IS NOT NULL THEN
    NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], kept));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "membership_of_the_kept" BEFORE INSERT ON "membership" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "nomination_of_the_kept" BEFORE INSERT ON "nomination" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "plan_entry_of_the_kept" BEFORE INSERT ON "plan_entry" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "discipline_of_the_kept" BEFORE INSERT ON "discipline" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "conference_summons_of_the_kept" BEFORE INSERT ON "conference_summons"
  FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "recusal_of_the_kept" BEFORE INSERT ON "recusal" FOR EACH ROW EXECUTE FUNCTION person_kept('nomineeId');
CREATE TRIGGER "task_of_the_kept" BEFORE INSERT ON "task" FOR EACH ROW EXECUTE FUNCTION person_kept('ownerId');

-- Guards: personal-data.sql
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

-- Guards: plans.sql
ALTER TABLE "plan" ADD CONSTRAINT "plan_term_has_an_order" CHECK ("termFrom" < "termTo");
ALTER TABLE "position" ADD CONSTRAINT "position_has_seats" CHECK ("seats" >= 1);
-- Somebody stands in a plan once for a position at a time: importing a list again changes nothing.
CREATE UNIQUE INDEX "plan_entry_once" ON "plan_entry" ("positionId", "personId") WHERE "leftOn" IS NULL;

-- Guards: polls.sql
ALTER TABLE "date_poll" ADD CONSTRAINT "date_poll_state_is_known"
  CHECK ("state" IN ('prepared', 'open', 'closed', 'used', 'cancelled'));
ALTER TABLE "date_poll" ADD CONSTRAINT "date_poll_used_is_a_draft" CHECK (("state" = 'used') = ("conferenceId" IS NOT NULL));
ALTER TABLE "date_poll" ADD CONSTRAINT "date_poll_committee_exists"
  FOREIGN KEY ("committeeId") REFERENCES "committee" ("id");
ALTER TABLE "date_poll_answer" ADD CONSTRAINT "date_poll_answer_is_known" CHECK ("answer" IN ('yes', 'if-need-be', 'no'));
ALTER TABLE "date_poll_answer" ADD CONSTRAINT "date_poll_answer_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "date_poll_answer" ADD CONSTRAINT "date_poll_answer_option_exists"
  FOREIGN KEY ("optionId") REFERENCES "date_poll_option" ("id");
-- One answer a date stands: a second click at the same moment meets this.
CREATE UNIQUE INDEX "date_poll_answer_once" ON "date_poll_answer" ("optionId", "personId") WHERE "supersededAt" IS NULL;

-- Guards: pools.sql
-- One pool being worked on and one in force a plan, whoever computes or confirms at the same moment.
CREATE UNIQUE INDEX "pool_one_open" ON "pool" ("planId") WHERE "state" = 'open';
CREATE UNIQUE INDEX "pool_one_confirmed" ON "pool" ("planId") WHERE "state" = 'confirmed';
ALTER TABLE "pool" ADD CONSTRAINT "pool_confirmed_says_when"
  CHECK ("state" = 'open' OR ("confirmedAt" IS NOT NULL AND "body" IS NOT NULL AND "discussedOn" IS NOT NULL));
ALTER TABLE "pool_opinion" ADD CONSTRAINT "pool_ruling_has_a_reason" CHECK ("ruling" IS NULL OR "reason" IS NOT NULL);
-- Computed while two rows of the register became one: what was found is of the one that stayed.
CREATE TRIGGER "pool_finding_of_the_kept" BEFORE INSERT ON "pool_finding" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');
CREATE TRIGGER "pool_opinion_of_the_kept" BEFORE INSERT ON "pool_opinion" FOR EACH ROW EXECUTE FUNCTION person_kept('personId');

-- Guards: procedures.sql
ALTER TABLE "plan_procedure" ADD CONSTRAINT "plan_procedure_occasion_is_known"
  CHECK ("occasion" IN ('new-plan', 'yearly-review'));
ALTER TABLE "plan_procedure" ADD CONSTRAINT "plan_procedure_plan_exists"
  FOREIGN KEY ("planId") REFERENCES "plan" ("id");
-- One at a time: two secretaries who choose at the same moment meet this.
CREATE UNIQUE INDEX "plan_procedure_once" ON "plan_procedure" ("planId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "step_outcome_once" ON "step_outcome" ("procedureId", "step") WHERE "supersededAt" IS NULL;
ALTER TABLE "step_rule_change" ADD CONSTRAINT "step_rule_change_part_is_known"
  CHECK ("part" IN ('threshold', 'quorum'));
CREATE UNIQUE INDEX "step_rule_change_once" ON "step_rule_change" ("procedureId", "step", "part")
  WHERE "supersededAt" IS NULL;
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_procedure_exists"
  FOREIGN KEY ("procedureId") REFERENCES "plan_procedure" ("id");
ALTER TABLE "ballot_round" ADD CONSTRAINT "ballot_round_step_is_whole"
  CHECK (("procedureId" IS NULL) = ("stepKey" IS NULL));

-- Guards: queue.sql
-- The queue's own tables belong to graphile-worker (src/queue/install.ts); nothing to guard here but the shape of a task name.
ALTER TABLE "tick" ADD CONSTRAINT "tick_task_is_a_name" CHECK ("task" ~ '^[a-z][a-z0-9-]*$');

-- Guards: removals.sql
-- One open proposal an entry, whoever finds it first.
CREATE UNIQUE INDEX "removal_proposal_one_open" ON "removal_proposal" ("entryId") WHERE "state" = 'open';
ALTER TABLE "removal_proposal" ADD CONSTRAINT "removal_proposal_has_a_decision"
  CHECK ("state" <> 'removed' OR ("body" IS NOT NULL AND "decision" IS NOT NULL AND "decidedOn" IS NOT NULL AND "endedBy" IS NOT NULL));
ALTER TABLE "removal_proposal" ADD CONSTRAINT "removal_proposal_kept_for_a_reason"
  CHECK ("state" <> 'kept' OR ("endNote" IS NOT NULL AND "endedBy" IS NOT NULL));

-- Guards: reviews.sql
ALTER TABLE "nominee_list" ADD CONSTRAINT "nominee_list_plan_exists" FOREIGN KEY ("planId") REFERENCES "plan" ("id");
ALTER TABLE "nominee_list_entry" ADD CONSTRAINT "nominee_list_entry_nomination_exists"
  FOREIGN KEY ("nominationId") REFERENCES "nomination" ("id");
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_state_is_known"
  CHECK ("state" IN ('prepared', 'open', 'closed', 'cancelled'));
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_visibility_is_known"
  CHECK ("othersComments" IN ('always', 'after-mine', 'after-close', 'never')
    AND "reviewerNames" IN ('always', 'after-close', 'never'));
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_opening_is_dated"
  CHECK ("state" NOT IN ('open', 'closed') OR num_nulls("openedAt", "heldUntil", "batchId") = 0);
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_close_is_dated"
  CHECK (("state" = 'closed') = ("closedAt" IS NOT NULL) AND ("state" = 'closed') = ("synthesisVersion" > 0));
-- Of two openings on one plan at once, one is first.
CREATE UNIQUE INDEX "review_round_one_open" ON "review_round" ("planId") WHERE "state" = 'open';

ALTER TABLE "review_participant" ADD CONSTRAINT "review_participant_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
-- Only who was asked can answer, and one answer of theirs stands.
ALTER TABLE "review_answer" ADD CONSTRAINT "review_answer_of_participant"
  FOREIGN KEY ("roundId", "personId") REFERENCES "review_participant" ("roundId", "personId") ON UPDATE CASCADE;
CREATE UNIQUE INDEX "review_answer_one_stands" ON "review_answer" ("roundId", "personId") WHERE "supersededAt" IS NULL;
ALTER TABLE "review_answer_line" ADD CONSTRAINT "review_answer_line_entry_exists"
  FOREIGN KEY ("entryId") REFERENCES "nominee_list_entry" ("id");
ALTER TABLE "review_answer_line" ADD CONSTRAINT "review_answer_line_stance_is_known"
  CHECK ("stance" IN ('agree', 'agree-with-comments', 'not-yet', 'not-enough-information'));
ALTER TABLE "review_draft_line" ADD CONSTRAINT "review_draft_line_stance_is_known"
  CHECK ("stance" IS NULL OR "stance" IN ('agree', 'agree-with-comments', 'not-yet', 'not-enough-information'));

-- What was sent stays what it was; texts can only be erased. What was frozen likewise.
CREATE FUNCTION review_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW."stance" <> OLD."stance" OR NEW."entryId" <> OLD."entryId" OR NEW."answerId" <> OLD."answerId"
    OR NEW."byList" <> OLD."byList" OR NEW."chairOnly" <> OLD."chairOnly" OR NEW."saidAt" <> OLD."saidAt" OR NEW."commentId" <> OLD."commentId"
    OR (NOT being_erased() AND (
      (NEW."text" IS NOT NULL AND NEW."text" IS DISTINCT FROM OLD."text")
      OR (NEW."quality" IS NOT NULL AND NEW."quality" IS DISTINCT FROM OLD."quality")
      OR (NEW."capacity" IS NOT NULL AND NEW."capacity" IS DISTINCT FROM OLD."capacity")
      OR (NEW."prestige" IS NOT NULL AND NEW."prestige" IS DISTINCT FROM OLD."prestige")
      OR (NEW."prospects" IS NOT NULL AND NEW."prospects" IS DISTINCT FROM OLD."prospects"))) THEN
    RAISE EXCEPTION 'a sent answer is kept as it was' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "review_answer_line_stays" BEFORE UPDATE OR DELETE ON "review_answer_line"
  FOR EACH ROW EXECUTE FUNCTION review_refuse_change();

ALTER TABLE "review_response" ADD CONSTRAINT "review_response_of_round"
  FOREIGN KEY ("roundId") REFERENCES "review_round" ("id");
ALTER TABLE "review_response" ADD CONSTRAINT "review_response_on_entry"
  FOREIGN KEY ("entryId") REFERENCES "nominee_list_entry" ("id");
ALTER TABLE "review_response" ADD CONSTRAINT "review_response_kind_is_known"
  CHECK ("kind" IN ('accepted', 'explained') AND "version" > 0);
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_kind_is_known" CHECK ("kind" IN ('named', 'anonymous'));
ALTER TABLE "review_anonymous_line" ADD CONSTRAINT "review_anonymous_line_round_exists"
  FOREIGN KEY ("roundId") REFERENCES "review_round" ("id");
ALTER TABLE "review_anonymous_line" ADD CONSTRAINT "review_anonymous_line_entry_exists"
  FOREIGN KEY ("entryId") REFERENCES "nominee_list_entry" ("id");
ALTER TABLE "review_anonymous_line" ADD CONSTRAINT "review_anonymous_line_stance_is_known"
  CHECK ("stance" IN ('agree', 'agree-with-comments', 'not-yet', 'not-enough-information'));

ALTER TABLE "review_list_change" ADD CONSTRAINT "review_list_change_of_round"
  FOREIGN KEY ("roundId") REFERENCES "review_round" ("id");
ALTER TABLE "review_list_change" ADD CONSTRAINT "review_list_change_from" FOREIGN KEY ("fromListId") REFERENCES "nominee_list" ("id");
ALTER TABLE "review_list_change" ADD CONSTRAINT "review_list_change_to" FOREIGN KEY ("toListId") REFERENCES "nominee_list" ("id");
ALTER TABLE "review_list_change" ADD CONSTRAINT "review_list_change_state_is_known"
  CHECK ("state" IN ('prepared', 'applied', 'undone')
    AND ("state" = 'prepared') = (num_nonnulls("appliedAt", "batchId", "heldUntil") = 0));

-- A case has one leader besides the chair.
CREATE UNIQUE INDEX "review_lead_one_stands" ON "review_lead" ("committeeId", "nomineeId") WHERE "endedAt" IS NULL;

-- Guards: sealing.sql
ALTER TABLE "sealed_box" ADD CONSTRAINT "sealed_box_state_is_known"
  CHECK ("state" IN ('prepared', 'open', 'closed', 'withheld', 'counted', 'destroyed', 'cancelled'));
ALTER TABLE "sealed_box" ADD CONSTRAINT "sealed_box_has_its_key"
  CHECK (("state" IN ('prepared', 'cancelled')) OR "publicKey" IS NOT NULL);
ALTER TABLE "sealed_box" ADD CONSTRAINT "sealed_box_size_is_known" CHECK ("paperSize" IN (1024, 4096, 16384));
ALTER TABLE "sealed_keyholder" ADD CONSTRAINT "sealed_keyholder_box_exists"
  FOREIGN KEY ("boxId") REFERENCES "sealed_box" ("id");
ALTER TABLE "sealed_keyholder" ADD CONSTRAINT "sealed_keyholder_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "sealed_keyholder" ADD CONSTRAINT "sealed_keyholder_key_is_whole"
  CHECK (("salt" IS NULL) = ("publicKey" IS NULL));
ALTER TABLE "sealed_elector" ADD CONSTRAINT "sealed_elector_box_exists"
  FOREIGN KEY ("boxId") REFERENCES "sealed_box" ("id");
ALTER TABLE "sealed_elector" ADD CONSTRAINT "sealed_elector_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "sealed_urn" ADD CONSTRAINT "sealed_urn_box_exists" FOREIGN KEY ("boxId") REFERENCES "sealed_box" ("id");
-- Sealed bytes cannot be compressed; trying costs time on every paper.
ALTER TABLE "sealed_urn" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

-- Whoever has sent a paper has sent it, as long as the box is there.
CREATE FUNCTION sealed_refuse_untick() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."hasSent" AND NOT NEW."hasSent" OR NEW."chunk" <> OLD."chunk" OR NEW."personId" <> OLD."personId" THEN
    RAISE EXCEPTION 'the roll only gains ticks' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "sealed_elector_stays_ticked" BEFORE UPDATE ON "sealed_elector"
  FOR EACH ROW EXECUTE FUNCTION sealed_refuse_untick();

-- Guards: sittings.sql
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_state_is_known"
  CHECK ("state" IN ('roll-call', 'open', 'adjourned', 'not-held', 'concluded'));
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_conference_exists"
  FOREIGN KEY ("conferenceId") REFERENCES "conference" ("id");
ALTER TABLE "sitting_item" ADD CONSTRAINT "sitting_item_says_something" CHECK (num_nonnulls("text", "listId") >= 1);
ALTER TABLE "sitting_seat" ADD CONSTRAINT "sitting_seat_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "sitting_event" ADD CONSTRAINT "sitting_event_is_not_ahead" CHECK ("at" <= "recordedAt");
ALTER TABLE "sitting_event" ADD CONSTRAINT "sitting_event_struck_has_reason"
  CHECK (("struckAt" IS NULL) = ("struckReason" IS NULL));
-- What was recorded is never changed: it can only be struck, once, and its typed text erased.
CREATE FUNCTION sitting_event_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."conferenceId", NEW."revision", NEW."kind", NEW."at", NEW."recordedAt", NEW."recordedBy", NEW."personId", NEW."itemId")
     IS DISTINCT FROM
     (OLD."id", OLD."conferenceId", OLD."revision", OLD."kind", OLD."at", OLD."recordedAt", OLD."recordedBy", OLD."personId", OLD."itemId")
     OR (NEW."facts" IS DISTINCT FROM OLD."facts" AND NOT being_erased())
     OR (OLD."struckAt" IS NOT NULL AND NEW."struckAt" IS DISTINCT FROM OLD."struckAt")
     OR (NEW."text" IS NOT NULL AND NEW."text" IS DISTINCT FROM OLD."text" AND NOT being_erased()) THEN
    RAISE EXCEPTION 'what happened in a conference is struck, never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "sitting_event_kept" BEFORE UPDATE ON "sitting_event"
  FOR EACH ROW EXECUTE FUNCTION sitting_event_keeps();

-- Guards: submissions.sql
ALTER TABLE "submission" ADD CONSTRAINT "submission_state_is_known"
  CHECK ("state" IN ('draft', 'sent', 'settled', 'withdrawn'));
ALTER TABLE "submission" ADD CONSTRAINT "submission_sending_is_dated"
  CHECK ("state" NOT IN ('sent', 'settled') OR "sentAt" IS NOT NULL);
ALTER TABLE "submission" ADD CONSTRAINT "submission_decision_is_whole"
  CHECK (("decisionNumber" IS NULL) = ("decisionDated" IS NULL));
ALTER TABLE "submission" ADD CONSTRAINT "submission_settled_by_a_decision"
  CHECK ("state" <> 'settled' OR num_nulls("decisionNumber", "settledAt") = 0);
ALTER TABLE "submission" ADD CONSTRAINT "submission_list_exists"
  FOREIGN KEY ("listId") REFERENCES "nominee_list" ("id");
ALTER TABLE "submission" ADD CONSTRAINT "submission_plan_exists" FOREIGN KEY ("planId") REFERENCES "plan" ("id");
ALTER TABLE "submission" ADD CONSTRAINT "submission_answerer_exists"
  FOREIGN KEY ("answererId") REFERENCES "person" ("id");
-- A plan lies before the authority once: of two parcels sent at the same moment one is first.
CREATE UNIQUE INDEX "submission_one_sent" ON "submission" ("planId") WHERE "state" = 'sent';

ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_answer_is_known"
  CHECK ("answer" IN ('approved', 'not-approved', 'returned'));
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_answer_is_dated"
  CHECK (num_nulls("answer", "answeredAt", "answeredVia") IN (0, 3));
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_via_is_known"
  CHECK ("answeredVia" IN ('chat', 'link', 'paper'));
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_nomination_exists"
  FOREIGN KEY ("nominationId") REFERENCES "nomination" ("id");
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_person_exists"
  FOREIGN KEY ("personId") REFERENCES "person" ("id");
ALTER TABLE "submission_seat" ADD CONSTRAINT "submission_seat_position_exists"
  FOREIGN KEY ("positionId") REFERENCES "position" ("id");
ALTER TABLE "submission_paper" ADD CONSTRAINT "submission_paper_kind_is_known"
  CHECK ("kind" IN ('list', 'review', 'vote', 'dossiers', 'other'));

-- Guards: tasks.sql
ALTER TABLE "task" ADD CONSTRAINT "task_state_is_known" CHECK ("state" IN ('open', 'done', 'not-done'));
ALTER TABLE "task" ADD CONSTRAINT "task_settled_is_dated" CHECK (("state" = 'open') = ("settledAt" IS NULL));
ALTER TABLE "task" ADD CONSTRAINT "task_owner_exists" FOREIGN KEY ("ownerId") REFERENCES "person" ("id");

-- Guards: units.sql
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

-- Guards: yearly-reviews.sql
-- One open review a plan: whoever opens another at the same moment is refused.
CREATE UNIQUE INDEX "yearly_review_one_open" ON "yearly_review" ("planId") WHERE "state" = 'open';
ALTER TABLE "yearly_review" ADD CONSTRAINT "yearly_review_has_a_decision"
  CHECK ("state" <> 'confirmed' OR ("body" IS NOT NULL AND "decision" IS NOT NULL AND "decidedOn" IS NOT NULL));
ALTER TABLE "yearly_review_decision" ADD CONSTRAINT "yearly_review_removal_has_a_reason"
  CHECK ("action" <> 'remove' OR "reason" IS NOT NULL);
ALTER TABLE "yearly_review_decision" ADD CONSTRAINT "yearly_review_move_has_a_target"
  CHECK ("action" NOT IN ('move', 'carry-over') OR ("toPlanId" IS NOT NULL AND "toPositionId" IS NOT NULL));
