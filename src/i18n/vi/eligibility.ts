import type { eligibility as en } from '../en/eligibility.ts';
import type { SameTexts } from '../shape.ts';

export const eligibility: SameTexts<typeof en> = {
  levels: {
    blocks: 'Không đủ điều kiện',
    'not-known': 'Chưa đủ thông tin',
    'before-appointment': 'Cần đáp ứng trước khi bổ nhiệm',
    note: 'Lưu ý',
    passes: 'Đạt',
  },
  confidences: {
    confirmed: 'đã đối chiếu văn bản',
    own: 'đơn vị tự đặt',
    partly: 'mới đối chiếu một phần',
    unconfirmed: 'chưa đối chiếu văn bản',
  },
  rules: {
    'people-per-position': 'Số người trong quy hoạch của một chức danh',
    'positions-per-person': 'Số chức danh quy hoạch của một người',
    'age-next-term': 'Độ tuổi cho nhiệm kỳ kế tiếp',
    'age-current-term': 'Độ tuổi cho nhiệm kỳ hiện tại',
    'only-higher': 'Chức danh quy hoạch cao hơn chức vụ hiện tại',
    discipline: 'Kỷ luật',
    'appointment-wait': 'Thời gian chờ trước khi bổ nhiệm',
    'same-time-as-appointment': 'Không đồng thời với bổ nhiệm',
    'own-committee': 'Không phải thành viên của tập thể này',
    pool: 'Nguồn quy hoạch',
    'committee-ratio': 'Hệ số quy hoạch cấp ủy',
  },
  retired_other:
    'sinh {{birthMonth}}, đến tuổi nghỉ hưu từ {{retirementMonth}}, tính đến {{referenceMonth}} đã quá {{count}} tháng; cần còn ít nhất {{requiredMonths}} tháng',
  numbers: {
    'people-per-position': '{{people}} người tính cả đồng chí này, tối đa {{max}}',
    'positions-per-person': '{{positions}} chức danh cùng cấp tính cả chức danh này, tối đa {{max}}',
    'age-next-term':
      'sinh {{birthMonth}}, nghỉ hưu {{retirementMonth}}: còn {{remainingMonths}} tháng tính từ {{referenceMonth}}, ít nhất {{requiredMonths}}, nên đủ {{preferredMonths}}',
    'age-current-term':
      'sinh {{birthMonth}}, nghỉ hưu {{retirementMonth}}: còn {{remainingMonths}} tháng tính từ {{referenceMonth}}, ít nhất {{requiredMonths}}',
    'only-higher': 'chức vụ hiện tại bậc {{presentLevel}}, chức danh quy hoạch bậc {{positionLevel}}',
    discipline: '{{kind}}, quyết định ngày {{decidedOn}}, hiệu lực đến {{effectUntil}}',
    'appointment-wait': '{{kind}} ngày {{decidedOn}}: {{waitMonths}} tháng, không trước {{mayBeAppointedFrom}}',
    'same-time-as-appointment': 'đang đồng thời đề nghị bổ nhiệm chức danh này',
    'own-committee': 'thành viên của tập thể không được là người được đề cử',
    pool: 'thuộc nguồn quy hoạch thảo luận ngày {{discussedOn}}, bản {{version}}',
    'committee-ratio': '{{planned}} người cho {{seats}} vị trí, bằng {{ratioPercent}} %, tối đa {{maxPercent}} %',
  },
  notInPool: 'ngoài nguồn quy hoạch thảo luận ngày {{discussedOn}}, bản {{version}}',
  noMeasure: 'không có hình thức kỷ luật nào trong danh bạ',
  leavesPlan: 'quyết định sau khi vào quy hoạch ({{plannedSince}})',
  missing: 'còn thiếu: {{list}}',
  missingFacts: {
    'birth-month': 'tháng, năm sinh',
    sex: 'giới tính',
    'term-start': 'thời điểm bắt đầu nhiệm kỳ',
    'present-level': 'bậc chức vụ hiện tại',
    'position-level': 'bậc của chức danh',
    disciplines: 'thông tin kỷ luật',
    'decided-on': 'ngày quyết định',
    'effect-until': 'thời điểm hết hiệu lực',
    'ruling-on-measure': 'ý kiến của cấp có thẩm quyền, vì quy định không nêu trường hợp này',
  },
  unsure:
    'Trong các quy định dùng để đối chiếu ở đây có nội dung chưa đối chiếu văn bản, kể cả với người đạt: {{list}}. Giá trị và căn cứ xem ở “Quy định áp dụng” của quy hoạch.',
  sources: 'Căn cứ: {{list}}',
  source: '{{title}}{{article}} ({{confidence}})',
  article: ', Điều {{article}}',
  ruleSet: 'Quy định áp dụng: {{title}}, bản {{version}}, hiệu lực từ {{from}}{{to}}.',
  ruleSetUntil: ' đến {{to}}',
  refusals: {
    'blocked-people-per-position':
      'Chưa đưa vào danh sách: tính cả đồng chí này, chức danh có {{people}} người, trong khi tối đa là {{max}} ({{source}}). Cần rút một nhân sự trước.',
    'blocked-positions-per-person':
      'Chưa đưa vào danh sách: đồng chí này sẽ có {{positions}} chức danh cùng cấp, trong khi tối đa là {{max}} ({{source}}). Cần rút một chức danh trước.',
    'blocked-age-next-term':
      'Chưa đưa vào danh sách: sinh {{birthMonth}}, nghỉ hưu {{retirementMonth}}, chỉ còn {{remainingMonths}} tháng tính từ {{referenceMonth}}, cần ít nhất {{requiredMonths}} tháng ({{source}}). Nếu tháng sinh chưa đúng, đề nghị sửa trong danh bạ nhân sự.',
    'blocked-age-current-term':
      'Chưa đưa vào danh sách: sinh {{birthMonth}}, nghỉ hưu {{retirementMonth}}, chỉ còn {{remainingMonths}} tháng tính từ {{referenceMonth}}, cần ít nhất {{requiredMonths}} tháng ({{source}}). Nếu tháng sinh chưa đúng, đề nghị sửa trong danh bạ nhân sự.',
    'blocked-only-higher':
      'Chưa đưa vào danh sách: chức vụ hiện tại bậc {{presentLevel}}, chức danh này bậc {{positionLevel}}. Chức danh quy hoạch phải cao hơn chức vụ hiện tại ({{source}}). Nếu bậc chưa đúng, đề nghị sửa trong danh bạ hoặc trong quy hoạch.',
    'blocked-discipline':
      'Chưa đưa vào danh sách: có hình thức kỷ luật quyết định ngày {{decidedOn}}, hiệu lực đến {{effectUntil}} ({{source}}). Sau ngày đó có thể xem xét; nếu thông tin chưa đúng, đề nghị sửa trong danh bạ nhân sự.',
    'blocked-same-time-as-appointment':
      'Chưa đưa vào danh sách: đang đồng thời đề nghị bổ nhiệm chức danh này ({{source}}). Đề nghị chọn nhân sự khác.',
    'blocked-pool':
      'Chưa đưa vào danh sách: đồng chí này không thuộc nguồn quy hoạch thảo luận ngày {{discussedOn}}, bản {{version}}, trong khi nhân sự phải lấy từ nguồn ({{source}}). Cần bổ sung vào bản mới của nguồn trước: /plan nguồn.',
    'blocked-own-committee':
      'Chưa đưa vào danh sách: đồng chí này là thành viên của tập thể, mà thành viên không được là người được đề cử ({{source}}). Đề nghị chọn người khác.',
  },
};
