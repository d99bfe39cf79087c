/** The list is frozen, everybody is asked in private, reminded, and the round is closed with a synthesis. */
import type { Stage } from '../../support/story-player.ts';

export async function review(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  const vinh = stage.as('Đinh Quang Vinh');
  const khoa = stage.as('Phan Việt Khoa');
  const hanh = stage.as('Đoàn Thị Hồng Hạnh');
  const tam = stage.as('Lê Thị Thanh Tâm');

  stage.scene({ vi: 'Chốt danh sách, lấy ý kiến', en: 'Freezing the list, asking for comments' });
  await stage.clock('2026-03-16T08:00');
  await khue.types('/review open');
  await khue.submits({ plan: 'Quy hoạch cấp ủy nhiệm kỳ 2025–2030', date: '2026-03-20' });
  await khue.presses('reviews.confirm-open');
  await stage.minutes(2);
  stage.note({ vi: 'Hai lần bấm: nhất trí với cả danh sách.', en: 'Two clicks: agreeing with the whole list.' });
  await vinh.presses('reviews.agree');
  await vinh.submits();
  stage.note({ vi: 'Có ý kiến về một nhân sự.', en: 'Something to say about one nominee.' });
  await khoa.presses('reviews.comment');
  await khoa.submits({ rest: ['yes'], 'position-0-0': ['Trần Hải Đăng'] });
  await khoa.submits({ stance: 'agree-with-comments' });
  await khoa.submits({ text: 'Đề nghị bố trí thêm thời gian công tác tại cơ sở trước khi bổ nhiệm.' });
  await khoa.presses('reviews.send');
  stage.note({ vi: 'Xin không tham gia.', en: 'Staying away from a case.' });
  await hanh.presses('reviews.recuse');
  await hanh.submits({ entry: 'Mai Xuân Phúc', reason: 'relative' });
  await hanh.types('/candidates');
  stage.note({ vi: 'Ý kiến bằng giấy, thư ký nhập thay.', en: 'On paper, entered by the committee secretary.' });
  await khue.types('/review progress');
  await khue.presses('reviews.record');
  await khue.submits({
    person: 'Nguyễn Thị Bích Thủy',
    via: 'paper',
    reference: '12-CV/VPC',
    dated: '2026-03-16',
    how: 'all',
  });
  stage.note({
    vi: 'Xem thời hạn, nhắc lại sau, rồi đến hạn.',
    en: 'The dates, a reminder put off, then up to the date.',
  });
  await khue.types('/deadline');
  await stage.clock('2026-03-19T08:35');
  await stage.as('Vũ Trọng Hiền').presses('deadlines.snooze:three-hours');
  await stage.clock('2026-03-20T14:00');
  await tam.presses('reviews.agree');
  await tam.submits();
  await stage.clock('2026-03-20T16:40');
  await khue.types('/review synthesis');
  await vinh.types('/review synthesis');
  await khoa.types('/review synthesis');
}
