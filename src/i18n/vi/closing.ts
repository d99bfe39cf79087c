import type { closing as en } from '../en/closing.ts';
import type { SameTexts } from '../shape.ts';

export const closing: SameTexts<typeof en> = {
  title: 'Đóng đợt lấy ý kiến về danh sách số {{number}} của “{{plan}}”',
  label: 'Còn nhận ý kiến đến',
  hint: 'Để trống thì đóng theo thời hạn đề nghị. Ý kiến gửi giữa hai thời điểm vẫn được tính như mọi ý kiến khác; đồng chí thấy ghi bên cạnh họ tên là gửi sau thời hạn đề nghị.',
  time: 'Giờ đóng',
  taken: 'Sau thời điểm đó vẫn nhận ý kiến đến **{{closes}}**.',
  duty: ', còn nhận đến ',
  progress: 'Còn nhận ý kiến đến {{closes}}, sau đó đóng đợt lấy ý kiến.',
  late: {
    sent: 'gửi sau thời hạn đề nghị',
    changed: 'sửa sau thời hạn đề nghị',
  },
  refusals: {
    'closes-before-asked':
      'Đợt lấy ý kiến đóng sau thời hạn đề nghị ({{until}}), không đóng trước hoặc đúng lúc đó. Đề nghị đồng chí chọn thời điểm đóng muộn hơn; khi mở đợt lấy ý kiến có thể để trống.',
    'asked-after-close':
      'Đợt lấy ý kiến này đóng lúc {{closes}}, không thể đề nghị cho ý kiến sau thời điểm đó. Đề nghị đồng chí dời thời điểm đóng trước, tại /deadline.',
  },
};
