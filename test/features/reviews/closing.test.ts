/** Two dates of a round: the one asked for, and the one at which it closes. */
import { client } from '../../../src/database/client.ts';
import { viewerOf } from '../../../src/features/access/operations.ts';
import { listDeadlines } from '../../../src/features/deadlines/operations/look.ts';
import { moveDeadline } from '../../../src/features/deadlines/operations/move.ts';
import { passDeadline } from '../../../src/features/deadlines/operations/pass.ts';
import { layOutReminders } from '../../../src/features/deadlines/operations/plan.ts';
import { deadlineOf } from '../../../src/features/deadlines/operations/set.ts';
import { reviewInteractions as all } from '../../../src/features/reviews/interactions/all.ts';
import { cards } from '../../../src/features/reviews/interactions/cards.ts';
import { openOpening, showProgress } from '../../../src/features/reviews/interactions/clerk.ts';
import { reviewClosing, reviewDuties } from '../../../src/features/reviews/interactions/duties.ts';
import { agreeWithAll } from '../../../src/features/reviews/operations/answer.ts';
import { cardKinds } from '../../../src/features/reviews/operations/cards.ts';
import { closeRound } from '../../../src/features/reviews/operations/close.ts';
import { seeProgress } from '../../../src/features/reviews/operations/look.ts';
import { openRound, prepareRound, undoOpening } from '../../../src/features/reviews/operations/open.ts';
import { lateness } from '../../../src/features/reviews/rules/late.ts';
import { dutyViews } from '../../../src/features/reviews/views/cards.ts';
import { texts } from '../../../src/i18n/texts.ts';
import type { Via } from '../../../src/kernel/act.ts';
import { type Act, freshSaving } from '../../../src/kernel/act.ts';
import { callOf, formOf, messageOf, submit, textOf } from '../../support/calls.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import {
  again,
  createReviewWorld,
  dueAt,
  later,
  type ReviewWorld,
  type Someone,
  stated,
  value,
} from './review-world.ts';

const { handle } = await createTestDatabase();
const features = [reviewDuties, reviewClosing];
const closes = { date: '2026-03-24', time: null } as const;
const closesAt = new Date('2026-03-24T10:00:00Z');

async function opened(world: ReviewWorld) {
  const { committee, plan, clerk } = world;
  const prepared = value(await prepareRound(again(clerk), { committee, plan, stated, closes, why: null }));
  return value(await openRound(again(clerk), prepared.round.id)).round;
}

function at<A extends Act>(act: A, moment: Date): A {
  return { ...act, now: moment, saving: freshSaving() };
}

function after(moment: Date, minutes = 1): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}

async function pass(world: ReviewWorld, subject: { kind: string; id: string }, moment: Date): Promise<void> {
  const deadline = await deadlineOf(at(world.clockwork, moment), subject);
  await passDeadline(at(world.clockwork, moment), features, deadline!.id);
}

async function stateOf(id: string): Promise<string> {
  return (await client(handle).reviewRound.findUniqueOrThrow({ where: { id } })).state;
}

test('at the date asked for nothing closes; at the closing date the round does', async () => {
  const world = await createReviewWorld(handle, ['Ann']);
  const { id } = await opened(world);

  await pass(world, { kind: 'review-round', id }, dueAt);
  const between = await stateOf(id);
  await pass(world, { kind: 'review-close', id }, closesAt);

  expect([between, await stateOf(id)]).toEqual(['open', 'closed']);
});

