/** Words for people: texts(locale, zone, speech) gives a function from a typed key and values to a sentence. */
import i18next, { type i18n } from 'i18next';
import type { Locale } from '../kernel/act.ts';
import type { Fact, Refused } from '../kernel/outcome.ts';
import type { Inline, Rich } from '../kernel/rich.ts';
import type { Speech } from '../kernel/speech.ts';
import { dateIn, type PlainDate, type PlainMonth } from '../kernel/time.ts';
import { en } from './en/all.ts';
import * as format from './format.ts';
import { vi } from './vi/all.ts';
import { inGeneralSpeech } from './vi/speech.ts';

type Values = Readonly<Record<string, string | number>>;
type RichValues = Readonly<Record<string, Inline | number>>;

type Leaf<Tree> = Tree extends string
  ? never
  : { [K in keyof Tree & string]: Tree[K] extends string ? Singular<K> : `${K}.${Leaf<Tree[K]>}` }[keyof Tree & string];
type Singular<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;

/** Every text there is, as "feature.part.name"; plurals without their ending, given `count`. */
export type TextKey = Leaf<typeof en>;

export interface Texts {
  (key: TextKey, values?: Values): string;
  readonly locale: Locale;
  readonly zone: string;
  /** Like the call, with **bold** in the template and values that keep their own form (dates, accounts). */
  rich(key: TextKey, values?: RichValues): Rich;
  /** The sentence for a refusal: which rule, which numbers, what to do next. */
  refusal(refusal: Refused): string;
  /** For keys put together from data (labels of enumerations); a missing one is a bug found by a test. */
  label(family: string, key: string): string;
  date(date: PlainDate): string;
  shortDate(date: PlainDate): string;
  month(month: PlainMonth): string;
  moment(at: Date): string;
  /** A moment that the platform may show in the reader's own zone. */
  when(at: Date, style?: 'date' | 'date-time' | 'time'): Inline;
  time(at: Date): string;
  weekday(weekday: number): string;
  number(value: number): string;
  share(share: number): string;
  list(items: readonly string[]): string;
  /** By its ISO 3166 code. */
  country(code: string): string;
}

/** Facts that are keys of an enumeration, and where their labels are. */
const enumerations: Readonly<Record<string, string>> = {
  right: 'access.rights',
  roles: 'access.roles',
  role: 'access.roles',
  voteBase: 'rulings.bases',
  movementState: 'movements.states',
  movementKind: 'movements.kinds',
  movementRules: 'movements.rules',
  marking: 'classification.levels',
  acceptedLevel: 'classification.levels',
};

const library = createLibrary();
const refusalKeys = collectRefusals();

/** `zone` is the reader's own; committee posts use the committee's. */
export function texts(locale: Locale, zone: string, speech: Speech): Texts {
  const translate = library.getFixedT(locale === 'vi' && speech === 'general' ? 'vi-general' : locale);
  const t = ((key: TextKey, values: Values = {}) => translate(key, values)) as Texts;
  const parts: Omit<Texts, never> & { locale: Locale } = {
    locale,
    zone,
    rich: (key, values = {}) => fill(String(translate(key, placeholders(values))), Object.values(values)),
    refusal: (refusal) => translate(refusalKeys.get(refusal.reason) ?? 'common.refusals.unknown', facts(refusal)),
    label: (family, key) => translate(`${family}.${key}`),
    date: (date) => format.formatDate(locale, date),
    shortDate: (date) => format.formatShortDate(locale, date),
    month: (month) => format.formatMonth(locale, month),
    moment: (at) => format.formatMoment(locale, zone, at),
    when: (at, style = 'date-time') => ({ moment: at, fallback: momentFallback(at, style), style, locale }),
    time: (at) => format.formatTime(zone, at),
    weekday: (weekday) => format.formatWeekday(locale, weekday),
    number: (value) => format.formatNumber(locale, value),
    share: (share) => format.formatShare(locale, share),
    list: (items) => format.formatList(locale, items),
    country: (code) => format.formatCountry(locale, code),
  } as Omit<Texts, never>;
  return Object.defineProperties(t, Object.getOwnPropertyDescriptors(parts));

  function momentFallback(at: Date, style: 'date' | 'date-time' | 'time'): string {
    if (style === 'time') return format.formatTime(zone, at);
    if (style === 'date') return format.formatDate(locale, dateIn(zone, at));
    return format.formatMoment(locale, zone, at);
  }

  function facts(refusal: Refused): Record<string, string | number> {
    return Object.fromEntries(Object.entries(refusal.facts).map(([name, value]) => [name, factText(name, value)]));
  }

  function stringFact(value: string): string {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return format.formatDate(locale, value);
    return /^\d{4}-\d{2}$/.test(value) ? format.formatMonth(locale, value) : value;
  }

  function factText(name: string, value: Fact): string | number {
    if (value === null) return '—';
    const family = enumerations[name];
    if (family && typeof value === 'string') return String(translate(`${family}.${value}`));
    if (family && Array.isArray(value)) {
      return format.formatList(
        locale,
        value.map((key) => String(translate(`${family}.${key}`))),
      );
    }
    if (value instanceof Date) return format.formatMoment(locale, zone, value);
    if (name === 'count' && typeof value === 'number') return value;
    if (typeof value === 'number') return format.formatNumber(locale, value);
    if (typeof value === 'string') return stringFact(value);
    if (typeof value === 'boolean') return String(value);
    return format.formatList(locale, value);
  }
}

/** Reasons that have a text, for the test that every refusal in the code can be worded. */
export function knownReasons(): readonly string[] {
  return [...refusalKeys.keys()];
}

function createLibrary(): i18n {
  const instance = i18next.createInstance();
  // Escaping is the adapter's: a text is stored and interpolated as typed. Missing keys are found by test/i18n.
  void instance.init({
    resources: { en: { translation: en }, vi: { translation: vi }, 'vi-general': { translation: inGeneralSpeech(vi) } },
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}

/** Each feature keeps its refusals beside its other texts; reasons are unique over all features. */
function collectRefusals(): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [feature, section] of Object.entries(en)) {
    if (!('refusals' in section)) continue;
    for (const name of Object.keys(section.refusals as object)) {
      const reason = name.replace(/_(one|other)$/, '');
      keys.set(reason, `${feature}.refusals.${reason}`);
    }
  }
  return keys;
}

function placeholders(values: RichValues): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value], index) => [
      name,
      name === 'count' && typeof value === 'number' ? value : `\uE000${index}\uE001`,
    ]),
  );
}

/** Splits a template at **bold** marks and at the placeholders of its values. What was typed is never searched for marks. */
function fill(template: string, values: readonly (Inline | number)[]): Rich {
  const parts: Inline[] = [];
  let bold = false;
  for (const piece of template.split(/(\*\*|\uE000\d+\uE001)/)) {
    if (piece === '**') bold = !bold;
    else if (piece.startsWith('\uE000')) {
      const value = values[Number(piece.slice(1, -1))];
      const inline = typeof value === 'number' ? String(value) : (value ?? '');
      parts.push(bold && typeof inline === 'string' ? { bold: inline } : inline);
    } else if (piece !== '') parts.push(bold ? { bold: piece } : piece);
  }
  return parts;
}
