/** What a person decides of somebody in a yearly review, checked by the rules as the plan would then be. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { findingsOn } from '../../eligibility/rules/leaving.ts';
import type { Verdict } from '../../eligibility/types.ts';
import { checkAmong, standingIn } from '../../nominations/operations/check.ts';
import { blockedBy } from '../../nominations/operations/propose.ts';
import { blockingVerdicts } from '../../nominations/rules.ts';
import { holdPlan } from '../../plans/operations/look.ts';
import { type Choice, checkDecision, type DecideRefusal, entriesAfter } from '../rules/decide.ts';
import * as store from '../store.ts';
import type { Decision, ReviewItem, ReviewSeen, SubjectId } from '../types.ts';
import { type At, type Gathered, gather } from './look.ts';

export type DecidingRefusal =
  | AccessRefusal
  | DecideRefusal
  | 'yearly-review-unknown'
  | 'yearly-review-ended'
  | 'yearly-item-gone'
  | 'yearly-stands-there'
  | `blocked-${Verdict['rule']}`;

/**
 * Decides of one entry or candidate; deciding again replaces it. Whoever goes to a position is checked there by the rules
 * as the plan would be with everything decided so far. Right: candidates.enter. Refusals besides: yearly-item-gone (left
 * the plan or the list meanwhile), yearly-stands-there {position}, blocked-<rule>.
 */
export async function decideItem(
  act: Act,
  input: At & { readonly subject: SubjectId; readonly choice: Choice },
): Promise<Outcome<ReviewItem, DecidingRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const opened = await holdOpen(within, input);
    if (!opened.ok) return opened;
    const { viewer, gathered } = opened.value;
    const item = gathered.seen.items.find(({ subject }) => subject === input.subject);
    if (!item) return refused('yearly-item-gone');
    const note = input.choice.note?.normalize('NFC').trim() || null;
    const checked = checkDecision(item, { ...input.choice, note }, gathered.seen.plan);
    if (!checked.ok) return checked;
    const decision = decisionOn(act, item, checked.value);
    const fits = await checkTarget(within, viewer, gathered, decision);
    if (!fits.ok) return fits;
    await store.keepDecisions(tx, input.review, [decision], act.now);
    await record(tx, act, {
      kind: 'yearly-reviews.decided',
      committee: input.committee,
      subject: { kind: 'plan', id: gathered.seen.plan.id },
      nominee: item.person.id,
      facts: {
        review: input.review,
        action: decision.action,
        reason: decision.reason,
        note: note === null ? null : hashOf(note),
        position: item.position.id,
        to: decision.toPosition,
      },
    });
    return done({ ...item, decision });
  });
}

/**
 * Keeps everybody who stands in the plan, of whom nothing is decided and against whom the rules say nothing: a review of
 * three hundred people is about the few. Right: candidates.enter.
 */
export async function keepTheRest(act: Act, at: At): Promise<Outcome<{ readonly count: number }, DecidingRefusal>> {
  return inTransaction(act, async (tx) => {
    const opened = await holdOpen(inside(act, tx), at);
    if (!opened.ok) return opened;
    const { plan } = opened.value.gathered.seen;
    const rest = unremarkable(opened.value.gathered.seen);
    const keep = { action: 'keep', reason: null, note: null, toPlan: null, toPosition: null } as const;
    await store.keepDecisions(
      tx,
      at.review,
      rest.map((item) => decisionOn(act, item, keep)),
      act.now,
    );
    if (rest.length > 0) {
      await record(tx, act, {
        kind: 'yearly-reviews.rest-kept',
        committee: at.committee,
        subject: { kind: 'plan', id: plan.id },
        nominees: rest.map(({ person }) => person.id),
        facts: { review: at.review, count: rest.length },
      });
    }
    return done({ count: rest.length });
  });
}

/** Entries that nobody has decided on and that no rule speaks against, nor leaves open. */
function unremarkable({ items }: ReviewSeen): readonly ReviewItem[] {
  return items.filter(
    ({ kind, decision, suggested, verdicts }) =>
      kind === 'entry' &&
      decision === null &&
      suggested === null &&
      !findingsOn(verdicts).some(({ level }) => level === 'blocks' || level === 'not-known'),
  );
}

/** The plan is held, so that decisions on who goes where are made one after the other. */
export async function holdOpen(
  act: Act,
  at: At,
): Promise<
  Outcome<{ viewer: Viewer; gathered: Gathered }, AccessRefusal | 'yearly-review-unknown' | 'yearly-review-ended'>
> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const review = await store.findReview(act.store, viewer.value, at.review);
  if (!review) return refused('yearly-review-unknown');
  await holdPlan(act, viewer.value, review.plan);
  const gathered = await gather(act, viewer.value, at.review);
  if (!gathered) return refused('yearly-review-unknown');
  if (gathered.seen.review.state !== 'open') return refused('yearly-review-ended');
  return done({ viewer: viewer.value, gathered });
}

/** Whether the person may stand where the decision puts them, among those who would stand there then. */
export async function checkTarget(
  act: Act,
  viewer: Viewer,
  { seen, standing, elsewhere, people }: Gathered,
  decision: Decision,
): Promise<Outcome<void, DecidingRefusal>> {
  const isAdded = decision.action === 'add';
  const target = isAdded ? decision.position : decision.toPosition;
  const plan = isAdded ? seen.plan : [seen.plan, ...seen.nextPlans].find(({ id }) => id === decision.toPlan);
  if (decision.action === 'keep' || decision.action === 'remove' || decision.action === 'not-now') return done();
  const field = isAdded ? 'action' : decision.action === 'move' ? 'position' : 'next';
  const position = plan?.positions.find(({ id }) => id === target);
  const person = people.get(decision.person);
  if (!plan || !position || !person) return refused('yearly-target-missing', {}, field);
  const there = plan.id === seen.plan.id ? standing : (elsewhere.get(plan.id) ?? (await standingIn(act, plan)));
  if (plan.id !== seen.plan.id) elsewhere.set(plan.id, there);
  const decisions = seen.items.flatMap((item) => item.decision ?? []);
  const entries = entriesAfter(there.entries, decisions, [plan], decision.subject).filter(
    // Of a move the old place is given up.
    ({ id }) => !(decision.action === 'move' && id === decision.subject),
  );
  if (entries.some((one) => one.person === person.id && one.position === position.id)) {
    return refused('yearly-stands-there', { position: position.title }, field);
  }
  const on = dateIn(act.zone, act.now);
  const after = { ...there, entries };
  const { check } = checkAmong(after, { plan, position, person }, { on, hidden: viewer.hiddenNominees });
  const [blocking, ...more] = blockingVerdicts(check.verdicts);
  return blocking ? { ...blockedBy(act, blocking, more.length), field } : done();
}

function decisionOn(act: Act, item: ReviewItem, choice: Choice): Decision {
  const evidence = findingsOn(item.verdicts).map(({ rule, level, facts, ruleSet }) => ({
    rule,
    level,
    facts,
    ruleSet,
  }));
  const { subject, person, position } = item;
  return { subject, person: person.id, position: position.id, ...choice, evidence, decidedBy: act.person };
}
