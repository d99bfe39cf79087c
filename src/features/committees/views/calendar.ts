/** The form of the committee's calendar: draws it, and reads the days that were typed. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import { readDate } from '../../../i18n/read-date.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { addDays, daysBetween, type PlainDate } from '../../../kernel/time.ts';
import type { Committee, PublicDayOff } from '../types.ts';

export const calendarButton = defineButton('committees.calendar', z.object({ committee: z.string() }));

const days = z.string().nullable();
export const calendarForm = defineForm({
  id: 'committees.calendar',
  state: z.object({ committee: z.string(), version: z.number() }),
  values: z.object({ country: z.string(), closed: days, worked: days }),
});

/** Offered in this order; the committee's own is always among them. */
const countries = [
  ...['VN', 'US', 'GB', 'IE', 'CA', 'AU', 'NZ', 'IN', 'SG', 'JP', 'KR'],
  ...['DE', 'AT', 'CH', 'FR', 'BE', 'NL', 'ES', 'PT', 'IT', 'PL', 'CZ', 'SE', 'NO', 'DK', 'FI', 'BR', 'MX', 'ZA'],
];

export interface CalendarSeen {
  readonly committee: Committee;
  /** The one whose holidays are shown. */
  readonly country: string;
  readonly publicDays: readonly PublicDayOff[];
}

/** `again`: redrawn for another country. */
export function calendarView(
  t: Texts,
  { committee, country, publicDays }: CalendarSeen,
  again: { readonly requestId: string; readonly version: number } | null = null,
): Form {
  const { closedDays, compensationDays } = committee.settings;
  const holidays = spansOf(publicDays).map(({ first, last, day }) => {
    const when =
      first === last ? t.date(first) : t('committees.calendar.span', { first: t.date(first), last: t.date(last) });
    return [`${when}: ${day.name[t.locale]}`, day.inLieu ? ` (${t('committees.calendar.inLieu')})` : ''];
  });
  return calendarForm.draw({
    title: t('committees.calendar.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee: committee.id, version: again?.version ?? committee.version },
    ...(again ? { requestId: again.requestId } : {}),
    items: [
      { kind: 'text', text: [t('committees.calendar.intro')] },
      calendarForm.field('country', {
        label: t('committees.calendar.country'),
        live: true,
        input: {
          type: 'select',
          options: [...new Set([committee.country, ...countries])].map((code) => ({
            value: code,
            label: t.country(code),
          })),
          initial: country,
        },
      }),
      ...(holidays.length > 0
        ? ([
            { kind: 'text', text: [{ bold: t('committees.calendar.public') }] },
            { kind: 'list', items: holidays },
          ] as const)
        : ([{ kind: 'note', text: [t('committees.calendar.noPublic')] }] as const)),
      calendarForm.field('closed', {
        label: t('committees.calendar.closed'),
        hint: t('committees.calendar.daysHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: 3000, ...initial(closedDays) },
      }),
      calendarForm.field('worked', {
        label: t('committees.calendar.worked'),
        hint: t('committees.calendar.workedHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: 3000, ...initial(compensationDays) },
      }),
    ],
  });
}

export interface CalendarRead {
  readonly country: string;
  readonly closedDays: readonly PlainDate[];
  readonly compensationDays: readonly PlainDate[];
}

/** A day or a span of days on each line. */
export function readCalendar(
  values: z.output<typeof calendarForm.values>,
  today: PlainDate,
): Outcome<CalendarRead, 'calendar-line-unreadable' | 'calendar-span-backwards' | 'calendar-span-too-long'> {
  const closed = readDays(values.closed, today, 'closed');
  if (!closed.ok) return closed;
  const worked = readDays(values.worked, today, 'worked');
  if (!worked.ok) return worked;
  return done({ country: values.country, closedDays: closed.value, compensationDays: worked.value });
}

const longestSpan = 62;
const between = /\s+(?:-|to|đến)\s+|\s*[–—]\s*/iu;

function readDays(typed: string | null, today: PlainDate, field: 'closed' | 'worked') {
  const found: PlainDate[] = [];
  for (const text of (typed ?? '').split(/[\n;]/u).map((line) => line.trim())) {
    if (text === '') continue;
    const ends = text.split(between).map((part) => readDate(part, today));
    const [first, last = first] = ends.map((end) => (end?.time === null ? end.date : null));
    if (!first || !last || ends.length > 2)
      return refused('calendar-line-unreadable', { text: text.slice(0, 60) }, field);
    const length = daysBetween(first, last) + 1;
    if (length < 1) return refused('calendar-span-backwards', { text: text.slice(0, 60) }, field);
    if (length > longestSpan)
      return refused('calendar-span-too-long', { text: text.slice(0, 60), max: longestSpan }, field);
    for (let at = 0; at < length; at += 1) found.push(addDays(first, at));
  }
  return done(found);
}

/** As it can be typed: days that follow each other as one span. */
function initial(dates: readonly PlainDate[]): { initial?: string } {
  const lines = spansOf(dates.map((date) => ({ date }))).map(({ first, last }) =>
    first === last ? typable(first) : `${typable(first)} – ${typable(last)}`,
  );
  return lines.length > 0 ? { initial: lines.join('\n') } : {};
}

/** Numeric dates are day/month in both languages. */
function typable(date: PlainDate): string {
  return date.split('-').reverse().join('/');
}

function spansOf<Day extends { readonly date: PlainDate; readonly name?: unknown; readonly inLieu?: boolean }>(
  dates: readonly Day[],
): readonly { first: PlainDate; last: PlainDate; day: Day }[] {
  const spans: { first: PlainDate; last: PlainDate; day: Day }[] = [];
  for (const day of dates) {
    const open = spans.at(-1);
    const isNext = open && addDays(open.last, 1) === day.date;
    const isSame = JSON.stringify(open?.day.name) === JSON.stringify(day.name) && open?.day.inLieu === day.inLieu;
    if (open && isNext && isSame) open.last = day.date;
    else spans.push({ first: day.date, last: day.date, day });
  }
  return spans;
}
