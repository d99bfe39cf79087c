/** Nominee lists on an agenda: opened privately, never in what a channel reads, and closed by a recusal everywhere. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { seeAgendaList } from '../../../src/features/conferences/operations/agenda-lists.ts';
import { seeInvitation } from '../../../src/features/conferences/operations/look.ts';
import { type NomineeListId, newId, type PersonId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, cards, createScene, minute, must, reasonOf, type Scene, scheduled } from './scene.ts';

const { handle } = await createTestDatabase();

/** A plan with two nominees and a frozen list of them, as rows. */
async function frozenList(scene: Scene) {
  const nominees = [await scene.person('Nora Nominee'), await scene.person('Ned Named')];
  const [plan, position, list] = [newId(), newId(), newId<NomineeListId>()];
  const db = client(handle);
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
  return { list, nora, ned };
}

test('an agenda carries a list by its number; the names open privately, without those closed by a recusal', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const { list, nora } = await frozenList(scene);
  const conference = await scheduled(scene, { lists: [list] });
  const recusal = { committee: scene.committee, nominee: nora, recordedBy: null };
  must(await recuse(again(scene.clerk), { ...recusal, person: ann.person }));

  const invitation = must(await seeInvitation(again(ann, 2 * minute), conference));
  const forAnn = must(await seeAgendaList(again(ann, 2 * minute), { conference, list }));
  const forBob = must(await seeAgendaList(again(bob, 2 * minute), { conference, list }));

  expect(JSON.stringify(invitation)).not.toMatch(/Nora|Ned/);
  expect(forAnn.entries.map((entry) => entry.shown?.fullName)).toEqual(['Ned Named']);
  expect(forBob.entries).toHaveLength(2);
});

test('whoever is recused from everybody on the list is told that there is no such list', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const { list, nora, ned } = await frozenList(scene);
  const conference = await scheduled(scene, { lists: [list] });
  for (const nominee of [nora, ned]) {
    const recusal = { committee: scene.committee, nominee, recordedBy: null };
    must(await recuse(again(scene.clerk), { ...recusal, person: ann.person }));
  }

  const seen = await seeAgendaList(again(ann, 2 * minute), { conference, list });

  expect(reasonOf(seen)).toBe('list-unknown');
});

test('a list that is not on the agenda, and one of another committee, cannot be reached through a conference', async () => {
  const scene = await createScene(handle);
  const other = await createScene(handle);
  const [own, foreign] = [await frozenList(scene), await frozenList(other)];
  const plainOne = await scheduled(scene);
  const withForeign = await scheduled(scene, { lists: [foreign.list] });

  const outcomes = [
    await seeAgendaList(again(scene.members[0], 2 * minute), { conference: plainOne, list: own.list }),
    await seeAgendaList(again(scene.members[0], 2 * minute), { conference: withForeign, list: foreign.list }),
  ];

  expect(outcomes.map(reasonOf)).toEqual(['list-unknown', 'list-unknown']);
});

test('private cards know whose cases they may show, so that a recusal has them worded again', async () => {
  const scene = await createScene(handle);
  const [ann] = scene.members;
  const { nora } = await frozenList(scene);
  await scheduled(scene, { agenda: 'The case of NORA NOMINEE' });
  await client(handle).delivery.updateMany({
    where: { workspaceId: scene.workspace, kind: 'conferences.invitation' },
    data: { state: 'sent', address: { ts: '1' } },
  });

  const recusal = { committee: scene.committee, nominee: nora, recordedBy: null };
  must(await recuse(again(scene.clerk), { ...recusal, person: ann.person }));

  const posted = await cards(scene, 'conferences.invitation', 'sent');
  const channel = await cards(scene, 'conferences.channel');
  expect(posted.every((card) => card.nomineeIds.includes(nora))).toBe(true);
  expect(posted.filter((card) => card.wantsVersion > 0).map((card) => card.personId)).toEqual([ann.person]);
  expect(channel.map((card) => card.nomineeIds)).toEqual([[]]);
});
