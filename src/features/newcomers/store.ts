/** What the rules last said of the register, and who has newly come to qualify. Closed cases are not there for a viewer. */
import { client } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { newId, type PersonId, type PlanId, type PositionId } from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import type { Evidence, Finding, PoolOutcome } from '../pools/types.ts';
import type { Change, Newcomer, NewcomerEnd, NewcomerId, NewNewcomer } from './types.ts';

/** Of everybody: for the clockwork. */
export async function lastAnswers(store: StoreHandle, plan: PlanId): Promise<readonly Finding[]> {
  const rows = await client(store).lastAnswer.findMany({ where: { planId: plan } });
  return rows.map(({ personId, positionIds, outcome, evidence }) => ({
    person: personId as PersonId,
    positions: positionIds as PositionId[],
    outcome: outcome as PoolOutcome,
    evidence: evidence as unknown as readonly Evidence[],
  }));
}

/** What was said of these people gives way; of those of whom nothing is said any more nothing stays. */
export async function renewAnswers(
  tx: StoreHandle,
  plan: PlanId,
  people: readonly PersonId[],
  answers: readonly Finding[],
): Promise<void> {
  if (people.length === 0) return;
  await client(tx).lastAnswer.deleteMany({ where: { planId: plan, personId: { in: [...people] } } });
  await client(tx).lastAnswer.createMany({
    data: answers
      .filter(({ person }) => people.includes(person))
      .map(({ person, positions, outcome, evidence }) => ({
        ...{ id: newId(), planId: plan, personId: person, positionIds: [...positions], outcome },
        evidence: evidence as unknown as Prisma.InputJsonValue,
      })),
  });
}

/** Those who are still to be noted, the newest first. */
export async function openNewcomers(
  store: StoreHandle,
  viewer: Viewer,
  plans: readonly PlanId[],
): Promise<readonly Newcomer[]> {
  const rows = await client(store).newcomer.findMany({
    where: {
      ...{ planId: { in: [...plans] }, ended: null, plan: { committeeId: viewer.committee } },
      personId: { notIn: [...viewer.hiddenNominees] },
    },
    orderBy: [{ since: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ id, planId, personId, positionIds, since, changed }) => ({
    id: id as NewcomerId,
    plan: planId as PlanId,
    person: personId as PersonId,
    positions: positionIds as PositionId[],
    since,
    changed: changed as unknown as readonly Change[],
  }));
}

export async function insertNewcomers(tx: StoreHandle, newcomers: readonly NewNewcomer[]): Promise<void> {
  await client(tx).newcomer.createMany({
    data: newcomers.map(({ plan, person, positions, since, changed }) => ({
      ...{ id: newId(), planId: plan, personId: person, positionIds: [...positions], since },
      changed: changed as unknown as Prisma.InputJsonValue,
    })),
  });
}

/** How many of them were open still. */
export async function endNewcomers(
  tx: StoreHandle,
  ids: readonly NewcomerId[],
  end: { readonly ended: NewcomerEnd; readonly endedAt: Date; readonly endedBy: PersonId | null },
): Promise<number> {
  const { count } = await client(tx).newcomer.updateMany({ where: { id: { in: [...ids] }, ended: null }, data: end });
  return count;
}

export const newcomersHoldPeople: HoldsPeople = {
  moves: [
    { table: 'last_answer', column: 'personId' },
    { table: 'newcomer', column: 'personId' },
  ],
  clashes: [],
  stays: { 'newcomer.endedBy': 'who did it then' },
  told: {
    recorded: ['newcomer.endedBy'],
    case: ['last_answer.personId', 'newcomer.personId'],
  },
};
