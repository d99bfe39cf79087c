import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { reviewInteractions as all } from '../../../src/features/reviews/interactions/all.ts';
import { cards } from '../../../src/features/reviews/interactions/cards.ts';
import { showResponses } from '../../../src/features/reviews/interactions/responses.ts';
import { agreeWithAll, chooseNominees, keepLine, sendAnswer } from '../../../src/features/reviews/operations/answer.ts';
import { cardKinds } from '../../../src/features/reviews/operations/cards.ts';
import { closeRound } from '../../../src/features/reviews/operations/close.ts';
import { seeOwnAnswer } from '../../../src/features/reviews/operations/look.ts';
import { startRecording } from '../../../src/features/reviews/operations/record.ts';
import { respond } from '../../../src/features/reviews/operations/respond.ts';
import { seeSynthesis } from '../../../src/features/reviews/operations/synthesis.ts';
import { noWords, type Round } from '../../../src/features/reviews/types/nouns.ts';
import { synthesisText } from '../../../src/features/reviews/views/synthesis-out.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { buttonsOf, callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, cardsOf, createReviewWorld, members, openedRound, type Someone, value } from './review-world.ts';

const { handle } = await createTestDatabase();

async function closedRound() {
  const world = await createReviewWorld(handle, ['Ann Lee', 'Ben Roe']);
  const chair = await world.person('Charles Chair', ['chair']);
  const [reviewer, other] = (await members(world, 2)) as [Someone, Someone];
  const { round } = await openedRound(world);
  await says(again(reviewer, 2), round, ['Too little time in the field.', 'More languages, please.']);
  value(await agreeWithAll(again(other, 2), { round: round.id, person: null }));
  value(await closeRound(again(world.clerk, 4), round.id));
  const { nominees } = value(await seeSynthesis(again(chair, 5), round.id));
  return { world, chair, reviewer, other, round, comment: nominees[0]!.comments[0]!.id };
}

async function says(act: Act, round: Round, words: readonly string[]) {
  const whose = { round: round.id, person: null };
  const picked = round.list.entries.map(({ id }) => id);
  value(await chooseNominees(act, { ...whose, picked, restAgrees: false }));
  for (const [index, text] of words.entries()) {
    const line = { entry: picked[index]!, version: 1, stance: 'not-yet', words: { ...noWords, text } } as const;
    value(await keepLine(act, { ...whose, ...line }));
  }
  value(await sendAnswer(act, whose));
}

const accepted = { version: 0, kind: 'accepted', text: 'He spends six months in the field first.' } as const;

test('who made the comment reads the answer; the synthesis and what is taken out carry it', async () => {
  const { world, chair, reviewer, other, round, comment } = await closedRound();

  value(await respond(again(chair, 6), { round: round.id, comment, ...accepted }));

  const own = value(await seeOwnAnswer(again(reviewer, 7), round.id));
  expect([...own.responses.values()]).toMatchObject([{ kind: 'accepted', text: accepted.text, by: 'Charles Chair' }]);
  const synthesis = value(await seeSynthesis(again(world.clerk, 7), round.id));
  const kinds = synthesis.nominees.flatMap(({ comments }) => comments.map(({ response }) => response?.kind ?? null));
  expect(kinds).toEqual(['accepted', null]);
  expect(synthesisText(texts('en', 'UTC', 'party'), synthesis)).toContain(`→ Accepted: ${accepted.text}`);
  const told = await cardsOf(handle, world, cardKinds.responded);
  expect(told.map(({ personId }) => personId)).toEqual([reviewer.person]);
  expect(JSON.stringify(value(await seeOwnAnswer(again(other, 7), round.id)).responses)).not.toContain('field');
});

