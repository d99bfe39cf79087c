/** A Party Committee of an invented central body's Office, planning its leaders for 2025–2030. All people are invented. */
import type { Role } from '../features/access/types.ts';
import type { DemoCommittee, DemoPerson } from './types.ts';

type Row = [fullName: string, account: string | null, born: string, sex: 'male' | 'female', level: number];

const membersByRank: DemoPerson[] = [
  member(['Đinh Quang Vinh', 'U0VPBITHU', '1969-08', 'male', 6], 'Bí thư Đảng ủy', 'Chánh Văn phòng', [
    'chair',
    'member',
  ]),
  member(['Lê Thị Thanh Tâm', 'U0VPPBT01', '1974-03', 'female', 5], 'Phó Bí thư Thường trực', null, [
    'deputy',
    'member',
  ]),
  member(['Phan Việt Khoa', 'U0VPPBT02', '1973-11', 'male', 5], 'Phó Bí thư', 'Phó Chánh Văn phòng'),
  member(['Vũ Trọng Hiền', 'U0VPUVTV1', '1966-06', 'male', 4], 'Ủy viên Ban Thường vụ', 'Chủ nhiệm Ủy ban Kiểm tra'),
  member(['Bùi Thu Ngân', 'U0VPUVTV2', '1978-09', 'female', 4], 'Ủy viên Ban Thường vụ', 'Vụ trưởng Vụ Tổng hợp'),
  member(['Hoàng Đức Tài', 'U0VPUV001', '1977-02', 'male', 3], 'Ủy viên Ban Chấp hành', 'Vụ trưởng Vụ Hành chính'),
  member(['Mai Xuân Phúc', 'U0VPUV002', '1975-12', 'male', 3], 'Ủy viên Ban Chấp hành', 'Cục trưởng Cục Quản trị'),
  member(
    ['Đoàn Thị Hồng Hạnh', 'U0VPUV003', '1980-07', 'female', 3],
    'Ủy viên Ban Chấp hành',
    'Vụ trưởng Vụ Kế hoạch – Tài chính',
  ),
  member(
    ['Trần Hải Đăng', 'U0VPUV004', '1982-10', 'male', 3],
    'Ủy viên Ban Chấp hành',
    'Giám đốc Trung tâm Công nghệ thông tin',
  ),
  member(['Lương Bảo Châu', 'U0VPUV005', '1988-05', 'female', 3], 'Ủy viên Ban Chấp hành', 'Bí thư Đoàn Thanh niên'),
  member(['Nguyễn Thị Bích Thủy', null, '1976-04', 'female', 3], 'Ủy viên Ban Chấp hành', 'Vụ trưởng Vụ Pháp chế'),
  member(['Trịnh Văn Lâm', null, '1972-01', 'male', 3], 'Ủy viên Ban Chấp hành', 'Trưởng cơ quan đại diện phía Nam'),
];

const othersInRegister: DemoPerson[] = [
  person(['Đặng Quốc Thái', null, '1981-06', 'male', 2], 'Phó Vụ trưởng', 'Vụ Tổng hợp'),
  person(['Hồ Thị Mai Phương', null, '1983-02', 'female', 2], 'Phó Vụ trưởng', 'Vụ Kế hoạch – Tài chính'),
  person(['Nguyễn Hữu Khang', null, '1979-09', 'male', 2], 'Phó Cục trưởng', 'Cục Quản trị'),
  person(['Lò Thị Vân Anh', null, '1985-12', 'female', 2], 'Phó Vụ trưởng', 'Vụ Hành chính'),
  {
    ...person(['Phùng Đình Toàn', null, '1984-04', 'male', 2], 'Phó Giám đốc', 'Trung tâm Công nghệ thông tin'),
    discipline: { kind: 'reprimand', decidedMonths: -4, endsMonths: 8, decision: 'Quyết định số 17-QĐ/UBKT' },
  },
  person(['Quách Minh Tuấn', null, '1986-08', 'male', 2], 'Trưởng phòng Bảo vệ', 'Cục Quản trị'),
  person(['Võ Ngọc Diễm', null, '1989-01', 'female', 2], 'Trưởng phòng Thư ký – Biên tập', 'Vụ Tổng hợp'),
  person(['Kiều Thế Hùng', null, '1967-03', 'male', 2], 'Phó Cục trưởng', 'Cục Quản trị'),
  person(['Tạ Thùy Linh', 'U0VPCV001', '1990-11', 'female', 1], 'Chuyên viên', 'Phòng Tổ chức cán bộ'),
  person(['Cao Văn Sơn', 'U0VPCV002', '1987-03', 'male', 1], 'Chuyên viên', 'Vụ Tổng hợp'),
];

