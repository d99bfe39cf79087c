import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { agreeWithAll } from '../../../src/features/reviews/operations/answer.ts';
import { cardKinds } from '../../../src/features/reviews/operations/cards.ts';
import { freezeList, listsOf, seeList } from '../../../src/features/reviews/operations/lists.ts';
import { seeRounds } from '../../../src/features/reviews/operations/look.ts';
import { openRound, prepareRound, undoOpening } from '../../../src/features/reviews/operations/open.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  cardsOf,
  createReviewWorld,
  dueAt,
  later,
  members,
  openedRound,
  stated,
  value,
} from './review-world.ts';

const { handle } = await createTestDatabase();

describe('freezing', () => {
  test('keeps the candidates in protocol order under the next number, whatever changes later', async () => {
    const world = await createReviewWorld(handle, ['Ann', 'Ben']);
    const { committee, plan, clerk } = world;

    const first = value(await freezeList(again(clerk), { committee, plan }));
    await world.nominate('Cleo');
    const second = value(await freezeList(again(clerk), { committee, plan }));

    expect(first.list.entries.map(({ shown }) => shown?.fullName)).toEqual(['Ann', 'Ben']);
    expect([first.list.number, second.list.number]).toEqual([1, 2]);
    const kept = value(await seeList(again(clerk), first.list.id));
    expect(kept.entries.map(({ shown }) => shown?.fullName)).toEqual(['Ann', 'Ben']);
  });

  test('twice without a change is the same list, also for two at once', async () => {
    const world = await createReviewWorld(handle, ['Ann']);
    const { committee, plan, clerk } = world;

    const frozen = await Promise.all([1, 2].map(() => freezeList(again(clerk), { committee, plan })));

    expect(frozen.map((one) => value(one).list.number)).toEqual([1, 1]);
    expect(frozen.filter((one) => value(one).isNew)).toHaveLength(1);
  });

  test('is refused without candidates, with a verdict that blocks, and while a round is open', async () => {
    const empty = await createReviewWorld(handle, []);
    const blocked = await createReviewWorld(handle, ['Ann']);
    const open = await createReviewWorld(handle, ['Ann']);
    await client(handle).checkResult.create({
      data: {
        id: newId(),
        nominationId: blocked.nominees[0]!.nomination,
        rule: 'age',
        level: 'blocks',
        facts: {},
        ruleSet: 'general',
        ruleSetVersion: 1,
        checkedAt: blocked.clerk.now,
        occasion: 'submission',
      },
    });
    await openedRound(open);

    const answers = [];
    for (const { clerk, committee, plan } of [empty, blocked, open]) {
      answers.push(await freezeList(again(clerk), { committee, plan }));
    }

    expect(answers).toMatchObject([
      { reason: 'candidates-none' },
      { reason: 'candidates-blocked', facts: { count: 1 } },
      { reason: 'review-still-open', facts: { until: dueAt } },
    ]);
  });

  test('keeps also those whose case is closed to whoever freezes, and shows them to everybody else', async () => {
    const world = await createReviewWorld(handle, ['Ann', 'Ben']);
    const [reader] = await members(world, 1);
    const { committee, plan, clerk } = world;
    await recuse(again(clerk), {
      committee,
      person: clerk.person,
      nominee: world.nominees[0]!.person,
      recordedBy: null,
    });

    const frozen = value(await freezeList(again(clerk), { committee, plan }));

    expect(frozen.list.entries.map(({ shown }) => shown?.fullName)).toEqual(['Ben']);
    const seen = value(await listsOf(again(reader!), committee));
    expect(seen[0]?.entries.map(({ shown }) => shown?.fullName)).toEqual(['Ann', 'Ben']);
  });
});

