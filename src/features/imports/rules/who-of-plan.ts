/** Whom of a plan's people each line of a list means; where that is not certain, who may be. */
import { searchName } from '../../../i18n/names.ts';
import type { Listed } from '../../development/types.ts';
import type { DevelopmentRow, Meant } from '../types/development.ts';
import { nameOf } from './same-person.ts';

export type Who =
  | { readonly kind: 'known'; readonly listed: Listed }
  | { readonly kind: 'unclear'; readonly possible: readonly Listed[] }
  /** Nobody of the plan; `wasSaid`: whoever looked said so. */
  | { readonly kind: 'nobody'; readonly wasSaid: boolean };

/**
 * A key counts where the name is still the person's; then the very name, with no birth month that speaks against it, if
 * only one bears it. Without diacritics or in another order even a single one is asked about (design 5). What was said of
 * the line holds while the person is one of those possible.
 */
export function whoOfPlan(row: DevelopmentRow, people: readonly Listed[], meant: Meant): Who {
  const marked = people.find((one) => bears(one, row.key));
  if (marked && nameOf(marked.person) === nameOf(row)) return { kind: 'known', listed: marked };
  const fits = ({ person }: Listed) =>
    row.birthMonth === null || person.birthMonth === null || person.birthMonth === row.birthMonth;
  const near = people.filter((one) => searchName(one.person.fullName) === searchName(row.fullName) && fits(one));
  const exact = near.filter(({ person }) => nameOf(person) === nameOf(row));
  const sure = exact.filter(({ person }) => row.birthMonth !== null && person.birthMonth === row.birthMonth);
  const [only] = sure.length > 0 ? sure : exact;
  if (only && (sure.length === 1 || (sure.length === 0 && exact.length === 1 && near.length === 1))) {
    return { kind: 'known', listed: only };
  }
  if (near.length === 0) return { kind: 'nobody', wasSaid: false };
  const said = meant.get(row.line);
  if (said === 'nobody') return { kind: 'nobody', wasSaid: true };
  const chosen = near.find(({ person }) => person.id === said);
  return chosen ? { kind: 'known', listed: chosen } : { kind: 'unclear', possible: near };
}

/** The person's own key, or that of something recorded of them. */
function bears({ person, measures, experiences }: Listed, key: string | null): boolean {
  return key !== null && [person, ...measures, ...experiences].some(({ id }) => id === key);
}
