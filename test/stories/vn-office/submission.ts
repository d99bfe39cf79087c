/** The list goes to the authority above, which answers on paper; its decision puts the approved into the plan. */
import type { Stage } from '../../support/story-player.ts';

export async function submission(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');

  stage.scene({ vi: 'Trình cấp có thẩm quyền', en: 'Submitting for approval' });
  await khue.types('/plan submit');
  await khue.presses('submissions.prepare');
  await khue.submits({
    list: 'Quy hoạch cấp ủy',
    authority: 'Ban Thường vụ Đảng ủy cấp trên',
    letter: '21-TTr/ĐUVP',
    date: '2026-04-10',
  });
  await khue.presses('submissions.send');
  await stage.minutes(2);
  stage.note({
    vi: 'Cấp trên trả lời bằng văn bản, thư ký nhập.',
    en: 'The authority answers on paper, the committee secretary enters it.',
  });
  await stage.clock('2026-04-08T09:00');
  await khue.types('/plan submit');
  await khue.presses('submissions.open');
  await khue.presses('submissions.record');
  await khue.submits({ number: '118-QĐ/ĐU', dated: '2026-04-07' });
  await khue.presses('submissions.settle');
  await khue.submits({});
  await khue.types('/plan');
}
