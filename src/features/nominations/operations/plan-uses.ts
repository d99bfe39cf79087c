/** Somebody who leaves a plan leaves its list of candidates for the same position in the same step. */
import { record } from '../../../audit/record.ts';
import { refresh } from '../../../delivery/send.ts';
import { texts } from '../../../i18n/texts.ts';
import type { Act } from '../../../kernel/act.ts';
import { authorise, clockworkViewer } from '../../access/operations.ts';
import type { PlanUse, PlanUses, UsedAt } from '../../plans/types.ts';
import * as store from '../store/nominations.ts';
import type { Dependent, Nomination, NominationDependents, NominationState } from '../types.ts';

/** `dependents`: the features whose lists, rounds and agendas carry nominations; those stay as they were frozen. */
export function nominationPlanUses(dependents: readonly NominationDependents[]): PlanUses {
  return {
    async usesOf(act, at) {
      const uses: PlanUse[] = [];
      for (const nomination of await nominationsOf(act, at, 'listed')) {
        const ends = nomination.position === at.stands?.position;
        uses.push({ kind: 'nomination', holds: false, ends, number: null, at: null });
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

async function nominationsOf(act: Act, at: UsedAt, state: NominationState): Promise<readonly Nomination[]> {
  if (!at.stands) return [];
  const viewer = act.member === null ? null : await authorise(act, at.committee, 'candidates.see');
  if (viewer && !viewer.ok) return [];
  const eyes = viewer ? viewer.value : clockworkViewer(act, at.committee);
  return store.listNominations(act.store, eyes, { plans: [at.plan], person: at.stands.person, states: [state] });
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
