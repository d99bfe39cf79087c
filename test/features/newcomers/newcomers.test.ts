import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { noteNewcomers, seeNewcomers } from '../../../src/features/newcomers/operations/look.ts';
import { watchNewcomersOf } from '../../../src/features/newcomers/operations/watch.ts';
import { newcomersMessage } from '../../../src/features/newcomers/views/messages.ts';
import { changePositions } from '../../../src/features/plans/operations/make.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, eligible, inRegister, must, position, type Scene } from '../nominations/scene.ts';
import { standing } from '../yearly-reviews/scene.ts';
import { aDay, at, change, lines, night, readCard } from './scene.ts';

const { handle } = await createTestDatabase();

const reprimand = { kind: 'reprimand', decidedOn: '2025-03-05', effectUntil: '2026-03-05', decision: null } as const;

const rulesOf = (line: string) => line.split(': ')[2];

/** One whose measure runs out on 5 March, one of whom the level of the present post is not known. */
async function createWatched() {
  const scene = await createScene(handle);
  const punished = await inRegister(scene, 'Trần Thị Mẫu', { discipline: reprimand });
  const unknown = await inRegister(scene, 'Vũ Văn Khuyết', { level: null });
  return { ...scene, punished, unknown };
}

function cards(scene: Scene) {
  return client(handle).delivery.findMany({ where: { workspaceId: scene.workspace, kind: 'newcomers.found' } });
}

test('whoever qualifies by a rule and did not the night before is told to the secretary once, and put forward by nobody', async () => {
  const scene = await createWatched();

  await night(scene, 1);
  const first = await lines(scene);
  await night(scene, 4);
  await night(scene, 5);

  expect(first).toEqual([]);
  expect(await lines(scene)).toEqual(['Trần Thị Mẫu: Secretary, Deputy: discipline blocks → note']);
  expect((await cards(scene)).map(({ personId }) => personId)).toEqual([scene.clerk.person]);
  expect(await readCard(scene, scene.clerk)).toContain('For positions of Plan 2027–2032 1 person of the register');
  expect(await readCard(scene, scene.ann)).toBeNull();
  expect(await client(handle).nomination.count({ where: { planId: scene.plan.id } })).toBe(0);
});

test.each([
  ['the level of the post becomes known', { level: null }, {}, 'only-higher not-known → passes'],
  ['a lower post is entered', { level: 6 }, {}, 'only-higher blocks → passes'],
  ['the birth month is put right', { birthMonth: '1966-01' }, {}, 'age-next-term blocks → passes'],
] as const)('%s: it is found when the data change, with the rule', async (_what, was, is, rule) => {
  const scene = await createWatched();
  const person = await inRegister(scene, 'Lê Văn Thử', was);
  await night(scene, 1);

  await change(scene, person, { fullName: 'Lê Văn Thử', ...eligible, ...is });
  const now = again(scene.clerk, 1.5 * aDay).now;
  await watchNewcomersOf(handle, { workspace: scene.workspace, person }, now);

  expect((await lines(scene)).map(rulesOf)).toContain(rule);
  expect((await lines(scene)).map(rulesOf).every((one) => one === rule)).toBe(true);
});

test('before the first night there is nothing to compare with, also when data change', async () => {
  const scene = await createWatched();

  await change(scene, scene.unknown, { fullName: 'Vũ Văn Khuyết' });
  await watchNewcomersOf(handle, { workspace: scene.workspace, person: scene.unknown }, scene.clerk.now);
  await night(scene, 1);

  expect(await lines(scene)).toEqual([]);
});

test('somebody entered in the register is listed, without a card: whoever entered them knows', async () => {
  const scene = await createWatched();
  await night(scene, 1);

  await inRegister(scene, 'Phạm Văn Mới');
  await night(scene, 2);

  expect(await lines(scene)).toEqual(['Phạm Văn Mới: Secretary, Deputy: ']);
  expect(await cards(scene)).toEqual([]);
});

test('a position that is new itself makes nobody new', async () => {
  const scene = await createWatched();
  await inRegister(scene, 'Phạm Văn Mẫu');
  await night(scene, 1);
  const positions = [position('Secretary', 6, 1), position('Deputy', 5, 2), position('Inspector', 5, 1)];

  must(await changePositions(again(scene.clerk), { ...at(scene), version: 1, positions }));
  await night(scene, 2);

  expect(await lines(scene)).toEqual([]);
});

