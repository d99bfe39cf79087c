/** What one row of the register has to say for another. */
import type { Person, ShortForm } from '../types.ts';

const fields: readonly Exclude<keyof ShortForm, 'fullName'>[] = [
  'birthMonth',
  'sex',
  'unit',
  'partyPost',
  'statePost',
  'level',
];

/** What `stays` does not say and `goes` does; nothing that it says is overwritten. */
export function takenOver(stays: Person, goes: Person): readonly Exclude<keyof ShortForm, 'fullName'>[] {
  return fields.filter((field) => stays[field] === null && goes[field] !== null);
}
