/**
 * Citations in a text that somebody typed, held against the register: a number that it has under another date is pointed
 * out (domain/planning 0, finding 10), never refused, because numbers are given anew every few years.
 */
import type { PlainDate } from '../../../kernel/time.ts';
import type { LegalReference } from '../../eligibility/types.ts';

export const citationFindings = ['agrees', 'without-date', 'date-differs', 'not-known'] as const;

export interface Citation {
  /** As typed: 35-CT/TW. */
  readonly number: string;
  /** A day, or a year where no day was written. */
  readonly dated: PlainDate | number | null;
  readonly finding: (typeof citationFindings)[number];
  readonly entry: LegalReference | null;
  /** What took the entry's place. */
  readonly replacedBy: LegalReference | null;
  /** Of the same kind and issuer, and of the day that was written: perhaps what was meant. */
  readonly sameDay: LegalReference | null;
}

interface Number {
  readonly number: string;
  readonly year: string;
  /** QĐ/TW, HD/BTCTW: what kind of document, and whose. */
  readonly symbol: string;
}

const numbers =
  /(?<![\p{L}\d/.-])0*(\d{1,5})(?:\/(\d{4}))?\s?[-/]\s?(\p{Lu}[\p{L}\d]{0,9})(?:\s?[-/]\s?(\p{Lu}[\p{L}\d]{0,9}))?/gu;
const endOfClause = /[;\n]|\.\s/u;
const reach = 90;

const monthNames = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** In the order of the text; a number cited twice with the same date is named once. */
export function citationsIn(text: string, register: readonly LegalReference[]): readonly Citation[] {
  const typed = text.normalize('NFC');
  const found = [...typed.matchAll(numbers)];
  const citations = found.map((match, index) => {
    const end = match.index + match[0].length;
    const until = Math.min(found[index + 1]?.index ?? typed.length, end + reach);
    const clause = typed.slice(end, until).split(endOfClause)[0] ?? '';
    return held(partsOf(match), match[0].trim(), dateIn(clause), register);
  });
  const isFirst = (one: Citation, index: number) =>
    index === citations.findIndex((other) => other.number === one.number && other.dated === one.dated);
  return citations.filter(isFirst);
}

function held(wanted: Number, number: string, dated: Citation['dated'], register: readonly LegalReference[]): Citation {
  const sameNumber = register.filter((entry) => entry.number !== null && isSame(numberOf(entry.number), wanted));
  const entry = sameNumber.find((one) => agrees(one, dated)) ?? sameNumber[0] ?? null;
  const replacedBy = register.find(({ key }) => key === entry?.replacedBy) ?? null;
  const sameDay =
    register.find(
      (one) => one.number !== null && one.issuedOn === dated && numberOf(one.number)?.symbol === wanted.symbol,
    ) ?? null;
  if (!entry) return { number, dated, finding: 'not-known', entry, replacedBy, sameDay };
  if (dated === null) return { number, dated, finding: 'without-date', entry, replacedBy, sameDay: null };
  if (agrees(entry, dated)) return { number, dated, finding: 'agrees', entry, replacedBy, sameDay: null };
  return { number, dated, finding: 'date-differs', entry, replacedBy, sameDay };
}

/** As far as both are known: a year agrees with a day in it. An entry without any date contradicts nothing. */
function agrees({ issuedOn, issuedIn }: LegalReference, dated: Citation['dated']): boolean {
  if (dated === null || (issuedOn === null && issuedIn === null)) return true;
  if (issuedOn !== null && typeof dated === 'string') return issuedOn === dated;
  const year = issuedIn ?? Number(issuedOn?.slice(0, 4));
  return year === (typeof dated === 'string' ? Number(dated.slice(0, 4)) : dated);
}

function numberOf(number: string): Number | null {
  const [match] = [...number.normalize('NFC').matchAll(numbers)];
  return match ? partsOf(match) : null;
}

/** Typed without its stroke, Đ is the same letter here. */
function partsOf([, number = '', year = '', kind = '', issuer = '']: readonly (string | undefined)[]): Number {
  const symbol = [kind, issuer].filter(Boolean).join('/').toUpperCase().replaceAll('Đ', 'D');
  return { number, year, symbol };
}

function isSame(one: Number | null, other: Number): boolean {
  return one !== null && one.number === other.number && one.year === other.year && one.symbol === other.symbol;
}

function dateIn(clause: string): Citation['dated'] {
  const local = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/u.exec(clause);
  if (local) return plainDate(local[3], local[2], local[1]);
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(clause);
  if (iso) return plainDate(iso[1], iso[2], iso[3]);
  const vietnamese = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/u.exec(clause);
  if (vietnamese) return plainDate(vietnamese[3], vietnamese[2], vietnamese[1]);
  const english = /(?<!\d)(\d{1,2})\s+(\p{L}+)\s+(\d{4})/u.exec(clause);
  const month = english ? monthNames.indexOf(english[2]?.toLowerCase() ?? '') : -1;
  if (english && month >= 0) return plainDate(english[3], String(month + 1), english[1]);
  const year = /(?:năm|of|in|,)\s+((?:19|20)\d{2})(?!\d)/u.exec(clause);
  return year ? Number(year[1]) : null;
}

function plainDate(year = '', month = '', day = ''): PlainDate {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
