import type { endorsing as en } from '../en/endorsing.ts';
import type { SameTexts } from '../shape.ts';

export const endorsing: SameTexts<typeof en> = {
  button: 'Ghi nhận ủng hộ giúp',
  title: 'Lượt ủng hộ của thành viên',
  supporter: 'Người có ý kiến',
  supporterHint: 'Thành viên, chủ trì, phó chủ trì; có hoặc không có tài khoản trao đổi',
  said: 'Ý kiến',
  options: { supports: 'ủng hộ nhân sự này', 'takes-back': 'không còn ủng hộ' },
  told: 'Mỗi người tính một lượt. Người có tài khoản trao đổi được báo là đã ghi nhận và ghi nhận qua đâu.',
  entered: 'Đã ghi nhận cho {{name}}.',
  known: 'Không có gì thay đổi đối với {{name}}: nội dung này đã có.',
  recorded: '{{name}} (ghi nhận giúp, {{via}})',
  refusals: {
    'endorser-unknown':
      'Chỉ thành viên, chủ trì, phó chủ trì được xem trường hợp này mới ủng hộ nhân sự. Đề nghị chọn trong số những người được gợi ý.',
    'endorser-via-missing': 'Đề nghị cho biết ý kiến được gửi bằng cách nào và ghi đầy đủ ngày tháng.',
  },
};
