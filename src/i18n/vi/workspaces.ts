import type { workspaces as en } from '../en/workspaces.ts';
import type { SameTexts } from '../shape.ts';

export const workspaces: SameTexts<typeof en> = {
  summary: 'Thông báo gửi thư ký',
  somebody: 'một đồng chí',
  account: {
    gone: 'Đồng chí **{{name}}** không còn tài khoản trao đổi đang hoạt động.',
    goneNext:
      'Những việc đang chờ đồng chí ấy giữ nguyên. Đề nghị thư ký liên hệ trực tiếp và nhập thay ý kiến, hoặc kết thúc tư cách thành viên tại /committee.',
    outside: 'Đồng chí **{{name}}** hiện là khách trong không gian làm việc, hoặc thuộc tổ chức khác.',
    outsideNext:
      'Khi còn giữ vai trò trong tập thể, đồng chí ấy vẫn nhận thẻ riêng. Đề nghị thư ký kiểm tra lại tại /committee.',
  },
  channel: {
    lost: '{{channel}}: {{what}}.',
    losses: {
      archived: 'kênh của tập thể đã được lưu trữ',
      gone: 'kênh của tập thể đã bị xóa',
      'bot-removed': 'Quorate đã bị đưa ra khỏi kênh của tập thể, hoặc không còn nhìn thấy kênh',
    },
    next: {
      archived:
        'Thẻ riêng vẫn được gửi; không đăng gì trong kênh. Đề nghị mở lại kênh, hoặc thiết lập tập thể tại kênh khác.',
      gone: 'Thẻ riêng vẫn được gửi. Đề nghị thiết lập kênh khác cho tập thể.',
      'bot-removed': 'Thẻ riêng vẫn được gửi; không đăng gì trong kênh. Đề nghị mời lại Quorate vào kênh.',
    },
  },
  undeliverable: {
    line: 'Chưa gửi được: {{what}} đến {{to}}.',
    reasons: {
      'recipient-gone': 'Tài khoản đã đóng. Đề nghị thư ký báo trực tiếp.',
      'recipient-outside': 'Tài khoản thuộc tổ chức khác, không nhận tin từ đây. Đề nghị thư ký báo trực tiếp.',
      'channel-gone': 'Kênh không còn. Đề nghị thiết lập kênh khác cho tập thể.',
      'channel-archived': 'Kênh đã được lưu trữ. Đề nghị mở lại kênh.',
      'bot-not-in-channel': 'Quorate không có trong kênh. Đề nghị mời Quorate vào kênh.',
      'bot-removed': 'Quorate đã bị gỡ khỏi không gian làm việc.',
      'message-gone': 'Tin đã bị xóa nên không còn cập nhật được.',
      'not-allowed': 'Không gian làm việc không cho phép. Đề nghị hỏi quản trị viên.',
      'message-refused': 'Nền tảng trao đổi từ chối tin này. Đề nghị báo người vận hành.',
      'out-of-time': 'Đã quá thời điểm gửi.',
      'nothing-to-say': 'Không còn nội dung cần báo.',
      'rendering-failed': 'Không soạn được tin do lỗi của hệ thống. Đề nghị báo người vận hành.',
      'not-known': 'Không rõ tin đã đến hay chưa nên không gửi lại. Đề nghị thư ký hỏi trực tiếp.',
    },
  },
  cards: {
    reviews: 'thẻ lấy ý kiến',
    conferences: 'tin về hội nghị',
    deadlines: 'tin nhắc việc',
    nominations: 'tin về việc giới thiệu nhân sự',
    committees: 'tin về tập thể',
    other: 'một tin',
  },
};
