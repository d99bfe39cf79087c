/**
 * The marking that a text bears, if any. A marking stands by itself: in capitals as a line or a cell, as "Độ mật: Mật" in
 * any letters, or before a dash, a colon or a copy number at the beginning of a line. In a sentence the same words are
 * only words, so that "bí mật" and "secret ballot" can be written.
 */
import type { Level } from '../types.ts';
import { highest } from './levels.ts';

interface Word {
  readonly level: Level;
  readonly text: string;
  /** Cannot be anything else: counts in any letters where it has a line to itself. */
  readonly isPlain?: true;
}

const words: readonly Word[] = [
  { level: 'top-secret', text: 'tuyệt mật', isPlain: true },
  { level: 'top-secret', text: 'tuyet mat', isPlain: true },
  { level: 'top-secret', text: 'top secret', isPlain: true },
  { level: 'secret', text: 'tối mật', isPlain: true },
  { level: 'secret', text: 'toi mat', isPlain: true },
  { level: 'secret', text: 'secret' },
  { level: 'confidential', text: 'mật' },
  { level: 'confidential', text: 'confidential' },
  { level: 'confidential', text: 'strictly confidential', isPlain: true },
  { level: 'confidential', text: 'private and confidential', isPlain: true },
  { level: 'confidential', text: 'strictly private and confidential', isPlain: true },
  { level: 'internal', text: 'lưu hành nội bộ', isPlain: true },
  { level: 'internal', text: 'nội bộ' },
  { level: 'internal', text: 'internal' },
  { level: 'internal', text: 'internal use only', isPlain: true },
];

const bySpelling = new Map(words.map((word) => [squeezed(word.text), word]));
/** Of "MAT" alone nobody can tell what it is; after a label it is clear. */
const afterLabel = new Map([...bySpelling, ['mat', { level: 'confidential', text: 'mat' } as const]]);

const label =
  /^(?:(?:dấu )?(?:chỉ )?(?:mức )?độ mật|mức mật|(?:muc )?do mat|(?:security )?classification|classified(?: as)?)\s*(?:[:=\-–—]\s*(.*))?$/iu;

/** "MẬT – danh sách", "SECRET//…", "TỐI MẬT: …", "MẬT (bản số 3)". */
const goesOn = /^(.*?)(?:\s+[-–—]\s|\s*:\s|\s*\/\/|\s*[(,.]?\s*(?:bản số|bản sao số|copy)(?!\p{L}))/iu;

/** A marking with all its spaces is shorter; nothing longer stands by itself. */
const longestMarking = 120;

/** Nothing can be found without one of these, spaces apart; most texts end here. */
const worthLooking = /mật|mat|secret|confidential|nộibộ|internal/iu;

export function markingIn(typed: string): Level | null {
  const text = typed.normalize('NFKC').replace(/\p{Cf}/gu, '');
  if (!worthLooking.test(text.replace(/\s/gu, ''))) return null;
  const lines = text
    .split(/[\n\r\v\f\u2028\u2029]/u)
    .map(bare)
    .filter((line) => line !== '');
  const cells = lines.flatMap((line) => line.split(/[\t;,|]/u).map(bare));
  const isLabelled = cells.some((cell) => label.exec(cell)?.[1] === undefined && label.test(cell));
  const ends = lines.length > 1 ? [lines[0] ?? '', lines.at(-1) ?? ''] : [];
  return highest(
    [
      ...lines.flatMap((line) => [
        named(line, bySpelling, 'plain'),
        named(bare(goesOn.exec(line.slice(0, longestMarking))?.[1] ?? ''), bySpelling, 'capitals'),
      ]),
      ...cells.flatMap((cell) => [named(cell, bySpelling, isLabelled ? 'any' : 'capitals'), labelled(cell)]),
      ...ends.filter((line) => /^\p{Lu}/u.test(line)).map((line) => named(line, bySpelling, 'any')),
    ].flatMap((level) => level ?? []),
  );
}

function labelled(cell: string): Level | null {
  const value = label.exec(cell.slice(0, longestMarking))?.[1];
  return value === undefined ? null : named(bare(value.split(/[(.]/u)[0] ?? ''), afterLabel, 'any');
}

/** "M Ậ T" is "MẬT": between letters of their own the spaces are ornament. */
function named(part: string, among: ReadonlyMap<string, Word>, letters: 'any' | 'capitals' | 'plain'): Level | null {
  if (part.length > longestMarking) return null;
  const word = among.get(squeezed(part).toLowerCase());
  if (!word || (letters === 'plain' && !word.isPlain)) return null;
  return letters === 'capitals' && part !== part.toUpperCase() ? null : word.level;
}

function squeezed(text: string): string {
  return text.replace(/\s/gu, '');
}

/** Without frames, stars, brackets and dashes around it. */
function bare(text: string): string {
  const from = text.search(/[\p{L}\p{N}]/u);
  if (from < 0) return '';
  let to = text.length;
  // From the end, step by step: a pattern would try anew at each of a thousand dashes.
  while (!/[\p{L}\p{N}\p{Surrogate}]/u.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to).replace(/ +/gu, ' ');
}
