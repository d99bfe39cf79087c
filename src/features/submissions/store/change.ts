/** Writing submissions: their seats, papers, answers and states. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import {
  type CollectionId,
  type Id,
  type NomineeListId,
  newId,
  type PersonId,
  type PlanId,
} from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type {
  AnswerWay,
  Decision,
  NewSeat,
  Paper,
  SeatAnswered,
  SeatId,
  SentBack,
  Submission,
  SubmissionId,
  SubmissionState,
} from '../types.ts';

/**
 * The row, locked until the transaction ends: of two who answer or send at once the second waits, and looks again. The
 * parcel that passes it on first: answers go down from there in the same order.
 */
export async function holdSubmission(tx: StoreHandle, id: SubmissionId): Promise<void> {
  await client(tx).$queryRaw`
    SELECT 1 FROM "submission" WHERE "id" = (SELECT "passedInId" FROM "submission" WHERE "id" = ${id}::uuid) FOR UPDATE`;
  await client(tx).$queryRaw`SELECT 1 FROM "submission" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

export type NewContent =
  | { readonly kind: 'list'; readonly plan: PlanId; readonly list: NomineeListId }
  | { readonly kind: 'units'; readonly collection: CollectionId };

export interface NewSubmission {
  readonly content: NewContent;
  readonly authority: string;
  readonly answerer: PersonId | null;
  readonly letter: string | null;
  readonly stated: Submission['stated'];
}

/** Numbers follow one another within the committee. */
export async function insertSubmission(
  tx: StoreHandle,
  viewer: Viewer,
  submission: NewSubmission,
  seats: readonly NewSeat[],
  now: Date,
): Promise<{ id: SubmissionId; number: number }> {
  const id = newId<SubmissionId>();
  const { committee: committeeId } = viewer;
  await client(tx).$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`submission:${committeeId}`}, 0))::text`;
  const { _max } = await client(tx).submission.aggregate({ where: { committeeId }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  const { content, authority, answerer: answererId, letter, stated } = submission;
  await client(tx).submission.create({
    data: {
      ...{ id, committeeId, number, authority, answererId, letter },
      ...(content.kind === 'list'
        ? { planId: content.plan, listId: content.list }
        : { collectionId: content.collection }),
      ...{ statedDate: stated?.date ?? null, statedTime: stated?.time ?? null },
      ...{ preparedAt: now, preparedBy: viewer.person },
    },
    select: { id: true },
  });
  const placed = seats.map((seat, place) => ({ ...seat, id: newId<SeatId>(), place }));
  await client(tx).submissionSeat.createMany({
    data: placed.map(({ id: seat, nomination, person, namesakes, position, positionTitle, shown, place }) => ({
      ...{ id: seat, submissionId: id, nominationId: nomination, personId: person, namesakeIds: [...namesakes] },
      ...{ positionId: position, positionTitle, place, ...(shown ? { shown } : {}) },
    })),
  });
  await client(tx).submissionOrigin.createMany({
    data: placed.flatMap(({ id: seat, origins }) =>
      origins.map(({ entry, unit, unitName, seatBelow, number: letterNumber, dated }, place) => ({
        ...{ id: newId<Id<'submission-origin'>>(), submissionId: id, seatId: seat, entryId: entry, unitId: unit },
        ...{ unitName, place, originSeatId: seatBelow, number: letterNumber, dated },
      })),
    ),
  });
  return { id, number };
}

export interface SubmissionChange {
  readonly state?: SubmissionState;
  readonly sentAt?: Date | null;
  readonly batchId?: string | null;
  readonly heldUntil?: Date | null;
  readonly decision?: Decision;
  readonly settledAt?: Date;
}

export async function changeSubmission(
  tx: StoreHandle,
  id: SubmissionId | readonly SubmissionId[],
  change: SubmissionChange,
): Promise<void> {
  const { decision, ...rest } = change;
  await client(tx).submission.updateMany({
    where: { id: { in: [id].flat() } },
    data: { ...rest, ...(decision ? { decisionNumber: decision.number, decisionDated: decision.dated } : {}) },
  });
}

/** The papers become these. */
export async function setPapers(tx: StoreHandle, id: SubmissionId, papers: readonly Paper[]): Promise<void> {
  await client(tx).submissionPaper.deleteMany({ where: { submissionId: id } });
  await client(tx).submissionPaper.createMany({
    data: papers.map(({ source: sourceId, ...paper }, place) => ({
      ...{ id: newId<Id<'submission-paper'>>(), submissionId: id, sourceId, place, ...paper },
    })),
  });
}

/** Of a parcel that has not left: names withdrawn before. */
export async function deleteSeats(tx: StoreHandle, id: SubmissionId, seats: readonly SeatId[]): Promise<void> {
  if (seats.length === 0) return;
  await client(tx).submissionSeat.deleteMany({ where: { id: { in: [...seats] }, submissionId: id } });
}

/** The caller has looked whose seats they are. */
export async function answerSeats(
  tx: StoreHandle,
  answers: readonly SeatAnswered[],
  by: { readonly person: PersonId | null; readonly via: AnswerWay; readonly at: Date },
): Promise<void> {
  // One statement for all that were answered alike: three hundred seats are approved at once.
  const alike = new Map(answers.map((one) => [JSON.stringify([one.answer, one.word]), one]));
  for (const { answer, word } of alike.values()) {
    const seats = answers.filter((one) => one.answer === answer && one.word === word).map(({ seat }) => seat);
    await client(tx).submissionSeat.updateMany({
      where: { id: { in: seats } },
      data: { answer, word, answeredAt: by.at, answeredBy: by.person, answeredVia: by.via },
    });
  }
}

/** The question is answered: the seat waits for the authority again. False: it was not returned. */
export async function replyToSeat(tx: StoreHandle, id: SubmissionId, seat: SeatId, reply: string): Promise<boolean> {
  const { count } = await client(tx).submissionSeat.updateMany({
    where: { id: seat, submissionId: id, answer: 'returned', sentBackAt: null },
    data: { reply, ...unanswered },
  });
  return count === 1;
}

/** It leaves the parcel without a decision. False: it was not returned, or has gone back already. */
export async function sendSeatBack(
  tx: StoreHandle,
  id: SubmissionId,
  seat: SeatId,
  { at: sentBackAt, step: sentBackStep }: SentBack,
): Promise<boolean> {
  const { count } = await client(tx).submissionSeat.updateMany({
    where: { id: seat, submissionId: id, answer: 'returned', sentBackAt: null },
    data: { sentBackAt, sentBackStep },
  });
  return count === 1;
}

export const unanswered = { answer: null, answeredAt: null, answeredBy: null, answeredVia: null };
