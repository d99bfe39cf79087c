/** Lists in their forms: what stands in them, in which order, and what somebody recused reads. */
import { strFromU8, unzipSync } from 'fflate';
import { inTransaction } from '../../../src/database/in-transaction.ts';
import { readWorkbook } from '../../../src/documents/xlsx.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import type { SheetKind } from '../../../src/features/eligibility/types.ts';
import { sheetInteractions } from '../../../src/features/nominations/interactions/sheets.ts';
import { browseSheets, takeOutSheet } from '../../../src/features/nominations/operations/sheets.ts';
import { openPlan, planInteractions } from '../../../src/features/plans/interactions.ts';
import { applyEntryChanges, enterEntries } from '../../../src/features/plans/operations/entries.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import type { PlanChangeId } from '../../../src/features/plans/types.ts';
import { layOut } from '../../../src/features/plans/views/sheet.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { type Act, inside } from '../../../src/kernel/act.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { callOf, messageOf, press, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene } from './scene.ts';

const { handle } = await createTestDatabase();
const interactions = [...planInteractions, ...sheetInteractions];

function takeOut(scene: Scene, act: Act, sheet: SheetKind, how: 'xlsx' | 'csv' = 'xlsx') {
  const t = texts(act.locale, act.zone, act.speech);
  const at = { committee: scene.committee, plan: scene.plan.id, sheet, how };
  return takeOutSheet(again(act), at, (content) => layOut(t, content));
}

async function grid(scene: Scene, sheet: SheetKind, act: Act = scene.clerk) {
  const { file } = must(await takeOut(scene, { ...act, locale: 'vi' }, sheet));
  const read = must(await readWorkbook(file as Uint8Array));
  return read.rows.map(({ cells }) =>
    cells
      .slice(0, -1)
      .join(' | ')
      .replace(/[ |]+$/u, ''),
  );
}

/** Two positions; An stands for both, Bình and Chi for the lower one; Bình has no state post, Chi's sex is not known. */
async function withPlan(): Promise<Scene> {
  const scene = await createScene(handle);
  const said = { readiness: null, enteredOn: '2024-03-05', decisionIn: '123-QĐ/ĐU' };
  const an = await inRegister(scene, 'Trần Mẫu An', { birthMonth: '1978-05', statePost: 'Trưởng phòng' });
  const binh = { birthMonth: '1985-07', sex: 'female', statePost: null, partyPost: 'Chi ủy viên' } as const;
  const entries = [
    { ...said, position: scene.deputy.id, person: an },
    { ...said, position: scene.secretary.id, person: an },
    { ...said, position: scene.deputy.id, person: await inRegister(scene, 'Lê Mẫu Bình', binh), enteredOn: null },
    { ...said, position: scene.deputy.id, person: await inRegister(scene, 'Vũ Mẫu Chi', { sex: null }) },
  ];
  must(await enterEntries(again(scene.clerk), { committee: scene.committee, plan: scene.plan.id, entries }));
  return scene;
}

