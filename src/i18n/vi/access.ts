import type { access as en } from '../en/access.ts';
import type { SameTexts } from '../shape.ts';

export const access: SameTexts<typeof en> = {
  roles: {
    clerk: 'thư ký',
    chair: 'chủ trì',
    deputy: 'phó chủ trì',
    member: 'thành viên',
    observer: 'dự thính',
    teller: 'kiểm phiếu',
  },
  rights: {
    'committee.see': 'xem thông tin tập thể',
    'committee.manage': 'quản lý thành viên và thiết lập',
    'people.see': 'xem danh bạ nhân sự',
    'people.edit': 'sửa danh bạ nhân sự',
    'plan.see': 'xem quy hoạch',
    'plan.edit': 'sửa quy hoạch',
    'candidates.see': 'xem danh sách nhân sự được giới thiệu',
    'candidates.enter': 'nhập nhân sự được giới thiệu',
    'candidates.suggest': 'đề xuất nhân sự',
    'candidates.withdraw': 'rút tên nhân sự được giới thiệu',
    'review.open': 'chốt danh sách và mở đợt lấy ý kiến',
    'review.comment': 'cho ý kiến',
    'review.progress': 'xem tình hình trả lời',
    'review.record': 'nhập ý kiến thay',
    'review.synthesis': 'xem bản tổng hợp ý kiến',
    'conflict.manage': 'xem xét việc không tham gia',
    'conference.schedule': 'triệu tập hội nghị',
    'conference.see': 'xem hội nghị',
    'conference.record': 'ghi nhận việc dự hội nghị',
    'conference.run': 'điều hành hội nghị',
    'ballot.see': 'xem các lượt bỏ phiếu',
    'ballot.run': 'mở và đóng lượt bỏ phiếu',
    'ballot.record': 'nhập phiếu thay',
    'deadline.see': 'xem thời hạn',
    'deadline.progress': 'xem ai chưa trả lời theo thời hạn',
    'deadline.manage': 'điều chỉnh thời hạn',
    'audit.see': 'xem lịch sử',
  },
  refusals: {
    'committee-unknown': 'Không tìm thấy tập thể này. Đồng chí gõ /committee trong kênh của tập thể.',
    'committee-unconfirmed':
      'Quản trị viên chưa xác nhận tập thể này nên chưa sử dụng được. Đề nghị quản trị viên bấm “Xác nhận”.',
    'not-in-committee': 'Đồng chí chưa thuộc tập thể này. Thư ký có thể thêm đồng chí vào danh sách.',
    'right-missing': 'Vai trò của đồng chí không thực hiện được việc này ({{right}}). Người được thực hiện: {{roles}}.',
  },
};
