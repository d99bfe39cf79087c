import type { newcomers as en } from '../en/newcomers.ts';
import type { SameTexts } from '../shape.ts';

export const newcomers: SameTexts<typeof en> = {
  summary: 'Người mới đủ điều kiện',
  title: 'Mới đủ điều kiện',
  intro: 'Những người sau trong danh bạ nay đủ điều kiện đối với chức danh của **{{plan}}**, trước đây chưa đủ:',
  none: 'Trong danh bạ không có ai mới đủ điều kiện đối với **{{plan}}**.',
  since: '{{positions}}; ghi nhận {{since}}',
  before: 'Trước đây:',
  now: 'Hiện nay:',
  notAsked: 'quy định không còn yêu cầu điều này.',
  entered: 'Mới được đưa vào danh bạ sau lần đối chiếu trước.',
  note: 'Đã xem',
  noted_other: 'Đã ghi nhận: {{count}} người. Từ nay danh sách này chỉ nêu những người đủ điều kiện sau thời điểm này.',
  pool: 'Nguồn quy hoạch',
  button_other: 'Mới đủ điều kiện ({{count}})',
  look: 'Xem',
  card_other: 'Danh bạ có {{count}} người mới đủ điều kiện đối với chức danh của **{{plan}}**.',
  settled: 'Việc này không còn gì phải làm.',
  yours:
    'Quy định được đối chiếu hằng đêm và khi thông tin nhân sự thay đổi. Không ai tự động được giới thiệu: nếu thấy phù hợp, đồng chí lập lại nguồn hoặc giới thiệu nhân sự.',
  refusals: {
    'newcomers-none': 'Không còn ai cần ghi nhận: đã có người ghi nhận, hoặc không còn đủ điều kiện.',
  },
};
