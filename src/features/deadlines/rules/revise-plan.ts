/** What changes in a plan of reminders when it is made again: people who joined, other hours, another zone. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Rung } from '../types/ladder.ts';

export interface PlannedFor extends Rung {
  readonly person: PersonId;
}

export interface Existing<Id extends string> extends PlannedFor {
  readonly id: Id;
  readonly state: string;
  readonly reason: string | null;
}

/** Why a rung was dropped that the rules of that moment did not want: with other rules it comes back. */
export const dropReason = 'replanned';

export interface PlanChange<Id extends string> {
  readonly add: readonly PlannedFor[];
  /** Grouped by their new moment; those that were left out come back. */
  readonly move: readonly { readonly at: Date; readonly ids: readonly Id[] }[];
  readonly drop: readonly Id[];
}

/**
 * `wanted` is the whole ladder, its past included. A rung that was handled stays as it is, and so does one that has come
 * due or waits for the end of a quiet time. What a person or the committee secretary asked for themselves (snoozed, asked
 * again) is not touched. Nothing is added or moved into the past.
 */
export function revisePlan<Id extends string>(
  wanted: readonly PlannedFor[],
  existing: readonly Existing<Id>[],
  now: Date,
): PlanChange<Id> {
  const byRung = new Map(existing.map((rung) => [keyOf(rung), rung]));
  const wantedKeys = new Set(wanted.map(keyOf));
  // Whoever is done now may be asked again later: their rungs stay, and are decided when their time has come.
  const stillAsked = new Set(wanted.map(({ person }) => person));
  const moves = new Map<number, { at: Date; ids: Id[] }>();
  const add: PlannedFor[] = [];
  for (const rung of wanted.filter(({ at }) => at > now)) {
    const old = byRung.get(keyOf(rung));
    if (!old) add.push(rung);
    else if (isLeftOut(old) || (isOpen(old, now) && old.at.getTime() !== rung.at.getTime())) {
      const move = moves.get(rung.at.getTime()) ?? { at: rung.at, ids: [] };
      move.ids.push(old.id);
      moves.set(rung.at.getTime(), move);
    }
  }
  const drop = existing.filter(
    (old) => stillAsked.has(old.person) && isOpen(old, now) && isFromLadder(old) && !wantedKeys.has(keyOf(old)),
  );
  return { add, move: [...moves.values()], drop: drop.map(({ id }) => id) };
}

function isOpen(rung: Existing<string>, now: Date): boolean {
  return rung.state === 'planned' && rung.at > now;
}

function isLeftOut({ state, reason }: Existing<string>): boolean {
  return state === 'dropped' && reason === dropReason;
}

function isFromLadder({ key }: Rung): boolean {
  return !key.startsWith('snoozed-') && !key.startsWith('asked-');
}

function keyOf({ person, key }: PlannedFor): string {
  return `${person}/${key}`;
}
