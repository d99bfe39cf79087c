/** Who is asked about which nominees, and how far an answer is. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { AnswerState, Draft, Line, ListEntry, RecusedFrom } from '../types/nouns.ts';

/**
 * The nominees that a person is asked about: not those they are recused from, not themselves (nobody comments on
 * their own nomination), not those withdrawn meanwhile.
 */
export function askedAbout<Entry extends Pick<ListEntry, 'person' | 'isWithdrawn'>>(
  entries: readonly Entry[],
  person: PersonId,
  recusals: readonly RecusedFrom[],
): readonly Entry[] {
  return entries.filter((entry) => !entry.isWithdrawn && !isRecused(entry, person, recusals));
}

/** Counted as recused: declared, or the nominee in person. */
export function isRecused(
  entry: Pick<ListEntry, 'person'>,
  person: PersonId,
  recusals: readonly RecusedFrom[],
): boolean {
  return (
    entry.person === person || recusals.some((recusal) => recusal.person === person && recusal.nominee === entry.person)
  );
}

/** Over the entries of one list that whoever looks may see; an answer on other nominees only is none for them. */
export function answerState(
  asked: readonly Pick<ListEntry, 'id'>[],
  answer: { readonly lines: readonly Pick<Line, 'entry'>[]; readonly asksAgain?: boolean } | null,
  draft: Pick<Draft, 'restAgrees' | 'lines'> | null,
): AnswerState {
  const isAsked = (line: Pick<Line, 'entry'>) => asked.some(({ id }) => id === line.entry);
  if (answer?.lines.some(isAsked) && !answer.asksAgain) return 'sent';
  if (asked.length === 0) return 'not-asked';
  if (draft && (draft.restAgrees || draft.lines.some((line) => line.isPicked && isAsked(line)))) return 'draft';
  return 'not-answered';
}

/** Of an anonymous round: all that is known of anybody is whether they have sent. Undefined: not on its roll. */
export function paperState(asked: readonly unknown[], hasSent: boolean | undefined): AnswerState {
  if (hasSent) return 'sent';
  return hasSent === undefined || asked.length === 0 ? 'not-asked' : 'not-answered';
}

/** Lines are stored without an order: people read them in the order of the list. */
export function inListOrder<Of extends { readonly entry: ListEntry['id'] }>(
  lines: readonly Of[],
  entries: readonly Pick<ListEntry, 'id'>[],
): readonly Of[] {
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  return [...lines].sort((a, b) => (places.get(a.entry) ?? 0) - (places.get(b.entry) ?? 0));
}
