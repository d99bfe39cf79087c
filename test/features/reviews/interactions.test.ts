import type { Reply } from '../../../src/chat/call.ts';
import type { Role } from '../../../src/features/access/types.ts';
import { reviewInteractions as all } from '../../../src/features/reviews/interactions/all.ts';
import { cards } from '../../../src/features/reviews/interactions/cards.ts';
import { openOpening, showMenu, showProgress } from '../../../src/features/reviews/interactions/clerk.ts';
import { openPick } from '../../../src/features/reviews/interactions/reviewer.ts';
import { showSynthesis } from '../../../src/features/reviews/interactions/synthesis.ts';
import { agreeWithAll } from '../../../src/features/reviews/operations/answer.ts';
import { cardKinds } from '../../../src/features/reviews/operations/cards.ts';
import { closeRound } from '../../../src/features/reviews/operations/close.ts';
import { freezeList, listsOf } from '../../../src/features/reviews/operations/lists.ts';
import { seeProgress } from '../../../src/features/reviews/operations/look.ts';
import { undoOpening } from '../../../src/features/reviews/operations/open.ts';
import { seeSynthesis } from '../../../src/features/reviews/operations/synthesis.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { buttonsOf, callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createReviewWorld, later, openedRound, type ReviewWorld, type Someone, value } from './review-world.ts';

const { handle } = await createTestDatabase();

async function reviewing(names = ['Ann', 'Ben']) {
  const world = await createReviewWorld(handle, names);
  const reviewer = await world.person('Mona Member', ['member']);
  const { round } = await openedRound(world);
  const card = await cardFor(world, reviewer, round.id);
  return { world, reviewer, round, card: card! };
}

function cardFor(world: ReviewWorld, reader: Someone, round: string, locale: 'vi' | 'en' = 'en') {
  return cards[cardKinds.invitation]!({
    act: { ...later(reader), locale },
    ids: { round },
    to: { person: reader.person },
    committee: world.committee,
    isSentAgain: false,
    isRedraw: false,
  });
}

function call(act: Act, minutes = 2) {
  return callOf(again(act, minutes));
}

const agree = 'I agree with the whole list';
const comment = 'Comment on the list';

test('from the form to the cards: preview first, then open, then undo', async () => {
  const world = await createReviewWorld(handle, ['Ann', 'Ben']);
  const form = formOf(await openOpening(call(world.clerk, 0), world.committee));

  const preview = messageOf(await submit(all, call(world.clerk, 0), form, { date: '2026-03-20' }));
  const opened = messageOf(await press(all, call(world.clerk, 0), preview, 'Open and send'));
  const undone = messageOf(await press(all, call(world.clerk, 0), opened, 'Undo'));

  expect(textOf(preview)).toContain('1 person, each in a private message');
  expect(textOf(preview)).toContain('You are kindly asked for your comments on list no. 1');
  expect(textOf(preview)).not.toContain('Ann');
  expect(textOf(opened)).toContain('can be undone');
  expect(textOf(undone)).toContain('Nobody was told');
});

test.each(['vi', 'en'] as const)(
  'the card (%s) offers agreeing first and recusing last, and names nobody',
  async (locale) => {
    const { world, reviewer, round } = await reviewing();

    const card = (await cardFor(world, reviewer, round.id, locale))!;

    expect(textOf(card)).not.toMatch(/Ann|Ben/);
    expect(textOf(card)).toMatch(locale === 'vi' ? /Danh sách có 2 ứng viên/ : /about 2 nominees/);
    expect(buttonsOf(card).map(({ action }) => action)).toEqual([
      'reviews.agree',
      'reviews.comment',
      'reviews.seen',
      'reviews.pass-on',
      'reviews.recuse',
    ]);
    for (const { data } of buttonsOf(card))
      expect(Object.keys(data).filter((name) => name !== 'round' && name !== 'person')).toEqual([]);
  },
);

test('agreeing with the whole list is two clicks, and the second says how many are counted', async () => {
  const { reviewer, card } = await reviewing();

  const form = formOf(await press(all, call(reviewer), card, agree));
  const answer = messageOf(await submit(all, call(reviewer), form, {}));

  expect(textOf(form)).toContain('You agree with all 2 nominees');
  expect(textOf(answer)).toBe('Saved: you agree with 2 nominees. Thank you.');
});

