/** Ballot rounds with their candidates. A round about a case that is closed to the viewer does not exist for them. */
import { z } from 'zod';
import { client } from '../../../database/client.ts';
import type { Prisma } from '../../../database/generated/client.ts';
import type { Locale, StoreHandle } from '../../../kernel/act.ts';
import {
  type CommitteeId,
  type ConferenceId,
  type NominationId,
  type NomineeListId,
  newId,
  type PersonId,
  type PlanId,
  type WorkspaceId,
} from '../../../kernel/ids.ts';
import { committeesIn, type Eyes, type Viewer, viewerAt } from '../../access/types.ts';
import type { Level } from '../../classification/types.ts';
import type {
  BallotCandidate,
  BallotCandidateId,
  BallotMode,
  BallotPlace,
  BallotQuestion,
  BallotRound,
  BallotRoundId,
  BallotState,
  BallotSubject,
  ClosedHow,
} from '../types/round.ts';
import { type Frozen, Ruling } from '../types/ruling.ts';
import { VoteRule } from '../types/vote-rule.ts';
import { openTo, partOf } from './open-to.ts';

const whole = { candidates: { orderBy: { place: 'asc' } } } as const;
type Row = Prisma.BallotRoundGetPayload<{ include: typeof whole }>;

/** Before there is a viewer: a button knows the round, not its committee. */
export async function committeeOfRound(store: StoreHandle, id: BallotRoundId): Promise<CommitteeId | null> {
  const row = await client(store).ballotRound.findUnique({ where: { id }, select: { committeeId: true } });
  return (row?.committeeId as CommitteeId | undefined) ?? null;
}

export async function committeesOfRounds(store: StoreHandle, ids: readonly string[]): Promise<readonly CommitteeId[]> {
  const rows = await client(store).ballotRound.findMany({
    where: { id: { in: [...ids] } },
    distinct: ['committeeId'],
    select: { committeeId: true },
  });
  return rows.map((row) => row.committeeId as CommitteeId);
}

export interface BallotHome {
  readonly id: WorkspaceId;
  readonly locale: Locale;
  readonly zone: string;
}

/** What the clockwork needs to look whether it is settled. */
export async function settlesFromOf(
  store: StoreHandle,
  id: BallotRoundId,
): Promise<Pick<BallotRound, 'id' | 'settlesFrom'> | null> {
  const row = await client(store).ballotRound.findUnique({ where: { id }, select: { settlesFrom: true } });
  return row && { id, settlesFrom: row.settlesFrom };
}

/** For the clockwork; null when it is unknown or the bot was taken out of the workspace. */
export async function homeOfRound(store: StoreHandle, id: BallotRoundId): Promise<BallotHome | null> {
  const [row] = await client(store).$queryRaw<readonly BallotHome[]>`
    SELECT w."id", w."locale", w."zone" FROM "ballot_round" r
      JOIN "committee" c ON c."id" = r."committeeId" JOIN "workspace" w ON w."id" = c."workspaceId"
    WHERE r."id" = ${id}::uuid AND w."removedAt" IS NULL`;
  return row ?? null;
}

/**
 * Keeps the round from being closed until the transaction ends; those who vote at once do not wait for each other. Tells
 * whose round it is, because there is no viewer yet; null when there is none.
 */
export async function shareRound(tx: StoreHandle, id: BallotRoundId): Promise<CommitteeId | null> {
  const [row] = await client(tx).$queryRaw<readonly { committeeId: CommitteeId }[]>`
    SELECT "committeeId" FROM "ballot_round" WHERE "id" = ${id}::uuid FOR SHARE`;
  return row?.committeeId ?? null;
}

