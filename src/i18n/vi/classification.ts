import type { classification as en } from '../en/classification.ts';
import type { SameTexts } from '../shape.ts';

export const classification: SameTexts<typeof en> = {
  levels: {
    unclassified: 'Không mật',
    internal: 'Lưu hành nội bộ',
    confidential: 'Mật',
    secret: 'Tối mật',
    'top-secret': 'Tuyệt mật',
  },
  said: {
    unclassified: 'Không mật: không mang dấu độ mật.',
    internal: 'Lưu hành nội bộ: dùng trong cơ quan, không phải bí mật nhà nước.',
    confidential: 'Mật: mức thấp nhất trong ba độ mật của bí mật nhà nước.',
    secret: 'Tối mật: mức giữa.',
    'top-secret': 'Tuyệt mật: mức cao nhất.',
  },
  titled: '{{title}} ({{level}})',
  marking: 'Độ mật: {{level}}',
  form: {
    title: 'Độ mật',
    what: {
      plan: 'Áp dụng cho quy hoạch và mọi nội dung kèm theo: danh sách, văn bản, tờ trình đều ghi rõ. Chỉ chọn được mức mà không gian làm việc tiếp nhận.',
      conference:
        'Áp dụng cho hội nghị: giấy triệu tập, chương trình và biên bản đều ghi rõ. Nếu danh sách trong chương trình có độ mật cao hơn thì ghi mức cao hơn. Chỉ chọn được mức mà không gian làm việc tiếp nhận.',
    },
    level: 'Mức',
    reason: 'Lý do',
    decision: 'Quyết định (khi hạ độ mật)',
    decisionHint: 'Ai quyết định, số và ngày văn bản.',
    done: {
      plan: 'Quy hoạch mang độ mật: **{{level}}**.',
      conference: 'Hội nghị mang độ mật: **{{level}}**. Giấy triệu tập đã gửi cũng ghi rõ.',
    },
  },
  accepted: {
    title: 'Độ mật mà không gian làm việc tiếp nhận',
    upTo: 'Tiếp nhận đến mức: **{{level}}**.',
    byDefault: 'Đây là mặc định; chưa có quản trị viên nào đặt khác.',
    since: 'Quản trị viên đặt lúc {{at}}, lý do:',
    what: 'Nội dung mang dấu độ mật cao hơn (đứng riêng một dòng, ở đầu văn bản, hoặc ghi “Độ mật: Tối mật”) bị từ chối trước khi lưu bất cứ phần nào: lời gõ, danh sách dán vào, tệp, trang trả lời. Các từ ấy nằm trong câu không phải là dấu độ mật.',
    source:
      'Mặc định không tiếp nhận bí mật nhà nước, vì phương án nhân sự chưa công bố có thể là bí mật nhà nước (Quyết định 2500/QĐ-TTg ngày 17/11/2025, Luật 117/2025/QH15). Chưa đọc được văn bản nào quy định mức cho kênh trao đổi: chưa được xác nhận, do cơ quan quyết định.',
    who: 'Quản trị viên không gian làm việc có thể thay đổi.',
    buttonChange: 'Thay đổi',
    form: {
      title: 'Độ mật tiếp nhận',
      what: 'Áp dụng cho nội dung đưa vào từ nay. Bí mật nhà nước chỉ được lưu ở nơi pháp luật cho phép; nội dung ở đây nền tảng trao đổi và người vận hành Quorate cũng nhìn thấy.',
      level: 'Tiếp nhận đến mức',
      reason: 'Lý do',
      reasonHint: 'Ai quyết định, theo quy định nào. Mọi người trong không gian làm việc đều đọc được.',
    },
  },
  refusals: {
    'marked-above-accepted':
      'Nội dung mang dấu độ mật “{{marking}}”; không gian làm việc chỉ tiếp nhận đến mức “{{acceptedLevel}}”. Không lưu lại phần nào. Đề nghị đồng chí xử lý bằng văn bản giấy theo đúng chế độ của độ mật ấy. Nếu không phải dấu độ mật, đề nghị viết từ ấy trong câu.',
    'marked-message-above-accepted':
      'Tin của đồng chí mang dấu độ mật “{{marking}}”; không gian làm việc chỉ tiếp nhận đến mức “{{acceptedLevel}}”. Không lưu lại phần nào. Đề nghị đồng chí xóa tin trong cuộc trao đổi này và xử lý bằng văn bản giấy theo đúng chế độ của độ mật ấy. Nếu không phải dấu độ mật, đề nghị viết từ ấy trong câu.',
    'marked-file-above-accepted':
      'Tệp mang dấu độ mật “{{marking}}”; không gian làm việc chỉ tiếp nhận đến mức “{{acceptedLevel}}”. Không lưu lại phần nào. Đề nghị đồng chí xóa tệp trong cuộc trao đổi này và xử lý bằng văn bản giấy theo đúng chế độ của độ mật ấy.',
    'classification-not-admin':
      'Chỉ quản trị viên không gian làm việc đặt mức độ mật được tiếp nhận. Đề nghị đồng chí liên hệ quản trị viên.',
    'classification-reason-missing': 'Đề nghị ghi lý do: mọi người xem đều đọc được.',
    'classification-reason-too-long': 'Lý do dài tối đa {{max}} ký tự.',
    'classification-same': 'Mức này đang được áp dụng. Đề nghị chọn mức khác, hoặc hủy.',
    'classification-decision-missing':
      'Chỉ hạ độ mật khi có quyết định: đề nghị ghi ai quyết định, số và ngày văn bản.',
    'classification-above-accepted':
      'Mức “{{marking}}” cao hơn mức không gian làm việc tiếp nhận (đến “{{acceptedLevel}}”), nên không lưu ở đây được. Đề nghị lưu trên giấy, hoặc liên hệ quản trị viên.',
    'classification-plans-above_other':
      'Có {{count}} quy hoạch hoặc hội nghị chưa kết thúc có độ mật cao hơn mức “{{marking}}”. Đề nghị hạ độ mật theo quyết định hoặc kết thúc trước.',
    'classification-changed': 'Có người vừa đặt lại mức này. Đề nghị xem lại rồi quyết định.',
  },
};
