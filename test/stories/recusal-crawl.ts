/**
 * Conflicts of interest in an association: the chair says one before the name is put forward, one that was found stands
 * and one is dismissed, a deputy leads the chair's case; and everything that those who are recused can look at says
 * nothing of it: menus, lists, search, the review, dates, the conference, the history. All people are invented.
 */
import type { Player, Stage, Story } from '../support/story-player.ts';

export const recusalCrawl: Story = {
  name: 'recusal-crawl',
  team: 'T0NOMCOM',
  begins: '2026-03-02T09:00',
  zone: 'UTC',
  async play(stage) {
    await settingUp(stage);
    await conflicts(stage);
    await opening(stage);
    await nowhere(stage);
    await late(stage);
    await afterwards(stage);
  },
};

const words = {
  vi: {
    name: 'Ban đề cử của Hội',
    chair: 'Trưởng ban',
    deputy: 'Phó ban',
    plan: 'Nhân sự Ban Chấp hành 2027–2029',
    seat: 'Ủy viên Ban Chấp hành',
    reason: 'Đã cùng làm việc nhiều năm.',
    heard: 'Nhiều người giới thiệu.',
    columns: 'Họ tên,Đơn vị,Chức vụ',
    dismissed: 'Giới thiệu một người chưa phải là thân thiết; không có căn cứ nào khác.',
    lifted: 'Chỉ cùng làm một dự án cách đây mười năm.',
    subject: 'Cho ý kiến về danh sách',
    agenda: 'Thông qua chương trình\nTrường hợp Mei-Ling Hartono',
  },
  en: {
    name: 'Board Committee',
    chair: 'Chair',
    deputy: 'Deputy chair',
    plan: 'Open seats 2027–2029',
    seat: 'Board member',
    reason: 'We have worked together for years.',
    heard: 'Put forward by several people.',
    columns: 'Name,Unit,Present post',
    dismissed: 'To put a name forward is no closeness; nothing else is known.',
    lifted: 'They only shared one project ten years ago.',
    subject: 'The list under review',
    agenda: 'Adoption of the agenda\nThe case of Mei-Ling Hartono',
  },
};

const [clerk, chair, deputy] = ['Tobias Wrenfield', 'Maren Okafor-Lind', 'Kaori Minazuki'];
/** Two who put names forward: found both times, it stands for the one and is dismissed for the other. */
const [introducer, proposer] = ['Adaeze Brightwater', 'Jonas Hallström'];
/** The case that is closed to the chair, and to whoever put the name forward. */
const closed = 'Mei-Ling Hartono';

async function settingUp(stage: Stage): Promise<void> {
  const tobias = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Thiết lập', en: 'Setting up' });
  await tobias.types('/committee');
  await tobias.submits({ name: w.name, profile: 'general', language: stage.locale, zone: 'UTC' });
  await tobias.presses('committees.take-over');
  await tobias.submits();
  await tobias.types('/committee members');
  await tobias.presses('committees.member', chair);
  await tobias.submits({ post: w.chair, roles: ['chair', 'member'] });
  await tobias.presses('committees.member', deputy);
  await tobias.submits({ post: w.deputy, roles: ['deputy', 'member'] });
  await tobias.types('/plan people');
  await tobias.presses('people.import');
  await tobias.submits({
    rows: [
      w.columns,
      'Ingrid Vasquez-Thorne,Thorne Routing,Working group chair',
      'Babatunde Oyelowe,Lagos Internet Exchange,Operations lead',
      `${closed},Archipelago Registry,Treasurer`,
    ].join('\n'),
  });
  await tobias.presses('imports.store');
  await tobias.types('/plan new');
  const terms = { track: 'board', termFrom: '2027', termTo: '2029' };
  await tobias.submits({ title: w.plan, ...terms, positions: `${w.seat}; 3` });
  await stage.as(proposer).types(`/propose Ingrid Vasquez-Thorne; ${w.seat}; ${w.reason}`);
  await tobias.types(`/propose Babatunde Oyelowe; ${w.seat}; ${w.heard}`);
}

