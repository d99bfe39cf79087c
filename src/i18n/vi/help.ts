import type { help as en } from '../en/help.ts';
import type { SameTexts } from '../shape.ts';

export const help: SameTexts<typeof en> = {
  quorate: {
    summary: 'bảng chọn, trợ giúp và việc của tôi',
    button: 'Bảng chọn',
    help: { parts: '', does: 'các lệnh kèm ví dụ', example: '' },
    duties: { parts: '', does: 'những việc đang chờ đồng chí ở các tập thể', example: '' },
    home: { parts: '', does: 'nội dung như thẻ Trang chủ', example: '' },
  },
  committee: {
    summary: 'thiết lập tập thể của kênh; thành viên, vai trò, quyền biểu quyết',
    button: 'Tập thể, thành viên',
    setup: { parts: '', does: 'thiết lập tập thể tại kênh này', example: '' },
    members: { parts: '', does: 'danh sách thành viên theo thứ tự', example: '' },
    settings: { parts: '', does: 'tên, ngôn ngữ, giờ làm việc, cách nhắc việc', example: '' },
  },
};
