/**
 * A head of division is seconded to a province for three months; the post that this empties is filled by somebody of the plan,
 * and both are decided at once. Stretches that overlap are refused, and the end is thought of in time. All people are invented.
 */
import type { Stage, Story } from '../support/story-player.ts';

export const movementWithChain: Story = {
  name: 'movement-with-chain',
  team: 'T0VANPHONG',
  begins: '2026-03-02T09:00',
  zone: 'Asia/Ho_Chi_Minh',
  async play(stage) {
    await settingUp(stage);
    await proposing(stage);
    await hearing(stage);
    await deciding(stage);
    await ending(stage);
  },
};

const clerk = 'Ngô Minh Khuê';
const chair = 'Đinh Quang Vinh';
const member = 'Lê Thị Thanh Tâm';
const first = 'Hồ Thị Mai Phương';
const second = 'Quách Minh Tuấn';

const words = {
  vi: {
    name: 'Tập thể lãnh đạo Văn phòng',
    plan: 'Quy hoạch lãnh đạo cấp phòng',
    province: 'Văn phòng tỉnh Đông Hải',
    head: 'Trưởng phòng',
    chief: 'Phó Chánh Văn phòng',
    division: 'Phòng Tổng hợp',
    reason: 'Rèn luyện thực tiễn ở cơ sở.',
    fills: 'Trong quy hoạch Trưởng phòng, đủ điều kiện.',
    condition: 'Đề nghị nhận nhiệm vụ sau khi bàn giao hồ sơ quý II.',
    authority: 'Chánh Văn phòng',
  },
  en: {
    name: 'Leadership of the Office',
    plan: 'Plan of heads of division',
    province: 'Office of Dong Hai Province',
    head: 'Trưởng phòng',
    chief: 'Deputy Chief of Office',
    division: 'Phòng Tổng hợp',
    reason: 'To gain experience in a province.',
    fills: 'In the plan for the post, and qualified.',
    condition: 'I would like to hand over the files of the second quarter first.',
    authority: 'The Chief of Office',
  },
};

const register = [
  ['Họ và tên', 'Tháng năm sinh', 'Giới tính', 'Chức vụ hiện tại', 'Đơn vị công tác', 'Bậc'],
  [first, '02/1983', 'Nữ', 'Trưởng phòng', 'Phòng Tổng hợp', '3'],
  [second, '10/1984', 'Nam', 'Phó Trưởng phòng', 'Phòng Tổng hợp', '2'],
]
  .map((row) => row.join('\t'))
  .join('\n');

async function settingUp(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Danh bạ và quy hoạch', en: 'The register and the plan' });
  await khue.types('/committee');
  await khue.submits({ name: w.name, profile: 'vn-state', language: stage.locale, zone: 'Asia/Ho_Chi_Minh' });
  await khue.presses('committees.take-over');
  await khue.submits({ users: [chair, member] });
  await khue.types('/committee members');
  await khue.presses('committees.member', chair);
  await khue.submits({ roles: ['chair', 'member'], rank: 10 });
  await khue.types('/plan people');
  await khue.presses('people.import');
  await khue.submits({ rows: register });
  await khue.presses('imports.store');
  await khue.types('/plan new');
  await khue.submits({
    title: w.plan,
    track: 'leadership',
    termFrom: '01/2026',
    termTo: '01/2031',
    positions: 'Trưởng phòng; 1; 3',
  });
}

async function proposing(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Kế hoạch năm', en: 'The plan of the year' });
  const tam = stage.as(member);
  await tam.types('/move propose');
  const rotation = {
    kind: 'secondment',
    toUnit: w.province,
    toPost: w.chief,
    startsOn: '2026-04-01',
    reason: w.reason,
  };
  await tam.submits({ ...rotation, person: first, endsOn: '2026-06-30' });
  await khue.types('/move');
  await khue.presses('movements.open', first);
  await khue.presses('movements.take-up');
  stage.note({ vi: 'Thời gian trùng nhau không được chấp nhận.', en: 'Days that overlap are refused.' });
  await khue.types('/move propose');
  const sharing = { kind: 'rotation', toUnit: w.province, startsOn: '2026-06-01', endsOn: '2029-05-31' };
  await khue.submits({ ...sharing, person: first, reason: w.reason });
  await khue.closes();
  stage.note({ vi: 'Vị trí sẽ khuyết và người thay.', en: 'The post that is left empty, and who fills it.' });
  await khue.types('/move');
  await khue.presses('movements.open', first);
  await khue.presses('movements.next');
  await khue.submits({ person: second, kind: 'transfer', startsOn: '2026-04-01', reason: w.fills });
}

async function hearing(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  stage.scene({ vi: 'Ý kiến hai nơi và nhân sự', en: 'Both places and the person' });
  await khue.types('/move');
  await khue.presses('movements.open', first);
  await khue.presses('movements.ask');
  await khue.submits({ until: '2026-03-20' });
  const w = words[stage.locale];
  const letters: Record<string, string>[] = [
    { side: 'sending', stance: 'agree', via: 'letter', reference: '31-CV' },
    { side: 'receiving', stance: 'agree', via: 'letter', reference: '12-CV' },
    { side: 'person', stance: 'with-conditions', text: w.condition, via: 'in-room' },
  ];
  for (const letter of letters) {
    await khue.presses('movements.hear');
    await khue.submits(letter);
  }
}

async function deciding(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Quyết định cả chuỗi', en: 'The chain is decided at once' });
  await stage.clock('2026-03-23T09:00');
  await khue.types('/move');
  await khue.presses('movements.open', first);
  await khue.presses('movements.decide-chain');
  await khue.submits({ outcome: 'approve', number: '215/QĐ-VP', decidedOn: '2026-03-20', authority: w.authority });
  await stage.minutes(2);
  await khue.types('/move list 2026');
}

async function ending(stage: Stage): Promise<void> {
  const khue = stage.as(clerk);
  stage.scene({ vi: 'Trước khi hết thời hạn', en: 'Before the end' });
  await stage.clock('2026-05-04T09:00');
  await khue.types('/quorate duties');
  await khue.presses('movements.open', first);
  await khue.presses('movements.end');
  await khue.submits({ ending: 'returned', on: '2026-05-03', decision: '88/QĐ-VP' });
}
