/** What a roll-up counts, who is on two units' lists, and what a letter must say. */
import { foldName } from '../../i18n/names.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { isPlainDate, type PlainDate, type PlainMonth } from '../../kernel/time.ts';
import { type Structure, structureOf } from '../eligibility/rules/structure.ts';
import type { RuleSet } from '../eligibility/types.ts';
import type { Unit } from '../units/types.ts';
import type { AskedUnit, Collection, ListedPerson } from './types.ts';

export const textMax = 200;

/** Numerators and denominators over these lists; ages are those of the month `on`. One name on two lists counts once. */
export function rollUp(units: readonly AskedUnit[], ruleSet: RuleSet, on: PlainMonth): Structure {
  const people = units.flatMap(({ handIn }) => handIn?.people ?? []);
  const planned = people.map((one) => ({
    ...{ person: sameAs(one), position: one.position ?? '', birthMonth: one.birthMonth, sex: one.sex },
  }));
  return structureOf(planned, [], ruleSet, on);
}

export interface Twice {
  readonly fullName: string;
  readonly units: readonly string[];
}

/** One name with one birth month (or without one) on the lists of several units: pointed out, never struck. */
export function onSeveralLists({ units }: Pick<Collection, 'units'>): readonly Twice[] {
  const found = new Map<string, { person: ListedPerson; units: Set<string> }[]>();
  for (const { name, handIn } of units) {
    for (const person of handIn?.people ?? []) {
      const namesakes = found.get(foldName(person.fullName)) ?? [];
      const same = namesakes.find((other) => agree(other.person.birthMonth, person.birthMonth));
      if (same) same.units.add(name);
      else found.set(foldName(person.fullName), [...namesakes, { person, units: new Set([name]) }]);
    }
  }
  return [...found.values()]
    .flat()
    .filter((one) => one.units.size > 1)
    .map((one) => ({ fullName: one.person.fullName, units: [...one.units] }));
}

function agree(one: PlainMonth | null, other: PlainMonth | null): boolean {
  return one === null || other === null || one === other;
}

function sameAs({ fullName, birthMonth }: ListedPerson): string {
  return `${foldName(fullName)}|${birthMonth ?? ''}`;
}

export type LetterRefusal =
  | 'hand-in-number-missing'
  | 'hand-in-text-too-long'
  | 'hand-in-date-unreadable'
  | 'hand-in-unit-gone';

/** Number and date of the letter, and that the unit was there on that date. Refusals name their field. */
export function checkLetter(
  unit: Unit,
  typed: { readonly number: string; readonly dated: PlainDate },
): Outcome<{ readonly number: string; readonly dated: PlainDate }, LetterRefusal> {
  const number = typed.number.normalize('NFC').trim();
  if (number === '') return refused('hand-in-number-missing', {}, 'number');
  if (number.length > textMax) return refused('hand-in-text-too-long', { max: textMax }, 'number');
  if (!isPlainDate(typed.dated)) return refused('hand-in-date-unreadable', {}, 'dated');
  const { end } = unit;
  if (end && end.on <= typed.dated) {
    return refused('hand-in-unit-gone', { name: unit.spells.at(-1)?.name ?? '', on: end.on }, 'dated');
  }
  return done({ number, dated: typed.dated });
}
