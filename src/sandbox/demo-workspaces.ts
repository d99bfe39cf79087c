/** The two workspaces of the demo: a Vietnamese office and an English nominating committee. All people are invented. */
import type { SandboxSeed, SeedUser, SeedWorkspace } from './types.ts';

type Row = [id: string, name: string, realName: string, title: string, more?: Partial<SeedUser>];

const vietnamesePeople: Row[] = [
  ['U0VPBITHU', 'dinhquangvinh', 'Đinh Quang Vinh', 'Bí thư Đảng ủy, Chánh Văn phòng'],
  ['U0VPPBT01', 'lethithanhtam', 'Lê Thị Thanh Tâm', 'Phó Bí thư Thường trực Đảng ủy'],
  ['U0VPPBT02', 'phanvietkhoa', 'Phan Việt Khoa', 'Phó Bí thư Đảng ủy, Phó Chánh Văn phòng'],
  ['U0VPTHUKY', 'ngominhkhue', 'Ngô Minh Khuê', 'Thư ký cấp ủy, Trưởng phòng Tổ chức cán bộ', { is_admin: true }],
  ['U0VPUVTV1', 'vutronghien', 'Vũ Trọng Hiền', 'Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra'],
  ['U0VPUVTV2', 'buithungan', 'Bùi Thu Ngân', 'Ủy viên Ban Thường vụ, Vụ trưởng Vụ Tổng hợp'],
  ['U0VPUV001', 'hoangductai', 'Hoàng Đức Tài', 'Ủy viên Ban Chấp hành, Vụ trưởng Vụ Hành chính'],
  ['U0VPUV002', 'maixuanphuc', 'Mai Xuân Phúc', 'Ủy viên Ban Chấp hành, Cục trưởng Cục Quản trị'],
  ['U0VPUV003', 'doanthihonghanh', 'Đoàn Thị Hồng Hạnh', 'Ủy viên Ban Chấp hành, Vụ trưởng Vụ Kế hoạch – Tài chính'],
  ['U0VPUV004', 'tranhaidang', 'Trần Hải Đăng', 'Ủy viên Ban Chấp hành, Giám đốc Trung tâm Công nghệ thông tin'],
  ['U0VPUV005', 'luongbaochau', 'Lương Bảo Châu', 'Ủy viên Ban Chấp hành, Bí thư Đoàn Thanh niên'],
  ['U0VPCV001', 'tathuylinh', 'Tạ Thùy Linh', 'Chuyên viên phòng Tổ chức cán bộ'],
  ['U0VPCV002', 'caovanson', 'Cao Văn Sơn', 'Chuyên viên Vụ Tổng hợp'],
  ['U0VPKHACH', 'hagiahuy', 'Hà Gia Huy', 'Khách mời, cộng tác viên lưu trữ', { is_restricted: true }],
];

const vietnamese: SeedWorkspace = {
  id: 'T0VANPHONG',
  name: 'Văn phòng Cơ quan Trung ương (demo)',
  domain: 'van-phong-demo',
  locale: 'vi',
  botToken: 'xoxb-sandbox-van-phong-0000000000',
  botUserId: 'U0VPQUORATE',
  botId: 'B0VPQUORATE',
  appId: 'A0QUORATE',
  appName: 'Quorate',
  users: vietnamesePeople.map((row) => person(row, 'vi-VN', 'Asia/Ho_Chi_Minh')),
  channels: [
    {
      id: 'C0VPBCHDB',
      name: 'ban-chap-hanh-dang-bo',
      topic: 'Ban Chấp hành Đảng bộ Văn phòng, nhiệm kỳ 2025–2030',
      members: vietnamesePeople.slice(0, 11).map(([id]) => id),
      bot: true,
    },
    {
      id: 'C0VPCHUNG',
      name: 'van-phong-chung',
      topic: 'Thông báo chung của Văn phòng',
      members: vietnamesePeople.map(([id]) => id),
      bot: false,
    },
    {
      id: 'C0VPTCCB',
      name: 'to-chuc-can-bo',
      topic: 'Phòng Tổ chức cán bộ',
      members: ['U0VPTHUKY', 'U0VPPBT01', 'U0VPCV001', 'U0VPCV002'],
      bot: false,
    },
  ],
  welcome: {
    vi: 'Bạn đang là Ngô Minh Khuê, thư ký cấp ủy. Hãy gõ /quorate rồi nhấn Enter để bắt đầu.',
    en: 'You are Ngô Minh Khuê, the committee secretary. Type /quorate and press Enter to begin.',
  },
  startAs: 'U0VPTHUKY',
  startIn: 'C0VPBCHDB',
};

