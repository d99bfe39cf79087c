/** What a roll-up counts, and what a letter must say. */
import { foldName } from '../../../i18n/names.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate, type PlainDate, type PlainMonth } from '../../../kernel/time.ts';
import { type Structure, structureOf } from '../../eligibility/rules/structure.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import type { Unit } from '../../units/types.ts';
import type { AskedUnit, ListedPerson } from '../types.ts';

export const textMax = 200;

/** Numerators and denominators over these lists; ages are those of the month `on`. One name on two lists counts once. */
export function rollUp(units: readonly AskedUnit[], ruleSet: RuleSet, on: PlainMonth): Structure {
  const people = units.flatMap(({ handIn }) => handIn?.people ?? []);
  const planned = people.map((one) => ({
    ...{ person: one.person ?? sameAs(one), position: one.position ?? '', birthMonth: one.birthMonth, sex: one.sex },
  }));
  return structureOf(planned, [], ruleSet, on);
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
