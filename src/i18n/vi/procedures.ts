import type { procedures as en } from '../en/procedures.ts';
import type { SameTexts } from '../shape.ts';

export const procedures: SameTexts<typeof en> = {
  summary: 'Các bước của quy hoạch',
  none: 'Chưa chọn quy trình cho quy hoạch này. Quy trình nêu bước nào do ai thực hiện, bỏ phiếu theo quy định nào, và đưa danh sách từ bước trước sang bước sau.',
  noneMember: 'Chưa chọn quy trình cho quy hoạch này. Việc này do thư ký thực hiện.',
  notOffered:
    'Bộ quy định của quy hoạch này không nêu các bước. Có thể lấy ý kiến và bỏ phiếu riêng từng việc bằng /review và /vote.',
  where: '**{{title}}**: bước {{number}} trên {{count}}.',
  allDone: '**{{title}}**: đã xong cả {{count}} bước.',
  stepTitle: 'Bước {{number}}. {{title}}',
  bodies: {
    'personnel-body': 'cơ quan tham mưu công tác cán bộ',
    leadership: 'tập thể lãnh đạo',
    'key-officials': 'cán bộ chủ chốt',
    'expanded-leadership': 'tập thể lãnh đạo mở rộng',
    committee: 'tập thể',
    members: 'thành viên',
    'confirming-body': 'cơ quan có thẩm quyền xác nhận',
  },
  states: {
    done: 'đã xong',
    running: 'đang bỏ phiếu',
    waiting: 'chưa có kết quả: bằng phiếu, còn lượt bỏ phiếu, hoặc không đủ túc số',
    failed: 'không thông qua; có thể làm lại',
    next: 'bước tiếp theo',
    later: 'chưa đến',
  },
  rule: 'Bỏ phiếu',
  quorum: 'Số người cần có mặt',
  needed: 'Để đạt',
  people: 'ít nhất {{count}} người',
  mostVotes: 'lấy người nhiều phiếu nhất',
  source: 'Các bước theo: {{source}}.',
  buttons: {
    vote: 'Chuẩn bị bỏ phiếu',
    enter: 'Nhập kết quả của bước',
    correct: 'Đính chính',
    propose: 'Giới thiệu nhân sự',
    review: 'Mở đợt lấy ý kiến',
    see: 'Xem lượt bỏ phiếu',
    standings: 'Kết quả của từng người',
    choose: 'Chọn quy trình',
  },
  entered: {
    line: 'Tiến hành ngày {{date}}; nhập lại theo kết quả nhận {{how}}{{number}}.',
    number: ', số {{reference}}',
    passed: 'Đã thông qua.',
    notPassed: 'Không thông qua.',
  },
  standings: {
    title: 'Kết quả của từng người',
    none: 'Chưa có bước nào có kết quả về từng người được công bố đến người xem.',
    step: 'bước {{number}}: {{verdict}}.',
    exception: 'Được đưa vào theo trường hợp ngoại lệ: {{reason}}',
    states: {
      'let-through': 'đạt, vào bước tiếp theo',
      waiting: 'chưa có kết quả',
      'not-let-through': 'không đạt',
    },
  },
  choose: {
    title: 'Quy trình quy hoạch',
    submit: 'Chọn',
    occasion: 'Dùng cho',
    option: '{{title}}: {{count}} bước',
    done: 'Đã chọn quy trình.',
  },
  form: {
    through: 'Có tên trên phiếu: những người đạt ở bước trước.',
    nobody: 'Không có ai trong danh sách đạt ở bước trước.',
    exceptions: 'Đưa thêm vào phiếu theo trường hợp ngoại lệ',
    exceptionsHint: 'Những người không đạt ở bước trước.',
    reason: 'Lý do của trường hợp ngoại lệ',
    reasonHint: 'Mọi người bỏ phiếu đều đọc được lý do này, và lý do được lưu cùng kết quả.',
  },
  vote: {
    title: 'Bỏ phiếu của bước này',
    asked_other:
      'Gửi đến {{count}} thành viên có quyền biểu quyết. Nếu thành phần khác bỏ phiếu thì nhập kết quả theo văn bản.',
    question: 'Thông qua kế hoạch và danh sách của “{{plan}}”?',
    position: 'Chỉ một chức danh',
  },
  enter: {
    title: 'Kết quả của một bước',
    date: 'Ngày tiến hành',
    reference: 'Số biên bản hoặc công văn',
    passed: 'Có thông qua không?',
    answers: { yes: 'Thông qua', no: 'Không thông qua' },
    letThrough: 'Những người đạt',
    letThroughHint: 'Ai không được chọn ở đây là không đạt.',
    note: 'Ghi chú',
    noteHint: 'Chủ trì và thư ký đọc được.',
    done: 'Đã nhập kết quả.',
  },
  refusals: {
    'procedure-unknown': 'Không tìm thấy quy trình này. Đề nghị mở lại quy hoạch bằng /plan.',
    'procedure-not-offered': 'Bộ quy định của quy hoạch này không có quy trình cho việc đó. Đề nghị chọn loại khác.',
    'procedure-runs-already':
      'Chưa thay đổi: quy trình của quy hoạch này đã bắt đầu. Có thể chọn quy trình khác khi đã xong tất cả các bước.',
    'procedure-step-not-next':
      'Các bước đi theo thứ tự, mà bước {{number}} chưa xong. Đề nghị tiến hành bước đó trước, hoặc nhập kết quả của bước đó.',
    'procedure-step-no-vote': 'Bước này không bỏ phiếu. Đề nghị nhập kết quả của bước.',
    'procedure-no-list':
      'Chưa có danh sách nào của quy hoạch này mà người thực hiện được đưa ra. Danh sách được chốt bằng /review; nếu có liên quan đến người trong danh sách thì chủ trì thực hiện.',
    'procedure-step-voted-here': 'Chưa lưu: bước này đã bỏ phiếu tại đây, kết quả được tính từ lượt bỏ phiếu đó.',
    'procedure-nobody-stands':
      'Phiếu không có tên ai: không có ai trong danh sách này đạt ở bước trước. Đề nghị chọn trường hợp ngoại lệ và ghi lý do.',
    'procedure-reason-too-long': 'Lý do dài hơn {{max}} ký tự. Đề nghị viết gọn lại.',
    'procedure-held-later': 'Đề nghị ghi ngày không muộn hơn hôm nay, {{today}}.',
    'procedure-outcome-missing': 'Đề nghị cho biết có thông qua hay không.',
  },
};
