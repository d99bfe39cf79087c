import { recuse } from '../../../src/features/access/operations.ts';
import type { Role } from '../../../src/features/access/types.ts';
import { reviewInteractions as all } from '../../../src/features/reviews/interactions/all.ts';
import { showMenu } from '../../../src/features/reviews/interactions/clerk.ts';
import { showOthers } from '../../../src/features/reviews/interactions/others.ts';
import { openPick } from '../../../src/features/reviews/interactions/reviewer.ts';
import { showSynthesis } from '../../../src/features/reviews/interactions/synthesis.ts';
import { agreeWithAll, chooseNominees, keepLine, sendAnswer } from '../../../src/features/reviews/operations/answer.ts';
import { closeRound } from '../../../src/features/reviews/operations/close.ts';
import { openRound, prepareRound } from '../../../src/features/reviews/operations/open.ts';
import { seeOthers } from '../../../src/features/reviews/operations/others.ts';
import { startRecording } from '../../../src/features/reviews/operations/record.ts';
import { seeSynthesis } from '../../../src/features/reviews/operations/synthesis.ts';
import { maySeeComment, maySeeNames } from '../../../src/features/reviews/rules/visibility.ts';
import {
  noWords,
  type OthersComments,
  type ReviewerNames,
  type Visibility,
} from '../../../src/features/reviews/types/nouns.ts';
import type { Act } from '../../../src/kernel/act.ts';
import { asId, type PersonId } from '../../../src/kernel/ids.ts';
import { buttonsOf, callOf, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createReviewWorld, members, type Someone, stated, value } from './review-world.ts';

const { handle } = await createTestDatabase();
const me = 'me' as PersonId;
const author = 'author' as PersonId;
const nominee = 'nominee' as PersonId;

const readers = {
  'reviewer, sent': { roles: ['member'], isReviewer: true, readerHasSent: true },
  'reviewer, not sent': { roles: ['member'], isReviewer: true, readerHasSent: false },
  'member, not asked': { roles: ['member'], isReviewer: false, readerHasSent: false },
  observer: { roles: ['observer'], isReviewer: false, readerHasSent: false },
  'deputy who leads the case': {
    roles: ['deputy'],
    isReviewer: false,
    readerHasSent: false,
    leads: new Set([nominee]),
  },
  deputy: { roles: ['deputy'], isReviewer: false, readerHasSent: false },
  clerk: { roles: ['clerk'], isReviewer: false, readerHasSent: false },
  chair: { roles: ['chair'], isReviewer: false, readerHasSent: false },
  'chair, asked, sent': { roles: ['chair'], isReviewer: true, readerHasSent: true },
} as const satisfies Record<
  string,
  { roles: readonly Role[]; isReviewer: boolean; readerHasSent: boolean; leads?: ReadonlySet<PersonId> }
>;