const easternUs = { tz: 'America/New_York' };
const berlin = { tz: 'Europe/Berlin' };
const tokyo = { tz: 'Asia/Tokyo' };

const englishPeople: Row[] = [
  ['U0NCCHAIR', 'maren', 'Maren Okafor-Lind', 'NomCom chair (does not vote)', { ...easternUs, is_admin: true }],
  ['U0NCSECR1', 'tobias', 'Tobias Wrenfield', 'Committee secretary', { ...berlin, is_admin: true, is_owner: true }],
  ['U0NCMEM01', 'adaeze', 'Adaeze Brightwater', 'Voting member', easternUs],
  ['U0NCMEM02', 'jonas', 'Jonas Hallström', 'Voting member', berlin],
  ['U0NCMEM03', 'kaori', 'Kaori Minazuki', 'Voting member', tokyo],
  ['U0NCMEM04', 'rafael', 'Rafael Quintavalle', 'Voting member', { tz: 'America/Sao_Paulo' }],
  ['U0NCMEM05', 'priya', 'Priya Vantakar', 'Voting member', { tz: 'Asia/Kolkata' }],
  ['U0NCMEM06', 'ewan', 'Ewan Strathbogie', 'Voting member', { tz: 'Europe/London' }],
  ['U0NCLIAI1', 'sunniva', 'Sunniva Halvorsrud', 'Liaison, Board (does not vote)', berlin],
  ['U0NCLIAI2', 'desmond', 'Desmond Achterberg', 'Liaison, Architecture Council (does not vote)', easternUs],
  ['U0NCADVIS', 'lucia', 'Lucía Montferrat', 'Past chair, adviser (does not vote)', { tz: 'Europe/Madrid' }],
  ['U0NCGUEST', 'otto', 'Otto Nightingale', 'Guest', { ...berlin, is_restricted: true }],
];

const english: SeedWorkspace = {
  id: 'T0NOMCOM',
  name: 'Open Protocols Association (demo)',
  domain: 'open-protocols-demo',
  locale: 'en',
  botToken: 'xoxb-sandbox-nomcom-0000000000',
  botUserId: 'U0NCQUORATE',
  botId: 'B0NCQUORATE',
  appId: 'A0QUORATE',
  appName: 'Quorate',
  users: englishPeople.map((row) => person(row, 'en-US', 'Europe/Berlin')),
  channels: [
    {
      id: 'C0NCNOMCOM',
      name: 'nomcom',
      topic: 'Nominating committee: names, interviews, decisions',
      members: englishPeople.slice(0, 11).map(([id]) => id),
      bot: true,
    },
    {
      id: 'C0NCGENERAL',
      name: 'general',
      topic: 'Everyone in the association',
      members: englishPeople.map(([id]) => id),
      bot: false,
    },
  ],
  welcome: {
    vi: 'Bạn đang là Tobias Wrenfield, thư ký của ủy ban. Hãy gõ /quorate rồi nhấn Enter để bắt đầu.',
    en: 'You are Tobias Wrenfield, the committee secretary. Type /quorate and press Enter to begin.',
  },
  startAs: 'U0NCSECR1',
  startIn: 'C0NCNOMCOM',
};

export const demoWorkspaces: SandboxSeed = { workspaces: [vietnamese, english], appToken: 'xapp-sandbox-0000000000' };

function person(row: Row, locale: SeedUser['locale'], tz: string): SeedUser {
  const [id, name, realName, title, more] = row;
  return { id, name, real_name: realName, title, locale, tz, ...more };
}
