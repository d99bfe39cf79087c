/** Submissions with their seats and papers. Seats of a nominee whose case is closed to the viewer are left out. */
import { z } from 'zod';
import { client } from '../../../database/client.ts';
import type { Prisma } from '../../../database/generated/client.ts';
import { nameKeys } from '../../../i18n/names.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { asId, type CollectionId, type CommitteeId, type PersonId, type PlanId } from '../../../kernel/ids.ts';
import { committeesIn, type Eyes, seenThrough, viewerAt, viewersIn, workspacesIn } from '../../access/types.ts';
import { highestOf, type Level } from '../../classification/types.ts';
import {
  type AnswerWay,
  type Content,
  isUndecided,
  type Origin,
  type Paper,
  type PaperKind,
  type PassedIn,
  type Seat,
  type SeatAnswer,
  type Submission,
  type SubmissionId,
  type SubmissionState,
} from '../types.ts';

const Shown = z.object({ fullName: z.string(), post: z.string().nullable(), unit: z.string().nullable() });

/** Which committee a submission belongs to, before there is a viewer. */
export async function committeeOf(store: StoreHandle, id: SubmissionId): Promise<CommitteeId | null> {
  const row = await client(store).submission.findUnique({ where: { id }, select: { committeeId: true } });
  return row ? asId(row.committeeId) : null;
}

export async function committeesOf(store: StoreHandle, ids: readonly string[]): Promise<readonly CommitteeId[]> {
  const where = { id: { in: [...ids] } };
  const rows = await client(store).submission.findMany({
    where,
    distinct: ['committeeId'],
    select: { committeeId: true },
  });
  return rows.map(({ committeeId }) => asId(committeeId));
}

export interface Which {
  readonly ids?: readonly string[];
  readonly plan?: PlanId;
  readonly collections?: readonly CollectionId[];
  readonly answerer?: PersonId;
  readonly states?: readonly SubmissionState[];
  /** Also those decided of which a unit waits for its answer. */
  readonly orUntold?: true;
}

const untold = { state: 'settled', origins: { some: { toldAt: null } } };
/** Decided, but not for whoever sees a name that waits (types/isUndecided). */
const withRest = {
  state: 'settled',
  seats: { some: { OR: [{ answer: null }, { answer: 'returned', sentBackAt: null }] } },
};

function inStates(states: readonly SubmissionState[], orUntold = false): Prisma.SubmissionWhereInput[] {
  return [
    { state: { in: [...states] } },
    ...(states.includes('sent') ? [withRest] : []),
    ...(orUntold ? [untold] : []),
  ];
}

function stateFor(state: SubmissionState, seats: readonly Seat[]): SubmissionState {
  return state === 'settled' && seats.some(isUndecided) ? 'sent' : state;
}

