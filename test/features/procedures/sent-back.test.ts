/** The authority returned somebody: they pass a step and the later ones again, and nobody else does. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { enterForm, enterOutcome } from '../../../src/features/procedures/operations/enter.ts';
import { prepareStepVote, stepVoteForm } from '../../../src/features/procedures/operations/vote.ts';
import { standKey } from '../../../src/features/procedures/types/current.ts';
import { recordPaper, replyToQuestion } from '../../../src/features/submissions/operations/answer.ts';
import { seeSubmission } from '../../../src/features/submissions/operations/look.ts';
import { prepareSubmission } from '../../../src/features/submissions/operations/prepare.ts';
import { sendSubmission } from '../../../src/features/submissions/operations/send.ts';
import { sendBackForm, sendSeatBack } from '../../../src/features/submissions/operations/send-back.ts';
import { settleSubmission } from '../../../src/features/submissions/operations/settle.ts';
import type { SubmissionId } from '../../../src/features/submissions/types.ts';
import type { StoreHandle } from '../../../src/kernel/act.ts';
import type { NomineeListId, PersonId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, minute, must, reasonOf } from '../conferences/scene.ts';
import { entering, type Steps, seen, voting, withTwoEntered } from './steps-world.ts';

const { handle } = await createTestDatabase();

interface Returned extends Steps {
  readonly list: NomineeListId;
  readonly submission: SubmissionId;
}

const clerkAt = ({ scene }: Steps, minutes: number) => again(scene.clerk, minutes * minute);

async function enter(steps: Steps, step: string, letThrough: readonly string[], minutes = 0) {
  return enterOutcome(clerkAt(steps, minutes), entering(steps, { step, letThrough }));
}

async function seatOf(steps: Returned, name: string) {
  const { submission } = must(await seeSubmission(clerkAt(steps, 6), steps.submission));
  const seat = submission.seats.find(({ shown }) => shown?.fullName === name);
  if (!seat) throw new Error(`no seat of ${name}`);
  return seat;
}

async function submitted(steps: Steps, minutes: number): Promise<SubmissionId> {
  const list = await client(handle).nomineeList.findFirstOrThrow({ where: { planId: steps.plan } });
  const id = must(
    await prepareSubmission(clerkAt(steps, minutes), {
      ...{ committee: steps.scene.committee, list: list.id as NomineeListId, authority: 'The level above' },
      ...{ answerer: null, letter: null, stated: null },
    }),
  );
  must(await sendSubmission(clerkAt(steps, minutes), id));
  return id;
}

/** All steps entered, both let through everywhere; the authority approves Nora and returns Ned. */
async function returned(store: StoreHandle): Promise<Returned> {
  const steps = await withTwoEntered(store);
  const both = [steps.nora, steps.ned];
  for (const step of ['key-officials', 'expanded-leadership', 'leadership-2']) must(await enter(steps, step, both, 1));
  const submission = await submitted(steps, 2);
  const world = { ...steps, submission, list: '' as NomineeListId };
  const ned = (await seatOf(world, 'Ned Named')).id;
  must(
    await recordPaper(clerkAt(steps, 4), {
      ...{ submission, number: '9-QD', dated: '2026-03-02', notApproved: [], returned: [ned] },
      word: 'Was the second vote held?',
    }),
  );
  return world;
}

async function sentBack(world: Returned, step: number) {
  const seat = (await seatOf(world, 'Ned Named')).id;
  return sendSeatBack(clerkAt(world, 5), { submission: world.submission, seat, step });
}

const states = async (world: Steps, who = world.scene.clerk) =>
  (await seen(world, who)).steps.map(({ state }) => state);
const standings = async (world: Steps) =>
  (await seen(world)).standings.map((one) => [one.name, one.step, one.standing, one.sentBackWith]);

test('only a step that decides on names takes somebody back, and only a name that was returned goes', async () => {
  const world = await returned(handle);
  const [nora, ned] = [await seatOf(world, 'Nora Nominee'), await seatOf(world, 'Ned Named')];

  const { steps } = must(await sendBackForm(clerkAt(world, 5), { submission: world.submission, seat: ned.id }));
  const approved = await sendSeatBack(clerkAt(world, 5), { submission: world.submission, seat: nora.id, step: 3 });
  const nowhere = await sendSeatBack(clerkAt(world, 5), { submission: world.submission, seat: ned.id, step: 1 });
  const unsaid = await sendSeatBack(clerkAt(world, 5), { submission: world.submission, seat: ned.id, step: null });

  expect(steps.map(({ number }) => number)).toEqual([3, 4, 5]);
  expect([approved, nowhere, unsaid].map(reasonOf)).toEqual([
    'seat-not-returned',
    'procedure-step-no-vote',
    'procedure-step-no-vote',
  ]);
  expect(await states(world)).toEqual(['done', 'done', 'done', 'done', 'done']);
});

