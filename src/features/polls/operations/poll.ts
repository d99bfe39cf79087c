/** The life of a poll: prepared, sent, answered, closed, and one of its dates made a conference draft. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, refresh, sendAll } from '../../../delivery/send.ts';
import { tidyName } from '../../../i18n/names.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import { type CommitteeId, type ConferenceId, type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, momentAt, timeIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { draftConference } from '../../conferences/operations/draft.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { cancelDeadline, type DeadlineRefusal, previewDeadline, setDeadline } from '../../deadlines/operations/set.ts';
import { type AnswerRefusal, checkAnswerable, checkPoll, holdMs, isHeld, type PollRefusal } from '../rules.ts';
import * as store from '../store/polls.ts';
import type { DatePollId, OptionId, PollAnswer, PollForm } from '../types.ts';
import { askedCards, note, type Opened, pollSubject } from './asked.ts';
import { undoChange } from './change.ts';
import { findPoll, preparePoll } from './look.ts';

type Refusal = AccessRefusal | DeadlineRefusal | PollRefusal | 'poll-not-in-rules';

/** Nobody is asked yet. */
export async function createPoll(
  act: Act,
  input: { readonly committee: CommitteeId; readonly form: PollForm },
): Promise<Outcome<DatePollId, Refusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const prepared = await preparePoll(here, input.committee);
    if (!prepared.ok) return prepared;
    const viewer = await authorise(here, input.committee, 'conference.schedule');
    if (!viewer.ok) return viewer;
    const { committee, lists } = prepared.value;
    const { form } = input;
    const stated = { date: form.closes, time: null };
    const due = await previewDeadline(here, { committee: committee.id, stated });
    if (!due.ok) return { ...due, field: 'closes' };
    const poll = {
      ...{ title: tidyName(form.title), place: tidyName(form.place), minutes: form.minutes },
      startsAt: form.dates.map(({ date, time }) => momentAt(committee.zone, date, time)),
      closesAt: due.value.dueAt,
      lists: form.lists.filter((id) => lists.some((list) => list.id === id)),
    };
    const checked = checkPoll(poll, act.now);
    if (!checked.ok) return checked;
    const id = await store.insertPoll(tx, viewer.value, poll, act.now);
    await note(here, committee.id, id, 'polls.prepared', { options: poll.startsAt.length });
    return done(id);
  });
}

/** Asks every member; nothing leaves for a minute. Twice is poll-sent. */
export async function openPoll(
  act: Act,
  id: DatePollId,
): Promise<Outcome<Opened, AccessRefusal | DeadlineRefusal | 'poll-unknown' | 'poll-sent'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findPoll(here, id);
    if (!found.ok) return found;
    const { committee, poll } = found.value;
    const allowed = await authorise(here, committee.id, 'conference.schedule');
    if (!allowed.ok) return allowed;
    const batch = newId<Id<'batch'>>() as string;
    const until = new Date(act.now.getTime() + holdMs);
    const isMine = await store.changeState(tx, id, ['prepared'], { state: 'open', held: { batch, until } });
    if (!isMine) return refused('poll-sent');
    const stated = { date: dateIn(committee.zone, poll.closesAt), time: timeIn(committee.zone, poll.closesAt) };
    const subject = { kind: pollSubject, id };
    const deadline = await setDeadline(here, { committee: committee.id, subject, ladder: 'date', stated });
    if (!deadline.ok) return deadline;
    const members = await membersOf(here, committee.id);
    await sendAll(tx, act, askedCards(poll, committee.id, members, { batch, until }));
    await note(here, committee.id, id, 'polls.opened', { asked: members.length });
    return done({ poll: id, batch, heldUntil: until, told: members.filter((one) => one.hasAccount).length });
  });
}

/** Within its minute: prepared again, nobody was asked; of a change, as it was before it. */
export async function undoPoll(
  act: Act,
  input: { readonly poll: DatePollId; readonly batch: string },
): Promise<Outcome<DatePollId, AccessRefusal | 'poll-unknown' | 'undo-too-late' | 'undo-nothing'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findPoll(here, input.poll);
    if (!found.ok) return found;
    const { committee, poll } = found.value;
    const allowed = await authorise(here, committee.id, 'conference.schedule');
    if (!allowed.ok) return allowed;
    if (poll.held?.batch !== input.batch || poll.state !== 'open') return refused('undo-nothing');
    if (!isHeld(poll, act.now) || !(await cancelBatch(tx, act, input.batch, { poll: poll.id }))) {
      return refused('undo-too-late', { seconds: holdMs / 1000 });
    }
    const undone = await undoChange(here, poll.id, input.batch);
    if (undone) {
      await store.changeState(tx, poll.id, ['open'], { state: 'open', held: null });
      await note(here, committee.id, poll.id, undone, {});
      return done(poll.id);
    }
    await store.changeState(tx, poll.id, ['open'], { state: 'prepared', held: null });
    await cancelDeadline(here, { kind: pollSubject, id: poll.id });
    await note(here, committee.id, poll.id, 'polls.opening-undone', {});
    return done(poll.id);
  });
}

type GiveRefusal = AccessRefusal | AnswerRefusal | 'poll-unknown' | 'poll-not-asked' | 'option-unknown';

/** One's own answer on one date, and every change of it until the poll closes. */
export async function answerPoll(
  act: Act,
  input: { readonly poll: DatePollId; readonly option: OptionId; readonly answer: PollAnswer },
): Promise<Outcome<void, GiveRefusal>> {
  if (!act.person) return refused('poll-not-asked');
  return give(act, input.poll, act.person, [input], null);
}

