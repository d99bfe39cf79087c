import { client } from '../../../src/database/client.ts';
import { changeMembership } from '../../../src/features/committees/operations/members.ts';
import { reviewDuties } from '../../../src/features/reviews/interactions/duties.ts';
import {
  agreeWithAll,
  chooseNominees,
  keepLine,
  openAnswer,
  sendAnswer,
} from '../../../src/features/reviews/operations/answer.ts';
import { closeRound } from '../../../src/features/reviews/operations/close.ts';
import { seeOwnAnswer, seeProgress } from '../../../src/features/reviews/operations/look.ts';
import { seeSynthesis } from '../../../src/features/reviews/operations/synthesis.ts';
import { noWords } from '../../../src/features/reviews/types/nouns.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createReviewWorld, later, members, openedRound, type Someone, value } from './review-world.ts';

const { handle } = await createTestDatabase();

async function openWorld(names = ['Ann', 'Ben', 'Cleo']) {
  const world = await createReviewWorld(handle, names);
  const [reviewer, other] = await members(world, 2);
  const { round } = await openedRound(world);
  const mine = { round: round.id, person: null };
  const [ann, ben, cleo] = round.list.entries.map(({ id }) => id);
  return {
    world,
    round,
    mine,
    reviewer: reviewer as Someone,
    other: other as Someone,
    ann: ann!,
    ben: ben!,
    cleo: cleo!,
  };
}

function owing(clockwork: Parameters<typeof later>[0], round: string) {
  return owingOf(reviewDuties, later(clockwork), { kind: 'review-round', id: round });
}

describe('agreeing with the whole list', () => {
  test('is one line for each nominee, and the person owes nothing more', async () => {
    const { world, round, mine, reviewer } = await openWorld();

    const sent = value(await agreeWithAll(later(reviewer), mine));

    expect(sent).toMatchObject({ version: 1, lines: 3, agreedAsList: 3 });
    expect(await owing(world.clockwork, round.id)).not.toContain(reviewer.person);
  });

  test('the same click twice is saved once', async () => {
    const { mine, reviewer } = await openWorld();
    const click = { ...later(reviewer), requestId: newId<never>() as string };

    const twice = await Promise.allSettled([
      agreeWithAll(click, mine),
      agreeWithAll({ ...later(reviewer), requestId: click.requestId }, mine),
    ]);

    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await client(handle).reviewAnswer.count({ where: { roundId: mine.round } })).toBe(1);
  });

  test('two at once by different people are both saved, and two at once by one person are two versions', async () => {
    const { mine, reviewer, other } = await openWorld();

    const all = await Promise.all([
      agreeWithAll(later(reviewer), mine),
      agreeWithAll(later(other), mine),
      agreeWithAll(later(reviewer), mine),
    ]);

    expect(all.every(({ ok }) => ok)).toBe(true);
    const standing = await client(handle).reviewAnswer.findMany({ where: { roundId: mine.round, supersededAt: null } });
    expect(standing).toHaveLength(2);
    expect(standing.find(({ personId }) => personId === reviewer.person)?.version).toBe(2);
  });
});

