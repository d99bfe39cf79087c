/** What the forms of a review say of everybody: who stands in the plan in the first, who is added in the second. */
import type { PlanEntryId } from '../../../kernel/ids.ts';
import type { RuleSet, SheetForm } from '../../eligibility/types.ts';
import { decisionCell, type SheetProposal, type SheetReviewed } from '../../plans/rules/sheet.ts';
import type { DecisionPaper, KeptEntry, Plan, Position } from '../../plans/types.ts';
import type { Decision, YearlyReview } from '../types.ts';

/** Those that have a column for what is proposed (Phụ lục 1 and 2; domain/planning 2.9); elsewhere there are none. */
export function reviewForms({ forms }: RuleSet): readonly SheetForm[] {
  return forms.sheets.filter(({ columns }) => columns.includes('unitProposal'));
}

/**
 * Whom the review is about. While it is open: who stands in the plan now, with what was decided so far; afterwards: who
 * stood in it then, because everybody was decided on.
 */
export function entriesReviewed(
  { state }: YearlyReview,
  entries: readonly KeptEntry[],
  decisions: readonly Decision[],
): readonly { readonly entry: KeptEntry; readonly decision: Decision | null }[] {
  const of = new Map(decisions.map((decision) => [decision.subject as PlanEntryId, decision]));
  return entries
    .map((entry) => ({ entry, decision: of.get(entry.id) ?? null }))
    .filter(({ entry, decision }) => (state === 'open' ? entry.leftOn === null : decision !== null));
}

const proposals: Readonly<Record<Decision['action'], SheetProposal | null>> = {
  ...{ keep: 'stays', remove: 'left', move: 'moves', 'carry-over': 'carried-over', add: 'enters' },
  'not-now': null,
};

export function proposalOf(decision: Decision | null): SheetProposal | null {
  return decision === null ? 'undecided' : proposals[decision.action];
}

/** The number of the decision stands with what it changed. */
export function reviewedBy(
  decision: Decision | null,
  paper: DecisionPaper | null,
  target: { readonly plan: Plan; readonly position: Pick<Position, 'title'> } | null,
): SheetReviewed {
  const { action = 'keep', reason = null, note = null } = decision ?? {};
  const isChange = action !== 'keep' && action !== 'not-now';
  const title = target?.position.title ?? null;
  return {
    ...{ reason, note, to: title !== null && action === 'carry-over' ? `${title} (${target?.plan.title})` : title },
    decision: isChange && paper ? decisionCell(paper.decision, paper.decidedOn) : null,
  };
}
