/** Positions for which more people would stand in the plan than its rules allow, were the review confirmed as it is. */
import type { PositionId } from '../../../kernel/ids.ts';
import type { Position } from '../../plans/types.ts';
import type { ReviewItem } from '../types.ts';

export interface Overfull {
  readonly position: Position;
  /** Who stays (who is carried over too, and who is not decided on), is moved there or is added. */
  readonly people: number;
  readonly max: number;
}

/**
 * In the order of the positions. The number allowed is what the verdict people-per-position says (planning 2.2); a position
 * without such a verdict has none.
 */
export function overfullPositions(
  items: readonly Pick<ReviewItem, 'position' | 'kind' | 'verdicts' | 'decision'>[],
): readonly Overfull[] {
  const max = new Map<PositionId, number>();
  const people = new Map<PositionId, number>();
  for (const { position, kind, verdicts, decision } of items) {
    const cap = verdicts.find(({ rule }) => rule === 'people-per-position');
    if (cap) max.set(position.id, Number(cap.facts.max));
    const goesTo = decision?.action === 'move' ? decision.toPosition : position.id;
    const stands = kind === 'entry' ? decision?.action !== 'remove' : decision?.action === 'add';
    if (stands && goesTo) people.set(goesTo, (people.get(goesTo) ?? 0) + 1);
  }
  const positions = [...new Map(items.map(({ position }) => [position.id, position])).values()];
  return positions
    .map((position) => ({
      position,
      people: people.get(position.id) ?? 0,
      max: max.get(position.id) ?? Number.POSITIVE_INFINITY,
    }))
    .filter((one) => one.people > one.max)
    .sort((a, b) => a.position.rank - b.position.rank || a.position.title.localeCompare(b.position.title));
}