describe('commenting', () => {
  test('nominees are chosen, written about, sent, and changed until the close; every version is kept', async () => {
    const { mine, reviewer, ann, ben } = await openWorld();
    const words = { ...noWords, text: 'Needs a year more.' };

    await chooseNominees(later(reviewer), { ...mine, picked: [ann], restAgrees: true });
    await keepLine(later(reviewer), { ...mine, entry: ann, version: 1, stance: 'not-yet', words });
    const first = value(await sendAnswer(later(reviewer), mine));
    await chooseNominees(later(reviewer), { ...mine, picked: [ann, ben], restAgrees: false });
    await keepLine(later(reviewer), {
      ...mine,
      entry: ben,
      version: 1,
      stance: 'not-enough-information',
      words: noWords,
    });
    const second = value(await sendAnswer(later(reviewer), mine));

    expect(first).toMatchObject({ version: 1, lines: 3, agreedAsList: 2 });
    expect(second).toMatchObject({ version: 2, lines: 2, agreedAsList: 0 });
    const own = value(await seeOwnAnswer(later(reviewer), mine.round));
    expect(own.answer?.lines.find(({ entry }) => entry === ann)).toMatchObject({ stance: 'not-yet', text: words.text });
    const kept = await client(handle).reviewAnswer.count({ where: { roundId: mine.round, personId: reviewer.person } });
    expect(kept).toBe(2);
  });

  test('a sent answer cannot be changed in the database either; a text can only be erased', async () => {
    const { mine, reviewer } = await openWorld();
    await agreeWithAll(later(reviewer), mine);
    const lines = client(handle).reviewAnswerLine;
    const where = { answer: { roundId: mine.round } };

    await expect(lines.updateMany({ where, data: { stance: 'not-yet' } })).rejects.toThrow();
    await expect(lines.deleteMany({ where })).rejects.toThrow();
    await expect(lines.updateMany({ where, data: { text: 'forged' } })).rejects.toThrow();
    expect((await lines.updateMany({ where, data: { text: null } })).count).toBe(3);
  });

  test('a nominee taken out of the choice keeps what was typed until the answer is sent', async () => {
    const { mine, reviewer, ann, ben } = await openWorld();
    const words = { ...noWords, text: 'Half a page of thought.' };
    await chooseNominees(later(reviewer), { ...mine, picked: [ann, ben], restAgrees: true });
    await keepLine(later(reviewer), { ...mine, entry: ann, version: 1, stance: 'not-yet', words });

    await chooseNominees(later(reviewer), { ...mine, picked: [ben], restAgrees: true });
    const back = value(await chooseNominees(later(reviewer), { ...mine, picked: [ann, ben], restAgrees: true }));

    expect(back.draft?.lines.find(({ entry }) => entry === ann)).toMatchObject({ stance: 'not-yet', text: words.text });
  });

  test('two windows on one nominee: the slower one is told, and the first text stands', async () => {
    const { mine, reviewer, ann } = await openWorld();
    await chooseNominees(later(reviewer), { ...mine, picked: [ann], restAgrees: true });
    const window = (text: string) =>
      keepLine(later(reviewer), { ...mine, entry: ann, version: 1, stance: 'not-yet', words: { ...noWords, text } });

    const both = await Promise.all([window('first'), window('second')]);

    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'review-line-changed' });
  });

  test('a draft is seen by its author only, and by the committee secretary as a state', async () => {
    const { world, round, mine, reviewer, ann } = await openWorld();
    await chooseNominees(later(reviewer), { ...mine, picked: [ann], restAgrees: false });
    await keepLine(later(reviewer), {
      ...mine,
      entry: ann,
      version: 1,
      stance: 'not-yet',
      words: { ...noWords, text: 'unsent secret' },
    });

    const progress = value(await seeProgress(later(world.clerk), round.id));
    const byClerk = value(await openAnswer(later(world.clerk), { round: round.id, person: reviewer.person }));

    expect(progress.rows.find(({ person }) => person === reviewer.person)?.state).toBe('draft');
    expect(JSON.stringify([progress, byClerk])).not.toContain('unsent secret');
  });

  test('what is not ticked and not written is silence', async () => {
    const { world, round, mine, reviewer, ann } = await openWorld();
    await chooseNominees(later(reviewer), { ...mine, picked: [ann], restAgrees: false });
    await keepLine(later(reviewer), { ...mine, entry: ann, version: 1, stance: 'agree', words: noWords });
    await sendAnswer(later(reviewer), mine);

    value(await closeRound(again(world.clerk, 3), round.id));

    const { nominees } = value(await seeSynthesis(again(world.clerk, 3), round.id));
    expect(nominees.map(({ counts }) => [counts.agree, counts.silent])).toEqual([
      [1, 2],
      [0, 3],
      [0, 3],
    ]);
  });
});

