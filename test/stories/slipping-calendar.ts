/**
 * The authority needs the list on a day: the steps are laid out backwards from it, twice something slips, and one click
 * moves what follows with everybody touched told once. All people are invented.
 */
import type { Stage, Story } from '../support/story-player.ts';
import { officeCommittee, officePlan } from './shared/office.ts';

export const slippingCalendar: Story = {
  name: 'slipping-calendar',
  team: 'T0VANPHONG',
  begins: '2026-03-02T09:00',
  zone: 'Asia/Ho_Chi_Minh',
  async play(stage) {
    await settingUp(stage);
    await layingOut(stage);
    await namesTakeLonger(stage);
    await roundAndConference(stage);
    await roundTakesLonger(stage);
    await doesNotFit(stage);
  },
};

async function settingUp(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({ vi: 'Tập thể và kế hoạch', en: 'The committee and its plan' });
  await officeCommittee(stage);
  await khue.presses('committees.member', 'Lê Thị Thanh Tâm');
  await khue.submits({ post: 'Phó Bí thư Thường trực Đảng ủy', roles: ['deputy', 'member'], rank: 20 });
  await khue.types('/committee');
  await khue.presses('committees.add');
  await khue.submits({ name: 'Nguyễn Thị Bích Thủy', post: 'Ủy viên Ban Chấp hành' });
  await officePlan(stage, 'Ủy viên Ban Chấp hành; 15; 3; tập thể\nỦy viên Ban Thường vụ; 5; 4; tập thể', '2026-03-20');
}

async function layingOut(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({ vi: 'Lập lịch lùi từ ngày trình', en: 'The calendar, backwards from the day' });
  await khue.types('/deadline calendar');
  await khue.presses('deadlines.schedule-new');
  await khue.fills({ date: '2026-03-16' });
  await khue.fills({ date: '2026-05-08' });
  await khue.submits();
  await stage.as('Bùi Thu Ngân').types('/deadline calendar');
}

async function namesTakeLonger(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({ vi: 'Giới thiệu nhân sự kéo dài thêm', en: 'Names take longer' });
  await khue.types('/propose Mai Xuân Phúc; Ủy viên Ban Thường vụ; Có uy tín, hoàn thành tốt nhiệm vụ.');
  await stage.clock('2026-03-18T10:00');
  await khue.types('/deadline move 1; 8/4');
  await khue.presses('deadlines.confirm-move');
  await stage.minutes(1);
  await khue.presses('deadlines.move-all');
  stage.note({ vi: 'Bấm nhầm: hoàn tác, rồi dời lại.', en: 'Too fast: undone, and moved again.' });
  await khue.presses('deadlines.undo-move');
  await khue.presses('deadlines.move-all');
  await stage.minutes(2);
}

async function roundAndConference(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({ vi: 'Lấy ý kiến, triệu tập hội nghị', en: 'The round and the conference' });
  await stage.clock('2026-04-09T08:30');
  await khue.types('/review open');
  await khue.submits({ plan: 'Quy hoạch cấp ủy nhiệm kỳ 2025–2030', date: '2026-04-15' });
  await khue.presses('reviews.confirm-open');
  await stage.minutes(2);
  await khue.types('/conference schedule Hội nghị Ban Chấp hành về quy hoạch');
  await khue.submits({
    date: '2026-04-23',
    time: '08:00',
    minutes: 120,
    place: 'Phòng họp số 2',
    chair: 'Đinh Quang Vinh',
    agenda: 'Thông qua chương trình\nQuy hoạch cấp ủy',
  });
  await khue.presses('conferences.send');
  await stage.minutes(2);
  await stage.as('Đinh Quang Vinh').presses('conferences.answer:coming');
  await khue.types('/deadline calendar');
}

async function roundTakesLonger(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({
    vi: 'Đợt lấy ý kiến kéo dài, hội nghị phải dời',
    en: 'The round takes longer, the conference has to move',
  });
  await stage.clock('2026-04-14T09:00');
  await khue.types('/deadline');
  await khue.types('/deadline move 1; 20/4');
  await khue.presses('deadlines.confirm-move');
  await stage.minutes(1);
  await khue.presses('deadlines.move-all');
  await stage.minutes(2);
  await khue.types('/conference answers');
  stage.note({
    vi: 'Lời nhắc theo ngày mới; ngày cũ không nhắc ai nữa.',
    en: 'Reminders come on the new dates; on the old ones nobody is reminded.',
  });
  await stage.clock('2026-04-20T17:00');
  await khue.types('/deadline calendar');
}

async function doesNotFit(stage: Stage): Promise<void> {
  const khue = stage.as('Ngô Minh Khuê');
  stage.scene({ vi: 'Không còn kịp', en: 'It does not fit any more' });
  await khue.types('/conference change');
  await khue.submits({ date: '2026-05-07' });
  await khue.presses('conferences.send');
  await stage.minutes(2);
  await khue.types('/deadline calendar');
  await khue.presses('deadlines.schedule-end');
  await stage.minutes(2);
  await khue.types('/quorate audit');
}