test('commenting: choose, one form for each, aspects on request with what was typed kept, then send', async () => {
  const { reviewer, round, card } = await reviewing();
  const [ann, ben] = round.list.entries.map(({ id }) => id);
  const pick = formOf(await press(all, call(reviewer), card, comment));

  const first = formOf(await submit(all, call(reviewer), pick, { 'position-0-0': [ann!, ben!], rest: null }));
  const handler = all.find((one) => one.kind === 'form' && one.id === first.id);
  const values = { stance: 'not-yet', text: 'typed so far', byAspect: ['yes'] };
  const unfolded =
    handler?.kind === 'form'
      ? await handler.change?.(call(reviewer), {
          state: first.state,
          requestId: first.requestId,
          field: 'byAspect',
          values,
        })
      : undefined;
  const second = formOf(await submit(all, call(reviewer), formOf(unfolded!), { capacity: 'Strong.' }));
  const draft = messageOf(await submit(all, call(reviewer), second, { stance: 'agree' }));
  const sent = await press(all, call(reviewer), draft, 'Send');

  expect(formOf(unfolded!).requestId).toBe(first.requestId);
  expect(textOf(formOf(unfolded!))).toContain('Ability and results');
  expect(textOf(draft)).toContain('Ann: not yet agreed, please consider further');
  expect(textOf(draft)).toContain('typed so far');
  expect(textOf(draft)).toContain('Strong.');
  expect(sent.kind).toBe('replace');
  expect(textOf(messageOf(sent))).toContain('2 nominees answered');
});

test('refusals of a form keep it open with a sentence at the field', async () => {
  const { world, reviewer, round, card } = await reviewing();
  const ann = round.list.entries[0]!.id;
  const pick = formOf(await press(all, call(reviewer), card, comment));
  const line = formOf(await submit(all, call(reviewer), pick, { 'position-0-0': [ann] }));

  const anew = formOf(await press(all, call(reviewer), card, comment));
  const nothing = await submit(all, call(reviewer), anew, { 'position-0-0': null, rest: null });
  const wordless = await submit(all, call(reviewer), line, { stance: 'not-yet', text: ' ' });
  const tooLong = await submit(all, call(reviewer), line, { stance: 'agree', text: 'x'.repeat(20_000) });
  value(await closeRound(later(world.clerk), round.id));
  const closed = await submit(all, call(reviewer, 3), line, { stance: 'agree', text: 'too late' });

  expect(nothing).toMatchObject({ kind: 'field-errors', errors: { rest: expect.stringContaining('tick') } });
  expect(wordless).toMatchObject({
    kind: 'field-errors',
    errors: { text: expect.stringContaining('at least one sentence') },
  });
  expect(tooLong).toMatchObject({ errors: { text: expect.stringMatching(/20,000 characters; 3,000 is the limit/) } });
  expect(closed).toMatchObject({ errors: { text: expect.stringContaining('closed at Monday 2 March 2026') } });
});

test('a stale form shows what another window kept, and the next press replaces it', async () => {
  const { reviewer, round, card } = await reviewing();
  const ann = round.list.entries[0]!.id;
  const pick = formOf(await press(all, call(reviewer), card, comment));
  const line = formOf(await submit(all, call(reviewer), pick, { 'position-0-0': [ann] }));
  await submit(all, call(reviewer), line, { stance: 'not-yet', text: 'window one' });

  const redrawn = await submit(
    all,
    call(reviewer),
    { ...line, requestId: 'other' },
    { stance: 'agree', text: 'window two' },
  );
  const kept = messageOf(await submit(all, call(reviewer), formOf(redrawn), {}));

  expect(redrawn.kind).toBe('redraw');
  expect(textOf(formOf(redrawn))).toContain('window one');
  expect(textOf(kept)).toContain('window two');
});

test('recusing shows names only, and afterwards the form has one fewer', async () => {
  const { reviewer, round, card } = await reviewing();
  const form = formOf(await press(all, call(reviewer), card, 'I must recuse myself'));

  await submit(all, call(reviewer), form, { entry: round.list.entries[0]!.id, reason: 'relative' });

  const after = formOf(await openPick(call(reviewer), round.id, ''));
  expect(JSON.stringify(form)).toContain('Ann');
  expect(JSON.stringify(after)).not.toContain('Ann');
});

