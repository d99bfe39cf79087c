import type { receipt as en } from '../en/receipt.ts';
import type { SameTexts } from '../shape.ts';

export const receipt: SameTexts<typeof en> = {
  see: 'Đã nhận, tôi sẽ cho ý kiến',
  pass: 'Chuyển người thay tôi',
  takeBack: 'Tôi tự cho ý kiến',
  seen: 'Đồng chí đã xác nhận đã nhận và sẽ cho ý kiến.',
  passed: 'Đồng chí đã chuyển cho **{{name}}**. Đồng chí vẫn có thể tự cho ý kiến.',
  seenDone: 'Đã ghi nhận, cảm ơn đồng chí. Thư ký biết đồng chí đã nhận.',
  passTitle: 'Chuyển người thay',
  passSubmit: 'Chuyển',
  deputy: 'Người thay',
  mayComment: 'Người thay cho ý kiến thay mặt đồng chí; nội dung được báo lại và đồng chí có thể sửa đến khi đóng.',
  prepares: 'Người thay chuẩn bị nội dung; đồng chí xem lại và tự gửi. Ý kiến vẫn là của đồng chí.',
  passDone: 'Đã chuyển. Người thay đã nhận tin; đồng chí vẫn có thể tự cho ý kiến.',
  takenBack: 'Đã ghi nhận: đồng chí tự cho ý kiến. Người thay không còn việc gì tại đây.',
  nobody: 'Tập thể này không còn ai khác được xin ý kiến nên chưa chuyển được.',
  cardSummary: 'Đồng chí được đề nghị cho ý kiến thay',
  card: 'Đồng chí **{{name}}** đề nghị đồng chí thay trong việc cho ý kiến về danh sách số **{{number}}** của “{{plan}}”, trước **{{until}}**.',
  cardMay: 'Nội dung đồng chí gửi được tính là ý kiến của đồng chí ấy, ghi rõ do đồng chí thay mặt gửi.',
  cardPrepare: 'Kính đề nghị đồng chí chuẩn bị nội dung; đồng chí ấy xem lại và tự gửi.',
  prepare: 'Chuẩn bị ý kiến',
  hand: 'Chuyển lại',
  handed: 'Đã chuyển lại. Đồng chí ấy nhận tin, xem lại và gửi.',
  readySummary: 'Nội dung ý kiến đã được chuẩn bị',
  ready:
    'Đồng chí **{{name}}** đã chuẩn bị nội dung ý kiến về danh sách số **{{number}}** của “{{plan}}”. Chưa gửi đi.',
  seeDraft: 'Xem và gửi',
  cardSent:
    'Người thay đã thay mặt đồng chí cho ý kiến về danh sách số **{{number}}** của “{{plan}}” {{at}}. Có thể sửa đến {{until}}.',
  sentForYou: 'Người thay đã thay mặt đồng chí cho ý kiến về danh sách số **{{number}}** của “{{plan}}”.',
  sentAt: 'Người thay đã thay mặt gửi {{at}}.',
  progressSeen: 'đã nhận',
  progressPassed: 'đã chuyển người thay',
  progressSent: 'thay mặt',
  refusals: {
    'deputy-unfit': 'Người này không thuộc diện được xin ý kiến tại đây. Đề nghị đồng chí chọn người khác.',
    'not-the-deputy': 'Việc này không chuyển cho đồng chí hoặc đã được thu lại. Gõ /review để xem những việc đang chờ.',
    'review-deputy-prepares':
      'Theo quy định tại đây, người thay chuẩn bị và thành viên tự gửi. Đề nghị chuyển lại nội dung.',
    'review-draft-theirs':
      'Đồng chí ấy đã tự viết. Nội dung của đồng chí vẫn được giữ; đề nghị trao đổi trực tiếp phần muốn bổ sung.',
  },
};
