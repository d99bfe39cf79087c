import type { secret as en } from '../en/secret.ts';
import type { SameTexts } from '../shape.ts';

export const secret: SameTexts<typeof en> = {
  title: '{{title}}, đến {{closes}}',
  promise:
    'Không ai đọc được lá phiếu từ cơ sở dữ liệu, bản sao lưu hay nhật ký nếu không có mã của hai người giữ hòm phiếu. Hệ thống không che được lá phiếu trước Slack, trước người can thiệp chương trình lúc bỏ phiếu, trước người nhìn màn hình, hoặc khi kết quả tự nói lên (mọi phiếu giống nhau, quá ít phiếu).',
  promiseUnnamed:
    'Phiếu này không ghi tên, không ai trong tập thể biết phiếu của ai. Đây không phải phiếu kín: người vận hành hệ thống có thể mở phiếu và biết được.',
  numbersTo: 'Số phiếu cụ thể, kể cả khi tự nói lên (mọi phiếu giống nhau, quá ít phiếu), chỉ có: {{names}} được xem.',
  holders: {
    title: 'Người giữ hòm phiếu',
    intro:
      'Phiếu kín được niêm phong ngay khi gửi. Trước khi đóng không ai đọc được; sau đó hai trong ba người giữ hòm phiếu cùng mở. Không nhập thay phiếu kín cho ai được.',
    label: 'Người giữ hòm phiếu',
    hint: 'Đúng ba người, có tài khoản và không có tên trong phiếu. Nếu hai người mất mã thì không ai mở được phiếu.',
    button: 'Chọn người giữ hòm phiếu',
    previewTitle: 'Trước khi mời người giữ hòm phiếu',
    vote: 'Lượt bỏ phiếu',
    can: 'Bỏ phiếu được tại đây',
    people_other: '{{count}} đồng chí',
    without_other:
      '{{count}} đồng chí có quyền biểu quyết nhưng không có tài khoản nên không gửi phiếu kín được: {{names}}. Không ai gửi thay được; để mọi người cùng bỏ phiếu, đề nghị bỏ phiếu giấy tại cuộc họp.',
    shield: 'Nếu có dưới {{shield}} phiếu thì không ai mở phiếu.',
    words: 'Nội dung mọi người đọc ở đầu phiếu:',
    next: 'Trước hết ba người giữ hòm phiếu nhận mã. Khi cả ba đã nhận, đồng chí được báo để mở lượt bỏ phiếu; lúc đó những người khác mới nhận tin.',
    ask: 'Mời người giữ hòm phiếu',
  },
  keys: {
    summary: 'Về mã của lượt bỏ phiếu kín',
    title: 'Mã giữ hòm phiếu',
    asked:
      'Ba người giữ hòm phiếu nhận tin lúc {{time}}; trước thời điểm đó có thể hoàn tác. Khi cả ba đã nhận mã, đồng chí sẽ được báo.',
    undone:
      'Đã rút lại, chưa hỏi ai. Lượt bỏ phiếu trở lại như đã chuẩn bị; nếu là bỏ phiếu kín, đề nghị cử lại người giữ hòm phiếu, vì mỗi mã chỉ dùng một lần.',
    see: 'Xem tình hình nhận mã',
    taken: 'đã nhận mã',
    notTaken: 'chưa nhận',
    waiting: 'Mở được khi cả ba người đã nhận mã.',
    allTaken: 'Cả ba người đã nhận mã: có thể mở lượt bỏ phiếu.',
    ready: 'Cả ba mã của **{{title}}** đã được nhận. Đồng chí có thể mở ngay.',
    used: '**{{title}}**: mã đang được dùng, hoặc lượt bỏ phiếu đã được cất đi.',
    open: 'Mở lượt bỏ phiếu',
  },
  card: {
    vote: 'Bỏ phiếu',
    replace: 'Thay phiếu',
    ask: 'Kính đề nghị đồng chí bỏ phiếu **kín** trước **{{until}}**: {{title}}.',
    askUnnamed: 'Kính đề nghị đồng chí bỏ phiếu **không ghi tên** trước **{{until}}**: {{title}}.',
    notSecret: 'Phiếu không ghi tên. Đây không phải bỏ phiếu kín: người vận hành hệ thống có thể mở phiếu.',
    sent: 'Cảm ơn đồng chí: phiếu đã vào hòm: {{title}}. Có mã biên nhận thì thay được phiếu đến {{until}}.',
    note: 'Để không ai biết ai đã bỏ phiếu, thẻ của mọi người đổi cùng lúc vào giờ cố định, và mọi người được nhắc như nhau.',
    waiting: 'Đã đóng; phiếu đang chờ mở: {{title}}.',
    withheld: 'Đã đóng. Quá ít phiếu: không ai mở, và phiếu sẽ bị xóa. {{title}}.',
    opened: 'Phiếu đã mở: {{title}}. Đồng chí có thể xem mã biên nhận của mình có trong đó không.',
    void: 'Lượt bỏ phiếu không có giá trị, không ai mở phiếu: {{title}}.',
  },
  duty: {
    line: 'Kính đề nghị đồng chí bỏ phiếu',
    sent: 'Đã gửi, cảm ơn đồng chí: phiếu đã niêm phong (hiện với mọi người như nhau cho đến khi đóng)',
  },
  paper: {
    title: 'Phiếu kín',
    titleUnnamed: 'Phiếu không ghi tên',
    submit: 'Niêm phong và gửi',
    printed:
      'Mã biên nhận của phiếu này: **{{receipt}}**. Đề nghị ghi lại: chỉ có mã này mới thay được phiếu trước khi đóng.',
    replaces:
      'Đồng chí đã bỏ phiếu. Không ai đọc được phiếu đó nên không hiện lại được; phiếu gửi lần này thay toàn bộ.',
    receipt: 'Mã biên nhận của phiếu đã gửi',
    receiptHint: 'Mười hai chữ và số. Sai năm lần thì phiếu giữ nguyên.',
    until: 'Nhận phiếu đến {{until}}. Phiếu không đánh dấu gì là phiếu trắng.',
  },
  sent: {
    title: 'Đã niêm phong và gửi',
    close: 'Đóng',
    text: 'Phiếu của đồng chí đã vào hòm. Cảm ơn đồng chí.',
    replaced: 'Phiếu trước đã được thay bằng phiếu này. Cảm ơn đồng chí.',
    receipt: 'Mã biên nhận: **{{receipt}}**',
    note: 'Mã chỉ hiện trong cửa sổ này. Có mã thì thay được phiếu trước khi đóng, và sau đó thấy được phiếu đã mở. Mã cho biết đồng chí đã tham gia, không cho biết đồng chí bỏ phiếu thế nào.',
  },
  standing: {
    title: 'Tình hình bỏ phiếu',
    see: 'Xem kết quả',
    hidden_other:
      '{{count}} đồng chí bỏ phiếu được. Khi đang mở, không ai biết ai đã bỏ phiếu, cũng như bao nhiêu người đã bỏ phiếu.',
    enough: 'Đã có ít nhất {{shield}} phiếu: sau khi đóng có thể mở phiếu.',
    notYet: 'Chưa có đủ {{shield}} phiếu. Nếu dưới {{shield}} phiếu thì không ai mở phiếu.',
    returned: '{{returned}}/{{count}} đồng chí đã bỏ phiếu.',
    sealed: 'Phiếu chờ hai trong ba người giữ hòm phiếu mở.',
    counting: 'Đang mở phiếu.',
    opened: 'Phiếu đã mở.',
    withheld:
      'Số phiếu dưới {{shield}}: không ai mở, vì quá ít phiếu sẽ lộ người bỏ phiếu. Đề nghị bỏ phiếu lại, hoặc bỏ phiếu giấy tại cuộc họp.',
    holders: 'Người giữ hòm phiếu: {{names}}.',
    close: 'Đóng ngay',
    closeTitle: 'Đóng lượt bỏ phiếu?',
    closeText:
      'Bỏ phiếu niêm phong chỉ đóng trước hạn khi mọi người đã bỏ phiếu. Sau khi đóng không ai bỏ phiếu được nữa.',
    closeYes: 'Đóng',
  },
  result: {
    unnamed: 'Bỏ phiếu không ghi tên. Đây không phải bỏ phiếu kín: người vận hành hệ thống có thể mở phiếu.',
    masked:
      'Chỉ công bố kết quả: số phiếu cụ thể sẽ cho biết có người đã bỏ phiếu thế nào. Những người nêu tên ở đầu phiếu được xem số phiếu.',
    waiting: 'Phiếu còn niêm phong. Sau khi đóng, phiếu được mở và kiểm.',
  },
  receipts: {
    show: 'Mã biên nhận',
    title: 'Mã biên nhận của các phiếu đã mở',
    note_other: '{{title}}: {{count}} phiếu. Nếu không có mã của đồng chí, đề nghị báo chủ trì.',
    more: 'Trên đây là {{shown}} mã đầu tiên, theo thứ tự chữ cái.',
  },
  refusals: {
    'ballot-not-sealed': 'Lượt bỏ phiếu này không dùng phiếu niêm phong. Gõ /vote để xem.',
    'ballot-is-sealed':
      'Lượt bỏ phiếu này dùng phiếu niêm phong: không ai nhập thay được, cũng không xem được ai đã bỏ phiếu. Gõ /vote để xem.',
    'ballot-too-few-for-secret':
      'Bỏ phiếu niêm phong (phiếu kín hoặc phiếu không ghi tên) cần ít nhất {{shield}} người gửi được phiếu; ở đây có {{count}}. Ít hơn thì kết quả tự cho biết ai bỏ thế nào. Đề nghị bỏ phiếu giấy tại hội nghị.',
    'ballot-holder-unfit':
      'Người giữ hòm phiếu cần có tài khoản, không có tên trong phiếu và không thuộc diện không tham gia về phiếu này. Đề nghị chọn người khác.',
    'ballot-keys-asked': 'Lượt bỏ phiếu này đã có người giữ hòm phiếu. Gõ /vote để xem tình hình nhận mã.',
    'ballot-keys-first': 'Bỏ phiếu kín chỉ mở được khi đã chọn ba người giữ hòm phiếu và cả ba đã nhận mã.',
    'ballot-secret-early':
      'Bỏ phiếu niêm phong (phiếu kín hoặc phiếu không ghi tên) chỉ đóng trước hạn khi mọi người đã bỏ phiếu, để không ai biết còn thiếu ai. Hạn: {{dueAt}}.',
    'ballot-still-sealed': 'Phiếu còn niêm phong. Sau khi đóng, phiếu được mở và kiểm.',
  },
};