describe('when it is too late or not theirs', () => {
  test('a closed round says when it closed, and the draft is still there to read', async () => {
    const { world, round, mine, reviewer, ann } = await openWorld();
    await chooseNominees(later(reviewer), { ...mine, picked: [ann], restAgrees: false });
    const { closedAt } = value(await closeRound(again(world.clerk, 3), round.id));

    const line = { ...mine, entry: ann, version: 1, stance: 'agree', words: noWords } as const;
    const refusals = [await keepLine(again(reviewer, 4), line), await sendAnswer(again(reviewer, 4), mine)];

    expect(refusals).toMatchObject([
      { reason: 'review-closed', facts: { closedAt } },
      { reason: 'review-closed', facts: { closedAt } },
    ]);
    expect(value(await seeOwnAnswer(again(reviewer, 4), round.id)).draft?.lines).toHaveLength(1);
  });

  test('somebody who has left the committee can answer no more and is not asked again; the answer sent before counts', async () => {
    const { world, round, mine, reviewer, other } = await openWorld();
    await agreeWithAll(later(reviewer), mine);
    for (const { person } of [reviewer, other]) {
      const row = await client(handle).membership.findFirstOrThrow({ where: { personId: person, validTo: null } });
      value(await changeMembership(later(world.clerk), world.committee, row.id as never, null));
    }

    const late = await agreeWithAll(again(other, 3), mine);

    expect(late).toMatchObject({ reason: 'not-in-committee' });
    expect(await owingOf(reviewDuties, again(world.clockwork, 3), { kind: 'review-round', id: round.id })).toEqual([
      world.clerk.person,
    ]);
    value(await closeRound(again(world.clerk, 3), round.id));
    const { participants, nominees } = value(await seeSynthesis(again(world.clerk, 3), round.id));
    expect(participants).toBe(3);
    expect(nominees[0]?.counts).toMatchObject({ agree: 1, silent: 2 });
  });

  test('a nominee withdrawn meanwhile is marked, not asked about any more, and keeps the comments made', async () => {
    const { world, round, mine, reviewer, other, ann } = await openWorld();
    const words = { ...noWords, text: 'Excellent.' };
    await chooseNominees(later(reviewer), { ...mine, picked: [ann], restAgrees: true });
    await keepLine(later(reviewer), { ...mine, entry: ann, version: 1, stance: 'agree-with-comments', words });
    await sendAnswer(later(reviewer), mine);

    await world.withdraw(world.nominees[0]!);
    const byOther = value(await agreeWithAll(later(other), mine));
    await agreeWithAll(later(reviewer), mine);

    expect(byOther.lines).toBe(2);
    value(await closeRound(again(world.clerk, 3), round.id));
    const { nominees } = value(await seeSynthesis(again(world.clerk, 3), round.id));
    expect(nominees[0]).toMatchObject({
      entry: { isWithdrawn: true },
      counts: { 'agree-with-comments': 1, silent: 2 },
      comments: [{ text: 'Excellent.' }],
    });
  });

  test('a nominee who is a member is asked about the others and counts as recused from themselves', async () => {
    const world = await createReviewWorld(handle, ['Ann']);
    const [reviewer] = await members(world, 1);
    await world.nominate('Member 1', reviewer!.person);
    const { round } = await openedRound(world);

    const sent = value(await agreeWithAll(later(reviewer!), { round: round.id, person: null }));

    expect(sent.lines).toBe(1);
    value(await closeRound(again(world.clerk, 3), round.id));
    const { nominees } = value(await seeSynthesis(again(world.clerk, 3), round.id));
    expect(nominees.map(({ counts }) => counts.recused)).toEqual([0, 1]);
  });

  test('a round of another workspace does not exist', async () => {
    const { mine } = await openWorld();
    const elsewhere = await createReviewWorld(handle, ['Zoe']);

    expect((await agreeWithAll(later(elsewhere.clerk), mine)).ok).toBe(false);
  });
});
