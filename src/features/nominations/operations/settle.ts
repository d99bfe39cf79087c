/** What the approving authority decided on names that were handed upward: their way through the committee ends. */
import { recordAll } from '../../../audit/record.ts';
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, NominationId, PlanId } from '../../../kernel/ids.ts';
import { clockworkViewer } from '../../access/operations.ts';
import * as store from '../store/nominations.ts';

/** Inside the caller's transaction, which has authorised and holds the plan. Those that are no longer listed stay as they are. */
export async function settleNominations(
  act: Act,
  decided: {
    readonly committee: CommitteeId;
    readonly plan: PlanId;
    readonly approved: readonly NominationId[];
    readonly notApproved: readonly NominationId[];
  },
): Promise<void> {
  const eyes = clockworkViewer({ ...act, member: null, person: null }, decided.committee);
  const listed = await store.listNominations(act.store, eyes, { plans: [decided.plan], states: ['listed'] });
  for (const state of ['approved', 'not-approved'] as const) {
    const ids = state === 'approved' ? decided.approved : decided.notApproved;
    const ended = listed.filter(({ id }) => ids.includes(id));
    await store.endListed(
      act.store,
      ended.map(({ id }) => id),
      state,
      act.now,
    );
    await recordAll(
      act.store,
      act,
      ended.map(({ id, person }) => ({
        kind: `nominations.${state}`,
        committee: decided.committee,
        subject: { kind: 'nomination', id },
        nominee: person,
        facts: {},
      })),
    );
  }
}

/** Who still stands on the list of the plan, with all eyes: whoever was withdrawn since is not among them. */
export async function stillListed(
  act: Act,
  among: { readonly committee: CommitteeId; readonly plan: PlanId },
): Promise<ReadonlySet<NominationId>> {
  const eyes = clockworkViewer({ ...act, member: null, person: null }, among.committee);
  const listed = await store.listNominations(act.store, eyes, { plans: [among.plan], states: ['listed'] });
  return new Set(listed.map(({ id }) => id));
}
