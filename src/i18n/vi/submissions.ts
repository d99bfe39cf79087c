import type { submissions as en } from '../en/submissions.ts';
import type { SameTexts } from '../shape.ts';

export const submissions: SameTexts<typeof en> = {
  title: 'Tờ trình số {{number}}: {{plan}}',
  summary: 'Tờ trình phê duyệt quy hoạch',
  listed: 'Ý kiến của cấp có thẩm quyền',
  erased: '(đã xóa tên)',
  states: {
    draft: 'đang chuẩn bị',
    sent: 'đang chờ cấp có thẩm quyền',
    settled: 'đã có quyết định',
    withdrawn: 'đã rút',
  },
  answers: {
    waiting: 'chưa có ý kiến',
    approved: 'phê duyệt',
    'not-approved': 'không phê duyệt',
    returned: 'trả lại, đề nghị làm rõ',
  },
  choices: { approved: 'Phê duyệt', 'not-approved': 'Không phê duyệt', returned: 'Trả lại, đề nghị làm rõ' },
  seat: '**{{position}}**: {{name}}',
  from: {
    here: '{{unit}} gửi qua hệ thống',
    numbered: '{{unit}}, tờ trình số {{number}}',
    letter: '{{unit}}, công văn số {{number}} ngày {{date}}',
  },
  word: '“{{word}}”',
  replied: 'Giải trình: “{{reply}}”',
  standing:
    '{{total}} nhân sự: {{approved}} được phê duyệt, {{notApproved}} không được phê duyệt, {{returned}} trả lại, {{waiting}} chưa có ý kiến.',
  sentBack: {
    toStep: 'đã chuyển lại bước {{number}} của quy trình',
    toCommittee: 'đã chuyển lại để xem xét',
    count_other: '{{count}} người đã chuyển lại.',
  },
  seats: 'Nhân sự trình phê duyệt',
  decision: 'số {{number}}, ngày {{date}}',
  howAnswered:
    'Cấp có thẩm quyền cho ý kiến ngay tại đây, qua địa chỉ không cần tài khoản, hoặc bằng văn bản do đồng chí nhập. Chưa có gì được đưa vào quy hoạch trước khi đồng chí nhập quyết định.',
  howAnsweredUnits:
    'Cấp có thẩm quyền cho ý kiến ngay tại đây, qua địa chỉ không cần tài khoản, hoặc bằng văn bản do đồng chí nhập. Nội dung cần làm rõ được chuyển ngay về đơn vị; kết quả phê duyệt được chuyển khi đồng chí nhập quyết định.',
  passedOn: {
    in: 'trong tờ trình số {{number}} của {{to}}',
    how: 'Đã được trình chung trong tờ trình số {{number}} của {{to}}: cấp có thẩm quyền cho ý kiến tại đó, kết quả được chuyển về đây. Nội dung cần làm rõ, đồng chí giải trình tại đây.',
  },
  tell: {
    title: 'Đơn vị chưa dùng hệ thống, đề nghị đồng chí thông báo',
    line_other: '{{name}}: kết quả về {{count}} nhân sự',
    heading: 'Gửi {{name}}',
    decided: '{{to}} có quyết định số {{number}} ngày {{date}}:',
    asked: '{{to}} đề nghị làm rõ các nội dung sau. Đề nghị đơn vị trả lời:',
    how: 'Đề nghị chép nội dung này vào công văn, sau đó ghi nhận tại đây là đã thông báo.',
  },
  facts: {
    passedOn: 'Trình chung',
    to: 'Kính trình',
    state: 'Tình trạng',
    letter: 'Số tờ trình',
    answerer: 'Người cho ý kiến',
    until: 'Đề nghị cho ý kiến trước',
    decision: 'Quyết định',
  },
  papers: {
    title: 'Hồ sơ kèm theo',
    list: 'Danh sách nhân sự, bản {{version}}',
    review: 'Bản tổng hợp ý kiến, bản {{version}}',
    vote: 'Kết quả bỏ phiếu về danh sách',
    dossiers: 'Hồ sơ của từng nhân sự',
    number: 'số {{number}}',
    dated: 'ngày {{date}}',
    hash: 'mã kiểm tra {{hash}}',
    more_other: 'và {{count}} văn bản nữa',
  },
  missing: {
    title: 'Còn thiếu trước khi trình',
    'review-open': 'Đang lấy ý kiến về quy hoạch này. Đề nghị chờ hết hạn hoặc kết thúc bằng /review đóng.',
    'vote-open': 'Đang bỏ phiếu về danh sách này. Đề nghị chờ kết thúc hoặc kết thúc trong /vote.',
    withdrawn:
      'Không còn trong danh sách: {{names}}. Đề nghị chốt lại danh sách bằng /review danh sách, rồi chuẩn bị tờ trình mới.',
    dossiers_other: 'Hồ sơ của {{count}} nhân sự chưa đủ. Đề nghị mở “Hồ sơ” để bổ sung.',
    dossiersUnsure_other:
      'Hồ sơ của {{count}} nhân sự chưa đủ theo danh mục thường dùng. Danh mục này chưa được xác nhận, nên đồng chí vẫn gửi được.',
    dossier: '{{name}}: {{papers}}',
    dossiersMore_other: 'và {{count}} nhân sự nữa',
    'units-changed':
      'Sau khi chuẩn bị, đã có đơn vị gửi danh sách hoặc có nội dung được xử lý. Đề nghị chuẩn bị lại từ đợt tổng hợp.',
    'units-gone':
      'Đơn vị đã rút, hoặc đã có trong tờ trình khác: {{names}}. Đề nghị đơn vị gửi lại, rồi chuẩn bị lại tờ trình.',
    'list-changed': 'Đã có danh sách bản {{number}} mới hơn. Đề nghị chuẩn bị tờ trình theo bản đó.',
  },
  menu: {
    title: 'Trình phê duyệt',
    none: 'Chưa có tờ trình nào. Khi danh sách đã chốt, đề nghị chuẩn bị tờ trình gửi cấp có thẩm quyền.',
    noneYet: 'Chưa có tờ trình nào.',
    line: '**{{title}}**, kính trình {{to}}: {{state}}',
  },
  buttons: {
    menu: 'Trình phê duyệt',
    prepare: 'Chuẩn bị tờ trình',
    open: 'Mở',
    paper: 'Thêm văn bản',
    send: 'Gửi tờ trình',
    withdraw: 'Rút tờ trình',
    link: 'Địa chỉ không cần tài khoản',
    record: 'Nhập văn bản trả lời',
    reply: 'Giải trình',
    sendBack: 'Chuyển lại',
    settle: 'Nhập quyết định',
    notices: 'Thông báo kết quả',
    tell: 'Nội dung thông báo',
    told: 'Đã thông báo',
    read: 'Xem và cho ý kiến',
    answer: 'Cho ý kiến',
    change: 'Sửa ý kiến',
    rest_other: 'Phê duyệt {{count}} nhân sự còn lại',
    restYes: 'Phê duyệt',
  },
  form: {
    title: 'Tờ trình',
    list: 'Danh sách',
    listOption: '{{plan}}, bản {{number}} ({{count}} nhân sự)',
    authority: 'Kính trình',
    authorityHint: 'Tên cấp có thẩm quyền phê duyệt, như ghi trên tờ trình.',
    answerer: 'Người cho ý kiến tại đây',
    answererHint:
      'Một người trong danh bạ có tài khoản. Để trống nếu cấp có thẩm quyền trả lời qua địa chỉ hoặc bằng văn bản.',
    letter: 'Số tờ trình',
    date: 'Đề nghị cho ý kiến trước ngày',
    dateHint: 'Bên đang phải trả lời được nhắc trước ngày này.',
    noList: 'Chưa có danh sách đã chốt để trình. Đề nghị chốt danh sách bằng /review danh sách trước.',
  },
  paperForm: {
    title: 'Văn bản kèm theo',
    what: 'Tên văn bản',
    whatHint: 'Ví dụ: biên bản hội nghị, kết luận về tiêu chuẩn chính trị.',
    number: 'Số',
    dated: 'Ngày',
  },
  seatForm: {
    title: 'Ý kiến của đồng chí',
    answer: 'Ý kiến',
    word: 'Lý do hoặc nội dung cần làm rõ',
    wordHint: 'Cần ghi khi không phê duyệt hoặc trả lại. Thư ký đọc nội dung này.',
  },
  recordForm: {
    title: 'Trả lời bằng văn bản',
    intro_other: 'Đã trình {{count}} nhân sự. Tất cả coi là được phê duyệt, trừ nhân sự chọn dưới đây.',
    number: 'Số quyết định',
    dated: 'Ngày quyết định',
    notApproved: 'Không được phê duyệt',
    returned: 'Trả lại, đề nghị làm rõ',
    word: 'Lý do hoặc nội dung cần làm rõ',
    wordHint: 'Cần ghi khi đã chọn nhân sự ở trên.',
  },
  replyForm: { title: 'Giải trình', reply: 'Nội dung giải trình' },
  sendBackForm: {
    title: 'Chuyển lại một nhân sự',
    step: 'Chuyển về bước',
    stepHint: 'Bước này và các bước sau làm lại đối với riêng người này.',
    effectSteps:
      'Phần còn lại của tờ trình vẫn có thể nhập quyết định. Khi các bước đã làm lại xong, đưa người này vào một tờ trình khác.',
    effectUnits: 'Phần còn lại vẫn được quyết định. Đơn vị đề nghị nhân sự này xem xét lại rồi gửi lại.',
    effect:
      'Phần còn lại của tờ trình vẫn có thể nhập quyết định. Người này vẫn ở trong danh sách; sau khi xem xét lại, đưa vào một tờ trình khác.',
  },
  settleForm: {
    title: 'Nhập quyết định',
    effect:
      '**{{approved}}** nhân sự được đưa vào “{{plan}}” từ ngày quyết định; **{{notApproved}}** nhân sự ra khỏi danh sách vì không được phê duyệt. Việc này thực hiện một lần và được lưu lại.',
    effectUnits:
      '**{{approved}}** nhân sự được phê duyệt, **{{notApproved}}** không được phê duyệt. Kết quả được chuyển về từng đơn vị: đơn vị dùng hệ thống nhận trong tờ trình của mình, kèm số và ngày quyết định; các đơn vị khác do đồng chí thông báo. Việc này thực hiện một lần và được lưu lại.',
  },
  toldForm: {
    title: 'Đã thông báo cho đơn vị',
    intro_other:
      'Đã thông báo cho **{{name}}** kết quả về **{{count}}** nhân sự. Hệ thống ghi rõ đồng chí là người ghi nhận.',
    letter: 'Số công văn',
  },
  withdraw: {
    title: 'Rút tờ trình?',
    text: 'Cấp có thẩm quyền không cho ý kiến được nữa. Ý kiến đã cho vẫn được lưu.',
  },
  withdrawn: 'Đã rút tờ trình. Đề nghị chuẩn bị tờ trình mới khi hồ sơ sẵn sàng.',
  sent: {
    chat: 'Đã gửi. Đồng chí {{name}} nhận được sau một phút; trước đó có thể bấm “Hoàn tác”.',
    elsewhere:
      'Đã ghi nhận trình {{to}}. Trong một phút có thể bấm “Hoàn tác”; sau đó đề nghị lập địa chỉ trả lời hoặc nhập văn bản.',
  },
  said: {
    restEntered: 'Đã nhập. Nhân sự được phê duyệt đã có trong quy hoạch; những gì đã quyết định trước giữ nguyên.',
    undone: 'Đã hoàn tác: tờ trình trở lại trạng thái đang chuẩn bị.',
    recorded:
      'Đã nhập văn bản trả lời. Đề nghị kiểm tra dưới đây; chưa có gì được đưa vào quy hoạch trước khi bấm “Nhập quyết định”.',
    replied: 'Giải trình đã ghi cạnh tên nhân sự, đang chờ cấp có thẩm quyền.',
    sentBack: 'Nhân sự đã được chuyển lại; phần còn lại vẫn có thể nhập quyết định.',
    settledUnits: 'Đã nhập quyết định. Các đơn vị đã nhận kết quả; đơn vị cần đồng chí thông báo ghi dưới đây.',
    told: 'Đã ghi nhận việc thông báo cho đơn vị.',
    settled: 'Đã nhập quyết định. Nhân sự được phê duyệt đã có trong quy hoạch.',
    leftOut: 'Được phê duyệt nhưng đã rút tên sau khi trình, nên không đưa vào quy hoạch: {{names}}.',
  },
  link: {
    summary: 'Địa chỉ trả lời không cần tài khoản',
    made: 'Với địa chỉ này, cấp có thẩm quyền đọc hồ sơ và trả lời một lần, đến hết {{until}}. Địa chỉ lập trước không còn dùng được.',
    once: 'Địa chỉ chỉ hiện lần này. Đề nghị đồng chí tự gửi cho cấp có thẩm quyền; ai có địa chỉ đều trả lời được.',
    noAddress:
      'Bot chưa có địa chỉ công khai nên không trả lời được khi không có tài khoản. Đề nghị để cấp có thẩm quyền cho ý kiến tại đây, hoặc nhập văn bản trả lời.',
  },
  asked: {
    summary: 'Có tờ trình đề nghị đồng chí cho ý kiến',
    text: '**{{committee}}** kính trình danh sách nhân sự quy hoạch **{{plan}}**.',
    textUnits: '**{{committee}}** kính trình danh sách nhân sự do các đơn vị đề nghị: **{{plan}}**.',
    passedOn:
      'Đơn vị cấp trên đã trình chung. Cấp có thẩm quyền cho ý kiến tại đó; đồng chí không cần cho ý kiến ở đây.',
    changeable: 'Đồng chí có thể sửa ý kiến cho đến khi thư ký nhập quyết định.',
    draft: 'Tờ trình đã được rút.',
    settled: 'Quyết định đã được nhập. Cảm ơn đồng chí.',
    withdrawn: 'Tờ trình đã được rút. Đồng chí không cần cho ý kiến nữa.',
  },
  rest: {
    title: 'Phê duyệt các nhân sự còn lại?',
    text_other: '{{count}} nhân sự chưa có ý kiến được phê duyệt.',
  },
  answered: {
    summary: 'Tờ trình đã có đủ ý kiến',
    text: '**{{title}}** đã có ý kiến về từng nhân sự. Đề nghị xem lại rồi nhập quyết định.',
  },
  question: {
    summary: 'Có nội dung cần làm rõ về tờ trình',
    text_other:
      '**{{title}}**: cấp có thẩm quyền đề nghị làm rõ về **{{count}}** nhân sự. Kính đề nghị đồng chí giải trình tại đó.',
    done: 'Không còn nội dung cần làm rõ. Cảm ơn đồng chí.',
  },
  left: {
    summary: 'Tờ trình còn nhân sự chờ đồng chí nhập ý kiến',
    text_other:
      '**{{title}}** còn **{{count}}** nhân sự chưa có ý kiến. Kính đề nghị đồng chí nhập theo văn bản của cấp có thẩm quyền hoặc gửi địa chỉ để cấp có thẩm quyền trả lời. Việc này giao đồng chí vì không phải ai cũng xem xét trường hợp này.',
    done: 'Không còn nhân sự nào chờ ý kiến. Xin cảm ơn.',
    how: 'Quyết định đã được nhập. Ý kiến nhập từ bây giờ có hiệu lực ngay, theo quyết định đó, trừ khi văn bản có số riêng.',
  },
  duty: {
    rest_other:
      'Tờ trình số {{number}} còn {{count}} nhân sự chưa có ý kiến: đề nghị nhập theo văn bản của cấp có thẩm quyền',
    tell_other: '{{count}} đơn vị của tờ trình số {{number}} cần được thông báo kết quả',
    answer_other: '{{count}} nhân sự của {{plan}} chờ đồng chí cho ý kiến',
    reply_other: '{{count}} nhân sự của tờ trình số {{number}} được trả lại, đề nghị giải trình',
    settle: 'Tờ trình số {{number}} ({{plan}}) đã có đủ ý kiến: đề nghị nhập quyết định',
  },
  page: {
    intro: '{{committee}} kính trình {{to}} xem xét, phê duyệt. Đề nghị cho ý kiến về từng nhân sự.',
    decision: 'Quyết định (khi đã ký)',
  },
  refusals: {
    'submission-unknown': 'Đồng chí không xem được tờ trình này.',
    'submission-not-draft': 'Tờ trình này đã gửi. Đề nghị gõ /plan trình để xem tình trạng.',
    'submission-not-sent': 'Tờ trình này hiện không ở cấp có thẩm quyền nên không cho ý kiến được.',
    'submission-decided': 'Một số nhân sự trong tờ trình này đã được quyết định nên không thu hồi được.',
    'submission-not-yours': 'Chỉ người cho ý kiến thay mặt cấp có thẩm quyền làm được việc này.',
    'submission-incomplete': 'Hồ sơ còn thiếu nên chưa gửi được. Đề nghị mở tờ trình để xem còn thiếu gì.',
    'submission-too-long': 'Nội dung dài quá {{max}} ký tự. Đề nghị rút gọn.',
    'plan-submitted':
      'Tờ trình số {{number}} của quy hoạch này đang ở cấp có thẩm quyền. Đề nghị nhập quyết định hoặc rút tờ trình đó trước.',
    'units-submitted': 'Danh sách của các đơn vị trong đợt này đã được trình, trong tờ trình số {{number}}.',
    'submission-passed-on':
      'Đã được trình chung trong tờ trình số {{number}} của {{to}}: cấp có thẩm quyền cho ý kiến tại đó. Nếu cần rút, đề nghị liên hệ {{to}}.',
    'unit-not-waiting': 'Hiện không có nội dung nào cần thông báo cho đơn vị này.',
    'authority-missing': 'Đề nghị ghi tên cấp có thẩm quyền.',
    'answerer-not-reachable':
      'Người này chưa có tài khoản ở đây. Đề nghị để trống: cấp có thẩm quyền trả lời qua địa chỉ hoặc bằng văn bản.',
    'paper-title-missing': 'Đề nghị ghi tên văn bản.',
    'seat-unknown': 'Nhân sự này không có trong tờ trình, hoặc đã có ý kiến.',
    'seat-sent-back': '{{name}} đã được chuyển lại nên không cần trả lời trong tờ trình này.',
    'list-decided':
      'Mọi người trong danh sách phiên bản {{number}} đều đã có quyết định hoặc đã rút. Vui lòng chốt danh sách có nhân sự mới trước.',
    'seat-word-missing': 'Đề nghị ghi lý do hoặc nội dung cần làm rõ khi không phê duyệt hoặc trả lại.',
    'seat-twice': '{{name}} có hai ý kiến trả lời khác nhau. Đề nghị giữ một.',
    'seat-not-returned': 'Nhân sự này không có nội dung đang chờ giải trình.',
    'reply-missing': 'Đề nghị ghi nội dung giải trình.',
    'decision-number-missing': 'Đề nghị ghi số quyết định.',
    'decision-date-unreadable': 'Đề nghị chọn ngày ghi trên văn bản.',
    'seats-waiting':
      'Chưa đủ ý kiến: {{waiting}} nhân sự đang chờ, {{returned}} được trả lại. Khi đủ ý kiến mới nhập được quyết định.',
    'seats-unanswered': 'Đề nghị cho ý kiến về mọi nhân sự: còn {{count}} nhân sự.',
  },
};
