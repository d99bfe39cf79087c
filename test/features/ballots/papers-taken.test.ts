/** What follows a paper is a job: a cast asks the database little, and many casts within a moment are followed up once. */

import { client } from '../../../src/database/client.ts';
import { openDatabase } from '../../../src/database/connect.ts';
import { seeOwn } from '../../../src/features/ballots/operations/look.ts';
import { papersTaken } from '../../../src/features/ballots/operations/papers-taken.ts';
import type { BallotRoundId } from '../../../src/features/ballots/types/round.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { startDatabaseProxy } from '../../support/app-tcp-proxy.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, minute, must, type Scene, type Somebody } from '../conferences/scene.ts';
import { openedVote, vote } from './vote-world.ts';

const { handle, url } = await createTestDatabase();

function follow(scene: Scene, round: BallotRoundId, afterMs = 3 * minute): Promise<void> {
  return papersTaken(handle, { round }, again(scene.clockwork, afterMs).now);
}

/** How often the card of each was to be worded again. */
async function wishes(round: BallotRoundId, people: readonly Somebody[]): Promise<readonly number[]> {
  const rows = await client(handle).delivery.findMany({ where: { kind: 'ballots.paper', batchId: { not: null } } });
  const ofRound = rows.filter(({ ids }) => (ids as { round?: string }).round === round);
  return people.map(({ person }) => ofRound.find(({ personId }) => personId === person)?.wantsVersion ?? -1);
}

async function cardsOut(): Promise<void> {
  await client(handle).delivery.updateMany({
    where: { kind: 'ballots.paper' },
    data: { state: 'sent', address: { channel: 'D1', id: '1.1' } },
  });
}

test('the cards of those who voted are worded again once for all of them, and nobody else’s', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const people = [ann, bob, scene.chair];
  const round = await openedVote(scene);
  await cardsOut();
  const before = await wishes(round.id, people);
  must(await vote(ann, round.id, 'yes'));
  must(await vote(bob, round.id, 'no'));
  const afterVoting = await wishes(round.id, people);

  await Promise.all([follow(scene, round.id), follow(scene, round.id)]);
  await follow(scene, round.id);

  expect(afterVoting).toEqual(before);
  expect(await wishes(round.id, people)).toEqual([before[0]! + 1, before[1]! + 1, before[2]!]);
});

test('a change of a paper is followed up again', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const round = await openedVote(scene);
  await cardsOut();
  const [before] = await wishes(round.id, [ann]);

  must(await vote(ann, round.id, 'yes'));
  await follow(scene, round.id);
  must(await vote(ann, round.id, 'no'));
  await follow(scene, round.id);

  expect(await wishes(round.id, [ann])).toEqual([before! + 2]);
});

test('the job closes a vote that the last paper has settled', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const round = await openedVote(scene, { settlesAfter: 10, rule: 'majority-present' });
  for (const who of [ann, bob, scene.chair]) must(await vote(who, round.id, 'yes', 12 * minute));

  await follow(scene, round.id, 12 * minute);

  expect(must(await seeOwn(again(scene.clerk, 13 * minute), round.id)).round.closedHow).toBe('settled');
});

test('handing in a paper asks the database little, and no more the second time', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const round = await openedVote(scene);
  const wire = await startDatabaseProxy(url);
  const database = openDatabase(wire.url, 1, 20);
  const through = () => ({ ...ann, store: database.handle, requestId: newId() });
  const counts: number[] = [];

  for (const answer of ['yes', 'no'] as const) {
    wire.statements();
    must(await vote(through(), round.id, answer));
    counts.push(wire.statements().length);
  }
  await database.close();
  await wire.close();

  // Begin, limits, request; round, standing, what it asks (3), place, paper; event (2), job; commit.
  expect(counts).toEqual([14, 14]);
});
