/**
 * A *possible* conflict of interest was found and waits for a ruling; to *pin* it makes a recusal of it. A *relation* is
 * a name that somebody said before it was put forward. A case is *handed over* when the chair is recused from it.
 */
import type { CommitteeId, Id, PersonId } from '../../../kernel/ids.ts';
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
  readonly handedTo: { readonly name: string | null; readonly toTakeOn: LeadId | null } | null;
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

export type LeadId = Id<'review-lead'>;

/** A case that was handed over: the deputy is asked to say by a date that they lead it. */
export interface LeadRow {
  readonly id: LeadId;
  readonly committee: CommitteeId;
  readonly nominee: PersonId;
  readonly leader: PersonId;
  /** Null: not said yet. */
  readonly takenAt: Date | null;
}

/** A case that a deputy leads in place of the chair. */
export interface LedCase {
  /** To be taken on; null: it is, or was handed over before anybody was asked. */
  readonly toTakeOn: LeadId | null;
  readonly nominee: PersonId;
  readonly fullName: string;
}
