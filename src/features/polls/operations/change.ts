/** Changes of an open poll: its dates, and the words in which it asks. Everybody gets the card anew after a minute of undo. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { sendAll } from '../../../delivery/send.ts';
import { tidyName } from '../../../i18n/names.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type Id, newId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { momentAt } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { type AnswerRefusal, checkAnswerable, checkDates, checkWords, holdMs, type PollRefusal } from '../rules.ts';
import { correctWords, undoCorrection } from '../store/corrections.ts';
import * as store from '../store/polls.ts';
import type { DatePollId, OptionId, PollForm } from '../types.ts';
import { askedCards, note, type Opened } from './asked.ts';
import { type Found, findPoll } from './look.ts';

type ChangeRefusal = AccessRefusal | AnswerRefusal | 'poll-unknown';
type DatesRefusal = ChangeRefusal | PollRefusal | 'poll-dates-unchanged' | 'option-unknown';

/**
 * Puts dates on an open poll and takes some off. Answers to dates that stay stay; everybody gets the card anew, after a
 * minute in which it can be undone and nobody answers. Fields named in refusals are those of the new dates, in their
 * order. Refuses poll-closed, poll-held, poll-dates-unchanged, and what a poll must be.
 */
export async function changeDates(
  act: Act,
  input: {
    readonly poll: DatePollId;
    readonly add: PollForm['dates'];
    readonly drop: readonly OptionId[];
  },
): Promise<Outcome<Opened, DatesRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findChangeable(here, input.poll);
    if (!found.ok) return found;
    const { committee, poll } = found.value;
    if (!input.drop.every((id) => poll.options.some((one) => one.id === id))) return refused('option-unknown');
    if (input.add.length + input.drop.length === 0) return refused('poll-dates-unchanged', {}, 'date1');
    const add = input.add.map(({ date, time }) => momentAt(committee.zone, date, time));
    const kept = poll.options.filter(({ id }) => !input.drop.includes(id)).map(({ startsAt }) => startsAt);
    const checked = checkDates({ ...poll, title: poll.title || '—' }, add, kept, act.now);
    if (!checked.ok) return checked;
    const sent = await askAnew(here, { committee, poll });
    if (!sent.ok) return sent;
    const { batch } = sent.value;
    await store.changeOptions(tx, poll.id, { add, drop: input.drop, batch }, act.now);
    const facts = { added: add.length, dropped: input.drop.length };
    await note(here, committee.id, poll.id, 'polls.dates-changed', facts);
    return sent;
  });
}

/**
 * Corrects what an open poll is about and where. Answers stay; what was said before is kept. A subject that is closed to
 * whoever corrects comes as an empty field and stays as it is. Refuses poll-closed, poll-held, poll-words-unchanged.
 */
export async function correctPoll(
  act: Act,
  input: { readonly poll: DatePollId; readonly title: string; readonly place: string },
): Promise<Outcome<Opened, ChangeRefusal | PollRefusal | 'poll-words-unchanged'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findChangeable(here, input.poll);
    if (!found.ok) return found;
    const { committee, poll } = found.value;
    const words = checkWords(poll, { title: tidyName(input.title), place: tidyName(input.place) });
    if (!words.ok) return words;
    const sent = await askAnew(here, { committee, poll }, true);
    if (!sent.ok) return sent;
    await correctWords(tx, poll.id, words.value, { batch: sent.value.batch, person: act.person, now: act.now });
    const { title, place } = words.value;
    await note(here, committee.id, poll.id, 'polls.corrected', {
      title: Number(title !== null),
      place: Number(place !== null),
    });
    return sent;
  });
}

/** What this batch changed is as it was before; the kind of the history says what that was. Null: it changed nothing. */
export async function undoChange(
  act: Act,
  poll: DatePollId,
  batch: string,
): Promise<'polls.dates-undone' | 'polls.correction-undone' | null> {
  if (await store.undoOptions(act.store, poll, batch)) return 'polls.dates-undone';
  return (await undoCorrection(act.store, poll, batch, act.now)) ? 'polls.correction-undone' : null;
}

async function findChangeable(act: Act, id: DatePollId): Promise<Outcome<Found, ChangeRefusal>> {
  const found = await findPoll(act, id);
  if (!found.ok) return found;
  const allowed = await authorise(act, found.value.committee.id, 'conference.schedule');
  if (!allowed.ok) return allowed;
  const answerable = checkAnswerable(found.value.poll, act.now);
  return answerable.ok ? found : answerable;
}

async function askAnew(
  act: Act,
  { committee, poll }: Pick<Found, 'committee' | 'poll'>,
  isCorrection = false,
): Promise<Outcome<Opened, 'poll-closed'>> {
  const batch = newId<Id<'batch'>>() as string;
  const until = new Date(act.now.getTime() + holdMs);
  const isMine = await store.changeState(act.store, poll.id, ['open'], { state: 'open', held: { batch, until } });
  if (!isMine) return refused('poll-closed', { until: poll.closesAt });
  const members = await membersOf(act, committee.id);
  await sendAll(act.store, act, askedCards(poll, committee.id, members, { batch, until }, isCorrection));
  return done({ poll: poll.id, batch, heldUntil: until, told: members.filter((one) => one.hasAccount).length });
}
