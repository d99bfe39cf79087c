/** What a conference must say before it is drafted and before it is announced. */
import { type WorkingCalendar, whyNotWorking } from '../../../kernel/calendar.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import type { Content, DayWarning } from '../types.ts';

export const titleMax = 200;
export const placeMax = 300;
export const itemMax = 500;
export const itemsMax = 40;
/** Three days: a conference of several days is one conference. */
export const minutesMax = 3 * 24 * 60;
export const minutesMin = 5;
export const reasonMax = 500;

export type ContentRefusal =
  | 'conference-title-empty'
  | 'conference-title-too-long'
  | 'conference-place-empty'
  | 'conference-place-too-long'
  | 'conference-in-past'
  | 'conference-ends-before-start'
  | 'conference-too-long'
  | 'reply-by-past'
  | 'reply-by-after-start'
  | 'agenda-too-long'
  | 'agenda-item-too-long';

/** Refusals name the form field they are about; every number of the rule is in the facts. */
export function checkContent(content: Content, now: Date): Outcome<void, ContentRefusal> {
  const { title, place, minutes, agenda } = content;
  if (title === '') return refused('conference-title-empty', {}, 'title');
  if (title.length > titleMax) return refused('conference-title-too-long', { max: titleMax }, 'title');
  if (content.startsAt <= now) return refused('conference-in-past', { start: content.startsAt, now }, 'date');
  if (minutes < minutesMin) return refused('conference-ends-before-start', { min: minutesMin }, 'minutes');
  if (minutes > minutesMax) return refused('conference-too-long', { hours: minutesMax / 60 }, 'minutes');
  if (place === '') return refused('conference-place-empty', {}, 'place');
  if (place.length > placeMax) return refused('conference-place-too-long', { max: placeMax }, 'place');
  if (content.replyBy && content.replyBy <= now) {
    return refused('reply-by-past', { until: content.replyBy, now }, 'replyBy');
  }
  if (content.replyBy && content.replyBy >= content.startsAt) {
    return refused('reply-by-after-start', { until: content.replyBy, start: content.startsAt }, 'replyBy');
  }
  if (agenda.length > itemsMax) return refused('agenda-too-long', { max: itemsMax, count: agenda.length }, 'agenda');
  if (agenda.some(({ text }) => (text ?? '').length > itemMax)) {
    return refused('agenda-item-too-long', { max: itemMax }, 'agenda');
  }
  return done();
}

export type SummonsRefusal = 'nobody-summoned' | 'chair-not-summoned' | 'chair-not-member';

/** Before an announcement: somebody who counts is summoned, and the chair is one of those summoned and has not left since. */
export function checkSummons(
  summoned: readonly { readonly person: PersonId; readonly counts: boolean }[],
  chair: PersonId,
  members: readonly { readonly person: PersonId }[],
): Outcome<void, SummonsRefusal> {
  if (!members.some((one) => one.person === chair)) return refused('chair-not-member');
  if (!summoned.some((one) => one.counts)) return refused('nobody-summoned');
  if (!summoned.some((one) => one.person === chair)) return refused('chair-not-summoned');
  return done();
}

/** Null on a working day. A conference may be held on any day, so this warns and never refuses. */
export function dayWarning(content: Pick<Content, 'startsAt'>, calendar: WorkingCalendar): DayWarning | null {
  const date = dateIn(calendar.zone, content.startsAt);
  const because = whyNotWorking(calendar, date);
  return because === null ? null : { date, because };
}

/** One item a line; empty lines and the numbering that people type are dropped. */
export function agendaLines(typed: string): readonly string[] {
  return typed
    .normalize('NFC')
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*(?:\d{1,2}[.)]|[-–•*])\s+/u, '').trim())
    .filter((line) => line !== '');
}