/** The newest first. One of which the viewer may see no seat is not there for them. */
export async function listSubmissions(store: StoreHandle, eyes: Eyes, which: Which): Promise<readonly Submission[]> {
  const rows = await client(store).submission.findMany({
    where: {
      committeeId: { in: committeesIn(eyes) },
      ...(which.ids ? { id: { in: [...which.ids] } } : {}),
      ...(which.plan ? { planId: which.plan } : {}),
      ...(which.collections ? { collectionId: { in: [...which.collections] } } : {}),
      ...(which.answerer ? { answererId: which.answerer } : {}),
      ...(which.states ? { OR: inStates(which.states, which.orUntold) } : {}),
    },
    include: {
      seats: {
        where: seenThrough(eyes, ({ committee, hiddenNominees }) => ({
          submission: { committeeId: committee },
          OR: [{ personId: null }, { personId: { notIn: [...hiddenNominees] } }],
          NOT: { namesakeIds: { hasSome: [...hiddenNominees] } },
        })),
        include: { origins: { orderBy: { place: 'asc' } } },
        orderBy: { place: 'asc' },
      },
      papers: { orderBy: { place: 'asc' } },
    },
    orderBy: [{ number: 'desc' }],
  });
  const unknown = rows.some(({ seats }) => seats.some(({ personId, shown }) => personId === null && shown !== null));
  const hidden = viewersIn(eyes).flatMap(({ hiddenNominees }) => hiddenNominees);
  const closed = unknown ? await namesOf(store, eyes, hidden) : new Map<string, string>();
  const closedIn = (committee: string) =>
    new Set(viewerAt(eyes, committee).hiddenNominees.flatMap((person) => nameKeys(closed.get(person) ?? '')));
  const seen = rows
    .map((row) => ({
      ...row,
      seats: row.seats.map(toSeat).filter((seat) => !isCalled(seat, closedIn(row.committeeId))),
    }))
    .map((row) => ({ ...row, state: stateFor(row.state as SubmissionState, row.seats) }))
    .filter(({ seats, state }) => {
      const isWanted = !which.states || which.states.includes(state) || (which.orUntold && state === 'settled');
      return seats.length > 0 && isWanted;
    });
  const subjects = await subjectsOf(store, seen);
  const above = await passedInto(
    store,
    seen.flatMap(({ passedInId }) => passedInId ?? []),
  );
  const classified = await levelsOf(store, seen);
  const names = await namesOf(
    store,
    eyes,
    seen.flatMap(({ answererId }) => answererId ?? []),
  );
  return seen.map((row) => ({
    id: asId(row.id),
    committee: asId(row.committeeId),
    content: contentOf(row, subjects.lists),
    about: subjects.titles.get(row.planId ?? row.collectionId ?? '') ?? '',
    classification: highestOf(classified.get(row.planId ?? row.id) ?? []),
    number: row.number,
    authority: row.authority,
    answerer: row.answererId as PersonId | null,
    answererName: row.answererId ? (names.get(row.answererId) ?? null) : null,
    letter: row.letter,
    stated: row.statedDate ? { date: row.statedDate, time: row.statedTime } : null,
    state: row.state,
    sentAt: row.sentAt,
    held: row.batchId && row.heldUntil ? { batch: row.batchId, until: row.heldUntil } : null,
    decision: row.decisionNumber && row.decisionDated ? { number: row.decisionNumber, dated: row.decisionDated } : null,
    settledAt: row.settledAt,
    passedIn: above.get(row.passedInId ?? '') ?? null,
    seats: row.seats,
    papers: papersSeen(row.papers, row.seats),
  }));
}

async function namesOf(store: StoreHandle, eyes: Eyes, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const people = await client(store).person.findMany({
    where: { id: { in: [...new Set(ids)] }, workspaceId: { in: workspacesIn(eyes) } },
    select: { id: true, fullName: true },
  });
  return new Map(people.map(({ id, fullName }) => [id, fullName]));
}

/** A name that nobody of the register is known to bear may be that of somebody entered there later. */
function isCalled({ person, shown }: Seat, names: ReadonlySet<string>): boolean {
  return person === null && shown !== null && nameKeys(shown.fullName).some((key) => names.has(key));
}

/** By the plan, or by the parcel into which plans of several units are merged. */
async function levelsOf(
  store: StoreHandle,
  rows: readonly { id: string; planId: string | null }[],
): Promise<ReadonlyMap<string, readonly Level[]>> {
  const merged = rows.flatMap(({ id, planId }) => (planId === null ? [id] : []));
  const below =
    merged.length === 0
      ? []
      : await client(store).submission.findMany({
          where: { passedInId: { in: merged } },
          select: { passedInId: true, planId: true },
        });
  const plans = await client(store).plan.findMany({
    where: { id: { in: [...rows, ...below].flatMap(({ planId }) => planId ?? []) } },
    select: { id: true, classification: true },
  });
  const ofPlan = new Map(plans.map(({ id, classification }) => [id, classification as Level]));
  const found = new Map<string, Level[]>([...ofPlan].map(([id, level]) => [id, [level]]));
  for (const { passedInId, planId } of below) {
    const level = ofPlan.get(planId ?? '');
    if (passedInId && level) found.set(passedInId, [...(found.get(passedInId) ?? []), level]);
  }
  return found;
}

