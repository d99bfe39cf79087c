/** How near people in a plan are: levels of the plan's rule set, set by a person, shown wherever the plan is. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { ruleSetOfPlan } from '../../../src/features/eligibility/operations.ts';
import { ruleSetByKey } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import { seeChanges, seePlanAsOf } from '../../../src/features/nominations/operations/as-of.ts';
import { takeOutSheet } from '../../../src/features/nominations/operations/sheets.ts';
import { seeStructure } from '../../../src/features/nominations/operations/structure.ts';
import { asOfText } from '../../../src/features/nominations/views/as-of.ts';
import { changesText } from '../../../src/features/nominations/views/changes.ts';
import { structureMessage } from '../../../src/features/nominations/views/structure.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import { setReadiness } from '../../../src/features/plans/operations/readiness.ts';
import { inReadinessOrder, isDoubtful } from '../../../src/features/plans/rules/readiness.ts';
import { entriesMessage } from '../../../src/features/plans/views/cards.ts';
import { readinessSaid, readinessView } from '../../../src/features/plans/views/readiness.ts';
import { layOut } from '../../../src/features/plans/views/sheet.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, type Scene, type Somebody } from '../nominations/scene.ts';
import { standing } from '../yearly-reviews/scene.ts';

const { handle } = await createTestDatabase();

const aDay = 86_400_000;
const t = texts('en', 'UTC', 'party');

/** Two stand for Deputy (level 5), one of them one level below it, one two. */
async function createStanding(profile: 'vn-party' | 'general' = 'vn-party') {
  const scene = await createScene(handle, profile);
  const near = await inRegister(scene, 'Lê Thị Gần', { level: 4 });
  const far = await inRegister(scene, 'Trần Văn Xa', { level: 3 });
  await standing(scene, scene.plan, [near, far]);
  await client(handle).planEntry.updateMany({ where: { planId: scene.plan.id }, data: { readiness: null } });
  return { ...scene, near, far };
}

function at(scene: Scene) {
  return { committee: scene.committee, plan: scene.plan.id };
}

async function seen(scene: Scene, act: Somebody = scene.clerk) {
  return must(await seePlan(again(act, 3 * aDay), at(scene)));
}

async function set(scene: Scene, people: readonly PersonId[], level: string | null, act: Somebody = scene.clerk) {
  const { entries } = await seen(scene, scene.chair);
  const ids = entries.filter(({ person }) => people.includes(person)).map(({ id }) => id);
  return setReadiness(again(act, aDay), { ...at(scene), level, entries: ids });
}

async function listWords(scene: Scene & { readonly near: PersonId; readonly far: PersonId }) {
  const { plan, entries } = await seen(scene);
  const names = new Map<string, string>([
    [scene.near, 'Lê Thị Gần'],
    [scene.far, 'Trần Văn Xa'],
  ]);
  return wordsOf(entriesMessage(t, { plan, entries, appointed: [], names, page: 1, mayEdit: true }));
}

