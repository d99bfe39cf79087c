/**
 * Half of the committee has no account, and its chair has one but never clicks: a whole round and a whole conference are
 * carried by the committee secretary, from letters and in the room. All people are invented.
 */
import type { Stage, Story } from '../support/story-player.ts';
import { chair, clerk, officeCommittee, officePlan, rowsOf } from './shared/office.ts';

export const halfOnPaper: Story = {
  name: 'half-on-paper',
  team: 'T0VANPHONG',
  begins: '2026-03-02T09:00',
  zone: 'Asia/Ho_Chi_Minh',
  async play(stage) {
    await settingUp(stage);
    await review(stage);
    await summons(stage);
    await day(stage);
    await minutes(stage);
    await afterwards(stage);
  },
};

const inChat = ['Lê Thị Thanh Tâm', 'Hoàng Đức Tài'] as const;
const onPaper = ['Nguyễn Thị Bích Thủy', 'Kiều Văn Thước', 'Phùng Thị Mận', 'Lục Đình Chương'] as const;

const words = {
  vi: {
    name: 'Ban Chấp hành Đảng bộ Văn phòng',
    chair: 'Bí thư Đảng ủy',
    member: 'Ủy viên Ban Chấp hành',
    reasons: 'Hoàn thành tốt nhiệm vụ ba năm liền.',
    comment: 'Đề nghị bố trí công tác ở cơ sở một năm trước khi bổ nhiệm.',
    subject: 'Hội nghị Ban Chấp hành về quy hoạch',
    agenda: 'Biên bản hội nghị trước\nLịch họp quý II\nKế hoạch công tác quý II',
    together: ['Biên bản hội nghị trước', 'Lịch họp quý II'],
    absent: 'Điều trị tại bệnh viện.',
    noted: 'Đề nghị bổ sung lịch kiểm tra ở cơ sở vào kế hoạch.',
    decision: 'Thông qua kế hoạch công tác quý II.',
    listed: 'Nhất trí danh sách giới thiệu quy hoạch.',
    task: 'Gửi lịch kiểm tra ở cơ sở cho các chi bộ.',
    correction: 'Đề nghị bổ sung lịch kiểm tra ở cơ sở, nêu rõ chi bộ, vào kế hoạch.',
    settled: 'Đã gửi bằng công văn số 41.',
    next: 'Hội nghị Ban Chấp hành tháng Tư',
    nextAgenda: 'Thông qua chương trình',
  },
  en: {
    name: 'Executive Committee of the Office Party Organisation',
    chair: 'Party Secretary',
    member: 'Member of the Executive Committee',
    reasons: 'Three years of good work.',
    comment: 'Should work in a local unit for a year before any appointment.',
    subject: 'Conference on the succession plan',
    agenda: 'Minutes of the last conference\nDates of the second quarter\nWork plan of the second quarter',
    together: ['Minutes of the last conference', 'Dates of the second quarter'],
    absent: 'In hospital.',
    noted: 'It was suggested to add the local inspections to the plan.',
    decision: 'The work plan of the second quarter is adopted.',
    listed: 'Agreed to the list put forward for the plan.',
    task: 'Send the dates of the local inspections to the cells.',
    correction: 'It was suggested to add the local inspections to the plan, cell by cell.',
    settled: 'Sent by letter number 41.',
    next: 'Conference in April',
    nextAgenda: 'Adoption of the agenda',
  },
};

const register = rowsOf([
  ['Họ và tên', 'Tháng năm sinh', 'Giới tính', 'Chức vụ hiện tại', 'Đơn vị công tác', 'Bậc'],
  ['Hồ Thị Mai Phương', '02/1983', 'Nữ', 'Phó Vụ trưởng', 'Vụ Kế hoạch – Tài chính', '2'],
  ['Quách Minh Tuấn', '10/1984', 'Nam', 'Phó Cục trưởng', 'Cục Quản trị', '2'],
]);

async function settingUp(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Tập thể và danh sách', en: 'The committee and its list' });
  await officeCommittee(stage, { name: w.name, chairPost: w.chair, users: [chair, ...inChat] });
  await khue.types('/committee');
  for (const name of onPaper) {
    await khue.presses('committees.add');
    await khue.submits({ name, post: w.member });
  }
  await khue.types('/plan people');
  await khue.presses('people.import');
  await khue.submits({ rows: register });
  await khue.presses('imports.store');
  await officePlan(stage, 'Ủy viên Ban Chấp hành; 15; 3; tập thể');
  await khue.types(`/propose Hồ Thị Mai Phương; Ủy viên Ban Chấp hành; ${w.reasons}`);
  await khue.types(`/propose Quách Minh Tuấn; Ủy viên Ban Chấp hành; ${w.reasons}`);
}

async function review(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Ý kiến bằng văn bản', en: 'Comments on paper' });
  await stage.clock('2026-03-09T08:00');
  await khue.types('/review open');
  await khue.submits({ plan: 'Quy hoạch cấp ủy', date: '2026-03-13' });
  await khue.presses('reviews.confirm-open');
  await stage.minutes(2);
  for (const name of inChat) {
    const member = stage.as(name);
    await member.presses('reviews.agree');
    await member.submits();
  }
  await stage.clock('2026-03-12T09:00');
  stage.note({
    vi: 'Bí thư cho ý kiến bằng văn bản, không thao tác trên kênh trao đổi.',
    en: 'The Party Secretary comments on paper; he never uses the chat.',
  });
  await khue.types('/review progress');
  const answers: Record<string, string>[] = [
    { person: chair, via: 'paper', reference: '12-YK/ĐU', dated: '2026-03-11', how: 'all' },
    { person: onPaper[0], via: 'letter', reference: '07-CV/CB3', dated: '2026-03-10', how: 'all' },
    { person: onPaper[2], via: 'phone', how: 'all' },
  ];
  for (const answer of answers) {
    await khue.presses('reviews.record');
    await khue.submits(answer);
    await khue.types('/review progress');
  }
  await khue.presses('reviews.record');
  await khue.submits({ person: onPaper[1], via: 'paper', dated: '2026-03-11', how: 'some' });
  await khue.submits({ rest: ['yes'], 'position-0-0': ['Quách Minh Tuấn'] });
  await khue.submits({ stance: 'agree-with-comments' });
  await khue.submits({ text: w.comment });
  await khue.presses('reviews.send');
  await stage.clock('2026-03-13T16:40');
  await khue.types('/review synthesis');
}

