/** What a poll must be before it is sent, and when it may be answered. */
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { type DatePoll, optionsMax, optionsMin } from './types.ts';

export const titleMax = 200;
export const placeMax = 300;
export const minutesMax = 3 * 24 * 60;
export const holdMs = 60_000;

export type PollRefusal =
  | 'poll-title-empty'
  | 'poll-place-empty'
  | 'poll-too-few-dates'
  | 'poll-date-past'
  | 'poll-date-twice'
  | 'poll-closes-late';

/** Refusals name the field of the form. Options are as typed, in the order of their fields. */
export function checkPoll(
  poll: Pick<DatePoll, 'title' | 'place' | 'closesAt'> & { readonly startsAt: readonly Date[] },
  now: Date,
): Outcome<void, PollRefusal> {
  if (poll.title === '') return refused('poll-title-empty', {}, 'title');
  if (poll.place === '') return refused('poll-place-empty', {}, 'place');
  if (poll.startsAt.length < optionsMin) {
    return refused('poll-too-few-dates', { min: optionsMin, max: optionsMax }, 'date2');
  }
  for (const [index, at] of poll.startsAt.entries()) {
    const field = `date${index + 1}`;
    if (at <= now) return refused('poll-date-past', { start: at, now }, field);
    if (at <= poll.closesAt) return refused('poll-closes-late', { until: poll.closesAt, start: at }, 'closes');
    if (poll.startsAt.slice(0, index).some((other) => other.getTime() === at.getTime())) {
      return refused('poll-date-twice', { start: at }, field);
    }
  }
  return done();
}

/** What is new in the words of an open poll; null: it stays. A hidden subject left empty stays too. */
export function checkWords(
  poll: Pick<DatePoll, 'title' | 'place'>,
  next: Pick<DatePoll, 'title' | 'place'>,
): Outcome<
  { readonly title: string | null; readonly place: string | null },
  'poll-title-empty' | 'poll-place-empty' | 'poll-words-unchanged'
> {
  if (next.title === '' && poll.title !== '') return refused('poll-title-empty', {}, 'title');
  if (next.place === '' && poll.place !== '') return refused('poll-place-empty', {}, 'place');
  const title = next.title === poll.title ? null : next.title;
  const place = next.place === poll.place ? null : next.place;
  if (title === null && place === null) return refused('poll-words-unchanged', {}, 'title');
  return done({ title, place });
}

/** The dates of an open poll after a change. Refusals name the field of a new date, by its place among them. */
export function checkDates(
  poll: Pick<DatePoll, 'title' | 'place' | 'closesAt'>,
  add: readonly Date[],
  kept: readonly Date[],
  now: Date,
): Outcome<void, PollRefusal> {
  const facts = { min: optionsMin, max: optionsMax };
  if (add.length + kept.length > optionsMax) return refused('poll-too-few-dates', facts, 'date1');
  const checked = checkPoll({ ...poll, startsAt: [...add, ...kept] }, now);
  if (checked.ok) return checked;
  if (checked.reason === 'poll-date-twice') {
    const at = add.findIndex((date, index) => [...add.slice(0, index), ...kept].some((one) => +one === +date));
    return { ...checked, field: `date${at + 1}` };
  }
  const late = add.findIndex((date) => date <= poll.closesAt);
  return checked.field === 'date2'
    ? { ...checked, field: 'date1' }
    : { ...checked, field: `date${Math.max(late, 0) + 1}` };
}

export function isHeld(poll: Pick<DatePoll, 'held'>, now: Date): boolean {
  return poll.held !== null && poll.held.until > now;
}

export type AnswerRefusal = 'poll-closed' | 'poll-held';

/** Nobody answers what can still be taken back, or what is over. */
export function checkAnswerable(
  poll: Pick<DatePoll, 'state' | 'held' | 'closesAt'>,
  now: Date,
): Outcome<void, AnswerRefusal> {
  if (isHeld(poll, now)) return refused('poll-held', { until: poll.held?.until ?? now });
  if (poll.state !== 'open' || poll.closesAt <= now) return refused('poll-closed', { until: poll.closesAt });
  return done();
}
