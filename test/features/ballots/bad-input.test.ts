/** What comes wrong, late, twice or not at all: each has a clear answer, and the count is right. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { castPaper } from '../../../src/features/ballots/operations/cast.ts';
import { closeByClock, closeRound } from '../../../src/features/ballots/operations/close.ts';
import { seeOwn } from '../../../src/features/ballots/operations/look.ts';
import { openRound } from '../../../src/features/ballots/operations/open.ts';
import { prepareAgain } from '../../../src/features/ballots/operations/prepare-again.ts';
import { openSecretPaper, sendSecretPaper } from '../../../src/features/ballots/operations/secret-cast.ts';
import { openSecret } from '../../../src/features/ballots/operations/secret-open.ts';
import { changeRound } from '../../../src/features/ballots/store/rounds.ts';
import { motion, type PaperMarks } from '../../../src/features/ballots/types/round.ts';
import { openUnnamed } from '../../../src/features/sealing/operations/unnamed.ts';
import { formOf, wordsOf } from '../../support/hands.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { frozenList } from '../conferences/frozen-list.ts';
import { again, createScene, minute, must, reasonOf, type Somebody } from '../conferences/scene.ts';
import { ruleWith } from './rules-at-hand.ts';
import {
  boxOf,
  buttonWith,
  createSecretWorld,
  features,
  handsAt,
  minutes,
  typeWords,
  urns,
  vote as votesSecretly,
} from './secret-world.ts';
import { openedVote, preparedVote, saying, vote } from './vote-world.ts';

const { handle } = await createTestDatabase();

test('a paper with more marks than there are seats is refused with both numbers, and the one before counts', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const { list } = await frozenList(scene);
  const subject = { kind: 'list', list, position: null } as const;
  const prepared = await preparedVote(scene, { subject, rule: 'simple-majority' });
  const paper = { kind: 'pick', choices: null, abstain: true } as const;
  const rule = ruleWith({ paper, threshold: null, passing: 'seats' });
  await changeRound(handle, prepared.id, ['prepared'], { rule });
  must(await openRound(again(scene.clerk), prepared.id));
  const [question] = prepared.questions;
  const [nora, ned] = question!.candidates.map(({ id }) => id as string);
  const marking = (...candidates: string[]): PaperMarks => ({ [question!.key]: { kind: 'pick', candidates } });
  must(await castPaper(again(ann, 2 * minute), { round: prepared.id, marks: marking(nora!) }));

  const both = await castPaper(again(ann, 3 * minute), { round: prepared.id, marks: marking(nora!, ned!) });
  const stranger = await castPaper(again(ann, 3 * minute), { round: prepared.id, marks: marking('somebody') });
  const closed = must(await closeRound(again(scene.clerk, 4 * minute), prepared.id));

  expect(both).toMatchObject({ reason: 'ballot-paper-fault', field: 'question0' });
  expect(both).toMatchObject({ facts: { fault: 'too-many-marks', marks: 2, max: 1 } });
  expect(stranger).toMatchObject({ reason: 'ballot-paper-fault', facts: { fault: 'unknown-candidate' } });
  expect(closed.rulings?.[0]).toMatchObject({ returned: 1, invalid: 0 });
  expect(closed.rulings?.[0]?.lines.map((line) => line.for)).toEqual([1, 0]);
});

test('a form whose answer was lost and that is sent again is one paper in one version', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const { id } = await openedVote(scene);
  const send = () =>
    castPaper(again(ann, 2 * minute, { requestId: 'the-same-form' }), { round: id, marks: saying('yes') });
  must(await send());

  await expect(send()).rejects.toThrow();

  const papers = await client(handle).ballotPaper.findMany({ where: { roundId: id } });
  expect(papers.map(({ version, supersededAt }) => [version, supersededAt])).toEqual([[1, null]]);
  const closed = must(await closeRound(again(scene.clerk, 4 * minute), id));
  expect(closed.rulings?.[0]).toMatchObject({ returned: 1 });
});

/** On sealed papers without names: the chair and five more. */
async function sealed() {
  const scene = await createScene(handle, 'general');
  const voters: Somebody[] = [scene.chair, ...scene.members];
  for (const number of [1, 2, 3]) voters.push(await scene.person(`Voter Number${number}`, ['member']));
  const found = await frozenList(scene);
  const subject = { kind: 'list', list: found.list, position: null } as const;
  const round = await preparedVote(scene, { subject, rule: 'majority-present', mode: 'unnamed' });
  must(await openSecret(again(scene.clerk), urns, round.id));
  const [question] = round.questions;
  const [nora] = question!.candidates;
  const marks = (): PaperMarks => ({ [question!.key]: { kind: 'yes-no', answers: { [nora!.id]: 'yes' } } });
  const send = async (who: Somebody, afterMs = 2 * minute) => {
    const open = await openSecretPaper(again(who, afterMs), round.id);
    if (!open.ok) return open;
    const { receipt } = open.value;
    return sendSecretPaper(again(who, afterMs), urns, { round: round.id, marks, receipt, isTyped: false });
  };
  const atTheEnd = again(scene.clockwork, round.closesAt.getTime() - scene.clerk.now.getTime());
  return { scene, voters, round, nora: nora!, marks, send, atTheEnd };
}

