/** A name that leaves the list before or after its parcel is sent, seen or not by whoever sends it. All people are invented. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { answerSeats, approveTheRest } from '../../../src/features/submissions/operations/answer.ts';
import { submissionPlanUses } from '../../../src/features/submissions/operations/plan-uses.ts';
import { seeParcel } from '../../../src/features/submissions/operations/prepare.ts';
import { sendSubmission } from '../../../src/features/submissions/operations/send.ts';
import { settleSubmission } from '../../../src/features/submissions/operations/settle.ts';
import type { SubmissionId } from '../../../src/features/submissions/types.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, value } from '../reviews/review-world.ts';
import { createSubmissionWorld, found, prepared, sent } from './submission-world.ts';

const { handle } = await createTestDatabase();

/** Of everybody, whoever may see them. */
async function seatsEverybody(id: SubmissionId) {
  const seats = await client(handle).submissionSeat.findMany({
    where: { submissionId: id },
    orderBy: { place: 'asc' },
  });
  return seats.map(({ shown }) => (shown as { fullName: string }).fullName);
}

test('a name withdrawn while its case is closed to the sender leaves the parcel, and nothing tells the sender', async () => {
  const world = await createSubmissionWorld(handle);
  const { committee, clerk } = world;
  const [ann] = world.nominees;
  const id = await prepared(world);
  value(await recuse(again(clerk), { committee, person: clerk.person, nominee: ann!.person, recordedBy: null }));
  const before = await found(clerk, id);
  await world.withdraw(ann!);

  const parcel = value(await seeParcel(again(clerk), id)).parcel;
  value(await sendSubmission(again(clerk), id));

  expect(parcel.missing).toEqual([]);
  expect((await found(clerk, id)).seats).toEqual(before.seats);
  expect(await seatsEverybody(id)).toEqual(['Ben', 'Cleo']);
  expect((await found(world.answerer, id)).seats).toHaveLength(2);
});

test('the control: while nobody is withdrawn the parcel is whole, also for whoever does not see all of it', async () => {
  const world = await createSubmissionWorld(handle);
  const { committee, clerk } = world;
  const id = await prepared(world);
  const nominee = world.nominees[0]!.person;
  value(await recuse(again(clerk), { committee, person: clerk.person, nominee, recordedBy: null }));

  value(await sendSubmission(again(clerk), id));

  expect(await seatsEverybody(id)).toEqual(['Ann', 'Ben', 'Cleo']);
});

test('approved, but withdrawn since it was sent: the answer stands, the plan does not have the name, and it is said', async () => {
  const world = await createSubmissionWorld(handle);
  const id = await sent(world);
  await world.withdraw(world.nominees[1]!);
  value(await approveTheRest(again(world.answerer, 3), id));

  const decision = { submission: id, number: '5-QĐ', dated: '2026-03-02' };
  const settled = value(await settleSubmission(again(world.clerk, 4), decision));

  expect(settled.leftOut.map(({ shown }) => shown?.fullName)).toEqual(['Ben']);
  const entries = await client(handle).planEntry.findMany({ where: { planId: world.plan } });
  expect(new Set(entries.map(({ personId }) => personId))).toEqual(
    new Set([world.nominees[0]!.person, world.nominees[2]!.person]),
  );
  expect((await found(world.clerk, id)).seats.map(({ answer }) => answer)).toEqual([
    'approved',
    'approved',
    'approved',
  ]);
});

test('whoever would leave the plan is shown in the parcels in progress, with all eyes that the reader has', async () => {
  const world = await createSubmissionWorld(handle);
  const { committee, plan, clerk } = world;
  const [ann] = world.nominees;
  const at = { committee, plan, stands: { person: ann!.person, position: world.position } };
  await sent(world);
  await prepared(world);

  const seen = await submissionPlanUses.usesOf(again(clerk, 2), at);
  value(await recuse(again(clerk), { committee, person: clerk.person, nominee: ann!.person, recordedBy: null }));

  expect(seen.map(({ kind, number }) => [kind, number])).toEqual([
    ['submission-draft', 2],
    ['submission-sent', 1],
  ]);
  expect(await submissionPlanUses.usesOf(again(clerk, 2), at)).toEqual([]);
});

describe('a decision on a seat', () => {
  test('that is not in the parcel is refused, and none of the answers beside it is kept', async () => {
    const [world, other] = [await createSubmissionWorld(handle), await createSubmissionWorld(handle)];
    const [id, foreign] = [await sent(world), await sent(other)];
    const [own] = (await found(world.answerer, id)).seats;
    const [theirs] = (await found(other.answerer, foreign)).seats;
    const approved = (seat: typeof own) => ({ seat: seat!.id, answer: 'approved' as const, word: null });

    const outcome = await answerSeats(again(world.answerer, 3), {
      submission: id,
      answers: [own, theirs].map(approved),
    });

    expect(outcome).toMatchObject({ ok: false, reason: 'seat-unknown' });
    for (const [someone, one] of [
      [world, id],
      [other, foreign],
    ] as const) {
      expect((await found(someone.answerer, one)).seats.map(({ answer }) => answer)).toEqual([null, null, null]);
    }
  });

  test('given twice with different answers is refused with the name; given twice alike it is one answer', async () => {
    const world = await createSubmissionWorld(handle);
    const id = await sent(world);
    const [seat] = (await found(world.answerer, id)).seats;
    const yes = { seat: seat!.id, answer: 'approved' as const, word: null };
    const no = { seat: seat!.id, answer: 'not-approved' as const, word: 'Too early.' };
    const answer = (answers: readonly (typeof yes | typeof no)[]) =>
      answerSeats(again(world.answerer, 3), { submission: id, answers });

    const both = await answer([yes, no]);
    const unchanged = (await found(world.answerer, id)).seats[0]?.answer;
    value(await answer([yes, yes]));

    expect(both).toMatchObject({ ok: false, reason: 'seat-twice', facts: { name: 'Ann' } });
    expect(unchanged).toBeNull();
    expect((await found(world.answerer, id)).seats[0]?.answer).toBe('approved');
  });
});
