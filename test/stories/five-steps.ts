/**
 * The five steps of a new plan: one entered as it came on paper, an open vote, a secret introduction ballot, a ballot in
 * the room with somebody who stands by exception, and a last vote entered from its minutes. All people are invented.
 */
import type { Stage, Story } from '../support/story-player.ts';
import { chair, clerk, officeCommittee, officePlan, rowsOf } from './shared/office.ts';
import { enterCount } from './shared/room.ts';
import { receiptIn, takeKeys } from './shared/sealed-papers.ts';

export const fiveSteps: Story = {
  name: 'five-steps',
  team: 'T0VANPHONG',
  begins: '2026-03-02T09:00',
  zone: 'Asia/Ho_Chi_Minh',
  async play(stage) {
    await settingUp(stage);
    await choosing(stage);
    await openVote(stage);
    await introduction(stage);
    await byException(stage);
    await lastStep(stage);
  },
};

const voters = [chair, 'Lê Thị Thanh Tâm', 'Phan Việt Khoa', 'Vũ Trọng Hiền', 'Bùi Thu Ngân', 'Hoàng Đức Tài'] as const;

const [phuong, tuan, diem] = ['Hồ Thị Mai Phương', 'Quách Minh Tuấn', 'Võ Ngọc Diễm'] as const;
const position = 'Ủy viên Ban Chấp hành';

const register = rowsOf([
  ['Họ và tên', 'Tháng năm sinh', 'Giới tính', 'Chức vụ hiện tại', 'Đơn vị công tác', 'Bậc'],
  [phuong, '02/1983', 'Nữ', 'Phó Vụ trưởng', 'Vụ Kế hoạch – Tài chính', '2'],
  [tuan, '10/1984', 'Nam', 'Phó Cục trưởng', 'Cục Quản trị', '2'],
  [diem, '01/1986', 'Nữ', 'Trưởng phòng', 'Vụ Tổng hợp', '2'],
]);

const words = {
  vi: {
    reasons: 'Hoàn thành tốt nhiệm vụ ba năm liền.',
    prepared: 'Đã rà soát, đánh giá; ba đồng chí cơ bản đủ điều kiện.',
    exception: 'Cấp trên gợi ý bảo đảm tỷ lệ cán bộ trẻ; đã báo cáo bằng công văn số 33.',
    last: 'Thảo luận kỹ trường hợp ngoại lệ trước khi biểu quyết.',
  },
  en: {
    reasons: 'Three years of good work.',
    prepared: 'Reviewed and assessed; three comrades basically qualify.',
    exception: 'The level above asks for younger officials; reported in letter number 33.',
    last: 'The exception was discussed before the vote.',
  },
};

async function settingUp(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  stage.scene({ vi: 'Tập thể và danh sách', en: 'The committee and its list' });
  await officeCommittee(stage, { users: voters });
  await khue.types('/plan people');
  await khue.presses('people.import');
  await khue.submits({ rows: register });
  await khue.presses('imports.store');
  await officePlan(stage, `${position}; 3; 3; tập thể`);
  for (const name of [phuong, tuan, diem]) {
    await khue.types(`/propose ${name}; ${position}; ${words[stage.locale].reasons}`);
  }
}

async function choosing(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  stage.scene({ vi: 'Chọn quy trình; bước 1', en: 'Choosing the steps; step 1' });
  await khue.types('/plan steps');
  await khue.presses('procedures.choose');
  await khue.submits();
  await khue.presses('procedures.enter');
  await khue.submits({ date: '2026-03-02', reference: '05-BB/ĐU', note: words[stage.locale].prepared });
}

async function openVote(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  stage.scene({ vi: 'Bước 2: biểu quyết công khai', en: 'Step 2: an open vote' });
  await khue.presses('procedures.vote');
  await khue.submits({ date: '2026-03-03' });
  await khue.presses('ballots.open');
  await stage.minutes(2);
  for (const name of voters.slice(0, 4)) {
    const voter = stage.as(name);
    await voter.presses('ballots.vote');
    await voter.submits({ q0c0: 'yes' });
  }
  await khue.types('/vote progress');
  await khue.presses('ballots.close');
  stage.note({
    vi: 'Bước 3 cần một danh sách đã chốt.',
    en: 'Step 3 needs a list that is frozen.',
  });
  await khue.types('/plan steps');
  await khue.presses('procedures.vote');
  await khue.types('/review list');
  await khue.presses('reviews.freeze');
  await khue.submits();
}

async function introduction(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  const holders = voters.slice(1, 4);
  stage.scene({ vi: 'Bước 3: phiếu giới thiệu, bỏ phiếu kín', en: 'Step 3: introduction by secret ballot' });
  await khue.types('/plan steps');
  await khue.presses('procedures.vote');
  await khue.submits({ date: '2026-03-05', time: '16:00' });
  await khue.presses('ballots.holders');
  await khue.submits({ holders });
  await khue.presses('ballots.ask-keys');
  await stage.minutes(2);
  const keys = await takeKeys(stage, holders);
  await khue.presses('ballots.open-sealed');
  await stage.minutes(2);
  const papers = [[phuong, tuan], [phuong, tuan, diem], [phuong, tuan], [phuong, diem], [phuong], [tuan]];
  for (const [index, name] of voters.entries()) {
    const voter = stage.as(name);
    await voter.presses('ballots.vote');
    receiptIn(stage, voter);
    await voter.submits({ q0: papers[index] ?? [] });
    await voter.closes();
  }
  await stage.clock('2026-03-05T16:01');
  for (const name of holders.slice(0, 2)) {
    const holder = stage.as(name);
    await holder.presses('sealing.type-words');
    await holder.submits({ words: keys.get(name) ?? '' });
  }
  await khue.types('/plan steps');
  await khue.presses('procedures.standings');
}

async function byException(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  const tellers = voters.slice(4, 6);
  const excepted = { exceptions: [`${diem} (${position})`] };
  stage.scene({ vi: 'Bước 4: trường hợp ngoại lệ có lý do', en: 'Step 4: an exception, with its reason' });
  await khue.types('/plan steps');
  await khue.presses('procedures.vote');
  await khue.submits({ ...excepted, place: 'room', date: '2026-03-06', tellers });
  await khue.submits({ reason: words[stage.locale].exception });
  await khue.presses('ballots.open');
  await stage.minutes(2);
  for (const name of tellers) {
    const teller = stage.as(name);
    await enterCount(teller, '6', { [phuong]: '5', [tuan]: '5', [diem]: '4' });
  }
}

async function lastStep(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  stage.scene({ vi: 'Bước 5: nhập theo biên bản', en: 'Step 5: entered from its minutes' });
  await stage.clock('2026-03-09T09:00');
  await khue.types('/plan steps');
  await khue.presses('procedures.enter', '5. ');
  await khue.submits({
    date: '2026-03-06',
    reference: '07-BB/ĐU',
    letThrough: [`${phuong} (${position})`, `${tuan} (${position})`],
    note: words[stage.locale].last,
  });
  await khue.presses('procedures.standings');
  stage.note({
    vi: 'Người bỏ phiếu chỉ đọc được kết quả đã công bố.',
    en: 'Whoever voted reads only results that are announced.',
  });
  const ngan = stage.as('Bùi Thu Ngân');
  await ngan.types('/plan steps');
  await ngan.presses('procedures.standings');
}
