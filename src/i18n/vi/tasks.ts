import type { tasks as en } from '../en/tasks.ts';
import type { SameTexts } from '../shape.ts';

export const tasks: SameTexts<typeof en> = {
  heading: 'Nhiệm vụ đang thực hiện',
  summary: 'Nhiệm vụ đang thực hiện',
  none: 'Không có nhiệm vụ nào đang thực hiện.',
  more_other: 'và {{count}} nhiệm vụ khác',
  line: '{{text}} (đồng chí {{name}})',
  lineDated: '{{text}} (đồng chí {{name}}, đến hết {{date}})',
  listed: 'Nhiệm vụ hội nghị giao',
  given: 'Hội nghị giao nhiệm vụ cho đồng chí',
  left: 'Nhiệm vụ các hội nghị trước đang thực hiện:',
  inMinutes: 'Nhiệm vụ: {{text}}',
  duty: 'Nhiệm vụ: {{text}}',
  dutyDated: 'Nhiệm vụ đến hết {{date}}: {{text}}',
  ownerLeft: 'giao cho đồng chí {{name}}, nay không còn thuộc tập thể; đề nghị ghi kết quả',
  buttons: { settle: 'Báo kết quả', give: 'Giao nhiệm vụ', all: 'Nhiệm vụ' },
  states: { done: 'Đã hoàn thành', 'not-done': 'Chưa hoàn thành' },
  settled: {
    done: 'Đã ghi nhận hoàn thành. Cảm ơn đồng chí.',
    'not-done': 'Đã ghi nhận chưa hoàn thành, kèm nội dung đồng chí ghi.',
  },
  form: {
    title: 'Nhiệm vụ',
    state: 'Kết quả',
    word: 'Ghi chú',
    text: 'Nội dung nhiệm vụ',
    owner: 'Người thực hiện',
    due: 'Thời hạn',
    dueHint:
      'Đến hết ngày làm việc đó. Người thực hiện được nhắc, và nhiệm vụ có trong danh sách việc của đồng chí ấy.',
  },
  refusals: {
    'task-text-missing': 'Đề nghị ghi nội dung nhiệm vụ.',
    'task-too-long': 'Nội dung dài quá {{max}} ký tự. Đề nghị rút gọn.',
    'task-unknown': 'Nhiệm vụ này không còn nữa.',
    'task-settled': 'Nhiệm vụ này đã có kết quả.',
    'task-not-yours': 'Đây là nhiệm vụ của đồng chí khác. Đồng chí ấy hoặc thư ký ghi kết quả.',
  },
};