test('Appendix 1 has the columns, the numbering and the groups of the form', async () => {
  const scene = await withPlan();

  expect(await grid(scene, 'appendix-1')).toEqual([
    'NOMINATING COMMITTEE',
    'PHỤ LỤC 1: BẢNG RÀ SOÁT, CHUYỂN TIẾP QUY HOẠCH',
    'Plan 2027–2032, nhiệm kỳ 2027–2032',
    '(Kèm theo Tờ trình số ……/TTr-…… ngày …… tháng …… năm ………)',
    'Số liệu đến ngày 02/03/2026',
    'TT | Họ và tên | Ngày sinh |  | Chức vụ hiện tại | Chức danh đã được quy hoạch | Chức danh chuyển tiếp | Trình độ chuyên môn | Lý luận chính trị | QĐ quy hoạch (số, ngày) | Kết quả phân loại 3 năm gần nhất | Đề xuất của đơn vị',
    // Cells merged downwards are read in both lines.
    'TT | Họ và tên | Nam | Nữ | Chức vụ hiện tại | Chức danh đã được quy hoạch | Chức danh chuyển tiếp | Trình độ chuyên môn | Lý luận chính trị | QĐ quy hoạch (số, ngày) | Kết quả phân loại 3 năm gần nhất | Đề xuất của đơn vị',
    '1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12',
    'A. NHIỆM KỲ 2027–2032',
    'I. Danh sách chuyển tiếp quy hoạch chức danh cấp trưởng và tương đương',
    '1 | Trần Mẫu An | 05/1978 |  | Trưởng phòng | Secretary |  |  |  | 123-QĐ/ĐU, 05/03/2024',
    'II. Danh sách chuyển tiếp quy hoạch chức danh cấp phó và tương đương',
    '1 | Trần Mẫu An | 05/1978 |  | Trưởng phòng | Deputy |  |  |  | 123-QĐ/ĐU, 05/03/2024',
    '2 | Lê Mẫu Bình |  | 07/1985 | Chi ủy viên | Deputy |  |  |  | 123-QĐ/ĐU',
    '3 | Vũ Mẫu Chi | 04/1985 | 04/1985 | Head of division | Deputy |  |  |  | 123-QĐ/ĐU, 05/03/2024',
    'Ngày sinh ghi ở cả hai cột: chưa có thông tin nam hay nữ.',
  ]);
});

test('whoever was taken out this year stands in the last group; whoever was appointed or moved in none', async () => {
  const scene = await withPlan();
  const { entries } = must(await seePlan(again(scene.clerk), { committee: scene.committee, plan: scene.plan.id }));
  const [first, second, third] = entries.filter(({ position }) => position === scene.deputy.id).map(({ id }) => id);
  const change = { on: '2026-02-01', decision: '7-QĐ/ĐU', enter: [], change: newId<PlanChangeId>() };
  const leave = [
    { entry: first!, reason: 'discipline', rule: null },
    { entry: second!, reason: 'appointed', rule: null },
    { entry: third!, reason: 'moved', rule: null },
  ];
  await inTransaction(again(scene.clerk), (tx) =>
    applyEntryChanges(inside(again(scene.clerk), tx), { ...change, leave }),
  );

  const rows = await grid(scene, 'appendix-1');

  const last = rows.findIndex((row) => row.startsWith('II. Danh sách đưa ra khỏi quy hoạch'));
  expect(rows.slice(last + 1).filter((row) => row.includes('Deputy'))).toHaveLength(1);
  expect(rows[last + 1]).toMatch(/Đưa ra khỏi quy hoạch$/u);
  expect(rows.filter((row) => row.includes('| Deputy'))).toHaveLength(1);
});

test('Appendix 2 says how many are asked for; the short profiles keep their empty columns', async () => {
  const scene = await createScene(handle);
  must(await propose(scene.clerk, scene, await inRegister(scene, 'Đỗ Mẫu Em')));

  const [appendix, profiles] = [await grid(scene, 'appendix-2'), await grid(scene, 'short-profiles')];

  expect(appendix.slice(8)).toEqual([
    'A. NHIỆM KỲ 2027–2032',
    'I. Bổ sung quy hoạch chức danh cấp phó và tương đương',
    '- | Số lượng đề nghị |  |  |  |  |  |  |  | 1',
    '- | Danh sách nhân sự giới thiệu: |  |  |  |  |  |  |  | 1',
    '1 | Đỗ Mẫu Em | 04/1985 |  | Head of division | Deputy |  |  |  | Bổ sung quy hoạch',
  ]);
  expect(profiles.slice(5, 7)).toEqual([
    'TT | Họ và tên | Ngày sinh |  | Dân tộc | Tôn giáo | Quê quán | Ngày vào Đảng |  | Trình độ chuyên môn | Học hàm, học vị | Lý luận chính trị | Ngoại ngữ | Tin học | Chức vụ hiện tại | Quá trình công tác | Chức danh đề xuất | Số phiếu, tỷ lệ % ở từng bước',
    expect.stringContaining('| Nam | Nữ | Dân tộc | Tôn giáo | Quê quán | Dự bị | Chính thức |'),
  ]);
});

