/** How many answers on a nominee come from the nominee's own unit, told only where no small group can be worked out. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { ListEntryId } from '../types/nouns.ts';

/** Who answered on one nominee. */
export interface AnsweredOn {
  readonly entry: ListEntryId;
  /** The nominee's; null: not known. */
  readonly unit: string | null;
  readonly people: readonly PersonId[];
}

/** Written differently, the same unit: case, spaces and the form of accents do not count. */
export function unitKey(unit: string | null): string | null {
  const key = unit?.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase() ?? '';
  return key === '' ? null : key;
}

/**
 * Per unit the numbers of all its nominees are told, or of none. How many answered on a nominee is known to every reader,
 * and so is every earlier version; so a unit is left out as long as
 * - a number of its own, or what remains of a nominee's answers without it, is smaller than the shield (0 remaining is fine);
 * - two of its nominees, or two versions of one, differ by fewer people than the shield: the difference is somebody;
 * - what remains of any nominee's answers without all units that are told is a group smaller than the shield.
 * The smallest goes first, until nothing can be worked out.
 */
export function ownUnitNumbers(input: {
  readonly answered: readonly AnsweredOn[];
  /** As in the earlier versions of this synthesis. */
  readonly earlier: readonly AnsweredOn[];
  readonly units: ReadonlyMap<PersonId, string | null>;
  readonly shield: number;
}): ReadonlyMap<ListEntryId, number> {
  const here = input.answered.map((row): Row => ({ ...row, from: countByUnit(row.people, input.units) }));
  const rows = [...here, ...input.earlier.map((row): Row => ({ ...row, from: countByUnit(row.people, input.units) }))];
  const units = new Set(rows.map((row) => unitKey(row.unit)).filter((unit) => unit !== null));
  const isSmall = (count: number) => count > 0 && count < input.shield;

  const isTold = (unit: string) => {
    const own = rows.filter((row) => unitKey(row.unit) === unit);
    const numbers = own.map((row) => row.from.get(unit) ?? 0);
    const others = own.map((row, index) => row.people.length - (numbers[index] ?? 0));
    return (
      numbers.every((number) => number >= input.shield) &&
      others.every((number) => !isSmall(number)) &&
      !anyDiffer(numbers, isSmall) &&
      !anyDiffer(others, isSmall)
    );
  };
  const leavesSmallRest = (told: ReadonlySet<string>) =>
    rows.some((row) => isSmall(row.people.length - sum([...told].map((unit) => row.from.get(unit) ?? 0))));

  const told = new Set([...units].filter(isTold));
  while (told.size > 0 && leavesSmallRest(told)) told.delete(smallestOf(told, rows));
  const shown = here.filter(({ unit }) => told.has(unitKey(unit) ?? ''));
  return new Map(shown.map((row) => [row.entry, row.from.get(unitKey(row.unit) ?? '') ?? 0]));
}

type Row = AnsweredOn & { readonly from: ReadonlyMap<string, number> };

function smallestOf(told: ReadonlySet<string>, rows: readonly Row[]): string {
  const size = (unit: string) => Math.max(...rows.map((row) => row.from.get(unit) ?? 0));
  const [smallest] = [...told].sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1));
  return smallest ?? '';
}

function anyDiffer(numbers: readonly number[], isSmall: (count: number) => boolean): boolean {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.some((number, index) => isSmall(number - (sorted[index - 1] ?? number)));
}

function countByUnit(
  people: readonly PersonId[],
  units: ReadonlyMap<PersonId, string | null>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const person of people) {
    const unit = unitKey(units.get(person) ?? null);
    if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
