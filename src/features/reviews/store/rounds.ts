/** Review rounds and who takes part. A round of which the viewer may see no nominee does not exist for them. */
import { client } from '../../../database/client.ts';
import type { Prisma } from '../../../database/generated/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import {
  type CommitteeId,
  type NomineeListId,
  newId,
  type PersonId,
  type PlanId,
  type ReviewRoundId,
} from '../../../kernel/ids.ts';
import { committeesIn, type Eyes, type Role, type Viewer } from '../../access/types.ts';
import type {
  OthersComments,
  Participant,
  RecusedFrom,
  ReviewerNames,
  Round,
  RoundKind,
  RoundState,
} from '../types/nouns.ts';
import { seenEntries, surroundings, toList } from './lists.ts';

/** Which committee a round belongs to, before there is a viewer. */
export async function committeeOfRound(store: StoreHandle, id: ReviewRoundId): Promise<CommitteeId | null> {
  const row = await client(store).reviewRound.findUnique({ where: { id }, select: { committeeId: true } });
  return (row?.committeeId as CommitteeId | undefined) ?? null;
}

export async function committeesOfRounds(
  store: StoreHandle,
  ids: readonly ReviewRoundId[],
): Promise<readonly CommitteeId[]> {
  const rows = await client(store).reviewRound.findMany({
    where: { id: { in: [...ids] } },
    distinct: ['committeeId'],
    select: { committeeId: true },
  });
  return rows.map((row) => row.committeeId as CommitteeId);
}

/** Keeps the round from being closed until the transaction ends; those who answer at once do not wait for each other. */
export async function shareRound(tx: StoreHandle, id: ReviewRoundId): Promise<void> {
  await client(tx).$queryRaw`SELECT 1 FROM "review_round" WHERE "id" = ${id}::uuid FOR SHARE`;
}

