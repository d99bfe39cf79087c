/** The one place that writes dates, times and numbers for people, the way each language does. */
import { DateTime } from 'luxon';
import type { Locale } from '../kernel/act.ts';
import type { PlainDate, PlainMonth } from '../kernel/time.ts';

const vietnameseWeekdays = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'];

/** "Thứ Sáu, 05/12/2026" · "Friday 5 December 2026" */
export function formatDate(locale: Locale, date: PlainDate): string {
  return dateText(locale, DateTime.fromISO(date, { zone: 'utc' }));
}

/** "05/12/2026" · "5 Dec 2026" */
export function formatShortDate(locale: Locale, date: PlainDate): string {
  const day = DateTime.fromISO(date, { zone: 'utc' });
  return locale === 'vi' ? day.toFormat('dd/MM/yyyy') : day.setLocale('en-GB').toFormat('d LLL yyyy');
}

/** "16:30, Thứ Sáu, 05/12/2026" · "Friday 5 December 2026, 16:30" */
export function formatMoment(locale: Locale, zone: string, at: Date): string {
  const moment = DateTime.fromJSDate(at, { zone });
  const time = moment.toFormat('HH:mm');
  return locale === 'vi' ? `${time}, ${dateText(locale, moment)}` : `${dateText(locale, moment)}, ${time}`;
}

export function formatTime(zone: string, at: Date): string {
  return DateTime.fromJSDate(at, { zone }).toFormat('HH:mm');
}

/** "05/1978" · "May 1978" */
export function formatMonth(locale: Locale, month: PlainMonth): string {
  const first = DateTime.fromISO(`${month}-01`, { zone: 'utc' });
  return locale === 'vi' ? first.toFormat('MM/yyyy') : first.setLocale('en-GB').toFormat('LLLL yyyy');
}

export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(value);
}

/** `share` is 0 to 1: "52,9 %" · "52.9%" */
export function formatShare(locale: Locale, share: number): string {
  const number = formatNumber(locale, share * 100);
  return locale === 'vi' ? `${number} %` : `${number}%`;
}

/** "An, Bình và Chi" · "An, Bình and Chi" */
export function formatList(locale: Locale, items: readonly string[]): string {
  return new Intl.ListFormat(locale === 'vi' ? 'vi' : 'en-GB', { type: 'conjunction' }).format(items);
}

/** "VN" → "Việt Nam" · "Vietnam" */
export function formatCountry(locale: Locale, code: string): string {
  return new Intl.DisplayNames(locale === 'vi' ? 'vi' : 'en-GB', { type: 'region' }).of(code) ?? code;
}

/** Weekday by number, 1 = Monday. */
export function formatWeekday(locale: Locale, weekday: number): string {
  if (locale === 'vi') return vietnameseWeekdays[weekday - 1] ?? '';
  return DateTime.fromObject({ weekday: weekday as 1 })
    .setLocale('en-GB')
    .toFormat('cccc');
}

function dateText(locale: Locale, moment: DateTime): string {
  if (locale === 'vi') return `${vietnameseWeekdays[moment.weekday - 1]}, ${moment.toFormat('dd/MM/yyyy')}`;
  return moment.setLocale('en-GB').toFormat('cccc d LLLL yyyy');
}
