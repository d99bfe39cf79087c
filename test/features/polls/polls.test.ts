/** Looking for a date: who is asked what, what is foretold of each date, and what becomes of the answers. */

import type { Block, Message } from '../../../src/chat/message.ts';
import { client } from '../../../src/database/client.ts';
import { recuse } from '../../../src/features/access/operations.ts';
import { seeConference } from '../../../src/features/conferences/operations/look.ts';
import { pollCards, pollInteractions, showPolls } from '../../../src/features/polls/interactions.ts';
import { changeDates, correctPoll } from '../../../src/features/polls/operations/change.ts';
import { duties } from '../../../src/features/polls/operations/duties.ts';
import { seeOwnPoll, seeStanding } from '../../../src/features/polls/operations/look.ts';
import {
  answerPoll,
  chooseDate,
  closePoll,
  createPoll,
  openPoll,
  recordForPoll,
  undoPoll,
} from '../../../src/features/polls/operations/poll.ts';
import type { DatePollId, OptionId, PollAnswer, PollForm } from '../../../src/features/polls/types.ts';
import { standingButton } from '../../../src/features/polls/views/buttons.ts';
import { callOf, filled, formOf, messageOf, press, submit, textOf } from '../../support/calls.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { frozenList } from '../conferences/frozen-list.ts';
import {
  again,
  cards,
  createScene,
  minute,
  must,
  reasonOf,
  type Scene,
  type Somebody,
  sent,
} from '../conferences/scene.ts';

const { handle } = await createTestDatabase();

const form: PollForm = {
  ...{ title: 'Candidate discussion', place: 'Room 2', minutes: 90, closes: '2026-03-05', lists: [] },
  dates: [
    { date: '2026-03-09', time: '14:00' },
    { date: '2026-03-10', time: '09:00' },
  ],
};

async function prepared(scene: Scene, changes: Partial<PollForm> = {}): Promise<DatePollId> {
  return must(await createPoll(again(scene.clerk), { committee: scene.committee, form: { ...form, ...changes } }));
}

/** Sent, and past its minute: what follows happens two minutes later. */
async function opened(scene: Scene, changes: Partial<PollForm> = {}) {
  const poll = await prepared(scene, changes);
  must(await openPoll(again(scene.clerk), poll));
  const standing = must(await seeStanding(again(scene.clerk), poll));
  const [first, second] = standing.poll.options.map(({ id }) => id) as [OptionId, OptionId];
  return { poll, first, second };
}

function say(who: Somebody, poll: DatePollId, option: OptionId, answer: PollAnswer, afterMs = 2 * minute) {
  return answerPoll(again(who, afterMs), { poll, option, answer });
}

async function owing(scene: Scene, poll: DatePollId) {
  const clockwork = { ...again(scene.clerk, 3 * minute), member: null, person: null };
  return owingOf(duties, clockwork, { kind: 'date-poll', id: poll });
}

test('a poll asks every member after a minute in which it can be taken back, and is a deadline', async () => {
  const scene = await createScene(handle, 'general');
  const poll = await prepared(scene);
  const first = must(await openPoll(again(scene.clerk), poll));
  const twice = await openPoll(again(scene.clerk), poll);
  const held = await cards(scene, 'polls.asked');
  must(await undoPoll(again(scene.clerk, minute - 1), { poll, batch: first.batch }));
  const gone = await cards(scene, 'polls.asked');
  must(await openPoll(again(scene.clerk, 2 * minute), poll));

  const deadline = await client(handle).deadline.findFirst({ where: { subjectId: poll } });

  expect(held).toHaveLength(5);
  expect(gone).toHaveLength(0);
  expect(reasonOf(twice)).toBe('poll-sent');
  expect(deadline).toMatchObject({ subjectKind: 'date-poll', state: 'running' });
  expect(await cards(scene, 'polls.asked')).toHaveLength(5);
});

test('only those entitled count in the forecast: without a vote in none, recused from a list not for that list', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const { list, nora } = await frozenList(scene);
  const recusal = { committee: scene.committee, nominee: nora, recordedBy: null };
  must(await recuse(again(scene.clerk), { ...recusal, person: ann.person }));
  const { poll, first, second } = await opened(scene, { lists: [list] });
  for (const who of [scene.chair, ann, scene.clerk]) must(await say(who, poll, first, 'yes'));
  must(await say(bob, poll, first, 'if-need-be'));
  must(await say(bob, poll, second, 'no'));

  const standing = must(await seeStanding(again(scene.clerk, 3 * minute), poll));

  // Four have a vote: Cara, Ann, Bob, Otto. More than half of four is three, of three without Ann two.
  const [one, other] = standing.options;
  expect(one).toMatchObject({ yes: 3, ifNeedBe: 1, no: 0, silent: 1 });
  expect(one?.forecast).toMatchObject({ base: 4, coming: 2, open: 2, needed: 3, verdict: 'not-yet' });
  expect(one?.items.map(({ forecast }) => forecast)).toMatchObject([{ base: 3, coming: 1, open: 2, needed: 2 }]);
  expect(other?.forecast).toMatchObject({ coming: 0, absent: 1, open: 3 });
});

