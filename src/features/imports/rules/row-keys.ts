/** Lists that went out from here carry a key in each row: whose row it is, also when the name or the birth month was put right. */
import { identityOf } from '../../people/rules/names.ts';
import type { Person } from '../../people/types.ts';
import type { Meant } from '../types/development.ts';
import type { Fault, ReadRow } from '../types/people.ts';
import { faultOf, fields, formOf, mergeOf, nameOf } from './same-person.ts';

export interface MarkedRows {
  readonly marked: ReadonlyMap<Person, readonly ReadRow[]>;
  readonly others: readonly ReadRow[];
}

/**
 * A key counts only where the name or the birth month is still the person's: columns sorted by themselves, or a row written
 * over for somebody else, make nobody another. A row without a key that names exactly the same person goes with them.
 */
export function markedRows(rows: readonly ReadRow[], register: readonly Person[], meant: Meant): MarkedRows {
  const byKey = new Map<string, Person>(register.map((person) => [person.id, person]));
  const byIdentity = new Map<string, Person[]>();
  for (const person of register) {
    byIdentity.set(identityOf(person), [...(byIdentity.get(identityOf(person)) ?? []), person]);
  }
  const marked = new Map<Person, ReadRow[]>();
  const unmarked: ReadRow[] = [];
  for (const row of rows) {
    const person = personOf(row, byKey, byIdentity) ?? saidOf(row, byKey, meant);
    if (person) marked.set(person, [...(marked.get(person) ?? []), row]);
    else unmarked.push(row);
  }
  const others = unmarked.filter((row) => {
    const same = (byIdentity.get(identityOf(row)) ?? []).filter((person) => marked.has(person));
    const [person] = same;
    if (row.birthMonth === null || same.length !== 1 || !person) return true;
    marked.get(person)?.push(row);
    return false;
  });
  return { marked, others };
}

/** Whom somebody who looked chose for this row; only of those who bear its name. */
function saidOf(row: ReadRow, byKey: ReadonlyMap<string, Person>, meant: Meant): Person | null {
  const person = byKey.get(meant.get(row.line) ?? '');
  return person && nameOf(person) === nameOf(row) ? person : null;
}

function personOf(
  row: ReadRow,
  byKey: ReadonlyMap<string, Person>,
  byIdentity: ReadonlyMap<string, readonly Person[]>,
): Person | null {
  const person = byKey.get(row.key ?? '');
  if (!person) return null;
  const exact = row.birthMonth === null ? [] : (byIdentity.get(identityOf(row)) ?? []);
  if (exact.length > 0) return exact.includes(person) ? person : null;
  const isSameBirth = row.birthMonth !== null && row.birthMonth === person.birthMonth;
  return nameOf(row) === nameOf(person) || isSameBirth ? person : null;
}

/** Somebody at two positions has two rows: what one of them changes holds, unless another changes it differently. */
export function mergeMarked(rows: readonly ReadRow[], person: Person, faults: Fault[]): ReadRow | null {
  const [first, ...others] = rows.map((row) => saidAnew(row, person));
  if (!first) return null;
  return others.reduce((merged, row) => {
    if (!contradicts(merged, row, person)) return mergeOf(merged, row, person);
    faults.push(faultOf(row, 'same-as-line', String(merged.line)));
    return merged;
  }, first);
}

/** Null where a cell says what the register says. */
function saidAnew(row: ReadRow, person: Person): ReadRow {
  const form = formOf(row, person);
  const known = fields.filter((field) => form[field] === person[field]);
  return { ...row, ...Object.fromEntries(known.map((field) => [field, null])) };
}

function contradicts(a: ReadRow, b: ReadRow, person: Person): boolean {
  const names = new Set([a, b].map(nameOf).filter((name) => name !== nameOf(person)));
  return names.size > 1 || fields.some((field) => a[field] !== null && b[field] !== null && a[field] !== b[field]);
}
