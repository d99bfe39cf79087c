/** The conference is called with the frozen list, answered, moved, and reminded of; what is left stands in Home and the history. */
import type { Stage } from '../../support/story-player.ts';

export async function conference(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  const vinh = stage.as('Đinh Quang Vinh');
  const khoa = stage.as('Phan Việt Khoa');
  const ngan = stage.as('Bùi Thu Ngân');
  const tai = stage.as('Hoàng Đức Tài');

  stage.scene({ vi: 'Triệu tập hội nghị', en: 'Calling the conference' });
  await khue.types('/conference schedule Hội nghị Ban Chấp hành về quy hoạch');
  await khue.submits({
    date: '2026-03-27',
    time: '08:00',
    minutes: 150,
    place: 'Phòng họp số 2',
    agenda: 'Thông qua chương trình\nGiới thiệu nhân sự quy hoạch cấp ủy nhiệm kỳ 2025–2030',
    lists: ['Quy hoạch cấp ủy'],
  });
  await khue.presses('conferences.send');
  await stage.minutes(2);
  await vinh.presses('conferences.answer:coming');
  await khoa.presses('conferences.answer:absent');
  await khoa.submits({ reason: 'Đi công tác theo quyết định số 45.' });
  await ngan.presses('conferences.answer:coming');
  await khue.types('/conference answers');
  await khue.presses('conferences.record');
  await khue.submits({ person: 'Nguyễn Thị Bích Thủy', answer: 'coming', via: 'phone' });

  stage.scene({ vi: 'Đổi giờ, nhắc, ngày họp', en: 'Another time, reminders, the day' });
  await khue.types('/conference change');
  await khue.submits({ time: '14:00' });
  await khue.presses('conferences.send');
  await stage.minutes(2);
  await vinh.presses('conferences.file');
  await tai.presses('conferences.answer:coming');
  await khue.opensHome();
  await tai.types('/quorate away');
  await tai.closes();
  await stage.clock('2026-03-27T14:05');
  await khue.types('/quorate duties');

  stage.scene({ vi: 'Lịch sử', en: 'History' });
  await vinh.types('/quorate audit');
  await vinh.types('/quorate audit verify');
  await stage.as('Trần Hải Đăng').types('/quorate audit');
  await khue.types('/quorate help');
}