/** What somebody said outside the chat, of all dates that they spoke of. They are told where reachable. */
export async function recordForPoll(
  act: Act,
  input: {
    readonly poll: DatePollId;
    readonly person: PersonId;
    readonly given: readonly { readonly option: OptionId; readonly answer: PollAnswer }[];
    readonly via: Via;
  },
): Promise<Outcome<void, GiveRefusal>> {
  return give(act, input.poll, input.person, input.given, input.via);
}

async function give(
  act: Act,
  id: DatePollId,
  person: PersonId,
  given: readonly { readonly option: OptionId; readonly answer: PollAnswer }[],
  via: Via | null,
): Promise<Outcome<void, GiveRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findPoll(here, id);
    if (!found.ok) return found;
    const { committee, poll } = found.value;
    const allowed = await authorise(here, committee.id, via ? 'conference.record' : 'conference.see');
    if (!allowed.ok) return allowed;
    const answerable = checkAnswerable(poll, act.now);
    if (!answerable.ok) return answerable;
    const members = await membersOf(here, committee.id);
    if (!members.some((one) => one.person === person)) return refused('poll-not-asked');
    if (!given.every(({ option }) => poll.options.some((one) => one.id === option))) return refused('option-unknown');
    const by = { recordedBy: via ? act.person : null, via, now: act.now };
    await store.putAnswers(tx, id, person, given, by);
    await record(tx, act, {
      kind: 'polls.answered',
      committee: committee.id,
      subject: { kind: pollSubject, id },
      facts: { options: given.map(({ option }) => option), answers: given.map(({ answer }) => answer) },
      onBehalfOf: via ? person : null,
      via,
    });
    await refresh(tx, act, { kind: 'polls.asked', ids: { poll: id }, persons: [person] });
    await dutyDone(tx, act, { subject: { kind: pollSubject, id }, persons: [person] });
    return done();
  });
}

/** Its date has come. Those who schedule are told and choose; nothing else happens by itself. */
export async function closePoll(act: Act, id: DatePollId): Promise<void> {
  await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findPoll(here, id);
    if (!found.ok || !(await store.changeState(tx, id, ['open'], { state: 'closed' }))) return;
    const { committee } = found.value;
    const heads = (await membersOf(here, committee.id)).filter(
      ({ roles }) => roles.includes('clerk') || roles.includes('chair'),
    );
    await sendAll(
      tx,
      act,
      heads.map(({ person }) => ({
        ...{ kind: 'polls.closed', ids: { poll: id }, to: { person }, committee: committee.id },
        key: `polls.closed:${id}:${person}`,
      })),
    );
    await refresh(tx, act, { kind: 'polls.asked', ids: { poll: id } });
    await note(here, committee.id, id, 'polls.closed', {});
  });
}

type ChooseRefusal = AccessRefusal | 'poll-unknown' | 'poll-used' | 'poll-held' | 'option-unknown' | 'poll-draft';

/**
 * The date becomes the draft of a conference with the lists of the poll; an open poll ends. No answer is carried over as
 * a reply: whoever could come is invited like everybody else, and answers then.
 */
export async function chooseDate(
  act: Act,
  input: { readonly poll: DatePollId; readonly option: OptionId },
): Promise<Outcome<ConferenceId, ChooseRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findPoll(here, input.poll);
    if (!found.ok) return found;
    const { committee, poll } = found.value;
    const allowed = await authorise(here, committee.id, 'conference.schedule');
    if (!allowed.ok) return allowed;
    if (isHeld(poll, act.now)) return refused('poll-held', { until: poll.held?.until ?? act.now });
    const option = poll.options.find(({ id }) => id === input.option);
    if (!option) return refused('option-unknown');
    const members = await membersOf(here, committee.id);
    const chair = members.find(({ roles }) => roles.includes('chair'))?.person ?? act.person;
    if (!chair) return refused('poll-draft', { text: '' });
    const drafted = await draftConference(here, {
      committee: committee.id,
      form: {
        ...{ title: poll.title || '—', place: poll.place || '—', minutes: poll.minutes, chair },
        ...{ date: dateIn(committee.zone, option.startsAt), time: timeIn(committee.zone, option.startsAt) },
        ...{ agenda: '', lists: poll.lists, replyBy: null, asksAgain: false },
      },
    });
    if (!drafted.ok) return refused('poll-draft', { start: option.startsAt });
    const change = { state: 'used', conference: drafted.value } as const;
    if (!(await store.changeState(tx, poll.id, ['open', 'closed'], change))) return refused('poll-used');
    await cancelDeadline(here, { kind: pollSubject, id: poll.id });
    await refresh(tx, act, { kind: 'polls.asked', ids: { poll: poll.id } });
    await dutyDone(tx, act, { subject: { kind: pollSubject, id: poll.id } });
    await note(here, committee.id, poll.id, 'polls.date-chosen', { conference: drafted.value });
    return done(drafted.value);
  });
}

/** No date is looked for any more; the cards say so. */
export async function dropPoll(
  act: Act,
  id: DatePollId,
): Promise<Outcome<void, AccessRefusal | 'poll-unknown' | 'poll-used'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findPoll(here, id);
    if (!found.ok) return found;
    const { committee } = found.value;
    const allowed = await authorise(here, committee.id, 'conference.schedule');
    if (!allowed.ok) return allowed;
    const isMine = await store.changeState(tx, id, ['prepared', 'open', 'closed'], { state: 'cancelled' });
    if (!isMine) return refused('poll-used');
    await cancelDeadline(here, { kind: pollSubject, id });
    await refresh(tx, act, { kind: 'polls.asked', ids: { poll: id } });
    await note(here, committee.id, id, 'polls.cancelled', {});
    return done();
  });
}
