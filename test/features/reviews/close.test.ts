import { setTimeout as sleep } from 'node:timers/promises';
import { client } from '../../../src/database/client.ts';
import { inTransaction } from '../../../src/database/in-transaction.ts';
import { passDeadline } from '../../../src/features/deadlines/operations/pass.ts';
import { deadlineOf } from '../../../src/features/deadlines/operations/set.ts';
import { reviewDuties } from '../../../src/features/reviews/interactions/duties.ts';
import {
  agreeWithAll,
  chooseNominees,
  keepLine,
  openAnswer,
  sendAnswer,
} from '../../../src/features/reviews/operations/answer.ts';
import { cardKinds } from '../../../src/features/reviews/operations/cards.ts';
import { closeRound } from '../../../src/features/reviews/operations/close.ts';
import { seeProgress } from '../../../src/features/reviews/operations/look.ts';
import { prepareRound } from '../../../src/features/reviews/operations/open.ts';
import { objectToRecorded, seeRecorded, startRecording } from '../../../src/features/reviews/operations/record.ts';
import { takeSeat } from '../../../src/features/reviews/operations/seat.ts';
import { seeSynthesis } from '../../../src/features/reviews/operations/synthesis.ts';
import { noWords } from '../../../src/features/reviews/types/nouns.ts';
import { inside, type Via } from '../../../src/kernel/act.ts';
import { asId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  cardsOf,
  createReviewWorld,
  dueAt,
  later,
  members,
  openedRound,
  type Someone,
  stated,
  value,
} from './review-world.ts';

const { handle } = await createTestDatabase();
const phone: Via = { kind: 'phone', reference: null, dated: null };

async function openWorld() {
  const world = await createReviewWorld(handle, ['Ann', 'Ben']);
  const chair = await world.person('Charles Chair', ['chair']);
  const [reviewer, other] = (await members(world, 2)) as [Someone, Someone];
  const { round } = await openedRound(world);
  return {
    world,
    round,
    chair,
    reviewer,
    other,
    mine: { round: round.id, person: null },
    ann: round.list.entries[0]!.id,
  };
}

function events(kind: string, round: string) {
  return client(handle).auditEvent.count({ where: { kind, subjectId: round } });
}

/** Node 20 has no Promise.withResolvers. */
function gateOf() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

describe('closing', () => {
  test('at its date a round closes exactly once, also when two instances find it due', async () => {
    const { world, round, chair } = await openWorld();
    const deadline = await deadlineOf(world.clockwork, { kind: 'review-round', id: round.id });
    const due = { ...again(world.clockwork), now: dueAt };

    await Promise.all(
      [1, 2].map(() => passDeadline({ ...due, saving: again(due).saving }, [reviewDuties], deadline!.id)),
    );

    expect(await events('reviews.closed', round.id)).toBe(1);
    const told = await cardsOf(handle, world, cardKinds.synthesis);
    expect(told.map(({ personId }) => personId).sort()).toEqual([world.clerk.person, chair.person].sort());
    const row = await client(handle).reviewRound.findUniqueOrThrow({ where: { id: round.id } });
    expect(row).toMatchObject({ state: 'closed', closedAt: dueAt, closedBy: null, synthesisVersion: 1 });
  });

  test('the committee secretary may close early; of two at once one does, and the date no longer runs', async () => {
    const { world, round } = await openWorld();

    const both = await Promise.all([
      closeRound(later(world.clerk), round.id),
      closeRound(later(world.clerk), round.id),
    ]);

    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      reason: 'review-closed',
      facts: { closedAt: expect.any(Date) },
    });
    const deadline = await deadlineOf(world.clockwork, { kind: 'review-round', id: round.id });
    expect(deadline?.state).toBe('cancelled');
    await passDeadline({ ...again(world.clockwork), now: dueAt }, [reviewDuties], deadline!.id);
    expect(await events('reviews.closed', round.id)).toBe(1);
  });

  test('whoever was told "saved" is counted, whoever was told "closed" is not, however they race', async () => {
    const world = await createReviewWorld(handle, ['Ann']);
    const people = await members(world, 6);
    const { round } = await openedRound(world);
    const mine = { round: round.id, person: null };

    const [closed, ...sent] = await Promise.all([
      closeRound(later(world.clerk), round.id),
      ...people.map((person) => agreeWithAll(later(person), mine)),
    ]);

    expect(closed.ok).toBe(true);
    const saved = sent.filter(({ ok }) => ok).length;
    for (const answer of sent) if (!answer.ok) expect(answer.reason).toBe('review-closed');
    const { nominees } = value(await seeSynthesis(again(world.clerk, 3), round.id));
    expect(nominees[0]?.counts).toMatchObject({ agree: saved, silent: 7 - saved });
  });

  test('closing waits for an answer that is being saved', async () => {
    const { world, round, reviewer, mine } = await openWorld();
    const gate = gateOf();
    const seated = gateOf();
    const act = later(reviewer);
    const sending = inTransaction(act, async (tx) => {
      await takeSeat(inside(act, tx), mine);
      seated.open();
      await gate.passed;
      return agreeWithAll(inside(act, tx), mine);
    });
    await seated.passed;

    const closing = closeRound(later(world.clerk), round.id);
    const first = await Promise.race([closing.then(() => 'closed'), sleep(300).then(() => 'waits')]);
    gate.open();

    expect(first).toBe('waits');
    expect((await sending).ok).toBe(true);
    expect((await closing).ok).toBe(true);
  });

  test('the synthesis is refused before the close, and a closed list is reviewed again only with a reason', async () => {
    const { world, round } = await openWorld();
    const { committee, plan, clerk } = world;

    const early = await seeSynthesis(later(clerk), round.id);
    value(await closeRound(later(clerk), round.id));
    const unreasoned = await prepareRound(again(clerk, 3), { committee, plan, stated, why: '  ' });
    const reasoned = value(await prepareRound(again(clerk, 3), { committee, plan, stated, why: 'Two were ill.' }));

    expect(early).toMatchObject({ reason: 'review-not-closed', facts: { dueAt } });
    expect(unreasoned).toMatchObject({ reason: 'review-again-why', field: 'why' });
    expect(reasoned.round).toMatchObject({ againOf: round.id, why: 'Two were ill.' });
  });
});

