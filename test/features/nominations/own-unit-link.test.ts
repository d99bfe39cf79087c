/** The own unit of somebody from elsewhere answers at an address, once, and nobody learns anything from a dead one. */
import { client } from '../../../src/database/client.ts';
import { viewerOf } from '../../../src/features/access/operations.ts';
import { candidateInteractions } from '../../../src/features/nominations/interactions/candidates.ts';
import { nominationCards } from '../../../src/features/nominations/interactions/cards.ts';
import { ownUnitInteractions } from '../../../src/features/nominations/interactions/own-unit.ts';
import { ownUnitCaseReadings } from '../../../src/features/nominations/operations/case-readings.ts';
import { withdrawCandidate } from '../../../src/features/nominations/operations/change.ts';
import { recordOwnUnit } from '../../../src/features/nominations/operations/own-unit.ts';
import { createOwnUnitLink } from '../../../src/features/nominations/operations/own-unit-link.ts';
import type { OwnUnitInquiry } from '../../../src/features/nominations/types.ts';
import { openButton } from '../../../src/features/nominations/views/buttons.ts';
import { showAnswerPage, takeAnswerPage } from '../../support/answer-pages.ts';
import { buttonOf, handsOf, wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, propose } from './scene.ts';

const { handle } = await createTestDatabase();

const asked = {
  ...{ unit: 'Harbour <Office>', askedOn: '2026-02-20', letter: '12-CV/ĐU', note: null },
  ...{ answer: null, answeredOn: null, reference: null },
} as const;

async function fromElsewhere() {
  const scene = await createScene(handle);
  const nominee = await inRegister(scene, 'Hà Thị Xa', { unit: 'Harbour Office' });
  const { nomination } = must(await propose(scene.clerk, scene, nominee, { source: 'outside' }));
  const at = { committee: scene.committee, nomination };
  const record = (more: Partial<OwnUnitInquiry> = {}) =>
    recordOwnUnit(again(scene.clerk), { ...at, inquiry: { ...asked, ...more } });
  return { ...scene, nominee, at, record, link: () => createOwnUnitLink(again(scene.clerk), at) };
}

async function withLink() {
  const scene = await fromElsewhere();
  must(await scene.record());
  const { secret } = must(await scene.link());
  const { now } = again(scene.clerk, 60_000);
  return { ...scene, secret, now, take: (typed: Record<string, string>) => takeAnswerPage(handle, now, secret, typed) };
}

function standing({ at }: Awaited<ReturnType<typeof fromElsewhere>>) {
  return client(handle).ownUnitInquiry.findFirst({ where: { nominationId: at.nomination, supersededAt: null } });
}

test('the unit reads whom it is asked about and answers once; those who keep the list are told without a name', async () => {
  const scene = await withLink();
  const page = await showAnswerPage(handle, scene.now, scene.secret);

  const vague = await scene.take({ answer: 'reservations', note: ' ', reference: '' });
  const answered = await scene.take({ answer: 'reservations', note: 'Needed until May.', reference: '8-CV' });
  const again_ = await scene.take({ answer: 'agrees' });

  expect(page?.html).toContain('Hà Thị Xa, who is put forward for Deputy');
  expect(page?.html).toContain('Harbour &lt;Office&gt;');
  expect(page?.html).toContain('Letter no. 12-CV/ĐU of 20 Feb 2026');
  expect([vague?.status, answered?.status, again_?.status]).toEqual([422, 200, 410]);
  expect(vague?.html).toContain('value="reservations" required checked');
  expect(again_?.html).not.toContain('Hà Thị Xa');
  expect(await standing(scene)).toMatchObject({
    ...{ answer: 'reservations', note: 'Needed until May.', reference: '8-CV' },
    ...{ answeredOn: '2026-03-02', recordedBy: null, letter: '12-CV/ĐU' },
  });
  const cards = await client(handle).delivery.findMany({
    where: { kind: 'nominations.own-unit-answered', committeeId: scene.committee },
  });
  const card = await nominationCards['nominations.own-unit-answered']?.({
    ...{ act: again(scene.clerk, 120_000), ids: cards[0]?.ids as Record<string, string>, committee: scene.committee },
    ...{ to: { person: scene.clerk.person }, isSentAgain: false, isRedraw: false },
  });
  expect(cards.map(({ personId }) => personId)).toEqual([scene.clerk.person]);
  expect(card && wordsOf(card)).toMatch(/own unit of a name from elsewhere has answered/u);
  expect(card && wordsOf(card)).not.toContain('Hà');
});

