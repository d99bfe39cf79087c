/** Which numbers of an anonymous round may be shown exactly, so that comparing them tells nobody's answer. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { ListEntryId } from '../types/nouns.ts';

/** Who was asked about one nominee. */
export interface Electorate {
  readonly entry: ListEntryId;
  readonly people: ReadonlySet<PersonId>;
}

/**
 * Two nominees, or one nominee in two rounds, whose electorates differ by one to shield − 1 people give the answers of
 * those few away: their numbers are not both shown. The electorate that most nominees share comes first, so that one
 * recused member costs the numbers of one nominee. `shown` are those of an earlier round on the same list.
 */
export function exactEntries(
  electorates: readonly Electorate[],
  shown: readonly ReadonlySet<PersonId>[],
  shield: number,
): ReadonlySet<ListEntryId> {
  const groups = new Map<string, Electorate[]>();
  for (const electorate of electorates) {
    const key = [...electorate.people].sort().join();
    groups.set(key, [...(groups.get(key) ?? []), electorate]);
  }
  const published = [...shown];
  const exact = new Set<ListEntryId>();
  for (const group of [...groups.values()].sort((a, b) => b.length - a.length)) {
    const people = group[0]?.people ?? new Set();
    const isTelling = published.some((other) => isSmall(difference(people, other), shield));
    if (people.size < shield || isTelling) continue;
    published.push(people);
    for (const { entry } of group) exact.add(entry);
  }
  return exact;
}

function isSmall(count: number, shield: number): boolean {
  return count > 0 && count < shield;
}

/** How many people are in one of the two and not in the other. */
function difference(one: ReadonlySet<PersonId>, other: ReadonlySet<PersonId>): number {
  const missing = (a: ReadonlySet<PersonId>, b: ReadonlySet<PersonId>) =>
    [...a].filter((person) => !b.has(person)).length;
  return missing(one, other) + missing(other, one);
}
