import type { help as en } from '../en/help.ts';
import type { SameTexts } from '../shape.ts';

export const help: SameTexts<typeof en> = {
  quorate: {
    summary: 'bảng chọn, trợ giúp và việc của tôi',
    button: 'Bảng chọn',
    help: { parts: '', does: 'các lệnh kèm ví dụ', example: '' },
    duties: { parts: '', does: 'những việc đang chờ đồng chí ở các tập thể', example: '' },
    home: { parts: '', does: 'nội dung như thẻ Trang chủ', example: '' },
    away: { parts: '', does: 'báo thời gian vắng và người thay', example: '' },
    audit: {
      parts: 'họ tên (hoặc để trống)',
      does: 'những việc đã làm trong tập thể, hoặc của một trường hợp',
      example: '',
    },
    verify: { parts: '', does: 'kiểm tra lịch sử có nguyên vẹn', example: '' },
  },
  committee: {
    summary: 'thiết lập tập thể của kênh; thành viên, vai trò, quyền biểu quyết',
    button: 'Tập thể, thành viên',
    setup: { parts: '', does: 'thiết lập tập thể tại kênh này', example: '' },
    members: { parts: '', does: 'danh sách thành viên theo thứ tự', example: '' },
    settings: { parts: '', does: 'tên, ngôn ngữ, giờ làm việc, cách nhắc việc', example: '' },
  },
  plan: {
    summary: 'chức danh, số lượng, nhiệm kỳ; người trong quy hoạch; thời hạn giới thiệu; danh bạ nhân sự',
    button: 'Quy hoạch',
    list: { parts: '', does: 'các quy hoạch của tập thể', example: '' },
    new: { parts: '', does: 'lập quy hoạch', example: '' },
    people: { parts: '', does: 'danh bạ nhân sự: tìm, thêm, nhập danh sách', example: '' },
  },
  propose: {
    summary: 'giới thiệu nhân sự cho một chức danh',
    button: 'Giới thiệu nhân sự',
    line: {
      parts: 'họ tên; chức danh; lý do',
      does: 'giới thiệu bằng một dòng',
      example: 'Nguyễn Thị Mẫu; Phó Bí thư; hai nhiệm kỳ hoàn thành tốt nhiệm vụ',
    },
  },
  candidates: {
    summary: 'nhân sự được giới thiệu theo chức danh; hồ sơ, rút, đính chính, lấy ra dạng CSV hoặc văn bản',
    button: 'Danh sách nhân sự',
    list: { parts: '', does: 'nhân sự theo chức danh', example: '' },
  },
  review: {
    summary: 'chốt danh sách, lấy ý kiến, cho ý kiến, xem bản tổng hợp',
    button: 'Lấy ý kiến',
    open: { parts: '', does: 'mở đợt lấy ý kiến về danh sách, có thời hạn', example: '' },
    comment: { parts: '', does: 'cho ý kiến về nhân sự', example: '' },
    recuse: { parts: '', does: 'xin không tham gia với một nhân sự', example: '' },
    conflicts: { parts: '', does: 'xung đột lợi ích: tự khai báo, xem xét trường hợp được phát hiện', example: '' },
    progress: { parts: '', does: 'tình hình trả lời; nhập ý kiến thay', example: '' },
    close: { parts: '', does: 'đóng đợt lấy ý kiến trước thời hạn', example: '' },
    synthesis: { parts: '', does: 'bản tổng hợp ý kiến của đợt mới đóng', example: '' },
    list: { parts: '', does: 'các danh sách đã chốt, chốt danh sách mới', example: '' },
  },
  deadline: {
    summary: 'các thời hạn của tập thể: xem, dời, nhắc lại sau, hủy',
    button: 'Thời hạn',
    list: { parts: '', does: 'các thời hạn, số ngày làm việc còn lại, số đồng chí chưa trả lời', example: '' },
    move: { parts: 'số thứ tự; ngày mới', does: 'dời thời hạn có số thứ tự này', example: '1; 15/12 16:30' },
    snooze: { parts: '', does: 'nhắc lại sau về một thời hạn của đồng chí', example: '' },
    cancel: { parts: 'số thứ tự', does: 'hủy thời hạn có số thứ tự này', example: '1' },
    rules: { parts: '', does: 'quy tắc nhắc việc, và các lần nhắc của thời hạn gần nhất', example: '' },
  },
  conference: {
    summary: 'triệu tập hội nghị, mời dự, xem ai dự và dự kiến đủ số người',
    button: 'Hội nghị',
    schedule: { parts: 'tên hội nghị', does: 'triệu tập hội nghị và gửi giấy mời', example: 'Quy hoạch 2025–2030' },
    list: { parts: '', does: 'các hội nghị sắp tới', example: '' },
    change: {
      parts: '',
      does: 'đổi thời gian, địa điểm, nội dung, thành phần; báo lại cho người được mời',
      example: '',
    },
    cancel: { parts: '', does: 'hủy hội nghị; báo lại cho người được mời', example: '' },
    answers: { parts: '', does: 'ai dự, ai vắng; dự kiến đủ số người theo quy định', example: '' },
    record: { parts: '', does: 'nhập trả lời bằng giấy hoặc qua điện thoại', example: '' },
    calendar: { parts: '', does: 'địa chỉ lịch riêng của đồng chí', example: '' },
    run: {
      parts: '',
      does: 'điểm danh, khai mạc theo túc số, vào từng nội dung, ghi quyết nghị, bế mạc; ghi sau cũng được',
      example: '',
    },
    here: { parts: '', does: 'báo đồng chí đã có mặt tại phòng họp', example: '' },
  },
};
