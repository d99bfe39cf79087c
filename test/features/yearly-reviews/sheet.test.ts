/** Phụ lục 1 and 2 of a yearly review: as a draft while it is open, final with its decision. */
import { readWorkbook } from '../../../src/documents/xlsx.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import type { SheetKind } from '../../../src/features/eligibility/types.ts';
import { layOut } from '../../../src/features/plans/views/sheet.ts';
import { yearlyReviewInteractions } from '../../../src/features/yearly-reviews/interactions/review.ts';
import { reviewSheetInteractions } from '../../../src/features/yearly-reviews/interactions/sheet.ts';
import { confirmReview } from '../../../src/features/yearly-reviews/operations/confirm.ts';
import { seeReview } from '../../../src/features/yearly-reviews/operations/look.ts';
import { giveUpReview } from '../../../src/features/yearly-reviews/operations/open.ts';
import { seeReviewSheets, takeOutReviewSheet } from '../../../src/features/yearly-reviews/operations/sheet.ts';
import type { YearlyReviewId } from '../../../src/features/yearly-reviews/types.ts';
import { reviewMessage } from '../../../src/features/yearly-reviews/views/review.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { callOf, messageOf, press, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, inRegister, must, propose, type Scene } from '../nominations/scene.ts';
import { allDecided, begin, createReviewed, decide, keep, paper, remove } from './scene.ts';

const { handle } = await createTestDatabase();
const interactions = [...yearlyReviewInteractions([]), ...reviewSheetInteractions];

/** From the line that says whose paper it is; the columns that stay empty are left out. */
async function grid(scene: Scene, review: YearlyReviewId, sheet: SheetKind, by: Act = scene.clerk) {
  const t = texts('vi', by.zone, 'party');
  const input = { committee: scene.committee, review, sheet, how: 'xlsx' } as const;
  const { file } = must(await takeOutReviewSheet({ ...again(by), locale: 'vi' }, input, (one) => layOut(t, one)));
  const read = must(await readWorkbook(file as Uint8Array));
  return read.rows.slice(4).map(({ cells }) => cells.slice(0, -1).filter(Boolean).join(' | '));
}

const heads = 'I. Danh sách chuyển tiếp quy hoạch chức danh cấp phó và tương đương';
const taken = 'II. Danh sách đưa ra khỏi quy hoạch';

test('an open review fills Phụ lục 1 with what is proposed so far, marked as a draft of the day', async () => {
  const scene = await createReviewed(handle);
  const review = await begin(scene);
  must(await decide(scene, review, scene.people.old, { ...remove, note: 'Nghỉ hưu tháng 6' }));
  const [secretary] = scene.next.positions;
  const carry = { ...keep, action: 'carry-over', toPlan: scene.next.id, toPosition: secretary?.id ?? null } as const;
  must(await decide(scene, review, scene.people.young, carry));

  const rows = await grid(scene, review, 'appendix-1');

  expect(rows[0]).toBe('DỰ THẢO ngày 02/03/2026: kết quả rà soát chưa được xác nhận, còn 1 người chưa có ý kiến');
  expect(rows.slice(4)).toEqual([
    'A. NHIỆM KỲ 2027–2032',
    heads,
    '1 | Vũ Văn Cao | 04/1985 | Head of division | Deputy | 12-QĐ/ĐU, 01/06/2025 | Chưa có ý kiến',
    '2 | Lê Thị Mẫu | 04/1985 | Head of division | Deputy | Secretary (Plan 2032–2037) | 12-QĐ/ĐU, 01/06/2025 | Chuyển tiếp sang nhiệm kỳ sau',
    taken,
    '1 | Trần Văn Cũ | 01/1966 | Head of division | Deputy | 12-QĐ/ĐU, 01/06/2025 | Đưa ra khỏi quy hoạch: quá tuổi quy hoạch; Nghỉ hưu tháng 6',
  ]);
});

test('whoever is to be added stands in Phụ lục 2 with the number asked for, and in neither while not decided on', async () => {
  const scene = await createReviewed(handle);
  must(await propose(scene.clerk, scene, await inRegister(scene, 'Ngô Thị Mới'), { position: scene.secretary.id }));
  const other = await inRegister(scene, 'Hồ Văn Chờ');
  must(await propose(scene.clerk, scene, other, { position: scene.secretary.id }));
  const review = await begin(scene);
  const { items } = must(await seeReview(again(scene.clerk), { committee: scene.committee, review }));
  const added = items.find(({ person }) => person.fullName === 'Ngô Thị Mới');
  must(await decide(scene, review, added!.person.id, { ...keep, action: 'add' }));

  const [first, second] = [await grid(scene, review, 'appendix-1'), await grid(scene, review, 'appendix-2')];

  expect(second.slice(4)).toEqual([
    'A. NHIỆM KỲ 2027–2032',
    'I. Bổ sung quy hoạch chức danh cấp trưởng và tương đương',
    '- | Số lượng đề nghị | 1',
    '- | Danh sách nhân sự giới thiệu: | 1',
    '1 | Ngô Thị Mới | 04/1985 | Head of division | Secretary | Bổ sung quy hoạch',
  ]);
  expect(first.join()).not.toMatch(/Mới|Chờ/u);
});