/** The numbers of lists, and the titles of plans and of rounds. */
async function subjectsOf(
  store: StoreHandle,
  rows: readonly { listId: string | null; planId: string | null; collectionId: string | null }[],
) {
  const [lists, plans, rounds] = [
    await client(store).nomineeList.findMany({
      where: { id: { in: rows.flatMap(({ listId }) => listId ?? []) } },
      select: { id: true, number: true },
    }),
    await client(store).plan.findMany({
      where: { id: { in: rows.flatMap(({ planId }) => planId ?? []) } },
      select: { id: true, title: true },
    }),
    await client(store).collection.findMany({
      where: { id: { in: rows.flatMap(({ collectionId }) => collectionId ?? []) } },
      select: { id: true, title: true },
    }),
  ];
  return {
    lists: new Map(lists.map(({ id, number }) => [id, number])),
    titles: new Map([...plans, ...rounds].map(({ id, title }) => [id, title])),
  };
}

async function passedInto(store: StoreHandle, ids: readonly string[]): Promise<ReadonlyMap<string, PassedIn>> {
  if (ids.length === 0) return new Map();
  const above = await client(store).submission.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, number: true, state: true, committeeId: true },
  });
  const committees = await client(store).committee.findMany({
    where: { id: { in: above.map(({ committeeId }) => committeeId) } },
    select: { id: true, name: true },
  });
  const names = new Map(committees.map(({ id, name }) => [id, name]));
  return new Map(
    above.map(({ id, number, state, committeeId }) => [
      id,
      {
        ...{ id: asId<SubmissionId>(id), number, state: state as SubmissionState },
        committeeName: names.get(committeeId) ?? '',
      },
    ]),
  );
}

function contentOf(
  row: { planId: string | null; listId: string | null; collectionId: string | null; outdatedAt: Date | null },
  lists: ReadonlyMap<string, number>,
): Content {
  const { planId, listId, collectionId, outdatedAt } = row;
  if (planId !== null && listId !== null) {
    return { kind: 'list', plan: asId(planId), list: asId(listId), listNumber: lists.get(listId) ?? 0 };
  }
  return { kind: 'units', collection: asId(collectionId ?? ''), isOutdated: outdatedAt !== null };
}

type SeatRow = Prisma.SubmissionSeatGetPayload<{ include: { origins: true } }>;

function toSeat(row: SeatRow): Seat {
  return {
    id: asId(row.id),
    nomination: row.nominationId === null ? null : asId(row.nominationId),
    person: row.personId as PersonId | null,
    namesakes: row.namesakeIds.map((id) => asId<PersonId>(id)),
    position: row.positionId === null ? null : asId(row.positionId),
    positionTitle: row.positionTitle,
    origins: row.origins.map(toOrigin),
    shown: row.shown === null ? null : Shown.parse(row.shown),
    answer: row.answer as SeatAnswer | null,
    word: row.word,
    reply: row.reply,
    answeredAt: row.answeredAt,
    answeredVia: row.answeredVia as AnswerWay | null,
    sentBack: row.sentBackAt && { at: row.sentBackAt, step: row.sentBackStep },
  };
}

function toOrigin(row: SeatRow['origins'][number]): Origin {
  const { unitName, number, dated, toldAt, toldIn } = row;
  return {
    ...{ seat: asId(row.seatId), entry: asId(row.entryId), unit: asId(row.unitId), unitName, number, dated },
    ...{ seatBelow: row.originSeatId === null ? null : asId(row.originSeatId), toldAt, toldIn },
    toldBy: row.toldBy as PersonId | null,
  };
}

/** A unit of which the viewer sees no name lies in no parcel for them. */
function papersSeen(
  papers: readonly Prisma.SubmissionPaperGetPayload<object>[],
  seats: readonly Seat[],
): readonly Paper[] {
  const units = new Set<string>(seats.flatMap(({ origins }) => origins.map(({ unit }) => unit)));
  return papers
    .filter(({ kind, sourceId }) => kind !== 'unit' || units.has(sourceId ?? ''))
    .map(({ kind, sourceId, title, number, dated, version, sha256 }) => ({
      ...{ kind: kind as PaperKind, source: sourceId, title, number, dated, version, sha256 },
    }));
}
