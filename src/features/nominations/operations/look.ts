/** Reading candidates: the list in protocol order for people's eyes, and all of them for a list that is being frozen. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, clockworkViewer } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { holdPlan } from '../../plans/operations/look.ts';
import { inProtocolOrder, readinessOf } from '../rules.ts';
import * as store from '../store/nominations.ts';
import type { Candidate, Nomination, ToFreeze } from '../types.ts';

export interface At {
  readonly committee: CommitteeId;
  readonly plan: PlanId;
}

/** Those on the list now, as the acting person may see it, in protocol order. */
export async function activeCandidates(act: Act, at: At): Promise<Outcome<readonly Candidate[], AccessRefusal>> {
  const viewer = await authorise(act, at.committee, 'candidates.see');
  if (!viewer.ok) return viewer;
  return done(await candidatesOf(act, viewer.value, { plans: [at.plan], states: ['listed'] }));
}

/** Those of these plans on whose list the acting person may see somebody. */
export async function plansWithListed(
  act: Act,
  viewers: readonly Viewer[],
  plans: readonly PlanId[],
): Promise<ReadonlySet<PlanId>> {
  const eyes = viewers.filter((viewer) => may(viewer, 'candidates.see'));
  return store.plansWithListed(act.store, eyes, plans);
}

/**
 * Everybody on the list, in protocol order, for storing a frozen list: also the cases that are closed to whoever freezes
 * it, so that a recusal takes nobody off a list. To be stored, never shown; reading the frozen list goes through a
 * viewer again. Inside the caller's transaction: the plan is held, so nothing is listed or withdrawn meanwhile.
 */
export async function candidatesForFreeze(act: Act, at: At): Promise<Outcome<ToFreeze, AccessRefusal>> {
  const viewer = await authorise(act, at.committee, 'review.open');
  if (!viewer.ok) return viewer;
  const clockwork = { ...act, member: null, person: null };
  const everything = clockworkViewer(clockwork, at.committee);
  const plan = await holdPlan(clockwork, everything, at.plan);
  if (!plan) return done({ candidates: [], leftOut: [] });
  const rule = ruleSetOfPlan(plan).parameters.proposing.value;
  const all = await candidatesOf(clockwork, everything, { plans: [at.plan], states: ['listed'] });
  return done({
    candidates: all.filter((candidate) => readinessOf(candidate, rule) === 'ready'),
    leftOut: all.flatMap((candidate) => {
      const readiness = readinessOf(candidate, rule);
      return readiness === 'ready' ? [] : [{ ...candidate, readiness }];
    }),
  });
}

/** Nominations with what the register says of the people, in protocol order. `viewer` has been authorised. */
export async function candidatesOf(act: Act, viewer: Viewer, which: store.Which): Promise<readonly Candidate[]> {
  const nominations = await store.listNominations(act.store, viewer, which);
  return withPeople(act, viewer, nominations);
}

/** A person whom the viewer may not see leaves no line. */
export async function withPeople(
  act: Act,
  viewer: Viewer,
  nominations: readonly Nomination[],
): Promise<readonly Candidate[]> {
  const people = await peopleByIds(
    act,
    viewer.committee,
    nominations.map((nomination) => nomination.person),
  );
  const known = new Map(people.map((person) => [person.id, person]));
  return nominations
    .flatMap((nomination) => {
      const person = known.get(nomination.person);
      return person ? [candidateOf(nomination, person)] : [];
    })
    .sort(inProtocolOrder(act.locale));
}

export function candidateOf(nomination: Nomination, person: Person): Candidate {
  return {
    nomination: nomination.id,
    plan: nomination.plan,
    position: nomination.position,
    positionTitle: nomination.positionTitle,
    positionRank: nomination.positionRank,
    rank: nomination.rank,
    person: person.id,
    fullName: person.fullName,
    birthMonth: person.birthMonth,
    partyPost: person.partyPost,
    statePost: person.statePost,
    level: person.level,
    unit: person.unit,
    state: nomination.state,
    source: nomination.source,
    proposedBy: nomination.proposedBy,
    proposedAt: nomination.proposedAt,
    consent: nomination.consent.state,
    endorsements: nomination.endorsements,
    version: nomination.version,
  };
}
