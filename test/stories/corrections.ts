/** Second thoughts: lists taken over with their decisions, undo, corrections, an absence, a conference called off. All people are invented. */
import type { Stage, Story } from '../support/story-player.ts';
import { officeCommittee, officePlan, rowsOf } from './shared/office.ts';

export const corrections: Story = {
  name: 'corrections',
  team: 'T0VANPHONG',
  begins: '2026-03-02T09:00',
  zone: 'Asia/Ho_Chi_Minh',
  async play(stage) {
    await settingUp(stage);
    await takingOver(stage);
    await names(stage);
    await review(stage);
    await conference(stage);
  },
};

async function settingUp(stage: Stage): Promise<void> {
  stage.scene({ vi: 'Thiết lập tập thể', en: 'Setting up the committee' });
  await officeCommittee(stage);
}

/** As it stands in the old spreadsheet, with the numbers of the decisions; one position is unknown to the plan. */
const oldList = rowsOf([
  ['Họ và tên', 'Tháng năm sinh', 'Giới tính', 'Chức vụ hiện tại', 'Bậc', 'Chức danh quy hoạch', 'Số quyết định'],
  ['Bùi Thu Ngân', '09/1978', 'Nữ', 'Vụ trưởng', '2', 'Ủy viên Ban Chấp hành', '118-QĐ/ĐU ngày 12/5/2023'],
  ['Mai Xuân Phúc', '12/1980', 'Nam', 'Phó Cục trưởng', '2', 'Ủy viên Ban Chấp hành', '118-QĐ/ĐU ngày 12/5/2023'],
  ['Hồ Thị Mai Phương', '02/1983', 'Nữ', 'Phó Vụ trưởng', '2', 'Chánh Thanh tra', '96-QĐ/ĐU ngày 3/4/2022'],
]);

async function takingOver(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({ vi: 'Chuyển danh sách đã có vào', en: 'Taking over the list there is' });
  await officePlan(stage, 'Ủy viên Ban Chấp hành; 15; 3; tập thể\nỦy viên Ban Thường vụ; 5; 4; tập thể', '2026-03-14');
  await khue.presses('plans.import');
  await khue.submits({ rows: oldList });
  await khue.presses('imports.store');
  stage.note({ vi: 'Dán lại lần nữa: không có gì thay đổi.', en: 'Pasted once more: nothing changes.' });
  await khue.types('/plan');
  await khue.presses('plans.open');
  await khue.presses('plans.import');
  await khue.submits({ rows: oldList });
  await khue.types('/plan');
  await khue.presses('plans.open');
  await khue.presses('plans.entries');
}

async function names(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({ vi: 'Đính chính một lần giới thiệu', en: 'Correcting a name that was put forward' });
  await khue.types('/propose Mai Xuân Phúc; Ủy viên Ban Thường vụ; Có uy tín.');
  await khue.presses('nominations.open');
  await khue.presses('nominations.correct');
  await khue.submits({ reasons: 'Hai nhiệm kỳ phụ trách cải cách hành chính; có uy tín.', why: 'Ghi thiếu lý do.' });
  await stage.minutes(2);
  await khue.types('/candidates');
  await khue.presses('nominations.open');
}

async function review(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  const ngan = stage.as('Bùi Thu Ngân');
  const vinh = stage.as('Đinh Quang Vinh');
  stage.scene({
    vi: 'Mở nhầm ngày, hoàn tác; ý kiến được đính chính',
    en: 'A wrong date is undone; an answer is corrected',
  });
  await stage.clock('2026-03-16T08:00');
  await khue.types('/review open');
  await khue.submits({ plan: 'Quy hoạch cấp ủy', date: '2026-03-30' });
  await khue.presses('reviews.confirm-open');
  await khue.presses('reviews.undo-open');
  await khue.types('/review open');
  await khue.submits({ plan: 'Quy hoạch cấp ủy', date: '2026-03-20' });
  await khue.presses('reviews.confirm-open');
  await stage.minutes(2);
  await vinh.presses('reviews.agree');
  await vinh.submits();
  await ngan.types('/quorate away');
  await ngan.submits({ from: '2026-03-17', until: '2026-03-19' });
  await khue.types('/review progress');
  await stage.clock('2026-03-20T16:40');
  stage.note({
    vi: 'Có công văn đến sau: bản tổng hợp có phiên bản mới, nêu rõ lý do.',
    en: 'A letter comes afterwards: the synthesis has a new version, which says why.',
  });
  await khue.types('/review progress');
  await khue.presses('reviews.progress');
  await khue.presses('reviews.record');
  await khue.submits({
    person: 'Bùi Thu Ngân',
    via: 'letter',
    reference: '31-CV/VPC',
    dated: '2026-03-19',
    how: 'all',
    why: 'Công văn gửi trước hạn, đến sau hạn.',
  });
  await vinh.presses('reviews.synthesis');
}

async function conference(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  const vinh = stage.as('Đinh Quang Vinh');
  stage.scene({ vi: 'Triệu tập, hoàn tác, rồi hoãn hẳn', en: 'Called, undone, and in the end called off' });
  await khue.types('/conference schedule Hội nghị Ban Chấp hành về quy hoạch');
  await khue.submits({
    date: '2026-03-27',
    time: '08:00',
    minutes: 120,
    place: 'Phòng họp số 2',
    agenda: 'Thông qua danh sách',
    lists: ['Quy hoạch cấp ủy'],
  });
  await khue.presses('conferences.send');
  await khue.presses('conferences.undo');
  await khue.types('/conference');
  await khue.presses('conferences.preview');
  await khue.presses('conferences.send');
  await stage.minutes(2);
  await vinh.presses('conferences.answer:coming');
  await khue.types('/conference');
  await khue.presses('conferences.open');
  await khue.presses('conferences.cancel');
  await khue.submits({ reason: 'Trùng lịch kiểm tra của cấp trên.' });
  await stage.minutes(2);
  await vinh.types('/conference');
  await khue.types('/quorate audit');
}
