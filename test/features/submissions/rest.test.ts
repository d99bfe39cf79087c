/**
 * A name that waits while its case is closed to whoever enters the decision: for them the parcel is finished, as if the
 * case did not exist; somebody who sees it is told, and finishes it.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { client } from '../../../src/database/client.ts';
import { recuse, viewerOf } from '../../../src/features/access/operations.ts';
import type { Role } from '../../../src/features/access/types.ts';
import { openLink } from '../../../src/features/answer-links/operations.ts';
import { freezeList } from '../../../src/features/reviews/operations/lists.ts';
import {
  type AnsweringRefusal,
  answerSeats,
  approveTheRest,
  recordPaper,
} from '../../../src/features/submissions/operations/answer.ts';
import { duties } from '../../../src/features/submissions/operations/duties.ts';
import { answerByLink, createLink, submissionBehind } from '../../../src/features/submissions/operations/link.ts';
import { seeSubmission } from '../../../src/features/submissions/operations/look.ts';
import { prepareSubmission } from '../../../src/features/submissions/operations/prepare.ts';
import { sendSubmission, withdrawSubmission } from '../../../src/features/submissions/operations/send.ts';
import { settleSubmission } from '../../../src/features/submissions/operations/settle.ts';
import { finishers } from '../../../src/features/submissions/rules/rest.ts';
import type { SubmissionId } from '../../../src/features/submissions/types.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import type { Outcome } from '../../../src/kernel/outcome.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, cardsOf, type Someone, value } from '../reviews/review-world.ts';
import { createSubmissionWorld, prepared, type SubmissionWorld, seatOf, sent } from './submission-world.ts';

const { handle } = await createTestDatabase();

interface Closed extends SubmissionWorld {
  readonly id: SubmissionId;
  readonly chair: Someone;
}

/** With the authority; the case of Ann is closed to the only committee secretary. */
async function closedToSecretary(): Promise<Closed> {
  const world = await createSubmissionWorld(handle);
  const chair = await world.person('Cara Chair', ['chair', 'member']);
  const id = await sent(world);
  await recused(world, world.clerk);
  return { ...world, id, chair };
}

async function recused(world: SubmissionWorld, who: Someone) {
  const { committee } = world;
  const closing = { committee, person: who.person, nominee: world.nominees[0]!.person, recordedBy: null };
  value(await recuse(again(who, 2), closing));
}

/** The paper approves everybody, and the decision is entered by the committee secretary, at minute 4. */
async function decided(world: Closed) {
  const paper = { submission: world.id, number: '5-QĐ', dated: '2026-03-02', word: null };
  value(await recordPaper(again(world.clerk, 3), { ...paper, notApproved: [], returned: [] }));
  return settleSubmission(again(world.clerk, 4), paper);
}

async function seen(who: Someone, id: SubmissionId, minutes = 5) {
  const found = await seeSubmission(again(who, minutes), id);
  if (!found.ok) return found.reason;
  const { state, decision, seats } = found.value.submission;
  return { state, decision: decision?.number, seats: seats.map(({ shown, answer }) => `${shown?.fullName} ${answer}`) };
}

async function dutiesOf(world: SubmissionWorld, who: Someone, minutes = 5) {
  const act = again(who, minutes);
  return (await duties.dutiesOf(act, [await viewerOf(act, world.committee)])).map(({ kind }) => kind);
}

async function standing({ plan, nominees }: SubmissionWorld) {
  const entries = await client(handle).planEntry.findMany({
    where: { planId: plan },
    select: { personId: true, decisionIn: true },
  });
  const nameOf = (person: string) => nominees.find((one) => one.person === person)?.name;
  return entries.map(({ personId, decisionIn }) => `${nameOf(personId)} ${decisionIn}`).sort();
}

describe('for the committee secretary to whom the case is closed', () => {
  test('the decision is entered and the parcel finished, as in a world without the case', async () => {
    const world = await closedToSecretary();

    const settled = await decided(world);

    expect(settled.ok).toBe(true);
    expect(await seen(world.clerk, world.id)).toEqual({
      ...{ state: 'settled', decision: '5-QĐ', seats: ['Ben approved', 'Cleo approved'] },
    });
    expect(await standing(world)).toEqual(['Ben 5-QĐ', 'Cleo 5-QĐ']);
    expect(await dutiesOf(world, world.clerk)).toEqual([]);
    const parcel = { committee: world.committee, authority: 'The Board', letter: null, stated: null, answerer: null };
    expect(await prepareSubmission(again(world.clerk, 5), { ...parcel, list: world.list })).toMatchObject({
      reason: 'list-decided',
    });
    await world.nominate('Dora');
    const { list } = value(await freezeList(again(world.clerk, 5), world));
    expect((await sendSubmission(again(world.clerk, 6), await prepared({ ...world, list: list.id }))).ok).toBe(true);
  });

  test('nothing changes when somebody else finishes it', async () => {
    const world = await closedToSecretary();
    value(await decided(world));
    const before = await seen(world.clerk, world.id);

    const paper = { submission: world.id, number: '8-QĐ', dated: '2026-03-02', word: null };
    value(await recordPaper(again(world.chair, 7), { ...paper, notApproved: [], returned: [] }));

    expect(await seen(world.clerk, world.id, 8)).toEqual(before);
  });
});

