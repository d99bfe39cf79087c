/** Anonymous rounds as people meet them: keys, papers, the close, two holders, what is read; and what nobody may learn. */
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { listDeadlines, seeOutstanding } from '../../../src/features/deadlines/operations/look.ts';
import { showMenu } from '../../../src/features/reviews/interactions/clerk.ts';
import { reviewDuties } from '../../../src/features/reviews/interactions/duties.ts';
import { seeAnonymous, seeSealedRound } from '../../../src/features/reviews/operations/anonymous-look.ts';
import { askForKeys, prepareAnonymous } from '../../../src/features/reviews/operations/anonymous-open.ts';
import { turnAnonymousCards } from '../../../src/features/reviews/operations/anonymous-turn.ts';
import { agreeWithAll } from '../../../src/features/reviews/operations/answer.ts';
import { closeRound } from '../../../src/features/reviews/operations/close.ts';
import { seeProgress } from '../../../src/features/reviews/operations/look.ts';
import { openRound } from '../../../src/features/reviews/operations/open.ts';
import { seeSynthesis } from '../../../src/features/reviews/operations/synthesis.ts';
import { localeNames } from '../../../src/kernel/act.ts';
import { asId, type ReviewRoundId } from '../../../src/kernel/ids.ts';
import { buttonsOf, callOf } from '../../support/calls.ts';
import { formOf, wordsOf } from '../../support/hands.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  type AnonymousWorld,
  boxOf,
  buttonWith,
  cards,
  createAnonymousWorld,
  features,
  fill,
  handsAt,
  minutes,
  paperOf,
  sendPaper,
  takeKey,
  typeWords,
} from './anonymous-world.ts';
import { again, createReviewWorld, members, type Someone, stated, value } from './review-world.ts';

const { handle } = await createTestDatabase();
const names = ['Ann', 'Ben', 'Cleo'];

/** After the date of the round. */
const afterDate = 30 * 24 * 60;

function roundId(world: AnonymousWorld): ReviewRoundId {
  return asId<ReviewRoundId>(world.round);
}

async function close(world: AnonymousWorld) {
  return closeRound(again(world.clockwork, afterDate), roundId(world));
}

describe('opening', () => {
  test('is refused with fewer who can send than the shield, and without three fit key-holders', async () => {
    const world = await createReviewWorld(handle, names);
    const few = await members(world, 3);
    const input = { committee: world.committee, plan: world.plan, stated, why: null };
    const holders = few.map(({ person }) => person);

    const tooFew = await prepareAnonymous(again(world.clerk), { ...input, holders });
    await members(world, 3);
    const twoHolders = await prepareAnonymous(again(world.clerk), { ...input, holders: holders.slice(1) });
    const stranger = await prepareAnonymous(again(world.clerk), {
      ...input,
      holders: [...holders.slice(1), world.nominees[0]!.person],
    });

    expect(tooFew).toMatchObject({ reason: 'review-too-few', facts: { count: 4, shield: 5 } });
    expect(twoHolders).toMatchObject({ reason: 'keyholders-three', facts: { count: 2 } });
    expect(stranger).toMatchObject({ reason: 'keyholder-unfit' });
  }, 60_000);

  test('is found again in the menu of those who may open, from the moment the key-holders are asked', async () => {
    const world = await createReviewWorld(handle, names);
    const reviewers = await members(world, 6);
    const holders = reviewers.slice(0, 3).map(({ person }) => person);
    const input = { committee: world.committee, plan: world.plan, stated, why: null, holders };
    const { id } = value(await prepareAnonymous(again(world.clerk), input)).round;
    const menuOf = async (act: Someone) => wordsOf(await showMenu(callOf(again(act, 3)), world.committee));

    const previewed = await menuOf(world.clerk);
    value(await askForKeys(again(world.clerk, 1), id));
    await takeKey(reviewers[0]!, await boxOf(handle, id));

    expect(previewed).not.toContain('keys are taken');
    expect(await menuOf(world.clerk)).toContain('not open yet: 1 of 3 keys are taken');
    expect(await menuOf(reviewers[5]!)).not.toContain('keys are taken');
  }, 60_000);

  test('waits for three keys, cannot be slipped past them, and a second preview puts the keys away', async () => {
    const world = await createReviewWorld(handle, names);
    const six = await members(world, 6);
    const holders = six.slice(0, 3).map(({ person }) => person);
    const input = { committee: world.committee, plan: world.plan, stated, why: null, holders };
    const first = value(await prepareAnonymous(again(world.clerk), input)).round.id;

    const early = await handsAt(world.clerk, 1).press(buttonWith('reviews.open-sealed', { round: first }));
    const asNamed = await openRound(again(world.clerk, 1), first);
    value(await prepareAnonymous(again(world.clerk, 1), input));

    expect(wordsOf(early)).toContain('0 of 3');
    expect(asNamed).toMatchObject({ reason: 'review-is-anonymous' });
    const box = await client(handle).sealedBox.findFirst({ where: { subjectId: first } });
    expect(box?.state).toBe('cancelled');
  }, 60_000);
});

