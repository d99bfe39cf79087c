import type { caseReaders as en } from '../en/case-readers.ts';
import type { SameTexts } from '../shape.ts';

export const caseReaders: SameTexts<typeof en> = {
  summary: 'Ai được xem một trường hợp',
  button: 'Ai được xem trường hợp này',
  title: 'Ai được xem trường hợp này ngày {{date}}',
  whose: 'Trường hợp: **{{name}}**',
  readers: 'Được xem',
  besidesRole: 'Được xem không do vai trò',
  ways: {
    answer: 'trả lời tờ trình số {{number}} thay {{name}}',
    link: 'người có địa chỉ trả lời một lần gửi {{name}}, tờ trình số {{number}}',
    'own-unit-link': 'người có địa chỉ trả lời một lần gửi {{name}}, đơn vị đang công tác',
    'unit-above': 'thư ký, chủ trì và phó chủ trì của {{name}}, nơi nhận danh sách',
    vote: 'được hỏi hoặc theo dõi được cuộc bỏ phiếu về trường hợp này',
    'vote-key': 'giữ mã hòm phiếu kín của cuộc bỏ phiếu về trường hợp này',
    'review-key': 'giữ mã hòm phiếu của đợt lấy ý kiến kín về trường hợp này',
    outside: 'phụ trách việc giới thiệu tham gia {{name}}',
  },
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
    'Ai được mời họp thì có trong hồ sơ cuộc họp. Quản trị viên không gian làm việc không vì thế mà xem được; người vận hành máy chủ có thể đọc cơ sở dữ liệu.',
  more_other: 'Còn {{count}} người nữa không hiện ở đây.',
  buttonDay: 'Xem ngày khác',
  form: { title: 'Ai được xem trường hợp', submit: 'Xem', on: 'Ngày' },
};
