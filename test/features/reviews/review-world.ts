/** A committee with a plan and candidates, ready to be reviewed: rows of other features are built, ours are made. */
import { client } from '../../../src/database/client.ts';
import type { Role } from '../../../src/features/access/types.ts';
import { openRound, prepareRound } from '../../../src/features/reviews/operations/open.ts';
import type { Opened } from '../../../src/features/reviews/types/seen.ts';
import { type Act, freshSaving, type StoreHandle } from '../../../src/kernel/act.ts';
import { type NominationId, newId, type PersonId, type PlanId, type PositionId } from '../../../src/kernel/ids.ts';
import type { Outcome } from '../../../src/kernel/outcome.ts';
import { testNow } from '../../support/acts.ts';
import { createWorld, type World } from '../../support/worlds.ts';

export type Someone = Act & { readonly person: PersonId };

export interface Nominee {
  readonly person: PersonId;
  readonly nomination: NominationId;
  readonly name: string;
}

export interface ReviewWorld extends World {
  readonly plan: PlanId;
  readonly position: PositionId;
  readonly nominees: readonly Nominee[];
  nominate(name: string, person?: PersonId): Promise<Nominee>;
  withdraw(nominee: Nominee): Promise<void>;
}

/** Far enough for a date of 2026-03-20. */
export const stated = { date: '2026-03-20', time: null } as const;
export const dueAt = new Date('2026-03-20T10:00:00Z');

export async function createReviewWorld(
  handle: StoreHandle,
  names: readonly string[],
  base: World | null = null,
): Promise<ReviewWorld> {
  const world = base ?? (await createWorld(handle));
  // This committee secretary is a member besides, and so is asked too.
  await client(handle).membership.updateMany({
    where: { committeeId: world.committee, personId: world.clerk.person },
    data: { roles: ['clerk', 'member'] },
  });
  const plan = newId<PlanId>();
  const position = newId<PositionId>();
  await client(handle).plan.create({
    data: {
      id: plan,
      committeeId: world.committee,
      unit: 'Board',
      track: 'board',
      termFrom: '2026-01',
      termTo: '2030-12',
      ruleSet: 'general',
      ruleSetVersion: 1,
      title: 'Board 2026–2030',
      createdAt: testNow,
    },
  });
  await client(handle).position.create({ data: { id: position, planId: plan, title: 'Director', seats: 3, rank: 1 } });
  const nominees: Nominee[] = [];

  async function nominate(name: string, existing?: PersonId): Promise<Nominee> {
    const person = existing ?? newId<PersonId>();
    if (!existing) {
      const data = { id: person, workspaceId: world.workspace, fullName: name, searchName: name.toLowerCase() };
      await client(handle).person.create({ data: { ...data, source: 'form', createdAt: testNow } });
    }
    const nomination = newId<NominationId>();
    await client(handle).nomination.create({
      data: {
        id: nomination,
        planId: plan,
        positionId: position,
        personId: person,
        source: 'inside',
        state: 'listed',
        proposedBy: world.clerk.person,
        proposedAt: testNow,
        rank: nominees.length + 1,
      },
    });
    const nominee = { person, nomination, name };
    nominees.push(nominee);
    return nominee;
  }

  for (const name of names) await nominate(name);
  return {
    ...world,
    plan,
    position,
    nominees,
    nominate,
    async withdraw({ nomination }) {
      await client(handle).nomination.update({
        where: { id: nomination },
        data: { state: 'withdrawn', endedAt: testNow, endReason: 'declined the post', version: { increment: 1 } },
      });
    },
  };
}

/** A round that is out: opened, and its minute of undo over. */
export async function openedRound(world: ReviewWorld, why: string | null = null): Promise<Opened> {
  const { committee, plan, clerk } = world;
  const prepared = value(await prepareRound(again(clerk), { committee, plan, stated, why }));
  return value(await openRound(again(clerk), prepared.round.id));
}

/** The same person acting once more, `minutes` after the test's beginning (two: the undo of the opening is over). */
export function again<A extends Act>(act: A, minutes = 0): A {
  return { ...act, now: new Date(testNow.getTime() + minutes * 60_000), saving: freshSaving() };
}

export function later<A extends Act>(act: A): A {
  return again(act, 2);
}

export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.facts)}`);
  return outcome.value;
}

export async function members(world: World, count: number, role: Role = 'member'): Promise<readonly Someone[]> {
  const all: Someone[] = [];
  for (let number = 1; number <= count; number += 1) all.push(await world.person(`Member ${number}`, [role]));
  return all;
}

/** Cards of a kind that are on their way or out, by person. */
export async function cardsOf(handle: StoreHandle, world: World, kind: string) {
  return client(handle).delivery.findMany({
    where: { workspaceId: world.workspace, kind, state: { not: 'cancelled' } },
    orderBy: { sequence: 'asc' },
  });
}