test('answers can be changed until the close, are recorded for those without an account, and only schedulers see all', async () => {
  const scene = await createScene(handle, 'general');
  const [ann, bob] = scene.members;
  const { poll, first, second } = await opened(scene);
  const early = await say(ann, poll, first, 'yes', minute - 1);
  must(await say(ann, poll, first, 'yes'));
  must(await say(ann, poll, first, 'no', 3 * minute));
  const via = { kind: 'phone' as const, reference: null, dated: null };
  const given = [
    { option: first, answer: 'yes' as const },
    { option: second, answer: 'if-need-be' as const },
  ];
  must(await recordForPoll(again(scene.clerk, 2 * minute), { poll, person: scene.withoutAccount, given, via }));
  const byMember = await recordForPoll(again(bob, 2 * minute), { poll, person: scene.withoutAccount, given, via });

  const own = must(await seeOwnPoll(again(ann, 4 * minute), poll));
  const all = await seeStanding(again(bob, 4 * minute), poll);

  expect([early, byMember, all].map(reasonOf)).toEqual(['poll-held', 'right-missing', 'right-missing']);
  expect(own.own.map(({ answer }) => answer)).toEqual(['no']);
  expect(await client(handle).datePollAnswer.count({ where: { pollId: poll, personId: ann.person } })).toBe(2);
  const silent = await owing(scene, poll);
  expect(silent).toContain(ann.person);
  expect(silent).not.toContain(scene.withoutAccount);
});

test('dates are put on an open poll and taken off: answers on those that stay stay, everybody is asked anew, or not', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const { poll, first, second } = await opened(scene);
  must(await say(ann, poll, first, 'yes'));
  must(await say(ann, poll, second, 'no'));
  const change = (afterMs: number, add: PollForm['dates'], drop: readonly OptionId[]) =>
    changeDates(again(scene.clerk, afterMs), { poll, add, drop });
  const friday = { date: '2026-03-13', time: '09:00' };

  const refusals = [
    await change(3 * minute, [], []),
    await change(3 * minute, [{ date: '2026-03-09', time: '14:00' }], []),
    await change(3 * minute, [friday, { date: '2026-03-04', time: '09:00' }], []),
    await change(3 * minute, [], [second]),
    await changeDates(again(ann, 3 * minute), { poll, add: [friday], drop: [] }),
  ];
  const undone = must(await change(3 * minute, [friday], [second]));
  const held = await say(ann, poll, first, 'no', 3 * minute + 30_000);
  must(await undoPoll(again(scene.clerk, 3 * minute + 40_000), { poll, batch: undone.batch }));
  const asBefore = must(await seeOwnPoll(again(ann, 5 * minute), poll));
  must(await change(6 * minute, [friday], [second]));
  const after = must(await seeOwnPoll(again(ann, 8 * minute), poll));

  expect(refusals.map((one) => (one.ok ? null : [one.reason, one.field ?? null]))).toEqual([
    ['poll-dates-unchanged', 'date1'],
    ['poll-date-twice', 'date1'],
    ['poll-closes-late', 'date2'],
    ['poll-too-few-dates', 'date1'],
    ['right-missing', null],
  ]);
  expect(reasonOf(held)).toBe('poll-held');
  expect(asBefore.poll.state).toBe('open');
  expect(asBefore.poll.options.map(({ id }) => id)).toEqual([first, second]);
  expect(after.poll.options.map(({ startsAt }) => startsAt.toISOString().slice(0, 10))).toEqual([
    '2026-03-09',
    '2026-03-13',
  ]);
  expect(after.own.filter(({ option }) => option === first)).toMatchObject([{ answer: 'yes' }]);
  expect(await owing(scene, poll)).toContain(ann.person);
});

