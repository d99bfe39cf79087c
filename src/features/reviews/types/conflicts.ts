/**
 * A *possible* conflict of interest was found and waits for a ruling; to *pin* it makes a recusal of it. A *relation* is
 * a name that somebody said before it was put forward. A case is *handed over* when the chair is recused from it.
 */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Conflict, ConflictKind, RecusalRow } from '../../access/types.ts';
import type { Committee, Membership } from '../../committees/types.ts';

export interface SeenConflict extends Conflict {
  readonly personName: string;
  readonly nomineeName: string;
  /** The acting person is the one who may be too close: somebody else has to rule. */
  readonly isOwn: boolean;
}

export interface SeenRecusal extends Pick<RecusalRow, 'person' | 'nominee' | 'kind' | 'via' | 'declaredAt'> {
  readonly personName: string;
  readonly nomineeName: string;
  /** False: declared by the person. */
  readonly isRecorded: boolean;
  /** The chair takes no part in this case; it is led by this person, or by nobody (null) until a deputy is named. */
  readonly handedTo: { readonly name: string | null } | null;
}

export interface SeenRelation {
  readonly personName: string;
  readonly fullName: string;
  readonly kind: ConflictKind;
}

/** For the committee secretary and the chair, as each may know it. */
export interface ConflictBoard {
  readonly committee: Committee;
  readonly possible: readonly SeenConflict[];
  readonly recusals: readonly SeenRecusal[];
  readonly relations: readonly SeenRelation[];
  readonly members: readonly Membership[];
}

/** A case that a deputy leads in place of the chair. */
export interface LedCase {
  readonly nominee: PersonId;
  readonly fullName: string;
}
