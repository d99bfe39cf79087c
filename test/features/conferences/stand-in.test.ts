/** A deputy answers a summons for whoever is away, and only then; quorum and denominators stay those of the rule. */
import { setAway } from '../../../src/features/committees/operations/members.ts';
import { duties } from '../../../src/features/conferences/operations/duties.ts';
import { seeConference } from '../../../src/features/conferences/operations/look.ts';
import { answerForAbsent } from '../../../src/features/conferences/operations/stand-in.ts';
import type { ConferenceId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  answer,
  cards,
  createScene,
  minute,
  must,
  reasonOf,
  type Scene,
  type Somebody,
  scheduled,
} from './scene.ts';

const { handle } = await createTestDatabase();
const day = 24 * 60 * minute;

async function away(who: Somebody, deputy: Somebody, days = 30): Promise<void> {
  const from = again(who).now;
  const until = new Date(from.getTime() + days * day);
  must(await setAway(again(who), { from, until, deputy: deputy.person }));
}

function answerFor(who: Somebody, conference: ConferenceId, onBehalfOf: Somebody, given = {}) {
  return answerForAbsent(again(who, 2 * minute), {
    ...{ conference, revision: 1, answer: 'coming', reason: null, delegate: null, onBehalfOf: onBehalfOf.person },
    ...given,
  });
}

async function clockwork(scene: Scene, conference: ConferenceId, person: Somebody, deputy: Somebody): Promise<void> {
  const act = { ...again(scene.clerk, 2 * minute), member: null, person: null };
  await duties.standIn?.(act, { kind: 'conference', id: conference }, person.person, deputy.person);
}

test('the deputy gets one card, also when reminders are laid out again, and none once there is an answer', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);
  must(await answer(scene.chair, conference, 'coming'));

  await clockwork(scene, conference, ann, bob);
  await clockwork(scene, conference, ann, bob);
  await clockwork(scene, conference, scene.chair, bob);

  expect(await cards(scene, 'conferences.stand-in')).toHaveLength(1);
});

test('what the deputy says on behalf stands as recorded by them, the person is told, and denominators do not change', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);
  const before = must(await seeConference(again(scene.clerk, 2 * minute), conference));
  await away(ann, bob);

  must(await answerFor(bob, conference, ann, { answer: 'absent', reason: 'Abroad' }));

  const seen = must(await seeConference(again(scene.clerk, 2 * minute), conference));
  const reply = seen.replies.find(({ person }) => person === ann.person);
  expect(reply).toMatchObject({ answer: 'absent', reason: 'Abroad', recordedBy: bob.person, via: null });
  expect(await cards(scene, 'conferences.recorded')).toHaveLength(1);
  const counted = ({ summoned }: typeof seen) => summoned.filter(({ counts }) => counts).length;
  expect(counted(seen)).toBe(counted(before));
});

test.each([
  ['somebody who was not named', (scene: Scene): Somebody => scene.chair],
  ['the committee secretary, who has a way of their own', (scene: Scene): Somebody => scene.clerk],
] as const)('nobody else answers on behalf: %s', async (_who, whom) => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);
  await away(ann, bob);

  expect(reasonOf(await answerFor(whom(scene), conference, ann))).toBe('not-the-deputy-now');
});

test('a deputy answers for nobody who is back, or was never away', async () => {
  const scene = await createScene(handle);
  const [ann, bob] = scene.members;
  const conference = await scheduled(scene);

  const never = await answerFor(bob, conference, ann);
  await away(ann, bob);
  must(await setAway(again(ann, minute), { from: null, until: null, deputy: null }));

  expect(reasonOf(never)).toBe('not-the-deputy-now');
  expect(reasonOf(await answerFor(bob, conference, ann))).toBe('not-the-deputy-now');
});
