/** What a merged submission and the submissions of the units below it hold of each other. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { asId, type CollectionId, type CommitteeId, type PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { UnitId } from '../../units/types.ts';
import type { Seat, SeatAnswer, SeatId, SubmissionId, SubmissionState } from '../types.ts';
import { unanswered } from './change.ts';

/** A unit's own submission: what answers from above need of it. */
export interface ParcelBelow {
  readonly id: SubmissionId;
  readonly committee: CommitteeId;
  readonly number: number;
  readonly state: SubmissionState;
  readonly answerer: PersonId | null;
  readonly passedIn: SubmissionId | null;
  readonly seats: readonly Pick<Seat, 'id' | 'person' | 'namesakes' | 'word' | 'reply' | 'answer' | 'sentBack'>[];
}

/** With all eyes, because an answer reaches its unit whoever brings it. Throws for a person's viewer. */
export async function parcelsBelow(
  store: StoreHandle,
  clockwork: Viewer,
  seats: readonly SeatId[],
): Promise<readonly ParcelBelow[]> {
  if (!clockwork.isClockwork) throw new TypeError('answers go down with all eyes');
  if (seats.length === 0) return [];
  const rows = await client(store).submission.findMany({
    where: { seats: { some: { id: { in: [...seats] } } } },
    include: { seats: { orderBy: { place: 'asc' } } },
    orderBy: [{ committeeId: 'asc' }, { number: 'asc' }],
  });
  return rows.map((row) => ({
    ...{ id: asId(row.id), committee: asId(row.committeeId), number: row.number },
    ...{ state: row.state as SubmissionState, answerer: row.answererId as PersonId | null },
    passedIn: row.passedInId as SubmissionId | null,
    seats: row.seats.map(({ id, personId, namesakeIds, word, reply, answer, sentBackAt, sentBackStep }) => ({
      ...{ id: asId(id), person: personId as PersonId | null, namesakes: namesakeIds.map((one) => asId(one)) },
      ...{ word, reply, answer: answer as SeatAnswer | null },
      sentBack: sentBackAt && { at: sentBackAt, step: sentBackStep },
    })),
  }));
}

/** `above` null: taken back, the units' own again. */
export async function setPassedIn(
  tx: StoreHandle,
  ids: readonly SubmissionId[],
  above: SubmissionId | null,
): Promise<void> {
  await client(tx).submission.updateMany({ where: { id: { in: [...ids] } }, data: { passedInId: above } });
}

export interface Reopened {
  readonly seat: SeatId;
  readonly reply: string | null;
}

/** Seats of units whose question was answered, or taken back, above. */
export async function reopenSeats(tx: StoreHandle, seats: readonly Reopened[]): Promise<void> {
  for (const reply of new Set(seats.map((one) => one.reply))) {
    await client(tx).submissionSeat.updateMany({
      where: {
        id: { in: seats.filter((one) => one.reply === reply).map(({ seat }) => seat) },
        answer: 'returned',
        sentBackAt: null,
      },
      data: { ...unanswered, reply },
    });
  }
}

/** These entries' units have got the answer that stands now. */
export async function markTold(
  tx: StoreHandle,
  id: SubmissionId,
  entries: readonly string[],
  told: { readonly at: Date; readonly by: PersonId | null; readonly letter: string | null },
): Promise<void> {
  await client(tx).submissionOrigin.updateMany({
    where: { submissionId: id, entryId: { in: [...entries] } },
    data: { toldAt: told.at, toldBy: told.by, toldIn: told.letter },
  });
}

/** Another answer, or none: what the units were told of these seats stands no more. */
export async function clearTold(tx: StoreHandle, seats: readonly SeatId[]): Promise<void> {
  await client(tx).submissionOrigin.updateMany({
    where: { seatId: { in: [...seats] } },
    data: { toldAt: null, toldBy: null, toldIn: null },
  });
}

/** Where a seat of a unit's submission stands in the parcel above; null: nowhere. */
export async function seatAbove(
  store: StoreHandle,
  above: SubmissionId,
  seat: SeatId,
): Promise<{ readonly seat: SeatId; readonly unit: UnitId } | null> {
  const row = await client(store).submissionOrigin.findFirst({
    where: { submissionId: above, originSeatId: seat },
    orderBy: { place: 'asc' },
  });
  return row ? { seat: asId(row.seatId), unit: asId(row.unitId) } : null;
}

/** Drafts of this round's lists: one of the lists has changed. */
export async function outdateDrafts(tx: StoreHandle, collection: CollectionId, at: Date): Promise<void> {
  await client(tx).submission.updateMany({
    where: { collectionId: collection, state: 'draft', outdatedAt: null },
    data: { outdatedAt: at },
  });
}
