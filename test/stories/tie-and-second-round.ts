/**
 * An election by Robert's rules in the room: nobody has a majority and one has exactly half, so the rule has another round;
 * then the confirmation is tied, which fails by the rule, and is held again with a reason. All people are invented.
 */
import type { Stage, Story } from '../support/story-player.ts';
import { enterCount } from './shared/room.ts';

export const tieAndSecondRound: Story = {
  name: 'tie-and-second-round',
  team: 'T0NOMCOM',
  begins: '2026-03-09T09:00',
  zone: 'UTC',
  async play(stage) {
    await settingUp(stage);
    await namesAndReview(stage);
    await election(stage);
    await confirmation(stage);
  },
};

const clerk = 'Tobias Wrenfield';
const tellers: string[] = ['Kaori Minazuki', 'Ewan Strathbogie'];
const members: string[] = [...tellers, 'Adaeze Brightwater', 'Jonas Hallström', 'Rafael Quintavalle'];

const [ingrid, babatunde, meiLing] = ['Ingrid Vasquez-Thorne', 'Babatunde Oyelowe', 'Mei-Ling Hartono'] as const;

const words = {
  vi: {
    name: 'Ban Chấp hành Hội',
    chair: 'Trưởng ban',
    plan: 'Nhân sự nhiệm kỳ 2027–2029',
    seat: 'Chủ tịch',
    reason: 'Nhiều hội viên giới thiệu.',
    again: 'Sau khi trao đổi thêm, tập thể đề nghị biểu quyết lại.',
  },
  en: {
    name: 'Board of the Association',
    chair: 'Chair',
    plan: 'Open seats 2027–2029',
    seat: 'President',
    reason: 'Put forward by many members.',
    again: 'After a longer talk the members ask for a new vote.',
  },
};

async function settingUp(stage: Stage): Promise<void> {
  const tobias = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Tập thể và quy trình', en: 'The committee and its steps' });
  await tobias.types('/committee');
  await tobias.submits({ name: w.name, profile: 'general', language: stage.locale, zone: 'UTC' });
  await tobias.presses('committees.take-over');
  await tobias.submits({ users: ['Maren Okafor-Lind', ...members] });
  await tobias.types('/committee members');
  await tobias.presses('committees.member', 'Maren Okafor-Lind');
  await tobias.submits({ post: w.chair, roles: ['chair', 'member'], votes: ['yes'] });
  await tobias.types('/plan people');
  await tobias.presses('people.import');
  await tobias.submits({
    rows: 'Name,Unit\nIngrid Vasquez-Thorne,Thorne Routing\nBabatunde Oyelowe,Lagos Internet Exchange\nMei-Ling Hartono,Archipelago Registry',
  });
  await tobias.presses('imports.store');
  await tobias.types('/plan new');
  await tobias.submits({ title: w.plan, track: 'board', termFrom: '2027', termTo: '2029', positions: w.seat });
  await tobias.types('/plan steps');
  await tobias.presses('procedures.choose');
  await tobias.submits();
}

async function namesAndReview(stage: Stage): Promise<void> {
  const tobias = stage.as(clerk);
  const w = words[stage.locale];
  stage.scene({ vi: 'Đề cử và lấy ý kiến', en: 'Names and review' });
  for (const name of [ingrid, babatunde, meiLing]) {
    await tobias.types(`/propose ${name}; ${w.seat}; ${w.reason}`);
  }
  await tobias.types('/review list');
  await tobias.presses('reviews.freeze');
  await tobias.submits();
  stage.note({ vi: 'Các bước đi theo thứ tự.', en: 'Steps run in their order.' });
  await tobias.types('/plan steps');
  await tobias.presses('procedures.enter');
  await tobias.submits({ date: '2026-03-09' });
  await tobias.presses('procedures.enter', '2. ');
  await tobias.submits({ date: '2026-03-09', via: 'in-room' });
}

async function election(stage: Stage): Promise<void> {
  const tobias = stage.as(clerk);
  stage.scene({ vi: 'Bầu cử: vừa đúng một nửa', en: 'The election: exactly half' });
  await tobias.presses('procedures.vote');
  await tobias.submits({ place: 'room', date: '2026-03-10', tellers });
  await tobias.presses('ballots.open');
  await counts(stage, { [ingrid]: '3', [babatunde]: '2', [meiLing]: '1' });
  await tobias.types('/plan steps');
  await tobias.presses('procedures.standings');
  stage.scene({ vi: 'Lượt thứ hai', en: 'The second round' });
  await tobias.types('/vote result');
  await tobias.presses('ballots.how');
  await tobias.presses('ballots.next');
  await tobias.submits({ date: '2026-03-11' });
  await tobias.presses('ballots.open');
  await counts(stage, { [ingrid]: '4', [babatunde]: '2', [meiLing]: '0' });
  await tobias.types('/plan steps');
}

async function confirmation(stage: Stage): Promise<void> {
  const tobias = stage.as(clerk);
  stage.scene({ vi: 'Xác nhận: bằng phiếu là không đạt', en: 'The confirmation: a tie fails' });
  await tobias.presses('procedures.vote');
  await tobias.submits({ place: 'room', date: '2026-03-12', tellers });
  await tobias.presses('ballots.open');
  await counts(stage, { [ingrid]: '3/3' });
  await tobias.types('/vote result');
  await tobias.presses('ballots.how');
  await tobias.presses('ballots.again');
  await tobias.submits({ why: words[stage.locale].again, date: '2026-03-13' });
  await tobias.presses('ballots.open');
  await counts(stage, { [ingrid]: '4/1/1' });
  await tobias.types('/plan steps');
  await tobias.presses('procedures.standings');
}

/** Both tellers, each alone, with the same numbers. */
async function counts(stage: Stage, votes: Record<string, string>): Promise<void> {
  await stage.minutes(2);
  for (const name of tellers) {
    await enterCount(stage.as(name), '6', votes);
  }
}
