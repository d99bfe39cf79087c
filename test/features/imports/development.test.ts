import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { listInteractions } from '../../../src/features/development/interactions/lists.ts';
import { takeOutList } from '../../../src/features/development/operations/lists.ts';
import { followMeasureDates, takeBackList } from '../../../src/features/development/operations/take-in.ts';
import type { ListKind } from '../../../src/features/development/types.ts';
import { listsButton } from '../../../src/features/development/views/buttons.ts';
import { layOutList } from '../../../src/features/development/views/list-sheet.ts';
import { importInteractions } from '../../../src/features/imports/interactions/people.ts';
import { confirmDevelopment, previewDevelopment } from '../../../src/features/imports/operations/development.ts';
import type { GivenList } from '../../../src/features/imports/operations/given.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { buttonOf, formOf, handsOf, wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { reasonOf } from '../conferences/scene.ts';
import { createDeveloping, type Developing, recorded, seen } from '../development/scene.ts';
import { again, inRegister, must } from '../nominations/scene.ts';
import { standing } from '../yearly-reviews/scene.ts';

const { handle } = await createTestDatabase();
const t = texts('vi', 'Asia/Ho_Chi_Minh', 'party');
const hour = 3_600_000;

const measures = [
  'Họ và tên;Tháng, năm sinh;Hình thức;Nội dung;Phụ trách;Từ ngày;Đến ngày;Kết quả;Ghi chú',
  'Lê Thị Lan;;Bồi dưỡng;Advanced political theory;Political school;09/03/2026;30/06/2026;đã thực hiện;',
  'Trần Văn Minh;02/1984;Luân chuyển;Phó Chủ tịch xã;;;01/12/2026;;',
  'Vũ Thị Mẫu;;Bồi dưỡng;A;;;;;',
].join('\n');

const experience = [
  'Họ và tên;Loại kinh nghiệm;Đơn vị, chức vụ;Từ tháng;Đến tháng',
  'Lê Thị Lan;Đã làm Kiểm sát viên;Phòng 1;03/2015;nay',
  'Trần Văn Minh;đã làm kiểm sát viên;Phòng 2;01/2016;12/2019',
].join('\n');

function preview(scene: Developing, list: ListKind, given: GivenList, who = scene.clerk) {
  return previewDevelopment(again(who), { committee: scene.committee, plan: scene.plan.id, list, given });
}

async function store(scene: Developing, list: ListKind, given: GivenList) {
  const { id } = must(await preview(scene, list, given));
  return must(await confirmDevelopment(again(scene.clerk), { committee: scene.committee, preview: id }));
}

function takeBack(scene: Developing, intake: Awaited<ReturnType<typeof store>>['id'], later = 0) {
  if (!intake) throw new Error('nothing was taken in');
  return takeBackList(again(scene.clerk, later), { committee: scene.committee, intake });
}

function rowsOf(scene: Developing) {
  const which = { where: { committeeId: scene.committee }, orderBy: { what: 'asc' } } as const;
  return client(handle).developmentMeasure.findMany(which);
}

test('what is new, changed and refused is said before anything is stored; stored, the same list changes nothing', async () => {
  const scene = await createDeveloping(handle);
  await recorded(scene);

  const shown = must(await preview(scene, 'measures', measures));
  const before = await rowsOf(scene);
  const first = await store(scene, 'measures', measures);
  const stored = await rowsOf(scene);
  const second = await store(scene, 'measures', measures);

  expect(shown.matched.lines.map(({ kind, person }) => [kind, person.fullName])).toEqual([
    ['changed', 'Lê Thị Lan'],
    ['new', 'Trần Văn Minh'],
  ]);
  expect(shown.matched.faults).toMatchObject([{ line: 4, expected: 'in-plan' }]);
  expect(before.map(({ state }) => state)).toEqual(['planned']);
  expect(first).toMatchObject({ added: 1, changed: 1, same: 0, leftOut: 1 });
  expect(stored.map(({ what, state, dueOn }) => [what, state, dueOn])).toEqual([
    ['Advanced political theory', 'done', '2026-06-30'],
    ['Phó Chủ tịch xã', 'planned', '2026-12-01'],
  ]);
  expect(second).toMatchObject({ id: null, added: 0, changed: 0, same: 2 });
  expect(await rowsOf(scene)).toEqual(stored);
});

test('a list of measures is taken back within a day, once; what was changed since stays', async () => {
  const scene = await createDeveloping(handle);
  await recorded(scene);
  const before = await rowsOf(scene);
  const { id } = await store(scene, 'measures', measures);
  const late = await store(scene, 'measures', measures.replace('đã thực hiện', 'dự kiến'));

  const back = must(await takeBack(scene, id));
  const twice = await takeBack(scene, id);
  const tooLate = await takeBack(scene, late.id, 25 * hour);

  expect(back).toMatchObject({ back: 1, stays: 1 });
  expect((await rowsOf(scene)).map(({ what }) => what)).toEqual(before.map(({ what }) => what));
  expect([reasonOf(twice), reasonOf(tooLate)]).toEqual(['intake-gone', 'intake-gone']);
});

