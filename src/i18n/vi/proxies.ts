import type { proxies as en } from '../en/proxies.ts';
import type { SameTexts } from '../shape.ts';

export const proxies: SameTexts<typeof en> = {
  title: 'Ủy quyền bỏ phiếu',
  row: 'Ủy quyền',
  none: 'Theo quy tắc của lượt bỏ phiếu này, không ai bỏ phiếu thay người khác.',
  terms_other: 'Theo quy tắc của lượt bỏ phiếu này, mỗi người được nhận ủy quyền của nhiều nhất {{count}} người.',
  notPresent: 'Người ủy quyền không được tính là có mặt khi xét túc số.',
  arePresent: 'Người ủy quyền được tính là có mặt khi xét túc số.',
  source: 'Tập thể tự quy định, chưa được xác nhận: {{source}}',
  inConference:
    'Người có mặt tự bỏ phiếu. Người vắng mặt chỉ được tính khi việc ủy quyền có trước lúc mở và người được ủy quyền có mặt khi đó.',
  nobody: 'Chưa có ai ủy quyền.',
  line: '{{holder}} bỏ phiếu thay {{principal}}',
  entered: 'được nhập thay, {{via}}',
  voted: 'đã có phiếu',
  shortRow_other: 'mỗi người nhận nhiều nhất {{count}}',
  given_other: '{{terms}}; {{count}} người bỏ phiếu qua ủy quyền',
  byHolder: '{{name}} (ủy quyền cho {{holder}})',
  buttons: {
    open: 'Ủy quyền',
    terms: 'Đặt quy tắc',
    enter: 'Nhập ủy quyền',
    takeBack: 'Rút lại',
    give: 'Ủy quyền bỏ phiếu',
    change: 'Ủy quyền người khác',
    vote: 'Bỏ phiếu thay',
    back: 'Về phần xem trước',
  },
  termsForm: {
    title: 'Quy tắc ủy quyền',
    intro:
      'Quy tắc của lượt bỏ phiếu này tự nó không cho ủy quyền. Nếu quy định riêng của tập thể cho phép, đề nghị ghi số lượng và căn cứ. Căn cứ được nêu cùng kết quả.',
    perPerson: 'Mỗi người được nhận ủy quyền của mấy người',
    perPersonHint: '0: không ai bỏ phiếu thay người khác.',
    present: 'Khi xét túc số',
    presentOption: 'Tính người ủy quyền là có mặt',
    source: 'Căn cứ trong quy định riêng của tập thể',
    sourceHint: 'Ví dụ: Quy chế làm việc, Điều 12.',
    done: 'Đã lưu. Áp dụng cho lượt bỏ phiếu này và được chốt khi mở.',
  },
  giveForm: {
    title: 'Ủy quyền bỏ phiếu',
    intro:
      'Đề nghị đồng chí chọn người bỏ phiếu thay. Người đó nộp phiếu cho đồng chí, ghi tên đồng chí. Đồng chí vẫn tự bỏ phiếu được đến khi đóng: phiếu của đồng chí thay phiếu đó và việc ủy quyền chấm dứt.',
    holder: 'Người bỏ phiếu thay tôi',
    submit: 'Ủy quyền',
  },
  enterForm: {
    title: 'Nhập ủy quyền',
    intro: 'Khi lượt bỏ phiếu đang mở, cả hai người được báo riêng sau khi lưu một phút. Trước đó có thể rút lại.',
    principal: 'Người ủy quyền',
    holder: 'Người được ủy quyền',
    via: 'Hình thức nhận',
    reference: 'Số giấy ủy quyền hoặc công văn',
  },
  paperForm: {
    title: 'Bỏ phiếu thay',
    whose: 'Thay cho',
    note: 'Phiếu tính cho người ủy quyền, ghi rõ “qua ủy quyền”. Người đó được báo và vẫn tự bỏ phiếu được đến {{until}}.',
  },
  given: {
    own: '{{holder}} bỏ phiếu thay đồng chí và được báo lúc {{time}}. Trước lúc đó chưa ai biết; đồng chí rút lại được đến khi đóng.',
    entered:
      '{{holder}} bỏ phiếu thay {{principal}}. Nếu lượt bỏ phiếu đang mở, cả hai được báo lúc {{time}}. Trước đó có thể rút lại.',
    cast: 'Đã nhận phiếu thay {{principal}}. Đồng chí được đổi phiếu này đến {{until}}.',
    takenBack:
      'Đã rút lại: {{holder}} không bỏ phiếu thay {{principal}} nữa. Phiếu đã nộp vẫn giữ cho đến khi {{principal}} tự nộp phiếu.',
  },
  card: {
    summary: 'Về việc ủy quyền bỏ phiếu',
    given:
      '{{holder}} bỏ phiếu thay đồng chí theo ủy quyền. Đồng chí vẫn tự bỏ phiếu được: phiếu của đồng chí làm việc ủy quyền chấm dứt.',
    handedIn: 'Phiếu do {{holder}} nộp thay theo ủy quyền.',
    held: 'Đồng chí bỏ phiếu thay: {{names}}.',
    waiting: '{{name}} (chưa có phiếu)',
    toHolder:
      '{{principal}} đề nghị đồng chí bỏ phiếu thay: {{subject}}. Kính đề nghị đồng chí nộp cả phiếu thay, trước {{until}}.',
    toPrincipal:
      'Đã nhập việc {{holder}} bỏ phiếu thay đồng chí, {{via}}: {{subject}}. Nếu không đúng, đề nghị đồng chí rút lại hoặc tự bỏ phiếu.',
    gone: 'Việc ủy quyền này đã chấm dứt.',
    forYou:
      '{{holder}} đã nộp phiếu thay đồng chí theo ủy quyền: {{subject}}. Nếu chưa đúng ý, đồng chí tự nộp phiếu được đến khi đóng.',
  },
  ruling: {
    row: 'Qua ủy quyền',
    text_other: '{{count}} phiếu; mỗi người nhận nhiều nhất {{perPerson}}',
    how_other: 'Qua ủy quyền: {{count}} trong số phiếu này. Quy tắc cho mỗi người nhận nhiều nhất {{perPerson}}.',
    notPresent: 'Ủy quyền không phải là có mặt: những người này không tính vào túc số, nhưng phiếu vẫn được tính.',
    arePresent: 'Theo quy tắc, người ủy quyền được tính là có mặt.',
    minutes: 'Số phiếu qua ủy quyền: {{count}} (mỗi người nhận nhiều nhất {{perPerson}}).',
  },
  refusals: {
    'proxy-not-allowed':
      'Theo quy tắc của lượt bỏ phiếu này, mỗi người được nhận ủy quyền của 0 người nên không ủy quyền được. Người tổ chức có thể đặt quy tắc riêng của tập thể trước khi mở.',
    'proxy-on-sealed':
      'Lượt bỏ phiếu này dùng phiếu niêm phong, không ai gửi phiếu kín thay người khác nên không có ủy quyền. Ủy quyền chỉ dùng khi bỏ phiếu có ghi tên hoặc tại hội nghị.',
    'proxy-needs-roll-call':
      'Kiểm phiếu tại chỗ mà có ủy quyền thì phải có điểm danh để biết ai có mặt. Đề nghị chuẩn bị lượt bỏ phiếu trong hội nghị, hoặc bỏ phiếu có ghi tên.',
    'proxy-source-missing': 'Đề nghị ghi căn cứ trong quy định riêng của tập thể: mọi người đọc được cùng kết quả.',
    'proxy-source-too-long': 'Căn cứ không quá {{max}} ký tự.',
    'proxies-given-already':
      'Chưa lưu: đã có người nhận {{count}} ủy quyền, trong khi chỉ cho {{max}}. Đề nghị rút bớt trước.',
    'proxy-to-self': 'Chỉ ủy quyền cho người khác. Đề nghị chọn người khác.',
    'proxy-principal-no-vote': 'Người này không bỏ phiếu trong lượt này nên không có gì để ủy quyền.',
    'proxy-holder-no-vote': 'Chỉ ủy quyền cho người cùng bỏ phiếu trong lượt này. Đề nghị chọn người khác.',
    'proxy-paper-in': 'Phiếu của người này đã có. Phiếu đổi được đến khi đóng nên không cần ủy quyền.',
    'proxy-holds-others':
      'Người này đang nhận ủy quyền của {{names}}, mà không ủy quyền tiếp qua hai người. Đề nghị rút ủy quyền đó trước.',
    'proxy-holder-gave':
      '{{name}} đã ủy quyền cho người khác, mà không ủy quyền tiếp qua hai người. Đề nghị chọn người khác.',
    'proxy-holder-full':
      '{{name}} đã nhận {{count}} ủy quyền, mà theo quy tắc của lượt này mỗi người nhận nhiều nhất {{max}}. Đề nghị chọn người khác.',
    'proxy-not-held':
      'Việc ủy quyền này không còn: đã rút lại, hoặc người ủy quyền đã tự bỏ phiếu. Gõ /vote để xem tình hình.',
    'proxy-gone': 'Việc ủy quyền này đã chấm dứt. Gõ /vote để xem tình hình.',
    'proxy-room-open':
      'Phiếu đã phát ra: tại hội nghị chỉ tính ủy quyền có từ lúc mở. Có thể hủy kết quả và bỏ phiếu lại.',
  },
};