describe('how near people are', () => {
  test('is set for several at once, and the list is grouped by it', async () => {
    const scene = await createStanding();

    const both = must(await set(scene, [scene.near, scene.far], 'group-2'));
    must(await set(scene, [scene.far], 'group-1'));

    expect(both).toMatchObject({ changed: 2, doubts: [] });
    expect((await listWords(scene)).match(/Deputy · Group 1|Trần Văn Xa|Deputy · Group 2|Lê Thị Gần/gu)).toEqual([
      ...['Deputy · Group 1', 'Trần Văn Xa', 'Deputy · Group 2', 'Lê Thị Gần'],
    ]);
  });

  test('the register may speak against it: a note with both levels and an unsure source, never a refusal', async () => {
    const scene = await createStanding();

    const done = must(await set(scene, [scene.near, scene.far], 'group-1'));

    expect(done.doubts.map(({ person, present, position }) => [person.fullName, present, position])).toEqual([
      ['Trần Văn Xa', 3, 5],
    ]);
    const said = { summary: '', blocks: readinessSaid(t, { ...done, level: 'group-1' }, ruleSetOfPlan(done.plan)) };
    expect(wordsOf(said)).toContain('at most 1 level below the position');
    expect(wordsOf(said)).toContain('source read in part');
  });

  test('is in the numbers of the structure, with its source', async () => {
    const scene = await createStanding();
    must(await set(scene, [scene.near], 'group-1'));
    const typed = { where: { personId: scene.far }, data: { readiness: 'Nguồn gần' } };
    await client(handle).planEntry.updateMany(typed);

    const { plan, structure } = must(await seeStructure(again(scene.clerk, 2 * aDay), at(scene)));

    expect(structure.readiness).toEqual([
      { level: 'group-1', entries: 1 },
      { level: 'group-2', entries: 0 },
      { level: 'Nguồn gần', entries: 1 },
      { level: null, entries: 0 },
    ]);
    const words = wordsOf(structureMessage(t, plan, structure));
    for (const word of ['Group 1: 1', 'Group 2: 0', 'Nguồn gần: 1', 'source read in part'])
      expect(words).toContain(word);
    expect(words).not.toContain('Not assessed');
  });

  test('of an earlier day is what it was then, in words, and the change is named', async () => {
    const scene = await createStanding();
    must(await set(scene, [scene.near], 'group-2'));
    const later = { ...scene, clerk: again(scene.clerk, aDay) };
    must(await set(later, [scene.near], 'group-1'));
    const days = { from: '2026-03-03', to: '2026-03-04' };

    const then = must(await seePlanAsOf(again(scene.clerk, 3 * aDay), { ...at(scene), on: days.from }));
    const between = must(await seeChanges(again(scene.clerk, 3 * aDay), { ...at(scene), ...days }));

    expect(asOfText(t, then)).toContain('Lê Thị Gần, Group 2');
    expect(changesText(t, between)).toContain('Group 1');
  });

  test('goes out with the list of people in the plan', async () => {
    const scene = await createStanding('general');
    must(await set(scene, [scene.near], 'ready-now'));
    const wanted = { ...at(scene), sheet: 'standing', how: 'csv' } as const;

    const { csv } = must(await takeOutSheet(again(scene.clerk, 2 * aDay), wanted, (content) => layOut(t, content)));

    expect(csv).toContain('How near');
    expect(csv).toMatch(/Lê Thị Gần.*Ready now/u);
  });

  test.each([
    ['vn-party-qd377', 1, ['Đối tượng 1', 'Đối tượng 2']],
    ['general', 1, ['Sẵn sàng ngay', 'Sau 1–2 năm', 'Từ 3 năm trở lên', 'Thay thế khẩn cấp']],
    ['nomcom-rfc8713', 1, []],
  ])('%s version %i knows the levels %j', (key, version, names) => {
    expect(ruleSetByKey(key, version).parameters.readinessLevels.value.map(({ name }) => name.vi)).toEqual(names);
  });
});

describe('refused is', () => {
  test('a level that the rules of the plan do not know, and nobody', async () => {
    const scene = await createStanding();

    expect(await set(scene, [scene.near], 'ready-now')).toMatchObject({ reason: 'readiness-unknown', field: 'level' });
    expect(await set(scene, [], 'group-1')).toMatchObject({ reason: 'readiness-nobody', field: 'entries' });
  });

  test('anybody but the committee secretary; whoever is recused sets nothing of the case', async () => {
    const scene = await createStanding();
    const { committee, near: nominee } = scene;

    const member = await set(scene, [scene.near], 'group-1', scene.ann);
    must(await recuse(again(scene.clerk), { committee, person: scene.clerk.person, nominee, recordedBy: null }));
    const recused = await set(scene, [scene.near], 'group-1');

    expect(member).toMatchObject({ ok: false });
    expect(recused).toMatchObject({ reason: 'readiness-nobody' });
    expect((await seen(scene, scene.chair)).entries.map(({ readiness }) => readiness)).toEqual([null, null]);
  });
});

test.each([
  [1, 4, 5, false],
  [1, 3, 5, true],
  [1, null, 5, false],
  [1, 3, null, false],
  [null, 1, 9, false],
])('at most %j below: present level %j for a position of %j is doubtful: %j', (levelsBelow, present, position, is) => {
  expect(isDoubtful({ levelsBelow }, { present, position })).toBe(is);
});

test('what an older list said and no rule set knows stands after the levels, as it was typed', async () => {
  const scene = await createStanding();
  const { entries } = await seen(scene);
  const [one] = entries;
  if (!one) throw new Error('nobody stands there');
  const said = [null, 'Nguồn gần', 'group-2', 'group-1'].map((readiness) => ({ ...one, readiness }));

  expect(inReadinessOrder(scene.plan, said)).toEqual(['group-1', 'group-2', 'Nguồn gần', null]);
});

test('the form names every level with whom it is for, and how sure its source is', async () => {
  const scene = await createStanding();

  const form = JSON.stringify(readinessView(texts('vi', 'UTC', 'party'), scene.plan, ruleSetOfPlan(scene.plan)));

  for (const word of ['Đối tượng 1', 'Cán bộ trẻ hơn', 'chưa xếp', 'đối chiếu một phần']) expect(form).toContain(word);
});
