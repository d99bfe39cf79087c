/** A yearly review as the acting person may see it: who stands in the plan, what the rules say, what was decided. */
import { byGivenName } from '../../../i18n/names.ts';
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { measuresOf } from '../../development/operations/look.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { findingsOn, groundOf } from '../../eligibility/rules/leaving.ts';
import type { Verdict } from '../../eligibility/types.ts';
import { checkAmong, type Standing, standingIn } from '../../nominations/operations/check.ts';
import { candidatesOf } from '../../nominations/operations/look.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { entriesOf, planOf, plansOf } from '../../plans/operations/look.ts';
import type { Plan, Position } from '../../plans/types.ts';
import { isChange } from '../rules/decide.ts';
import { reviewForms } from '../rules/sheet.ts';
import * as store from '../store.ts';
import type { Decision, ReviewItem, ReviewSeen, YearlyReview, YearlyReviewId } from '../types.ts';

export interface At {
  readonly committee: CommitteeId;
  readonly review: YearlyReviewId;
}

export type LookRefusal = AccessRefusal | 'yearly-review-unknown';

/** Right: candidates.enter. Refusals: access, yearly-review-unknown. */
export async function seeReview(act: Act, at: At): Promise<Outcome<ReviewSeen, LookRefusal>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const gathered = await gather(act, viewer.value, at.review);
  return gathered ? done(gathered.seen) : refused('yearly-review-unknown');
}

export interface ReviewsOfPlan {
  readonly plan: Plan;
  /** The newest first. */
  readonly reviews: readonly YearlyReview[];
}

/** Right: candidates.enter. Refusals: access, plan-unknown. */
export async function reviewsOfPlan(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId },
): Promise<Outcome<ReviewsOfPlan, AccessRefusal | 'plan-unknown'>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const plan = await planOf(act, viewer.value, at.plan);
  if (!plan) return refused('plan-unknown');
  return done({ plan, reviews: await store.listReviews(act.store, viewer.value, { plans: [plan.id] }) });
}

/** The review that is open on the plan; null: none is. The caller has authorised. */
export async function openReviewOf(act: Act, viewer: Viewer, plan: PlanId): Promise<YearlyReview | null> {
  const [open] = await store.listReviews(act.store, viewer, { plans: [plan], states: ['open'] });
  return open ?? null;
}

export interface DifferenceLine {
  readonly decision: Decision;
  readonly person: Person;
  readonly from: Position | null;
  readonly to: Position | null;
  readonly toPlan: Plan | null;
}

export interface Difference {
  readonly committee: CommitteeId;
  readonly review: YearlyReview;
  readonly plan: Plan;
  readonly hasSheets: boolean;
  readonly lines: readonly DifferenceLine[];
}

/** What changes, why and by which rule: also after it was confirmed. Refusals: access, yearly-review-unknown. */
export async function seeDifference(act: Act, at: At): Promise<Outcome<Difference, LookRefusal>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const review = await store.findReview(act.store, viewer.value, at.review);
  const plans = review ? await plansOf(act, viewer.value) : [];
  const plan = plans.find(({ id }) => id === review?.plan);
  if (!review || !plan) return refused('yearly-review-unknown');
  const decisions = (await store.listDecisions(act.store, viewer.value, review.id)).filter(isChange);
  const people = await byId(act, at.committee, decisions);
  const positions = new Map(plans.flatMap((one) => one.positions.map((position) => [position.id, position])));
  const byName = byGivenName(act.locale);
  const rank = (decision: Decision) => positions.get(decision.position)?.rank ?? 0;
  const lines = decisions
    .flatMap((decision): DifferenceLine[] => {
      const person = people.get(decision.person);
      if (!person) return [];
      const to = decision.toPosition ? (positions.get(decision.toPosition) ?? null) : null;
      const toPlan = plans.find(({ id }) => id === decision.toPlan) ?? null;
      return [{ decision, person, from: positions.get(decision.position) ?? null, to, toPlan }];
    })
    .sort((a, b) => rank(a.decision) - rank(b.decision) || byName(a.person.fullName, b.person.fullName));
  return done({ committee: at.committee, review, plan, hasSheets: hasSheets(plan), lines });
}

