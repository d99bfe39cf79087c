/** Who is meant by a typed name, and who may be the same person as somebody new. */
import { searchName, tidyName } from '../../../i18n/names.ts';
import type { Person, ShortForm } from '../types.ts';

type Named = Pick<Person, 'fullName'>;

export type NameMatch<P extends Named> =
  /** The name as it stands in the register, and only one bears it. */
  | { readonly kind: 'exact'; readonly person: P }
  /** Without diacritics, in another order, only a part, or borne by several: whoever typed it has to say who. */
  | { readonly kind: 'confirm'; readonly people: readonly P[] }
  | { readonly kind: 'none' };

/** Capital letters do not matter: "NGUYỄN VĂN AN" is the exact name of Nguyễn Văn An. Source: design 5, "Names". */
export function matchNames<P extends Named>(typed: string, people: readonly P[]): NameMatch<P> {
  const name = tidyName(typed).toLowerCase();
  if (name === '') return { kind: 'none' };
  const exact = people.filter((person) => person.fullName.toLowerCase() === name);
  const [only] = exact;
  if (exact.length === 1 && only) return { kind: 'exact', person: only };
  if (exact.length > 1) return { kind: 'confirm', people: exact };
  const words = searchName(typed).split(' ').filter(Boolean);
  const near = people.filter((person) => {
    const folded = searchName(person.fullName);
    return words.every((word) => folded.includes(word));
  });
  return near.length > 0 && words.length > 0 ? { kind: 'confirm', people: near } : { kind: 'none' };
}

/** The same name without diacritics and order, and no birth month that speaks against it: warns, never blocks. */
export function possibleDuplicates<P extends Named & Pick<ShortForm, 'birthMonth'>>(
  form: Pick<ShortForm, 'fullName' | 'birthMonth'>,
  people: readonly P[],
): readonly P[] {
  const name = searchName(form.fullName);
  return people.filter(
    (person) =>
      searchName(person.fullName) === name &&
      (form.birthMonth === null || person.birthMonth === null || form.birthMonth === person.birthMonth),
  );
}

/**
 * Who of the register a line of somebody else's list means. Known: one person bears the very name and birth month, and
 * nobody else may be meant. Else everybody whom it may mean: nobody guesses between two of one name.
 */
export function whoIsMeant<P extends Named & Pick<ShortForm, 'birthMonth'>>(
  line: Pick<ShortForm, 'fullName' | 'birthMonth'>,
  people: readonly P[],
): { readonly known: P | null; readonly possible: readonly P[] } {
  const possible = possibleDuplicates(line, people);
  const [only] = possible;
  const isSure = only !== undefined && line.birthMonth !== null && identityOf(only) === identityOf(line);
  return possible.length === 1 && isSure ? { known: only, possible: [] } : { known: null, possible };
}

/** What makes two rows of a list the same person: the name and the birth month. A missing month is not another month. */
export function identityOf(form: Pick<ShortForm, 'fullName' | 'birthMonth'>): string {
  return `${foldExact(form.fullName)}|${form.birthMonth ?? ''}`;
}

function foldExact(name: string): string {
  return tidyName(name).toLowerCase();
}
