/** Submissions with their seats and papers. Seats of a nominee whose case is closed to the viewer are left out. */

import { z } from 'zod';
import { client } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import {
  asId,
  type CommitteeId,
  type Id,
  type NominationId,
  type NomineeListId,
  newId,
  type PersonId,
  type PlanId,
  type PositionId,
  type WorkspaceId,
} from '../../kernel/ids.ts';
import { committeesIn, type Eyes, seenThrough, type Viewer, workspacesIn } from '../access/types.ts';
import type { Level } from '../classification/types.ts';
import type {
  AnswerWay,
  Decision,
  Paper,
  PaperKind,
  Seat,
  SeatAnswer,
  SeatAnswered,
  SeatId,
  SentBack,
  Submission,
  SubmissionId,
  SubmissionState,
} from './types.ts';

const Shown = z.object({ fullName: z.string(), post: z.string().nullable(), unit: z.string().nullable() });

/** Which committee a submission belongs to, before there is a viewer. */
export async function committeeOf(store: StoreHandle, id: SubmissionId): Promise<CommitteeId | null> {
  const row = await client(store).submission.findUnique({ where: { id }, select: { committeeId: true } });
  return row ? asId(row.committeeId) : null;
}

/** The row, locked until the transaction ends: of two who answer or send at once the second waits, and looks again. */
export async function holdSubmission(tx: StoreHandle, id: SubmissionId): Promise<void> {
  await client(tx).$queryRaw`SELECT 1 FROM "submission" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

export interface Which {
  readonly ids?: readonly string[];
  readonly plan?: PlanId;
  readonly answerer?: PersonId;
  readonly states?: readonly SubmissionState[];
}

/** The newest first. One of which the viewer may see no seat is not there for them. */
export async function listSubmissions(store: StoreHandle, eyes: Eyes, which: Which): Promise<readonly Submission[]> {
  const rows = await client(store).submission.findMany({
    where: {
      committeeId: { in: committeesIn(eyes) },
      ...(which.ids ? { id: { in: [...which.ids] } } : {}),
      ...(which.plan ? { planId: which.plan } : {}),
      ...(which.answerer ? { answererId: which.answerer } : {}),
      ...(which.states ? { state: { in: [...which.states] } } : {}),
    },
    include: {
      seats: {
        where: seenThrough(eyes, ({ committee, hiddenNominees }) => ({
          submission: { committeeId: committee },
          personId: { notIn: [...hiddenNominees] },
        })),
        orderBy: { place: 'asc' },
      },
      papers: { orderBy: { place: 'asc' } },
    },
    orderBy: [{ number: 'desc' }],
  });
  const seen = rows.filter(({ seats }) => seats.length > 0);
  const lists = await client(store).nomineeList.findMany({
    where: { id: { in: seen.map(({ listId }) => listId) } },
    select: { id: true, number: true },
  });
  const plans = await client(store).plan.findMany({
    where: { id: { in: seen.map(({ planId }) => planId) } },
    select: { id: true, title: true, classification: true },
  });
  const people = await client(store).person.findMany({
    where: { id: { in: seen.flatMap(({ answererId }) => answererId ?? []) }, workspaceId: { in: workspacesIn(eyes) } },
    select: { id: true, fullName: true },
  });
  const numbers = new Map(lists.map(({ id, number }) => [id, number]));
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return seen.map((row) => ({
    id: asId(row.id),
    committee: asId(row.committeeId),
    plan: asId(row.planId),
    planTitle: planOf.get(row.planId)?.title ?? '',
    classification: (planOf.get(row.planId)?.classification ?? 'unclassified') as Level,
    list: asId(row.listId),
    listNumber: numbers.get(row.listId) ?? 0,
    number: row.number,
    authority: row.authority,
    answerer: row.answererId as PersonId | null,
    answererName: row.answererId ? (names.get(row.answererId) ?? null) : null,
    letter: row.letter,
    stated: row.statedDate ? { date: row.statedDate, time: row.statedTime } : null,
    state: row.state as SubmissionState,
    sentAt: row.sentAt,
    held: row.batchId && row.heldUntil ? { batch: row.batchId, until: row.heldUntil } : null,
    decision: row.decisionNumber && row.decisionDated ? { number: row.decisionNumber, dated: row.decisionDated } : null,
    settledAt: row.settledAt,
    seats: row.seats.map(toSeat),
    papers: row.papers.map(({ kind, sourceId, title, number, dated, version, sha256 }) => ({
      ...{ kind: kind as PaperKind, source: sourceId, title, number, dated, version, sha256 },
    })),
  }));
}

export interface NewSubmission {
  readonly plan: PlanId;
  readonly list: NomineeListId;
  readonly authority: string;
  readonly answerer: PersonId | null;
  readonly letter: string | null;
  readonly stated: Submission['stated'];
}

export interface NewSeat {
  readonly nomination: NominationId;
  readonly person: PersonId;
  readonly position: PositionId;
  readonly positionTitle: string;
  readonly shown: Seat['shown'];
}

/** With the plan held, so that numbers follow one another. */
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
  const { plan: planId, list: listId, authority, answerer: answererId, letter, stated } = submission;
  await client(tx).submission.create({
    data: {
      ...{ id, committeeId, planId, listId, number, authority, answererId, letter },
      ...{ statedDate: stated?.date ?? null, statedTime: stated?.time ?? null },
      ...{ preparedAt: now, preparedBy: viewer.person },
    },
    select: { id: true },
  });
  await client(tx).submissionSeat.createMany({
    data: seats.map(({ nomination, person, position, positionTitle, shown }, place) => ({
      ...{ id: newId<SeatId>(), submissionId: id, nominationId: nomination, personId: person, positionId: position },
      ...{ positionTitle, place, ...(shown ? { shown } : {}) },
    })),
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

export async function changeSubmission(tx: StoreHandle, id: SubmissionId, change: SubmissionChange): Promise<void> {
  const { decision, ...rest } = change;
  await client(tx).submission.update({
    where: { id },
    data: { ...rest, ...(decision ? { decisionNumber: decision.number, decisionDated: decision.dated } : {}) },
    select: { id: true },
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

export async function answerSeats(
  tx: StoreHandle,
  id: SubmissionId,
  answers: readonly SeatAnswered[],
  by: { readonly person: PersonId | null; readonly via: AnswerWay; readonly at: Date },
): Promise<void> {
  // One statement for all that were answered alike: three hundred seats are approved at once.
  const alike = new Map(answers.map((one) => [JSON.stringify([one.answer, one.word]), one]));
  for (const { answer, word } of alike.values()) {
    const seats = answers.filter((one) => one.answer === answer && one.word === word).map(({ seat }) => seat);
    await client(tx).submissionSeat.updateMany({
      where: { id: { in: seats }, submissionId: id },
      data: { answer, word, answeredAt: by.at, answeredBy: by.person, answeredVia: by.via },
    });
  }
}

/** The question is answered: the seat waits for the authority again. False: it was not returned. */
export async function replyToSeat(tx: StoreHandle, id: SubmissionId, seat: SeatId, reply: string): Promise<boolean> {
  const { count } = await client(tx).submissionSeat.updateMany({
    where: { id: seat, submissionId: id, answer: 'returned', sentBackAt: null },
    data: { reply, answer: null, answeredAt: null, answeredBy: null, answeredVia: null },
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

export async function insertLink(
  tx: StoreHandle,
  id: SubmissionId,
  link: { readonly hash: string; readonly createdAt: Date; readonly validUntil: Date },
): Promise<void> {
  // An address that is not used yet stops working when a new one is made.
  await client(tx).submissionLink.updateMany({
    where: { submissionId: id, spentAt: null },
    data: { spentAt: link.createdAt },
  });
  await client(tx).submissionLink.create({ data: { submissionId: id, ...link }, select: { hash: true } });
}

export interface FoundLink {
  readonly submission: SubmissionId;
  readonly committee: CommitteeId;
  readonly workspace: WorkspaceId;
  readonly validUntil: Date;
  readonly isSpent: boolean;
}

/** Before there is a viewer: whoever holds the secret address. Null: there is no such address. */
export async function findLink(store: StoreHandle, hash: string): Promise<FoundLink | null> {
  const row = await client(store).submissionLink.findUnique({
    where: { hash },
    include: { submission: { select: { committeeId: true } } },
  });
  if (!row) return null;
  const { committeeId } = row.submission;
  const home = await client(store).committee.findUniqueOrThrow({
    where: { id: committeeId },
    select: { workspaceId: true },
  });
  return {
    submission: asId(row.submissionId),
    committee: asId(committeeId),
    workspace: asId(home.workspaceId),
    validUntil: row.validUntil,
    isSpent: row.spentAt !== null,
  };
}

/** Of two who press at once one spends it. */
export async function spendLink(tx: StoreHandle, hash: string, now: Date): Promise<boolean> {
  const { count } = await client(tx).submissionLink.updateMany({
    where: { hash, spentAt: null },
    data: { spentAt: now },
  });
  return count === 1;
}

type SeatRow = Prisma.SubmissionSeatGetPayload<object>;

function toSeat(row: SeatRow): Seat {
  return {
    id: asId(row.id),
    nomination: asId(row.nominationId),
    person: asId(row.personId),
    position: asId(row.positionId),
    positionTitle: row.positionTitle,
    shown: row.shown === null ? null : Shown.parse(row.shown),
    answer: row.answer as SeatAnswer | null,
    word: row.word,
    reply: row.reply,
    answeredAt: row.answeredAt,
    answeredVia: row.answeredVia as AnswerWay | null,
    sentBack: row.sentBackAt && { at: row.sentBackAt, step: row.sentBackStep },
  };
}

export const submissionsHoldPeople: HoldsPeople = {
  moves: [
    { table: 'submission', column: 'answererId' },
    { table: 'submission_seat', column: 'personId' },
  ],
  clashes: [],
  stays: { 'submission.preparedBy': 'who did it then', 'submission_seat.answeredBy': 'who did it then' },
  erases: [
    {
      table: 'submission_seat',
      where: 't."personId" = ANY ($1::uuid[])',
      set: `"shown" = NULL, "word" = NULL, "reply" = NULL`,
    },
  ],
  told: {
    recorded: ['submission.answererId', 'submission.preparedBy', 'submission_seat.answeredBy'],
    case: ['submission_seat.personId'],
  },
};
