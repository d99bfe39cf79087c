/** Somebody withdraws while two tellers count in the room: whoever has counted is asked again, and nothing shifts. */
import { client } from '../../../src/database/client.ts';
import { countingInteractions } from '../../../src/features/ballots/interactions/counting.ts';
import { enterCount, seeCounts, type TellerCount } from '../../../src/features/ballots/operations/count.ts';
import { seeOwn } from '../../../src/features/ballots/operations/look.ts';
import type { BallotRound } from '../../../src/features/ballots/types/round.ts';
import { countMessage, countsIn } from '../../../src/features/ballots/views/count-form.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { callOf, formOf, press, submit } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { frozenList } from '../conferences/frozen-list.ts';
import { again, createScene, minute, must, type Scene } from '../conferences/scene.ts';
import { openedVote } from './vote-world.ts';

const { handle } = await createTestDatabase();

async function inRoom() {
  const scene = await createScene(handle, 'general');
  const { list, nora, ned } = await frozenList(scene);
  const round = await openedVote(scene, {
    ...{ subject: { kind: 'list', list, position: null }, place: 'room' },
    tellers: scene.members.map(({ person }) => person),
  });
  return { scene, round, nora, ned };
}

async function withdraws(scene: Scene, person: PersonId): Promise<void> {
  await client(handle).nomination.updateMany({
    where: { personId: person },
    data: { state: 'withdrawn', endedAt: scene.clerk.now },
  });
}

/** Four papers; so many for each, the rest against. */
function counted({ questions }: BallotRound, votes: ReadonlyMap<PersonId, number>): Record<string, TellerCount> {
  return Object.fromEntries(
    questions.map(({ key, candidates }) => {
      const lines = candidates.flatMap(({ id, person }) => {
        const number = votes.get(person);
        return number === undefined
          ? []
          : [{ candidate: id, writtenIn: false, for: number, against: 4 - number, abstained: 0 }];
      });
      return [key, { issued: 4, tally: { returned: 4, invalid: 0, blank: 0, abstained: 0, lines, rankings: [] } }];
    }),
  );
}

function enters(scene: Scene, round: BallotRound, who: 0 | 1, counts: Record<string, TellerCount>) {
  const teller = scene.members[who];
  return enterCount(again(teller, 2 * minute), { round: round.id, teller: teller.person, counts });
}

test('a count from before is asked for again, and the two that agree on who stands close the round', async () => {
  const { scene, round, nora, ned } = await inRoom();
  const both = counted(
    round,
    new Map([
      [nora, 3],
      [ned, 2],
    ]),
  );
  const noraAlone = counted(round, new Map([[nora, 3]]));
  must(await enters(scene, round, 0, both));
  await withdraws(scene, ned);

  const stale = await enters(scene, round, 1, both);
  const second = must(await enters(scene, round, 1, noraAlone));
  const seen = must(await seeCounts(again(scene.members[0], 3 * minute), round.id));
  const recount = must(await enters(scene, round, 0, noraAlone));

  expect(stale).toMatchObject({ reason: 'ballot-count-candidate-gone', facts: { names: ['Ned Named'] } });
  expect(second.standing).toBe('first');
  expect(seen.tellers.map(({ hasCounted }) => hasCounted)).toEqual([false, true]);
  expect(seen.differences).toBeNull();
  expect(recount.standing).toBe('closed');
  expect(recount.round.rulings?.[0]?.lines).toMatchObject([{ for: 3, against: 1 }]);
});

test('numbers in a form that was opened before the first on the list withdrew do not become those of the next', async () => {
  const { scene, round, nora, ned } = await inRoom();
  await withdraws(scene, nora);
  const now = must(await seeOwn(again(scene.members[0], 2 * minute), round.id)).round;

  // Fields by the place on the whole list: Nora is c0, Ned c1.
  const stale = countsIn(now, { q0returned: '4', q0c0: '3/1', q0c1: '2/2' });
  const fresh = countsIn(now, { q0returned: '4', q0c1: '2/2' });

  expect(stale).toEqual({ gone: ['Nora Nominee'] });
  const lines = 'counts' in fresh ? Object.values(fresh.counts).flatMap(({ tally }) => tally.lines) : [];
  expect(lines).toMatchObject([
    { candidate: now.questions[0]?.candidates.find(({ person }) => person === ned)?.id, for: 2 },
  ]);
});

test('the teller reads who withdrew, at the form that was open', async () => {
  const { scene, round, ned } = await inRoom();
  const t = texts('en', 'UTC', 'party');
  const call = () => callOf(scene.members[0], null, 2 * minute);
  const seen = must(await seeCounts(call(), round.id));
  const form = formOf(
    await press(countingInteractions, call(), countMessage(t, { ...seen, self: null }), 'Enter my count'),
  );
  await withdraws(scene, ned);

  const reply = await submit(countingInteractions, call(), form, { q0returned: '4', q0c0: '3/1', q0c1: '2/2' });

  expect(reply).toMatchObject({
    kind: 'field-errors',
    errors: { q0returned: expect.stringContaining('Ned Named withdrew') },
  });
});
