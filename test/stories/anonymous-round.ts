/** An anonymous review: three key-holders, sealed papers with receipts, two of the three open them. All people are invented. */
import type { Player, Stage, Story } from '../support/story-player.ts';
import { receiptIn, takeKeys } from './shared/sealed-papers.ts';

export const anonymousRound: Story = {
  name: 'anonymous-round',
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
  stage.scene({ vi: 'Tập thể và danh sách', en: 'The committee and its list' });
  await tobias.types('/committee');
  await tobias.submits({ name: 'Search Committee', profile: 'general', language: stage.locale, zone: 'UTC' });
  await tobias.presses('committees.take-over');
  await tobias.submits();
  await tobias.types('/committee members');
  await tobias.presses('committees.member', 'Maren Okafor-Lind');
  await tobias.submits({ post: 'Chair', roles: ['chair'], votes: ['yes'] });
  await tobias.types('/plan people');
  await tobias.presses('people.import');
  await tobias.submits({
    rows: 'Name,Unit,Present post\nIngrid Vasquez-Thorne,Thorne Routing,Working group chair\nBabatunde Oyelowe,Lagos Internet Exchange,Operations lead',
  });
  await tobias.presses('imports.store');
  await tobias.types('/plan new');
  await tobias.submits({
    title: 'Open seats 2027–2029',
    track: 'board',
    termFrom: '2027',
    termTo: '2029',
    positions: 'Board member; 2\nTreasurer',
  });
  await tobias.types('/propose Ingrid Vasquez-Thorne; Board member; Finds words on which both sides agree.');
  await tobias.types('/propose Babatunde Oyelowe; Treasurer; Runs a clean house.');
}

/** Answers with the six words of each holder. */
async function keys(stage: Stage): Promise<Map<string, string>> {
  const tobias = stage.as('Tobias Wrenfield');
  stage.scene({ vi: 'Ba người giữ hòm phiếu', en: 'Three key-holders' });
  await tobias.types('/review anonymous');
  await tobias.submits({ plan: 'Open seats', date: '2026-03-11', time: '17:00', holders });
  await tobias.presses('reviews.ask-keys');
  await stage.minutes(2);
  const words = await takeKeys(stage, holders);
  await tobias.presses('reviews.open-sealed');
  await stage.minutes(2);
  return words;
}

async function papers(stage: Stage): Promise<void> {
  const kaori = stage.as('Kaori Minazuki');
  stage.scene({ vi: 'Phiếu kín', en: 'Sealed papers' });
  await kaori.presses('reviews.paper');
  const [ingrid, babatunde] = stances(kaori);
  const receipt = receiptIn(stage, kaori);
  await kaori.submits({ [ingrid]: 'not-yet', rest: ['yes'] });
  await kaori.submits({ [textOf(ingrid)]: 'A year more, please.' });
  await kaori.closes();
  const rafael = stage.as('Rafael Quintavalle');
  await rafael.presses('reviews.paper');
  receiptIn(stage, rafael);
  await rafael.submits({
    [babatunde]: 'agree-with-comments',
    [textOf(babatunde)]: 'The accounts were never clearer.',
    rest: ['yes'],
  });
  await rafael.closes();
  stage.note({ vi: 'Mới có hai phiếu.', en: 'Two papers so far.' });
  await stage.as('Tobias Wrenfield').types('/review progress');
  for (const name of ['Priya Vantakar', 'Ewan Strathbogie', 'Jonas Hallström', 'Maren Okafor-Lind']) {
    const person = stage.as(name);
    await person.presses('reviews.paper');
    receiptIn(stage, person);
    await person.submits({ rest: ['yes'] });
    await person.closes();
  }
  await stage.as('Tobias Wrenfield').types('/review progress');
  stage.note({ vi: 'Có mã biên nhận thì thay được phiếu.', en: 'With its receipt a paper can be replaced.' });
  await kaori.presses('reviews.paper');
  await kaori.submits({ receipt: 'AAAA-BBBB-CCCC', [ingrid]: 'agree', rest: ['yes'] });
  await kaori.submits({
    receipt,
    [ingrid]: 'agree-with-comments',
    [textOf(ingrid)]: 'Ready, if the handover is done by autumn.',
    rest: ['yes'],
  });
  await kaori.closes();
}

async function opening(stage: Stage, words: ReadonlyMap<string, string>): Promise<void> {
  const tobias = stage.as('Tobias Wrenfield');
  const [maren, , jonas] = holders.map((name) => stage.as(name));
  stage.scene({ vi: 'Đóng và mở phiếu', en: 'Closing, and opening the papers' });
  await stage.clock('2026-03-11T17:01');
  await tobias.types('/review synthesis');
  await maren!.presses('sealing.type-words');
  await maren!.submits({ words: words.get('Jonas Hallström') ?? '' });
  await maren!.submits({ words: words.get('Maren Okafor-Lind') ?? '' });
  await stage.clock('2026-03-12T09:00');
  await jonas!.presses('sealing.type-words');
  await jonas!.submits({ words: words.get('Jonas Hallström') ?? '' });
  await tobias.types('/review synthesis');
  await tobias.presses('reviews.anonymous-comments');
  await stage.as('Kaori Minazuki').presses('reviews.receipts');
}

function stances(person: Player): readonly [string, string] {
  const [first = '', second = ''] = person.reads().fields.filter((field) => field.startsWith('stance-'));
  return [first, second];
}

function textOf(stance: string): string {
  return stance.replace('stance-', 'text-');
}