/** Waits for everybody who is voting at this moment; nobody begins until the transaction ends. */
export async function holdRound(tx: StoreHandle, id: BallotRoundId): Promise<void> {
  await client(tx).$queryRaw`SELECT 1 FROM "ballot_round" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** The rounds that this one repeats or follows, and those that repeat or follow it. */
export async function relatedRounds(
  store: StoreHandle,
  viewer: Viewer,
  { id, after }: Pick<BallotRound, 'id' | 'after'>,
): Promise<readonly BallotRound[]> {
  const rows = await client(store).ballotRound.findMany({
    where: { committeeId: viewer.committee, OR: [{ afterId: id }, ...(after ? [{ id: after.round }] : [])] },
    select: { id: true },
  });
  return rows.length === 0 ? [] : listRounds(store, viewer, { ids: rows.map((row) => row.id) });
}

/** Sealed rounds that are open, of all workspaces: for the clockwork. */
export async function openSealedRounds(store: StoreHandle): Promise<readonly BallotRoundId[]> {
  const rows = await client(store).ballotRound.findMany({
    where: { state: 'open', place: 'chat', mode: { not: 'open' } },
    select: { id: true },
  });
  return rows.map(({ id }) => id as BallotRoundId);
}

/** Of these rounds those that are sealed and open. */
export async function sealedAmong(store: StoreHandle, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await client(store).ballotRound.findMany({
    where: { id: { in: [...ids] }, state: 'open', place: 'chat', mode: { not: 'open' } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Votes on lists of the plan that run or are to come, with all eyes; of one person: those in which they stand. */
export async function roundsOnPlan(
  store: StoreHandle,
  viewer: Viewer,
  plan: PlanId,
  person: PersonId | null,
): Promise<readonly { readonly isOpen: boolean; readonly at: Date }[]> {
  return client(store).$queryRaw<readonly { isOpen: boolean; at: Date }[]>`
    SELECT r."state" = 'open' AS "isOpen", r."closesAt" AS "at"
    FROM "ballot_round" r JOIN "nominee_list" l ON l."id" = r."listId"
    WHERE r."committeeId" = ${viewer.committee}::uuid AND r."state" IN ('prepared', 'scheduled', 'open')
      AND l."planId" = ${plan}::uuid
      AND (${person}::uuid IS NULL OR EXISTS (
        SELECT 1 FROM "ballot_candidate" c WHERE c."roundId" = r."id" AND c."personId" = ${person}::uuid))
    ORDER BY r."closesAt", r."id"`;
}

export async function findRound(store: StoreHandle, viewer: Viewer, id: BallotRoundId): Promise<BallotRound | null> {
  const [round] = await listRounds(store, viewer, { ids: [id] });
  return round ?? null;
}

/** The newest first. */
export async function listRounds(
  store: StoreHandle,
  eyes: Eyes,
  which: {
    readonly ids?: readonly string[];
    readonly states?: readonly BallotState[];
    readonly conference?: ConferenceId;
    readonly procedure?: string;
    readonly limit?: number;
  },
): Promise<readonly BallotRound[]> {
  const rows = await client(store).ballotRound.findMany({
    where: {
      committeeId: { in: committeesIn(eyes) },
      ...(which.ids ? { id: { in: [...which.ids] } } : {}),
      ...(which.states ? { state: { in: [...which.states] } } : {}),
      ...(which.conference ? { conferenceId: which.conference } : {}),
      ...(which.procedure ? { procedureId: which.procedure } : {}),
    },
    include: whole,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    ...(which.limit ? { take: which.limit } : {}),
  });
  const open = await openTo(store, eyes, rows);
  const about = await surroundings(
    store,
    open.map(({ row }) => row),
  );
  return open.map(({ row, isPart }) => {
    const round = toRound(row, about);
    return isPart ? partOf(round, viewerAt(eyes, row.committeeId)) : round;
  });
}

export interface NewRound
  extends Pick<
    BallotRound,
    | 'mode'
    | 'place'
    | 'conference'
    | 'item'
    | 'step'
    | 'rule'
    | 'opensAt'
    | 'closesAt'
    | 'settlesAfter'
    | 'after'
    | 'why'
    | 'tellers'
  > {
  readonly subject:
    | { readonly kind: 'question'; readonly text: string }
    | { readonly kind: 'list'; readonly list: NomineeListId };
  readonly questions: readonly (Omit<BallotQuestion, 'candidates'> & {
    readonly candidates: readonly (Omit<BallotCandidate, 'id' | 'isWithdrawn'> & { readonly entry: string | null })[];
  })[];
}

export async function insertRound(
  tx: StoreHandle,
  viewer: Viewer,
  round: NewRound,
  by: { readonly at: Date; readonly person: PersonId | null },
): Promise<BallotRoundId> {
  const id = newId<BallotRoundId>();
  const { subject, mode, place, rule, questions, opensAt, closesAt, after, why } = round;
  await client(tx).ballotRound.create({
    data: {
      ...{ id, committeeId: viewer.committee, kind: subject.kind, mode, place, state: 'prepared' },
      ...(subject.kind === 'list' ? { listId: subject.list } : { question: subject.text }),
      questions: questions.map(({ key, title, seats, position }) => ({ key, title, seats, position })),
      ...{ conferenceId: round.conference, itemId: round.item, opensAt, closesAt, why },
      ...{
        settlesAfter: round.settlesAfter,
        procedureId: round.step?.procedure ?? null,
        stepKey: round.step?.key ?? null,
      },
      rule: rule as unknown as Prisma.InputJsonObject,
      ...{ afterId: after?.round ?? null, afterKind: after?.kind ?? null },
      ...{ createdBy: by.person, createdAt: by.at, tellerIds: [...round.tellers] },
    },
    select: { id: true },
  });
  const candidates = questions.flatMap(({ key, candidates: ofIt }) => ofIt.map((one) => ({ key, ...one })));
  await client(tx).ballotCandidate.createMany({
    data: candidates.map(({ key, person, nomination, entry, fullName, post, unit, exception }, index) => ({
      ...{ id: newId<BallotCandidateId>(), roundId: id, question: key, place: index, personId: person },
      ...{ nominationId: nomination, entryId: entry, shown: { fullName, post, unit, exception } },
    })),
  });
  return id;
}

export interface RoundChange {
  readonly state?: BallotState;
  readonly openedAt?: Date | null;
  readonly held?: BallotRound['held'];
  readonly settlesFrom?: Date | null;
  readonly frozen?: Frozen;
  readonly closedAt?: Date;
  readonly closedBy?: PersonId | null;
  readonly closedHow?: ClosedHow;
  readonly tallies?: BallotRound['tallies'];
  readonly rulings?: readonly Ruling[];
  readonly decided?: { readonly decisions: BallotRound['decisions']; readonly by: PersonId | null };
  readonly announced?: { readonly at: Date; readonly by: PersonId | null };
  readonly closesAt?: Date;
  readonly rule?: VoteRule;
  readonly why?: string;
  readonly numbersTo?: readonly PersonId[];
  readonly isMasked?: boolean;
}

/** False: it is not in that state any more; somebody else, or the clock, was first. */
export async function changeRound(
  tx: StoreHandle,
  id: BallotRoundId,
  from: readonly BallotState[],
  change: RoundChange,
): Promise<boolean> {
  const { rule, held, frozen, tallies, rulings, decided, announced, numbersTo, ...columns } = change;
  const { count } = await client(tx).ballotRound.updateMany({
    where: { id, state: { in: [...from] } },
    data: {
      ...columns,
      ...(held === undefined ? {} : { batchId: held?.batch ?? null, heldUntil: held?.until ?? null }),
      ...(rule ? { rule: rule as unknown as Prisma.InputJsonObject } : {}),
      ...(numbersTo ? { numbersToIds: [...numbersTo] } : {}),
      ...(frozen ? { frozen: frozen as unknown as Prisma.InputJsonObject } : {}),
      ...(tallies ? { tallies: tallies as unknown as Prisma.InputJsonArray } : {}),
      ...(rulings ? { rulings: rulings as unknown as Prisma.InputJsonArray } : {}),
      ...(decided ? { decisions: decided.decisions as unknown as Prisma.InputJsonObject, decidedBy: decided.by } : {}),
      ...(announced ? { announcedAt: announced.at, announcedBy: announced.by } : {}),
    },
  });
  return count === 1;
}

/** Whose names stand on the papers: also of those that the acting person may not see. Never to be shown. */
export async function candidatePersons(store: StoreHandle, id: BallotRoundId): Promise<readonly PersonId[]> {
  const rows = await client(store).ballotCandidate.findMany({ where: { roundId: id }, select: { personId: true } });
  return rows.map((row) => row.personId as PersonId);
}

/** What was true of them when the round closed stays true of it. */
export async function markWithdrawn(tx: StoreHandle, ids: readonly BallotCandidateId[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await client(tx).ballotCandidate.updateMany({ where: { id: { in: [...ids] } }, data: { withdrawnAt: at } });
}

interface Surroundings {
  readonly lists: ReadonlyMap<
    string,
    { readonly number: number; readonly planTitle: string; readonly classification: Level }
  >;
  readonly withdrawn: ReadonlySet<string>;
  /** How secret the plans are in whose procedures questions are put. */
  readonly procedures: ReadonlyMap<string, Level>;
}

/** Lists, plans of questions, and which nominations no longer stand: three statements for any number of rounds. */
async function surroundings(store: StoreHandle, rows: readonly Row[]): Promise<Surroundings> {
  const listIds = [...new Set(rows.flatMap((row) => row.listId ?? []))];
  const procedures = await levelsOfProcedures(
    store,
    rows.flatMap(({ listId, procedureId }) => (listId === null && procedureId !== null ? [procedureId] : [])),
  );
  if (listIds.length === 0) return { lists: new Map(), withdrawn: new Set(), procedures };
  const nominations = rows.flatMap((row) => row.candidates.flatMap(({ nominationId }) => nominationId ?? []));
  const [lists, gone] = [
    await client(store).$queryRaw<readonly { id: string; number: number; planTitle: string; classification: Level }[]>`
      SELECT l."id", l."number", p."title" AS "planTitle", p."classification"
      FROM "nominee_list" l JOIN "plan" p ON p."id" = l."planId"
      WHERE l."id" = ANY(${listIds}::uuid[])`,
    await client(store).nomination.findMany({
      where: { id: { in: [...new Set(nominations)] }, state: { in: ['suggested', 'withdrawn', 'declined'] } },
      select: { id: true },
    }),
  ];
  return {
    lists: new Map(lists.map(({ id, ...list }) => [id, list])),
    withdrawn: new Set(gone.map(({ id }) => id)),
    procedures,
  };
}

async function levelsOfProcedures(store: StoreHandle, ids: readonly string[]): Promise<ReadonlyMap<string, Level>> {
  if (ids.length === 0) return new Map();
  const rows = await client(store).$queryRaw<readonly { id: string; classification: Level }[]>`
    SELECT d."id", p."classification" FROM "plan_procedure" d JOIN "plan" p ON p."id" = d."planId"
    WHERE d."id" = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, classification }) => [id, classification]));
}