test('the synthesis stands in one table that adds up, comments behind a button by role and without names', async () => {
  const { world, reviewer, round, card } = await reviewing();
  const pick = formOf(await press(all, call(reviewer), card, comment));
  const line = formOf(
    await submit(all, call(reviewer), pick, { 'position-0-0': [round.list.entries[0]!.id], rest: ['yes'] }),
  );
  const draft = messageOf(await submit(all, call(reviewer), line, { stance: 'not-yet', text: 'مرحبا 👍🏽 *bold*' }));
  await press(all, call(reviewer), draft, 'Send');
  value(await closeRound(again(world.clerk, 3), round.id));

  const synthesis = messageOf(await showSynthesis(call(world.clerk, 4), round.id));
  const comments = messageOf(await press(all, call(world.clerk, 4), synthesis, 'Read the comments'));

  expect(textOf(synthesis)).toContain('Director | Ann | 0 | 0 | 1 | 0 | 1 | 0');
  expect(textOf(synthesis)).toContain('Director | Ben | 1 | 0 | 0 | 0 | 1 | 0');
  expect(textOf(comments)).toContain('member, not yet agreed');
  expect(textOf(comments)).toContain('مرحبا 👍🏽 *bold*');
  expect(textOf(comments)).not.toContain('Mona');
});

test('entering a paper: from the list of who has not answered, in three clicks', async () => {
  const { world, reviewer, round } = await reviewing();
  const progress = messageOf(await showProgress(call(world.clerk), round.id));

  const form = formOf(await press(all, call(world.clerk), progress, 'Enter an answer for somebody'));
  const said = messageOf(
    await submit(all, call(world.clerk), form, {
      person: reviewer.person,
      via: 'paper',
      reference: '12-CV',
      how: 'all',
    }),
  );

  expect(textOf(progress)).toContain('Not answered yet (2)');
  expect(textOf(said)).toContain('Mona Member');
  const after = messageOf(await showProgress(call(world.clerk), round.id));
  expect(textOf(after)).toContain('Mona Member (entered by the committee secretary)');
});

describe('who may do what', () => {
  const acts: Readonly<Record<string, (act: Act, world: ReviewWorld, round: never) => Promise<{ ok: boolean }>>> = {
    freeze: (act, { committee, plan }) => freezeList(act, { committee, plan }),
    lists: (act, { committee }) => listsOf(act, committee),
    undo: (act, _world, round) => undoOpening(act, round),
    comment: (act, _world, round) => agreeWithAll(act, { round, person: null }),
    progress: (act, _world, round) => seeProgress(act, round),
    record: (act, { clerk }, round) =>
      agreeWithAll(act, { round, person: clerk.person, via: { kind: 'paper', reference: null, dated: null } }),
    close: (act, _world, round) => closeRound(act, round),
    synthesis: (act, _world, round) => seeSynthesis(act, round),
  };
  const allowed: Readonly<Record<Role, readonly string[]>> = {
    // Without being a member: asked for no opinion.
    clerk: Object.keys(acts).filter((name) => name !== 'comment'),
    chair: ['lists', 'comment', 'synthesis'],
    deputy: ['lists', 'comment'],
    member: ['lists', 'comment'],
    observer: [],
    teller: [],
  };

  test.each(Object.entries(allowed) as [Role, readonly string[]][])('%s: %j', async (role, expected) => {
    const world = await createReviewWorld(handle, ['Ann']);
    const person = await world.person('Pat', [role]);
    const { round } = await openedRound(world);

    const refused: string[] = [];
    for (const [name, run] of Object.entries(acts)) {
      const outcome: { ok: boolean; reason?: string } = await run(later(person), world, round.id as never);
      if (outcome.reason === 'right-missing') refused.push(name);
    }

    expect(refused).toEqual(Object.keys(acts).filter((name) => !expected.includes(name)));
  });

  test('somebody outside the committee gets nothing but the way in', async () => {
    const { world, round } = await reviewing();
    const stranger = await world.person('Stan');

    const replies: Reply[] = [
      await showMenu(call(stranger), world.committee),
      await openPick(call(stranger), round.id, ''),
    ];

    for (const reply of replies) expect(textOf(messageOf(reply))).toContain('You do not belong to this committee');
  });
});