async function summons(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Giấy mời và trả lời', en: 'Summons and answers' });
  await stage.clock('2026-03-16T09:00');
  await khue.types(`/conference schedule ${w.subject}`);
  await khue.submits({
    date: '2026-03-27',
    time: '08:00',
    minutes: 120,
    place: 'Phòng họp số 2',
    chair,
    agenda: w.agenda,
    lists: ['Quy hoạch cấp ủy'],
  });
  await khue.presses('conferences.agenda');
  for (const item of w.together) {
    await khue.presses('conferences.item', item);
    await khue.submits({ kind: 'vote', owner: chair, consent: ['consent'] });
  }
  await khue.presses('conferences.preview');
  await khue.presses('conferences.send');
  await stage.minutes(2);
  await khue.types('/conference');
  await khue.presses('conferences.open');
  await khue.presses('conferences.summoned');
  await khue.presses('conferences.letters');
  await stage.as(inChat[0]).presses('conferences.answer:coming');
  stage.note({
    vi: 'Các trả lời qua điện thoại và bằng văn bản.',
    en: 'The answers that came by phone and on paper.',
  });
  await stage.clock('2026-03-24T10:00');
  await khue.types('/conference answers');
  await khue.presses('conferences.record-many');
  await khue.submits({ names: [chair, onPaper[0], onPaper[1]].join('\n'), answer: 'coming', via: 'phone' });
  await khue.presses('conferences.record');
  await khue.submits({ person: onPaper[3], answer: 'absent', reason: w.absent, via: 'letter', reference: '15-CV' });
}

async function day(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Trong phòng họp', en: 'In the room' });
  await stage.clock('2026-03-27T07:50');
  await khue.types('/conference run');
  await khue.presses('sittings.begin');
  await stage.minutes(1);
  await stage.as(inChat[0]).presses('sittings.here');
  await khue.presses('sittings.tick');
  await khue.submits({ group0: [chair, inChat[1], onPaper[0], onPaper[1]] });
  await stage.clock('2026-03-27T08:02');
  await khue.presses('sittings.open');
  await khue.submits();
  await khue.presses('sittings.together');
  await khue.submits();
  await khue.presses('sittings.take-up');
  await khue.presses('sittings.note');
  await khue.submits({ text: w.noted });
  stage.note({ vi: 'Một đồng chí đến muộn.', en: 'One member comes late.' });
  await stage.minutes(10);
  await khue.presses('sittings.movement');
  await khue.submits({ movement: 'arrived', person: onPaper[2], time: '08:10' });
  await khue.presses('sittings.decide');
  await khue.submits({ text: w.decision, outcome: 'adopted', for: 6, against: 0, abstain: 0 });
  await khue.presses('sittings.give-task');
  await khue.submits({ text: w.task, owner: onPaper[0], date: '2026-04-10' });
  await khue.presses('sittings.take-up');
  await khue.presses('sittings.decide');
  await khue.submits({ text: w.listed, outcome: 'consensus' });
  await khue.presses('sittings.conclude');
  await khue.submits();
}

async function minutes(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Biên bản', en: 'Minutes' });
  await khue.presses('minutes.read');
  await khue.presses('minutes.preview:draft');
  await khue.presses('minutes.send');
  await stage.minutes(2);
  await stage.as(inChat[0]).presses('minutes.read');
  stage.note({
    vi: 'Một đồng chí không có tài khoản đề nghị sửa một câu; thư ký ghi nhận thay.',
    en: 'A member without an account asks for other words; the committee secretary records it for her.',
  });
  await khue.types('/conference minutes');
  await khue.presses('minutes.propose');
  await khue.submits({ event: w.noted.slice(0, 20), text: w.correction, person: onPaper[0] });
  await khue.presses('minutes.accept');
  await stage.minutes(2);
  stage.note({
    vi: 'Bí thư ký biên bản bằng giấy: số văn bản thay cho việc xác nhận.',
    en: 'The Party Secretary signs on paper: the number of the paper stands in place of his confirmation.',
  });
  await stage.clock('2026-03-30T09:00');
  await khue.types('/conference minutes');
  await khue.presses('minutes.paper');
  await khue.submits({ number: '15-BB/ĐU', dated: '2026-03-30' });
  await khue.presses('minutes.preview:conclusions');
  await khue.presses('minutes.send');
  await stage.minutes(2);
}

async function afterwards(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Nhiệm vụ và hội nghị sau', en: 'The task, and the next conference' });
  await stage.clock('2026-04-09T09:00');
  await khue.types(`/conference schedule ${w.next}`);
  await khue.submits({ date: '2026-04-24', time: '08:00', place: 'Phòng họp số 2', agenda: w.nextAgenda });
  await khue.types('/conference tasks');
  await khue.presses('tasks.settle');
  await khue.submits({ state: 'done', word: w.settled });
  await khue.types('/conference tasks');
}
