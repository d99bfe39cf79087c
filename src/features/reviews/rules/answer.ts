/** What a line must hold before it is kept, and what an answer becomes when it is sent. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import {
  aspects,
  type DraftLine,
  type Line,
  type ListEntry,
  noWords,
  type Stance,
  type Words,
} from '../types/nouns.ts';

/** What Slack's field takes, and enough for a page. */
export const textMax = 3_000;

export type LineRefusal = 'review-text-too-long' | 'review-text-needed';

/**
 * Kept as typed (Unicode NFC), empty fields as null. The second and third stance need words, in the text or under an
 * aspect: "có ý kiến thêm" without the comment tells nobody anything. The other two may have words.
 */
export function checkLine(stance: Stance, typed: Words): Outcome<Words, LineRefusal> {
  const words: Words = {
    text: tidy(typed.text),
    aspects: {
      quality: tidy(typed.aspects.quality),
      capacity: tidy(typed.aspects.capacity),
      prestige: tidy(typed.aspects.prestige),
      prospects: tidy(typed.aspects.prospects),
    },
  };
  for (const field of ['text', ...aspects] as const) {
    const text = field === 'text' ? words.text : words.aspects[field];
    if (text !== null && text.length > textMax) {
      return refused('review-text-too-long', { max: textMax, length: text.length }, field);
    }
  }
  const needsWords = stance === 'agree-with-comments' || stance === 'not-yet';
  const hasWords = words.text !== null || aspects.some((aspect) => words.aspects[aspect] !== null);
  return needsWords && !hasWords ? refused('review-text-needed', {}, 'text') : done(words);
}

export type AnswerRefusal = 'review-nothing-chosen' | 'review-lines-missing' | 'review-nothing-asked';

/**
 * The lines of a new version. `asked` are the nominees that the author may answer on for this person; what stood on any
 * other (recused from, withdrawn, hidden from the committee secretary who enters it) is carried over as it was.
 */
export function answerLines(input: {
  readonly asked: readonly Pick<ListEntry, 'id'>[];
  readonly picked: readonly DraftLine[];
  readonly restAgrees: boolean;
  readonly standing: { readonly lines: readonly Line[] } | null;
}): Outcome<readonly Line[], AnswerRefusal> {
  const { asked, restAgrees } = input;
  if (asked.length === 0) return refused('review-nothing-asked');
  const askedIds = new Set(asked.map(({ id }) => id));
  const picked = input.picked.filter((line) => line.isPicked && askedIds.has(line.entry));
  if (picked.length === 0 && !restAgrees) return refused('review-nothing-chosen', {}, 'rest');
  const missing = picked.filter((line) => line.stance === null).length;
  if (missing > 0) return refused('review-lines-missing', { count: missing });
  const spoken = picked.map((line): Line => toLine(line));
  const spokenIds = new Set(spoken.map(({ entry }) => entry));
  const rest = restAgrees ? asked.filter(({ id }) => !spokenIds.has(id)) : [];
  const agreed = rest.map(
    ({ id }): Line => ({ entry: id, stance: 'agree', byList: true, chairOnly: false, ...noWords }),
  );
  const kept = (input.standing?.lines ?? []).filter((line) => !askedIds.has(line.entry));
  return done([...spoken, ...agreed, ...kept]);
}

function toLine({ entry, stance, chairOnly, text, aspects: typed }: DraftLine): Line {
  return { entry, stance: stance ?? 'not-enough-information', byList: false, chairOnly, text, aspects: typed };
}

function tidy(text: string | null): string | null {
  if (text === null) return null;
  return text.trim() === '' ? null : text.normalize('NFC');
}
