import type { responses as en } from '../en/responses.ts';
import type { SameTexts } from '../shape.ts';

export const responses: SameTexts<typeof en> = {
  title: 'Tiếp thu, giải trình',
  kind: 'Xử lý ý kiến',
  choices: {
    accepted: 'Tiếp thu: có thay đổi',
    explained: 'Giải trình: giữ nguyên',
  },
  kinds: {
    accepted: 'Tiếp thu',
    explained: 'Giải trình',
  },
  text: 'Nội dung',
  textHint: 'Tiếp thu: ghi nội dung thay đổi. Giải trình: ghi lý do giữ nguyên. Tối đa {{max}} ký tự.',
  told: 'Người cho ý kiến và người xem bản tổng hợp đọc được nội dung này, có ghi họ tên đồng chí.',
  replaces: 'Nội dung này thay cho trả lời trước; trả lời trước vẫn được lưu. Người cho ý kiến được báo.',
  answer: 'Trả lời',
  change: 'Sửa trả lời',
  unanswered_other: '{{count}} ý kiến chưa tiếp thu, giải trình',
  unansweredTitle: 'Ý kiến chưa tiếp thu, giải trình, trang {{page}}/{{pages}}',
  allDone: 'Mọi ý kiến đồng chí được xem đều đã có tiếp thu, giải trình.',
  line: '{{kind}}: {{said}} ({{by}}, {{at}})',
  out: '{{kind}}: {{said}}',
  column: 'Tiếp thu, giải trình',
  by: 'Người trả lời',
  cardSummary: 'Ý kiến của đồng chí đã được trả lời',
  card: 'Ý kiến của đồng chí về danh sách số **{{number}}** của “{{plan}}” đã được tiếp thu, giải trình.',
  see: 'Xem nội dung trả lời',
  refusals: {
    'review-comment-unknown':
      'Ý kiến này không mở cho đồng chí hoặc đã được đính chính. Đề nghị mở lại bản tổng hợp bằng /review tổng hợp.',
    'review-response-needed': 'Đề nghị ghi một câu: thay đổi thế nào, hoặc vì sao giữ nguyên.',
    'review-response-too-long':
      'Nội dung có {{length}} ký tự, tối đa {{max}}. Đề nghị rút gọn; nội dung vẫn còn trong phiếu.',
    'review-response-changed':
      'Ý kiến này vừa có người trả lời. Đề nghị đồng chí mở lại bản tổng hợp bằng /review tổng hợp.',
  },
};
