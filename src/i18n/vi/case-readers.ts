import type { caseReaders as en } from '../en/case-readers.ts';
import type { SameTexts } from '../shape.ts';

export const caseReaders: SameTexts<typeof en> = {
  summary: 'Ai được xem một trường hợp',
  button: 'Ai được xem trường hợp này',
  title: 'Ai được xem trường hợp này ngày {{date}}',
  whose: 'Trường hợp: **{{name}}**',
  readers: 'Được xem',
  others: 'Không được xem',
  rights: 'Quyền theo vai trò',
  since: 'từ {{at}}',
  until: 'đến {{at}}',
  because: {
    own: 'không ai được xem trường hợp của chính mình',
    recused: 'không tham gia xem xét trường hợp này, theo tự khai',
    'recused-recorded': 'không tham gia xem xét trường hợp này, do thư ký hoặc chủ trì ghi nhận',
    role: 'vai trò này không xem các trường hợp',
  },
  besides:
    'Ai được hỏi trong một cuộc bỏ phiếu, được mời họp hoặc trả lời thay cấp có thẩm quyền thì có trong hồ sơ của việc đó. Quản trị viên không gian làm việc không vì thế mà xem được; người vận hành máy chủ có thể đọc cơ sở dữ liệu.',
  more_other: 'Còn {{count}} người nữa không hiện ở đây.',
  buttonDay: 'Xem ngày khác',
  form: { title: 'Ai được xem trường hợp', submit: 'Xem', on: 'Ngày' },
};
