/** Makes a plan, changes its positions, sets the date for names. A plan keeps the rule set it was made under. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { tidyName } from '../../../i18n/names.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { type DeadlineRefusal, type DeadlineSet, setDeadline } from '../../deadlines/operations/set.ts';
import type { StatedDate } from '../../deadlines/types/dates.ts';
import { ruleSetInForce, ruleSetOn } from '../../eligibility/operations.ts';
import { ownRulesFor } from '../../guidance/operations/register.ts';
import { checkPlan, type PlanRefusal } from '../rules/form.ts';
import * as store from '../store/plans.ts';
import type { NewPosition, Plan, Track } from '../types.ts';

export type MakeRefusal =
  | AccessRefusal
  | PlanRefusal
  | DeadlineRefusal
  | 'rules-unknown-then'
  | 'plan-exists'
  | 'plan-unknown'
  | 'plan-closed';

export interface PlanMade {
  readonly plan: PlanId;
  /** Where the date for names came to lie; null: none was set. */
  readonly names: DeadlineSet | null;
}

/**
 * Makes a plan under the rule set in force today, or on the day `rulesOf` for a plan that was made earlier. Refusals:
 * access (plan.edit), those of the form, rules-unknown-then, plan-exists (same unit, track and start of term), date-past.
 */
export async function makePlan(
  act: Act,
  input: {
    committee: CommitteeId;
    title: string;
    unit: string;
    track: Track;
    termFrom: string;
    termTo: string;
    congress: string | null;
    positions: readonly NewPosition[];
    names: StatedDate | null;
    rulesOf?: PlainDate | null;
  },
): Promise<Outcome<PlanMade, MakeRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'plan.edit');
    if (!viewer.ok) return viewer;
    const committee = await committeeHeader(within, input.committee);
    if (!committee) return refused('committee-unknown');
    const { termFrom, termTo, congress, track } = input;
    const form = checkPlan({
      title: tidyName(input.title),
      unit: tidyName(input.unit) || committee.name,
      termFrom,
      termTo,
      congress,
    });
    if (!form.ok) return form;
    const ruleSet = input.rulesOf
      ? ruleSetOn(committee.profile, input.rulesOf)
      : ruleSetInForce(within, committee.profile);
    if (!ruleSet) return refused('rules-unknown-then', { on: input.rulesOf ?? null }, 'rulesOf');
    const ownRules = await ownRulesFor(within, viewer.value, input.rulesOf ?? null);
    const made = { ...form.value, track, ruleSet: ruleSet.key, ruleSetVersion: ruleSet.version, ownRules };
    const plan = await store.insertPlan(tx, viewer.value, made, act.now);
    if (!plan) return refused('plan-exists', { unit: made.unit, from: termFrom }, 'termFrom');
    await store.insertPositions(tx, plan, input.positions, act.now);
    await record(tx, act, {
      kind: 'plans.made',
      committee: committee.id,
      subject: { kind: 'plan', id: plan },
      facts: {
        track,
        termFrom,
        termTo,
        congress,
        ruleSet: ruleSet.key,
        ruleSetVersion: ruleSet.version,
        guidance: ownRules.map(({ guidance }) => guidance),
        positions: input.positions.length,
      },
    });
    if (!input.names) return done({ plan, names: null });
    const names = await setNamesDate(within, { committee: committee.id, plan, stated: input.names });
    return names.ok ? done({ plan, names: names.value }) : names;
  });
}

/** The date until which members may put names forward; setting it again moves it. Refusals: access, plan, date-past. */
export async function setNamesDate(
  act: Act,
  input: { committee: CommitteeId; plan: PlanId; stated: StatedDate },
): Promise<Outcome<DeadlineSet, AccessRefusal | DeadlineRefusal | 'plan-unknown' | 'plan-closed'>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'plan.edit');
    if (!viewer.ok) return viewer;
    const plan = await store.findPlan(tx, viewer.value, input.plan);
    if (!plan) return refused('plan-unknown');
    if (plan.isClosed) return refused('plan-closed', { title: plan.title });
    const subject = { kind: 'plan-names', id: plan.id };
    return setDeadline(within, { committee: input.committee, subject, ladder: 'date', stated: input.stated });
  });
}

/**
 * The plan's positions become these, matched by title: changed, added, and ended where left out. `version` is the one
 * that the form was drawn from. Refusals: access, plan-unknown, plan-closed, plan-changed-meanwhile, position-has-people
 * {title}: somebody of whom the actor may know stands for a position that was left out.
 */
export async function changePositions(
  act: Act,
  input: { committee: CommitteeId; plan: PlanId; version: number; positions: readonly NewPosition[] },
): Promise<
  Outcome<Plan, AccessRefusal | 'plan-unknown' | 'plan-closed' | 'plan-changed-meanwhile' | 'position-has-people'>
> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), input.committee, 'plan.edit');
    if (!viewer.ok) return viewer;
    const plan = await store.lockPlan(tx, viewer.value, input.plan);
    if (!plan) return refused('plan-unknown');
    if (plan.isClosed) return refused('plan-closed', { title: plan.title });
    if (plan.version !== input.version) return refused('plan-changed-meanwhile', { title: plan.title });
    await store.keepPositions(tx, plan.id, act.now);
    const wanted = new Map(input.positions.map((position) => [position.title.toLowerCase(), position]));
    for (const position of plan.positions) {
      const next = wanted.get(position.title.toLowerCase());
      wanted.delete(position.title.toLowerCase());
      if (next) await store.updatePosition(tx, plan.id, position.id, next);
      else if (await store.hasPeople(tx, viewer.value, position.id)) {
        return refused('position-has-people', { title: position.title }, 'positions');
      } else await store.updatePosition(tx, plan.id, position.id, { endedAt: act.now });
    }
    const added: NewPosition[] = [];
    for (const position of wanted.values()) {
      if (!(await store.reopenPosition(tx, plan.id, position))) added.push(position);
    }
    await store.insertPositions(tx, plan.id, added, act.now);
    await store.countVersion(tx, plan.id);
    await record(tx, act, {
      kind: 'plans.positions-changed',
      committee: input.committee,
      subject: { kind: 'plan', id: plan.id },
      facts: { before: plan.positions.length, after: input.positions.length, version: plan.version + 1 },
    });
    return done((await store.findPlan(tx, viewer.value, plan.id)) ?? plan);
  });
}
