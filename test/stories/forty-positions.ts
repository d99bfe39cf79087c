/**
 * A whole body in one plan: twenty divisions, forty positions, three hundred people taken over from a file, reviewed in one
 * sitting. Every list that would not fit into a window is read page by page. All people are invented.
 */
import type { Stage, Story } from '../support/story-player.ts';
import { clerk, officeCommittee, rowsOf } from './shared/office.ts';

export const fortyPositions: Story = {
  name: 'forty-positions',
  team: 'T0VANPHONG',
  begins: '2026-11-09T09:00',
  zone: 'Asia/Ho_Chi_Minh',
  async play(stage) {
    await settingUp(stage);
    await takingOver(stage);
    await reading(stage);
    await reviewing(stage);
    await proposing(stage);
  },
};

const title = 'Quy hoạch lãnh đạo các phòng nhiệm kỳ 2025–2030';
const divisions = Array.from({ length: 20 }, (_, number) => `Phòng ${number + 1}`);
const positions = divisions.flatMap((name) => [`Trưởng ${name}; 1; 4`, `Phó Trưởng ${name}; 2; 3`]).join('\n');

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô'];
const middles = ['Thị Bích', 'Văn', 'Thị Lan', 'Đức', 'Thị Ngọc', 'Quốc'];
const given = ['An', 'Bình', 'Châu', 'Dương', 'Giang'];

/** Would be past retirement in this term. */
const tooOld = 'Nguyễn Văn Bình';

/** Three hundred names, fifteen to a division, no two alike; every woman has an even number. */
const people = Array.from({ length: 300 }, (_, number) => {
  const middle = middles[number % middles.length] ?? '';
  const name = `${surnames[Math.floor(number / 30)]} ${middle} ${given[Math.floor(number / 6) % given.length]}`;
  const division = divisions[Math.floor(number / 15)] ?? '';
  const isForHead = number % 15 < 5;
  return {
    name,
    born: `0${1 + (number % 9)}/${number === 7 ? 1966 : 1976 + (number % 15)}`,
    sex: middle.startsWith('Thị') ? 'Nữ' : 'Nam',
    division,
    post: isForHead ? 'Phó Trưởng phòng' : 'Chuyên viên',
    level: isForHead ? '3' : '2',
    position: `${isForHead ? 'Trưởng' : 'Phó Trưởng'} ${division}`,
  };
});

const list = rowsOf([
  ['Họ và tên', 'Tháng năm sinh', 'Giới tính', 'Đơn vị', 'Chức vụ hiện tại', 'Bậc', 'Chức danh đã được quy hoạch'],
  ...people.map((one) => [one.name, one.born, one.sex, one.division, one.post, one.level, one.position]),
]);

async function settingUp(stage: Stage): Promise<void> {
  stage.scene({ vi: 'Bốn mươi chức danh', en: 'Forty positions' });
  await officeCommittee(stage);
  const khue = stage.as(clerk);
  await khue.types('/plan new');
  await khue.submits({ title, track: 'leadership', termFrom: '06/2025', termTo: '06/2030', positions });
}

async function takingOver(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  stage.scene({ vi: 'Ba trăm người trong một tệp', en: 'Three hundred people in one file' });
  await khue.presses('plans.import');
  await khue.submits({ file: khue.file('quy-hoach.csv', list) });
  await khue.presses('imports.store');
  stage.note({
    vi: 'Nhập lại chính tệp đó thì không có gì thay đổi.',
    en: 'The same file once more changes nothing.',
  });
  await openPlan(stage);
  await khue.presses('plans.import');
  await khue.submits({ file: khue.file('quy-hoach.csv', list) });
}

async function reading(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  stage.scene({ vi: 'Đọc danh sách', en: 'Reading the list' });
  await openPlan(stage);
  await khue.presses('plans.entries');
  await khue.presses('plans.entries');
  await openPlan(stage);
  await khue.presses('nominations.structure');
}

async function reviewing(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  stage.scene({ vi: 'Rà soát ba trăm người', en: 'Reviewing three hundred people' });
  await openPlan(stage);
  await khue.presses('yearly-reviews.start');
  await khue.presses('yearly-reviews.begin');
  await khue.presses('yearly-reviews.rest');
  stage.note({
    vi: 'Chỉ còn những người mà quy định có ý kiến.',
    en: 'Only those are left about whom the rules have something to say.',
  });
  await khue.presses('yearly-reviews.decide', tooOld);
  await khue.submits({ action: 'remove', reason: 'over-age' });
  await khue.presses('yearly-reviews.difference');
  await khue.presses('yearly-reviews.confirm');
  await khue.submits({ body: 'Ban Thường vụ', decision: '131-QĐ/ĐU', decidedOn: '2026-11-09', basis: '5/5' });
  await stage.minutes(2);
}

async function openPlan(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  await khue.types('/plan');
  await khue.presses('plans.open', title);
}

async function proposing(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  stage.scene({ vi: 'Thêm một người', en: 'One more' });
  await khue.types('/propose');
  await khue.fills({ position: 'Trưởng Phòng 20', person: people[299]?.name ?? '' });
  await khue.submits({ reasons: 'Đã quen việc của phòng.' });
  stage.note({
    vi: 'Danh sách đã có được nhập nguyên trạng; thêm người mới thì theo số lượng quy định.',
    en: 'The older list was taken over as it was; whoever is added now is held to the number in the rules.',
  });
  await khue.closes();
  await openPlan(stage);
  await khue.presses('plans.entries');
}
