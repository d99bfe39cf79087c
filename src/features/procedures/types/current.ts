/** A plan's own procedure, and what was entered of its steps that were held outside the bot. */
import type { ViaKind } from '../../../kernel/act.ts';
import type { CommitteeId, Id, PersonId, PlanId, PositionId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { RuleChange } from './own-rule.ts';
import type { Procedure } from './procedure.ts';

export type ProcedureId = Id<'plan-procedure'>;

export interface PlanProcedure {
  readonly id: ProcedureId;
  readonly plan: PlanId;
  readonly committee: CommitteeId;
  /** As it was when it was chosen. */
  readonly procedure: Procedure;
  readonly startedAt: Date;
  /** What the committee has set itself: one of each step and part. */
  readonly ownParts: readonly RuleChange[];
}

export interface EnteredCandidate {
  readonly person: PersonId;
  readonly position: PositionId;
  readonly isLetThrough: boolean;
  /** Why they stood though the step before did not let them through. */
  readonly exception: string | null;
}

/** Somebody whom the approving authority sent back: what the step and later ones brought until then does not count. */
export interface StepReturn {
  readonly step: string;
  readonly person: PersonId;
  readonly position: PositionId;
  /** Number of the submission with which they came back. */
  readonly submission: number;
  readonly at: Date;
}

export interface EnteredStep {
  readonly step: string;
  readonly heldOn: PlainDate;
  readonly via: ViaKind;
  readonly reference: string | null;
  readonly note: string | null;
  readonly isPassed: boolean | null;
  readonly candidates: readonly EnteredCandidate[];
  readonly enteredAt: Date;
}

/** Somebody for a position: the same person may stand for two. */
export function standKey(position: string | null, person: string): string {
  return `${position ?? ''}:${person}`;
}

export function readStandKey(key: string): { readonly position: PositionId; readonly person: PersonId } {
  const at = key.indexOf(':');
  return { position: key.slice(0, at) as PositionId, person: key.slice(at + 1) as PersonId };
}
