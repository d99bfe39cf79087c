import type { ownUnit as en } from '../en/own-unit.ts';
import type { SameTexts } from '../shape.ts';

export const ownUnit: SameTexts<typeof en> = {
  label: 'Nguồn từ nơi khác',
  button: 'Đơn vị đang công tác',
  notAsked: 'chưa hỏi ý kiến đơn vị đang công tác',
  asked: 'đã hỏi ý kiến {{unit}} ngày {{date}}',
  letter: ', số {{number}}',
  waiting: 'chưa có trả lời',
  answered: 'trả lời ngày {{date}}: {{answer}}',
  answers: { agrees: 'nhất trí', reservations: 'nhất trí, có ý kiến thêm', disagrees: 'chưa nhất trí' },
  options: { agrees: 'Nhất trí', reservations: 'Nhất trí, có ý kiến thêm', disagrees: 'Chưa nhất trí' },
  form: {
    title: 'Đơn vị đang công tác',
    intro:
      'Đồng chí **{{name}}** được giới thiệu từ nơi khác cho chức danh {{position}}. Cần có công văn hỏi ý kiến đơn vị đang công tác; đề nghị ghi công văn, và ghi trả lời khi nhận được.',
    unit: 'Đơn vị được hỏi ý kiến',
    askedOn: 'Ngày hỏi',
    letter: 'Số công văn hỏi',
    answer: 'Trả lời',
    answerHint: 'Để trống khi đơn vị chưa trả lời.',
    answeredOn: 'Ngày trả lời',
    reference: 'Số công văn trả lời',
    note: 'Nội dung ý kiến của đơn vị',
  },
  refusals: {
    'own-unit-not-asked-for':
      'Chưa ghi gì: chỉ dùng cho nhân sự từ nơi khác đang trong danh sách hoặc chờ xem xét. Nếu đúng là nhân sự từ nơi khác, đề nghị đính chính nguồn trước.',
    'own-unit-missing': 'Đề nghị ghi đơn vị được hỏi ý kiến.',
    'own-unit-day-wrong': 'Đề nghị chọn ngày không muộn hơn hôm nay; ngày trả lời không sớm hơn ngày hỏi.',
    'own-unit-answer-incomplete': 'Trả lời cần có cả ý kiến và ngày. Đề nghị ghi nốt phần còn thiếu.',
    'own-unit-text-too-long': 'Nội dung dài quá {{max}} ký tự. Đề nghị rút gọn.',
  },
};
