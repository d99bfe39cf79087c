/** Another committee secretary, another chair, in the middle of running dates: what was theirs is the new one's at once. */

import { membersOf } from '../../../src/features/committees/operations/look.ts';
import { changeMembership, setAway } from '../../../src/features/committees/operations/members.ts';
import { deadlineInteractions } from '../../../src/features/deadlines/interactions/register.ts';
import { seeOutstanding } from '../../../src/features/deadlines/operations/look.ts';
import { makeSchedule } from '../../../src/features/deadlines/operations/schedule.ts';
import { comingButton } from '../../../src/features/deadlines/views/coming.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { momentAt } from '../../../src/kernel/time.ts';
import { handsOf, wordsOf } from '../../support/hands.ts';
import { type Clockwork, createScene, hanoi, openClockwork, type Scene } from './scene.ts';

let clockwork: Clockwork;
beforeAll(async () => {
  clockwork = await openClockwork();
});
afterAll(() => clockwork.close());

const friday = { date: '2026-03-13', time: null };

/** The place is taken over as committees do it: the new one joins, then the old one leaves. */
async function leaves(scene: Scene, person: PersonId, by = scene.clerk) {
  const member = (await membersOf(scene.now(by), scene.committee)).find((one) => one.person === person);
  if (!member) throw new Error('no such member');
  const changed = await changeMembership(scene.now(by), scene.committee, member.id, null);
  if (!changed.ok) throw new Error(changed.reason);
}

async function withNewSecretary(scene: Scene) {
  const nick = await scene.person('Nick New', ['clerk']);
  await leaves(scene, scene.clerk.person, nick);
  return nick;
}

test('the steps of the calendar remind the new committee secretary from that hour on, and the old one no more', async () => {
  const scene = await createScene(clockwork);
  const made = await makeSchedule(scene.now(scene.clerk), { committee: scene.committee, dueOn: '2026-05-05' });
  if (!made.ok) throw new Error(made.reason);
  await scene.advance('2026-03-30', '09:00');
  const before = await scene.cards(scene.clerk.person);

  const nick = await withNewSecretary(scene);
  await scene.advance('2026-03-30', '18:00');

  expect(await scene.cards(scene.clerk.person)).toEqual(before);
  expect(await scene.cards(nick.person)).toEqual(['deadlines.single 2026-03-30 13:30']);
});

test('who is told after the date is whoever is committee secretary then, and the numbers are the same', async () => {
  const scene = await createScene(clockwork);
  const mona = await scene.person('Mona', ['member']);
  const nina = await scene.person('Nina', ['member']);
  const { id } = await scene.setDate(friday, [mona.person, nina.person]);
  await scene.advance('2026-03-12', '09:00');
  const seen = await seeOutstanding(scene.now(scene.clerk), scene.features, id);

  const nick = await withNewSecretary(scene);
  await scene.advance('2026-03-17', '18:00');

  expect(await scene.cards(scene.clerk.person)).toEqual([]);
  expect(await scene.cards(nick.person)).toEqual(['deadlines.tell-clerk 2026-03-17 08:30']);
  const names = (outcome: typeof seen) => (outcome.ok ? outcome.value.people.map(({ fullName }) => fullName) : []);
  expect(names(await seeOutstanding(scene.now(nick), scene.features, id))).toEqual(names(seen));
  expect(names(seen)).toEqual(['Mona', 'Nina']);
});

test('a button that the old one still has is answered politely, in both languages', async () => {
  const scene = await createScene(clockwork);
  const mona = await scene.person('Mona', ['member']);
  const { id } = await scene.setDate(friday, [mona.person]);
  const nick = await withNewSecretary(scene);
  const press = async (act: Scene['clerk'], locale: 'en' | 'vi') => {
    const hands = handsOf(scene.now(act), deadlineInteractions(scene.features), locale);
    return wordsOf(await hands.press(comingButton.draw('', { committee: scene.committee })));
  };

  expect(await press(scene.clerk, 'en')).toContain('You do not belong to this committee');
  expect(await press(scene.clerk, 'vi')).toContain('chưa thuộc tập thể này');
  expect(await press(nick, 'en')).not.toContain('You do not belong');
  expect(await seeOutstanding(scene.now(scene.clerk), scene.features, id)).toMatchObject({
    reason: 'not-in-committee',
  });
});

test('while no committee secretary is there, the new chair is told in their place, not the one before', async () => {
  const scene = await createScene(clockwork);
  const mona = await scene.person('Mona', ['member']);
  const cara = await scene.person('Cara Chair', ['chair', 'member']);
  await scene.setDate(friday, [mona.person]);
  await setAway(scene.now(scene.clerk), { from: momentAt(hanoi, '2026-03-16', '00:00'), until: null, deputy: null });

  const ned = await scene.person('Ned New', ['chair', 'member']);
  await leaves(scene, cara.person);
  await scene.advance('2026-03-17', '18:00');

  expect(await scene.cards(cara.person)).toEqual([]);
  expect(await scene.cards(ned.person)).toEqual(['deadlines.tell-chair 2026-03-17 08:30']);
});
