/** What differs between two days, for anything that people stand in: those who came, who left, who went elsewhere. */
import type { PersonId, PositionId } from '../../../kernel/ids.ts';
import type { Position } from '../types.ts';

export interface Placed {
  readonly id: string;
  readonly person: PersonId;
  readonly position: PositionId;
  /** The act by which it came to be and ended; a person who leaves and enters by the same one has moved. Null: none is known. */
  readonly cameBy: string | null;
  readonly leftBy: string | null;
}

export interface Differences<P> {
  readonly added: readonly P[];
  readonly removed: readonly P[];
  /** To another position, by one act. */
  readonly moved: readonly { readonly from: P; readonly to: P }[];
  /** At the same place, saying something else. */
  readonly changed: readonly { readonly from: P; readonly to: P }[];
}

/** What was and was no more in between is in neither. `isSame`: whether both say the same. */
export function differencesOf<P extends Placed>(
  before: readonly P[],
  after: readonly P[],
  isSame: (a: P, b: P) => boolean,
): Differences<P> {
  const old = new Map(before.map((one) => [one.id, one]));
  const next = new Map(after.map((one) => [one.id, one]));
  const both = after.flatMap((to) => {
    const from = old.get(to.id);
    return from ? [{ from, to }] : [];
  });
  const arrived = after.filter(({ id }) => !old.has(id));
  const moves: { from: P; to: P }[] = [];
  const removed: P[] = [];
  for (const from of before.filter(({ id }) => !next.has(id))) {
    const at = from.leftBy === null ? -1 : arrived.findIndex((to) => isArrivalOf(from, to));
    const [to] = at < 0 ? [] : arrived.splice(at, 1);
    if (to) moves.push({ from, to });
    else removed.push(from);
  }
  return {
    added: arrived,
    removed,
    moved: [...both.filter(({ from, to }) => from.position !== to.position), ...moves],
    changed: both.filter(({ from, to }) => from.position === to.position && !isSame(from, to)),
  };
}

function isArrivalOf(from: Placed, to: Placed): boolean {
  return to.cameBy === from.leftBy && to.person === from.person;
}

/** In what order positions stand is no difference. */
export interface PositionDifferences {
  readonly opened: readonly Position[];
  readonly ended: readonly Position[];
  readonly changed: readonly { readonly from: Position; readonly to: Position }[];
}

export function positionDifferences(before: readonly Position[], after: readonly Position[]): PositionDifferences {
  const old = new Map(before.map((one) => [one.id, one]));
  const next = new Map(after.map((one) => [one.id, one]));
  return {
    opened: after.filter(({ id }) => !old.has(id)),
    ended: before.filter(({ id }) => !next.has(id)),
    changed: after.flatMap((to) => {
      const from = old.get(to.id);
      return from && !saysTheSame(from, to) ? [{ from, to }] : [];
    }),
  };
}

function saysTheSame(a: Position, b: Position): boolean {
  const says = ({ title, seats, level, isCommittee }: Position) => [title, seats, level, isCommittee];
  return says(a).join('\n') === says(b).join('\n');
}