test('what comes between the two counts, and the committee secretary sees which', async () => {
  const world = await createReviewWorld(handle, ['Ann']);
  const early = await world.person('Eva Early', ['member']);
  const late = await world.person('Lars Late', ['member']);
  const changed = await world.person('Chris Changed', ['member']);
  const { id } = await opened(world);
  for (const one of [early, changed]) value(await agreeWithAll(later(one), { round: id, person: null }));
  await pass(world, { kind: 'review-round', id }, dueAt);

  for (const one of [late, changed]) value(await agreeWithAll(at(one, after(dueAt)), { round: id, person: null }));

  const progress = value(await seeProgress(at(world.clerk, after(dueAt)), id));
  expect(progress.closesAt).toEqual(closesAt);
  expect(new Map(progress.rows.map((row) => [row.fullName, [row.state, row.late]]))).toEqual(
    new Map([
      ['Clara Clerk', ['not-answered', null]],
      ['Eva Early', ['sent', null]],
      ['Lars Late', ['sent', 'sent']],
      ['Chris Changed', ['sent', 'changed']],
    ]),
  );
});

const askedFor = new Date('2026-03-20T10:00:00Z');
const zone = 'Asia/Ho_Chi_Minh';
const letter = (dated: string | null): Via => ({ kind: 'letter', reference: null, dated });

test.each([
  ['before the date', '2026-03-20T09:59:00Z', '2026-03-20T09:59:00Z', null, null],
  ['at the date', '2026-03-20T10:00:00Z', '2026-03-20T10:00:00Z', null, null],
  ['after it', '2026-03-20T10:00:01Z', '2026-03-20T10:00:01Z', null, 'sent'],
  ['before it, changed after it', '2026-03-21T10:00:00Z', '2026-03-19T10:00:00Z', null, 'changed'],
  [
    'by a letter of that day, entered later',
    '2026-03-23T10:00:00Z',
    '2026-03-23T10:00:00Z',
    letter('2026-03-20'),
    null,
  ],
  ['by a letter of the next day', '2026-03-23T10:00:00Z', '2026-03-23T10:00:00Z', letter('2026-03-21'), 'sent'],
  ['by a letter without a date', '2026-03-23T10:00:00Z', '2026-03-23T10:00:00Z', letter(null), 'sent'],
])('an answer %s is late or not', (_what, sentAt, first, via, expected) => {
  const answer = { sentAt: new Date(sentAt), via };

  expect(lateness(answer, new Date(first), { askedFor, zone })).toBe(expected);
  expect(lateness(answer, new Date(first), { askedFor: null, zone })).toBeNull();
});

test('nothing is said of the closing date before the other one has come, and then to those who have not answered', async () => {
  const world = await createReviewWorld(handle, ['Ann']);
  const silent = await world.person('Sam Silent', ['member']);
  const done = await world.person('Dora Done', ['member']);
  const { id } = await opened(world);
  for (const one of [done, world.clerk]) value(await agreeWithAll(later(one), { round: id, person: null }));
  const closing = { kind: 'review-close', id };
  const plan = async (moment: Date) => {
    const act = at(world.clockwork, moment);
    const { id: deadline, version } = (await deadlineOf(act, closing))!;
    await layOutReminders(act, features, { deadline, version });
    return client(handle).reminder.findMany({ where: { deadlineId: deadline }, orderBy: { at: 'asc' } });
  };

  const early = await plan(later(world.clerk).now);
  await pass(world, { kind: 'review-round', id }, dueAt);
  const late = await plan(dueAt);
  const nightly = await plan(after(dueAt, 600));

  expect(early).toEqual([]);
  // Monday morning belongs to the reminder after the date asked for; this one is three hours before the close.
  expect(late.map((one) => [one.personId, one.rung, one.at.toISOString()])).toEqual([
    [silent.person, 'hours-before', '2026-03-24T07:00:00.000Z'],
  ]);
  expect(nightly).toEqual(late);
});

test.each([
  ['before', '2026-03-19'],
  ['at', '2026-03-20'],
])('a closing date %s the date asked for is refused', async (_what, date) => {
  const world = await createReviewWorld(handle, ['Ann']);
  const { committee, plan, clerk } = world;
  const input = { committee, plan, stated, closes: { date, time: null }, why: null };

  const prepared = await prepareRound(again(clerk), input);

  expect(prepared).toMatchObject({ ok: false, reason: 'closes-before-asked', field: 'closesDate' });
});

