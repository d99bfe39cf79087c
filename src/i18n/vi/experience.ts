import type { experience as en } from '../en/experience.ts';
import type { SameTexts } from '../shape.ts';

export const experience: SameTexts<typeof en> = {
  title: 'Kinh nghiệm công tác',
  none: 'Chưa ghi kinh nghiệm nào.',
  button: 'Thêm kinh nghiệm',
  buttonTakeBack: 'Gỡ',
  takenBack: 'Đã gỡ kinh nghiệm này.',
  fromMovement: 'Đã kết thúc: {{kind}}, {{route}}, {{dates}}',
  buttonFromMovement: 'Ghi thành kinh nghiệm',
  noKinds:
    'Chưa có loại kinh nghiệm nào. Đề nghị mở một người trong quy hoạch và chọn “Thêm kinh nghiệm”, ví dụ: đã trực tiếp làm Kiểm sát viên.',
  form: {
    title: 'Thêm kinh nghiệm',
    kind: 'Loại kinh nghiệm',
    newKind: 'Loại khác',
    newKindHint: 'Ví dụ: đã trực tiếp làm Kiểm sát viên; đã đứng đầu đơn vị; đã công tác ở địa phương',
    movement: 'Có được qua đợt luân chuyển, điều động',
    movementHint: 'Đơn vị và thời gian để trống thì lấy theo đợt này.',
    place: 'Đơn vị, chức vụ',
    fromMonth: 'Từ tháng',
    toMonth: 'Đến tháng',
    monthHint: 'Tháng và năm: 06/2023',
    done: 'Đã ghi kinh nghiệm.',
  },
  lacking: {
    title: 'Ai còn thiếu kinh nghiệm',
    submit: 'Xem',
    intro: '**{{count}}** trong số {{of}} người thuộc **{{plan}}** chưa ghi nhận “{{kind}}”.',
    ahead: 'Sắp tới: {{kind}}, {{route}}, {{dates}}.',
    buttonMove: 'Đề xuất luân chuyển',
    reason: 'Để có kinh nghiệm theo quy hoạch {{plan}}: {{kind}}.',
    notKnown: 'Chưa ghi nhận nghĩa là chưa rõ: đề nghị kiểm tra trước khi đề xuất.',
  },
  refusals: {
    'experience-kind-missing': 'Đề nghị chọn loại kinh nghiệm, hoặc ghi loại khác.',
    'experience-too-long': 'Nội dung dài quá {{max}} ký tự. Đề nghị rút gọn.',
    'experience-month-unreadable': 'Đề nghị ghi tháng và năm, ví dụ 06/2023.',
    'experience-months-order': 'Không thể từ {{from}} đến {{to}}. Đề nghị kiểm tra lại.',
    'experience-recorded-already': 'Người này đã được ghi “{{kindName}}”, cùng nơi và cùng thời gian bắt đầu.',
    'experience-movement-unfinished':
      'Chỉ ghi kinh nghiệm từ đợt luân chuyển, điều động đã kết thúc của người này. Đề nghị chọn đợt khác, hoặc để trống.',
    'experience-gone': 'Kinh nghiệm này không còn. Đề nghị xem lại.',
  },
};
