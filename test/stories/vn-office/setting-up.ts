/** Committee, members, register, plan. */
import type { Stage } from '../../support/story-player.ts';
import { rowsOf } from '../shared/office.ts';

/** As copied from a spreadsheet; the last row has a month that does not exist. */
const pasted = rowsOf([
  [
    'TT',
    'Họ và tên',
    'Tháng năm sinh',
    'Giới tính',
    'Chức vụ Đảng',
    'Chức vụ hiện tại',
    'Đơn vị công tác',
    'Bậc',
    'Kỷ luật',
  ],
  ['1', 'Bùi Thu Ngân', '09/1978', 'Nữ', 'Ủy viên Ban Thường vụ', 'Vụ trưởng', 'Vụ Tổng hợp', '4', ''],
  ['2', 'Hoàng Đức Tài', '02/1977', 'Nam', 'Ủy viên Ban Chấp hành', 'Vụ trưởng', 'Vụ Hành chính', '3', ''],
  ['3', 'Mai Xuân Phúc', '12/1975', 'Nam', 'Ủy viên Ban Chấp hành', 'Cục trưởng', 'Cục Quản trị', '3', ''],
  [
    '4',
    'Trần Hải Đăng',
    '10/1982',
    'Nam',
    'Ủy viên Ban Chấp hành',
    'Giám đốc',
    'Trung tâm Công nghệ thông tin',
    '3',
    '',
  ],
  ['5', 'Hồ Thị Mai Phương', '02/1983', 'Nữ', '', 'Phó Vụ trưởng', 'Vụ Kế hoạch – Tài chính', '2', ''],
  ['6', 'Võ Ngọc Diễm', '01/1989', 'Nữ', '', 'Trưởng phòng', 'Vụ Tổng hợp', '2', ''],
  ['7', 'Quách Minh Tuấn', '14/1986', 'Nam', '', 'Trưởng phòng', 'Cục Quản trị', '2', ''],
]);

export async function settingUp(stage: Stage): Promise<void> {
  const chau = stage.as('Lương Bảo Châu');
  const khue = stage.as('Ngô Minh Khuê');

  stage.scene({ vi: 'Thiết lập tập thể', en: 'Setting up the committee' });
  await chau.types('/committee');
  await chau.submits({
    name: 'Ban Chấp hành Đảng bộ Văn phòng',
    profile: 'vn-party',
    language: stage.locale,
    zone: 'Asia/Ho_Chi_Minh',
  });
  await chau.types('/committee');
  await stage.as('Hoàng Đức Tài').presses('committees.confirm');
  await khue.presses('committees.confirm');
  await khue.types('/committee');
  stage.note({
    vi: 'Người lập không phải thư ký: quản trị viên cử đúng người.',
    en: 'Whoever set it up is not the committee secretary: the admin appoints the right person.',
  });
  await chau.types('/committee');
  await chau.presses('committees.take-over');
  await chau.submits();
  await chau.presses('committees.members');
  await chau.presses('committees.member', 'Ngô Minh Khuê');
  await chau.submits({ post: 'Thư ký cấp ủy', roles: ['clerk'], votes: [], rank: 900 });
  await khue.types('/committee members');
  await khue.presses('committees.member', 'Lương Bảo Châu');
  await khue.submits({ post: 'Ủy viên Ban Chấp hành', roles: ['member'], votes: ['yes'], rank: 110 });
  await khue.presses('committees.member', 'Đinh Quang Vinh');
  await khue.submits({ post: 'Bí thư Đảng ủy', roles: ['chair', 'member'], rank: 10 });
  await khue.presses('committees.member', 'Lê Thị Thanh Tâm');
  await khue.submits({ post: 'Phó Bí thư Thường trực', roles: ['deputy', 'member'], rank: 20 });
  await khue.types('/committee');
  await khue.presses('committees.add');
  await khue.submits({ name: 'Nguyễn Thị Bích Thủy', post: 'Ủy viên Ban Chấp hành', rank: 120 });
  await khue.types('/committee members');

  stage.scene({ vi: 'Danh bạ nhân sự', en: 'The register of people' });
  await khue.types('/plan people');
  await khue.presses('people.change', 'Vũ Trọng Hiền');
  await khue.submits({
    birthMonth: '06/1966',
    sex: 'male',
    partyPost: 'Ủy viên Ban Thường vụ',
    statePost: 'Chủ nhiệm Ủy ban Kiểm tra',
    level: 4,
  });
  await khue.presses('people.add');
  await khue.submits({
    fullName: 'Đặng Quốc Thái',
    birthMonth: '13/1981',
    sex: 'male',
    unit: 'Vụ Tổng hợp',
    statePost: 'Phó Vụ trưởng',
    level: 2,
  });
  await khue.submits({ birthMonth: '06/1981' });
  await khue.types('/plan people');
  await khue.presses('people.import');
  await khue.submits({ rows: pasted });
  await khue.presses('imports.store');
  stage.note({
    vi: 'Dán lại đúng danh sách ấy không làm thay đổi gì.',
    en: 'Pasting the same list again changes nothing.',
  });
  await khue.presses('people.import');
  await khue.submits({ rows: pasted });

  stage.scene({ vi: 'Lập quy hoạch', en: 'Making the plan' });
  await khue.types('/plan');
  await khue.presses('plans.new');
  await khue.submits({
    title: 'Quy hoạch cấp ủy nhiệm kỳ 2025–2030',
    track: 'party',
    termFrom: '06/2025',
    termTo: '06/2030',
    congress: '06/2025',
    positions: [
      'Ủy viên Ban Chấp hành; 15; 3; tập thể',
      'Ủy viên Ban Thường vụ; 5; 4; tập thể',
      'Bí thư; 1; 6',
      'Phó Bí thư; 2; 5',
      'Ủy viên Ủy ban Kiểm tra; năm; 3; tập thể',
    ].join('\n'),
    date: '2026-03-14',
  });
  await khue.submits({
    positions: [
      'Ủy viên Ban Chấp hành; 15; 3; tập thể',
      'Ủy viên Ban Thường vụ; 5; 4; tập thể',
      'Bí thư; 1; 6',
      'Phó Bí thư; 2; 5',
      'Ủy viên Ủy ban Kiểm tra; 5; 3; tập thể',
    ].join('\n'),
  });
}
