/** A parcel upward: what may be sent, who answers how, and what the decision does to the plan. */
import { client } from '../../../src/database/client.ts';
import { openRound, prepareRound } from '../../../src/features/reviews/operations/open.ts';
import {
  answerSeats,
  approveTheRest,
  recordPaper,
  replyToQuestion,
} from '../../../src/features/submissions/operations/answer.ts';
import { duties } from '../../../src/features/submissions/operations/duties.ts';
import { seeSubmission } from '../../../src/features/submissions/operations/look.ts';
import { addPaper, prepareSubmission, seeParcel } from '../../../src/features/submissions/operations/prepare.ts';
import { sendSubmission, undoSending, withdrawSubmission } from '../../../src/features/submissions/operations/send.ts';
import { settleSubmission } from '../../../src/features/submissions/operations/settle.ts';
import type { SeatAnswer, SubmissionId } from '../../../src/features/submissions/types.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, cardsOf, stated, value } from '../reviews/review-world.ts';
import { createSubmissionWorld, found, prepared, type SubmissionWorld, seatOf, sent } from './submission-world.ts';

const { handle } = await createTestDatabase();

async function answer(
  world: SubmissionWorld,
  id: SubmissionId,
  name: string,
  said: SeatAnswer,
  word: string | null = null,
) {
  const seat = seatOf(await found(world.answerer, id), name).id;
  return answerSeats(again(world.answerer, 3), { submission: id, answers: [{ seat, answer: said, word }] });
}

test('an open review, a withdrawn name and a newer list keep a parcel from being sent, and each is named', async () => {
  const world = await createSubmissionWorld(handle);
  const { committee, plan } = world;
  const id = await prepared(world);
  const round = value(await prepareRound(again(world.clerk), { committee, plan, stated, why: null }));
  value(await openRound(again(world.clerk), round.round.id));
  await world.withdraw(world.nominees[0]!);

  const parcel = value(await seeParcel(again(world.clerk), id)).parcel;
  const refusal = await sendSubmission(again(world.clerk), id);

  expect(parcel.missing).toEqual([{ kind: 'review-open' }, { kind: 'withdrawn', names: ['Ann'] }]);
  expect(refusal).toMatchObject({ reason: 'submission-incomplete', facts: { missing: ['review-open', 'withdrawn'] } });
});

test('what was sent keeps its papers with a check sum; undone within the minute it is a draft and nobody was told', async () => {
  const world = await createSubmissionWorld(handle);
  const id = await prepared(world);
  value(await addPaper(again(world.clerk), { submission: id, title: 'Minutes', number: '3-BB', dated: '2026-03-01' }));
  value(await sendSubmission(again(world.clerk), id));
  const whileHeld = await seeSubmission(again(world.answerer, 0), id);
  const papers = (await found(world.clerk, id)).papers;

  value(await undoSending(again(world.clerk, 0), id));

  expect(papers.map(({ kind, sha256 }) => [kind, sha256?.length ?? null])).toEqual([
    ['list', 64],
    ['other', null],
  ]);
  expect(whileHeld).toMatchObject({ reason: 'submission-unknown' });
  expect((await found(world.clerk, id)).state).toBe('draft');
  expect(await cardsOf(handle, world, 'submissions.asked')).toEqual([]);
  expect(await undoSending(again(world.clerk, 0), id)).toMatchObject({ reason: 'submission-not-sent' });
});

test('after its minute sending cannot be undone, and a plan lies before the authority once', async () => {
  const world = await createSubmissionWorld(handle);
  const id = await sent(world);
  const second = await prepared(world);

  expect(await undoSending(again(world.clerk, 2), id)).toMatchObject({ reason: 'undo-too-late' });
  expect(await sendSubmission(again(world.clerk, 2), second)).toMatchObject({
    reason: 'plan-submitted',
    facts: { number: 1 },
  });
});

test('answered seat by seat and decided: the approved stand in the plan by the decision, the refused leave the list', async () => {
  const world = await createSubmissionWorld(handle);
  const id = await sent(world);

  value(await answer(world, id, 'Ben', 'not-approved', 'Too early.'));
  const early = await settleSubmission(again(world.clerk, 4), { submission: id, number: '5-QĐ', dated: '2026-03-02' });
  value(await approveTheRest(again(world.answerer, 4), id));
  value(await settleSubmission(again(world.clerk, 5), { submission: id, number: '5-QĐ', dated: '2026-03-02' }));

  expect(early).toMatchObject({ reason: 'seats-waiting', facts: { waiting: 2, returned: 0 } });
  const entries = await client(handle).planEntry.findMany({ where: { planId: world.plan } });
  const [ann, ben, cleo] = world.nominees;
  expect(new Set(entries.map(({ personId }) => personId))).toEqual(new Set([ann!.person, cleo!.person]));
  expect(new Set(entries.map((entry) => `${entry.decisionIn} ${entry.enteredOn}`))).toEqual(
    new Set(['5-QĐ 2026-03-02']),
  );
  const states = await client(handle).nomination.findMany({ where: { planId: world.plan }, orderBy: { rank: 'asc' } });
  expect(states.map(({ personId, state }) => [personId, state])).toEqual([
    [ann!.person, 'approved'],
    [ben!.person, 'not-approved'],
    [cleo!.person, 'approved'],
  ]);
  expect(await cardsOf(handle, world, 'submissions.answered')).toHaveLength(1);
  expect(await answer(world, id, 'Ben', 'approved')).toMatchObject({ reason: 'submission-not-sent' });
});

