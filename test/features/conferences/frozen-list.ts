/** Frozen nominee lists and their reviews, as rows: builders for the tests beside this file. */
import { client } from '../../../src/database/client.ts';
import type { Stance } from '../../../src/features/reviews/types/nouns.ts';
import { type NomineeListId, newId, type PersonId, type PlanId } from '../../../src/kernel/ids.ts';
import type { Scene } from './scene.ts';

/** A plan with two nominees and a frozen list of them, as rows. */
export async function frozenList(scene: Scene) {
  const nominees = [await scene.person('Nora Nominee'), await scene.person('Ned Named')];
  const [plan, position, list] = [newId<PlanId>(), newId(), newId<NomineeListId>()];
  const db = client(scene.clerk.store);
  await db.plan.create({
    data: {
      ...{ id: plan, committeeId: scene.committee, unit: 'Office', track: 'party', title: 'Plan 2025' },
      ...{ termFrom: '2025-01', termTo: '2030-01', ruleSet: 'vn-party-qd377', ruleSetVersion: 1 },
      createdAt: scene.clerk.now,
      positions: { create: { id: position, title: 'Secretary', seats: 1, rank: 1 } },
    },
  });
  const entries = nominees.map((one, place) => ({ nomination: newId(), place, ...one }));
  for (const { nomination, person } of entries) {
    await db.nomination.create({
      data: {
        ...{ id: nomination, planId: plan, positionId: position, personId: person, source: 'inside', state: 'listed' },
        ...{ proposedBy: scene.clerk.person, proposedAt: scene.clerk.now },
      },
    });
  }
  await db.nomineeList.create({
    data: {
      ...{ id: list, committeeId: scene.committee, planId: plan, number: 1, frozenAt: scene.clerk.now },
      entries: {
        create: entries.map(({ nomination, person, place }, index) => ({
          ...{ id: newId(), nominationId: nomination, nominationVersion: 1, personId: person, place },
          ...{ positionId: position, positionTitle: 'Secretary' },
          shown: {
            ...{ fullName: index === 0 ? 'Nora Nominee' : 'Ned Named', birthMonth: null },
            ...{ partyPost: null, statePost: null, unit: null },
          },
        })),
      },
    },
  });
  const [nora, ned] = nominees.map((one) => one.person) as [PersonId, PersonId];
  return { plan, list, nora, ned };
}

/** A newer list of the same plan. */
export async function newerList(scene: Scene, { plan, nora }: { plan: PlanId; nora: PersonId }): Promise<void> {
  const db = client(scene.clerk.store);
  const entry = await db.nomineeListEntry.findFirstOrThrow({ where: { personId: nora } });
  const { id: _, listId, ...columns } = entry;
  const shown = columns.shown as object;
  const frozenAt = new Date(scene.clerk.now.getTime() + 1);
  await db.nomineeList.create({
    data: {
      ...{ id: newId(), committeeId: scene.committee, planId: plan, number: 2, frozenAt },
      entries: { create: [{ ...columns, id: newId(), shown }] },
    },
  });
}

/** A review of the list in which the first member has this stance on the first nominee. */
export async function reviewed(
  scene: Scene,
  { plan, list }: { plan: PlanId; list: NomineeListId },
  review: { readonly state: 'open' | 'closed'; readonly stance: Stance },
): Promise<void> {
  const db = client(scene.clerk.store);
  const entry = await db.nomineeListEntry.findFirstOrThrow({ where: { listId: list, place: 0 } });
  const isClosed = review.state === 'closed';
  const round = newId();
  const person = scene.members[0].person;
  await db.reviewRound.create({
    data: {
      ...{ id: round, committeeId: scene.committee, planId: plan, listId: list, state: review.state },
      ...{ statedDate: '2026-03-02', preparedAt: scene.clerk.now, openedAt: scene.clerk.now },
      ...{ heldUntil: scene.clerk.now, batchId: newId() },
      ...(isClosed ? { closedAt: scene.clerk.now, synthesisVersion: 1 } : {}),
      participants: { create: { personId: person, place: 0, roles: ['member'] } },
    },
  });
  await db.reviewAnswer.create({
    data: {
      ...{ id: newId(), roundId: round, personId: person, version: 1, restAgrees: true, sentAt: scene.clerk.now },
      lines: {
        create: {
          entryId: entry.id,
          stance: review.stance,
          byList: false,
          saidAt: scene.clerk.now,
          commentId: crypto.randomUUID(),
        },
      },
    },
  });
}
