/** Minutes, their corrections and addenda. What is closed to a reader is left out by whoever shows it. */

import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { type CommitteeId, type ConferenceId, newId, type PersonId } from '../../kernel/ids.ts';
import { committeesIn, type Eyes, type Viewer } from '../access/types.ts';
import type { SittingEventId, SittingItemId } from '../sittings/types.ts';
import type { Addendum, Correction, CorrectionId, Minutes, MinutesState } from './types.ts';

export async function findMinutes(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
): Promise<Minutes | null> {
  const row = await client(store).minutes.findFirst({
    where: { conferenceId: conference, committeeId: viewer.committee },
  });
  if (!row) return null;
  const { paperNumber, paperDated, heldUntil, chairAt, secretaryAt, confirmedAt } = row;
  const names = await namesOf(store, viewer, [row.chairBy, row.secretaryBy]);
  const by = (person: string | null) =>
    person === null ? null : { person: person as PersonId, fullName: names.get(person) ?? '' };
  return {
    ...{ chairBy: by(row.chairBy), secretaryBy: by(row.secretaryBy) },
    ...{ conference, state: row.state as MinutesState, heldUntil, chairAt, secretaryAt, confirmedAt },
    batch: row.batchId,
    paper: paperNumber !== null && paperDated !== null ? { number: paperNumber, dated: paperDated } : null,
  };
}

async function namesOf(
  store: StoreHandle,
  viewer: Viewer,
  people: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = people.flatMap((person) => person ?? []);
  if (ids.length === 0) return new Map();
  const rows = await client(store).person.findMany({
    where: { id: { in: ids }, workspaceId: viewer.workspace },
    select: { id: true, fullName: true },
  });
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}

/** Before there is a viewer. */
export async function committeeOf(store: StoreHandle, conference: ConferenceId): Promise<CommitteeId | null> {
  const row = await client(store).minutes.findUnique({
    where: { conferenceId: conference },
    select: { committeeId: true },
  });
  return (row?.committeeId as CommitteeId | undefined) ?? null;
}

export async function committeesOf(
  store: StoreHandle,
  conferences: readonly string[],
): Promise<readonly CommitteeId[]> {
  const rows = await client(store).minutes.findMany({
    where: { conferenceId: { in: [...conferences] } },
    distinct: ['committeeId'],
    select: { committeeId: true },
  });
  return rows.map(({ committeeId }) => committeeId as CommitteeId);
}

/** Drafts that are out, without a correction to be decided, and not confirmed by both; the oldest first. */
export async function listUnconfirmed(
  store: StoreHandle,
  eyes: Eyes,
  now: Date,
): Promise<readonly (Pick<Minutes, 'conference' | 'chairAt' | 'secretaryAt'> & { readonly committee: CommitteeId })[]> {
  const rows = await client(store).minutes.findMany({
    where: {
      committeeId: { in: committeesIn(eyes) },
      state: 'circulated',
      OR: [{ heldUntil: null }, { heldUntil: { lte: now } }],
      corrections: { none: { state: 'open' } },
    },
    orderBy: [{ circulatedAt: 'asc' }, { createdAt: 'asc' }],
  });
  return rows.map(({ conferenceId, committeeId, chairAt, secretaryAt }) => ({
    ...{ conference: conferenceId as ConferenceId, committee: committeeId as CommitteeId, chairAt, secretaryAt },
  }));
}

/** The row, locked: of two who decide at once the second waits and looks again. */
export async function lockMinutes(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
  now: Date,
): Promise<void> {
  await client(store).minutes.createMany({
    data: [{ conferenceId: conference, committeeId: viewer.committee, createdAt: now }],
    skipDuplicates: true,
  });
  await client(store).$queryRaw`SELECT 1 FROM "minutes" WHERE "conferenceId" = ${conference}::uuid FOR UPDATE`;
}