test('whoever stands in the plan for a position does not come to it; whoever qualifies no more is gone', async () => {
  const scene = await createWatched();
  await night(scene, 1);
  await standing(scene, scene.plan, [scene.punished]);

  await night(scene, 4);
  const found = await lines(scene);
  await client(handle).person.update({ where: { id: scene.punished }, data: { level: 7 } });
  await night(scene, 5);

  expect(found).toEqual(['Trần Thị Mẫu: Secretary: discipline blocks → note']);
  expect(await lines(scene)).toEqual([]);
  expect(await readCard(scene, scene.clerk)).toBeNull();
  expect(await readCard(scene, scene.clerk, true)).toContain('nothing to do here any more');
});

test('of several positions only those stay for which it is still so, since the same day', async () => {
  const scene = await createWatched();
  await night(scene, 1);
  await night(scene, 4);
  const before = must(await seeNewcomers(again(scene.clerk), at(scene))).lines;

  await client(handle).person.update({ where: { id: scene.punished }, data: { level: 5 } });
  await night(scene, 5);

  const after = must(await seeNewcomers(again(scene.clerk), at(scene))).lines;
  expect(await lines(scene)).toEqual(['Trần Thị Mẫu: Secretary: discipline blocks → note']);
  expect(after.map(({ newcomer }) => newcomer.since)).toEqual(before.map(({ newcomer }) => newcomer.since));
});

test('once noted nobody is shown again, and who is found later still is', async () => {
  const scene = await createWatched();
  await night(scene, 1);
  await night(scene, 4);
  const until = again(scene.clerk, 5 * aDay).now;

  const noted = must(await noteNewcomers(again(scene.clerk, 5 * aDay), { ...at(scene), until }));
  const twice = await noteNewcomers(again(scene.chair, 5 * aDay), { ...at(scene), until });
  await change(scene, scene.unknown, { fullName: 'Vũ Văn Khuyết' });
  await night(scene, 6);

  expect(noted).toEqual({ people: 1 });
  expect(twice).toMatchObject({ reason: 'newcomers-none' });
  expect(await lines(scene)).toEqual([
    'Vũ Văn Khuyết: Secretary: only-higher not-known → passes',
    'Vũ Văn Khuyết: Deputy: only-higher not-known → passes',
  ]);
  expect(await cards(scene)).toHaveLength(2);
});

test('somebody recused finds nothing of it and notes nothing; the chair still sees it', async () => {
  const scene = await createWatched();
  await night(scene, 1);
  await night(scene, 4);
  const { committee, punished: nominee } = scene;
  must(await recuse(again(scene.clerk), { committee, person: scene.clerk.person, nominee, recordedBy: null }));
  const until = again(scene.clerk, 5 * aDay).now;

  const noted = await noteNewcomers(again(scene.clerk, 5 * aDay), { ...at(scene), until });

  expect(noted).toMatchObject({ reason: 'newcomers-none' });
  expect(await lines(scene)).toEqual([]);
  expect(await readCard(scene, scene.clerk)).toBeNull();
  expect(await lines(scene, scene.chair)).toHaveLength(1);
});

test('a member who keeps no list is told nothing', async () => {
  const scene = await createWatched();

  expect(await seeNewcomers(again(scene.ann), at(scene))).toMatchObject({ ok: false });
});

test.each([
  ['en', 'Before: Not possible · Discipline', 'Now: Note · Discipline', 'source read'],
  ['vi', 'Trước đây: Không đủ điều kiện · Kỷ luật', 'Hiện nay: Lưu ý · Kỷ luật', 'đã đối chiếu văn bản'],
] as const)(
  'in %s it says what stood in the way, what the rule says now, and how sure its source is',
  async (locale, ...words) => {
    const scene = await createWatched();
    await night(scene, 1);
    await night(scene, 4);
    const seen = must(await seeNewcomers(again(scene.clerk, 5 * aDay), at(scene)));

    const text = wordsOf(newcomersMessage(texts(locale, 'UTC', 'party'), seen, 1));

    for (const word of words) expect(text).toContain(word);
  },
);
