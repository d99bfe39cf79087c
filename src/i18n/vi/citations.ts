import type { citations as en } from '../en/citations.ts';
import type { SameTexts } from '../shape.ts';

export const citations: SameTexts<typeof en> = {
  title: 'Kiểm tra căn cứ',
  submit: 'Kiểm tra',
  intro:
    'Đưa vào dự thảo hoặc phần căn cứ của dự thảo. Số và ngày văn bản được đối chiếu với danh mục căn cứ; không lưu nội dung nào.',
  text: 'Nội dung',
  none: 'Không thấy văn bản nào được viện dẫn. Cách viết: 50-QĐ/TW, ngày 27/12/2021.',
  limits:
    'Danh mục chỉ có các văn bản làm căn cứ cho quy định trong hệ thống. Văn bản chưa có trong danh mục không có nghĩa là viện dẫn sai.',
  button: 'Kiểm tra căn cứ',
  findings: {
    agrees: '**{{number}}**, ngày {{dated}}: đúng với danh mục ({{subject}}).',
    'without-date': '**{{number}}**: có trong danh mục, ban hành {{issued}} ({{subject}}).',
    'date-differs': '**{{number}}** ở đây ghi {{dated}}; theo danh mục, văn bản này ban hành {{issued}} ({{subject}}).',
    'not-known': '**{{number}}**: chưa có trong danh mục nên chưa đối chiếu được.',
  },
  sameDay: 'Văn bản ban hành {{dated}} trong danh mục là {{number}}.',
  please: 'Đề nghị kiểm tra lại.',
  replaced: 'Đã được thay thế bằng: {{title}}.',
};