test('of two who answer by a forwarded address at once, one does', async () => {
  const scene = await withLink();

  const pages = await Promise.all([scene.take({ answer: 'agrees' }), scene.take({ answer: 'agrees' })]);

  expect(pages.map((page) => page?.status).sort()).toEqual([200, 410]);
  expect(await client(handle).ownUnitInquiry.count({ where: { nominationId: scene.at.nomination } })).toBe(2);
});

test('who could read the case names the address, from when it was made until it was used', async () => {
  const scene = await withLink();
  const readings = async () => {
    const act = again(scene.clerk);
    return ownUnitCaseReadings.readingsOf(act, await viewerOf(act, scene.committee), scene.nominee);
  };

  const [before] = await readings();
  await scene.take({ answer: 'agrees' });
  const [after, ...others] = await readings();

  expect(before).toMatchObject({ way: 'own-unit-link', person: null, facts: { name: asked.unit } });
  expect(before?.to?.getTime()).toBe(scene.clerk.now.getTime() + 14 * 24 * 3_600_000);
  expect(after?.to).toEqual(scene.now);
  expect(others).toEqual([]);
});

type Linked = Awaited<ReturnType<typeof withLink>>;

test.each([
  ['expired', 'was good until', async () => {}],
  ['replaced by a newer one', 'a newer one was made', async ({ link }: Linked) => must(await link())],
  [
    'the answer came by letter',
    'Nothing is asked at this address any more',
    async ({ record }: Linked) => must(await record({ answer: 'agrees', answeredOn: '2026-03-01' })),
  ],
  [
    'another unit is asked',
    'Nothing is asked at this address any more',
    async ({ record }: Linked) => must(await record({ unit: 'Customs Office' })),
  ],
  [
    'the name was withdrawn',
    'Nothing is asked at this address any more',
    async (scene: Linked) =>
      must(await withdrawCandidate(again(scene.clerk), { ...scene.at, version: 1, reason: 'Stays there.' })),
  ],
] as const)('a dead address says why and shows nothing: %s', async (why, words, happen) => {
  const scene = await withLink();
  await happen(scene);
  const now = why === 'expired' ? new Date(scene.now.getTime() + 15 * 24 * 3_600_000) : scene.now;

  const shown = await showAnswerPage(handle, now, scene.secret);
  const taken = await takeAnswerPage(handle, now, scene.secret, { answer: 'agrees' });

  expect([shown?.status, taken?.status]).toEqual([410, 410]);
  expect(shown?.html).toContain(words);
  expect(`${shown?.html}${taken?.html}`).not.toContain('Hà Thị Xa');
});

test('an address needs a unit that was asked and is silent, and somebody who keeps the list', async () => {
  const scene = await fromElsewhere();
  const early = await scene.link();
  must(await scene.record());
  const member = await createOwnUnitLink(again(scene.ann), scene.at);
  must(await scene.record({ answer: 'agrees', answeredOn: '2026-03-01' }));

  expect([early, member, await scene.link()]).toMatchObject([
    { reason: 'own-unit-not-asked' },
    { reason: 'right-missing' },
    { reason: 'own-unit-answered' },
  ]);
});

test.each([
  [null, 'This bot has no public address'],
  ['https://quorate.test', 'https://quorate.test/answer/'],
])('from the profile, with %s as its address', async (publicUrl, words) => {
  const scene = await fromElsewhere();
  must(await scene.record());
  const hands = handsOf(again(scene.clerk), [...candidateInteractions([]), ...ownUnitInteractions({ publicUrl })]);

  const profile = await hands.press(openButton.draw('open', scene.at));
  const given = await hands.press(buttonOf(profile, 'Address for the own unit'));

  expect(wordsOf(given)).toContain(words);
  expect(await client(handle).answerLink.count({ where: { committeeId: scene.committee } })).toBe(publicUrl ? 1 : 0);
});