describe('opening', () => {
  test('is previewed before anybody is told: the list, the people, the date', async () => {
    const world = await createReviewWorld(handle, ['Ann', 'Ben']);
    await members(world, 2);
    await world.person('Olga Observer', ['observer']);
    const { committee, plan, clerk } = world;

    const preview = value(await prepareRound(again(clerk), { committee, plan, stated, why: null }));

    expect(preview.people.map(({ fullName }) => fullName).sort()).toEqual(['Clara Clerk', 'Member 1', 'Member 2']);
    expect(preview.due.dueAt).toEqual(dueAt);
    expect(preview.round.list.entries).toHaveLength(2);
    expect(await cardsOf(handle, world, cardKinds.invitation)).toEqual([]);
  });

  test('fixes who takes part, sets the date and holds one card each for a minute', async () => {
    const world = await createReviewWorld(handle, ['Ann', 'Ben']);
    const people = await members(world, 2);

    const opened = await openedRound(world);
    const [late] = await members(world, 1);

    const cards = await cardsOf(handle, world, cardKinds.invitation);
    expect(cards.map(({ personId }) => personId).sort()).toEqual(
      [world.clerk.person, ...people.map((one) => one.person)].sort(),
    );
    expect(
      cards.every(({ holdUntil, mayRepeat }) => mayRepeat && holdUntil?.getTime() === opened.heldUntil.getTime()),
    ).toBe(true);
    const deadline = await client(handle).deadline.findFirst({ where: { subjectId: opened.round.id } });
    expect(deadline).toMatchObject({ subjectKind: 'review-round', state: 'running', dueAt });
    expect(await agreeWithAll(later(late!), { round: opened.round.id, person: null })).toMatchObject({
      reason: 'not-a-reviewer',
    });
  });

  test('a second click opens nothing more, and of two at once one opens', async () => {
    const world = await createReviewWorld(handle, ['Ann']);
    const { committee, plan, clerk } = world;
    const { round } = value(await prepareRound(again(clerk), { committee, plan, stated, why: null }));

    const both = await Promise.all([openRound(again(clerk), round.id), openRound(again(clerk), round.id)]);
    const third = await openRound(again(clerk), round.id);

    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect([...both, third].filter(({ ok }) => !ok)).toMatchObject([
      { reason: 'review-still-open', facts: { until: dueAt } },
      { reason: 'review-still-open', facts: { until: dueAt } },
    ]);
    expect(await cardsOf(handle, world, cardKinds.invitation)).toHaveLength(1);
  });

  test('undone within the minute nobody is told, and the same list can be opened again', async () => {
    const world = await createReviewWorld(handle, ['Ann']);
    await members(world, 2);
    const { round } = await openedRound(world);

    const undone = await undoOpening(again(world.clerk, 0.9), round.id);

    expect(undone.ok).toBe(true);
    expect(await cardsOf(handle, world, cardKinds.invitation)).toEqual([]);
    const deadline = await client(handle).deadline.findFirst({ where: { subjectId: round.id } });
    expect(deadline?.state).toBe('cancelled');
    expect(await undoOpening(again(world.clerk), round.id)).toMatchObject({ reason: 'review-cancelled' });
    const reopened = await openedRound(world);
    expect(reopened.round.list.number).toBe(1);
  });

  test('after the minute it cannot be undone, only closed', async () => {
    const world = await createReviewWorld(handle, ['Ann']);
    const { round, heldUntil } = await openedRound(world);

    const undone = await undoOpening({ ...again(world.clerk), now: heldUntil }, round.id);

    expect(undone).toMatchObject({ reason: 'review-undo-too-late', facts: { until: heldUntil } });
    expect(await cardsOf(handle, world, cardKinds.invitation)).toHaveLength(1);
  });

  test('within the minute nobody can answer yet, and nobody is shown a review to answer', async () => {
    const world = await createReviewWorld(handle, ['Ann']);
    const [reviewer] = await members(world, 1);
    const { round, heldUntil } = await openedRound(world);

    const early = await agreeWithAll(again(reviewer!), { round: round.id, person: null });
    const seen = value(await seeRounds(again(reviewer!), world.committee));

    expect(early).toMatchObject({ reason: 'review-not-yet', facts: { from: heldUntil } });
    expect(seen.rounds).toEqual([]);
  });

  test('a date in the past is refused with both moments and leaves nothing', async () => {
    const world = await createReviewWorld(handle, ['Ann']);
    const { committee, plan, clerk } = world;

    const past = { date: '2026-02-20', time: null };
    const refusal = await prepareRound(again(clerk), { committee, plan, stated: past, why: null });

    expect(refusal).toMatchObject({ reason: 'date-past', field: 'date' });
    expect(await client(handle).reviewRound.count({ where: { planId: plan } })).toBe(0);
    expect(await client(handle).nomineeList.count({ where: { planId: plan } })).toBe(0);
  });
});