test('a returned seat is the secretary’s turn, the reply makes it the authority’s again', async () => {
  const world = await createSubmissionWorld(handle);
  const id = await sent(world);
  const subject = { kind: 'submission', id };
  const owing = async () => owingOf(duties, again(world.clockwork, 3), subject);
  value(await answer(world, id, 'Ann', 'returned', 'Since when in office?'));
  value(await approveTheRest(again(world.answerer, 3), id));

  const before = await owing();
  const seat = seatOf(await found(world.clerk, id), 'Ann').id;
  value(await replyToQuestion(again(world.clerk, 4), { submission: id, seat, reply: 'Since 2019.' }));

  expect(before).toEqual([world.clerk.person]);
  expect(await owing()).toEqual([world.answerer.person]);
  expect(seatOf(await found(world.answerer, id), 'Ann')).toMatchObject({ answer: null, reply: 'Since 2019.' });
  expect(await replyToQuestion(again(world.clerk, 4), { submission: id, seat, reply: 'Again.' })).toMatchObject({
    reason: 'seat-not-returned',
  });
});

test('the authority’s paper approves everybody but those it names, and settles nothing by itself', async () => {
  const world = await createSubmissionWorld(handle);
  const id = await sent(world, false);
  const paper = { submission: id, number: '7-QĐ', dated: '2026-03-02', notApproved: [], returned: [], word: null };
  const ben = seatOf(await found(world.clerk, id), 'Ben').id;

  const both = await recordPaper(again(world.clerk, 2), { ...paper, notApproved: [ben], returned: [ben], word: 'x' });
  const silent = await recordPaper(again(world.clerk, 2), { ...paper, notApproved: [ben] });
  const seats = value(
    await recordPaper(again(world.clerk, 2), { ...paper, notApproved: [ben], word: 'Not this year.' }),
  ).seats;

  expect(both).toMatchObject({ reason: 'seat-twice', facts: { name: 'Ben' } });
  expect(silent).toMatchObject({ reason: 'seat-word-missing' });
  expect(seats.map(({ shown, answer, answeredVia }) => [shown?.fullName, answer, answeredVia])).toEqual([
    ['Ann', 'approved', 'paper'],
    ['Ben', 'not-approved', 'paper'],
    ['Cleo', 'approved', 'paper'],
  ]);
  expect(await client(handle).planEntry.count({ where: { planId: world.plan } })).toBe(0);
});

test('nobody else answers, and after it was taken back nobody does', async () => {
  const world = await createSubmissionWorld(handle);
  const id = await sent(world);
  const member = await world.person('Mia Member', ['member']);
  const seat = seatOf(await found(world.clerk, id), 'Ann').id;
  const answers = [{ seat, answer: 'approved' as const, word: null }];

  const byMember = await answerSeats(again(member, 3), { submission: id, answers });
  const byClerk = await answerSeats(again(world.clerk, 3), { submission: id, answers });
  value(await withdrawSubmission(again(world.clerk, 3), id));

  expect(byMember).toMatchObject({ reason: 'submission-unknown' });
  expect(byClerk).toMatchObject({ reason: 'submission-not-yours' });
  expect(await answerSeats(again(world.answerer, 4), { submission: id, answers })).toMatchObject({
    reason: 'submission-unknown',
  });
});

test('whoever is to answer in the chat has an account there', async () => {
  const world = await createSubmissionWorld(handle);
  const { committee, list } = world;
  const form = { committee, list, authority: 'The Board', letter: null, stated: null };

  const refusal = await prepareSubmission(again(world.clerk), { ...form, answerer: world.nominees[0]!.person });

  expect(refusal).toMatchObject({ reason: 'answerer-not-reachable', field: 'answerer' });
});

test('two who answer the same seat at once: one answer stands, none is half', async () => {
  const world = await createSubmissionWorld(handle, ['Ann']);
  const id = await sent(world);

  const both = await Promise.all([
    answer(world, id, 'Ann', 'approved'),
    answer(world, id, 'Ann', 'not-approved', 'Not yet.'),
  ]);

  const { answer: stands, word } = seatOf(await found(world.answerer, id), 'Ann');
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect([
    ['approved', null],
    ['not-approved', 'Not yet.'],
  ]).toContainEqual([stands, word]);
});