test('subject and place of an open poll are corrected: answers stay, everybody is asked anew, and it can be undone', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const { poll, first } = await opened(scene);
  must(await say(ann, poll, first, 'yes'));
  const correct = (afterMs: number, title: string, place: string, who: Somebody = scene.clerk) =>
    correctPoll(again(who, afterMs), { poll, title, place });

  const refusals = [
    await correct(3 * minute, 'Candidate discussion', ' Room 2 '),
    await correct(3 * minute, ' ', 'Room 2'),
    await correct(3 * minute, 'Candidate discussion', ''),
    await correct(3 * minute, 'Interviews', 'Room 2', ann),
  ];
  const undone = must(await correct(3 * minute, 'Interviews', 'Room 7'));
  const whileHeld = [
    await correct(3 * minute + 20_000, 'Hearings', 'Room 7'),
    await say(ann, poll, first, 'no', 3 * minute + 30_000),
  ];
  must(await undoPoll(again(scene.clerk, 3 * minute + 40_000), { poll, batch: undone.batch }));
  const asBefore = must(await seeOwnPoll(again(ann, 5 * minute), poll));
  const sentTo = must(await correct(6 * minute, 'Candidate discussion', 'Room 7'));
  const after = must(await seeOwnPoll(again(ann, 8 * minute), poll));

  expect(refusals.map((one) => (one.ok ? null : [one.reason, one.field ?? null]))).toEqual([
    ['poll-words-unchanged', 'title'],
    ['poll-title-empty', 'title'],
    ['poll-place-empty', 'place'],
    ['right-missing', null],
  ]);
  expect(whileHeld.map(reasonOf)).toEqual(['poll-held', 'poll-held']);
  expect(asBefore.poll).toMatchObject({ state: 'open', title: 'Candidate discussion', place: 'Room 2', held: null });
  expect(after.poll).toMatchObject({ title: 'Candidate discussion', place: 'Room 7' });
  expect(after.own).toMatchObject([{ option: first, answer: 'yes' }]);
  expect(sentTo.told).toBe(4);
  expect(
    await client(handle).datePollCorrection.findMany({ where: { pollId: poll }, orderBy: { correctedAt: 'asc' } }),
  ).toMatchObject([
    { titleBefore: 'Candidate discussion', placeBefore: 'Room 2', undoneAt: expect.any(Date) },
    { titleBefore: 'Candidate discussion', placeBefore: 'Room 2', undoneAt: null },
  ]);
});

test('whoever may not know the case in the subject corrects the place, and the subject stays', async () => {
  const scene = await createScene(handle, 'general');
  const { poll } = await opened(scene, { title: 'Hearing of Nora North' });
  const nora = await scene.person('Nora North');
  const recusal = { committee: scene.committee, person: scene.clerk.person, nominee: nora.person, recordedBy: null };
  must(await recuse(again(scene.clerk), recusal));

  const seen = must(await seeStanding(again(scene.clerk, 3 * minute), poll));
  must(await correctPoll(again(scene.clerk, 3 * minute), { poll, title: '', place: 'Room 7' }));
  const others = must(await seeOwnPoll(again(scene.members[0], 5 * minute), poll));

  expect(seen.poll.title).toBe('');
  expect(others.poll).toMatchObject({ title: 'Hearing of Nora North', place: 'Room 7' });
});

test('at its date it closes, those who schedule are told, and nobody answers any more', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const { poll, first } = await opened(scene);

  await closePoll({ ...again(scene.clerk, 3 * minute), member: null, person: null }, poll);

  const told = await cards(scene, 'polls.closed');
  expect(told.map(({ personId }) => personId).sort()).toEqual([scene.chair.person, scene.clerk.person].sort());
  expect(reasonOf(await say(ann, poll, first, 'yes', 4 * minute))).toBe('poll-closed');
  expect(await owing(scene, poll)).toEqual([]);
});

test('the date taken becomes a draft in which nobody has answered yet, once', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const { poll, first, second } = await opened(scene);
  must(await say(ann, poll, second, 'yes'));

  const [one, other] = [
    await chooseDate(again(scene.clerk, 3 * minute), { poll, option: second }),
    await chooseDate(again(scene.chair, 3 * minute), { poll, option: first }),
  ];

  const conference = must(one);
  expect(reasonOf(other)).toBe('poll-used');
  await sent(scene, conference, 4 * minute);
  const seen = must(await seeConference(again(scene.clerk, 6 * minute), conference));
  expect(seen.revision).toMatchObject({ title: 'Candidate discussion', place: 'Room 2', minutes: 90 });
  expect(seen.revision.startsAt).toEqual(new Date('2026-03-10T02:00:00Z'));
  expect(seen.replies).toEqual([]);
  const deadline = await client(handle).deadline.findFirst({ where: { subjectId: poll } });
  expect(deadline?.state).toBe('cancelled');
});