async function conflicts(stage: Stage): Promise<void> {
  const tobias = stage.as(clerk);
  const maren = stage.as(chair);
  const w = words[stage.locale];
  stage.scene({ vi: 'Xung đột lợi ích', en: 'Conflicts of interest' });
  stage.note({
    vi: 'Chủ trì khai báo trước khi nhân sự được giới thiệu.',
    en: 'The chair says it before the name is put forward.',
  });
  await maren.types('/review conflicts');
  await maren.presses('reviews.declare-conflict');
  await maren.submits({ fullName: closed, kind: 'relative' });
  await stage.as(introducer).types(`/propose ${closed}; ${w.seat}; ${w.heard}`);
  stage.note({
    vi: 'Thư ký xem những trường hợp được phát hiện.',
    en: 'The committee secretary rules on what was found.',
  });
  await tobias.types('/review conflicts');
  await tobias.presses('reviews.pin-conflict', introducer);
  await tobias.presses('reviews.dismiss-conflict', proposer);
  await tobias.submits({ reason: w.dismissed });
  stage.note({
    vi: 'Phó ban thay chủ trì trong trường hợp này.',
    en: 'The deputy leads the case in place of the chair.',
  });
  await stage.as(deputy).presses('reviews.led-cases');
  await stage.as(deputy).presses('reviews.take-on');
}

async function opening(stage: Stage): Promise<void> {
  const tobias = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Lấy ý kiến, hai thời hạn', en: 'The review, with two dates' });
  await tobias.types('/review open');
  await tobias.submits({ plan: w.plan, date: '2026-03-03', closesDate: '2026-03-04' });
  await tobias.presses('reviews.confirm-open');
  await stage.minutes(2);
  await tobias.types(`/conference schedule ${w.subject}`);
  const form = { date: '2026-03-06', time: '14:00', minutes: 60, place: 'https://meet.example/board', chair };
  await tobias.submits({ ...form, agenda: w.agenda });
  await tobias.presses('conferences.send');
  await stage.minutes(2);
}

/** Three who look at the same things: somebody who takes part in everything first, for comparison. */
async function nowhere(stage: Stage): Promise<void> {
  stage.scene({ vi: 'Không thấy ở đâu', en: 'Found nowhere' });
  stage.note({ vi: 'Người tham gia mọi trường hợp.', en: 'Somebody who takes part in every case.' });
  await looksAround(stage.as(proposer), false);
  stage.note({
    vi: 'Chủ trì: hai nhân sự, không có khoảng trống, không có dấu vết.',
    en: 'The chair: two nominees, no gap, no trace.',
  });
  await looksAround(stage.as(chair), true);
  stage.note({ vi: 'Người đã giới thiệu nhân sự đó: cũng vậy.', en: 'Who put the name forward: the same.' });
  await looksAround(stage.as(introducer), true);
}

async function looksAround(reader: Player, isRecused: boolean): Promise<void> {
  await reader.types('/candidates');
  await reader.types('/review');
  await reader.types('/review list');
  await reader.presses('reviews.list');
  await reader.types('/quorate duties');
  await reader.types('/conference');
  await reader.presses('conferences.open');
  if (!isRecused) return;
  await reader.types('/deadline');
  await reader.types(`/quorate audit ${closed}`);
  await reader.presses('reviews.agree');
  await reader.submits();
}

async function late(stage: Stage): Promise<void> {
  stage.scene({ vi: 'Sau thời hạn đề nghị', en: 'After the date asked for' });
  await stage.as(deputy).presses('reviews.agree');
  await stage.as(deputy).submits();
  await stage.clock('2026-03-04T10:00');
  await stage.as(proposer).types('/review');
  await stage.as(proposer).presses('reviews.agree');
  await stage.as(proposer).submits();
  await stage.as(clerk).types('/review progress');
  stage.note({
    vi: 'Đến thời điểm đóng, đợt lấy ý kiến tự đóng.',
    en: 'At the second date the review closes by itself.',
  });
  await stage.clock('2026-03-04T17:01');
}

async function afterwards(stage: Stage): Promise<void> {
  const tobias = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Tổng hợp', en: 'The synthesis' });
  stage.note({
    vi: 'Chủ trì đọc tổng hợp về hai nhân sự, phó ban đọc phần còn lại.',
    en: 'The chair reads the synthesis on two nominees, the deputy the rest.',
  });
  await stage.as(chair).types('/review synthesis');
  await stage.as(deputy).types('/review synthesis');
  stage.note({ vi: 'Cho tham gia trở lại, có lý do.', en: 'One recusal is lifted again, with a reason.' });
  await tobias.types('/review conflicts');
  await tobias.presses('reviews.lift-recusal', introducer);
  await tobias.submits({ reason: w.lifted });
  await stage.as(introducer).types('/candidates');
}
