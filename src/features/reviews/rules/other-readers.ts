/** Who could read a nominee's case though no role of theirs in the committee reads cases. */
import type { PersonId } from '../../../kernel/ids.ts';
import { type CaseReading, readingWays, type Span } from '../../access/types.ts';
import type { CaseReader, PastRecusal } from './case-readers.ts';
import { without } from './spans.ts';

/**
 * Who read it by something else, for the time in which no role let them: without the nominee, and without the time of a
 * recusal in the committee where it was. Times of the same way that touch are one.
 */
export function otherReadersEver(
  readings: readonly CaseReading[],
  readers: readonly CaseReader[],
  recusalsIn: (reading: CaseReading) => readonly PastRecusal[],
  nominee: PersonId,
): readonly CaseReading[] {
  const open = readings
    .filter(({ person }) => person !== nominee)
    .flatMap((reading) => {
      const isSame = ({ person }: { readonly person: PersonId }) => person === reading.person;
      const closing = [...readers.filter(isSame), ...recusalsIn(reading).filter(isSame)];
      const spans = closing.reduce(without, [reading] as readonly Span[]);
      return spans.map(({ from, to }): CaseReading => ({ ...reading, from, to }));
    });
  return joined(open);
}

function joined(readings: readonly CaseReading[]): readonly CaseReading[] {
  const found: CaseReading[] = [];
  for (const next of [...readings].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const at = found.findIndex((one) => isSameWay(one, next) && (one.to === null || one.to >= next.from));
    const before = found[at];
    if (before) found[at] = { ...before, to: laterOf(before.to, next.to) };
    else found.push(next);
  }
  return found;
}

function isSameWay(a: CaseReading, b: CaseReading): boolean {
  const { number, name } = a.facts;
  return a.person === b.person && a.way === b.way && number === b.facts.number && name === b.facts.name;
}

function laterOf(a: Date | null, b: Date | null): Date | null {
  return a === null || b === null ? null : a > b ? a : b;
}

/** By what let them read, then by its number and name, then by who it was, then by time. */
export function inOrderOfWays(
  readings: readonly CaseReading[],
  names: ReadonlyMap<string, string>,
): readonly CaseReading[] {
  const nameOf = ({ person }: CaseReading) => names.get(person ?? '') ?? '';
  return [...readings].sort(
    (a, b) =>
      readingWays.indexOf(a.way) - readingWays.indexOf(b.way) ||
      (a.facts.number ?? 0) - (b.facts.number ?? 0) ||
      (a.facts.name ?? '').localeCompare(b.facts.name ?? '') ||
      nameOf(a).localeCompare(nameOf(b)) ||
      a.from.getTime() - b.from.getTime(),
  );
}