test('of two who answer at once one is told that somebody was faster; a change is a new version, the old one is kept', async () => {
  const { world, chair, round, comment } = await closedRound();
  const input = { round: round.id, comment, ...accepted };

  const both = await Promise.all([respond(again(chair, 6), input), respond(again(world.clerk, 6), input)]);
  value(await respond(again(chair, 7), { ...input, version: 1, kind: 'explained', text: 'It was decided otherwise.' }));

  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'review-response-changed', field: 'text' });
  const rows = await client(handle).reviewResponse.findMany({
    where: { commentId: comment },
    orderBy: { version: 'asc' },
  });
  expect(rows.map(({ version, kind }) => [version, kind])).toEqual([
    [1, 'accepted'],
    [2, 'explained'],
  ]);
});

test('a comment corrected in other words has to be answered again; repeated in the same words it keeps its answer', async () => {
  const { world, chair, reviewer, round, comment } = await closedRound();
  value(await respond(again(chair, 6), { round: round.id, comment, ...accepted }));
  const theirs = { round: round.id, person: reviewer.person };
  const via = { kind: 'phone', reference: null, dated: null } as const;
  const correct = async (minutes: number, text: string) => {
    const { standing, draft } = value(
      await startRecording(again(world.clerk, minutes), { ...theirs, via, why: 'Misheard.' }),
    );
    const entry = standing!.lines[0]!.entry;
    const { version } = draft!.lines.find((line) => line.entry === entry)!;
    const line = { entry, version, stance: 'not-yet', words: { ...noWords, text } } as const;
    value(await keepLine(again(world.clerk, minutes), { ...theirs, ...line }));
    value(await sendAnswer(again(world.clerk, minutes), theirs));
    const { nominees } = value(await seeSynthesis(again(chair, minutes + 1), round.id));
    return nominees[0]!.comments[0]!.response?.kind ?? null;
  };

  const repeated = await correct(7, 'Too little time in the field.');
  const changed = await correct(9, 'No time in the field at all.');

  expect([repeated, changed]).toEqual(['accepted', null]);
});

test('nobody answers what they may not read: a member, somebody recused, an unknown comment', async () => {
  const { world, chair, reviewer, round, comment } = await closedRound();
  const { committee, nominees } = world;
  const input = { round: round.id, comment, ...accepted };

  const member = await respond(again(reviewer, 6), input);
  value(
    await recuse(again(chair, 6), { committee, person: chair.person, nominee: nominees[0]!.person, recordedBy: null }),
  );
  const recused = await respond(again(chair, 7), input);
  const empty = await respond(again(world.clerk, 7), { ...input, text: '  ' });

  expect(member).toMatchObject({ reason: 'right-missing' });
  expect(recused).toMatchObject({ reason: 'review-comment-unknown' });
  expect(empty).toMatchObject({ reason: 'review-response-needed', field: 'text' });
});

test.each([
  ['en', 'Answer', 'Every comment that you may read has an answer', 'have been answered'],
  ['vi', 'Trả lời', 'đều đã có tiếp thu, giải trình', 'đã được tiếp thu, giải trình'],
] as const)(
  'one after the other until none is left, and the card names nobody (%s)',
  async (locale, answer, none, told) => {
    const { world, reviewer, round } = await closedRound();
    const call = callOf({ ...again(world.clerk, 6), locale });
    let shown = messageOf(await showResponses(call, round.id));
    const buttons = JSON.stringify(buttonsOf(shown));

    const left: string[] = [];
    while (buttonsOf(shown).some(({ label }) => label === answer)) {
      left.push(textOf(shown));
      const form = formOf(await press(all, call, shown, answer));
      shown = messageOf(await submit(all, call, form, { kind: 'explained', text: 'The term is long.' }));
    }

    expect(left).toHaveLength(2);
    expect(textOf(shown)).toContain(none);
    expect(buttons).not.toContain(reviewer.person);
    const card = await cards[cardKinds.responded]!({
      act: { ...again(reviewer, 7), locale },
      ids: { round: round.id },
      to: { person: reviewer.person },
      committee: world.committee,
      isSentAgain: false,
      isRedraw: false,
    });
    expect(textOf(card!)).toContain(told);
    expect(textOf(card!)).not.toMatch(/Ann|Ben|term/);
    expect(await cardsOf(handle, world, cardKinds.responded)).toHaveLength(1);
  },
);