describe('sending', () => {
  let world: AnonymousWorld;
  beforeAll(async () => {
    world = await createAnonymousWorld(handle, names);
  }, 60_000);

  test('on the roll are those with an account who are asked about somebody', async () => {
    const participants = await client(handle).reviewParticipant.count({ where: { roundId: world.round } });
    const boxId = await boxOf(handle, world.round);

    // Seven members, and the committee secretary, who is a member besides.
    expect(participants).toBe(8);
    expect(await client(handle).sealedElector.count({ where: { boxId } })).toBe(8);
  });

  test('the paper says what is promised above every field, and carries the receipt and nothing about anybody', async () => {
    const form = await paperOf(world, world.reviewers[3]!);

    expect(wordsOf(form)).toMatch(/^Nobody can read your paper.*\nYour wording may give you away/);
    expect(wordsOf(form)).toMatch(/Receipt of this paper: \w{4}-\w{4}-\w{4}/);
    expect(Object.keys(form.state as object).sort()).toEqual(['receipt', 'round']);
    expect(form.items.filter((item) => item.kind === 'field' && item.live)).toEqual([]);
    expect(await client(handle).reviewDraft.count({ where: { roundId: world.round } })).toBe(0);
  });

  test('a paper is sent in one form, replaced with its receipt, and read by nobody before the close', async () => {
    const one = world.reviewers[4]!;
    const receipt = await sendPaper(world, one, { Ann: ['not-yet', 'A year more.'] }, { rest: true });

    const second = await paperOf(world, one);
    const wrong = await handsAt(one, minutes.out).submit(
      second,
      fill(second, { Ann: ['agree', null] }, { receipt: 'AAAA-AAAA-AAAA' }),
    );
    const replaced = await sendPaper(world, one, { Ann: ['agree-with-comments', 'Six months.'] }, { receipt });

    expect(wordsOf(second)).toContain('Nobody can read it, so it cannot be shown here');
    expect(wordsOf(wrong)).toContain('Tries left: 4');
    expect(replaced).toBe(receipt);
    expect(await seeAnonymous(again(world.clerk, 60), roundId(world))).toMatchObject({ reason: 'review-sealed' });
    expect(await seeSynthesis(again(world.clerk, 60), roundId(world))).toMatchObject({ reason: 'review-not-closed' });
    expect(await client(handle).reviewAnonymousLine.count({ where: { roundId: world.round } })).toBe(0);
  });

  test('what is missing is said beside its field, and everything typed stays', async () => {
    const one = world.reviewers[5]!;
    const form = await paperOf(world, one);
    const submit = (said: Parameters<typeof fill>[1], rest = false) =>
      handsAt(one, minutes.out).submit(form, fill(form, said, { rest }));

    const answers = [
      await submit({}),
      await submit({ Ann: ['not-yet', null] }),
      await submit({ Ann: ['', 'Words without a view.'] }),
      await submit({
        Ann: ['not-yet', 'ă'.repeat(3000)],
        Ben: ['not-yet', 'ă'.repeat(3000)],
        Cleo: ['not-yet', 'ă'.repeat(3000)],
      }),
    ];

    expect(answers.map(({ kind }) => kind)).toEqual(Array(4).fill('field-errors'));
    expect(answers.map(wordsOf)).toEqual([
      expect.stringContaining('choose at least one'),
      expect.stringContaining('at least one sentence'),
      expect.stringContaining('choose your view'),
      expect.stringContaining('of at most 16,380 bytes'),
    ]);
  });

  test('has a field for each aspect that the rule set asks about', async () => {
    const form = await paperOf(world, world.reviewers[0]!);

    const labels = form.items.flatMap((item) => (item.kind === 'field' ? [item.label] : []));
    expect(labels.slice(0, 6)).toEqual(['Your view', 'In words', ...labels.slice(2, 6)]);
    expect(new Set(labels.slice(2, 6)).size).toBe(4);
    expect(labels.slice(6, 12)).toEqual(labels.slice(0, 6));
  });

  test('nobody can answer with their name, or for somebody else', async () => {
    const person = world.reviewers[0]!.person;

    const named = await agreeWithAll(again(world.reviewers[6]!, minutes.out), { round: roundId(world), person: null });
    const forOther = await agreeWithAll(again(world.clerk, minutes.out), { round: roundId(world), person });

    expect(named).toMatchObject({ reason: 'review-is-anonymous' });
    expect(forOther).toMatchObject({ reason: 'review-is-anonymous' });
  });

  test('a case that was closed by a recusal while the form was open takes no comment, and stands on no form', async () => {
    const one = world.reviewers[2]!;
    const form = await paperOf(world, one);
    const hands = handsAt(one, minutes.out);
    const recusal = formOf(await hands.press(buttonWith('reviews.recuse', { round: world.round })));
    const field = recusal.items.find((item) => item.kind === 'field' && item.name === 'entry');
    const options = field?.kind === 'field' && 'options' in field.input ? field.input.options : [];
    await hands.submit(recusal, { entry: options.find(({ label }) => label === 'Ben')!.value, reason: 'relative' });

    const sent = await hands.submit(form, fill(form, { Ben: ['not-yet', 'Too close to me.'] }));
    const after = await paperOf(world, one);

    expect(wordsOf(sent)).toContain('not open to you');
    expect(wordsOf(after)).toContain('Ann');
    expect(wordsOf(after)).not.toContain('Ben');
    expect(JSON.stringify(after)).not.toContain(options.find(({ label }) => label === 'Ben')!.value);
  });
});

