import type { readiness as en } from '../en/readiness.ts';
import type { SameTexts } from '../shape.ts';

export const readiness: SameTexts<typeof en> = {
  title: 'Đối tượng quy hoạch',
  button: 'Xếp đối tượng',
  intro: 'Dành cho người trong **{{plan}}**. Có thể chọn một hoặc nhiều người.',
  people: 'Người trong quy hoạch',
  peopleHint: 'Gõ họ tên; chức danh được nêu bên cạnh.',
  level: 'Đối tượng, mức độ sẵn sàng',
  none: 'chưa xếp',
  done_other: '**{{level}}**: đã xếp {{count}} người.',
  doubts:
    '{{level}} dành cho người đang giữ chức vụ thấp hơn chức danh quy hoạch không quá {{below}} bậc. {{source}} Theo danh bạ, những người sau chưa như vậy:',
  doubt: 'chức vụ hiện tại bậc {{present}}, chức danh bậc {{position}}. Vẫn được xếp; đề nghị kiểm tra lại.',
  refusals: {
    'readiness-unknown': 'Quy định của quy hoạch này không có mức đó. Đề nghị chọn một trong các mức được nêu.',
    'readiness-nobody': 'Đề nghị chọn ít nhất một người trong quy hoạch.',
  },
};
