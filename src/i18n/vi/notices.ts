/** Thông báo kết quả phê duyệt đến nhân sự và thành viên. */
import type { notices as en } from '../en/notices.ts';
import type { SameTexts } from '../shape.ts';

export const notices: SameTexts<typeof en> = {
  title: 'Thông báo kết quả',
  refusedFirst: 'Thông báo trước cho người không được phê duyệt ({{source}}).',
  parts: {
    'not-approved_other': 'Không được phê duyệt: {{count}} người',
    approved_other: 'Được phê duyệt: {{count}} người',
    members: 'Thành viên',
  },
  told: 'đã thông báo ngày {{date}} {{how}}',
  untold: 'chưa thông báo',
  untoldHere: 'chưa thông báo, không có tài khoản: đề nghị báo trực tiếp rồi ghi lại',
  membersTold: 'đã thông báo ngày {{date}}',
  membersUntold: 'chưa thông báo',
  more_other: 'và {{count}} người nữa',
  buttons: {
    'not-approved_other': 'Báo {{count}} người không được duyệt',
    approved_other: 'Báo {{count}} người được duyệt',
    members: 'Báo các thành viên',
    record: 'Ghi người đã được báo',
  },
  confirm: {
    title: 'Thông báo kết quả?',
    'not-approved_other':
      '{{count}} người nhận tin nhắn riêng về việc không được phê duyệt trong “{{plan}}”. Tin không nêu tên người khác.',
    approved_other:
      '{{count}} người nhận tin nhắn riêng về việc được phê duyệt trong “{{plan}}”. Tin không nêu tên người khác.',
    members: 'Mỗi thành viên nhận tin nhắn riêng rằng “{{plan}}” đã có quyết định. Tên nhân sự xem trong quy hoạch.',
    yes: 'Thông báo',
  },
  form: {
    title: 'Ghi người đã được báo',
    who: 'Người đã được báo',
    whoHint: 'Những người chưa được thông báo.',
    via: 'Hình thức',
    on: 'Ngày',
  },
  said: {
    told_other: 'Sau một phút sẽ thông báo cho {{count}} người; trước đó bấm “Hoàn tác” để rút lại.',
    undone: 'Đã rút lại: chưa ai được thông báo.',
    recorded_other: 'Đã ghi: {{count}} người đã được báo.',
  },
  own: {
    summary: 'Kết quả phê duyệt nhân sự',
    approved: 'Cấp có thẩm quyền **đã phê duyệt** đồng chí vào chức danh **{{position}}** trong “{{plan}}”.',
    notApproved: 'Cấp có thẩm quyền **không phê duyệt** đồng chí vào chức danh **{{position}}** trong “{{plan}}”.',
    decision: 'Quyết định số {{number}}, ngày {{date}}.',
    questions: 'Nếu cần hỏi thêm, đề nghị đồng chí liên hệ thư ký của {{committee}}.',
  },
  decided: {
    summary: 'Quy hoạch đã có quyết định',
    text: 'Cấp có thẩm quyền đã quyết định về **{{plan}}**.',
    open: 'Mở quy hoạch',
  },
  refusals: {
    'submission-not-settled': 'Tờ trình này chưa có quyết định nên chưa có gì để thông báo.',
    'refused-first_other': 'Cần báo trước cho người không được phê duyệt: còn {{count}} người chưa được báo.',
    'nobody-to-tell': 'Những người liên quan đều đã được báo, hoặc không có tài khoản.',
    'told-later': 'Đề nghị chọn ngày không sau hôm nay, {{today}}.',
  },
};
