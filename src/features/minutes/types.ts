/**
 * *Minutes* (biên bản) are drafted by what was recorded in the sitting. A *correction* is proposed by somebody who took
 * part and decided by the secretary; chair and secretary *confirm*, or the signed paper is recorded; after that there are
 * only *addenda* (đính chính).
 */
import type { ConferenceId, Id, PersonId } from '../../kernel/ids.ts';
import type { SittingEventId, SittingItemId } from '../sittings/types.ts';

export type CorrectionId = Id<'minutes-correction'>;

export const minutesStates = ['draft', 'circulated', 'confirmed'] as const;
export type MinutesState = (typeof minutesStates)[number];

export interface Confirmer {
  readonly person: PersonId;
  readonly fullName: string;
}

export interface Minutes {
  readonly conference: ConferenceId;
  readonly state: MinutesState;
  readonly heldUntil: Date | null;
  readonly batch: string | null;
  /** Who confirmed in the chair's place and when; the same of the secretary. */
  readonly chairBy: Confirmer | null;
  readonly chairAt: Date | null;
  readonly secretaryBy: Confirmer | null;
  readonly secretaryAt: Date | null;
  readonly paper: { readonly number: string; readonly dated: string } | null;
  readonly confirmedAt: Date | null;
}

export interface Correction {
  readonly id: CorrectionId;
  readonly event: SittingEventId | null;
  readonly item: SittingItemId | null;
  readonly before: string | null;
  readonly after: string;
  readonly by: PersonId;
  readonly byName: string;
  readonly state: 'open' | 'accepted' | 'declined';
  readonly reason: string | null;
}

export interface Addendum {
  readonly number: number;
  readonly item: SittingItemId | null;
  readonly text: string;
  readonly addedAt: Date;
}
