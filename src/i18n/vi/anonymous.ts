import type { anonymous as en } from '../en/anonymous.ts';
import type { SameTexts } from '../shape.ts';

export const anonymous: SameTexts<typeof en> = {
  title: 'Đợt lấy ý kiến kín về danh sách số {{number}} của “{{plan}}”',
  promise:
    'Không ai đọc được phiếu của đồng chí từ cơ sở dữ liệu, bản sao lưu hay nhật ký nếu không có mã của hai người giữ hòm phiếu. Hệ thống không che được phiếu trước Slack, trước người can thiệp chương trình lúc đồng chí viết, trước người nhìn màn hình, hoặc khi kết quả tự nói lên (mọi phiếu giống nhau, quá ít phiếu).',
  wording: 'Cách viết có thể cho biết đồng chí là ai; Slack thấy nội dung đồng chí gửi.',
  open: {
    button: 'Mở đợt lấy ý kiến kín',
    title: 'Mở lấy ý kiến kín',
    intro:
      'Ý kiến được niêm phong ngay khi gửi. Trước khi đóng không ai đọc được; sau đó hai trong ba người giữ hòm phiếu cùng mở, mỗi ý kiến đứng riêng, theo thứ tự ngẫu nhiên. Không nhập thay được ý kiến trên giấy hay qua điện thoại.',
    holders: 'Người giữ hòm phiếu',
    holdersHint:
      'Đúng ba người, có tài khoản. Hai người bất kỳ cùng mở được phiếu; nếu hai người mất mã thì không ai mở được.',
    without_other:
      '{{count}} đồng chí không gửi phiếu kín được (không có tài khoản, hoặc không tham gia về mọi nhân sự trong danh sách): {{names}}. Không ai gửi thay được.',
    shield: 'Nếu có dưới {{shield}} phiếu thì không ai mở phiếu.',
    next: 'Trước hết ba người giữ hòm phiếu nhận mã. Khi cả ba đã nhận, đồng chí được báo để mở đợt lấy ý kiến; lúc đó những người khác mới nhận tin.',
    ask: 'Mời người giữ hòm phiếu',
  },
  keys: {
    summary: 'Về mã của đợt lấy ý kiến kín',
    title: 'Mã giữ hòm phiếu',
    asked:
      'Ba người giữ hòm phiếu nhận tin lúc {{time}}; trước thời điểm đó có thể hoàn tác. Khi cả ba đã nhận mã, đồng chí sẽ được báo.',
    see: 'Xem tình hình nhận mã',
    taken: 'đã nhận mã',
    notTaken: 'chưa nhận',
    waiting: 'Mở được khi cả ba người đã nhận mã.',
    allTaken: 'Cả ba người đã nhận mã: có thể mở đợt lấy ý kiến.',
    ready:
      'Cả ba mã của đợt lấy ý kiến kín về danh sách số **{{number}}** của “{{plan}}” đã được nhận. Đồng chí có thể mở ngay.',
    used: 'Đợt lấy ý kiến kín về danh sách số **{{number}}** của “{{plan}}” đã đóng hoặc đã được thu hồi.',
  },
  preparing: {
    line: 'Lấy ý kiến kín về danh sách số {{number}} của “{{plan}}”, chưa mở: đã nhận {{taken}}/{{of}} mã.',
  },
  card: {
    ask: 'Kính đề nghị đồng chí cho ý kiến **kín** về danh sách số **{{number}}** của “{{plan}}” trước **{{until}}**.',
    sent: 'Cảm ơn đồng chí: phiếu kín về danh sách số **{{number}}** của “{{plan}}” đã vào hòm. Có mã biên nhận thì thay được phiếu đến {{until}}.',
    write: 'Viết ý kiến',
    replace: 'Thay phiếu',
    note: 'Để không ai biết ai đã trả lời, thẻ của mọi người đổi cùng lúc vào giờ cố định, và mọi người được nhắc như nhau.',
    waiting:
      'Đợt lấy ý kiến kín về danh sách số **{{number}}** của “{{plan}}” đã đóng {{closed}}. Phiếu chờ hai người giữ hòm phiếu mở.',
    opened:
      'Đợt lấy ý kiến kín về danh sách số **{{number}}** của “{{plan}}” đã đóng {{closed}}, phiếu đã mở. Đồng chí có thể xem mã biên nhận của mình có trong đó không.',
    withheld:
      'Đợt lấy ý kiến kín về danh sách số **{{number}}** của “{{plan}}” đã đóng {{closed}}. Quá ít phiếu: không ai mở, và phiếu sẽ bị xóa.',
  },
  duty: {
    line_other: 'Kính đề nghị đồng chí cho ý kiến kín về {{count}} nhân sự của “{{plan}}”',
    sent_other:
      'Đã gửi, cảm ơn đồng chí: phiếu kín về {{count}} nhân sự của “{{plan}}” (hiện với mọi người như nhau cho đến khi đóng)',
  },
  paper: {
    title: 'Ý kiến kín',
    submit: 'Niêm phong và gửi',
    pick: 'Đề nghị đồng chí chọn những nhân sự có ý kiến, tối đa {{max}}. Phiếu hiện ở bước sau.',
    pickByAspect: 'Nếu ghi theo từng mặt thì tối đa {{max}}.',
    printed:
      'Mã biên nhận của phiếu này: **{{receipt}}**. Đề nghị ghi lại: chỉ có mã này mới thay được phiếu trước khi đóng.',
    replaces:
      'Đồng chí đã gửi phiếu. Không ai đọc được phiếu đó nên không hiện lại được; nội dung gửi lần này thay toàn bộ.',
    receipt: 'Mã biên nhận của phiếu đã gửi',
    receiptHint: 'Mười hai chữ và số. Sai năm lần thì phiếu giữ nguyên.',
    nothing: 'không có ý kiến',
    restAll: 'Tôi nhất trí với tất cả nhân sự không có ý kiến ở trên',
  },
  sent: {
    title: 'Đã niêm phong và gửi',
    close: 'Đóng',
    text_other: 'Phiếu của đồng chí về {{count}} nhân sự đã vào hòm. Cảm ơn đồng chí.',
    replaced_other: 'Phiếu trước đã được thay bằng phiếu này, về {{count}} nhân sự. Cảm ơn đồng chí.',
    receipt: 'Mã biên nhận: **{{receipt}}**',
    note: 'Mã chỉ hiện trong cửa sổ này. Có mã thì thay được phiếu trước khi đóng, và sau đó thấy được phiếu đã mở. Mã cho biết đồng chí đã tham gia, không cho biết đồng chí viết gì.',
  },
  progress: {
    title: 'Đợt lấy ý kiến kín',
    hidden_other:
      '{{count}} đồng chí được xin ý kiến. Khi đang mở, không ai biết ai đã trả lời, cũng như bao nhiêu người đã trả lời.',
    enough: 'Đã có ít nhất {{shield}} phiếu: sau khi đóng có thể mở phiếu.',
    notYet: 'Chưa có đủ {{shield}} phiếu. Nếu dưới {{shield}} phiếu thì không ai mở phiếu.',
    returned: '{{returned}}/{{count}} đồng chí đã trả lời.',
    sealed: 'Phiếu chờ hai trong ba người giữ hòm phiếu mở.',
    opened: 'Phiếu đã mở.',
    withheld: 'Số phiếu dưới {{shield}}: không ai mở phiếu.',
    holders: 'Người giữ hòm phiếu: {{names}}.',
    closeText: 'Đợt lấy ý kiến kín chỉ đóng trước hạn khi mọi người đã trả lời. Sau khi đóng không ai gửi được nữa.',
  },
  withheld: {
    card: 'Đợt lấy ý kiến kín về danh sách số **{{number}}** của “{{plan}}” đã đóng. Quá ít phiếu nên không ai mở. Có thể lấy ý kiến lại có ghi tên, hoặc bằng phiếu giấy tại cuộc họp.',
  },
  synthesis: {
    card: 'Hai người giữ hòm phiếu đã mở phiếu của đợt lấy ý kiến kín về danh sách số **{{number}}** của “{{plan}}”. Có thể xem ý kiến.',
    title: 'Ý kiến kín',
    facts: 'Danh sách số {{number}} của “{{plan}}”, đóng {{closed}}',
    base: '{{returned}}/{{count}} đồng chí đã gửi phiếu. Ai không nói về một nhân sự thì không có trong số liệu của nhân sự đó.',
    roles: '{{count}} phiếu theo vai trò: {{roles}}.',
    rolesOther: 'các vai trò khác cộng lại',
    ownUnit: 'Phiếu từ đơn vị của nhân sự',
    hidden: 'không công bố',
    withheld:
      'Không công bố số liệu khi phần chênh lệch với nhân sự khác hoặc đợt khác dưới {{shield}} người, vì số liệu sẽ cho biết ý kiến của những người đó.',
    order: 'Mỗi ý kiến đứng riêng, theo thứ tự ngẫu nhiên.',
  },
  receipts: {
    show: 'Mã biên nhận',
    title: 'Mã biên nhận của các phiếu đã mở',
    note_other:
      'Danh sách số {{number}} của “{{plan}}”: {{count}} phiếu. Nếu không có mã của đồng chí, đề nghị báo chủ trì.',
  },
  refusals: {
    'review-is-anonymous':
      'Đây là đợt lấy ý kiến kín: chỉ chính người được xin ý kiến gửi được phiếu. Gõ /review để xem.',
    'review-too-few':
      'Lấy ý kiến kín cần ít nhất {{shield}} người gửi được phiếu; hiện có {{count}}. Đề nghị lấy ý kiến có ghi tên, hoặc bằng phiếu giấy tại cuộc họp.',
    'keyholder-unfit':
      'Người giữ hòm phiếu cần có tài khoản và không thuộc diện không tham gia về mọi nhân sự trong danh sách. Đề nghị chọn người khác.',
    'review-anonymous-early':
      'Đợt lấy ý kiến kín chỉ đóng trước hạn khi mọi người đã trả lời, để không ai biết còn thiếu ai. Đợt này kết thúc lúc {{dueAt}}.',
    'review-words-needed': 'Khi chọn “nhất trí, có ý kiến thêm” hoặc “chưa nhất trí”, đề nghị ghi ít nhất một câu.',
    'review-stance-needed': 'Đề nghị chọn cả ý kiến, để nội dung đã viết được tính.',
    'review-too-many-chosen': 'Đang chọn {{count}} nhân sự; một phiếu nhận {{max}}. Đề nghị chọn ít hơn.',
    'review-sealed': 'Phiếu còn niêm phong. Sau khi đóng, hai trong ba người giữ hòm phiếu mở phiếu.',
    'review-withheld': 'Có {{returned}} phiếu, dưới {{shield}}: không ai mở, vì quá ít phiếu sẽ lộ người viết.',
  },
};
