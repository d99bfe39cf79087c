import type { rulings as en } from '../en/rulings.ts';
import type { SameTexts } from '../shape.ts';

export const rulings: SameTexts<typeof en> = {
  bases: {
    summoned: 'người được triệu tập',
    seated: 'thành viên',
    present: 'người có mặt',
    returned: 'phiếu thu về',
    valid: 'phiếu hợp lệ',
    cast: 'phiếu có biểu quyết',
  },
  outcomes: {
    passed: 'Đạt',
    'not-passed': 'Không đạt',
    tie: 'Bằng nhau, còn chờ quyết định',
    'goes-on': 'Đi tiếp',
    'no-quorum': 'Không đủ túc số',
  },
  goesTo: { 'next-step': 'Vào bước tiếp theo', 'next-round': 'Vào lượt bỏ phiếu tiếp theo' },
  tieRules: {
    'head-decides': 'người đứng đầu quyết định, các ý kiến khác nhau được báo cáo đầy đủ lên cấp trên',
    'chairs-side': 'theo bên có người chủ trì',
    fails: 'không đạt',
    'next-round': 'bỏ phiếu thêm một lượt giữa những người bằng phiếu',
    'both-go-on': 'cùng vào bước tiếp theo',
  },
  deciders: { head: 'người đứng đầu quyết định', chair: 'chủ trì quyết định' },
  half: '50 %',
  'more-than': 'trên {{share}} số {{base}}',
  'at-least': 'ít nhất {{share}} số {{base}}',
  withoutRecused: '{{base}} (không tính người có liên quan)',
  writtenIn: '{{name}} (ghi thêm)',
  card: {
    summoned: 'Được triệu tập',
    seated: 'Thành viên',
    recused: 'Không tham gia vì có liên quan',
    present: 'Có mặt',
    papers: 'Phiếu',
    papersText:
      'phát ra {{issued}}, thu về {{returned}}, hợp lệ {{valid}}, không hợp lệ {{invalid}}, phiếu trắng {{blank}}',
    quorum: 'Túc số',
    quorumText: 'cần {{needed}}, có {{got}}',
    noQuorumRule: 'quy định không yêu cầu',
    needed: 'Cần đạt',
    neededText: '{{rule}}: {{needed}} trên {{base}}',
    base: 'Tính trên',
    mostVotes: 'lấy người nhiều phiếu nhất, chọn {{seats}}',
    schulze: 'phương pháp Schulze, chọn {{seats}}',
    stv: 'phiếu chuyển nhượng (STV), hạn mức {{quota}}, chọn {{seats}}',
    tie: 'Khi bằng phiếu',
    for_other: '{{count}} phiếu',
    forAgainst: '{{for}} đồng ý, {{against}} không đồng ý',
    abstained: '{{votes}}, {{abstained}} không có ý kiến',
    neededHere: 'Cần {{needed}} trên {{base}}.',
    rule: 'Quy định: {{rule}}. {{set}}, bản {{version}}.',
    shield: 'Không nêu số phiếu, để không ai suy ra được lá phiếu của người khác.',
  },
  how: {
    title: 'Cách tính',
    button: 'Xem cách tính',
    noQuorumRule: 'Quy định không yêu cầu túc số.',
    quorumShare:
      'Túc số: {{rule}} phải có mặt. {{numerator}} × {{base}} ÷ {{denominator}} = {{exact}}, tức là ít nhất {{needed}}. Có mặt: {{got}}.',
    quorumCount: 'Túc số: ít nhất {{needed}} người có mặt. Có mặt: {{got}}.',
    enough: 'Như vậy là đủ.',
    notEnough: 'Như vậy là chưa đủ, nên không có kết quả.',
    papers:
      'Phiếu: phát ra {{issued}}, thu về {{returned}}; trong đó không hợp lệ {{invalid}}, phiếu trắng {{blank}}, không có ý kiến {{abstained}}.',
    valid: 'Phiếu hợp lệ: {{sum}} = {{valid}}.',
    cast: 'Phiếu có biểu quyết: {{sum}} = {{cast}}. Không tính phiếu trắng và phiếu không có ý kiến; vẫn tính phiếu không hợp lệ.',
    baseWithoutRecused: 'Tính trên số {{what}}, không kể người có liên quan: {{base}}.',
    base: 'Tính trên số {{what}}: {{base}}.',
    needed: 'Cần {{rule}}: {{numerator}} × {{base}} ÷ {{denominator}} = {{exact}}, tức là ít nhất {{needed}}.',
    ofNothing: 'Không có gì để tính tỷ lệ, nên không ai đạt.',
    mostVotes: 'Không yêu cầu tỷ lệ: lấy người nhiều phiếu nhất, chọn {{seats}}.',
    enoughVotes: '{{name}}: {{votes}}. Cần {{needed}}. {{outcome}}.',
    short: '{{name}}: {{votes}}. Cần {{needed}}. {{outcome}}.',
    noSeat: '{{name}}: {{votes}}. Đủ tỷ lệ, nhưng {{seats}} người nhiều phiếu hơn đã đủ số lượng. {{outcome}}.',
    exact: '{{name}}: {{votes}}. Vừa đúng tỷ lệ, mà quy định cần nhiều hơn. Theo quy định: {{rule}}. {{outcome}}.',
    equal:
      '{{name}}: {{votes}}. Có người cùng số phiếu, mà không đủ chỗ cho tất cả. Theo quy định: {{rule}}. {{outcome}}.',
    plain: '{{name}}: {{votes}}. {{outcome}}.',
    top: 'Không ai đạt; những người nhiều phiếu nhất đi tiếp.',
    again: 'Còn chỗ, nên những người chưa đạt được bỏ phiếu lại.',
    decided: '{{outcome}} ({{by}})',
    pair: '{{first}} trước {{second}}: {{wins}} phiếu xếp {{first}} trước, {{losses}} phiếu xếp {{second}} trước; đường mạnh nhất {{strength}} so với {{other}}.',
    ranking: 'Thứ tự: {{order}}.',
    together: '{{names}} ngang nhau',
    quota: 'Hạn mức: {{papers}} phiếu cho {{seats}} chỗ, nên đủ {{quota}} phiếu là trúng.',
    stage: 'Lượt tính {{number}}: {{votes}}.',
    elected: 'Đủ hạn mức: {{names}}. Phần vượt hạn mức chuyển cho người xếp kế tiếp trên các phiếu đó.',
    excluded: 'Ít phiếu nhất: {{names}}. Các phiếu này chuyển cho người xếp kế tiếp.',
    'rest-elected': 'Số người còn lại bằng số chỗ: {{names}}.',
    noLots: 'Khi bằng phiếu thì không bốc thăm: ai chỉ có thể trúng nhờ bốc thăm được coi là bằng nhau.',
  },
  minutes: {
    title: 'Biên bản kiểm phiếu',
    button: 'Biên bản kiểm phiếu',
    asTable: 'Dạng bảng (CSV)',
    takenOut: 'Việc lấy biên bản ra được ghi vào nhật ký.',
    fileName: 'bien-ban-kiem-phieu-{{date}}.csv',
    about: 'Nội dung: {{about}}',
    from: 'Bắt đầu bỏ phiếu: {{at}}',
    to: 'Kết thúc bỏ phiếu: {{at}}',
    tellers: 'Tổ kiểm phiếu: {{names}}',
    people:
      'Số người được triệu tập: {{summoned}}. Thành viên: {{seated}}. Có mặt: {{present}}. Không tham gia vì có liên quan: {{recused}}.',
    papers:
      'Số phiếu phát ra: {{issued}}. Thu về: {{returned}}. Hợp lệ: {{valid}}. Không hợp lệ: {{invalid}}. Phiếu trắng: {{blank}}. Không có ý kiến: {{abstained}}.',
    results: 'Kết quả',
    quorum: 'Túc số: cần {{needed}}, có {{got}}.',
    line: '{{votes}}; {{got}}/{{base}} so với số {{of}}, bằng {{share}}; cần {{needed}}. {{outcome}}.',
    lineWithout: '{{votes}}. {{outcome}}.',
    confirmed: 'TỔ KIỂM PHIẾU                                        CHỦ TRÌ',
    columns: {
      question: 'Chức danh',
      number: 'TT',
      candidate: 'Họ và tên',
      for: 'Đồng ý',
      against: 'Không đồng ý',
      abstained: 'Không có ý kiến',
      of: 'Tính trên số',
      base: 'Số lượng',
      needed: 'Cần đạt',
      share: 'Tỷ lệ',
      outcome: 'Kết quả',
      summoned: 'Được triệu tập',
      seated: 'Thành viên',
      recused: 'Có liên quan',
      present: 'Có mặt',
      issued: 'Phát ra',
      returned: 'Thu về',
      valid: 'Hợp lệ',
      invalid: 'Không hợp lệ',
      blank: 'Phiếu trắng',
      rule: 'Quy định',
    },
  },
  faults: {
    'too-many-marks': 'Phiếu có {{marks}} lựa chọn, trong khi tối đa là {{max}}.',
    'named-twice': 'Có người được chọn hai lần.',
    'unknown-candidate': 'Có người được chọn không có tên trên phiếu này.',
    'write-in-not-allowed': 'Phiếu này không được ghi thêm tên.',
    'write-in-too-long': 'Tên ghi thêm quá dài; đề nghị chỉ ghi họ tên và chức vụ.',
    'abstain-not-allowed': 'Lần biểu quyết này không có lựa chọn “không có ý kiến”.',
    'equal-places': 'Trên phiếu này không được xếp hai người cùng một thứ tự.',
    'not-readable': 'Không đọc được phiếu.',
  },
  refusals: {
    'step-before-is-open':
      'Chưa mở bỏ phiếu: bước trước chưa xong. Cần đóng lượt bỏ phiếu của bước trước và quyết định các trường hợp bằng phiếu rồi mới sang bước tiếp theo.',
    'not-let-through_other':
      'Chưa mở bỏ phiếu: {{count}} người chưa qua bước trước. Đề nghị rút tên, hoặc nêu lý do của từng trường hợp ngoại lệ.',
    'ballot-not-counted-yet':
      'Chưa có biên bản kiểm phiếu: lượt bỏ phiếu chưa đóng hoặc chưa kiểm. Đề nghị xem lại sau khi kiểm phiếu.',
    'count-minutes-not-yours':
      'Biên bản kiểm phiếu dành cho chủ trì, thư ký và tổ kiểm phiếu của lượt bỏ phiếu này. Đề nghị liên hệ một trong những người đó.',
    'ruling-numbers-not-shown':
      'Số phiếu của lượt này chưa được công bố, hoặc không công bố với bạn. Đề nghị liên hệ chủ trì hoặc thư ký.',
    'vote-numbers-disagree':
      'Chưa mở bỏ phiếu: có mặt {{present}}, không tham gia vì có liên quan {{recused}}, không khớp với số được triệu tập {{summoned}}. Đề nghị kiểm tra lại điểm danh và danh sách triệu tập.',
    'nobody-to-vote':
      'Chưa mở bỏ phiếu: không có ai được bỏ phiếu. Được triệu tập {{summoned}}, có mặt {{present}}, trong đó không tham gia vì có liên quan {{recused}}. Đề nghị triệu tập người có quyền biểu quyết.',
    'vote-base-zero':
      'Chưa mở bỏ phiếu: quy định tính tỷ lệ trên số {{voteBase}}, mà số này bằng 0. Đề nghị chọn quy định khác hoặc bổ sung danh sách.',
    'quorum-above-seats':
      'Chưa mở bỏ phiếu: quy định cần {{needed}} người có mặt, trong khi tập thể có {{seats}} người có quyền biểu quyết. Đề nghị kiện toàn tập thể hoặc chọn quy định khác.',
    'quorum-out-of-reach':
      'Chưa mở bỏ phiếu: quy định cần {{needed}} người có mặt, trong khi chỉ triệu tập {{summoned}} người. Đề nghị triệu tập thêm hoặc chọn quy định khác.',
    'vote-without-quorum':
      'Chưa mở bỏ phiếu: quy định cần {{needed}} người có mặt, hiện có {{present}}. Đề nghị điểm danh đủ, hoặc bỏ phiếu khi đã đủ người.',
    'vote-cannot-pass':
      'Chưa mở bỏ phiếu: cần {{needed}} phiếu, tính trên {{base}} {{voteBase}}, trong khi chỉ {{voters}} người bỏ phiếu được. Đề nghị chờ đủ người hoặc chọn quy định khác.',
    'more-issued-than-entitled':
      'Chưa lưu: số phiếu phát ra là {{issued}}, trong khi chỉ {{entitled}} người được bỏ phiếu. Đề nghị đếm lại phiếu.',
    'more-returned-than-issued':
      'Chưa lưu: số phiếu thu về là {{returned}}, trong khi chỉ phát ra {{issued}}. Đề nghị đếm lại phiếu.',
    'papers-do-not-add-up':
      'Chưa lưu: {{invalid}} phiếu không hợp lệ, {{blank}} phiếu trắng và {{abstained}} phiếu không có ý kiến nhiều hơn {{returned}} phiếu thu về. Đề nghị kiểm tra các số này.',
    'more-votes-than-papers':
      'Chưa lưu: dòng {{line}} có {{votes}} phiếu, trong khi chỉ {{papers}} phiếu có đánh dấu. Đề nghị kiểm tra dòng này.',
    'more-marks-than-papers-hold':
      'Chưa lưu: tổng cộng {{votes}} lượt chọn, trong khi {{papers}} phiếu chỉ chứa được tối đa {{max}}. Đề nghị kiểm tra các dòng.',
  },
};
