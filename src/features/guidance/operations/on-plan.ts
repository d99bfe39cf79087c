/** A committee's own guidance on a plan that was there already: what it would change, put on with a reason, taken off again. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { participantsByIds } from '../../people/operations/find.ts';
import { holdPlan, planOf } from '../../plans/operations/look.ts';
import { changeOwnRules } from '../../plans/operations/own-rules.ts';
import type { Plan } from '../../plans/types.ts';
import { type OnPlanRefusal, ownRulesAfter } from '../rules/on-plan.ts';
import * as store from '../store.ts';
import type { GuidanceId, GuidanceWanted, OwnRule, PlanGuidance, PlanGuidancePreview } from '../types.ts';
import { effectsOf, registerEffects } from './effects.ts';
import { textMax } from './register.ts';

/** Refusals: access (plan.see), plan-unknown. */
export async function seePlanGuidance(
  act: Act,
  at: { readonly committee: CommitteeId; readonly plan: PlanId },
): Promise<Outcome<PlanGuidance, AccessRefusal | 'plan-unknown'>> {
  const viewer = await authorise(act, at.committee, 'plan.see');
  if (!viewer.ok) return viewer;
  const plan = await planOf(act, viewer.value, at.plan);
  if (!plan) return refused('plan-unknown');
  const known = await store.listGuidance(act.store, viewer.value);
  const isOn = (id: GuidanceId) => plan.ownRules.some(({ guidance }) => guidance === id);
  const changes = await store.listPlanChanges(act.store, viewer.value, plan.id);
  const ids = [...new Set(changes.flatMap(({ by }) => by ?? []))];
  const people = await participantsByIds(act, at.committee, ids);
  return done({
    plan,
    others: known.filter(({ id, endedAt }) => endedAt === null && !isOn(id)),
    changes,
    names: new Map(people.map(({ id, fullName }) => [id, fullName])),
    mayEdit: may(viewer.value, 'plan.edit') && !plan.isClosed,
  });
}

export type ChangeRefusal = AccessRefusal | OnPlanRefusal | 'plan-unknown' | 'plan-closed';

/** Changes nothing. Refusals: access (plan.edit), plan-unknown, plan-closed, those of ownRulesAfter. */
export async function previewPlanGuidance(
  act: Act,
  wanted: GuidanceWanted,
): Promise<Outcome<PlanGuidancePreview, ChangeRefusal>> {
  const viewer = await authorise(act, wanted.committee, 'plan.edit');
  if (!viewer.ok) return viewer;
  const plan = await planOf(act, viewer.value, wanted.plan);
  const next = await nextRules(act, viewer.value, plan, wanted);
  if (!next.ok) return next;
  const { plan: old, changed, number } = next.value;
  return done({
    ...{ wanted, plan: old, number, before: ruleSetOfPlan(old), after: ruleSetOfPlan(changed) },
    from: dateIn(act.zone, act.now),
    effects: await effectsOf(act, viewer.value, old, changed),
    register: await registerEffects(act, viewer.value, old, changed),
  });
}

/**
 * All at once: from now on every rule of the plan is asked with these values; the checks of names, of people in the plan
 * and of the register run after it. `version` is the one that was shown. Right: plan.edit. Refusals besides those of the
 * preview: plan-changed-meanwhile, guidance-text-missing and guidance-text-too-long (reason).
 */
export async function changePlanGuidance(
  act: Act,
  input: GuidanceWanted & { readonly version: number; readonly reason: string },
): Promise<
  Outcome<
    { readonly number: string },
    ChangeRefusal | 'plan-changed-meanwhile' | 'guidance-text-missing' | 'guidance-text-too-long'
  >
> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'plan.edit');
    if (!viewer.ok) return viewer;
    const reason = input.reason.normalize('NFC').trim();
    if (reason === '') return refused('guidance-text-missing', {}, 'reason');
    if (reason.length > textMax) return refused('guidance-text-too-long', { max: textMax }, 'reason');
    const held = await holdPlan(within, viewer.value, input.plan);
    const next = await nextRules(within, viewer.value, held, input);
    if (!next.ok) return next;
    const { plan, ownRules, number } = next.value;
    if (plan.version !== input.version) return refused('plan-changed-meanwhile', { title: plan.title });
    await changeOwnRules(within, plan, ownRules);
    const { kind, guidance } = input;
    await store.insertPlanChange(tx, plan.id, { kind, guidance, reason, at: act.now, by: act.person });
    await record(tx, act, {
      kind: kind === 'put' ? 'guidance.put-on-plan' : 'guidance.taken-off-plan',
      committee: input.committee,
      subject: { kind: 'plan', id: plan.id },
      facts: {
        guidance,
        before: plan.ownRules.map((own) => own.guidance),
        after: ownRules.map((own) => own.guidance),
        reason: hashOf(reason),
      },
    });
    await enqueue(tx, { name: 'recheck', payload: { workspace: act.workspace, person: null } }, { now: act.now });
    return done({ number });
  });
}

interface Next {
  readonly plan: Plan;
  readonly changed: Plan;
  readonly ownRules: readonly OwnRule[];
  readonly number: string;
}

async function nextRules(
  act: Act,
  viewer: Viewer,
  plan: Plan | null,
  { kind, guidance }: GuidanceWanted,
): Promise<Outcome<Next, OnPlanRefusal | 'plan-unknown' | 'plan-closed'>> {
  if (!plan) return refused('plan-unknown');
  if (plan.isClosed) return refused('plan-closed', { title: plan.title });
  const known = await store.listGuidance(act.store, viewer);
  const base = ruleSetOfPlan({ ...plan, ownRules: [] });
  const ownRules = ownRulesAfter({ base, ownRules: plan.ownRules, known }, kind, guidance);
  if (!ownRules.ok) return ownRules;
  const all = [...plan.ownRules, ...ownRules.value];
  const number = all.find((own) => own.guidance === guidance)?.number ?? '';
  return done({ plan, changed: { ...plan, ownRules: ownRules.value }, ownRules: ownRules.value, number });
}