describe('while it is open nobody learns who has answered', () => {
  let world: AnonymousWorld;
  beforeAll(async () => {
    world = await createAnonymousWorld(handle, names);
  }, 60_000);

  test('the committee secretary reads only whether enough have, in the round, the dates and the board', async () => {
    const clerk = again(world.clerk, 60);
    const looks = async () => {
      const sealed = value(await seeSealedRound(clerk, roundId(world)));
      const dates = value(await listDeadlines(clerk, features.duties, world.committee));
      const shown = await handsAt(world.clerk, 60).press(buttonWith('reviews.progress', { round: world.round }));
      return { sealed, owing: dates.deadlines.map(({ owing }) => owing), text: wordsOf(shown), dates };
    };
    const before = await looks();
    for (const reviewer of world.reviewers.slice(0, 4)) await sendPaper(world, reviewer, {}, { rest: true });
    const four = await looks();
    await sendPaper(world, world.reviewers[4]!, {}, { rest: true });
    const five = await looks();

    expect(four.text).toBe(before.text);
    expect([before, four, five].map(({ sealed }) => sealed.returned)).toEqual([null, null, null]);
    expect([before, four, five].map(({ sealed }) => sealed.isEnough)).toEqual([false, false, true]);
    expect(five.owing).toEqual([null]);
    expect(five.text).toContain('At least 5 have answered');
    for (const { fullName } of await client(handle).person.findMany({
      where: { fullName: { startsWith: 'Member' } },
    })) {
      expect(five.text).not.toContain(fullName);
    }
    const deadline = five.dates.deadlines[0]!.deadline.id;
    expect(await seeOutstanding(clerk, features.duties, deadline)).toMatchObject({ reason: 'answers-hidden' });
    expect(await seeProgress(clerk, roundId(world))).toMatchObject({ reason: 'review-is-anonymous' });
  });

  test('everybody on the roll is reminded alike, and has a line among their duties until the close', async () => {
    const [sent, silent] = [world.reviewers[0]!, world.reviewers[6]!];

    const owing = await owingOf(reviewDuties, again(world.clockwork, 60), { kind: 'review-round', id: world.round });

    expect(owing).toEqual(expect.arrayContaining([sent.person, silent.person]));
    expect(owing).toHaveLength(8);
  });

  test('sending changes no card; at the fixed hour those of the whole roll change together', async () => {
    const wanted = async () => {
      await client(handle).delivery.updateMany({
        where: { kind: 'reviews.invitation' },
        data: { state: 'sent', address: { channel: 'D1', id: '1.1' } },
      });
      const rows = await client(handle).delivery.findMany({
        where: { kind: 'reviews.invitation', ids: { path: ['round'], equals: world.round } },
      });
      return rows.map(({ wantsVersion }) => wantsVersion);
    };
    const before = await wanted();
    await sendPaper(world, world.reviewers[5]!, {}, { rest: true });
    const after = await wanted();

    await turnAnonymousCards(handle, again(world.clockwork, 60).now);

    expect(after).toEqual(before);
    expect(await wanted()).toEqual(before.map((version) => version + 1));
  });

  test('nothing but the roll and the urn changes when a paper is sent', async () => {
    const form = await paperOf(world, world.reviewers[6]!);
    const tables = async () => {
      const all = await client(handle).$queryRaw<{ name: string }[]>`
        SELECT quote_ident(schemaname) || '.' || quote_ident(relname) AS name FROM pg_stat_user_tables ORDER BY 1`;
      const contents: Record<string, unknown> = {};
      for (const { name } of all) {
        const [row] = await client(handle).$queryRawUnsafe<{ hash: string }[]>(
          `SELECT coalesce(string_agg(xmin::text || ctid::text || md5(t::text), ',' ORDER BY ctid), '') AS hash FROM ${name} t`,
        );
        contents[name] = row?.hash;
      }
      return contents;
    };
    const before = await tables();

    await sendPaper(world, world.reviewers[6]!, { Ann: ['not-yet', 'A year more.'] }, { form });

    const after = await tables();
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toEqual(['public.sealed_elector', 'public.sealed_urn']);
  });

  test('it closes before its date only when everybody has answered', async () => {
    const early = await closeRound(again(world.clerk, 60), roundId(world));
    await sendPaper(world, world.clerk, {}, { rest: true });
    const whole = await closeRound(again(world.clerk, 60), roundId(world));

    expect(early).toMatchObject({ reason: 'review-anonymous-early' });
    expect(whole).toMatchObject({ ok: true });
  });
});

