import type { planGuidance as en } from '../en/plan-guidance.ts';
import type { SameTexts } from '../shape.ts';

export const planGuidance: SameTexts<typeof en> = {
  title: 'Hướng dẫn áp dụng',
  button: 'Hướng dẫn áp dụng cho quy hoạch này',
  intro: '**{{plan}}** giữ hướng dẫn tại thời điểm lập, cho đến khi đồng chí thay đổi ở đây.',
  on: 'Đang áp dụng',
  none: 'Quy hoạch này chưa áp dụng hướng dẫn nào của đơn vị.',
  others: 'Còn hiệu lực nhưng chưa áp dụng cho quy hoạch này',
  changes: 'Thay đổi sau khi lập quy hoạch',
  look: { put: 'Áp dụng cho quy hoạch này', taken: 'Thôi áp dụng cho quy hoạch này' },
  line: {
    put: 'Áp dụng **{{number}}**, {{at}}, {{name}}: {{reason}}',
    taken: 'Thôi áp dụng **{{number}}**, {{at}}, {{name}}: {{reason}}',
  },
  preview: {
    title: 'Những nội dung sẽ thay đổi',
    put: 'Áp dụng **{{number}}** cho **{{plan}}** từ ngày {{from}}, ngay khi đồng chí xác nhận:',
    taken: '**{{plan}}** thôi áp dụng **{{number}}** từ ngày {{from}}, ngay khi đồng chí xác nhận:',
    now: 'Hiện nay',
    later: 'Sau đó',
    nobody: 'Kết quả đối chiếu đối với người trong quy hoạch và trong danh sách không thay đổi.',
    people_other: 'Người trong quy hoạch và trong danh sách: {{count}} kết quả đối chiếu thay đổi:',
    inPlan: 'trong quy hoạch',
    onList: 'trong danh sách',
    was: 'hiện nay “{{level}}”, sau đó',
    notAsked: 'không xét',
    register: 'Trong danh bạ: {{gained}} người sẽ mới đủ điều kiện đối với một chức danh, {{lost}} người không còn đủ.',
    after:
      'Chưa có gì thay đổi. Sau khi xác nhận {{number}}, việc đối chiếu được thực hiện: ai có thể phải đưa ra sẽ được đề xuất với đồng chí; không ai tự động bị đưa ra hay được giới thiệu.',
  },
  confirm: { put: 'Áp dụng', taken: 'Thôi áp dụng' },
  reasonHint: 'Cấp nào quyết định, vì sao. Lý do được lưu cùng quy hoạch.',
  done: {
    put: 'Từ nay quy hoạch này áp dụng **{{number}}**. Việc đối chiếu được thực hiện ngay.',
    taken: 'Từ nay quy hoạch này thôi áp dụng **{{number}}**. Việc đối chiếu được thực hiện ngay.',
  },
  refusals: {
    'guidance-on-plan': 'Quy hoạch này đã áp dụng {{number}}.',
    'guidance-not-on-plan': 'Chưa thay đổi gì: quy hoạch không còn áp dụng hướng dẫn này. Đề nghị mở lại.',
    'guidance-without-effect':
      'Không có gì thay đổi: theo quy định của quy hoạch này, {{number}} không đặt giá trị nào khác.',
  },
};