describe('for whoever sees the name', () => {
  test('the chair is told and asked, enters the paper, and the name stands in the plan by the number of that paper', async () => {
    const world = await closedToSecretary();
    const before = await dutiesOf(world, world.chair, 3);
    value(await decided(world));
    const told = (await cardsOf(handle, world, 'submissions.rest')).map(({ personId }) => personId);
    const asked = [await dutiesOf(world, world.chair), await seen(world.chair, world.id)];

    const paper = { submission: world.id, number: '8-QĐ', dated: '2026-03-02', word: null };
    value(await recordPaper(again(world.chair, 7), { ...paper, notApproved: [], returned: [] }));

    expect(before).toEqual([]);
    expect(told).toEqual([world.chair.person]);
    expect(asked).toEqual([
      ['submissions.rest'],
      { state: 'sent', decision: '5-QĐ', seats: ['Ann null', 'Ben approved', 'Cleo approved'] },
    ]);
    expect(await standing(world)).toEqual(['Ann 8-QĐ', 'Ben 5-QĐ', 'Cleo 5-QĐ']);
    expect(await seen(world.chair, world.id, 8)).toMatchObject({ state: 'settled', decision: '5-QĐ' });
    expect(await dutiesOf(world, world.chair, 8)).toEqual([]);
  });

  test('another committee secretary comes before the chair', async () => {
    const world = await closedToSecretary();
    const other = await world.person('Clio Clerk', ['clerk']);

    value(await decided(world));

    expect((await cardsOf(handle, world, 'submissions.rest')).map(({ personId }) => personId)).toEqual([other.person]);
    expect([await dutiesOf(world, other), await dutiesOf(world, world.chair)]).toEqual([['submissions.rest'], []]);
  });

  const ways: readonly [string, (world: Closed) => Promise<Outcome<unknown, string>>][] = [
    ['the chat', async ({ answerer, id }) => approveTheRest(again(answerer, 7), id)],
    [
      'an address',
      async ({ chair, id }) => {
        const { secret } = value(await createLink(again(chair, 6), id));
        const now = again(chair, 7).now;
        const behind = value(await openLink(handle, now, secret));
        const submission = value(await submissionBehind(behind));
        const answers = submission.seats.map((seat) => ({ seat: seat.id, answer: 'approved' as const, word: null }));
        return answerByLink(behind, { answers, decision: null });
      },
    ],
  ];
  test.each(ways)('an answer through %s takes effect at once, with the decision that stands', async (_way, answer) => {
    const world = await closedToSecretary();
    value(await decided(world));

    value(await answer(world));

    expect(await standing(world)).toEqual(['Ann 5-QĐ', 'Ben 5-QĐ', 'Cleo 5-QĐ']);
    expect(await seen(world.chair, world.id, 8)).toMatchObject({ state: 'settled' });
  });

  test('what took effect is not answered again, and the parcel is not taken back', async () => {
    const world = await closedToSecretary();
    value(await decided(world));
    const whole = value(await seeSubmission(again(world.answerer, 6), world.id)).submission;
    const change = { seat: seatOf(whole, 'Ben').id, answer: 'not-approved' as const, word: 'No.' };

    const changed: Outcome<unknown, AnsweringRefusal> = await answerSeats(again(world.answerer, 6), {
      ...{ submission: world.id, answers: [change] },
    });
    const other = await world.person('Clio Clerk', ['clerk']);

    expect(changed).toMatchObject({ reason: 'seat-unknown' });
    expect(await withdrawSubmission(again(other, 6), world.id)).toMatchObject({ reason: 'submission-decided' });
    expect(await withdrawSubmission(again(world.clerk, 6), world.id)).toMatchObject({ reason: 'submission-not-sent' });
  });

  test('whoever answers without seeing it is done with the others; a secretary who sees it is told', async () => {
    const world = await createSubmissionWorld(handle);
    const id = await sent(world);
    await recused(world, world.answerer);

    value(await approveTheRest(again(world.answerer, 3), id));

    expect(await dutiesOf(world, world.answerer)).toEqual([]);
    expect((await cardsOf(handle, world, 'submissions.rest')).map(({ personId }) => personId)).toEqual([
      world.clerk.person,
    ]);
    expect(await dutiesOf(world, world.clerk)).toEqual(['submissions.rest']);
  });
});

test('by the rule: a secretary who sees a name that waits, else the chair, else the deputies, and nobody who sees none', () => {
  const role = fc.constantFrom<Role>('clerk', 'chair', 'deputy', 'member');
  const people = fc.uniqueArray(fc.tuple(fc.nat(5), fc.uniqueArray(role, { minLength: 1 })), {
    selector: ([id]) => id,
  });
  const closings = fc.array(fc.tuple(fc.nat(5), fc.nat(2)));
  const seats = fc.array(fc.nat(2), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(people, closings, seats, (members, closed, waiting) => {
      const found = finishers(
        members.map(([id, roles]) => ({ person: String(id) as PersonId, roles })),
        waiting.map((nominee) => ({ person: `n${nominee}` as PersonId, namesakes: [] })),
        (person, nominee) => closed.some(([who, whose]) => String(who) === person && `n${whose}` === nominee),
      );

      const seeing = members.filter(([id]) =>
        waiting.some((nominee) => !closed.some(([who, whose]) => who === id && whose === nominee)),
      );
      const having = (one: Role) => seeing.filter(([, roles]) => roles.includes(one)).map(([id]) => String(id));
      const expected = [having('clerk'), having('chair'), having('deputy')].find((ids) => ids.length > 0) ?? [];
      expect(found).toEqual(expected);
    }),
  );
});