export interface Gathered {
  readonly seen: ReviewSeen;
  /** With all eyes: whom the rules count. */
  readonly standing: Standing;
  /** The same for plans of later terms, once somebody has asked for it. */
  readonly elsewhere: Map<PlanId, Standing>;
  readonly people: ReadonlyMap<PersonId, Person>;
}

/** A number of statements that does not grow with the plan. Null: no such review for the viewer. */
export async function gather(act: Act, viewer: Viewer, id: YearlyReviewId): Promise<Gathered | null> {
  const review = await store.findReview(act.store, viewer, id);
  const plans = review ? await plansOf(act, viewer) : [];
  const plan = plans.find((one) => one.id === review?.plan);
  if (!review || !plan) return null;
  const entries = await entriesOf(act, viewer, [plan.id]);
  const decisions = await store.listDecisions(act.store, viewer, review.id);
  const listed = await candidatesOf(act, viewer, { plans: [plan.id], states: ['listed'] });
  const standing = await standingIn(act, plan);
  const people = await byId(act, viewer.committee, [...entries, ...listed]);
  const measures = await measuresOf(act, viewer, [...people.keys()]);
  const stands = (one: { person: PersonId; position: string }) =>
    entries.some((entry) => entry.person === one.person && entry.position === one.position);
  const on = dateIn(act.zone, act.now);
  const item = (one: Pick<ReviewItem, 'subject' | 'kind' | 'entry'> & { person: PersonId; position: string }) => {
    const person = people.get(one.person);
    const position = plan.positions.find((each) => each.id === one.position);
    if (!person || !position) return [];
    const { verdicts } = checkAmong(standing, { plan, position, person }, { on, hidden: viewer.hiddenNominees }).check;
    const decision = decisions.find(({ subject }) => subject === one.subject) ?? null;
    const { subject, kind, entry } = one;
    const suggested = kind === 'entry' ? suggestionOf(verdicts) : null;
    const own = measures.filter((measure) => measure.person === person.id);
    const found = { subject, kind, entry, person, position, verdicts, suggested, decision, measures: own };
    return [found satisfies ReviewItem];
  };
  const items = [
    ...entries.flatMap((entry) => item({ ...entry, subject: entry.id, kind: 'entry', entry })),
    ...listed
      .filter((one) => !stands(one))
      .flatMap((one) => item({ ...one, subject: one.nomination, kind: 'addition', entry: null })),
  ].sort(inOrder(act.locale));
  const isLater = (one: Plan) => one.track === plan.track && one.termFrom > plan.termFrom && !one.isClosed;
  const nextPlans = plans.filter(isLater).sort((a, b) => a.termFrom.localeCompare(b.termFrom));
  return {
    seen: { committee: viewer.committee, review, plan, nextPlans, hasSheets: hasSheets(plan), items },
    standing,
    elsewhere: new Map(),
    people,
  };
}

function hasSheets(plan: Plan): boolean {
  return reviewForms(ruleSetOfPlan(plan)).length > 0;
}

function suggestionOf(verdicts: readonly Verdict[]): ReviewItem['suggested'] {
  return findingsOn(verdicts).flatMap((verdict) => groundOf(verdict) ?? [])[0] ?? null;
}

async function byId(act: Act, committee: CommitteeId, of: readonly { readonly person: PersonId }[]) {
  const people = await peopleByIds(act, committee, [...new Set(of.map(({ person }) => person))]);
  return new Map(people.map((person) => [person.id, person]));
}

function inOrder(locale: Act['locale']): (a: ReviewItem, b: ReviewItem) => number {
  const byName = byGivenName(locale);
  return (a, b) =>
    Number(a.kind === 'addition') - Number(b.kind === 'addition') ||
    a.position.rank - b.position.rank ||
    byName(a.person.fullName, b.person.fullName) ||
    a.subject.localeCompare(b.subject);
}
