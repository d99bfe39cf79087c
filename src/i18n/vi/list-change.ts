import type { listChange as en } from '../en/list-change.ts';
import type { SameTexts } from '../shape.ts';

export const listChange: SameTexts<typeof en> = {
  button: 'Thay đổi danh sách',
  title: 'Thay đổi danh sách',
  intro:
    'Đề nghị nhập thay đổi trước: rút tên, đính chính, bổ sung nhân sự. Sau đó đợt lấy ý kiến tiếp tục với danh sách hiện tại, đánh số tiếp theo. Ý kiến về nhân sự không thay đổi được giữ nguyên; các nhân sự khác được xin ý kiến lại.',
  why: 'Lý do thay đổi danh sách',
  whyHint: 'Ví dụ: xin rút, không còn đủ điều kiện, bổ sung theo Quyết định số 12. Được lưu lại.',
  summary: 'Thay đổi danh sách đang lấy ý kiến',
  from: 'Đợt lấy ý kiến tiếp tục với danh sách số {{to}} thay cho danh sách số {{from}}.',
  added: 'Bổ sung',
  changed: 'Có đính chính, xin ý kiến lại',
  removed: 'Đưa ra khỏi danh sách',
  kept_other: '{{count}} nhân sự không thay đổi: ý kiến được giữ nguyên.',
  confirm: 'Thay đổi và gửi',
  sentIn:
    'Đợt lấy ý kiến tiếp tục với danh sách mới. Tin được gửi lúc {{time}}; trước thời điểm đó có thể hoàn tác và chưa ai gửi được ý kiến.',
  undone: 'Đã hoàn tác. Chưa ai nhận được tin; các ý kiến được giữ như trước.',
  cardSummary: 'Danh sách đang lấy ý kiến có thay đổi',
  card: 'Đợt lấy ý kiến về “{{plan}}” tiếp tục với danh sách số **{{to}}** thay cho danh sách số **{{from}}**.',
  again_other:
    'Kính đề nghị đồng chí cho ý kiến về {{count}} nhân sự mới hoặc có đính chính. Ý kiến về các nhân sự khác được giữ nguyên.',
  nothingAgain: 'Ý kiến về các nhân sự khác được giữ nguyên; đồng chí không phải làm gì thêm.',
  newer: 'Đã có danh sách mới hơn: số {{number}}. Thay đổi gồm:',
  refusals: {
    'review-paused':
      'Danh sách của đợt lấy ý kiến vừa thay đổi và có thể hoàn tác đến {{from}}. Đề nghị đồng chí thử lại sau thời điểm đó.',
    'review-list-same':
      'Nhân sự hiện tại giống danh sách đã chốt. Đề nghị nhập thay đổi trước: rút tên, đính chính tại /candidates hoặc bổ sung bằng /propose.',
    'review-list-anonymous':
      'Đây là đợt lấy ý kiến kín: ý kiến đã niêm phong không chuyển sang danh sách khác được. Đề nghị chờ đóng rồi mở đợt mới với danh sách mới.',
    'review-list-why': 'Đề nghị ghi lý do thay đổi danh sách.',
    'review-list-too-late':
      'Đợt lấy ý kiến đóng lúc {{dueAt}}, không còn đủ thời gian xin ý kiến lại. Đề nghị dời thời hạn bằng /deadline trước.',
    'review-list-moved': 'Danh sách hoặc nhân sự đã thay đổi sau bản xem trước này. Đề nghị xem trước lại.',
    'review-list-undo-too-late': 'Thời gian hoàn tác đã hết lúc {{until}}, tin đang được gửi.',
  },
};
