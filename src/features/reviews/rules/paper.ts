/** An anonymous paper: what a reviewer filled in becomes lines, lines become the content that is sealed, and back. */
import { z } from 'zod';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { AnonymousLine } from '../types/anonymous.ts';
import {
  type Aspect,
  aspects,
  type ListEntry,
  type ListEntryId,
  noWords,
  type Stance,
  stances,
  type Words,
} from '../types/nouns.ts';
import { checkLine, type LineRefusal } from './answer.ts';

export interface FilledIn {
  readonly entry: ListEntryId;
  readonly stance: Stance | null;
  readonly text: string | null;
  /** Null: the form had no fields for them. */
  readonly aspects: Words['aspects'] | null;
}

export type PaperRefusal =
  | LineRefusal
  | 'review-words-needed'
  | 'review-stance-needed'
  | 'review-nothing-chosen'
  | 'review-entry-unknown';

/** The field of a form that belongs to a nominee. */
export function stanceField(entry: ListEntryId): string {
  return `stance-${entry}`;
}

export function textField(entry: ListEntryId): string {
  return `text-${entry}`;
}

export function aspectField(aspect: Aspect, entry: ListEntryId): string {
  return `${aspect}-${entry}`;
}

/**
 * `asked` are the nominees that this person is asked about now: with any other the paper is refused as it stands, because
 * a case was closed to them, or withdrawn, while the form was open. What is said of nobody counts as nothing.
 */
export function checkPaper(
  asked: readonly Pick<ListEntry, 'id'>[],
  filled: readonly FilledIn[],
  restAgrees: boolean,
): Outcome<readonly AnonymousLine[], PaperRefusal> {
  const lines: AnonymousLine[] = [];
  for (const { entry, stance, text, aspects: byAspect } of filled) {
    const typed = { text, aspects: byAspect ?? noWords.aspects };
    const hasText = [text, ...Object.values(typed.aspects)].some((words) => words !== null && words.trim() !== '');
    if (stance === null && !hasText) continue;
    if (!asked.some(({ id }) => id === entry)) return refused('review-entry-unknown', {}, stanceField(entry));
    if (stance === null) return refused('review-stance-needed', {}, stanceField(entry));
    const words = checkLine(stance, typed);
    if (!words.ok) {
      const aspect = aspects.find((name) => name === words.field);
      const reason = words.reason === 'review-text-needed' && byAspect === null ? 'review-words-needed' : words.reason;
      return refused(reason, words.facts, aspect ? aspectField(aspect, entry) : textField(entry));
    }
    lines.push({ entry, stance, ...words.value });
  }
  if (lines.length === 0 && !restAgrees) return refused('review-nothing-chosen', {}, 'rest');
  const spoken = new Set(lines.map(({ entry }) => entry));
  const rest = restAgrees ? asked.filter(({ id }) => !spoken.has(id)) : [];
  return done([...lines, ...rest.map(({ id }): AnonymousLine => ({ entry: id, stance: 'agree', ...noWords }))]);
}

/** Nominee, stance, and what was written: in general and by aspect, in the order of `aspects`; left out at the end: nothing. */
const Content = z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()], z.string().nullable()));

/** Nominees by their place on the frozen list, so that a long list fits. `entries` is the whole list. */
export function paperContent(entries: readonly Pick<ListEntry, 'id'>[], lines: readonly AnonymousLine[]): string {
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  return JSON.stringify(
    lines.map((line) => [places.get(line.entry), stances.indexOf(line.stance), ...wordsOf(line)] satisfies unknown[]),
  );
}

function wordsOf(words: Words): readonly (string | null)[] {
  const all = [words.text, ...aspects.map((aspect) => words.aspects[aspect])];
  return all.slice(0, all.findLastIndex((one) => one !== null) + 1);
}

/** Checked again when it is opened: what no form of ours could have sent is left out. */
export function linesIn(entries: readonly Pick<ListEntry, 'id'>[], content: string): readonly AnonymousLine[] {
  const read = Content.safeParse(JSON.parse(content));
  const seen = new Set<ListEntryId>();
  return (read.success ? read.data : []).flatMap(([place, index, text = null, ...byAspect]) => {
    const entry = entries[place]?.id;
    const stance = stances[index];
    if (!entry || !stance || seen.has(entry)) return [];
    seen.add(entry);
    const words = Object.fromEntries(aspects.map((aspect, at) => [aspect, byAspect[at] ?? null])) as Words['aspects'];
    return [{ entry, stance, text, aspects: words }];
  });
}
