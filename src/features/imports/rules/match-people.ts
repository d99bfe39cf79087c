/** Who of the list is in the register already, and what confirming would change: by row key, or by name and birth month. */
import { identityOf } from '../../people/rules/names.ts';
import type { Discipline, Person } from '../../people/types.ts';
import type { Meant, UnclearLine } from '../types/development.ts';
import type { ChangedField, Fault, PersonChange, ReadRow } from '../types/people.ts';
import { markedRows, mergeMarked } from './row-keys.ts';
import { byWhatTellsApart, faultOf, fields, formOf, isSame, mergeOf, nameOf } from './same-person.ts';

export interface Matched {
  readonly changes: readonly PersonChange[];
  readonly faults: readonly Fault[];
  /** Of the faults, the lines that several people of the register may be about, with these. */
  readonly unclear: readonly UnclearLine[];
}

/**
 * Confirming the same list again changes nothing: an empty cell erases nothing, a cell that says what the register says
 * changes nothing, and a person is the same by name and birth month. A list that went out from here carries the keys of its
 * rows, so there a name or a birth month may be put right too. Without a birth month a row means the only one of that name
 * (in the list, else in the register); of several nobody can tell who is meant, and the row is a fault until somebody says
 * it (`meant`: one of them, or a new person). Two rows that say different things of one person: a fault too.
 */
export function matchPeople(rows: readonly ReadRow[], register: readonly Person[], meant: Meant = new Map()): Matched {
  const faults: Fault[] = [];
  const isNew = ({ line }: ReadRow) => meant.get(line) === 'nobody';
  const { marked, others } = markedRows(
    rows.filter((row) => !isNew(row)),
    register,
    meant,
  );
  const known = [...marked].flatMap(([person, own]): PersonChange[] => {
    const row = mergeMarked(own, person, faults);
    return row ? [changeOf(row, person)] : [];
  });
  // Whoever was only said to be meant by a line may be meant by another one as well.
  const saidOnly = new Set<string>(meant.values());
  const taken = new Set<string>([...marked.keys()].map(({ id }) => id).filter((id) => !saidOnly.has(id)));
  const found = mergeRows(others, faults).flatMap((row): PersonChange[] => {
    const person = findInRegister(row, register, taken);
    if (person === 'several' || (person && saidOnly.has(person.id))) {
      faults.push(faultOf(row, 'which-person', null));
      return [];
    }
    if (!person) return [{ kind: 'new', row, form: formOf(row, null) }];
    taken.add(person.id);
    return [changeOf(row, person)];
  });
  const news = rows.filter(isNew).map((row): PersonChange => ({ kind: 'new', row, form: formOf(row, null) }));
  return {
    changes: [...known, ...found, ...news].sort((a, b) => a.row.line - b.row.line),
    faults,
    unclear: faults.flatMap((fault) => unclearOf(fault, rows, register)),
  };
}

function unclearOf({ line, expected }: Fault, rows: readonly ReadRow[], register: readonly Person[]): UnclearLine[] {
  const row = expected === 'which-person' ? rows.find((one) => one.line === line) : undefined;
  if (!row) return [];
  const { fullName, birthMonth } = row;
  const mayBe = (person: Person) =>
    nameOf(person) === nameOf(row) &&
    (birthMonth === null || person.birthMonth === null || person.birthMonth === birthMonth);
  return [{ line, fullName, birthMonth, possible: register.filter(mayBe).sort(byWhatTellsApart) }];
}

function changeOf(row: ReadRow, person: Person): PersonChange {
  const form = formOf(row, person);
  const changed: ChangedField[] = (['fullName', ...fields] as const).filter((field) => form[field] !== person[field]);
  const isKnown = (one: Discipline) => person.disciplines.some((known) => isSame(one, known));
  if (!row.disciplines.every(isKnown)) changed.push('discipline');
  return { kind: changed.length > 0 ? 'changed' : 'unchanged', row, form, person, fields: changed };
}

function findInRegister(
  row: ReadRow,
  register: readonly Person[],
  taken: ReadonlySet<string>,
): Person | 'several' | null {
  const name = nameOf(row);
  const namesakes = register.filter((person) => nameOf(person) === name && !taken.has(person.id));
  if (row.birthMonth === null) return namesakes.length > 1 ? 'several' : (namesakes[0] ?? null);
  const same = namesakes.filter((person) => person.birthMonth === row.birthMonth);
  if (same.length > 0) return same.length > 1 ? 'several' : (same[0] ?? null);
  const unknown = namesakes.filter((person) => person.birthMonth === null);
  return unknown.length > 1 ? 'several' : (unknown[0] ?? null);
}

/** One row a person, those with a birth month first, so that whoever is known for certain is taken first. */
function mergeRows(rows: readonly ReadRow[], faults: Fault[]): readonly ReadRow[] {
  const byIdentity = new Map<string, ReadRow>();
  const inOrder = [...rows].sort((a, b) => Number(a.birthMonth === null) - Number(b.birthMonth === null));
  for (const row of inOrder) {
    const namesakes = [...byIdentity].filter(([, other]) => nameOf(other) === nameOf(row));
    if (row.birthMonth === null && namesakes.filter(([, other]) => other.birthMonth !== null).length > 1) {
      faults.push(faultOf(row, 'which-person', null));
      continue;
    }
    const [key, other] = (row.birthMonth === null ? namesakes[0] : undefined) ?? [
      identityOf(row),
      byIdentity.get(identityOf(row)),
    ];
    if (other && differs(row, other)) faults.push(faultOf(row, 'same-as-line', String(other.line)));
    else byIdentity.set(key, other ? mergeOf(other, row, other) : row);
  }
  return [...byIdentity.values()].sort((a, b) => a.line - b.line);
}

function differs(a: ReadRow, b: ReadRow): boolean {
  return fields.some((field) => a[field] !== null && b[field] !== null && a[field] !== b[field]);
}
