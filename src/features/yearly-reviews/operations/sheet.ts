/** A yearly review in the forms in which it is handed in: a draft while it is open, final with its decision. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { listFile } from '../../../documents/list-file.ts';
import type { Sheet } from '../../../documents/workbook.ts';
import { byGivenName } from '../../../i18n/names.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { PositionId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import type { SheetKind } from '../../eligibility/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { keptPlan } from '../../plans/operations/as-of.ts';
import { plansOf } from '../../plans/operations/look.ts';
import { decisionCell, inSheetOrder, type SheetContent, type SheetLine } from '../../plans/rules/sheet.ts';
import type { KeptEntry, KeptPlan, Plan, Position } from '../../plans/types.ts';
import { entriesReviewed, proposalOf, reviewedBy, reviewForms } from '../rules/sheet.ts';
import * as store from '../store.ts';
import type { Decision, YearlyReview } from '../types.ts';
import type { At, LookRefusal } from './look.ts';

export interface ReviewSheets {
  readonly review: YearlyReview;
  /** In the order of the rule set. */
  readonly sheets: readonly SheetContent[];
}

export type ReviewSheetRefusal = LookRefusal | 'yearly-no-sheet';

/**
 * Every form of the plan's rules, filled: also one with nobody in it. Right: candidates.enter; whoever is closed to the
 * viewer is in none. Refusals: yearly-no-sheet: the rules have no such form, or the review was given up.
 */
export async function seeReviewSheets(act: Act, at: At): Promise<Outcome<ReviewSheets, ReviewSheetRefusal>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const review = await store.findReview(act.store, viewer.value, at.review);
  const plans = review ? await plansOf(act, viewer.value) : [];
  const plan = plans.find(({ id }) => id === review?.plan);
  const kept = plan ? await keptPlan(act, viewer.value, plan.id) : null;
  if (!review || !plan || !kept) return refused('yearly-review-unknown');
  const ruleSet = ruleSetOfPlan(plan);
  const forms = reviewForms(ruleSet);
  if (forms.length === 0 || review.state === 'given-up') return refused('yearly-no-sheet');
  const lines = await linesOf(act, viewer.value, { review, plan, plans, kept });
  const issuer = plan.unit || ((await committeeHeader(act, at.committee))?.name ?? '');
  const undecided = lines.filter(({ proposal }) => proposal === 'undecided').length;
  const shared = {
    ...{ plan, issuer, letter: null, today: dateIn(act.zone, review.endedAt ?? act.now) },
    ...{ ratedYears: ruleSet.parameters.ratingsShownYears.value, review: { undecided, paper: review.paper } },
  };
  const sheets = forms.map((form) => ({
    ...{ ...shared, form },
    lines: lines.filter(({ proposal }) => (proposal === 'enters') === (form.of === 'candidates')),
  }));
  return done({ review, sheets });
}

/** One of them as a file and as text; that it left is recorded. Refusals besides: sheet-unknown, sheet-empty. */
export async function takeOutReviewSheet(
  act: Act,
  at: At & { readonly sheet: SheetKind; readonly how: 'xlsx' | 'csv' },
  layout: (content: SheetContent) => Sheet,
): Promise<
  Outcome<
    ReturnType<typeof listFile> & { readonly isDraft: boolean },
    ReviewSheetRefusal | 'sheet-unknown' | 'sheet-empty'
  >
> {
  return inTransaction(act, async (tx) => {
    const seen = await seeReviewSheets(inside(act, tx), at);
    if (!seen.ok) return seen;
    const content = seen.value.sheets.find(({ form }) => form.kind === at.sheet);
    if (!content) return refused('sheet-unknown');
    if (content.lines.length === 0) return refused('sheet-empty');
    const { review } = seen.value;
    await record(tx, act, {
      kind: 'yearly-reviews.sheet-exported',
      committee: at.committee,
      subject: { kind: 'plan', id: content.plan.id },
      nominees: content.lines.map(({ person }) => person),
      facts: { review: review.id, count: content.lines.length, sheet: at.sheet, how: at.how, state: review.state },
    });
    return done({ ...listFile(layout(content), at.how, act.locale), isDraft: review.paper === null });
  });
}

interface Reviewed {
  readonly review: YearlyReview;
  readonly plan: Plan;
  readonly plans: readonly Plan[];
  readonly kept: KeptPlan;
}

/** By position and name; three statements, whatever the size. */
async function linesOf(act: Act, viewer: Viewer, of: Reviewed): Promise<readonly SheetLine[]> {
  const { review, plan, plans, kept } = of;
  const decisions = await store.listDecisions(act.store, viewer, review.id);
  const positions = new Map<PositionId, Position>(kept.positions.map(({ id, said }) => [id, said]));
  const listed: readonly { entry: KeptEntry | null; decision: Decision | null }[] = [
    ...entriesReviewed(review, kept.entries, decisions),
    ...decisions.filter(({ action }) => action === 'add').map((decision) => ({ entry: null, decision })),
  ];
  const ids = listed.flatMap(({ entry, decision }) => entry?.person ?? decision?.person ?? []);
  const people = new Map((await peopleByIds(act, viewer.committee, [...new Set(ids)])).map((one) => [one.id, one]));
  return listed
    .flatMap(({ entry, decision }) => {
      const [who, where] = [entry?.person ?? decision?.person, entry?.position ?? decision?.position];
      const [person, position] = [who && people.get(who), where && positions.get(where)];
      return person && position ? [{ entry, decision, person, position }] : [];
    })
    .sort(inSheetOrder(byGivenName(act.locale)))
    .map(({ entry, decision, person: { id, ...person }, position }) => ({
      ...{ ...person, person: id, position },
      decision: entry ? decisionCell(entry.decisionIn, entry.enteredOn) : '',
      readiness: entry?.readiness ?? null,
      proposal: proposalOf(decision),
      reviewed: reviewedBy(decision, review.paper, decision ? targetOf(decision, plan, plans) : null),
    }));
}

function targetOf({ toPlan, toPosition }: Decision, plan: Plan, plans: readonly Plan[]) {
  const to = toPlan === plan.id ? plan : plans.find(({ id }) => id === toPlan);
  const position = to?.positions.find(({ id }) => id === toPosition);
  return to && position ? { plan: to, position } : null;
}
