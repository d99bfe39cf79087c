/** A secret vote: three key-holders, sealed papers, one replaced with its receipt, two holders open them. All people are invented. */
import type { Stage, Story } from '../support/story-player.ts';
import { receiptIn, takeKeys } from './shared/sealed-papers.ts';

export const secretVoteWithReplacement: Story = {
  name: 'secret-vote-with-replacement',
  team: 'T0NOMCOM',
  begins: '2026-03-09T09:00',
  zone: 'UTC',
  async play(stage) {
    await settingUp(stage);
    const words = await keys(stage);
    await papers(stage);
    await opening(stage, words);
  },
};

const holders = ['Maren Okafor-Lind', 'Adaeze Brightwater', 'Jonas Hallström'];

async function settingUp(stage: Stage): Promise<void> {
  const tobias = stage.as('Tobias Wrenfield');
  stage.scene({ vi: 'Tập thể', en: 'The committee' });
  await tobias.types('/committee');
  await tobias.submits({ name: 'Search Committee', profile: 'general', language: stage.locale, zone: 'UTC' });
  await tobias.presses('committees.take-over');
  await tobias.submits();
  await tobias.types('/committee members');
  await tobias.presses('committees.member', 'Maren Okafor-Lind');
  await tobias.submits({ post: 'Chair', roles: ['chair', 'member'], votes: ['yes'] });
}

/** Answers with the six words of each holder. */
async function keys(stage: Stage): Promise<Map<string, string>> {
  const tobias = stage.as('Tobias Wrenfield');
  stage.scene({ vi: 'Ba người giữ hòm phiếu', en: 'Three key-holders' });
  await tobias.types('/vote open');
  await tobias.submits({
    question: { vi: 'Có công bố báo cáo tài chính không?', en: 'Shall the accounts be published?' }[stage.locale],
    rule: 'simple-majority',
    place: 'secret',
    date: '2026-03-11',
    time: '17:00',
  });
  await tobias.presses('ballots.holders');
  await tobias.submits({ holders });
  await tobias.presses('ballots.ask-keys');
  await stage.minutes(2);
  const words = await takeKeys(stage, holders);
  await tobias.presses('ballots.open-sealed');
  await stage.minutes(2);
  return words;
}

async function papers(stage: Stage): Promise<void> {
  const kaori = stage.as('Kaori Minazuki');
  stage.scene({ vi: 'Phiếu kín', en: 'Secret papers' });
  const receipt = await votes(stage, 'Kaori Minazuki', 'no');
  stage.note({ vi: 'Mới có một phiếu.', en: 'One paper so far.' });
  await stage.as('Tobias Wrenfield').types('/vote progress');
  await votes(stage, 'Rafael Quintavalle', 'yes');
  await votes(stage, 'Priya Vantakar', 'no');
  await votes(stage, 'Ewan Strathbogie', 'yes');
  await votes(stage, 'Jonas Hallström', 'yes');
  await stage.as('Tobias Wrenfield').types('/vote progress');
  stage.note({ vi: 'Đóng sớm sẽ lộ ai chưa bỏ phiếu.', en: 'Closing early would tell who is missing.' });
  await stage.as('Tobias Wrenfield').presses('ballots.close');
  stage.note({ vi: 'Có mã biên nhận thì thay được phiếu.', en: 'With its receipt a paper can be replaced.' });
  await kaori.presses('ballots.vote');
  await kaori.submits({ receipt: 'AAAA-BBBB-CCCC', q0c0: 'yes' });
  await kaori.submits({ receipt, q0c0: 'yes' });
  await kaori.closes();
}

async function opening(stage: Stage, words: ReadonlyMap<string, string>): Promise<void> {
  const tobias = stage.as('Tobias Wrenfield');
  const [maren, , jonas] = holders.map((name) => stage.as(name));
  stage.scene({ vi: 'Đóng và mở phiếu', en: 'Closing, and opening the papers' });
  await stage.clock('2026-03-11T17:01');
  await tobias.types('/vote result');
  await maren!.presses('sealing.type-words');
  await maren!.submits({ words: words.get('Jonas Hallström') ?? '' });
  await maren!.submits({ words: words.get('Maren Okafor-Lind') ?? '' });
  await stage.clock('2026-03-12T09:00');
  await jonas!.presses('sealing.type-words');
  await jonas!.submits({ words: words.get('Jonas Hallström') ?? '' });
  await tobias.types('/vote result');
  await tobias.presses('ballots.announce');
  await stage.minutes(1);
  await stage.as('Kaori Minazuki').presses('ballots.receipts');
}

/** Answers with the receipt, which the transcript leaves out. */
async function votes(stage: Stage, name: string, answer: 'yes' | 'no'): Promise<string> {
  const person = stage.as(name);
  await person.presses('ballots.vote');
  const receipt = receiptIn(stage, person);
  await person.submits({ q0c0: answer });
  await person.closes();
  return receipt;
}
