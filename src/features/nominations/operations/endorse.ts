/** “I support this name”, where the rule set collects supporters, and taking it back. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, NominationId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { planOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import { checkEndorsable } from '../rules.ts';
import * as endorsements from '../store/endorsements.ts';
import * as store from '../store/nominations.ts';
import type { Nomination, Support } from '../types.ts';

export type EndorseRefusal = AccessRefusal | 'nomination-unknown' | 'endorsements-not-asked' | 'endorsement-closed';

/**
 * Supports a name, or takes the support back; saying it twice is once. Refusals: access (candidates.endorse: members, the
 * chair and the deputy), nomination-unknown (also one's own name, which one finds nowhere), endorsements-not-asked (the
 * plan's rule set collects none), endorsement-closed {title} (not on the open list any more, or the plan is closed).
 */
export async function endorse(
  act: Act,
  input: { readonly committee: CommitteeId; readonly nomination: NominationId; readonly isSupported: boolean },
): Promise<Outcome<void, EndorseRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'candidates.endorse');
    if (!viewer.ok) return viewer;
    const nomination = await store.findNomination(tx, viewer.value, input.nomination);
    const plan = nomination && (await planOf(within, viewer.value, nomination.plan));
    if (!nomination || !plan || !act.person) return refused('nomination-unknown');
    const checked = checkEndorsable(nomination, plan, ruleSetOfPlan(plan).parameters.proposing.value);
    if (!checked.ok) return checked;
    const row = { nomination: nomination.id, person: act.person, at: act.now };
    const isNew = input.isSupported
      ? await endorsements.insertEndorsement(tx, row)
      : await endorsements.takeBackEndorsement(tx, row);
    if (!isNew) return done();
    await record(tx, act, {
      kind: input.isSupported ? 'nominations.endorsed' : 'nominations.endorsement-taken-back',
      committee: input.committee,
      subject: { kind: 'nomination', id: nomination.id },
      nominee: nomination.person,
      facts: {},
    });
    return done();
  });
}

/** What a reader may know of the support of a name, and do about it. Null: the rule set of its plan collects none. */
export async function supportOf(
  act: Act,
  viewer: Viewer,
  about: { plan: Plan; nomination: Nomination },
): Promise<Support | null> {
  const { plan, nomination } = about;
  const proposing = ruleSetOfPlan(plan).parameters.proposing.value;
  const rule = proposing.endorsements;
  if (rule === null) return null;
  const all = await endorsements.supportersOf(act.store, nomination.id);
  const entered = all.length > 0 ? await endorsements.enteredFor(act.store, nomination.id) : [];
  const seesNames = rule.namesSeenBy === 'members' || may(viewer, 'candidates.enter');
  const mayEndorse = may(viewer, 'candidates.endorse') && checkEndorsable(nomination, plan, proposing).ok;
  return {
    count: all.length,
    needed: rule.needed,
    supporters: seesNames ? all : [],
    ...(seesNames && entered.length > 0 ? { entered } : {}),
    own: mayEndorse ? all.some((one) => one === viewer.person) : null,
  };
}
