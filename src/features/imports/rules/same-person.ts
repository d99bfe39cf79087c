/** What a row says of a person beside what the register says, and two rows of one person as one. */
import { identityOf } from '../../people/rules/names.ts';
import type { Discipline, Person, ShortForm } from '../../people/types.ts';
import { presentPostCell } from '../../plans/rules/sheet.ts';
import type { Fault, ReadRow } from '../types/people.ts';
import { tidyCell } from './cells.ts';

export const fields = ['birthMonth', 'sex', 'unit', 'partyPost', 'statePost', 'level'] as const;

/** The name stays as the register writes it where only capital letters differ. */
export function formOf(row: ReadRow, person: Person | null): ShortForm {
  const { fullName, birthMonth, sex, unit, partyPost, statePost, level } = row;
  if (!person) return { fullName, birthMonth, sex, unit, partyPost, statePost, level };
  return {
    fullName: nameOf(person) === nameOf(row) ? person.fullName : fullName,
    birthMonth: birthMonth ?? person.birthMonth,
    sex: sex ?? person.sex,
    unit: unlessSame(unit, person.unit),
    partyPost: unlessSame(partyPost, person.partyPost),
    // Lists with one column of posts name the Party post of whoever has no other.
    statePost: isSameText(statePost, presentPostCell(person))
      ? person.statePost
      : unlessSame(statePost, person.statePost),
    level: level ?? person.level,
  };
}

/** What the register says stays as it is written there, with spaces that no cell shows. */
function unlessSame(typed: string | null, known: string | null): string | null {
  return typed === null || isSameText(typed, known) ? known : typed;
}

function isSameText(typed: string | null, known: string | null): boolean {
  return typed !== null && known !== null && typed === tidyCell(known);
}

/** `known`: how the name is written so far; the row that writes another one names the person. */
export function mergeOf(a: ReadRow, b: ReadRow, known: Pick<ShortForm, 'fullName'>): ReadRow {
  return {
    ...a,
    fullName: nameOf(b) === nameOf(known) ? a.fullName : b.fullName,
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

export function faultOf(row: ReadRow, expected: Fault['expected'], hint: string | null): Fault {
  return { line: row.line, column: 'fullName', typed: row.fullName.slice(0, 60), expected, hint };
}

/** People of one name: the eldest first, then by unit and post; of whom nothing is known last. */
export function byWhatTellsApart(a: ShortForm, b: ShortForm): number {
  const said = (one: ShortForm) =>
    [one.birthMonth ?? '9999', one.unit, one.partyPost, one.statePost, one.fullName].join('\n');
  return said(a) < said(b) ? -1 : said(a) > said(b) ? 1 : 0;
}

export function nameOf(of: Pick<ShortForm, 'fullName'>): string {
  return identityOf({ fullName: of.fullName, birthMonth: null });
}

/** The same measure: kind and date of the decision, as the register's unique index has it. */
export function isSame(a: Discipline, b: Discipline): boolean {
  return a.kind === b.kind && a.decidedOn === b.decidedOn;
}