describe('who reads a comment', () => {
  const heads = ['clerk', 'chair', 'chair, asked, sent', 'deputy who leads the case'];
  const anyone = ['reviewer, sent', 'reviewer, not sent', ...heads];

  test.each<[OthersComments, 'open' | 'closed', readonly string[]]>([
    ['always', 'open', ['reviewer, sent', 'reviewer, not sent', 'chair, asked, sent']],
    ['always', 'closed', anyone],
    ['after-mine', 'open', ['reviewer, sent', 'chair, asked, sent']],
    ['after-mine', 'closed', ['reviewer, sent', ...heads]],
    ['after-close', 'open', []],
    ['after-close', 'closed', anyone],
    ['never', 'open', []],
    ['never', 'closed', heads],
  ])('others %s, %s: %j', (others, state, expected) => {
    expect(seenBy({ others, names: 'never', chairOnlyToClerk: true }, state, false)).toEqual([...expected].sort());
  });

  test.each<[OthersComments, boolean, 'open' | 'closed', readonly string[]]>([
    ['always', true, 'open', ['chair, asked, sent']],
    ['always', true, 'closed', heads],
    ['always', false, 'closed', ['chair', 'chair, asked, sent', 'deputy who leads the case']],
    ['after-mine', true, 'open', ['chair, asked, sent']],
    ['after-mine', false, 'closed', ['chair', 'chair, asked, sent', 'deputy who leads the case']],
    ['after-close', true, 'open', []],
    ['never', false, 'open', []],
    ['never', true, 'closed', heads],
    ['never', false, 'closed', ['chair', 'chair, asked, sent', 'deputy who leads the case']],
  ])(
    'for the chair only, others %s, also to the committee secretary %s, %s: %j',
    (others, toClerk, state, expected) => {
      expect(seenBy({ others, names: 'never', chairOnlyToClerk: toClerk }, state, true)).toEqual([...expected].sort());
    },
  );

  test('a closed case is closed whatever the setting and the role, also one’s own words on it', () => {
    const visibility: Visibility = { others: 'always', names: 'always', chairOnlyToClerk: true };
    const comment = { author, nominee, chairOnly: false, readerHasSent: true };
    const reader = {
      person: me,
      roles: ['chair', 'clerk'] as const,
      isReviewer: true,
      leads: new Set<PersonId>(),
      hiddenNominees: [nominee],
    };

    expect(maySeeComment(reader, comment, { isClosed: true, visibility })).toBe(false);
    expect(maySeeComment(reader, { ...comment, author: me }, { isClosed: true, visibility })).toBe(false);
    expect(maySeeComment({ ...reader, hiddenNominees: [] }, comment, { isClosed: true, visibility })).toBe(true);
  });

  test('a reviewer reads nothing about themselves', () => {
    const reader = {
      person: me,
      roles: ['member'] as const,
      isReviewer: true,
      leads: new Set<PersonId>(),
      hiddenNominees: [],
    };
    const visibility: Visibility = { others: 'always', names: 'always', chairOnlyToClerk: true };
    const comment = { author, nominee: me, chairOnly: false, readerHasSent: true };

    expect(maySeeComment(reader, comment, { isClosed: true, visibility })).toBe(false);
  });

  test.each<[ReviewerNames, boolean, boolean]>([
    ['never', false, false],
    ['never', true, false],
    ['after-close', false, false],
    ['after-close', true, true],
    ['always', false, true],
    ['always', true, true],
  ])('names %s, closed %s: shown %s', (names, isClosed, shown) => {
    expect(maySeeNames({ isClosed, visibility: { others: 'always', names, chairOnlyToClerk: false } })).toBe(shown);
  });

  function seenBy(visibility: Visibility, state: 'open' | 'closed', chairOnly: boolean): readonly string[] {
    return Object.entries(readers)
      .filter(([, { readerHasSent, ...reader }]) =>
        maySeeComment(
          { leads: new Set<PersonId>(), ...reader, person: me, hiddenNominees: [] },
          { author, nominee, chairOnly, readerHasSent },
          { isClosed: state === 'closed', visibility },
        ),
      )
      .map(([name]) => name)
      .sort();
  }
});

async function opened(visibility?: Visibility) {
  const world = await createReviewWorld(handle, ['Ann Lee', 'Ben Roe']);
  const chair = await world.person('Charles Chair', ['chair']);
  const [reviewer, other] = (await members(world, 2)) as [Someone, Someone];
  const { committee, plan, clerk } = world;
  const at = { committee, plan, stated, why: null, ...(visibility && { visibility }) };
  const prepared = value(await prepareRound(again(clerk), at));
  const { round } = value(await openRound(again(clerk), prepared.round.id));
  const [ann, ben] = round.list.entries;
  return { world, chair, reviewer, other, round: round.id, ann: ann!.id, ben: ben!.id };
}

type Opened = Awaited<ReturnType<typeof opened>>;

