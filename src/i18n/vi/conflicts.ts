import type { conflicts as en } from '../en/conflicts.ts';
import type { SameTexts } from '../shape.ts';

export const conflicts: SameTexts<typeof en> = {
  title: 'Xung đột lợi ích',
  summary: 'Xung đột lợi ích trong tập thể',
  kinds: {
    relative: 'có quan hệ gia đình',
    superior: 'cấp trên, cấp dưới trực tiếp',
    'same-unit': 'cùng đơn vị',
    business: 'có quan hệ kinh tế, tài chính',
    proposer: 'là người giới thiệu',
    self: 'chính là nhân sự',
    other: 'lý do khác',
  },
  none: 'Chưa phát hiện trường hợp nào, chưa có ai không tham gia.',
  note: 'Chỉ người xem xét mới thấy nội dung này. Người không tham gia không thấy trường hợp đó ở bất kỳ đâu và không được hệ thống báo; đề nghị đồng chí trao đổi trực tiếp nếu phù hợp.',
  possible: 'Có thể: {{kind}}',
  recusals: 'Không tham gia',
  relations: 'Đã khai báo trước',
  relation: '{{person}} khai báo “{{name}}” ({{kind}}). Được đối chiếu với mọi nhân sự được giới thiệu.',
  pair: '{{person}} đối với trường hợp {{nominee}}',
  declared: 'tự khai báo',
  pinned: 'phát hiện và đã xem xét',
  enteredVia: 'nhập thay, {{via}}',
  ledBy: '{{name}} chủ trì thay',
  ledByNobody: 'chưa có người chủ trì thay: đề nghị giao vai trò phó chủ trì bằng /committee',
  reason: 'Lý do',
  pin: {
    button: 'Cho không tham gia',
    title: 'Cho không tham gia?',
    text: 'Từ thời điểm này {{person}} không thấy trường hợp {{nominee}} ở bất kỳ đâu. Sau này có thể cho tham gia trở lại, kèm lý do.',
    done: 'Đã ghi nhận. Từ nay trường hợp này không mở cho đồng chí đó.',
  },
  dismiss: {
    button: 'Không xung đột',
    allButton: 'Không xung đột với cả {{count}}',
    title: 'Không có xung đột lợi ích',
    one: '{{person}} tiếp tục tham gia đối với trường hợp {{nominee}}, mặc dù: {{kind}}.',
    all_other: '{{count}} trường hợp tiếp tục tham gia, mặc dù: {{kind}}.',
    submit: 'Không xung đột',
    done_other: 'Đã lưu kèm lý do: {{count}} trường hợp không có xung đột.',
  },
  lift: {
    button: 'Cho tham gia lại',
    title: 'Cho tham gia trở lại',
    text: 'Từ thời điểm này {{person}} lại thấy trường hợp {{nominee}}. Số liệu đã tính trong thời gian đó giữ nguyên.',
    submit: 'Cho tham gia lại',
    done: 'Đã ghi nhận. Trường hợp này đã mở lại cho đồng chí đó.',
  },
  declare: {
    button: 'Khai báo có liên quan',
    title: 'Xung đột lợi ích',
    submit: 'Xin không tham gia',
    intro:
      'Nếu có liên quan đến người có thể được giới thiệu, đề nghị đồng chí khai báo tại đây, bất kỳ lúc nào. Từ thời điểm đó đồng chí không thấy nội dung nào về trường hợp ấy: danh sách, số liệu, nhắc việc, biên bản.',
    who: 'Người có liên quan, chọn trong danh bạ',
    name: 'Hoặc ghi họ tên',
    nameHint: 'Khi danh bạ chưa có người này.',
    kind: 'Lý do',
    done: 'Đã ghi nhận. Nếu có trường hợp của người này, hiện nay hoặc sau này, nội dung sẽ không mở cho đồng chí.',
  },
  enter: {
    button: 'Nhập thay',
    title: 'Nhập việc không tham gia',
    intro: 'Nội dung thành viên đã khai báo bằng giấy, qua điện thoại hoặc trực tiếp.',
    member: 'Thành viên',
    done: 'Đã ghi nhận. Nếu có trường hợp của người này, hiện nay hoặc sau này, nội dung sẽ không mở cho thành viên đó.',
  },
  card: {
    possible_other:
      'Trước khi mở danh sách: với **{{count}}** nhân sự, có thể có lý do để đồng chí không tham gia ({{kinds}}). Họ tên xem sau nút “Tôi xin không tham gia”.',
    maybe: 'Có thể: {{kinds}}',
    noted: 'Đồng chí **{{name}}** không tham gia đối với một trường hợp. Trường hợp nào xem sau nút dưới đây.',
    led: 'Đây là đồng chí chủ trì; đồng chí {{name}} chủ trì thay trường hợp này.',
    leaderNeeded:
      'Đây là đồng chí chủ trì và chưa có người chủ trì thay. Đề nghị đồng chí giao vai trò phó chủ trì bằng /committee.',
    open: 'Mở mục xung đột lợi ích',
    handedSummary: 'Có trường hợp giao đồng chí chủ trì',
    handed:
      'Đồng chí chủ trì của **{{name}}** không tham gia đối với một trường hợp. Kính đề nghị đồng chí chủ trì thay và nhận phần tổng hợp ý kiến của trường hợp này.',
    handedNote: 'Đề nghị không trao đổi về trường hợp này với đồng chí chủ trì.',
    which: 'Xem trường hợp nào',
    youLead: 'Đồng chí chủ trì thay đối với:',
    noneLed: 'Hiện không có trường hợp nào giao đồng chí chủ trì thay.',
    synthesisPart: 'Chỉ gồm phần giao đồng chí chủ trì thay.',
  },
  lead: {
    title: 'Nhận chủ trì thay một trường hợp',
    button: 'Tôi nhận chủ trì',
    duty: 'Kính đề nghị đồng chí xác nhận nhận chủ trì thay đối với một trường hợp',
    done: 'Đã ghi nhận, cảm ơn đồng chí. Thư ký thấy đồng chí đã nhận chủ trì trường hợp này.',
    taken: 'Đồng chí đã nhận chủ trì trường hợp này. Cảm ơn đồng chí.',
    waiting: 'chưa xác nhận',
    enter: 'Ghi nhận đã nhận',
    entered: 'Đã ghi nhận: phó chủ trì nhận trường hợp này, không nhắc nữa.',
  },
  refusals: {
    'lead-unknown':
      'Đồng chí không chủ trì thay trường hợp này, hoặc nay không còn. Ở đây không còn việc gì cần đồng chí làm.',
    'lead-taken': 'Việc này đã được ghi nhận. Không cần làm gì thêm.',
    'conflict-settled':
      'Trường hợp này đã được xem xét hoặc không còn nữa. Gõ /review xung đột lợi ích để xem những trường hợp còn lại.',
    'conflict-own':
      'Không ai tự xem xét xung đột lợi ích của chính mình. Kính đề nghị đồng chí chủ trì hoặc một thư ký khác xem xét.',
    'conflict-reason-needed': 'Đề nghị ghi lý do; lý do được lưu lại.',
    'conflict-reason-too-long': 'Lý do dài quá {{max}} ký tự. Đề nghị rút gọn.',
    'conflict-name-needed': 'Đề nghị chọn người trong danh bạ hoặc ghi họ tên.',
    'conflict-name-too-long': 'Họ tên dài quá {{max}} ký tự. Đề nghị rút gọn.',
    'conflict-not-member': 'Người này không còn thuộc tập thể. Đề nghị đồng chí chọn lại.',
    'recusal-unknown':
      'Việc không tham gia này không còn hiệu lực. Gõ /review xung đột lợi ích để xem những trường hợp còn hiệu lực.',
  },
};
