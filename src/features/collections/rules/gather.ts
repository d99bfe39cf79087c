/** What the units' lists lack before they go up as one, who stands on several of them, and the seats they become. */
import { foldName } from '../../../i18n/names.ts';
import type { PlainMonth } from '../../../kernel/time.ts';
import type { NewSeat } from '../../submissions/types.ts';
import type { AskedUnit, Collection, Entry, EntryId, Settlement } from '../types.ts';

export interface Twice {
  readonly fullName: string;
  readonly units: readonly string[];
  readonly entries: readonly Entry[];
  /** The same for every line; null: not settled yet. */
  readonly settled: { readonly as: Settlement; readonly word: string | null } | null;
}

/**
 * One person on the lists of several units: the same of the register, or one name with one birth month (or without one)
 * where that is not known. Pointed out, never struck.
 */
export function onSeveralLists({ units }: Pick<Collection, 'units'>): readonly Twice[] {
  const groups: { entries: Entry[]; units: Set<string> }[] = [];
  for (const { name, handIn } of units) {
    for (const entry of handIn?.people ?? []) {
      const same = groups.find(({ entries: [first] }) => first && isSame(first, entry));
      if (same) {
        same.entries.push(entry);
        same.units.add(name);
      } else groups.push({ entries: [entry], units: new Set([name]) });
    }
  }
  return groups
    .filter((one) => one.units.size > 1)
    .map(({ entries, units: names }) => ({
      ...{ fullName: entries[0]?.fullName ?? '', units: [...names], entries },
      settled: settledAlike(entries),
    }));
}

function isSame(one: Entry, other: Entry): boolean {
  if (one.person && other.person) return one.person === other.person;
  return foldName(one.fullName) === foldName(other.fullName) && agree(one.birthMonth, other.birthMonth);
}

function agree(one: PlainMonth | null, other: PlainMonth | null): boolean {
  return one === null || other === null || one === other;
}

function settledAlike(entries: readonly Entry[]): Twice['settled'] {
  const [first] = entries;
  return first?.settled && entries.every(({ settled }) => settled?.as === first.settled?.as) ? first.settled : null;
}

/** A name stands once for several units only where all of them put it forward for the same position. */
export function canStandTogether({ entries }: Pick<Twice, 'entries'>): boolean {
  return new Set(entries.map(({ position }) => foldName(position ?? ''))).size === 1;
}

/** What keeps the lists from going up. */
export type Lacking =
  /** Not handed in, and nobody said that the parcel goes without them. */
  | { readonly kind: 'units'; readonly units: readonly AskedUnit[] }
  /** A letter came, its list did not. */
  | { readonly kind: 'lists'; readonly units: readonly AskedUnit[] }
  /** A name without the position that it is put forward for: the authority answers per position. */
  | { readonly kind: 'positions'; readonly names: readonly string[] }
  | { readonly kind: 'twice'; readonly twice: readonly Twice[] }
  | { readonly kind: 'nobody' };

export function lackingFor(collection: Pick<Collection, 'units'>): readonly Lacking[] {
  const { units } = collection;
  const waited = units.filter(({ handIn, without }) => handIn === null && without === null);
  const bare = units.filter(({ handIn, without }) => handIn !== null && handIn.people === null && without === null);
  const entries = units.flatMap(({ name, handIn }) => (handIn?.people ?? []).map((entry) => ({ entry, name })));
  const unplaced = entries
    .filter(({ entry }) => !entry.position)
    .map(({ entry, name }) => `${entry.fullName} (${name})`);
  const twice = onSeveralLists(collection).filter(({ settled }) => settled === null);
  return [
    ...(waited.length > 0 ? [{ kind: 'units', units: waited } as const] : []),
    ...(bare.length > 0 ? [{ kind: 'lists', units: bare } as const] : []),
    ...(unplaced.length > 0 ? [{ kind: 'positions', names: unplaced } as const] : []),
    ...(twice.length > 0 ? [{ kind: 'twice', twice } as const] : []),
    ...(entries.length === 0 ? [{ kind: 'nobody' } as const] : []),
  ];
}

/**
 * Every entry of every unit once, unit by unit in their order: a name that was settled to stand together has one seat with
 * each of its entries as an origin, every other entry a seat of its own.
 */
export function seatsFor(collection: Pick<Collection, 'units'>): readonly NewSeat[] {
  const together = onSeveralLists(collection).filter((one) => one.settled?.as === 'together' && canStandTogether(one));
  const groupOf = new Map(together.flatMap((one) => one.entries.map(({ id }) => [id, one.entries] as const)));
  const placed = new Map<EntryId, AskedUnit>(
    collection.units.flatMap((unit) => (unit.handIn?.people ?? []).map(({ id }) => [id, unit] as const)),
  );
  const done = new Set<EntryId>();
  const seats: NewSeat[] = [];
  for (const { handIn } of collection.units) {
    for (const entry of handIn?.people ?? []) {
      if (done.has(entry.id)) continue;
      const entries = groupOf.get(entry.id) ?? [entry];
      for (const { id } of entries) done.add(id);
      seats.push(seatOf(entry, entries, placed));
    }
  }
  return seats;
}

function seatOf(entry: Entry, entries: readonly Entry[], placed: ReadonlyMap<EntryId, AskedUnit>): NewSeat {
  const person = entries.map((one) => one.person).find((one) => one !== null) ?? null;
  const [{ fullName, post, position }, unit] = [entry, placed.get(entry.id)];
  return {
    ...{ nomination: null, position: null, person },
    namesakes: person ? [] : [...new Set(entries.flatMap(({ namesakes }) => namesakes))],
    positionTitle: position ?? '',
    shown: { fullName, post, unit: entries.length === 1 ? (unit?.name ?? null) : null },
    origins: entries.flatMap(({ id, seat }) => {
      const from = placed.get(id);
      if (!from) return [];
      const { number = null, dated = null } = from.handIn ?? {};
      return [{ entry: id, unit: from.unit, unitName: from.name, seatBelow: seat, number, dated }];
    }),
  };
}
