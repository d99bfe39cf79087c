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
  byAddress: ' (đơn vị tự trả lời qua địa chỉ)',
  link: {
    button: 'Địa chỉ để đơn vị trả lời',
    summary: 'Địa chỉ để đơn vị đang công tác trả lời',
    made: 'Với địa chỉ này, **{{unit}}** đọc nội dung hỏi ý kiến về đồng chí **{{name}}** và trả lời một lần, đến hết {{until}}. Địa chỉ lập trước không còn dùng được.',
    keep: 'Địa chỉ chỉ hiện lần này. Đề nghị đồng chí tự gửi cho đơn vị kèm công văn; ai có địa chỉ đều trả lời được.',
    noAddress:
      'Bot chưa có địa chỉ công khai nên đơn vị không trả lời được khi không có tài khoản. Đề nghị hỏi bằng công văn và ghi trả lời tại đây bằng nút “Đơn vị đang công tác”.',
  },
  page: {
    title: 'Ý kiến của đơn vị đang công tác',
    intro:
      '{{committee}} đề nghị {{unit}} cho ý kiến về đồng chí {{name}}, được giới thiệu cho chức danh {{position}} ({{plan}}).',
    letter: 'Công văn số {{number}}, ngày {{date}}',
    asked: 'Hỏi ý kiến ngày {{date}}',
    forYou:
      'Địa chỉ này gửi cho {{unit}}. Nếu không thay mặt đơn vị trả lời, đề nghị đóng trang này và báo lại nơi gửi.',
    answer: 'Ý kiến của đơn vị',
    note: 'Nội dung ý kiến (cần ghi, trừ khi hoàn toàn nhất trí)',
    reference: 'Số công văn trả lời, nếu có',
  },
  card: 'Thuộc **{{plan}}**, đơn vị đang công tác của một nhân sự từ nơi khác đã trả lời qua địa chỉ.',
  form: {
    title: 'Đơn vị đang công tác',
    intro:
      'Đồng chí **{{name}}** được giới thiệu từ nơi khác cho chức danh {{position}}. Cần có công văn hỏi ý kiến đơn vị đang công tác; đề nghị ghi công văn, và ghi trả lời khi nhận được. Khi đã ghi công văn, có thể lập địa chỉ để đơn vị tự trả lời.',
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
    'own-unit-not-asked':
      'Chưa lập địa chỉ: đề nghị dùng nút “Đơn vị đang công tác” ghi trước đơn vị được hỏi và ngày hỏi.',
    'own-unit-answered': 'Chưa lập địa chỉ: đơn vị đã trả lời. Để đính chính, đề nghị dùng nút “Đơn vị đang công tác”.',
    'own-unit-over':
      'Địa chỉ này không còn hỏi nội dung nào: đơn vị đã trả lời bằng cách khác, đã có công văn khác thay thế, hoặc nhân sự không còn được giới thiệu. Xin cảm ơn.',
    'own-unit-answer-missing': 'Đề nghị chọn ý kiến của đơn vị.',
    'own-unit-note-missing': 'Đề nghị ghi cụ thể ý kiến thêm hoặc lý do.',
    'own-unit-missing': 'Đề nghị ghi đơn vị được hỏi ý kiến.',
    'own-unit-day-wrong': 'Đề nghị chọn ngày không muộn hơn hôm nay; ngày trả lời không sớm hơn ngày hỏi.',
    'own-unit-answer-incomplete': 'Trả lời cần có cả ý kiến và ngày. Đề nghị ghi nốt phần còn thiếu.',
    'own-unit-text-too-long': 'Nội dung dài quá {{max}} ký tự. Đề nghị rút gọn.',
  },
};