describe('after the close', () => {
  const receipts: string[] = [];
  const shown: string[] = [];
  let world: AnonymousWorld;
  let box: string;
  const look = async (after: number) => {
    const readers = [world.reviewers[0]!, world.reviewers[5]!, world.clerk];
    shown.push(...(await cardsAsTheyRead(world, readers, after)));
  };
  beforeAll(async () => {
    // The first reviewer is a nominee too.
    world = await createAnonymousWorld(handle, names, { nominate: 1 });
    box = await boxOf(handle, world.round);
    for (const [index, reviewer] of world.reviewers.entries()) {
      const text = (name: string) => ['not-yet', `${name} ${index}`] as const;
      const said = { Ann: text('Ann'), Ben: text('Ben'), Cleo: text('Cleo') };
      receipts.push(await sendPaper(world, reviewer, said, { rest: index > 0 }));
      if (index === 4) await look(60);
    }
  }, 120_000);
  const read = () => seeAnonymous(again(world.clerk, afterDate + 600), roundId(world));

  test('two key-holders open the papers; then all comments are read, each alone, and receipts can be compared', async () => {
    value(await close(world));
    const waiting = await read();
    await look(afterDate);

    const first = await typeWords(world, box, 2, afterDate);
    const half = await read();
    await look(afterDate);
    const second = await typeWords(world, box, 0, afterDate + 600);

    await look(afterDate + 600);
    expect(waiting).toMatchObject({ reason: 'review-sealed' });
    expect(half).toMatchObject({ reason: 'review-sealed' });
    expect([first, second]).toEqual([expect.stringContaining('right'), 'The papers are opened: 7 papers.']);
    const { returned, electors, nominees } = value(await read());
    const [ann, ben] = nominees;
    expect({ returned, electors }).toEqual({ returned: 7, electors: 8 });
    expect(ann?.counts).toMatchObject({ 'not-yet': 7, agree: 0 });
    expect(new Set(ann?.comments.map(({ text }) => text))).toEqual(new Set(receipts.map((_, n) => `Ann ${n}`)));
    expect(ben?.comments).toHaveLength(7);
    const hands = handsAt(world.reviewers[5]!, afterDate + 600);
    const list = await hands.press(buttonWith('reviews.receipts', { round: world.round }));
    for (const receipt of receipts) expect(wordsOf(list)).toContain(receipt);
    const told = await client(handle).delivery.count({
      where: { kind: 'reviews.synthesis', ids: { path: ['round'], equals: world.round } },
    });
    expect(told).toBeGreaterThan(0);
  }, 60_000);

  test('on the way there every card had words in both languages, and none named a nominee', () => {
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((text) => /Ann|Ben|Cleo/.test(text))).toEqual([]);
    expect(shown.filter((text) => /\b[a-z]+\.[a-z]+[A-Z.]/.test(text) || text.includes('{{'))).toEqual([]);
  });

  test('the lines of one paper do not stand together in the file', async () => {
    const rows = await client(handle).$queryRaw<{ text: string }[]>`
      SELECT "text" FROM "review_anonymous_line"
      WHERE "roundId" = ${world.round}::uuid AND "text" IS NOT NULL ORDER BY ctid`;

    const neighbours = rows.filter(({ text }, place) => rows[place + 1]?.text.slice(-1) === text.slice(-1)).length;
    expect(rows).toHaveLength(21);
    // Kept together they would be 14 of 20 neighbours; by chance about 2.
    expect(neighbours).toBeLessThan(10);
  });

  test('numbers that would tell one member’s answers are withheld; comments are read all the same', async () => {
    const { nominees } = value(await read());

    expect(nominees.map(({ counts }) => counts !== null)).toEqual([true, true, true, false]);
  });

  test('the papers counted again agree with what was stored', async () => {
    await typeWords(world, box, 1, afterDate + 1);

    expect(await typeWords(world, box, 2, afterDate + 1)).toBe(
      'Counted again: 7 papers, and they say what was stored.',
    );
  });

  test('a comment that was changed in the database is found by counting again', async () => {
    const where = { roundId: world.round, text: 'Ben 3' };
    await client(handle).reviewAnonymousLine.updateMany({ where, data: { text: 'Forged' } });
    await typeWords(world, box, 1, afterDate + 2);

    expect(await typeWords(world, box, 2, afterDate + 2)).toContain('do not say what was stored');
  });

  test('whoever is recused from a case reads nothing of it', async () => {
    const { committee, clerk, nominees } = world;
    const recusal = { committee, person: clerk.person, nominee: nominees[1]!.person, recordedBy: null };
    value(await recuse(again(clerk, afterDate), recusal));

    const seen = value(await read());

    expect(seen.nominees).toHaveLength(3);
    expect(JSON.stringify(seen)).not.toContain('Ben');
  });
});

