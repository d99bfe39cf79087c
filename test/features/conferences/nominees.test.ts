/** Nominee lists on an agenda: opened privately, never in what a channel reads, and closed by a recusal everywhere. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { seeAgendaList } from '../../../src/features/conferences/operations/agenda-lists.ts';
import { seeInvitation } from '../../../src/features/conferences/operations/look.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { frozenList } from './frozen-list.ts';
import { again, cards, createScene, minute, must, reasonOf, scheduled } from './scene.ts';

const { handle } = await createTestDatabase();

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
