/** Which conflicts of interest are looked for, and which the known facts suggest. A person decides; this only finds. */
import { foldName } from '../../../i18n/names.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Conflict, ConflictKind, DeclaredRelation } from '../../access/types.ts';
import type { Profile } from '../../committees/types.ts';

/**
 * What facts alone can show, by profile. Where the personnel body and the committee secretary enter the names, who
 * entered one is no sign of closeness; where members put forward whom they want, it is.
 */
export const detectedKinds: Readonly<Record<Profile, readonly ConflictKind[]>> = {
  'vn-party': ['self', 'same-unit'],
  'vn-state': ['self', 'same-unit'],
  general: ['self', 'same-unit', 'proposer'],
  nomcom: ['self', 'same-unit', 'proposer'],
};

/** What a person can say of themselves: to be the nominee is seen from the list. */
export const declarableKinds = ['relative', 'superior', 'same-unit', 'business', 'proposer', 'other'] as const;

export interface Judge {
  readonly person: PersonId;
  readonly unit: string | null;
}

export interface Judged {
  readonly person: PersonId;
  readonly unit: string | null;
  readonly searchName: string;
  readonly proposedBy: PersonId;
}

/**
 * One for each person, nominee and kind that nobody has decided yet, in the order of the people and then the list.
 * Somebody who is recused already is not asked about again; a name said earlier counts whatever kind it was.
 */
export function possibleConflicts(input: {
  readonly kinds: readonly ConflictKind[];
  readonly judges: readonly Judge[];
  readonly nominees: readonly Judged[];
  readonly relations: readonly DeclaredRelation[];
  readonly recused: readonly Pick<Conflict, 'person' | 'nominee'>[];
  readonly ruled: readonly Conflict[];
}): readonly Conflict[] {
  const recused = new Set(input.recused.map(({ person, nominee }) => `${person}/${nominee}`));
  const ruled = new Set(input.ruled.map(keyOf));
  const found = new Map<string, Conflict>();
  for (const judge of input.judges) {
    for (const nominee of input.nominees) {
      if (recused.has(`${judge.person}/${nominee.person}`)) continue;
      for (const kind of kindsBetween(judge, nominee, input)) {
        const conflict = { person: judge.person, nominee: nominee.person, kind };
        if (!ruled.has(keyOf(conflict))) found.set(keyOf(conflict), conflict);
      }
    }
  }
  return [...found.values()];
}

function kindsBetween(
  judge: Judge,
  nominee: Judged,
  { kinds, relations }: { kinds: readonly ConflictKind[]; relations: readonly DeclaredRelation[] },
): readonly ConflictKind[] {
  if (judge.person === nominee.person) return kinds.includes('self') ? ['self'] : [];
  const said = relations
    .filter((relation) => relation.person === judge.person && relation.searchName === nominee.searchName)
    .map(({ kind }) => kind);
  const isSameUnit = judge.unit !== null && nominee.unit !== null && unitKey(judge.unit) === unitKey(nominee.unit);
  return [
    ...said,
    ...(isSameUnit && kinds.includes('same-unit') ? (['same-unit'] as const) : []),
    ...(judge.person === nominee.proposedBy && kinds.includes('proposer') ? (['proposer'] as const) : []),
  ];
}

/** An empty unit is not known, and what is not known is the same as nothing. */
function unitKey(unit: string): string | symbol {
  const folded = foldName(unit);
  return folded === '' ? Symbol('not known') : folded;
}

function keyOf({ person, nominee, kind }: Conflict): string {
  return `${person}/${nominee}/${kind}`;
}
