/** What must be known of the decision behind a change of a plan (planning 8.3, invariants 20 and 22). */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import type { DecisionPaper } from '../../plans/types.ts';

const paperMax = 200;

export type PaperRefusal =
  | 'decision-paper-missing'
  | 'decision-paper-too-long'
  | 'decision-day-unreadable'
  | 'decision-day-to-come';

/** Body, number and day; the vote or ground where there is one. A decision is not of a day to come. */
export function checkPaper(typed: DecisionPaper, today: PlainDate): Outcome<DecisionPaper, PaperRefusal> {
  const tidy = (text: string) => text.normalize('NFC').trim();
  const { decidedOn } = typed;
  const paper = {
    body: tidy(typed.body),
    decision: tidy(typed.decision),
    decidedOn,
    basis: tidy(typed.basis ?? '') || null,
  };
  for (const field of ['body', 'decision', 'basis'] as const) {
    if ((paper[field]?.length ?? 0) > paperMax) return refused('decision-paper-too-long', { max: paperMax }, field);
    if (paper[field] === '') return refused('decision-paper-missing', {}, field);
  }
  if (!isPlainDate(decidedOn)) return refused('decision-day-unreadable', {}, 'decidedOn');
  if (decidedOn > today) return refused('decision-day-to-come', { day: decidedOn }, 'decidedOn');
  return done(paper);
}
