import type { quorate as en } from '../en/quorate.ts';
import type { SameTexts } from '../shape.ts';

export const quorate: SameTexts<typeof en> = {
  about: 'Giúp tập thể làm việc trọn quy trình: giới thiệu nhân sự, lấy ý kiến, hội nghị, nhắc việc.',
  menu: {
    title: 'Quorate',
    intro: 'Đồng chí muốn làm việc gì? Mỗi nút mở một biểu mẫu hoặc danh sách chỉ riêng đồng chí nhìn thấy.',
    typed: 'Cũng có thể gõ lệnh: /quorate trợ giúp liệt kê các lệnh kèm ví dụ.',
    duties: 'Việc của tôi',
    help: 'Trợ giúp',
  },
  help: {
    title: 'Cách dùng Quorate',
    intro: 'Gõ riêng tên lệnh để mở biểu mẫu hoặc bảng chọn. Gõ thêm nội dung phía sau để thực hiện ngay.',
    also: 'Có thể gõ /quorate kèm tên lệnh, hoặc nhắn tin trực tiếp cho Quorate. Các phần cách nhau bằng dấu chấm phẩy.',
  },
  duties: {
    title: 'Việc của tôi',
    none: 'Hiện chưa có việc nào chờ đồng chí.',
  },
  home: {
    title: 'Quorate',
    committees: 'Tập thể của tôi',
    more: 'Những việc có thể làm',
    open: 'Mở',
  },
};