function toRound(row: Row, about: Surroundings): BallotRound {
  return {
    id: row.id as BallotRoundId,
    committee: row.committeeId as CommitteeId,
    mode: row.mode as BallotMode,
    place: row.place as BallotPlace,
    state: row.state as BallotState,
    subject: subjectOf(row, about),
    conference: row.conferenceId as ConferenceId | null,
    item: row.itemId,
    step: row.procedureId && row.stepKey ? { procedure: row.procedureId, key: row.stepKey } : null,
    rule: VoteRule.parse(row.rule),
    questions: questionsOf(row, about),
    preparedAt: row.createdAt,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    settlesAfter: row.settlesAfter,
    settlesFrom: row.settlesFrom,
    after: row.afterId ? { round: row.afterId as BallotRoundId, kind: row.afterKind as 'again' | 'next' } : null,
    why: row.why,
    openedAt: row.openedAt,
    held: row.batchId && row.heldUntil ? { batch: row.batchId, until: row.heldUntil } : null,
    closedAt: row.closedAt,
    closedHow: row.closedHow as ClosedHow | null,
    frozen: row.frozen as unknown as Frozen | null,
    tallies: (row.tallies ?? []) as unknown as BallotRound['tallies'],
    rulings: row.rulings === null ? null : z.array(Ruling).parse(row.rulings),
    decisions: (row.decisions ?? {}) as unknown as BallotRound['decisions'],
    announcedAt: row.announcedAt,
    numbersTo: row.numbersToIds as PersonId[],
    isMasked: row.isMasked,
    tellers: row.tellerIds as PersonId[],
    isPart: false,
  };
}

