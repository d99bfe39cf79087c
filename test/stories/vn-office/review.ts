/** The list is frozen, everybody is asked in private, reminded, and the round is closed with a synthesis. */
import type { Stage } from '../../support/story-player.ts';

export async function review(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  const vinh = stage.as('Đinh Quang Vinh');
  const khoa = stage.as('Phan Việt Khoa');
  const hanh = stage.as('Đoàn Thị Hồng Hạnh');

  stage.scene({ vi: 'Chốt danh sách, lấy ý kiến', en: 'Freezing the list, asking for comments' });
  await stage.clock('2026-03-16T08:00');
  await khue.types('/review open');
  await khue.submits({ plan: 'Quy hoạch cấp ủy nhiệm kỳ 2025–2030', date: '2026-03-20' });
  await khue.presses('reviews.confirm-open');
  await stage.minutes(2);
  stage.note({ vi: 'Hai lần bấm: nhất trí với cả danh sách.', en: 'Two clicks: agreeing with the whole list.' });
  await vinh.presses('reviews.agree');
  await vinh.submits();
  await khoa.presses('reviews.comment');
  await khoa.submits({ rest: ['yes'], 'position-0-0': ['Trần Hải Đăng'] });
  await khoa.submits({
    stance: 'agree-with-comment',
    text: 'Đề nghị bố trí thêm thời gian công tác tại cơ sở trước khi bổ nhiệm.',
  });
  await khoa.presses('reviews.send');
  await hanh.presses('reviews.recuse');
}