test('with fewer papers than the shield nobody opens them, and those who would have read them are told', async () => {
  const world = await createAnonymousWorld(handle, names);
  for (const reviewer of world.reviewers.slice(0, 4)) await sendPaper(world, reviewer, {}, { rest: true });

  value(await close(world));

  const read = await seeAnonymous(again(world.clerk, afterDate), roundId(world));
  expect(read).toMatchObject({ reason: 'review-withheld', facts: { returned: 4, shield: 5 } });
  const hands = handsAt(world.holders[0]!, afterDate);
  const typed = await hands.press(buttonWith('sealing.type-words', { box: await boxOf(handle, world.round) }));
  expect(wordsOf(typed)).toContain('after the close');
  const told = await client(handle).delivery.count({
    where: { kind: 'reviews.withheld', ids: { path: ['round'], equals: world.round } },
  });
  expect(told).toBe(1);
}, 60_000);

/** Every card of these people as it reads now, in both languages. */
async function cardsAsTheyRead(world: AnonymousWorld, readers: readonly Someone[], after: number): Promise<string[]> {
  const rows = await client(handle).delivery.findMany({
    where: { workspaceId: world.workspace, personId: { in: readers.map(({ person }) => person) } },
  });
  const shown: string[] = [];
  for (const row of rows) {
    const reader = readers.find(({ person }) => person === row.personId) as Someone;
    for (const locale of localeNames) {
      const act = { ...again(reader, after), locale };
      const context = { act, ids: row.ids as Record<string, string>, to: { person: act.person }, isSentAgain: false };
      const message = await cards[row.kind]?.({ ...context, committee: world.committee, isRedraw: true });
      if (message)
        shown.push(`${message.summary}\n${wordsOf(message)}\n${buttonsOf(message).map(({ label }) => label)}`);
    }
  }
  return shown;
}