test.each([
  ['one date', { dates: form.dates.slice(0, 1) }, 'poll-too-few-dates', 'date2'],
  ['the same date twice', { dates: [form.dates[0], form.dates[0]] }, 'poll-date-twice', 'date2'],
  ['a date before the close', { closes: '2026-03-09' }, 'poll-closes-late', 'closes'],
  ['a close in the past', { closes: '2026-02-27' }, 'date-past', 'closes'],
])('%s is refused beside its field', async (_what, changes, reason, field) => {
  const scene = await createScene(handle, 'general');

  const outcome = await createPoll(again(scene.clerk), {
    committee: scene.committee,
    form: { ...form, ...(changes as Partial<PollForm>) },
  });

  expect(outcome).toMatchObject({ ok: false, reason, field });
});

test('where the rules have no poll whoever leads sets the date, and the refusal says so', async () => {
  const scene = await createScene(handle, 'vn-party');

  const shown = messageOf(await showPolls(callOf(scene.clerk), scene.committee));

  expect(textOf(shown)).toContain('provide for no poll on dates');
});

test('it is all done with a form and buttons: asked, answered, counted, taken', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const call = (who: Somebody, afterMs = 0) => callOf(who, null, afterMs);
  const dialog = formOf(await showPolls(call(scene.clerk), scene.committee));
  const values = {
    title: 'The case of Nora',
    place: 'Room 2',
    date1: '2026-03-09',
    date2: '2026-03-10',
    closes: '2026-03-05',
  };
  const preview = messageOf(await submit(pollInteractions, call(scene.clerk), dialog, values));
  const out = messageOf(await press(pollInteractions, call(scene.clerk), preview, 'Send now'));
  const [row] = await cards(scene, 'polls.asked');
  const context = { ids: row?.ids as Record<string, string>, to: { person: ann.person }, committee: scene.committee };
  const act = again(ann, 2 * minute);
  const card = (await pollCards['polls.asked']?.({ ...context, act, isSentAgain: false, isRedraw: false })) as Message;

  const answered = messageOf(await press(pollInteractions, call(ann, 2 * minute), card, 'If need be'));
  const standing = messageOf(await press(pollInteractions, call(scene.clerk, 3 * minute), out, 'Who can come when'));
  const draft = messageOf(await press(pollInteractions, call(scene.clerk, 3 * minute), standing, 'Take this date'));

  expect(textOf(preview)).toContain('please ask them yourself and record what they say: Otto Offline');
  expect(card.summary).not.toContain('Nora');
  expect(textOf(card)).toContain('before Thursday 5 March 2026');
  expect(textOf(answered)).toContain('You said: If need be');
  expect(textOf(standing)).toContain('0 yes, 1 if need be, 0 no, 4 not answered');
  expect(textOf(draft)).toContain('Monday 9 March 2026, 08:00');
  expect(textOf(draft)).toContain('Nothing has been sent yet');
});

test('a correction is sent from what is known so far, and its card says that something was corrected', async () => {
  const scene = await createScene(handle, 'general');
  const [ann] = scene.members;
  const { poll } = await opened(scene);
  const call = callOf(scene.clerk, null, 3 * minute);
  const standing = messageOf(
    await press(pollInteractions, call, { summary: '', blocks: [ownStanding(poll)] }, 'Who can come when'),
  );
  const dialog = formOf(await press(pollInteractions, call, standing, 'Correct subject or place'));

  const out = messageOf(await submit(pollInteractions, call, dialog, { ...filled(dialog), place: 'Room 7' }));

  const sentAnew = (await cards(scene, 'polls.asked')).find(({ ids }) => 'corrected' in (ids as object));
  const context = {
    ids: sentAnew?.ids as Record<string, string>,
    to: { person: ann.person },
    committee: scene.committee,
  };
  const act = again(ann, 5 * minute);
  const card = (await pollCards['polls.asked']?.({ ...context, act, isSentAgain: false, isRedraw: false })) as Message;
  expect(textOf(dialog)).toContain('A new card goes privately to 4 people after a minute');
  expect(textOf(out)).toContain('4 people are asked at');
  expect(textOf(card)).toContain('The subject or the place was corrected. Your answers stay.');
  expect(textOf(card)).toContain('Place: Room 7');
});

function ownStanding(poll: DatePollId): Block {
  return { kind: 'buttons', buttons: [standingButton.draw('Who can come when', { poll })] };
}