async function comments(
  act: Act,
  { round }: Opened,
  entry: Opened['ann'],
  text: string,
  more: { chairOnly?: boolean; person?: PersonId } = {},
) {
  const whose = { round, person: more.person ?? null };
  const picked = value(await chooseNominees(act, { ...whose, picked: [entry], restAgrees: false }));
  const version = picked.draft!.lines.find((line) => line.entry === entry)!.version;
  const line = { entry, version, stance: 'not-yet', words: { ...noWords, text } } as const;
  value(await keepLine(act, { ...whose, ...line, chairOnly: more.chairOnly ?? false }));
  value(await sendAnswer(act, whose));
}

describe('reading the others in a round', () => {
  test('by default: nominee by nominee once one has sent one’s own, without names, and nothing about a closed case', async () => {
    const given = await opened();
    const { reviewer, other, round, ann, ben, world } = given;
    await comments(again(other, 2), given, ann, 'Ann is steady.');
    const early = await seeOthers(again(reviewer, 3), round);
    await comments(again(reviewer, 4), given, ben, 'Ben is quick.');

    const onBen = value(await seeOthers(again(reviewer, 5), round));
    await comments(again(reviewer, 6), given, ann, 'Not Ann yet.');
    const onAnn = value(await seeOthers(again(reviewer, 7), round));
    const { committee } = world;
    value(
      await recuse(again(reviewer, 8), {
        committee,
        person: reviewer.person,
        nominee: world.nominees[0]!.person,
        recordedBy: null,
      }),
    );
    const recused = JSON.stringify(await seeOthers(again(reviewer, 9), round));

    expect(early).toMatchObject({ reason: 'review-others-after-mine' });
    expect(onBen.nominees).toEqual([]);
    expect(onAnn.nominees).toMatchObject([{ comments: [{ text: 'Ann is steady.', name: null, isNew: true }] }]);
    expect(recused).not.toMatch(/Ann|steady/);
  });

  test('what is new is counted in /review and marked once; a repeated answer says nothing new', async () => {
    const given = await opened({ others: 'always', names: 'always', chairOnlyToClerk: false });
    const { reviewer, other, round, ann, world } = given;
    await comments(again(other, 2), given, ann, 'Ann is steady.');
    const before = textOf(messageOf(await showMenu(callOf(again(reviewer, 3)), world.committee)));

    const first = messageOf(await showOthers(callOf(again(reviewer, 3)), round));
    const menu = textOf(messageOf(await showMenu(callOf(again(reviewer, 4)), world.committee)));
    const second = messageOf(await showOthers(callOf(again(reviewer, 4)), round));
    await comments(again(other, 5), given, ann, 'Ann is steady.');
    const repeated = value(await seeOthers(again(reviewer, 6), round));
    await comments(again(other, 7), given, ann, 'Ann is very steady.');
    const changed = value(await seeOthers(again(reviewer, 8), round));

    expect(before).toContain('Comments of others (1 new)');
    expect(textOf(first)).toMatch(/New · Member 2, not yet agreed/);
    expect(menu).toContain('[Comments of others]');
    expect(textOf(second)).not.toContain('New');
    expect(repeated.nominees[0]!.comments).toMatchObject([{ isNew: false }]);
    expect(changed.nominees[0]!.comments).toMatchObject([{ text: 'Ann is very steady.', isNew: true }]);
  });

  test('what was said before, but opened to the reader only now, is new', async () => {
    const given = await opened({ others: 'after-close', names: 'never', chairOnlyToClerk: false });
    const { reviewer, other, round, ann, world } = given;
    await comments(again(other, 2), given, ann, 'Ann is steady.');
    const early = await seeOthers(again(reviewer, 3), round);
    value(await closeRound(again(world.clerk, 4), round));

    const menu = textOf(messageOf(await showMenu(callOf(again(reviewer, 5)), world.committee)));

    expect(early).toMatchObject({ reason: 'review-others-after-close' });
    expect(menu).toContain('(1 new)');
  });
});