test('a sealed paper with marks that cannot be is refused, and the box holds no more than before', async () => {
  const { voters, round, send, atTheEnd } = await sealed();
  const open = must(await openSecretPaper(again(voters[5]!, 2 * minute), round.id));
  const wrong = () => saying('yes');
  const bad = await sendSecretPaper(again(voters[5]!, 2 * minute), urns, {
    ...{ round: round.id, receipt: open.receipt, isTyped: false },
    marks: () => ({ [round.questions[0]!.key]: wrong()[motion]! }),
  });
  for (const voter of voters.slice(0, 5)) must(await send(voter));
  await closeByClock(atTheEnd, round.id);
  const box = await boxOf(handle, round.id);
  await openUnnamed(handle, urns, features.sealedSubjects, { box, now: atTheEnd.now });

  const { rulings } = must(await seeOwn(atTheEnd, round.id)).round;

  expect(bad).toMatchObject({ reason: 'ballot-paper-fault', facts: { fault: 'unknown-candidate' } });
  expect(rulings?.[0]).toMatchObject({ returned: 5, invalid: 0 });
});

test('a candidate who withdraws makes a sealed vote void: no paper is taken, and nobody opens those that are in', async () => {
  const { voters, round, nora, marks, send, atTheEnd } = await sealed();
  for (const voter of voters.slice(0, 5)) must(await send(voter));
  const open = must(await openSecretPaper(again(voters[5]!, 2 * minute), round.id));
  await client(handle).nomination.update({
    where: { id: nora.nomination! },
    data: { state: 'withdrawn', endedAt: round.preparedAt },
  });

  const anew = await send(voters[5]!, 3 * minute);
  const onItsWay = await sendSecretPaper(again(voters[5]!, 3 * minute), urns, {
    ...{ round: round.id, marks, receipt: open.receipt, isTyped: false },
  });
  await closeByClock(atTheEnd, round.id);

  expect([anew, onItsWay].map(reasonOf)).toEqual(['ballot-void', 'ballot-void']);
  expect(must(await seeOwn(atTheEnd, round.id)).round).toMatchObject({ state: 'void', rulings: null });
});

test('whoever is recused while a sealed vote is open keeps a paper that is in, and sends none', async () => {
  const { scene, voters, round, nora, send, atTheEnd } = await sealed();
  for (const voter of voters.slice(0, 5)) must(await send(voter));
  for (const { person } of [voters[4]!, voters[5]!]) {
    const input = { committee: scene.committee, person, nominee: nora.person, recordedBy: null };
    await recuse(again(scene.clerk, 3 * minute), input);
  }

  const after = await send(voters[5]!, 4 * minute);
  await closeByClock(atTheEnd, round.id);
  const box = await boxOf(handle, round.id);
  await openUnnamed(handle, urns, features.sealedSubjects, { box, now: atTheEnd.now });

  expect(reasonOf(after)).toBe('ballot-unknown');
  expect(must(await seeOwn(atTheEnd, round.id)).round.rulings?.[0]).toMatchObject({ returned: 5 });
});

test('a key-holder who mistypes is told so; where two have lost their words the papers stay closed, and it is voted on again', async () => {
  const world = await createSecretWorld(handle, { voters: 4 });
  for (const voter of [world.chair, ...world.voters]) await votesSecretly(world, voter, 'yes');
  await closeByClock(again(world.clockwork, minutes.closed * minute), world.round);
  const first = handsAt(world.holders[0]!, minutes.closed);
  const form = formOf(await first.press(buttonWith('sealing.type-words', { box: world.box })));

  const mistyped = await first.submit(form, { words: world.words[0]!.split(' ').reverse().join(' ') });
  const alone = await typeWords(world, 0);
  const waiting = must(await seeOwn(again(world.chair, minutes.closed * minute), world.round));
  const anew = await prepareAgain(again(world.clerk, minutes.closed * minute), {
    ...{ round: world.round, why: 'Two key-holders have lost their words' },
    closes: { date: '2026-03-12', time: null },
  });

  expect(wordsOf(mistyped)).toContain('These are not the six words of your key');
  expect(JSON.stringify(alone)).toContain('when one of the other two has typed theirs');
  expect(waiting.round).toMatchObject({ state: 'closed', rulings: null });
  expect(must(anew).round).toMatchObject({ state: 'prepared', mode: 'secret' });
});

test('a paper of somebody who is not asked, and one after the close, are refused and not counted', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const { id } = await openedVote(scene);
  must(await vote(ann, id, 'yes'));

  const stranger = await vote(scene.clerk, id, 'no');
  const closed = must(await closeRound(again(scene.clerk, 3 * minute), id));
  const late = await vote(bob, id, 'no', 4 * minute);

  expect([stranger, late].map(reasonOf)).toEqual(['ballot-not-asked', 'ballot-closed']);
  expect(closed.rulings?.[0]).toMatchObject({ returned: 1 });
});
