/** An anonymous paper: what a reviewer filled in becomes lines, lines become the content that is sealed, and back. */
import { z } from 'zod';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { AnonymousLine } from '../types/anonymous.ts';
import { type ListEntry, type ListEntryId, noWords, type Stance, stances } from '../types/nouns.ts';
import { checkLine, type LineRefusal } from './answer.ts';

export interface FilledIn {
  readonly entry: ListEntryId;
  readonly stance: Stance | null;
  readonly text: string | null;
}

export type PaperRefusal = LineRefusal | 'review-stance-needed' | 'review-nothing-chosen' | 'review-entry-unknown';

/** The field of a form that belongs to a nominee. */
export function stanceField(entry: ListEntryId): string {
  return `stance-${entry}`;
}

export function textField(entry: ListEntryId): string {
  return `text-${entry}`;
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
  for (const { entry, stance, text } of filled) {
    const hasText = text !== null && text.trim() !== '';
    if (stance === null && !hasText) continue;
    if (!asked.some(({ id }) => id === entry)) return refused('review-entry-unknown', {}, stanceField(entry));
    if (stance === null) return refused('review-stance-needed', {}, stanceField(entry));
    const words = checkLine(stance, { ...noWords, text });
    if (!words.ok) return refused(words.reason, words.facts, textField(entry));
    lines.push({ entry, stance, text: words.value.text });
  }
  if (lines.length === 0 && !restAgrees) return refused('review-nothing-chosen', {}, 'rest');
  const spoken = new Set(lines.map(({ entry }) => entry));
  const rest = restAgrees ? asked.filter(({ id }) => !spoken.has(id)) : [];
  return done([...lines, ...rest.map(({ id }): AnonymousLine => ({ entry: id, stance: 'agree', text: null }))]);
}

const Content = z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative(), z.string().nullable()]));

/** Nominees by their place on the frozen list, so that a long list fits. `entries` is the whole list. */
export function paperContent(entries: readonly Pick<ListEntry, 'id'>[], lines: readonly AnonymousLine[]): string {
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  return JSON.stringify(
    lines.map(({ entry, stance, text }) => [places.get(entry), stances.indexOf(stance), text] satisfies unknown[]),
  );
}

/** Checked again when it is opened: what no form of ours could have sent is left out. */
export function linesIn(entries: readonly Pick<ListEntry, 'id'>[], content: string): readonly AnonymousLine[] {
  const read = Content.safeParse(JSON.parse(content));
  const seen = new Set<ListEntryId>();
  return (read.success ? read.data : []).flatMap(([place, index, text]) => {
    const entry = entries[place]?.id;
    const stance = stances[index];
    if (!entry || !stance || seen.has(entry)) return [];
    seen.add(entry);
    return [{ entry, stance, text }];
  });
}
