/** Somebody who leaves a plan leaves its list of candidates for the same position in the same step. */
import { record } from '../../../audit/record.ts';
import { refresh } from '../../../delivery/send.ts';
import { texts } from '../../../i18n/texts.ts';
import type { Act } from '../../../kernel/act.ts';
import { authorise, clockworkViewer } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { plansOf } from '../../plans/operations/look.ts';
import type { PlanUse, PlanUses, UsedAt } from '../../plans/types.ts';
import * as store from '../store/nominations.ts';
import type { Dependent, Nomination, NominationDependents, NominationState } from '../types.ts';

/** `dependents`: the features whose lists, rounds and agendas carry nominations; those stay as they were frozen. */
export function nominationPlanUses(dependents: readonly NominationDependents[]): PlanUses {
  return {
    async usesOf(act, at) {
      const uses: PlanUse[] = [];
      for (const { nomination, title } of await candidaciesOf(act, at)) {
        const ends = nomination.plan === at.plan && nomination.position === at.stands?.position;
        uses.push({ kind: 'nomination', holds: false, ends, number: null, at: null, title });
        for (const each of dependents) {
          const found = await each.dependentsOf(act, { committee: at.committee, nomination: nomination.id });
          uses.push(...found.map(asUse));
        }
      }
      return uses;
    },

    async leave(act, at, reason) {
      const ending = (await nominationsOf(act, at, 'listed')).filter(
        ({ position }) => position === at.stands?.position,
      );
      const endReason = texts(act.locale, act.zone, act.speech).label('plans.removalReasons', reason);
      for (const one of ending) {
        await store.changeNomination(act.store, one, { state: 'withdrawn', endedAt: act.now, endReason });
        await recordChange(act, at, one, 'nominations.left-plan');
      }
    },

    async comeBack(act, at, leftAt) {
      for (const one of await nominationsOf(act, at, 'withdrawn')) {
        if (one.endedAt?.getTime() !== leftAt.getTime()) continue;
        await store.changeNomination(act.store, one, { state: 'listed', endedAt: null, endReason: null });
        await recordChange(act, at, one, 'nominations.undone');
      }
    },
  };
}

function asUse(one: Dependent): PlanUse {
  return { kind: one.kind, number: one.number, at: 'at' in one ? one.at : one.until, holds: false, ends: false };
}

/** Over all open plans of the committee: a ground found in one plan may speak against the others. This plan's first. */
async function candidaciesOf(
  act: Act,
  at: UsedAt,
): Promise<readonly { readonly nomination: Nomination; readonly title: string }[]> {
  const eyes = await eyesOf(act, at);
  if (!at.stands || !eyes) return [];
  const plans = (await plansOf(act, eyes)).filter(({ id, isClosed }) => id === at.plan || !isClosed);
  const which = { plans: plans.map(({ id }) => id), person: at.stands.person, states: ['listed'] } as const;
  const found = await store.listNominations(act.store, eyes, which);
  const isHere = (one: Nomination) => one.plan === at.plan;
  return [...found.filter(isHere), ...found.filter((one) => !isHere(one))].map((nomination) => {
    const plan = plans.find(({ id }) => id === nomination.plan);
    const position = plan?.positions.find(({ id }) => id === nomination.position)?.title ?? '';
    return { nomination, title: isHere(nomination) ? position : `${position}, ${plan?.title ?? ''}` };
  });
}

async function nominationsOf(act: Act, at: UsedAt, state: NominationState): Promise<readonly Nomination[]> {
  const eyes = await eyesOf(act, at);
  if (!at.stands || !eyes) return [];
  return store.listNominations(act.store, eyes, { plans: [at.plan], person: at.stands.person, states: [state] });
}

async function eyesOf(act: Act, at: UsedAt): Promise<Viewer | null> {
  if (act.member === null) return clockworkViewer(act, at.committee);
  const viewer = await authorise(act, at.committee, 'candidates.see');
  return viewer.ok ? viewer.value : null;
}

async function recordChange(act: Act, at: UsedAt, one: Nomination, kind: string): Promise<void> {
  await record(act.store, act, {
    kind,
    committee: at.committee,
    subject: { kind: 'nomination', id: one.id },
    nominee: one.person,
    facts: { from: one.state, version: one.version + 1 },
  });
  await refresh(act.store, act, { nominees: [one.person] });
}