test('the parcel is decided without the name, which stays on the list and comes up in the next one', async () => {
  const world = await returned(handle);
  const decision = { submission: world.submission, number: '9-QD', dated: '2026-03-02' };
  const early = await settleSubmission(clerkAt(world, 5), decision);

  const seat = must(await sentBack(world, 4));
  const reply = { submission: world.submission, seat: seat.id, reply: 'It was.' };
  const replied = await replyToQuestion(clerkAt(world, 6), reply);
  must(await settleSubmission(clerkAt(world, 6), decision));
  const second = await submitted(world, 7);

  expect([early, replied].map(reasonOf)).toEqual(['seats-waiting', 'seat-not-returned']);
  const nominations = await client(handle).nomination.findMany({ where: { planId: world.plan } });
  const stateOf = new Map(
    nominations.map(({ positionId, personId, state }) => [standKey(positionId, personId), state]),
  );
  expect([stateOf.get(world.nora), stateOf.get(world.ned)]).toEqual(['approved', 'listed']);
  const { submission } = must(await seeSubmission(clerkAt(world, 9), second));
  expect(submission.seats.map(({ shown }) => shown?.fullName)).toEqual(['Ned Named']);
});

test('held again from that step on for the one name only; what the steps brought for the others stands', async () => {
  const world = await returned(handle);
  must(await sentBack(world, 4));
  const after = { states: await states(world), standings: await standings(world) };
  const jump = await enter(world, 'leadership-2', [world.ned], 6);
  const { through, others } = must(
    await enterForm(clerkAt(world, 6), { procedure: world.procedure, step: 'expanded-leadership' }),
  );
  must(await enter(world, 'expanded-leadership', [world.ned], 6));
  const between = await standings(world);

  must(await enter(world, 'leadership-2', [], 7));

  expect(after).toEqual({
    states: ['done', 'done', 'done', 'sent-back', 'done'],
    standings: [
      ['Nora Nominee', 'leadership-2', 'let-through', null],
      ['Ned Named', 'expanded-leadership', 'waiting', 1],
    ],
  });
  expect(reasonOf(jump)).toBe('procedure-step-not-next');
  expect([through.map(({ shown }) => shown?.fullName), others]).toEqual([['Ned Named'], []]);
  expect(between).toEqual([
    ['Nora Nominee', 'leadership-2', 'let-through', null],
    ['Ned Named', 'leadership-2', 'waiting', 1],
  ]);
  expect(await standings(world)).toEqual([
    ['Nora Nominee', 'leadership-2', 'let-through', null],
    ['Ned Named', 'leadership-2', 'not-let-through', null],
  ]);
  expect(await states(world)).toEqual(['done', 'done', 'done', 'done', 'done']);
});

test('not let through the second time, the later steps are not held for them; withdrawn, none is', async () => {
  const world = await returned(handle);
  const [refused, gone] = [world, await returned(handle)];
  must(await sentBack(refused, 3));
  must(await enter(refused, 'key-officials', [], 6));
  must(await sentBack(gone, 3));

  const person = gone.ned.split(':')[1] ?? '';
  await client(handle).nomination.updateMany({
    where: { planId: gone.plan, personId: person },
    data: { state: 'withdrawn', endedAt: gone.scene.clerk.now },
  });

  const allDone = ['done', 'done', 'done', 'done', 'done'];
  expect([await states(refused), await states(gone)]).toEqual([allDone, allDone]);
});

test('where a step was entered it is entered again; a vote of it asks about the one name', async () => {
  const world = await returned(handle);
  must(await sentBack(world, 5));

  const form = must(await stepVoteForm(clerkAt(world, 6), { procedure: world.procedure, step: 'leadership-2' }));
  const { round } = must(await prepareStepVote(clerkAt(world, 6), voting(world, { step: 'leadership-2' })));

  expect(form.through.map(({ shown }) => shown?.fullName)).toEqual(['Ned Named']);
  expect(round.questions[0]?.candidates.map(({ fullName }) => fullName)).toEqual(['Ned Named']);
});

test('to whom the case is closed no step says that somebody came back', async () => {
  const world = await returned(handle);
  const [ann] = world.scene.members;
  const person = world.ned.split(':')[1] ?? '';
  const { committee } = world.scene;
  must(
    await recuse(again(ann, 5 * minute), {
      ...{ committee, person: ann.person, nominee: person as PersonId, recordedBy: null },
    }),
  );

  must(await sentBack(world, 4));

  expect(await states(world, ann)).toEqual(['done', 'done', 'done', 'done', 'done']);
  expect(await states(world)).toContain('sent-back');
});