test('a confirmed review is final: its decision on top and beside each change, and everybody as they stood then', async () => {
  const scene = await createReviewed(handle);
  const review = await allDecided(scene);
  must(await confirmReview(again(scene.clerk), { committee: scene.committee, review, paper }, []));

  const rows = await grid(scene, review, 'appendix-1');

  expect(rows[0]).toBe('Theo quyết định số 45-QĐ/ĐU, ngày 01/03/2026, Standing committee');
  expect(rows.slice(5)).toEqual([
    heads,
    '1 | Lê Thị Mẫu | 04/1985 | Head of division | Deputy | Deputy (Plan 2032–2037) | 12-QĐ/ĐU, 01/06/2025 | Chuyển tiếp sang nhiệm kỳ sau (45-QĐ/ĐU, 01/03/2026)',
    taken,
    '1 | Vũ Văn Cao | 04/1985 | Head of division | Deputy | 12-QĐ/ĐU, 01/06/2025 | Đưa ra khỏi quy hoạch: đã giữ chức danh quy hoạch, chức danh tương đương hoặc cao hơn (45-QĐ/ĐU, 01/03/2026)',
    '2 | Trần Văn Cũ | 01/1966 | Head of division | Deputy | 12-QĐ/ĐU, 01/06/2025 | Đưa ra khỏi quy hoạch: quá tuổi quy hoạch (45-QĐ/ĐU, 01/03/2026)',
  ]);
});

test('somebody recused is given the form of a world without the case, and its draft counts without it', async () => {
  const scene = await createReviewed(handle);
  const review = await begin(scene);
  const recusal = { committee: scene.committee, nominee: scene.people.old, recordedBy: null };
  must(await recuse(again(scene.chair), { ...recusal, person: scene.chair.person }));

  const rows = await grid(scene, review, 'appendix-1', scene.chair);

  expect(rows.join()).not.toContain('Trần Văn Cũ');
  expect(rows[0]).toContain('còn 2 người chưa có ý kiến');
});

test('there is none of a review that was given up, none for members, and none where the rules have no such form', async () => {
  const scene = await createReviewed(handle);
  const review = await begin(scene);
  const at = { committee: scene.committee, review };
  const member = await seeReviewSheets(again(scene.ann), at);
  const plain = { ...at, sheet: 'standing', how: 'csv' } as const;
  const unknown = await takeOutReviewSheet(again(scene.clerk), plain, (content) =>
    layOut(texts('en', 'UTC', 'general'), content),
  );
  must(await giveUpReview(again(scene.clerk), at));

  expect(member).toMatchObject({ reason: 'right-missing' });
  expect(unknown).toMatchObject({ reason: 'sheet-unknown' });
  expect(await seeReviewSheets(again(scene.clerk), at)).toMatchObject({ reason: 'yearly-no-sheet' });
});

test('in chat: a page with its groups, the other form beside it, and files whose names say draft and carry nobody', async () => {
  const scene = await createReviewed(handle);
  const review = await begin(scene);
  must(await decide(scene, review, scene.people.old, remove));
  const call = callOf(again(scene.clerk));
  const seen = must(await seeReview(call, { committee: scene.committee, review }));
  const shown = reviewMessage(texts('en', call.zone, call.speech), seen, { which: 'all', page: 1 });

  const page = messageOf(await press(interactions, call, shown, 'Lists in their forms'));
  const out = await press(interactions, call, page, 'CSV');
  const other = messageOf(await press(interactions, call, page, 'Appendix 2, supplement'));

  expect(textOf(page)).toContain('DRAFT of 2 Mar 2026: the review is not confirmed yet, 2 people are not decided on');
  expect(textOf(page)).toContain(
    '1. Trần Văn Cũ (01/1966, Head of division). Planned position: Deputy, 12-QĐ/ĐU, 01/06/2025. What is proposed: Taken out of the plan: over the age.',
  );
  expect(out).toMatchObject({ file: { name: 'appendix-1-draft-2026-03-02.csv' } });
  expect(textOf(other)).toContain('There is nobody on this list.');
  expect(textOf(other)).not.toContain('[CSV]');
});
