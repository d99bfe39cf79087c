/**
 * A *notice* (thông báo kết quả) tells somebody what the approving authority decided: each nominee of their own name, the
 * members that it has decided. Where the rule set says so those who were not approved are told first.
 */
import type { ViaKind } from '../../kernel/act.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { Confidence, Wording } from '../eligibility/types.ts';
import type { Seat, SeatId, Submission, SubmissionId } from '../submissions/types.ts';

export type NoticeId = Id<'result-notice'>;

/** To whom: those who were not approved, those who were, or the members. */
export const audiences = ['not-approved', 'approved', 'members'] as const;
export type Audience = (typeof audiences)[number];

export interface Notice {
  readonly id: NoticeId;
  readonly submission: SubmissionId;
  /** Null: the members. */
  readonly seat: SeatId | null;
  readonly person: PersonId | null;
  readonly via: ViaKind;
  readonly toldOn: PlainDate;
  readonly held: { readonly batch: string; readonly until: Date } | null;
}

export interface Line {
  readonly seat: Seat;
  /** Can be told in the chat. */
  readonly hasAccount: boolean;
  /** Null: nobody has told them yet. */
  readonly notice: Notice | null;
}

export interface Result {
  readonly submission: Submission;
  /** Those whom the authority decided on, in protocol order, as far as the viewer may see. */
  readonly lines: readonly Line[];
  readonly members: Notice | null;
  readonly refusedFirst: { readonly applies: boolean; readonly confidence: Confidence; readonly title: Wording };
}
