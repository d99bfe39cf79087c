import type { sealing as en } from '../en/sealing.ts';
import type { SameTexts } from '../shape.ts';

export const sealing: SameTexts<typeof en> = {
  untitled: 'phiếu kín của tập thể',
  key: {
    summary: 'Về mã giữ hòm phiếu',
    title: 'Mã của đồng chí',
    ask: 'Đồng chí là một trong ba người giữ hòm phiếu của **{{title}}**. Kính đề nghị đồng chí nhận mã: sáu từ, chỉ hiện một lần, để chép ra giấy. Sau khi đóng, hai trong ba người cùng mở phiếu; không ai khác mở được, kể cả người vận hành.',
    others: 'Hai người còn lại: {{names}}.',
    holdersLeft_other:
      '{{names}} không còn thuộc tập thể nên không nhận mã được nữa. Đề nghị đồng chí chuẩn bị lại với ba người giữ hòm phiếu thuộc tập thể.',
    take: 'Nhận mã',
    sentAgain: 'Gửi lại: nếu đã nhận mã, đồng chí vui lòng bỏ qua.',
    intro:
      'Sáu từ sau là mã của đồng chí cho **{{title}}**. Mã chỉ hiện lần này và không được lưu ở đâu. Đề nghị đồng chí chép ra giấy, đúng thứ tự:',
    note: 'Không ghi vào tệp hay tin nhắn. Slack thấy cửa sổ này. Đề nghị giữ tờ giấy cho đến khi được báo hủy.',
    again: 'Sáu từ, theo tờ giấy của đồng chí',
    againHint: 'Cách nhau bằng dấu cách. Khi chưa gõ lại thì chưa nhận mã.',
    submit: 'Tôi đã chép ra giấy',
    done: 'Đã nhận mã. Đề nghị đồng chí giữ tờ giấy; sau khi đóng, đồng chí sẽ được hỏi sáu từ này.',
    taken: 'Đồng chí đã nhận mã cho **{{title}}** ({{count}}/{{all}} mã đã nhận). Đề nghị giữ sáu từ trên giấy.',
    inUse: 'Đồng chí đang giữ mã cho **{{title}}**. Đề nghị giữ sáu từ trên giấy cho đến khi được báo hủy.',
    cancelled: '**{{title}}** đã được thu hồi. Nếu đã chép sáu từ, đề nghị đồng chí hủy tờ giấy.',
  },
  words: {
    summary: 'Về việc mở phiếu kín',
    title: 'Mở phiếu',
    ask: '**{{title}}** đã đóng. Kính đề nghị đồng chí gõ sáu từ của mình: hai trong ba người giữ hòm phiếu mở được phiếu, cùng lúc hoặc cách nhau nhiều giờ.',
    askSecond: '**{{title}}** đã đóng, một người giữ hòm phiếu khác đã gõ mã. Có mã của đồng chí thì phiếu được mở.',
    type: 'Gõ sáu từ',
    waiting: 'Cảm ơn đồng chí: mã cho **{{title}}** đã được nhận. Còn cần một trong hai người: {{names}}.',
    opened:
      'Phiếu của **{{title}}** đã mở. Đề nghị đồng chí giữ sáu từ đến {{until}}: trước ngày đó hai người giữ hòm phiếu có thể kiểm lại. Sau đó đồng chí sẽ được báo hủy.',
    countAgain: 'Kiểm lại',
    recountWaiting: 'Đồng chí đã đề nghị kiểm lại. Còn cần một trong hai người: {{names}}.',
    reading_other: 'Đang mở phiếu của **{{title}}**: {{read}}/{{count}} phiếu.',
    cutOff_other:
      'Việc mở phiếu bị ngắt khi đã mở {{read}}/{{count}} phiếu. Không mất phiếu và không phiếu nào bị tính hai lần: đề nghị gõ lại mã.',
    begun_other: 'Mã đúng: đang mở {{count}} phiếu. Việc này mất một lúc; kết quả được báo bằng tin nhắn.',
    intro: 'Sáu từ của đồng chí cho **{{title}}**.',
    recount: 'Phiếu của **{{title}}** được mở lại và đối chiếu với kết quả đã lưu. Đề nghị đồng chí gõ sáu từ.',
    first: 'Từ lúc đó, chỉ cần mã của một trong hai người còn lại là mở được phiếu.',
    second: 'Một người giữ hòm phiếu khác đã gõ mã: có mã của đồng chí thì phiếu được mở.',
    label: 'Sáu từ, theo tờ giấy của đồng chí',
    hint: 'Cách nhau bằng dấu cách; mỗi từ chỉ cần bốn chữ cái đầu.',
    submit: 'Mở phiếu',
    half: 'Cảm ơn đồng chí, mã đúng. Phiếu được mở khi một trong hai người còn lại gõ mã.',
    done_other: 'Đã mở {{count}} phiếu.',
    agrees_other: 'Đã kiểm lại {{count}} phiếu: khớp với kết quả đã lưu.',
    differs_other: 'Đã kiểm lại {{count}} phiếu: không khớp với kết quả đã lưu. Đề nghị báo chủ trì và thư ký.',
  },
  destroy: {
    summary: 'Đề nghị hủy sáu từ',
    text: 'Phiếu kín của **{{title}}** đã được xóa. Đề nghị đồng chí hủy ngay tờ giấy ghi sáu từ: không còn mã thì không ai đọc được các bản sao lưu cũ.',
  },
  refusals: {
    'keyholders-three':
      'Cần đúng {{needed}} người giữ hòm phiếu, đang chọn {{count}}. Hai trong ba người mở được phiếu.',
    'not-a-keyholder': 'Đồng chí không giữ mã tại đây.',
    'key-taken':
      'Đồng chí đã nhận mã; sáu từ chỉ hiện một lần. Nếu thất lạc, hai người giữ hòm phiếu còn lại vẫn mở được phiếu.',
    'box-not-prepared': 'Không nhận mã tại đây được nữa: đợt này đã mở hoặc đã được thu hồi.',
    'keys-missing': 'Chỉ mở được khi cả ba người giữ hòm phiếu đã nhận mã (hiện có {{taken}}/{{needed}}).',
    'box-not-open': 'Hiện không nhận phiếu kín tại đây; chưa gửi gì.',
    'box-not-closed':
      'Chỉ mở phiếu được sau khi đóng, cho đến khi phiếu bị xóa sau 30 ngày kể từ lúc kiểm. Hiện chưa hoặc không còn trong thời gian đó.',
    'box-reading':
      'Đang mở phiếu: đã mở {{read}}/{{papers}} phiếu. Đồng chí không phải làm gì thêm; kết quả được báo bằng tin nhắn.',
    'words-typed': 'Mã của đồng chí đã được nhận. Còn cần một trong hai người giữ hòm phiếu còn lại.',
    'words-count': 'Có {{count}} từ; mã gồm {{needed}} từ. Đề nghị đồng chí xem lại tờ giấy.',
    'word-unknown': 'Từ thứ {{place}} không có trong bảng từ. Đề nghị đồng chí xem lại tờ giấy.',
    'words-wrong': 'Sáu từ này không phải mã của đồng chí, hoặc sai thứ tự. Đề nghị đồng chí xem lại tờ giấy.',
    'not-an-elector': 'Danh sách người gửi phiếu đã chốt khi mở, không có đồng chí.',
    'already-sent': 'Đồng chí đã gửi phiếu. Có mã biên nhận thì thay được phiếu cho đến khi đóng.',
    'receipt-wrong': 'Không có phiếu nào của đồng chí mang mã biên nhận này. Số lần thử còn lại: {{left}}.',
    'receipt-locked': 'Đã sai mã biên nhận {{max}} lần, không thay phiếu được nữa; phiếu đã gửi vẫn được tính.',
    'paper-too-long':
      'Mọi phiếu kín dài bằng nhau; nội dung này chiếm {{bytes}}/{{max}} byte. Đề nghị rút gọn; nội dung vẫn còn trong phiếu.',
  },
};