export const vnOffice: DemoCommittee = {
  team: 'T0VANPHONG',
  channel: 'C0VPBCHDB',
  name: 'Ban Chấp hành Đảng bộ Văn phòng',
  profile: 'vn-party',
  locale: 'vi',
  zone: 'Asia/Ho_Chi_Minh',
  clerk: {
    ...person(['Ngô Minh Khuê', null, '1984-10', 'female', 2], 'Trưởng phòng Tổ chức cán bộ', 'Phòng Tổ chức cán bộ'),
    account: 'U0VPTHUKY',
    member: { roles: ['clerk'], votes: false, post: 'Thư ký cấp ủy' },
  },
  people: [...membersByRank, ...othersInRegister],
  away: { who: 'Mai Xuân Phúc', deputy: 'Nguyễn Thị Bích Thủy', days: 5 },
  plan: () => ({
    title: 'Quy hoạch cấp ủy Đảng bộ Văn phòng nhiệm kỳ 2025–2030',
    track: 'party',
    termFrom: '2025-06',
    termTo: '2030-06',
    congress: '2025-06',
    positions: [
      { title: 'Ủy viên Ban Chấp hành', seats: 15, level: 3, isCommittee: true },
      { title: 'Ủy viên Ban Thường vụ', seats: 5, level: 4, isCommittee: true },
      { title: 'Bí thư', seats: 1, level: 6, isCommittee: false },
      { title: 'Phó Bí thư', seats: 2, level: 5, isCommittee: false },
      { title: 'Ủy viên Ủy ban Kiểm tra', seats: 5, level: 3, isCommittee: true },
    ],
    namesInDays: 9,
    proposals: [
      listed('Lê Thị Thanh Tâm', 'Bí thư'),
      listed('Phan Việt Khoa', 'Bí thư'),
      listed('Bùi Thu Ngân', 'Phó Bí thư'),
      listed('Hoàng Đức Tài', 'Ủy viên Ban Thường vụ'),
      listed('Đoàn Thị Hồng Hạnh', 'Ủy viên Ban Thường vụ'),
      listed('Đặng Quốc Thái', 'Ủy viên Ban Chấp hành'),
      listed('Hồ Thị Mai Phương', 'Ủy viên Ban Chấp hành'),
      listed('Quách Minh Tuấn', 'Ủy viên Ủy ban Kiểm tra'),
      {
        by: 'Bùi Thu Ngân',
        who: 'Võ Ngọc Diễm',
        position: 'Ủy viên Ban Chấp hành',
        reasons:
          'Ba năm liền hoàn thành xuất sắc nhiệm vụ; chủ trì biên tập các báo cáo tổng hợp của Văn phòng; có uy tín trong chi bộ.',
      },
    ],
  }),
};

function person(row: Row, statePost: string | null, unit: string | null): DemoPerson {
  const [fullName, account, birthMonth, sex, level] = row;
  return { fullName, birthMonth, sex, level, statePost, unit, ...(account ? { account } : {}) };
}

function member(
  row: Row,
  partyPost: string,
  statePost: string | null,
  roles: readonly Role[] = ['member'],
): DemoPerson {
  return { ...person(row, statePost, null), partyPost, member: { roles, votes: true, post: partyPost } };
}

function listed(who: string, position: string) {
  return { by: 'Ngô Minh Khuê', who, position, reasons: null };
}
