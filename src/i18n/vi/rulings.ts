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
