import type { structure as en } from '../en/structure.ts';
import type { SameTexts } from '../shape.ts';

export const structure: SameTexts<typeof en> = {
  title: 'Cơ cấu',
  summary: 'Cơ cấu quy hoạch',
  button: 'Cơ cấu',
  intro_other: '**{{plan}}**: {{count}} người trong quy hoạch hoặc trong danh sách giới thiệu.',
  shares: 'Tỷ lệ',
  aims: { young: 'Cán bộ trẻ, dưới {{age}} tuổi', women: 'Cán bộ nữ' },
  share: '**{{name}}**: {{counted}} trên {{of}} người, bằng {{share}}. Phấn đấu: ít nhất {{percent}} %.',
  reached: 'Đã đạt.',
  missing: 'Còn thiếu {{count}} người.',
  unknown: {
    young_other: 'Chưa rõ tháng, năm sinh của {{count}} người.',
    women_other: 'Chưa rõ giới tính của {{count}} người.',
  },
  brackets: 'Độ tuổi',
  bracket_other: '{{age}}: {{count}} người',
  under: 'dưới {{age}} tuổi',
  between: 'từ {{from}} đến {{to}} tuổi',
  from: 'từ {{age}} tuổi trở lên',
  readiness: 'Người trong quy hoạch theo đối tượng, mức độ sẵn sàng',
  notAssessed_other:
    'Chưa xếp: {{count}} trên {{of}} mục trong quy hoạch. Xếp tại “Người trong quy hoạch”, nút “Xếp đối tượng”.',
  coverage: 'Chức danh',
  covered_other: '{{covered}} trên {{count}} chức danh đã có người.',
  ratio: 'Số người so với số lượng của tất cả chức danh: {{percent}} %.',
  tooFew_other: '{{count}} chức danh còn ít người hơn mức cần có, nêu dưới đây.',
  wanting_other: '{{title}}: {{people}} người cho {{seats}} vị trí, cần thêm {{count}} người',
  more: 'Và {{count}} chức danh khác.',
  aimsOnly: 'Đây là các chỉ tiêu phấn đấu, không phải điều kiện để loại nhân sự và không hạ thấp tiêu chuẩn.',
  source: 'Căn cứ: {{title}} ({{confidence}}).',
};
