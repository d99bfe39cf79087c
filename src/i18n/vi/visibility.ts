import type { visibility as en } from '../en/visibility.ts';
import type { SameTexts } from '../shape.ts';

export const visibility: SameTexts<typeof en> = {
  others: 'Ý kiến của người khác',
  othersChoices: {
    'after-mine': 'Xem được sau khi đã gửi ý kiến của mình về nhân sự đó',
    always: 'Xem được ngay',
    'after-close': 'Xem được sau khi đóng',
    never: 'Không xem được',
  },
  names: 'Họ tên người cho ý kiến',
  namesHint: 'Đối với người được xem ý kiến. Nếu không hiện họ tên, bản tổng hợp ghi nguồn ý kiến theo vai trò.',
  namesChoices: {
    never: 'Không hiện',
    'after-close': 'Hiện sau khi đóng',
    always: 'Hiện',
  },
  heads: {
    withoutName: 'Người đọc: chủ trì và thư ký sau khi đóng, ghi vai trò, không ghi họ tên đồng chí.',
    withName: 'Người đọc: chủ trì và thư ký sau khi đóng, có ghi họ tên đồng chí.',
  },
  reviewers: {
    'after-mine': 'Người khác đọc được sau khi đã gửi ý kiến của họ về cùng nhân sự.',
    always: 'Người khác đọc được ngay khi đồng chí gửi.',
    'after-close': 'Người khác đọc được sau khi đóng.',
    never: 'Người cho ý kiến khác không đọc được.',
  },
  yourName: {
    never: 'Họ không thấy họ tên đồng chí; cách viết vẫn có thể cho biết là ai.',
    'after-close': 'Họ thấy họ tên đồng chí sau khi đóng.',
    always: 'Họ thấy họ tên đồng chí.',
  },
  chairOnly: 'Chỉ gửi chủ trì',
  chairOnlyYes: 'Ý kiến này chỉ gửi chủ trì',
  chairOnlyMark: 'chỉ gửi chủ trì',
  chairAlone: 'Chỉ chủ trì đọc nội dung này. Mức độ nhất trí vẫn được tính như mọi ý kiến khác.',
  chairAndClerk:
    'Chủ trì đọc nội dung này, thư ký đọc sau khi đóng. Mức độ nhất trí vẫn được tính như mọi ý kiến khác.',
  toClerk: 'Ý kiến chỉ gửi chủ trì thì thư ký cũng xem được sau khi đóng',
  withheld_other: 'Có {{count}} ý kiến chỉ gửi chủ trì, không hiện tại đây; mức độ nhất trí vẫn được tính.',
  read: 'Ý kiến của người khác',
  readNew: 'Ý kiến của người khác ({{count}} mới)',
  summary: 'Ý kiến của những người khác',
  title: 'Ý kiến của những người khác',
  none: 'Chưa có ý kiến nào của người khác mở cho đồng chí.',
  somebody: 'Một đồng chí',
  new: 'Mới',
  refusals: {
    'review-others-never': 'Trong đợt này, người cho ý kiến không xem ý kiến của nhau.',
    'review-others-after-mine':
      'Đồng chí xem được ý kiến của người khác về một nhân sự sau khi đã gửi ý kiến của mình về nhân sự đó.',
    'review-others-after-close': 'Đồng chí xem được ý kiến của người khác sau khi đóng đợt lấy ý kiến.',
  },
};
