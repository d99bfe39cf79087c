/** A nominating committee after RFC 8713: ten voting volunteers in many zones, four of them without an account. All people are invented. */
import type { Stage, Story } from '../support/story-player.ts';

export const nomcom: Story = {
  name: 'nomcom',
  team: 'T0NOMCOM',
  begins: '2026-03-02T09:00',
  zone: 'UTC',
  async play(stage) {
    await settingUp(stage);
    await names(stage);
    await review(stage);
    await conference(stage);
  },
};

async function settingUp(stage: Stage): Promise<void> {
  const tobias = stage.as('Tobias Wrenfield');
  stage.scene({ vi: 'Thiết lập', en: 'Setting up' });
  await tobias.types('/committee');
  await tobias.submits({ name: 'Nominating Committee', profile: 'nomcom', language: stage.locale, zone: 'UTC' });
  await tobias.presses('committees.take-over');
  await tobias.submits();
  await tobias.types('/committee members');
  await tobias.presses('committees.member', 'Maren Okafor-Lind');
  await tobias.submits({ post: 'Chair', roles: ['chair'], votes: [] });
  for (const [name, post] of [
    ['Sunniva Halvorsrud', 'Liaison, Board'],
    ['Desmond Achterberg', 'Liaison, Architecture Council'],
    ['Lucía Montferrat', 'Adviser, past chair'],
  ] as const) {
    await tobias.presses('committees.member', name);
    await tobias.submits({ post, roles: ['observer'], votes: [] });
  }
  await tobias.types('/committee');
  for (const name of ['Noor El-Tayeb', 'Piotr Zawilski', 'Leilani Kealoha-Marsh', 'Bruno Castellane']) {
    await tobias.presses('committees.add');
    await tobias.submits({ name, post: 'Voting volunteer' });
  }
  await tobias.types('/committee');
  await tobias.types('/plan people');
  await tobias.presses('people.import');
  await tobias.submits({
    rows: [
      'Name,Unit,Present post',
      'Ingrid Vasquez-Thorne,Thorne Routing,Working group chair',
      'Babatunde Oyelowe,Lagos Internet Exchange,Operations lead',
      '"Hartono, Mei-Ling",Archipelago Registry,Treasurer',
      ',Nobody,Nothing',
    ].join('\n'),
  });
  await tobias.presses('imports.store');
}

async function names(stage: Stage): Promise<void> {
  const tobias = stage.as('Tobias Wrenfield');
  const adaeze = stage.as('Adaeze Brightwater');
  const jonas = stage.as('Jonas Hallström');
  stage.scene({ vi: 'Kêu gọi giới thiệu', en: 'The call for names' });
  await tobias.types('/plan new');
  await tobias.submits({
    title: 'Open seats 2027–2029',
    track: 'board',
    termFrom: '2027',
    termTo: '2029',
    positions: 'Board member; 2\nArchitecture Council member; 3\nTreasurer',
    date: '2026-03-06',
  });
  await adaeze.types('/propose Ingrid Vasquez-Thorne; Board member; Finds words on which both sides agree.');
  await adaeze.types('/propose Babatunde Oyelowe; Treasurer');
  stage.note({
    vi: 'Thành viên không được là người được đề cử.',
    en: 'A member of the committee cannot be a nominee.',
  });
  await jonas.types('/propose Jonas Hallström; Board member; I know the budget.');
  stage.note({ vi: 'Người ngoài ủy ban cũng được đề cử.', en: 'Anyone may put a name forward.' });
  await stage.admin.addPerson({
    id: 'U0NCCALLUM',
    name: 'callum',
    real_name: 'Callum Drexler',
    locale: stage.locale === 'vi' ? 'vi-VN' : 'en-US',
    tz: 'America/New_York',
  });
  await stage.admin.join('C0NCNOMCOM', 'U0NCCALLUM');
  const callum = stage.as('Callum Drexler');
  await callum.types('/propose');
  await callum.submits({
    position: 'Treasurer',
    person: 'Hartono, Mei-Ling',
    reasons: 'Twelve clean audits in a row.',
  });
  stage.note({
    vi: 'Ai cũng có thể tự đề cử, kể cả người chưa có trong danh bạ.',
    en: 'Anyone may put themselves forward, also somebody who is in no register.',
  });
  await stage.admin.addPerson({
    id: 'U0NCWEN',
    name: 'wen',
    real_name: 'Wen Dahlgren',
    locale: stage.locale === 'vi' ? 'vi-VN' : 'en-US',
    tz: 'Europe/Stockholm',
  });
  await stage.admin.join('C0NCNOMCOM', 'U0NCWEN');
  const wen = stage.as('Wen Dahlgren');
  await wen.types('/propose');
  await wen.presses('nominations.self');
  await wen.submits({
    position: 'Architecture Council member',
    fullName: 'Wen Dahlgren',
    unit: 'Lakeside Mesh',
    reasons: 'I have looked after three of the protocols in question.',
  });
  await wen.presses('nominations.own');
  await wen.types('/candidates');
  stage.note({
    vi: 'Ai không có tài khoản thì được hỏi bằng văn bản; thư ký nhập câu trả lời.',
    en: 'Who has no account is asked in writing; the committee secretary records the answer.',
  });
  for (const name of ['Ingrid', 'Babatunde']) {
    await tobias.types('/candidates');
    await tobias.presses('nominations.open', name);
    await tobias.presses('nominations.consent-record');
    await tobias.submits({ answer: 'given', via: 'letter', reference: 'e-mail', dated: '2026-03-02' });
  }
  await tobias.types('/candidates');
}