describe('entering an answer for somebody', () => {
  test('says how it came, is shown as entered, and the person is told and may object once', async () => {
    const { world, round, reviewer } = await openWorld();
    const theirs = { round: round.id, person: reviewer.person };

    const unsaid = await agreeWithAll(later(world.clerk), theirs);
    value(await agreeWithAll(later(world.clerk), { ...theirs, via: phone }));

    expect(unsaid).toMatchObject({ reason: 'review-via-needed', field: 'via' });
    const [card] = await cardsOf(handle, world, cardKinds.recordedForYou);
    expect(card?.personId).toBe(reviewer.person);
    const answer = asId<never>((card!.ids as { answer: string }).answer);
    expect(await seeRecorded(later(reviewer), answer, round.id)).toMatchObject({ value: { answer: { via: phone } } });
    expect(await seeRecorded(later(world.clerk), answer, round.id)).toMatchObject({ reason: 'review-unknown' });
    const objections = [
      await objectToRecorded(later(reviewer), { round: round.id, answer }),
      await objectToRecorded(later(reviewer), { round: round.id, answer }),
    ];
    expect(objections).toMatchObject([{ value: { isNew: true } }, { value: { isNew: false } }]);
    expect((await cardsOf(handle, world, cardKinds.objection)).map(({ personId }) => personId)).toEqual([
      world.clerk.person,
    ]);
    const progress = value(await seeProgress(later(world.clerk), round.id));
    expect(progress.rows.find(({ person }) => person === reviewer.person)).toMatchObject({
      recorded: true,
      hasObjected: true,
    });
  });

  test('the person may change what was entered; what they sent themselves is theirs until the close', async () => {
    const { world, round, reviewer, mine } = await openWorld();
    const theirs = { round: round.id, person: reviewer.person, via: phone };
    value(await agreeWithAll(later(world.clerk), theirs));

    value(await agreeWithAll(later(reviewer), mine));
    const over = await agreeWithAll(later(world.clerk), theirs);

    expect(over).toMatchObject({ reason: 'answered-already', facts: { sentAt: later(reviewer).now } });
  });

  test('a correction after the close needs a reason, keeps the old version, and tells the same people of version 2', async () => {
    const { world, round, reviewer, chair, ann } = await openWorld();
    const theirs = { round: round.id, person: reviewer.person };
    value(await agreeWithAll(later(world.clerk), { ...theirs, via: phone }));
    value(await closeRound(later(world.clerk), round.id));

    const unreasoned = await startRecording(again(world.clerk, 3), { ...theirs, via: phone, why: null });
    value(await startRecording(again(world.clerk, 3), { ...theirs, via: phone, why: 'Misheard on the phone.' }));
    value(await chooseNominees(again(world.clerk, 3), { ...theirs, picked: [ann], restAgrees: true }));
    const words = { ...noWords, text: 'Not yet.' };
    value(await keepLine(again(world.clerk, 3), { ...theirs, entry: ann, version: 1, stance: 'not-yet', words }));
    value(await sendAnswer(again(world.clerk, 3), theirs));

    expect(unreasoned).toMatchObject({ reason: 'review-why-needed', field: 'why' });
    const { round: after, nominees } = value(await seeSynthesis(again(chair, 4), round.id));
    expect(after.synthesisVersion).toBe(2);
    expect(nominees.map(({ counts }) => [counts.agree, counts['not-yet']])).toEqual([
      [0, 1],
      [1, 0],
    ]);
    const told = await cardsOf(handle, world, cardKinds.synthesis);
    expect(told.map(({ ids }) => (ids as { version: string }).version)).toEqual(['1', '1', '2', '2']);
    const versions = await client(handle).reviewAnswer.findMany({
      where: { roundId: round.id },
      orderBy: { version: 'asc' },
    });
    expect(versions.map(({ version, why }) => [version, why])).toEqual([
      [1, null],
      [2, 'Misheard on the phone.'],
    ]);
  });

  test('a committee secretary recused from a nominee carries over what stood there, unseen', async () => {
    const { world, round, reviewer, ann, mine } = await openWorld();
    const second = await world.person('Sam Second', ['clerk']);
    const text = 'A family matter of Ann.';
    value(await chooseNominees(later(reviewer), { ...mine, picked: [ann], restAgrees: true }));
    value(
      await keepLine(later(reviewer), {
        ...mine,
        entry: ann,
        version: 1,
        stance: 'not-yet',
        words: { ...noWords, text },
      }),
    );
    value(await sendAnswer(later(reviewer), mine));
    value(await closeRound(later(world.clerk), round.id));
    await client(handle).recusal.create({
      data: {
        id: crypto.randomUUID(),
        committeeId: world.committee,
        personId: second.person,
        nomineeId: world.nominees[0]!.person,
        declaredAt: second.now,
      },
    });
    const theirs = { round: round.id, person: reviewer.person };

    const seat = value(await openAnswer(again(second, 3), theirs));
    value(await agreeWithAll(again(second, 3), { ...theirs, via: phone, why: 'Came by letter.' }));

    expect(JSON.stringify(seat)).not.toContain(text);
    const { nominees } = value(await seeSynthesis(again(world.clerk, 4), round.id));
    expect(nominees[0]?.comments).toMatchObject([{ text }]);
  });
});
