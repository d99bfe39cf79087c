/**
 * An *external nomination* (giới thiệu tham gia cấp ủy địa phương) puts somebody forward to a body outside, whose decision
 * is not ours: it is *prepared*, *contacts* with the body are recorded, then the *outcome*, which whoever is
 * *responsible* reports upward until a date counted from the day of the result (domain/planning 5, invariant 33).
 */
import type { CommitteeId, Id, PersonId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { Confidence } from '../eligibility/types.ts';
import type { RemovalReason } from '../plans/types.ts';

export type ExternalNominationId = Id<'external-nomination'>;
export const externalSubject = 'external-nomination';

export const outcomes = ['elected', 'not-elected', 'withdrawn'] as const;
export type ExternalOutcome = (typeof outcomes)[number];

export interface Preparation {
  readonly body: string;
  readonly position: string;
  readonly term: string;
  readonly preparedOn: PlainDate;
}

export interface Contact {
  readonly heldOn: PlainDate;
  readonly withWhom: string;
  readonly said: string;
}

export interface ExternalNomination {
  readonly id: ExternalNominationId;
  readonly committee: CommitteeId;
  readonly person: PersonId;
  readonly fullName: string;
  readonly body: string;
  readonly position: string;
  readonly term: string;
  readonly preparedOn: PlainDate;
  readonly responsible: PersonId;
  readonly responsibleName: string;
  readonly state: 'preparing' | ExternalOutcome;
  readonly resultOn: PlainDate | null;
  readonly decision: string | null;
  readonly word: string | null;
  readonly reportedOn: PlainDate | null;
  readonly reportNumber: string | null;
  readonly recordedAt: Date;
  readonly goesOn: GoesOn | null;
  /** The oldest first. */
  readonly contacts: readonly Contact[];
}

/** erased: nothing is held about the person any more; left-plan: taken out of a plan; proposed: they may have to be. */
export const concernKinds = ['erased', 'left-plan', 'proposed'] as const;

/** What has come up since somebody was put forward and speaks against going on. */
export interface Concern {
  readonly kind: (typeof concernKinds)[number];
  /** Of the removal or the proposal. */
  readonly reason: RemovalReason | null;
  /** Which one it is: another is another concern. */
  readonly about: string;
}

/** Somebody said why it goes on in spite of a concern. */
export interface GoesOn {
  readonly word: string | null;
  readonly about: string;
  readonly at: Date;
}

/** How long the rules give for the report, and how sure that is. */
export interface ReportRule {
  readonly days: number | null;
  readonly confidence: Confidence;
  readonly source: { readonly vi: string; readonly en: string };
}

export interface OutcomeForm {
  readonly outcome: ExternalOutcome;
  readonly resultOn: PlainDate;
  readonly decision: string | null;
  readonly word: string | null;
  /** The day by which it is reported; null: as the rules count. */
  readonly reportBy: PlainDate | null;
}