export async function holdRound(tx: StoreHandle, id: ReviewRoundId): Promise<void> {
  await client(tx).$queryRaw`SELECT 1 FROM "review_round" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

export async function findRound(store: StoreHandle, viewer: Viewer, id: ReviewRoundId): Promise<Round | null> {
  const [round] = await readRounds(store, viewer, { id });
  return round ?? null;
}

/** The newest first. */
export async function listRounds(
  store: StoreHandle,
  eyes: Eyes,
  which: { readonly ids?: readonly ReviewRoundId[]; readonly states: readonly RoundState[]; readonly plan?: PlanId },
): Promise<readonly Round[]> {
  const { ids, states, plan } = which;
  return readRounds(store, eyes, {
    ...{ state: { in: [...states] }, ...(plan && { planId: plan }) },
    ...(ids && { id: { in: [...ids] } }),
  });
}

/** Also one that the viewer may not see: whether a plan has an open round is no secret, who is on its list is. */
export async function openRoundOf(store: StoreHandle, plan: PlanId): Promise<ReviewRoundId | null> {
  const row = await client(store).reviewRound.findFirst({
    where: { planId: plan, state: 'open' },
    select: { id: true },
  });
  return (row?.id as ReviewRoundId | undefined) ?? null;
}

/** Open and closed rounds on whose list this nominee stands, also for whoever may not see the case: never to be shown. */
export async function roundsAbout(
  store: StoreHandle,
  committee: CommitteeId,
  nominee: PersonId,
): Promise<readonly Pick<Round, 'id' | 'state' | 'synthesisVersion'>[]> {
  const rows = await client(store).reviewRound.findMany({
    where: {
      committeeId: committee,
      state: { in: ['open', 'closed'] },
      list: { entries: { some: { personId: nominee } } },
    },
    select: { id: true, state: true, synthesisVersion: true },
  });
  return rows.map(({ id, state, synthesisVersion }) => ({
    id: id as ReviewRoundId,
    state: state as RoundState,
    synthesisVersion,
  }));
}

/** One more who is told of corrections. Twice is once. */
export async function addTold(tx: StoreHandle, id: ReviewRoundId, person: PersonId): Promise<void> {
  await client(tx).reviewRound.updateMany({
    where: { id, NOT: { toldIds: { has: person } } },
    data: { toldIds: { push: person } },
  });
}

/** Previews of the same plan that nobody confirmed are put away. */
export async function insertPrepared(
  tx: StoreHandle,
  round: Pick<Round, 'committee' | 'stated' | 'closes' | 'againOf' | 'why' | 'visibility'> & {
    plan: PlanId;
    list: NomineeListId;
  },
  by: { at: Date; person: PersonId | null },
): Promise<ReviewRoundId> {
  const id = newId<ReviewRoundId>();
  await client(tx).reviewRound.updateMany({
    where: { planId: round.plan, state: 'prepared' },
    data: { state: 'cancelled' },
  });
  await client(tx).reviewRound.create({
    data: {
      id,
      committeeId: round.committee,
      planId: round.plan,
      listId: round.list,
      state: 'prepared',
      statedDate: round.stated.date,
      statedTime: round.stated.time,
      closesDate: round.closes?.date ?? null,
      closesTime: round.closes?.time ?? null,
      againOf: round.againOf,
      why: round.why,
      othersComments: round.visibility.others,
      reviewerNames: round.visibility.names,
      chairOnlyToClerk: round.visibility.chairOnlyToClerk,
      preparedAt: by.at,
      preparedBy: by.person,
    },
  });
  return id;
}

/** False: it is not in that state any more; somebody else, or the clock, was first. */
export async function changeState(
  tx: StoreHandle,
  id: ReviewRoundId,
  from: RoundState,
  change: { readonly state: RoundState } & Partial<{
    openedAt: Date;
    batchId: string;
    heldUntil: Date;
    closedAt: Date;
    closedBy: PersonId | null;
    synthesisVersion: number;
    toldIds: string[];
  }>,
): Promise<boolean> {
  const { count } = await client(tx).reviewRound.updateMany({ where: { id, state: from }, data: change });
  return count === 1;
}

/** The new version of the synthesis. */
export async function countCorrection(tx: StoreHandle, id: ReviewRoundId): Promise<number> {
  const row = await client(tx).reviewRound.update({
    where: { id },
    data: { synthesisVersion: { increment: 1 } },
    select: { synthesisVersion: true },
  });
  return row.synthesisVersion;
}

export async function insertParticipants(
  tx: StoreHandle,
  round: ReviewRoundId,
  participants: readonly { person: PersonId; roles: readonly Role[] }[],
): Promise<void> {
  const people = await client(tx).person.findMany({
    where: { id: { in: participants.map(({ person }) => person) } },
    select: { id: true, unit: true },
  });
  const units = new Map(people.map(({ id, unit }) => [id, unit]));
  await client(tx).reviewParticipant.createMany({
    data: participants.map(({ person, roles }, place) => ({
      roundId: round,
      personId: person,
      roles: [...roles],
      unit: units.get(person) ?? null,
      place,
    })),
  });
}

/** In protocol order as it was at the opening. */
export async function participantsOf(store: StoreHandle, round: ReviewRoundId): Promise<readonly Participant[]> {
  return (await participantsIn(store, [round])).get(round) ?? [];
}

/** Of several rounds, in one statement. */
export async function participantsIn(
  store: StoreHandle,
  rounds: readonly ReviewRoundId[],
): Promise<ReadonlyMap<ReviewRoundId, readonly Participant[]>> {
  const rows = await client(store).$queryRaw<
    readonly (Omit<Participant, 'person' | 'roles'> & { roundId: ReviewRoundId; personId: PersonId; roles: Role[] })[]
  >`
    SELECT p."roundId", p."personId", p."roles", p."unit", p."seenAt", p."passedTo", who."fullName",
      EXISTS (SELECT 1 FROM "member" m WHERE m."personId" = who."id" AND m."isActive") AS "hasAccount"
    FROM "review_participant" p JOIN "person" who ON who."id" = p."personId"
    WHERE p."roundId" = ANY (${[...rounds]}::uuid[]) ORDER BY p."place"`;
  const found = new Map<ReviewRoundId, Participant[]>();
  for (const { roundId, personId, ...rest } of rows) {
    found.set(roundId, [...(found.get(roundId) ?? []), { person: personId, ...rest }]);
  }
  return found;
}

/**
 * Recusals of a committee as they stood at a moment: counts of a closed round do not change with a later recusal.
 * Read here and not through a viewer, because it feeds counts only.
 */
export async function recusalsAt(
  store: StoreHandle,
  committee: CommitteeId,
  at: Date,
): Promise<readonly RecusedFrom[]> {
  return (await recusalsIn(store, [committee], at)).get(committee) ?? [];
}

/** Of several committees, in one statement. */
export async function recusalsIn(
  store: StoreHandle,
  committees: readonly CommitteeId[],
  at: Date,
): Promise<ReadonlyMap<CommitteeId, readonly RecusedFrom[]>> {
  const rows = await client(store).recusal.findMany({
    where: {
      ...{ committeeId: { in: [...committees] }, declaredAt: { lte: at } },
      OR: [{ liftedAt: null }, { liftedAt: { gt: at } }],
    },
    select: { committeeId: true, personId: true, nomineeId: true },
  });
  const found = new Map<CommitteeId, RecusedFrom[]>();
  for (const { committeeId, personId, nomineeId } of rows) {
    const committee = committeeId as CommitteeId;
    const recused = { person: personId as PersonId, nominee: nomineeId as PersonId };
    found.set(committee, [...(found.get(committee) ?? []), recused]);
  }
  return found;
}

async function readRounds(
  store: StoreHandle,
  eyes: Eyes,
  where: Prisma.ReviewRoundWhereInput,
): Promise<readonly Round[]> {
  const rows = await client(store).reviewRound.findMany({
    where: { ...where, committeeId: { in: committeesIn(eyes) } },
    include: { list: { include: { entries: seenEntries(eyes) } } },
    orderBy: [{ preparedAt: 'desc' }, { id: 'asc' }],
  });
  const about = await surroundings(
    store,
    rows.map((row) => row.list),
  );
  return rows
    .map(
      (row): Round => ({
        id: row.id as ReviewRoundId,
        committee: row.committeeId as CommitteeId,
        kind: row.kind as RoundKind,
        state: row.state as RoundState,
        list: toList(row.list, about),
        stated: { date: row.statedDate, time: row.statedTime },
        closes: row.closesDate === null ? null : { date: row.closesDate, time: row.closesTime },
        againOf: row.againOf as ReviewRoundId | null,
        why: row.why,
        openedAt: row.openedAt,
        batch: row.batchId,
        heldUntil: row.heldUntil,
        pausedUntil: row.pausedUntil,
        visibility: {
          others: row.othersComments as OthersComments,
          names: row.reviewerNames as ReviewerNames,
          chairOnlyToClerk: row.chairOnlyToClerk,
        },
        closedAt: row.closedAt,
        closedBy: row.closedBy as PersonId | null,
        synthesisVersion: row.synthesisVersion,
        told: row.toldIds as PersonId[],
      }),
    )
    .filter((round) => round.list.entries.length > 0);
}
