/**
 * A conference to which too few come, its second call by the rules of the association, and its end. Half of the committee
 * has no account; the chair is away, and a deputy leads. All people are invented.
 */
import type { Stage, Story } from '../support/story-player.ts';

export const secondCall: Story = {
  name: 'conference-with-second-call',
  team: 'T0NOMCOM',
  begins: '2026-03-02T09:00',
  zone: 'UTC',
  async play(stage) {
    await settingUp(stage);
    await calling(stage);
    await tooFew(stage);
    await running(stage);
  },
};

const words = {
  vi: {
    name: 'Ban đề cử của Hội',
    chair: 'Trưởng ban',
    deputy: 'Phó ban',
    member: 'Ủy viên',
    subject: 'Cuộc họp chuẩn bị đợt đề cử',
    agenda: 'Thông qua chương trình\nQuy trình đề cử\nNgân sách phỏng vấn',
    noted: 'Có ý kiến đề nghị kéo dài thời gian nhận đề cử thêm một tuần.',
    decision: 'Nhận đề cử đến hết ngày 31 tháng 3.',
    budget: 'Ngân sách phỏng vấn để cuộc họp sau xem xét.',
  },
  en: {
    name: 'Nominating Committee of the Association',
    chair: 'Chair',
    deputy: 'Deputy chair',
    member: 'Member',
    subject: 'Preparing the call for names',
    agenda: 'Adoption of the agenda\nHow names are put forward\nBudget of the interviews',
    noted: 'It was suggested to take names for another week.',
    decision: 'Names are taken until 31 March.',
    budget: 'The budget of the interviews is left to the next meeting.',
  },
};

const withoutAccount = ['Noor El-Tayeb', 'Piotr Zawilski', 'Leilani Kealoha-Marsh', 'Bruno Castellane'];

async function settingUp(stage: Stage): Promise<void> {
  const tobias = stage.as('Tobias Wrenfield');
  const w = words[stage.locale];
  stage.scene({ vi: 'Thiết lập', en: 'Setting up' });
  await tobias.types('/committee');
  await tobias.submits({ name: w.name, profile: 'general', language: stage.locale, zone: 'UTC' });
  await tobias.presses('committees.take-over');
  await tobias.submits();
  await tobias.types('/committee members');
  await tobias.presses('committees.member', 'Maren Okafor-Lind');
  await tobias.submits({ post: w.chair, roles: ['chair', 'member'] });
  await tobias.presses('committees.member', 'Kaori Minazuki');
  await tobias.submits({ post: w.deputy, roles: ['deputy', 'member'] });
  await tobias.types('/committee');
  for (const name of withoutAccount) {
    await tobias.presses('committees.add');
    await tobias.submits({ name, post: w.member });
  }
}

async function calling(stage: Stage): Promise<void> {
  const tobias = stage.as('Tobias Wrenfield');
  const w = words[stage.locale];
  stage.scene({ vi: 'Triệu tập', en: 'The call' });
  await tobias.types(`/conference schedule ${w.subject}`);
  await tobias.submits({
    date: '2026-03-13',
    time: '14:00',
    minutes: 90,
    place: 'https://meet.example/nomcom',
    chair: 'Maren Okafor-Lind',
    agenda: w.agenda,
  });
  await tobias.presses('conferences.send');
  await stage.minutes(2);
  await stage.as('Kaori Minazuki').presses('conferences.answer:coming');
}

async function tooFew(stage: Stage): Promise<void> {
  const tobias = stage.as('Tobias Wrenfield');
  stage.scene({ vi: 'Lần thứ nhất: chưa đủ túc số', en: 'The first call: too few come' });
  await stage.clock('2026-03-13T13:50');
  await tobias.types('/conference run');
  await tobias.presses('sittings.begin');
  await stage.minutes(1);
  await stage.as('Kaori Minazuki').presses('sittings.here');
  await stage.as('Jonas Hallström').presses('sittings.here');
  await tobias.presses('sittings.tick');
  await tobias.submits({ group0: ['Piotr Zawilski'] });
  await stage.clock('2026-03-13T14:20');
  await tobias.presses('sittings.open');
  await tobias.submits({ time: null });
  await tobias.closes();
  await tobias.presses('sittings.too-few');
  await tobias.submits();
  await tobias.presses('sittings.call-again');
  await tobias.submits({ time: '14:25' });
  await tobias.submits({ time: '14:45' });
  await tobias.presses('conferences.send');
  await stage.minutes(2);
}

async function running(stage: Stage): Promise<void> {
  const tobias = stage.as('Tobias Wrenfield');
  const kaori = stage.as('Kaori Minazuki');
  const w = words[stage.locale];
  stage.scene({ vi: 'Lần thứ hai', en: 'The second call' });
  await stage.clock('2026-03-13T14:45');
  await kaori.presses('sittings.here');
  await stage.as('Jonas Hallström').presses('sittings.here');
  await tobias.types('/conference run');
  await tobias.presses('sittings.tick');
  await tobias.submits({ group0: ['Noor El-Tayeb', 'Piotr Zawilski'], group1: ['Leilani Kealoha-Marsh'] });
  stage.note({ vi: 'Trưởng ban vắng, phó ban chủ trì.', en: 'The chair is away; the deputy takes the chair.' });
  await tobias.presses('sittings.chair');
  await tobias.submits();
  await tobias.presses('sittings.open');
  await tobias.submits();
  await kaori.types('/conference run');
  await kaori.presses('sittings.take-up');
  await kaori.presses('sittings.take-up');
  await tobias.types('/conference run');
  await tobias.presses('sittings.note');
  await tobias.submits({ text: w.noted });
  await stage.minutes(10);
  await tobias.presses('sittings.movement');
  await tobias.submits({ movement: 'left', person: 'Jonas Hallström' });
  await tobias.presses('sittings.decide');
  await tobias.submits({ text: w.decision, outcome: 'adopted', for: 5, against: 0, abstain: 0 });
  await tobias.submits({ for: 3, against: 1, abstain: 0, mover: 'Kaori Minazuki' });
  await kaori.types('/conference run');
  await kaori.presses('sittings.take-up');
  await kaori.presses('sittings.decide');
  await kaori.submits({ text: w.budget, outcome: 'postponed' });
  await kaori.types('/conference run');
  await kaori.presses('sittings.conclude');
  await kaori.submits();
}
