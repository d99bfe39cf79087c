/** Freezing the candidates of a plan as a numbered list, and reading frozen lists. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, NomineeListId, PersonId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { candidatesForFreeze } from '../../nominations/operations/look.ts';
import { planOf, plansOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import { checkFreeze, type FreezeRefusal, isUnchanged } from '../rules/freeze.ts';
import * as lists from '../store/lists.ts';
import * as rounds from '../store/rounds.ts';
import type { NomineeList } from '../types/nouns.ts';
import type { Frozen } from '../types/seen.ts';
import { endOf } from './closing.ts';
import { everythingOf } from './seat.ts';

/**
 * Freezes the candidates of a plan. Everybody is on the list, also those whose case is closed to whoever freezes it;
 * what is returned is what that person may see. `underReview`: the next list of a plan under an open round, on which the
 * round goes on (change-list.ts). Refusals: access (review.open), plan-unknown, candidates-none,
 * candidates-not-ready {count} (nobody has consented yet, where the rule set asks for it), candidates-blocked {count},
 * review-still-open {until}.
 */
export async function freezeList(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId; underReview?: boolean },
): Promise<Outcome<Frozen, AccessRefusal | FreezeRefusal | 'plan-unknown'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, at.committee, 'review.open');
    if (!viewer.ok) return viewer;
    if (!(await planOf(here, viewer.value, at.plan))) return refused('plan-unknown');
    const found = await candidatesForFreeze(here, at);
    if (!found.ok) return found;
    const { candidates } = found.value;
    const blocked = await lists.blockedAmong(
      tx,
      candidates.map(({ nomination }) => nomination),
    );
    const isOpen = ({ person }: { person: PersonId }) => !viewer.value.hiddenNominees.includes(person);
    const seen = candidates.filter(isOpen);
    const leftOut = found.value.leftOut.filter(isOpen);
    // Every case on it is closed to whoever freezes: for them there is nobody, and no open round either.
    if (seen.length === 0) {
      return leftOut.length > 0
        ? refused('candidates-not-ready', { count: leftOut.length })
        : refused('candidates-none');
    }
    const checked = checkFreeze({
      candidates: candidates.length,
      blocked: seen.filter(({ nomination }) => blocked.has(nomination)).length,
      anyBlocked: blocked.size > 0,
      openUntil: at.underReview ? null : await openUntil(here, at.plan),
    });
    if (!checked.ok) return checked;
    const [newest] = await lists.listLists(tx, everythingOf(here, at), at.plan);
    const isNew = !newest || !isUnchanged(newest.entries, candidates);
    const id = isNew ? await freeze(here, at, candidates) : newest.id;
    const list = await lists.findList(tx, viewer.value, id);
    return list ? done({ list, isNew, leftOut }) : refused('candidates-none');
  });
}

/** A frozen list as the acting person may see it: also for an agenda that carries it. Refusals: access, list-unknown. */
export async function seeList(
  act: Act,
  id: NomineeListId,
): Promise<Outcome<NomineeList, AccessRefusal | 'list-unknown'>> {
  const committee = await lists.committeeOfList(act.store, id);
  if (!committee) return refused('list-unknown');
  const viewer = await authorise(act, committee, 'candidates.see');
  if (!viewer.ok) return viewer;
  const list = await lists.findList(act.store, viewer.value, id);
  return list ? done(list) : refused('list-unknown');
}

/** All frozen lists of the committee of which the acting person may see somebody, the newest first. */
export async function listsOf(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<readonly NomineeList[], AccessRefusal>> {
  const viewer = await authorise(act, committee, 'candidates.see');
  return viewer.ok ? done(await lists.listLists(act.store, viewer.value)) : viewer;
}

/** Those of these committees that have a frozen list of which the acting person may see somebody. */
export async function committeesWithLists(act: Act, viewers: readonly Viewer[]): Promise<ReadonlySet<CommitteeId>> {
  return lists.committeesWithLists(
    act.store,
    viewers.filter((viewer) => may(viewer, 'candidates.see')),
  );
}

/** The plans that a list can be frozen of, for those who may. Refusals: access (review.open). */
export async function plansToReview(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<readonly Plan[], AccessRefusal>> {
  const viewer = await authorise(act, committee, 'review.open');
  if (!viewer.ok) return viewer;
  return done((await plansOf(act, viewer.value)).filter(({ isClosed }) => !isClosed));
}

/** When the open round on this plan ends; null: there is none. */
export async function openUntil(act: Act, plan: PlanId): Promise<Date | 'open' | null> {
  const open = await rounds.openRoundOf(act.store, plan);
  if (!open) return null;
  return (await endOf(act, open)) ?? 'open';
}

async function freeze(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId },
  candidates: Parameters<typeof lists.insertList>[2],
): Promise<NomineeListId> {
  const { id, number } = await lists.insertList(
    act.store,
    { ...at, frozenAt: act.now, frozenBy: act.person },
    candidates,
  );
  // No number of candidates: the event is read also by those who may not see every one of them.
  await record(act.store, act, {
    kind: 'reviews.list-frozen',
    committee: at.committee,
    subject: { kind: 'nominee-list', id },
    facts: { plan: at.plan, number },
  });
  return id;
}
