import type { answerLinks as en } from '../en/answer-links.ts';
import type { SameTexts } from '../shape.ts';

export const answerLinks: SameTexts<typeof en> = {
  once: 'Địa chỉ này nhận trả lời một lần. Đề nghị kiểm tra trước khi gửi.',
  send: 'Gửi trả lời',
  thanks: 'Xin cảm ơn',
  done: 'Trả lời đã được lưu và thư ký đã được báo.',
  refusals: {
    'link-unknown': 'Không có địa chỉ này.',
    'link-spent': 'Địa chỉ này đã dùng, hoặc đã có địa chỉ mới hơn. Đề nghị hỏi thư ký để nhận địa chỉ mới.',
    'link-expired': 'Địa chỉ này có hiệu lực đến {{until}}. Đề nghị hỏi thư ký để nhận địa chỉ mới.',
  },
};
