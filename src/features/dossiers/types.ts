/**
 * A *dossier* (hồ sơ nhân sự) is what lies on paper about a nominee of one plan. A *paper* of it is ticked off when it is
 * there; what it says is never stored. A paper is *missing*, *present*, or *expired*. Which papers belong to it is the
 * rule set's (dossierPapers); what goes with the whole list is the submission's.
 */
import type { Id, PersonId, PlanId, PositionId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { Confidence, DossierPaperKind } from '../eligibility/types.ts';
import type { Plan } from '../plans/types.ts';

export type DossierPaperId = Id<'dossier-paper'>;

export interface DossierPaper {
  readonly id: DossierPaperId;
  readonly plan: PlanId;
  readonly person: PersonId;
  readonly kind: DossierPaperKind;
  readonly number: string | null;
  /** Where it is kept, and a remark: typed. */
  readonly keptAt: string | null;
  readonly remark: string | null;
  readonly issuedOn: PlainDate | null;
  /** The last day on which it counts; null: it does not expire. */
  readonly expiresOn: PlainDate | null;
  /** The last day was counted from the day of issue, by the rule set. */
  readonly isCounted: boolean;
}

export type PaperDetails = Omit<DossierPaper, 'id' | 'plan' | 'person' | 'kind'>;

export type PaperState = 'present' | 'missing' | 'expired';

export interface PaperStanding {
  readonly kind: DossierPaperKind;
  readonly state: PaperState;
  /** Null: it was not ticked off. */
  readonly paper: DossierPaper | null;
}

/** One nominee for one position; who is put forward for two positions has one dossier and two lines. */
export interface DossierLine {
  readonly person: PersonId;
  readonly fullName: string;
  readonly position: PositionId;
  readonly positionTitle: string;
  readonly proposedBy: PersonId;
  /** In the order of the rule set. */
  readonly papers: readonly PaperStanding[];
}

export interface Dossiers {
  readonly plan: Plan;
  readonly required: readonly DossierPaperKind[];
  /** How sure it is that these are the papers. */
  readonly confidence: Confidence;
  /** In protocol order; only those that the viewer may see. */
  readonly lines: readonly DossierLine[];
}

/** A nominee whose dossier lacks something, for a submission. */
export interface Incomplete {
  readonly fullName: string;
  readonly lacks: readonly Pick<PaperStanding, 'kind' | 'state'>[];
}

export interface ToAsk {
  readonly plan: Plan;
  /** Each gets one card about all of these. */
  readonly inChat: readonly {
    readonly person: PersonId;
    readonly fullName: string;
    readonly lines: readonly DossierLine[];
  }[];
  /** Nobody in the chat can be asked about these. */
  readonly otherwise: readonly DossierLine[];
}

export interface Asked extends ToAsk {
  /** Null: nobody was asked in the chat. */
  readonly batch: string | null;
}

export interface ExpiringOf {
  readonly plan: Plan;
  readonly papers: number;
  /** Of how many people on the list. */
  readonly people: number;
}
