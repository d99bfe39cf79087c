import type { pools as en } from '../en/pools.ts';
import type { SameTexts } from '../shape.ts';

export const pools: SameTexts<typeof en> = {
  summary: 'Nguồn quy hoạch',
  title: 'Nguồn quy hoạch',
  intro:
    'Những người trong danh bạ cơ bản đủ điều kiện cho các chức danh của **{{plan}}**: rà theo quy định, thảo luận, nhận xét và xác nhận trước khi đưa vào danh sách giới thiệu.',
  open: 'Bản **{{version}}**, chưa xác nhận; lập lúc {{at}}, người lập: {{name}}.',
  inForce: 'Bản {{version}} vẫn là bản đang dùng cho đến khi xác nhận bản này.',
  confirmed:
    'Bản **{{version}}**, **đã xác nhận** lúc {{at}}, người xác nhận: {{name}}; {{body}} thảo luận ngày {{discussedOn}}. Bản này giữ nguyên; cần thay đổi thì lập bản mới.',
  replaced:
    'Bản **{{version}}**, đã có bản sau thay thế; xác nhận lúc {{at}}, người xác nhận: {{name}}; {{body}} thảo luận ngày {{discussedOn}}.',
  versions: {
    open: 'Bản {{version}}, chưa xác nhận, lập {{day}}',
    confirmed: 'Bản {{version}}, đang dùng, thảo luận {{day}}',
    replaced: 'Bản {{version}}, đã thay thế, thảo luận {{day}}',
  },
  buttonVersion: 'Xem bản này',
  buttonCompute: 'Lập nguồn quy hoạch',
  buttonAgain: 'Rà lại theo danh bạ',
  buttonNext: 'Lập bản mới',
  buttonConfirm: 'Xác nhận nguồn',
  computed: 'Đã lập bản **{{version}}** theo danh bạ hiện nay. Ý kiến, nhận xét đã ghi được giữ nguyên.',
  computedBeside:
    'Đã lập bản **{{version}}** theo danh bạ hiện nay, kèm ý kiến, nhận xét đã ghi. Bản **{{inForce}}** vẫn là bản đang dùng cho đến khi đồng chí xác nhận bản này.',
  position: {
    line: '**{{title}}**: {{in}} người thuộc nguồn (đã nhận xét {{assessed}}), {{notKnown}} người chưa đủ thông tin, {{leftOut}} người không đưa vào',
    notComputed: '**{{title}}**: chưa rà. Đề nghị rà lại theo danh bạ.',
    button: 'Xem từng người',
    which: {
      in_other: '**Thuộc nguồn quy hoạch**: {{count}} người.',
      'not-known_other':
        '**Chưa đủ thông tin**: {{count}} người, danh bạ còn thiếu dữ liệu mà quy định cần. Đề nghị bổ sung danh bạ rồi rà lại, hoặc đưa vào kèm lý do.',
      'left-out_other': '**Không đưa vào nguồn**: {{count}} người, kèm lý do.',
    },
    show: {
      in: 'Thuộc nguồn ({{count}})',
      'not-known': 'Chưa đủ thông tin ({{count}})',
      'left-out': 'Không đưa vào ({{count}})',
    },
    buttonPool: 'Tất cả chức danh',
  },
  person: {
    standsInPlan: ', đang trong quy hoạch chức danh này',
    button: 'Ghi ý kiến',
    rulings: {
      added: '**Bổ sung vào nguồn**: {{reason}}. ',
      'left-out': '**Tập thể không đưa vào**: {{reason}}. ',
    },
    prospects: 'Triển vọng: **{{level}}**. ',
    recorded: '(Người ghi: {{name}}, {{at}})',
  },
  prospects: { high: 'cao', medium: 'trung bình', low: 'thấp' },
  discuss: {
    title: 'Thảo luận, nhận xét',
    intro: {
      qualifies: 'Đồng chí **{{name}}**, chức danh {{position}}. Theo quy định, cơ bản đủ điều kiện.',
      'not-known': 'Đồng chí **{{name}}**, chức danh {{position}}. Danh bạ còn thiếu dữ liệu mà quy định cần.',
      'left-out': 'Đồng chí **{{name}}**, chức danh {{position}}. Theo quy định, chưa đủ điều kiện.',
    },
    place: 'Kết luận',
    places: { in: 'Thuộc nguồn quy hoạch', out: 'Không đưa vào nguồn' },
    reason: 'Lý do',
    reasonHint:
      'Cần ghi khi kết luận khác với kết quả rà theo quy định. Khi giới thiệu vào danh sách, quy định được đối chiếu lại.',
    prospects: 'Triển vọng phát triển',
    assessment: 'Nhận xét',
    assessmentHint: 'Ngắn gọn: phẩm chất, năng lực, uy tín, chiều hướng phát triển.',
    done: 'Đã ghi ý kiến về đồng chí **{{name}}**.',
  },
  confirm: {
    title: 'Xác nhận nguồn',
    intro_other:
      '**{{plan}}**, bản {{version}}: {{count}} người thuộc nguồn quy hoạch. Từ nay nhân sự giới thiệu được đối chiếu với bản này.',
    notAssessed_other: 'Còn {{count}} người chưa có nhận xét. Vẫn có thể xác nhận.',
    body: 'Nơi thảo luận',
    bodyHint: 'Ví dụ: Tập thể lãnh đạo đơn vị',
    discussedOn: 'Ngày thảo luận',
    done: 'Đã xác nhận bản **{{version}}** của nguồn quy hoạch.',
  },
  refusals: {
    'pool-register-empty': 'Danh bạ chưa có ai để rà theo quy định. Đề nghị nhập danh bạ trước: /plan danh bạ.',
    'pool-unknown': 'Không tìm thấy bản nguồn quy hoạch này. Đề nghị mở lại quy hoạch bằng /plan.',
    'pool-not-open':
      'Chưa thay đổi gì: bản {{version}} của nguồn quy hoạch đã xác nhận và giữ nguyên. Cần thay đổi, đề nghị lập bản mới.',
    'pool-person-gone':
      'Chưa thay đổi gì: người này không có trong kết quả rà cho chức danh này. Đề nghị rà lại theo danh bạ.',
    'pool-reason-missing':
      'Đề nghị ghi lý do: cần có khi đưa vào người chưa đủ điều kiện theo quy định, hoặc không đưa vào người đủ điều kiện.',
    'pool-prospects-missing': 'Đề nghị chọn mức triển vọng kèm theo nhận xét.',
    'pool-text-too-long': 'Nội dung dài quá {{max}} ký tự. Đề nghị rút gọn.',
    'pool-nobody-in':
      'Chưa xác nhận được: chưa có ai thuộc nguồn quy hoạch. Đề nghị bổ sung kèm lý do, hoặc bổ sung danh bạ rồi rà lại.',
    'pool-body-missing': 'Đề nghị ghi nơi thảo luận nguồn quy hoạch.',
    'pool-body-too-long': 'Tên nơi thảo luận dài quá {{max}} ký tự. Đề nghị rút gọn.',
    'pool-day-wrong': 'Đề nghị chọn ngày thảo luận: hôm nay hoặc sớm hơn.',
  },
};