test('experience is taken over, replaced where a month is added, and reads as before when taken back', async () => {
  const scene = await createDeveloping(handle);
  const first = await store(scene, 'experience', experience);
  const before = (await seen(scene)).experiences;

  const changed = await store(scene, 'experience', experience.replace('nay', '08/2020'));
  const after = (await seen(scene)).experiences;
  const back = must(await takeBack(scene, changed.id));

  expect(first).toMatchObject({ added: 2, changed: 0 });
  expect(changed).toMatchObject({ added: 0, changed: 1, same: 1 });
  expect(before).toMatchObject([{ fromMonth: '2015-03', toMonth: null, place: 'Phòng 1' }]);
  expect(after).toMatchObject([{ fromMonth: '2015-03', toMonth: '2020-08' }]);
  expect(back).toMatchObject({ back: 1, stays: 0 });
  expect((await seen(scene)).experiences).toEqual(before);
  expect(await client(handle).experienceKind.count({ where: { workspaceId: scene.workspace } })).toBe(1);
});

test.each(['measures', 'experience'] as const)(
  'the list of %s that went out changes nothing when it comes back',
  async (list) => {
    const scene = await createDeveloping(handle);
    await recorded(scene);
    await store(scene, 'experience', experience);
    const at = { committee: scene.committee, plan: scene.plan.id, list, how: 'xlsx' } as const;

    const out = must(await takeOutList(again(scene.clerk), at, (lists) => layOutList(t, list, lists, '2026-03-02')));
    const stored = await store(scene, list, out.file);

    expect(stored).toMatchObject({ id: null, added: 0, changed: 0, leftOut: 0, same: list === 'measures' ? 1 : 2 });
  },
);

test('a measure with a date to come reminds once the job has run; taken back, nothing reminds', async () => {
  const scene = await createDeveloping(handle);
  const { id } = await store(scene, 'measures', measures);
  const [made] = (await rowsOf(scene)).filter(({ dueOn }) => dueOn === '2026-12-01');
  const which = { workspace: scene.workspace, committee: scene.committee, measures: [made?.id ?? ''] };
  const states = async () =>
    (await client(handle).deadline.findMany({ where: { subjectId: made?.id ?? '' } })).map(({ state }) => state);

  await followMeasureDates(handle, which, again(scene.clerk).now);
  const dated = await states();
  must(await takeBack(scene, id));
  await followMeasureDates(handle, which, again(scene.clerk).now);

  expect([dated, await states()]).toEqual([['running'], ['cancelled']]);
  expect(
    await client(handle).$queryRaw`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'measure-dates'`,
  ).not.toEqual([]);
});

test('who is meant is asked with what tells them apart, said by a click, and the line is taken', async () => {
  const scene = await createDeveloping(handle);
  const older = await inRegister(scene, 'Trần Văn Minh', { birthMonth: '1971-05', statePost: 'Trưởng phòng' });
  await standing(scene, scene.plan, [older]);
  const readFile = async () => ({ kind: 'gone' }) as const;
  const hands = handsOf(again(scene.clerk), [...listInteractions, ...importInteractions({ readFile })], 'vi');
  const at = { committee: scene.committee, plan: scene.plan.id };

  const lists = await hands.press(listsButton.draw('', at));
  const form = await hands.press(buttonOf(lists, 'Nhập lại'));
  const unclear = await hands.submit(formOf(form), {
    rows: 'Họ và tên;Hình thức;Nội dung\nTrần Văn Minh;Bồi dưỡng;Quản lý',
  });
  const asked = formOf(await hands.press(buttonOf(unclear, 'Xác định là ai')));
  const field = asked.items.find((item) => item.kind === 'field');
  const said = await hands.submit(asked, { line2: older });
  const stored = await hands.press(buttonOf(said, 'Lưu'));
  const undone = await hands.press(buttonOf(stored, 'Hoàn tác'));

  expect(wordsOf(unclear)).toContain('Dòng 2, Trần Văn Minh: có thể là');
  if (field?.kind !== 'field' || field.input.type !== 'radio') throw new Error('nobody is asked about');
  expect(field.input.options.map(({ note }) => note)).toEqual(
    expect.arrayContaining([expect.stringContaining('05/1971, Trưởng phòng'), expect.stringContaining('02/1984')]),
  );
  expect(wordsOf(stored)).toContain('Đã lưu: 1 mục mới');
  expect(wordsOf(undone)).toContain('Đã lấy lại: 1 dòng');
  expect(await rowsOf(scene)).toEqual([]);
});

test('only who may change the plan takes a list over, and nobody finds a case that is closed to them', async () => {
  const scene = await createDeveloping(handle);
  await recorded(scene);
  const recusal = { committee: scene.committee, nominee: scene.lan, person: scene.clerk.person, recordedBy: null };
  const byChair = await preview(scene, 'measures', measures, scene.chair);
  must(await recuse(again(scene.clockwork), recusal));

  const shown = must(await preview(scene, 'measures', measures));
  const at = { committee: scene.committee, plan: scene.plan.id, list: 'measures', how: 'csv' } as const;
  const out = must(
    await takeOutList(again(scene.clerk), at, (lists) => layOutList(t, 'measures', lists, '2026-03-02')),
  );

  expect(reasonOf(byChair)).toBe('right-missing');
  expect(shown.matched.faults).toMatchObject([
    { line: 2, expected: 'in-plan' },
    { line: 4, expected: 'in-plan' },
  ]);
  expect(out.csv).not.toContain('Lan');
});
