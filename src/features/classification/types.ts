/**
 * *Classification* (độ mật): how secret something is by its own marking. A *marking* is what a paper bears ("MẬT" on a line
 * of its own, "Độ mật: Tối mật"); the word inside a sentence ("bí mật", "secret ballot") is none. A workspace *accepts*
 * up to a level: whatever bears a higher marking is turned away before anything else looks at it.
 */
import type { ConferenceId, Id, PlanId } from '../../kernel/ids.ts';

/** In rising order (planning.md 7, no. 97). `internal` ("lưu hành nội bộ") is no state secret. */
export const levels = ['unclassified', 'internal', 'confidential', 'secret', 'top-secret'] as const;
export type Level = (typeof levels)[number];

/** Several things together are as secret as the highest of them (planning 8.3, no. 37). */
export function highestOf(found: readonly Level[]): Level {
  return levels.findLast((level) => found.includes(level)) ?? 'unclassified';
}

/**
 * No state secret: `max_accepted_classification` of planning.md 8.4 ("unclassified", ✔ for the reason: Decision
 * 2500/QĐ-TTg and Law 117/2025/QH15, [S66][S69]). "Internal" is let in because it marks no state secret.
 */
export const acceptedByDefault: Level = 'internal';

export interface Accepted {
  readonly level: Level;
  /** 0: nobody has said anything yet, the default holds. */
  readonly version: number;
  readonly since: Date | null;
  readonly reason: string | null;
}

/** What bears a level of its own. */
export type Bearer =
  | { readonly kind: 'plan'; readonly id: PlanId }
  | { readonly kind: 'conference'; readonly id: ConferenceId };

export type ClassificationId = Id<'classification'>;
