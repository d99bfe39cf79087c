/** What people type, made fit to read: Slack's own markup undone, look-alike characters straightened. */

/** A command line or a direct message: mentions become `@U…` and `#C…`, links their text. */
export function typedInChat(text: string): string {
  // Slack escapes what a person typed, so a bare "<" can only be its own markup: it is undone before the escapes.
  const words = text.replace(/<([^<>]*)>/gu, (_, inner: string) => markup(inner));
  return tidy(unescaped(words))
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/gu, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/gu, '"')
    .trim();
}

/** A form's field: the words stay as typed, quotes and all; Slack does not escape them. */
export function typedInForm(text: string): string {
  return tidy(text);
}

function markup(inner: string): string {
  const [target = '', label] = inner.split('|', 2);
  if (/^@[UW]/u.test(target) || /^#[CG]/u.test(target)) return target;
  if (target.startsWith('!')) return label || `@${target.slice(1).replace(/\^.*$/u, '')}`;
  return label || target.replace(/^mailto:/u, '');
}

function unescaped(text: string): string {
  return text.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&');
}

/** Composed (NFC), plain spaces, nothing invisible. Joiners stay: emoji and several scripts need them. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu, ' ')
    .replace(/[\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\p{Surrogate}]/gu, '')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC');
}