export interface MinutesChange {
  readonly state?: MinutesState;
  readonly circulatedAt?: Date | null;
  readonly heldUntil?: Date | null;
  readonly batchId?: string | null;
  readonly chairBy?: PersonId | null;
  readonly chairAt?: Date;
  readonly secretaryBy?: PersonId | null;
  readonly secretaryAt?: Date;
  readonly paperNumber?: string;
  readonly paperDated?: string;
  readonly confirmedAt?: Date;
}

export async function changeMinutes(
  store: StoreHandle,
  conference: ConferenceId,
  change: MinutesChange,
): Promise<void> {
  await client(store).minutes.updateMany({ where: { conferenceId: conference }, data: change });
}

/** `of` null: everybody's, for those who decide. */
export async function listCorrections(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
  of: PersonId | null,
): Promise<readonly Correction[]> {
  const rows = await client(store).minutesCorrection.findMany({
    where: {
      conferenceId: conference,
      minutes: { committeeId: viewer.committee },
      ...(of ? { proposedBy: of } : {}),
    },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
  });
  const names = await namesOf(
    store,
    viewer,
    rows.map((row) => row.proposedBy),
  );
  return rows.map((row) => ({
    id: row.id as CorrectionId,
    event: row.eventId as SittingEventId | null,
    item: row.itemId as SittingItemId | null,
    before: row.before,
    after: row.after,
    by: row.proposedBy as PersonId,
    byName: names.get(row.proposedBy) ?? '',
    state: row.state as Correction['state'],
    reason: row.reason,
  }));
}

export async function insertCorrection(
  store: StoreHandle,
  conference: ConferenceId,
  correction: Pick<Correction, 'event' | 'item' | 'before' | 'after' | 'by'>,
  now: Date,
): Promise<CorrectionId> {
  const id = newId<CorrectionId>();
  const { event: eventId, item: itemId, before, after, by: proposedBy } = correction;
  await client(store).minutesCorrection.create({
    data: { id, conferenceId: conference, eventId, itemId, before, after, proposedBy, proposedAt: now },
    select: { id: true },
  });
  return id;
}

/** False: it is decided already. */
export async function decideCorrection(
  store: StoreHandle,
  conference: ConferenceId,
  id: CorrectionId,
  decided: {
    readonly state: 'accepted' | 'declined';
    readonly reason: string | null;
    readonly by: PersonId | null;
    readonly at: Date;
  },
): Promise<boolean> {
  const { state, reason, by: decidedBy, at: decidedAt } = decided;
  const { count } = await client(store).minutesCorrection.updateMany({
    where: { id, conferenceId: conference, state: 'open' },
    data: { state, reason, decidedBy, decidedAt },
  });
  return count === 1;
}

export async function listAddenda(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
): Promise<readonly Addendum[]> {
  const rows = await client(store).minutesAddendum.findMany({
    where: { conferenceId: conference, minutes: { committeeId: viewer.committee } },
    orderBy: { number: 'asc' },
  });
  return rows.map((row) => ({
    number: row.number,
    item: row.itemId as SittingItemId | null,
    text: row.text,
    addedAt: row.addedAt,
  }));
}

export async function insertAddendum(
  store: StoreHandle,
  conference: ConferenceId,
  addendum: Pick<Addendum, 'number' | 'item' | 'text'> & { readonly by: PersonId },
  now: Date,
): Promise<void> {
  const { number, item: itemId, text, by: addedBy } = addendum;
  await client(store).minutesAddendum.create({
    data: { id: newId(), conferenceId: conference, number, itemId, text, addedBy, addedAt: now },
    select: { id: true },
  });
}

export const minutesHoldPeople: HoldsPeople = {
  moves: [],
  clashes: [],
  stays: {
    'minutes.chairBy': 'who confirmed it then',
    'minutes.secretaryBy': 'who confirmed it then',
    'minutes_correction.proposedBy': 'who did it then',
    'minutes_correction.decidedBy': 'who did it then',
    'minutes_addendum.addedBy': 'who did it then',
  },
  told: {
    recorded: [
      'minutes.chairBy',
      'minutes.secretaryBy',
      'minutes_correction.proposedBy',
      'minutes_correction.decidedBy',
      'minutes_addendum.addedBy',
    ],
  },
};