async function review(stage: Stage): Promise<void> {
  const tobias = stage.as('Tobias Wrenfield');
  const kaori = stage.as('Kaori Minazuki');
  const rafael = stage.as('Rafael Quintavalle');
  stage.scene({ vi: 'Lấy ý kiến', en: 'The review' });
  await stage.clock('2026-03-09T09:00');
  await tobias.types('/review open');
  await tobias.submits({ plan: 'Open seats', date: '2026-03-11', time: '17:00' });
  await tobias.presses('reviews.confirm-open');
  await stage.minutes(2);
  await kaori.presses('reviews.agree');
  await kaori.submits();
  await rafael.presses('reviews.comment');
  await rafael.submits({ 'position-0-0': ['Ingrid'] });
  await rafael.submits({
    stance: 'not-yet',
    byAspect: ['yes'],
  });
  await rafael.closes();
  stage.note({ vi: 'Mỗi người được nhắc theo giờ của mình.', en: 'Everybody is reminded on their own clock.' });
  await stage.clock('2026-03-11T17:01');
  await tobias.types('/review progress');
}

async function conference(stage: Stage): Promise<void> {
  const tobias = stage.as('Tobias Wrenfield');
  stage.scene({ vi: 'Cuộc họp', en: 'The meeting' });
  await tobias.types('/conference schedule Candidate discussion');
  await tobias.submits({
    date: '2026-03-13',
    time: '14:00',
    minutes: 90,
    place: 'https://meet.example/nomcom',
    agenda: 'Feedback received\nDiscussion of the nominees',
    lists: ['Open seats'],
  });
  await tobias.presses('conferences.send');
  await stage.minutes(2);
  for (const name of [
    'Adaeze Brightwater',
    'Jonas Hallström',
    'Kaori Minazuki',
    'Priya Vantakar',
    'Ewan Strathbogie',
  ]) {
    await stage.as(name).presses('conferences.answer:coming');
  }
  await stage.as('Rafael Quintavalle').presses('conferences.answer:maybe');
  for (const person of ['Noor El-Tayeb', 'Piotr Zawilski']) {
    await tobias.types('/conference record');
    await tobias.submits({ person, answer: 'coming', via: 'letter', reference: 'e-mail', dated: '2026-03-11' });
  }
  await tobias.types('/conference answers');
  await stage.clock('2026-03-13T14:05');
}
