/** Who of the list is in the register already, and what confirming would change: by name and birth month. */
import { identityOf } from '../../people/rules/names.ts';
import type { Discipline, Person, ShortForm } from '../../people/types.ts';
import type { ChangedField, Fault, PersonChange, ReadRow } from '../types.ts';

const fields = ['birthMonth', 'sex', 'unit', 'partyPost', 'statePost', 'level'] as const;

export interface Matched {
  readonly changes: readonly PersonChange[];
  readonly faults: readonly Fault[];
}

/**
 * Confirming the same list again changes nothing: an empty cell erases nothing, and a person is the same by name and
 * birth month. Without a birth month a row means the only one of that name (in the list, else in the register); of several
 * nobody can tell who is meant, and the row is a fault. Two rows that say different things of one person: a fault too.
 */
export function matchPeople(rows: readonly ReadRow[], register: readonly Person[]): Matched {
  const faults: Fault[] = [];
  const merged = mergeRows(rows, faults);
  const taken = new Set<string>();
  const changes = merged.flatMap((row): PersonChange[] => {
    const found = findInRegister(row, register, taken);
    if (found === 'several') {
      faults.push(faultOf(row, 'which-person', null));
      return [];
    }
    if (!found) return [{ kind: 'new', row, form: formOf(row, null) }];
    taken.add(found.id);
    return [changeOf(row, found)];
  });
  return { changes, faults };
}

function changeOf(row: ReadRow, person: Person): PersonChange {
  const form = formOf(row, person);
  const changed: ChangedField[] = fields.filter((field) => form[field] !== person[field]);
  const isKnown = (one: Discipline) => person.disciplines.some((known) => isSame(one, known));
  if (!row.disciplines.every(isKnown)) changed.push('discipline');
  return { kind: changed.length > 0 ? 'changed' : 'unchanged', row, form, person, fields: changed };
}

/** The name stays as the register writes it: only capital letters can differ. */
function formOf(row: ReadRow, person: Person | null): ShortForm {
  return {
    fullName: person?.fullName ?? row.fullName,
    birthMonth: row.birthMonth ?? person?.birthMonth ?? null,
    sex: row.sex ?? person?.sex ?? null,
    unit: row.unit ?? person?.unit ?? null,
    partyPost: row.partyPost ?? person?.partyPost ?? null,
    statePost: row.statePost ?? person?.statePost ?? null,
    level: row.level ?? person?.level ?? null,
  };
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
    else byIdentity.set(key, other ? merge(other, row) : row);
  }
  return [...byIdentity.values()].sort((a, b) => a.line - b.line);
}

function differs(a: ReadRow, b: ReadRow): boolean {
  return fields.some((field) => a[field] !== null && b[field] !== null && a[field] !== b[field]);
}

function merge(a: ReadRow, b: ReadRow): ReadRow {
  return {
    ...a,
    birthMonth: a.birthMonth ?? b.birthMonth,
    sex: a.sex ?? b.sex,
    unit: a.unit ?? b.unit,
    partyPost: a.partyPost ?? b.partyPost,
    statePost: a.statePost ?? b.statePost,
    level: a.level ?? b.level,
    disciplines: [
      ...a.disciplines,
      ...b.disciplines.filter((one) => !a.disciplines.some((other) => isSame(one, other))),
    ],
    entries: [...a.entries, ...b.entries.filter((one) => !a.entries.some((other) => other.position === one.position))],
  };
}

function faultOf(row: ReadRow, expected: Fault['expected'], hint: string | null): Fault {
  return { line: row.line, column: 'fullName', typed: row.fullName.slice(0, 60), expected, hint };
}

function nameOf(of: Pick<ShortForm, 'fullName'>): string {
  return identityOf({ fullName: of.fullName, birthMonth: null });
}

/** The same measure: kind and date of the decision, as the register's unique index has it. */
function isSame(a: Discipline, b: Discipline): boolean {
  return a.kind === b.kind && a.decidedOn === b.decidedOn;
}
