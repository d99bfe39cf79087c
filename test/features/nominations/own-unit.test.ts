import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { candidateInteractions } from '../../../src/features/nominations/interactions/candidates.ts';
import { ownUnitInteractions } from '../../../src/features/nominations/interactions/own-unit.ts';
import { recordOwnUnit } from '../../../src/features/nominations/operations/own-unit.ts';
import type { OwnUnitInquiry } from '../../../src/features/nominations/types.ts';
import { openButton } from '../../../src/features/nominations/views/buttons.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { NominationId } from '../../../src/kernel/ids.ts';
import { buttonOf, formOf, handsOf, wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose, type Scene, type Somebody } from './scene.ts';

const { handle } = await createTestDatabase();

async function fromElsewhere() {
  const scene = await createScene(handle);
  const nominee = await inRegister(scene, 'Hà Thị Xa', { unit: 'Harbour Office' });
  const { nomination } = must(await propose(scene.clerk, scene, nominee, { source: 'outside' }));
  return { ...scene, nominee, nomination };
}

const asked = {
  ...{ unit: 'Harbour Office', askedOn: '2026-02-20', letter: '12-CV/ĐU', note: null },
  ...{ answer: null, answeredOn: null, reference: null },
} as const;

function record(
  scene: Scene,
  nomination: NominationId,
  more: Partial<OwnUnitInquiry> = {},
  act: Somebody = scene.clerk,
) {
  return recordOwnUnit(again(act), { committee: scene.committee, nomination, inquiry: { ...asked, ...more } });
}

test.each(['en', 'vi'] as const)(
  'the profile says when the own unit was asked and what it answered (%s)',
  async (locale) => {
    const scene = await fromElsewhere();
    const t = texts(locale, 'Asia/Ho_Chi_Minh', 'party');
    const hands = handsOf(
      again(scene.clerk),
      [...candidateInteractions([]), ...ownUnitInteractions({ publicUrl: null })],
      locale,
    );
    const at = { committee: scene.committee, nomination: scene.nomination };

    const before = await hands.press(openButton.draw('open', at));
    const form = formOf(await hands.press(buttonOf(before, t('ownUnit.button'))));
    const waiting = await hands.submit(form, { unit: 'Harbour Office', askedOn: '2026-02-20', letter: '12-CV/ĐU' });
    const second = formOf(await hands.press(buttonOf(waiting, t('ownUnit.button'))));
    const answer = { answer: 'reservations', answeredOn: '2026-02-27', reference: '8-CV', note: 'Needed until May.' };
    const answered = await hands.submit(second, { unit: 'Harbour Office', askedOn: '2026-02-20', ...answer });

    expect(wordsOf(before)).toContain(t('ownUnit.notAsked'));
    expect(JSON.stringify(form.items)).toContain('Harbour Office');
    expect(wordsOf(waiting)).toContain(t('ownUnit.waiting'));
    expect(wordsOf(waiting)).toContain('12-CV/ĐU');
    expect(wordsOf(answered)).toContain(t('ownUnit.answers.reservations'));
    expect(wordsOf(answered)).toContain('Needed until May.');
  },
);

test('what was recorded before is kept beside what stands', async () => {
  const scene = await fromElsewhere();
  must(await record(scene, scene.nomination));
  must(await record(scene, scene.nomination, { answer: 'agrees', answeredOn: '2026-03-01' }, scene.chair));

  const rows = await client(handle).ownUnitInquiry.findMany({ where: { nominationId: scene.nomination } });

  expect(rows.filter(({ supersededAt }) => supersededAt === null)).toMatchObject([
    { answer: 'agrees', recordedBy: scene.chair.person },
  ]);
  expect(rows.filter(({ supersededAt }) => supersededAt !== null)).toMatchObject([{ answer: null }]);
});

test.each([
  ['without a unit', { unit: '  ' }, 'own-unit-missing'],
  ['asked tomorrow', { askedOn: '2026-03-03' }, 'own-unit-day-wrong'],
  ['on no day', { askedOn: '' }, 'own-unit-day-wrong'],
  ['an answer without its day', { answer: 'agrees' }, 'own-unit-answer-incomplete'],
  ['a day without an answer', { answeredOn: '2026-02-27' }, 'own-unit-answer-incomplete'],
  ['answered before it was asked', { answer: 'agrees', answeredOn: '2026-02-19' }, 'own-unit-day-wrong'],
  ['answered tomorrow', { answer: 'agrees', answeredOn: '2026-03-03' }, 'own-unit-day-wrong'],
] as const)('refused: %s', async (_what, more, reason) => {
  const scene = await fromElsewhere();

  expect(await record(scene, scene.nomination, more)).toMatchObject({ reason });
});

test('only for names from elsewhere, by those who keep the list, and not by whoever is recused', async () => {
  const scene = await fromElsewhere();
  const inside = must(await propose(scene.clerk, scene, await inRegister(scene, 'Hà Văn Gần')));
  const recusal = { committee: scene.committee, person: scene.chair.person, nominee: scene.nominee, recordedBy: null };
  must(await recuse(again(scene.chair), recusal));

  const answers = [
    await record(scene, inside.nomination),
    await record(scene, scene.nomination, {}, scene.ann),
    await record(scene, scene.nomination, {}, scene.chair),
  ];

  expect(answers).toMatchObject([
    { reason: 'own-unit-not-asked-for' },
    { reason: 'right-missing' },
    { reason: 'nomination-unknown' },
  ]);
});
