/**
 * The yearly review of a plan that was taken over from an older list: one leaves by age, one moves, one is carried over to
 * the next term, one is added; afterwards the watch finds another. All people are invented.
 */
import type { Stage, Story } from '../support/story-player.ts';

export const yearlyReview: Story = {
  name: 'yearly-review',
  team: 'T0VANPHONG',
  begins: '2026-11-09T09:00',
  zone: 'Asia/Ho_Chi_Minh',
  async play(stage) {
    await settingUp(stage);
    await takingOver(stage);
    await reviewing(stage);
    await confirming(stage);
    await watching(stage);
  },
};

/** As copied from the older list. */
const oldList = [
  [
    'Họ và tên',
    'Tháng năm sinh',
    'Giới tính',
    'Chức vụ hiện tại',
    'Bậc',
    'Chức danh đã được quy hoạch',
    'QĐ quy hoạch (số, ngày)',
  ],
  ['Đặng Quốc Thái', '06/1981', 'Nam', 'Phó Vụ trưởng', '3', 'Vụ trưởng', '96-QĐ/ĐU ngày 3/7/2025'],
  ['Hồ Thị Mai Phương', '02/1983', 'Nữ', 'Phó Vụ trưởng', '3', 'Vụ trưởng', '96-QĐ/ĐU ngày 3/7/2025'],
  ['Kiều Thế Hùng', '05/1964', 'Nam', 'Trưởng phòng', '2', 'Phó Vụ trưởng', '96-QĐ/ĐU ngày 3/7/2025'],
  ['Võ Ngọc Diễm', '01/1989', 'Nữ', 'Trưởng phòng', '2', 'Phó Vụ trưởng', '96-QĐ/ĐU ngày 3/7/2025'],
  ['Quách Minh Tuấn', '08/1986', 'Nam', 'Trưởng phòng', '2', 'Phó Vụ trưởng', '96-QĐ/ĐU ngày 3/7/2025'],
]
  .map((row) => row.join('\t'))
  .join('\n');

const positions = 'Vụ trưởng; 2; 4\nPhó Vụ trưởng; 3; 3\nTrưởng phòng; 4; 2';

async function settingUp(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({ vi: 'Thiết lập', en: 'Setting up' });
  await khue.types('/committee');
  await khue.submits({
    name: 'Ban Chấp hành Đảng bộ Văn phòng',
    profile: 'vn-party',
    language: stage.locale,
    zone: 'Asia/Ho_Chi_Minh',
  });
  await khue.presses('committees.take-over');
  await khue.submits();
  await khue.presses('committees.members');
  await khue.presses('committees.member', 'Lê Thị Thanh Tâm');
  await khue.submits({ post: 'Phó Bí thư Thường trực', roles: ['deputy', 'member'], rank: 20 });
}

async function takingOver(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({ vi: 'Danh sách đã có và nhiệm kỳ sau', en: 'The list there is, and the next term' });
  await khue.types('/plan people');
  await khue.presses('people.add');
  await khue.submits({
    ...{ fullName: 'Tạ Thùy Linh', birthMonth: '11/1990', sex: 'female' },
    ...{ unit: 'Phòng Tổ chức cán bộ', statePost: 'Chuyên viên', level: 1 },
  });
  await khue.types('/plan new');
  await khue.submits({
    title: 'Quy hoạch lãnh đạo nhiệm kỳ 2030–2035',
    track: 'leadership',
    ...{ termFrom: '06/2030', termTo: '06/2035', positions },
  });
  await khue.types('/plan new');
  await khue.submits({
    title: 'Quy hoạch lãnh đạo nhiệm kỳ 2025–2030',
    track: 'leadership',
    ...{ termFrom: '06/2025', termTo: '06/2030', positions },
  });
  await khue.presses('plans.import');
  await khue.submits({ rows: oldList });
  await khue.presses('imports.store');
}

async function reviewing(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({ vi: 'Rà soát', en: 'The review' });
  await khue.types('/plan');
  await khue.presses('plans.open', '2025–2030');
  await khue.presses('yearly-reviews.start');
  await khue.presses('yearly-reviews.begin');
  stage.note({
    vi: 'Quy định chỉ gợi ý: giữ người đã đến tuổi nghỉ hưu thì phải nêu lý do.',
    en: 'The rules only suggest: whoever keeps somebody of retirement age says why.',
  });
  await khue.presses('yearly-reviews.decide', 'Kiều Thế Hùng');
  await khue.submits({ action: 'keep' });
  await khue.submits({ action: 'remove', reason: 'over-age' });
  await khue.presses('yearly-reviews.decide', 'Võ Ngọc Diễm');
  await khue.submits({ action: 'move', position: 'Vụ trưởng', note: null });
  await khue.presses('yearly-reviews.decide', 'Đặng Quốc Thái');
  await khue.submits({ action: 'carry-over' });
  await khue.presses('nominations.propose');
  await khue.submits({ position: 'Trưởng phòng', person: 'Tạ Thùy Linh', reasons: 'Có triển vọng.' });
  stage.note({
    vi: 'Nhân sự bổ sung đi theo đường giới thiệu thường lệ.',
    en: 'Additions come by the usual way.',
  });
}

async function confirming(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({ vi: 'Xác nhận kết quả', en: 'Confirming the difference' });
  await khue.types('/plan');
  await khue.presses('plans.open', '2025–2030');
  await khue.presses('yearly-reviews.start');
  await khue.presses('yearly-reviews.confirm');
  await khue.submits({ body: 'Ban Thường vụ', decision: '131-QĐ/ĐU', decidedOn: '2026-11-09' });
  await khue.closes();
  await khue.presses('yearly-reviews.decide', 'Tạ Thùy Linh');
  await khue.submits({ action: 'add' });
  await khue.presses('yearly-reviews.rest');
  await khue.presses('yearly-reviews.difference');
  await khue.presses('yearly-reviews.text');
  await khue.presses('yearly-reviews.page');
  await khue.presses('yearly-reviews.confirm');
  await khue.submits({ body: 'Ban Thường vụ', decision: '131-QĐ/ĐU', decidedOn: '2026-11-09', basis: '5/5' });
  await khue.presses('yearly-reviews.undo');
  await khue.presses('yearly-reviews.confirm');
  await khue.submits({ body: 'Ban Thường vụ', decision: '131-QĐ/ĐU', decidedOn: '2026-11-09', basis: '5/5' });
  await stage.minutes(2);
  await stage.as('Lê Thị Thanh Tâm').presses('yearly-reviews.difference');
  await khue.types('/plan');
  await khue.presses('plans.open', '2025–2030');
  await khue.presses('plans.entries');
}

async function watching(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({ vi: 'Đối chiếu thường xuyên', en: 'The watch' });
  await khue.types('/plan people');
  await khue.presses('people.change', 'Quách Minh Tuấn');
  await khue.submits({
    discipline: 'warning',
    decidedOn: '2026-11-05',
    effectUntil: '2027-11-05',
    decision: '41-QĐ/UBKT',
  });
  await stage.minutes(2);
  await khue.presses('removals.watch');
  await khue.presses('removals.open', 'Quách Minh Tuấn');
  await khue.presses('removals.remove');
  await khue.submits({ body: 'Ban Thường vụ', decision: '139-QĐ/ĐU', decidedOn: '2026-11-09' });
  await stage.minutes(2);
  await khue.types('/plan');
  await khue.presses('plans.open', '2025–2030');
  await khue.presses('removals.watch');
}
