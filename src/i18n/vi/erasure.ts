import type { erasure as en } from '../en/erasure.ts';
import type { SameTexts } from '../shape.ts';

export const erasure: SameTexts<typeof en> = {
  title: 'Đề nghị xóa dữ liệu',
  placeholder: '(đã xóa tên)',
  buttonAsk: 'Đề nghị xóa',
  askSure:
    'Thư ký hoặc chủ trì quyết định; nếu không thực hiện được, đồng chí sẽ được báo. Việc đang tiến hành phải kết thúc trước. Đồng chí đề nghị xóa?',
  askYes: 'Đề nghị',
  asked:
    'Đã ghi nhận đề nghị của đồng chí. Thư ký hoặc chủ trì quyết định; nếu không chấp thuận, lý do sẽ được báo tại đây.',
  askedBefore: 'Đề nghị của đồng chí đã được ghi nhận và đang chờ quyết định.',
  askedCard:
    '**{{committee}}**: có người đề nghị xóa dữ liệu đang lưu về mình. Kính đề nghị đồng chí xem và quyết định.',
  buttonLook: 'Xem đề nghị',
  settledCard: 'Đề nghị xóa dữ liệu này đã được quyết định.',
  refusedCard: 'Đề nghị xóa dữ liệu của đồng chí không được chấp thuận. Lý do:',
  askedAt: 'đề nghị lúc {{at}}',
  recordedAt: 'ghi nhận lúc {{at}} thay người đề nghị',
  record: {
    title: 'Đề nghị xóa dữ liệu',
    what: 'Dành cho người đề nghị xóa dữ liệu về mình mà không qua kênh trao đổi này. Đồng chí xem nội dung bị xóa và nội dung giữ lại trước khi thực hiện.',
    submit: 'Ghi nhận và xem',
  },
  notNow: 'Hiện chưa thực hiện được. Những việc phải kết thúc trước hoặc phải lưu:',
  obstacles: {
    memberships: '{{committee}}: người này chưa thôi tham gia.',
    nominations: '{{committee}}: người này đang có trong danh sách hoặc chờ sơ tuyển.',
    entries: '{{committee}}: người này đang trong quy hoạch đã phê duyệt, phải lưu khi còn trong quy hoạch.',
    reviews: '{{committee}}: người này đang được lấy ý kiến trong đợt chưa đóng.',
    leads: '{{committee}}: trường hợp này đang do người khác chủ trì thay.',
    ballots: '{{committee}}: người này có quyền biểu quyết trong cuộc chưa đóng.',
    candidates: '{{committee}}: người này là nhân sự trong cuộc bỏ phiếu chưa đóng.',
    tellers: '{{committee}}: người này kiểm phiếu trong cuộc chưa đóng.',
    sealed: '{{committee}}: người này có phiếu hoặc giữ mã trong cuộc niêm phong chưa mở.',
    conferences: '{{committee}}: người này được triệu tập dự hội nghị sắp tới.',
    sitting: '{{committee}}: người này đang dự hội nghị.',
    polls: '{{committee}}: người này đã trả lời đợt hỏi ngày họp đang mở.',
    movements: '{{committee}}: việc điều động người này đang thực hiện hoặc chưa quyết định.',
    'kept-by-rule':
      '{{committee}}: dữ liệu về người được giới thiệu lưu đến hết nhiệm kỳ (RFC 8713). Đề nghị đóng quy hoạch trước.',
    postponed: '{{committee}}: đã tạm giữ dữ liệu kèm lý do, đến ngày chưa tới.',
    elsewhere: 'Có việc chưa kết thúc ở tập thể mà đồng chí không tham gia.',
  },
  whatGoes: 'Nội dung bị xóa:',
  goes: {
    entry: 'mục trong danh bạ nhân sự, các bản trước và kỷ luật; thay bằng “(đã xóa tên)”',
    account: 'liên kết với tài khoản trao đổi, địa chỉ lịch',
    said: 'nội dung đã viết về người này: lý do, ý kiến, giải trình, ghi chú; kết quả kiểm tra điều kiện; tên trong danh sách đã chốt và phiếu',
    texts: 'họ tên trong mọi nội dung khác đã viết ở đây: biên bản, chương trình, nhiệm vụ, lý do',
  },
  sharesName:
    'Trong danh bạ nhân sự có người trùng họ tên. Với nội dung đã viết, không thể biết là ai nên giữ nguyên; đề nghị đồng chí tự rà soát.',
  whatStays: 'Nội dung giữ lại, không kèm tên, và lý do:',
  stays: {
    counts: 'số liệu, kết quả, kết luận, điều kiện họp: đã có hiệu lực và phải kiểm tra lại được',
    acts: 'việc từng có một vị trí, kèm ngày và vai trò: số thành viên dựa vào đó',
    papers: 'phiếu công khai và mức ý kiến: kết quả là tổng của chúng',
    history: 'lịch sử: không có tên, và mỗi mục liên kết với mục trước',
  },
  outside:
    'Tệp đã lấy ra, giấy tờ và bản sao lưu không nằm trong phạm vi này: đề nghị đồng chí tự xử lý. Thẻ trên kênh trao đổi được vẽ lại nếu có thể.',
  sure: 'Việc này không thể hoàn tác. Xóa dữ liệu đang lưu về người này?',
  buttonErase: 'Xóa',
  buttonRefuse: 'Không chấp thuận',
  done_other: 'Đã xóa. Họ tên có trong {{count}} nội dung khác và đã được thay. Đề nghị đồng chí báo cho người đó.',
  refuse: {
    title: 'Không chấp thuận',
    what: 'Người đề nghị được báo lý do nếu liên hệ được. Đề nghị nêu quy định hoặc nhu cầu phải lưu, và lưu đến khi nào.',
    reason: 'Lý do',
    submit: 'Không chấp thuận',
    done: 'Đã ghi nhận không chấp thuận, kèm lý do.',
  },
  refusals: {
    'erasure-unknown': 'Không có đề nghị này, hoặc đồng chí không được xem.',
    'erasure-of-oneself': 'Đây là đề nghị của chính đồng chí. Người khác có thẩm quyền phải quyết định.',
    'erasure-decided': 'Đề nghị này đã được quyết định.',
    'erasure-obstructed':
      'Chưa xóa gì: còn việc chưa kết thúc hoặc phải lưu ({{count}}). Đề nghị mở lại để xem cụ thể.',
    'erasure-reason-missing': 'Đề nghị ghi lý do: người đề nghị sẽ đọc.',
    'erasure-reason-too-long': 'Nội dung dài quá {{max}} ký tự. Đề nghị rút gọn.',
  },
};