function questionsOf(row: Row, about: Surroundings): readonly BallotQuestion[] {
  const isRunning = row.state !== 'closed' && row.state !== 'void';
  const candidates = row.candidates.map(({ id, personId, nominationId, shown, withdrawnAt, question }) => {
    const { fullName = null, post = null, unit = null, exception = null } = (shown ?? {}) as Partial<BallotCandidate>;
    const isGone = nominationId !== null && about.withdrawn.has(nominationId);
    const one: BallotCandidate = {
      ...{ id: id as BallotCandidateId, person: personId as PersonId, nomination: nominationId as NominationId | null },
      ...{ fullName, post, unit, exception, isWithdrawn: isRunning ? isGone : withdrawnAt !== null },
    };
    return { question, one };
  });
  return (row.questions as unknown as readonly Omit<BallotQuestion, 'candidates'>[]).map((question) => ({
    ...question,
    candidates: candidates.filter((each) => each.question === question.key).map(({ one }) => one),
  }));
}

function subjectOf(row: Row, about: Surroundings): BallotSubject {
  if (row.listId === null) {
    const classification = about.procedures.get(row.procedureId ?? '') ?? 'unclassified';
    return { kind: 'question', text: row.question ?? '', classification };
  }
  const list = about.lists.get(row.listId);
  const { number = 0, planTitle = '', classification = 'unclassified' } = list ?? {};
  return { kind: 'list', list: row.listId as NomineeListId, number, planTitle, classification };
}
