import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { confirmImport, previewImport } from '../../../src/features/imports/operations/people.ts';
import { takeOutSheet } from '../../../src/features/nominations/operations/sheets.ts';
import { browseRegister } from '../../../src/features/people/operations/find.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import { layOut } from '../../../src/features/plans/views/sheet.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { PlanId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();

const people = [
  'Họ và tên\tNgày sinh (nam)\tNgày sinh (nữ)\tChức vụ hiện tại\tKỷ luật',
  'Trần Văn Mẫu\t05/1978\t\tTrưởng phòng\t',
  'Lê Thị Mẫu\t\t13/1985\tPhó phòng\t',
  'Đỗ Mẫu\t\t07/1985\tPhó phòng\tKhiển trách 12/03/2024',
].join('\n');

function preview(scene: Scene, text: string, plan: PlanId | null = null, act = scene.clerk) {
  return previewImport(again(act), { committee: scene.committee, plan, list: text });
}

async function store(scene: Scene, text: string, plan: PlanId | null = null) {
  const { id } = must(await preview(scene, text, plan));
  return must(await confirmImport(again(scene.clerk), { committee: scene.committee, preview: id }));
}

async function register(scene: Scene, typed: string) {
  const found = await browseRegister(again(scene.clerk), { committee: scene.committee, typed, page: 1, size: 50 });
  return must(found).people;
}

test('nothing is in the register until the preview is confirmed; then what could be read is', async () => {
  const scene = await createScene(handle);

  const shown = must(await preview(scene, people));
  const before = await register(scene, 'Mẫu');
  const stored = must(await confirmImport(again(scene.clerk), { committee: scene.committee, preview: shown.id }));

  expect(shown.counts).toEqual({ added: 2, changed: 0, unchanged: 0, faulty: 1 });
  expect(shown.list.faults).toMatchObject([{ line: 3, column: 'bornFemale', typed: '13/1985', expected: 'month' }]);
  expect(before).toEqual([]);
  expect(stored).toMatchObject({ added: 2, faulty: 1 });
  expect(await register(scene, 'Mẫu')).toMatchObject([
    { fullName: 'Đỗ Mẫu', disciplines: [{ kind: 'reprimand', decidedOn: '2024-03-12' }] },
    { fullName: 'Trần Văn Mẫu', birthMonth: '1978-05', sex: 'male' },
  ]);
});

test('the same list again changes nothing, in the register and in the log', async () => {
  const scene = await createScene(handle);
  await store(scene, people);
  const before = await register(scene, 'Mẫu');

  const again_ = await store(scene, people);

  expect(again_).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(await register(scene, 'Mẫu')).toEqual(before);
  expect(
    await client(handle).auditEvent.count({ where: { workspaceId: scene.workspace, kind: 'people.imported' } }),
  ).toBe(1);
});

test('a preview is used once, by whoever made it, within the hour', async () => {
  const scene = await createScene(handle);
  const input = async () => ({ committee: scene.committee, preview: must(await preview(scene, people)).id });
  const [one, two, three] = [await input(), await input(), await input()];

  const both = await Promise.all([confirmImport(again(scene.clerk), one), confirmImport(again(scene.clerk), one)]);
  const byChair = await confirmImport(again(scene.chair), two);
  const late = await confirmImport(again(scene.clerk, 61 * 60_000), three);

  expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(both.find((outcome) => !outcome.ok)).toMatchObject({ reason: 'import-gone' });
  expect(byChair).toMatchObject({ reason: 'right-missing' });
  expect(late).toMatchObject({ reason: 'import-gone' });
});

test('two previews of the same list confirmed at once make nobody twice', async () => {
  const scene = await createScene(handle);
  const [one, two] = [must(await preview(scene, people)).id, must(await preview(scene, people)).id];

  await Promise.all(
    [one, two].map((id) => confirmImport(again(scene.clerk), { committee: scene.committee, preview: id })),
  );

  expect(await register(scene, 'Mẫu')).toHaveLength(2);
});

test('an existing plan is taken over with its decisions; again, nothing changes', async () => {
  const scene = await createScene(handle);
  await inRegister(scene, 'Trần Văn Mẫu', { birthMonth: '1978-05' });
  const list = [
    'Họ và tên;Ngày sinh;Chức danh quy hoạch;QĐ quy hoạch (số, ngày)',
    'Trần Văn Mẫu;05/1978;Deputy;123-QĐ/ĐU ngày 05/03/2024',
    'Lê Thị Mẫu;03/1985;Secretary;124-QĐ/ĐU ngày 06/03/2024',
    'Lê Thị Mẫu;03/1985;Deputy;125-QĐ/ĐU',
    'Vũ Mẫu;01/1980;Treasurer;1',
  ].join('\n');

  const first = await store(scene, list, scene.plan.id);
  const second = await store(scene, list, scene.plan.id);

  expect(first).toMatchObject({ added: 1, entries: 3, faulty: 1 });
  expect(second).toMatchObject({ added: 0, changed: 0, entries: 0 });
  const { entries } = must(await seePlan(again(scene.clerk), { committee: scene.committee, plan: scene.plan.id }));
  expect(entries.map((entry) => [entry.position, entry.decisionIn, entry.enteredOn])).toEqual(
    expect.arrayContaining([
      [scene.deputy.id, '123-QĐ/ĐU ngày 05/03/2024', '2024-03-05'],
      [scene.secretary.id, '124-QĐ/ĐU ngày 06/03/2024', '2024-03-06'],
      [scene.deputy.id, '125-QĐ/ĐU', null],
    ]),
  );
});

test('somebody whose case is closed to the committee secretary looks new, and is not entered a second time', async () => {
  const scene = await createScene(handle);
  const closed = await inRegister(scene, 'Trần Văn Mẫu', { birthMonth: '1978-05' });
  const recusal = { committee: scene.committee, person: scene.clerk.person, nominee: closed, recordedBy: null };
  must(await recuse(again(scene.clerk), recusal));

  const shown = must(await preview(scene, people));
  must(await confirmImport(again(scene.clerk), { committee: scene.committee, preview: shown.id }));

  expect(shown.counts).toMatchObject({ added: 2, unchanged: 0, changed: 0 });
  const rows = await client(handle).person.findMany({
    where: { workspaceId: scene.workspace, fullName: 'Trần Văn Mẫu' },
  });
  expect(rows.map((row) => [row.id, row.version])).toEqual([[closed, 1]]);
});

test.each([
  ['nothing', '   ', 'file-empty'],
  ['a quotation mark that does not close', 'Họ tên;Ngày sinh\n"Mẫu;05/1978', 'file-broken'],
  ['no heading', 'Mẫu;05/1978', 'import-without-names'],
  ['too many rows', `Họ tên\n${'Mẫu\n'.repeat(600)}`, 'file-too-long'],
])('%s is refused beside the rows, and nothing is kept', async (_what, text, reason) => {
  const scene = await createScene(handle);

  const shown = await preview(scene, text);

  expect(shown).toMatchObject({ ok: false, reason, field: 'rows' });
  expect(await client(handle).importPreview.count({ where: { committeeId: scene.committee } })).toBe(0);
});

test('only the committee secretary imports', async () => {
  const scene = await createScene(handle);

  const outcomes = [await preview(scene, people, null, scene.chair), await preview(scene, people, null, scene.ann)];

  expect(outcomes).toMatchObject([{ reason: 'right-missing' }, { reason: 'right-missing' }]);
});

test('a plan that is closed meanwhile takes nothing, and no person of its list joins the register', async () => {
  const scene = await createScene(handle);
  const list = 'Họ và tên;Ngày sinh;Chức danh quy hoạch\nTrần Văn Mẫu;05/1978;Deputy';
  const { id } = must(await preview(scene, list, scene.plan.id));
  await client(handle).plan.update({ where: { id: scene.plan.id }, data: { closedAt: again(scene.clerk).now } });

  const outcome = await confirmImport(again(scene.clerk), { committee: scene.committee, preview: id });

  expect(outcome).toMatchObject({ ok: false, reason: 'plan-closed' });
  expect(await register(scene, 'Mẫu')).toEqual([]);
});

test('the preview names headings and sums, and confirming takes them for nobody', async () => {
  const scene = await createScene(handle);
  const list = ['TT;Họ và tên;Ngày sinh', 'I;Cấp trưởng;', '1;Trần Văn Mẫu;05/1978', ';Tổng cộng: 1 người;'].join('\n');

  const shown = must(await preview(scene, list));
  must(await confirmImport(again(scene.clerk), { committee: scene.committee, preview: shown.id }));

  expect(shown.list.passedOver).toEqual([
    { line: 2, text: 'I Cấp trưởng' },
    { line: 4, text: 'Tổng cộng: 1 người' },
  ]);
  expect((await register(scene, 'cong')).concat(await register(scene, 'Mẫu'))).toMatchObject([
    { fullName: 'Trần Văn Mẫu' },
  ]);
});

test('a list of candidates that comes back into their plan puts nobody into it; with a decision it does', async () => {
  const scene = await createScene(handle);
  must(await propose(scene.clerk, scene, await inRegister(scene, 'Trần Văn Mẫu', { birthMonth: '1978-05' })));
  const at = { committee: scene.committee, plan: scene.plan.id };
  const t = texts('vi', scene.clerk.zone, 'party');
  const out = must(
    await takeOutSheet(again(scene.clerk), { ...at, sheet: 'appendix-2', how: 'xlsx' }, (content) =>
      layOut(t, content),
    ),
  );

  const same = must(await previewImport(again(scene.clerk), { ...at, list: out.file }));
  const stored = must(await confirmImport(again(scene.clerk), { committee: scene.committee, preview: same.id }));
  const decided =
    'Họ và tên;Ngày sinh;Chức danh đề xuất;Số quyết định\nTrần Văn Mẫu;05/1978;Deputy;9-QĐ ngày 01/03/2026';
  const entered = await store(scene, decided, scene.plan.id);

  expect(same.counts).toEqual({ added: 0, changed: 0, unchanged: 1, faulty: 0 });
  expect(same.entries.map(({ kind }) => kind)).toEqual(['put-forward']);
  expect(stored.entries).toBe(0);
  expect(entered.entries).toBe(1);
});

test('a row key names nobody whose case is closed to whoever imports, and makes nobody twice', async () => {
  const scene = await createScene(handle);
  const closed = await inRegister(scene, 'Trần Văn Mẫu', { birthMonth: '1978-05' });
  const recusal = { committee: scene.committee, nominee: closed, recordedBy: null };
  must(await recuse(again(scene.clerk), { ...recusal, person: scene.clerk.person }));
  const list = `Họ và tên;Ngày sinh;Đơn vị;Mã dòng\nTrần Văn Mẫu;05/1978;Phòng 9;${closed}`;

  const shown = must(await preview(scene, list));
  must(await confirmImport(again(scene.clerk), { committee: scene.committee, preview: shown.id }));

  expect(shown.matched.changes.map(({ kind }) => kind)).toEqual(['new']);
  expect(
    await client(handle).person.findMany({ where: { fullName: 'Trần Văn Mẫu', workspaceId: scene.workspace } }),
  ).toMatchObject([{ id: closed, unit: 'Office' }]);
});
