/** Length as Slack counts it, and cutting and splitting that never breaks a character in two. */

/** Zero-width joiner: makes one emoji of several. */
const joiner = '\u200d';

/** Slack stores `&`, `<` and `>` escaped and counts them so. */
export function slackLength(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i += 1) length += expansion(text.charCodeAt(i));
  return length;
}

function expansion(unit: number): number {
  if (unit === 0x26) return 4;
  return unit === 0x3c || unit === 0x3e ? 3 : 0;
}

/** For the few places where Slack parses what it is given (mrkdwn, the notification line). */
export function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

/** At most `max` long, ending in "…" when something was left out; at a word's end where one is near. */
export function cut(text: string, max: number): string {
  if (slackLength(text) <= max) return text;
  const head = text.slice(0, fitting(text, max - 1));
  const space = head.search(/\s\S*$/u);
  const word = space >= head.length - 20 && space > head.length / 2 ? head.slice(0, space) : head;
  return `${word.trimEnd()}…`;
}

/** The whole text in pieces of at most `max` (five or more), split at line ends, else at spaces, else anywhere. */
export function split(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (slackLength(rest) > max) {
    const end = splitPoint(rest, Math.max(fitting(rest, max), 1));
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^\n/u, '');
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

function splitPoint(text: string, end: number): number {
  const line = text.lastIndexOf('\n', end);
  if (line > end / 2) return line;
  const space = text.lastIndexOf(' ', end - 1);
  return space > end / 2 ? space + 1 : end;
}

/** How many units of the text fit into `max`, moved back to the start of a character that people see as one. */
function fitting(text: string, max: number): number {
  let length = 0;
  let end = 0;
  while (end < text.length) {
    length += 1 + expansion(text.charCodeAt(end));
    if (length > max) break;
    end += 1;
  }
  if (end >= text.length) return end;
  const start = seam(text, end);
  // A single "character" longer than the limit is broken after all, though never inside a surrogate pair.
  return start > 0 ? start : isLowSurrogate(text, end) ? end - 1 : end;
}

function seam(text: string, from: number): number {
  let end = from;
  while (end > 0 && continues(text, end)) end -= 1;
  return end;
}

/** Whether the unit at `at` belongs to the character before it: surrogates, accents, joined emoji. */
function continues(text: string, at: number): boolean {
  if (isLowSurrogate(text, at)) return true;
  const next = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return next === joiner || text[at - 1] === joiner || /^[\p{M}\p{Emoji_Modifier}]$/u.test(next);
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