describe('for the chair only', () => {
  test('the chair reads the words, the committee secretary only counts them, and no reviewer sees them', async () => {
    const given = await opened({ others: 'always', names: 'after-close', chairOnlyToClerk: false });
    const { reviewer, other, chair, round, ann, world } = given;
    await comments(again(other, 2), given, ann, 'Between us.', { chairOnly: true });
    const others = value(await seeOthers(again(reviewer, 3), round));
    value(await closeRound(again(world.clerk, 4), round));

    const forClerk = messageOf(await showSynthesis(callOf(again(world.clerk, 5)), round));
    const forChair = value(await seeSynthesis(again(chair, 5), round));

    expect(others.nominees).toEqual([]);
    expect(textOf(forClerk)).not.toContain('Between us.');
    expect(textOf(forClerk)).toContain('1 comment is for the chair only and is not shown to you');
    expect(forChair.nominees[0]).toMatchObject({
      withheld: 0,
      counts: { 'not-yet': 1 },
      comments: [{ text: 'Between us.', name: 'Member 2', chairOnly: true }],
    });
  });

  test('a correction that the committee secretary enters carries the words over, unseen', async () => {
    const given = await opened();
    const { other, chair, round, ann, world } = given;
    await comments(again(other, 2), given, ann, 'Between us.', { chairOnly: true });
    value(await closeRound(again(world.clerk, 3), round));
    const theirs = { round, person: other.person };
    const via = { kind: 'phone', reference: null, dated: null } as const;

    const begun = value(await startRecording(again(world.clerk, 4), { ...theirs, via, why: 'Misheard.' }));
    value(await agreeWithAll(again(world.clerk, 4), { ...theirs, via, why: 'Misheard.' }));

    expect(JSON.stringify(begun)).not.toContain('Between us.');
    const synthesis = value(await seeSynthesis(again(chair, 5), round));
    expect(synthesis.nominees.map(({ counts }) => [counts['not-yet'], counts.agree])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(synthesis.nominees[0]!.comments).toMatchObject([{ text: 'Between us.', chairOnly: true }]);
  });
});

test.each([
  ['en', 'Open a review', 'Preview', 'Other reviewers do not read it', 'This comment is for the chair only'],
  ['vi', 'Mở đợt lấy ý kiến', 'Xem trước', 'Người cho ý kiến khác không đọc được', 'Ý kiến này chỉ gửi chủ trì'],
] as const)(
  'chosen at the opening, said before somebody writes (%s)',
  async (locale, openLabel, _preview, said, tick) => {
    const world = await createReviewWorld(handle, ['Ann Lee']);
    const [reviewer] = (await members(world, 1)) as [Someone];
    const clerk = { ...again(world.clerk), locale };
    const form = formOf(
      await press(all, callOf(clerk), messageOf(await showMenu(callOf(clerk), world.committee)), openLabel),
    );
    const values = { date: '2026-03-20', others: 'never', names: 'always', toClerk: ['yes'] };

    const preview = messageOf(await submit(all, callOf(clerk), form, values));
    const confirm = buttonsOf(preview).find(({ action }) => action === 'reviews.confirm-open')!;
    const round = asId<Opened['round']>(String(confirm.data.round));
    const { visibility } = value(await openRound(clerk, round)).round;
    const call = callOf({ ...again(reviewer, 2), locale });
    const pick = formOf(await openPick(call, round, ''));
    const line = formOf(await submit(all, call, pick, { 'position-0-0': pickable(pick) }));

    expect(visibility).toEqual({ others: 'never', names: 'always', chairOnlyToClerk: true });
    expect(textOf(pick)).toContain(said);
    expect(JSON.stringify(line)).toContain(tick);
  },
);

function pickable(form: ReturnType<typeof formOf>): readonly string[] {
  const field = form.items.find((item) => item.kind === 'field' && item.name === 'position-0-0');
  if (field?.kind !== 'field' || field.input.type !== 'multi-select') throw new Error('no such field');
  return field.input.options.map(({ value: id }) => id);
}