test('the workbook is ready for paper: A4 across, one page wide, the heading on every page, text cells', async () => {
  const scene = await withPlan();
  const { file } = must(await takeOut(scene, scene.clerk, 'appendix-1'));

  const parts = unzipSync(file as Uint8Array);
  const [sheet, book] = ['xl/worksheets/sheet1.xml', 'xl/workbook.xml'].map((path) => strFromU8(parts[path]!));

  expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
  expect(sheet).toContain('<mergeCell ref="A2:L2"/>');
  expect(sheet).toContain('<mergeCell ref="C6:D6"/>');
  expect(sheet).toContain('<col min="13" max="13" width="11" customWidth="1" hidden="1"/>');
  expect(book).toContain(`_xlnm.Print_Titles" localSheetId="0">'1'!$6:$7<`);
});

test('a committee elsewhere has plain columns, and none of the Party forms', async () => {
  const scene = await createScene(handle, 'general');
  must(await propose(scene.clerk, scene, await inRegister(scene, 'Dana Doe')));
  const at = { committee: scene.committee, plan: scene.plan.id };

  const { sheets } = must(await browseSheets(again(scene.clerk), at));
  const { csv } = must(await takeOut(scene, scene.clerk, 'candidates', 'csv'));

  expect(sheets.map(({ form, count }) => [form.kind, count])).toEqual([
    ['standing', 0],
    ['candidates', 1],
  ]);
  expect(csv.split('\r\n').slice(4)).toEqual([
    'No.,Full name,Present post,Unit,Position,Row key',
    '1) Deputy',
    expect.stringMatching(/^1,Dana Doe,Head of division,Office,Deputy,[-0-9a-f]{36}$/u),
    '',
  ]);
  expect(await takeOut(scene, scene.clerk, 'appendix-1')).toMatchObject({ reason: 'sheet-unknown' });
  expect(await takeOut(scene, scene.clerk, 'standing')).toMatchObject({ reason: 'sheet-empty' });
});

test('somebody recused is given the lists of a world without the case; a member no list of who stands in the plan', async () => {
  const scene = await withPlan();
  const [em, gam] = [await inRegister(scene, 'Đỗ Mẫu Em'), await inRegister(scene, 'Hồ Mẫu Gấm')];
  must(await propose(scene.clerk, scene, em, { position: scene.secretary.id }));
  must(await propose(scene.clerk, scene, gam, { position: scene.secretary.id }));
  const recusal = { committee: scene.committee, nominee: gam, recordedBy: null };
  must(await recuse(again(scene.chair), { ...recusal, person: scene.chair.person }));

  const [chairs, clerks] = [await grid(scene, 'appendix-2', scene.chair), await grid(scene, 'appendix-2')];

  expect(chairs.join()).not.toContain('Gấm');
  expect(chairs).toContain('- | Số lượng đề nghị |  |  |  |  |  |  |  | 1');
  expect(clerks).toContain('- | Số lượng đề nghị |  |  |  |  |  |  |  | 2');
  expect(await takeOut(scene, scene.ann, 'appendix-1')).toMatchObject({ reason: 'sheet-unknown' });
});

test('from the card of the plan: a file whose name carries nobody', async () => {
  const scene = await withPlan();
  const call = callOf(again(scene.clerk));
  const plan = messageOf(await openPlan(call, { committee: scene.committee, plan: scene.plan.id }));

  const lists = messageOf(await press(interactions, call, plan, 'Lists in their forms'));
  const out = await press(interactions, call, lists, 'Excel');

  expect(textOf(lists)).toContain('Appendix 1, review and carry-over, those who stand in the plan: 4 lines');
  expect(out).toMatchObject({ kind: 'show', file: { name: 'appendix-1-2026-03-02.xlsx' } });
});
