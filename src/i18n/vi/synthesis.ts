import type { synthesis as en } from '../en/synthesis.ts';
import type { SameTexts } from '../shape.ts';

export const synthesis: SameTexts<typeof en> = {
  general: 'Ý kiến chung',
  ownUnit: 'Từ đơn vị của nhân sự',
  shield: 'Số ý kiến từ chính đơn vị của nhân sự chỉ hiện khi không thể suy ra nhóm nào có ít hơn {{shield}} người.',
  sources_other: '{{count}} ý kiến, từ: {{from}}; về: {{on}}',
  version: 'Phiên bản {{version}}',
  changed: 'Đính chính so với phiên bản {{before}}:',
  change: '{{name}}: {{what}}',
  moved: '“{{tally}}” {{before}} → {{after}}',
  added_other: '{{count}} ý kiến mới hoặc có thay đổi',
  removed_other: 'thay cho {{count}} ý kiến trước đó',
  asText: 'Dạng văn bản',
  asWorkbook: 'Tệp Excel',
  asCsv: 'Tệp CSV',
  out: {
    fileName: 'tong-hop-y-kien-{{date}}.{{ending}}',
    text: 'Đề nghị sao chép vào báo cáo:',
    csv: 'Đề nghị sao chép vào tệp có đuôi .csv hoặc vào bảng tính:',
  },
  takenOut: 'Việc xuất nội dung này được ghi vào lịch sử.',
  line: '({{role}}, {{stance}}) {{said}}',
  number: 'STT',
  asked: 'Số người được xin ý kiến',
  source: 'Nguồn ý kiến',
  view: 'Mức độ nhất trí',
  aspect: 'Mặt đánh giá',
  content: 'Nội dung ý kiến',
  refusals: {
    'synthesis-version-unknown':
      'Bản tổng hợp này có các phiên bản từ 1 đến {{newest}}. Đề nghị đồng chí mở một phiên bản bằng /review tổng hợp.',
  },
};