test('in the list each has its own name; who has not answered is counted once, at the date that asks', async () => {
  const world = await createReviewWorld(handle, ['Ann']);
  const { id } = await opened(world);

  const list = value(await listDeadlines(later(world.clerk), features, world.committee)).deadlines;
  await pass(world, { kind: 'review-round', id }, dueAt);
  const after = value(await listDeadlines(at(world.clerk, dueAt), features, world.committee)).deadlines;

  expect(list.map(({ title, owing, isLater }) => [title, owing, isLater])).toEqual([
    ['Comments on list no. 1 of “Board 2026–2030”', 1, false],
    ['Close of the review of list no. 1 of “Board 2026–2030”', 0, true],
  ]);
  expect(after.find(({ deadline }) => deadline.subject.kind === 'review-close')).toMatchObject({
    owing: 1,
    isLater: false,
  });
});

test('both are moved as any date, never past each other', async () => {
  const world = await createReviewWorld(handle, ['Ann']);
  const { id } = await opened(world);
  const act = () => later(world.clerk);
  const move = async (kind: string, date: string) => {
    const { id: deadline, version } = (await deadlineOf(act(), { kind, id }))!;
    return moveDeadline(act(), features, { deadline, version, stated: { date, time: null } });
  };

  const tooLate = await move('review-round', '2026-03-25');
  const tooEarly = await move('review-close', '2026-03-19');
  value(await move('review-close', '2026-03-31'));
  value(await move('review-round', '2026-03-25'));

  expect([tooLate, tooEarly]).toMatchObject([
    { ok: false, reason: 'asked-after-close' },
    { ok: false, reason: 'closes-before-asked' },
  ]);
  expect((await deadlineOf(act(), { kind: 'review-round', id }))?.dueAt).toEqual(new Date('2026-03-25T10:00:00Z'));
});

test.each(['closed early', 'undone'])('%s, neither date runs any more', async (how) => {
  const world = await createReviewWorld(handle, ['Ann']);
  const { id } = await opened(world);

  value(how === 'undone' ? await undoOpening(again(world.clerk), id) : await closeRound(later(world.clerk), id));

  const states = await client(handle).deadline.findMany({ where: { subjectId: id }, select: { state: true } });
  expect(states.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
});

test.each([
  ['en', 'still taken until', 'after the date asked for', ', still taken until'],
  ['vi', 'vẫn nhận ý kiến đến', 'gửi sau thời hạn đề nghị', ', còn nhận đến'],
] as const)(
  'both dates stand in the preview, on the card, in the duty and beside who answered (%s)',
  async (locale, taken, mark, duty) => {
    const world = await createReviewWorld(handle, ['Ann']);
    const member = await world.person('Mary Member', ['member']);
    const call = (act: Someone, moment: Date) => callOf({ ...at(act, moment), locale });
    const form = formOf(await openOpening(call(world.clerk, world.clerk.now), world.committee));
    const dates = { date: stated.date, closesDate: closes.date };

    const preview = textOf(messageOf(await submit(all, call(world.clerk, world.clerk.now), form, dates)));
    const { id } = await opened(world);
    const card = await cards[cardKinds.invitation]!({
      act: { ...later(member), locale },
      ids: { round: id },
      to: { person: member.person },
      committee: world.committee,
      isSentAgain: false,
      isRedraw: false,
    });
    await pass(world, { kind: 'review-round', id }, dueAt);
    const act = { ...at(member, after(dueAt)), locale };
    const [mine] = await reviewDuties.dutiesOf(act, [await viewerOf(act, world.committee)]);
    const line = textOf({
      summary: '',
      blocks: [dutyViews['reviews.answer']!(texts(locale, act.zone, act.speech), mine!)],
    });
    value(await agreeWithAll(act, { round: id, person: null }));
    const progress = textOf(messageOf(await showProgress(call(world.clerk, after(dueAt)), id)));

    expect(preview).toContain(taken);
    expect(textOf(card!)).toContain(taken);
    expect(progress).toContain(`Mary Member (${mark})`);
    expect(line).toContain(duty);
  },
);
