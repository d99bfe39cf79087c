/** Counting in the room: two tellers, each alone; differing counts are shown, the same ones close the round. */

import { countingInteractions } from '../../../src/features/ballots/interactions/counting.ts';
import { prepareNext } from '../../../src/features/ballots/operations/after.ts';
import { castPaper } from '../../../src/features/ballots/operations/cast.ts';
import { closeRound } from '../../../src/features/ballots/operations/close.ts';
import { enterCount, seeCounts, type TellerCount } from '../../../src/features/ballots/operations/count.ts';
import { seeOwn } from '../../../src/features/ballots/operations/look.ts';
import { prepareRound } from '../../../src/features/ballots/operations/prepare.ts';
import { type BallotRound, motion } from '../../../src/features/ballots/types/round.ts';
import { countMessage } from '../../../src/features/ballots/views/count-form.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { frozenList } from '../conferences/frozen-list.ts';
import { again, cards, createScene, minute, must, reasonOf, type Scene } from '../conferences/scene.ts';
import { ofQuestion, openedVote, saying } from './vote-world.ts';

const { handle } = await createTestDatabase();

async function inRoom(scene: Scene): Promise<BallotRound> {
  const tellers = scene.members.map(({ person }) => person);
  return openedVote(scene, { place: 'room', tellers });
}

function hands(votes: number, against: number, abstained = 0): Readonly<Record<string, TellerCount>> {
  const returned = votes + against + abstained;
  const line = { candidate: motion, writtenIn: false, for: votes, against, abstained };
  return {
    [motion]: { issued: 4, tally: { returned, invalid: 0, blank: 0, abstained: 0, lines: [line], rankings: [] } },
  };
}

function count(scene: Scene, round: BallotRound, who: 0 | 1, counts: Readonly<Record<string, TellerCount>>) {
  const teller = scene.members[who];
  return enterCount(again(teller, 2 * minute), { round: round.id, teller: teller.person, counts });
}

test('the same count by both closes the round; nothing is sent to those in the room, and no paper is taken in the chat', async () => {
  const scene = await createScene(handle, 'general');
  const round = await inRoom(scene);
  const paper = await castPaper(again(scene.chair, 2 * minute), { round: round.id, marks: saying('yes') });
  const byHand = await closeRound(again(scene.clerk, 2 * minute), round.id);

  const first = must(await count(scene, round, 0, hands(3, 1)));
  const second = must(await count(scene, round, 1, hands(3, 1)));

  expect([paper, byHand].map(reasonOf)).toEqual(['ballot-not-here', 'ballot-not-counted']);
  expect([first.standing, second.standing]).toEqual(['first', 'closed']);
  expect(second.round.rulings?.[0]?.lines[0]).toMatchObject({ for: 3, against: 1, outcome: 'passed' });
  expect(await cards(scene, 'ballots.paper')).toHaveLength(0);
});

test('differing counts are shown to both once both are in; a recount that agrees closes it', async () => {
  const scene = await createScene(handle, 'general');
  const round = await inRoom(scene);
  must(await count(scene, round, 0, hands(3, 1)));
  const alone = must(await seeCounts(again(scene.members[1], 2 * minute), round.id));
  const differs = must(await count(scene, round, 1, hands(2, 2)));
  const both = must(await seeCounts(again(scene.members[0], 2 * minute), round.id));
  const recount = must(await count(scene, round, 1, hands(3, 1)));

  expect([alone.own, alone.differences]).toEqual([null, null]);
  expect(differs.standing).toBe('differs');
  expect(both.differences).toEqual([
    { question: motion, candidate: motion, part: 'for', numbers: [3, 2] },
    { question: motion, candidate: motion, part: 'against', numbers: [1, 2] },
  ]);
  expect(recount.standing).toBe('closed');
  const t = texts('en', 'UTC', 'party');
  const shown = textOf(countMessage(t, { ...both, self: null, own: null }));
  expect(shown).toContain('The motion: for | 3 | 2');
});

test('only the two tellers count, each their own; numbers that cannot be true are refused', async () => {
  const scene = await createScene(handle, 'general');
  const round = await inRoom(scene);
  const [ann, bob] = scene.members;
  const forOther = await enterCount(again(ann, 2 * minute), {
    round: round.id,
    teller: bob.person,
    counts: hands(1, 0),
  });
  const byChair = await enterCount(again(scene.chair, 2 * minute), {
    ...{ round: round.id, teller: scene.chair.person, counts: hands(1, 0) },
  });
  const tooMany = await count(scene, round, 0, hands(4, 4));
  const onPaper = await enterCount(again(scene.clerk, 2 * minute), {
    ...{ round: round.id, teller: bob.person, counts: hands(3, 1) },
  });

  expect([forOther, byChair].map(reasonOf)).toEqual(['ballot-not-teller', 'ballot-not-teller']);
  expect(tooMany.ok).toBe(false);
  expect(must(onPaper).standing).toBe('first');
});

test('whoever stands in the vote does not count it', async () => {
  const scene = await createScene(handle, 'general');
  const { list, nora } = await frozenList(scene);
  const tellers = [nora, scene.members[0].person];

  const outcome = await prepareRound(again(scene.clerk), {
    committee: scene.committee,
    form: {
      ...ofQuestion,
      subject: { kind: 'list', list, position: null },
      place: 'room',
      rule: 'robert-election',
      tellers,
    },
  });

  expect(outcome).toMatchObject({ ok: false, reason: 'ballot-teller-stands', field: 'tellers' });
});

test('equal votes for one seat: both stand again in the next round, entered with forms', async () => {
  const scene = await createScene(handle, 'general');
  const { list } = await frozenList(scene);
  const tellers = scene.members.map(({ person }) => person);
  const subject = { kind: 'list', list, position: null } as const;
  const round = await openedVote(scene, { subject, place: 'room', rule: 'robert-election', tellers });
  const t = texts('en', 'UTC', 'party');
  for (const teller of scene.members) {
    const call = () => callOf(teller, null, 2 * minute);
    const seen = must(await seeCounts(call(), round.id));
    const form = formOf(
      await press(countingInteractions, call(), countMessage(t, { ...seen, self: null }), 'Enter my count'),
    );
    const wrong = await submit(countingInteractions, call(), form, { q0returned: '4', q0c0: 'two', q0c1: '2' });
    expect(wrong).toMatchObject({ kind: 'field-errors', errors: { q0c0: expect.stringContaining('12/3/1') } });
    messageOf(await submit(countingInteractions, call(), form, { q0returned: '4', q0c0: '2', q0c1: '2' }));
  }

  const next = must(
    await prepareNext(again(scene.clerk, 4 * minute), { round: round.id, closes: { date: '2026-03-06', time: null } }),
  );

  const { rulings } = must(await seeOwn(again(scene.clerk, 4 * minute), round.id)).round;
  expect(rulings?.[0]?.lines.map(({ goesTo }) => goesTo)).toEqual(['next-round', 'next-round']);
  expect(next.round).toMatchObject({ after: { round: round.id, kind: 'next' }, place: 'room' });
  expect(next.round.questions[0]?.candidates.map(({ fullName }) => fullName)).toEqual(['Nora Nominee', 'Ned Named']);
});
