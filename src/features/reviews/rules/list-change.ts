/** A frozen list that must change while it is under review: what differs, and which comments stay. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { ListEntry, ListEntryId } from '../types/nouns.ts';
import type { ListDifference } from '../types/seen.ts';

type Compared = Pick<ListEntry, 'nomination' | 'nominationVersion'>;

export function listDifference<Before extends Compared, After extends Compared>(
  before: readonly Before[],
  after: readonly After[],
): ListDifference<Before, After> {
  const earlier = new Map(before.map((entry) => [entry.nomination, entry]));
  const later = new Set(after.map(({ nomination }) => nomination));
  const pairs = after.map((entry) => ({ after: entry, before: earlier.get(entry.nomination) }));
  const isSame = (pair: (typeof pairs)[number]) => pair.before?.nominationVersion === pair.after.nominationVersion;
  return {
    added: pairs.filter((pair) => !pair.before).map((pair) => pair.after),
    removed: before.filter(({ nomination }) => !later.has(nomination)),
    changed: pairs.filter((pair) => pair.before && !isSame(pair)).map((pair) => pair.after),
    kept: pairs.flatMap((pair) => (pair.before && isSame(pair) ? [{ before: pair.before, after: pair.after }] : [])),
  };
}

export function isDifferent({ added, removed, changed }: ListDifference<unknown, unknown>): boolean {
  return added.length + removed.length + changed.length > 0;
}

/** Comments stay where the entry is unchanged; on the others they are asked for again. */
export function carriedLines<Line extends { readonly entry: ListEntryId }>(
  lines: readonly Line[],
  kept: ListDifference<Pick<ListEntry, 'id'>, Pick<ListEntry, 'id'>>['kept'],
): readonly Line[] {
  const places = new Map(kept.map(({ before, after }) => [before.id, after.id]));
  return lines.flatMap((line) => {
    const entry = places.get(line.entry);
    return entry ? [{ ...line, entry }] : [];
  });
}

export type ListChangeRefusal = 'review-list-same' | 'review-list-why' | 'review-list-too-late';

/** Time to answer what is asked again, at the least. */
const leastMs = 10 * 60_000;

export function checkListChange(state: {
  readonly difference: ListDifference<unknown, unknown>;
  readonly why: string;
  readonly dueAt: Date | null;
  readonly now: Date;
}): Outcome<void, ListChangeRefusal> {
  if (!isDifferent(state.difference)) return refused('review-list-same');
  if (state.why.trim() === '') return refused('review-list-why', {}, 'why');
  const isTooLate = state.dueAt !== null && state.dueAt.getTime() - state.now.getTime() < leastMs;
  return isTooLate ? refused('review-list-too-late', { dueAt: state.dueAt }) : done();
}
