/** Puts somebody forward for a position: checked again at the moment of sending, and the checks are kept. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { texts } from '../../../i18n/texts.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import type { CommitteeId, NominationId, PersonId, PlanId, PositionId } from '../../../kernel/ids.ts';
import { done, type Fact, type Outcome, type Refused, refused } from '../../../kernel/outcome.ts';
import { may, rolesWithRight } from '../../access/rules.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { deadlineOf } from '../../deadlines/operations/set.ts';
import { keepVerdicts } from '../../eligibility/operations.ts';
import type { Verdict } from '../../eligibility/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { personOfAccount } from '../../people/operations/register.ts';
import type { Person } from '../../people/types.ts';
import { holdPlan } from '../../plans/operations/look.ts';
import type { Plan, Position } from '../../plans/types.ts';
import { ownAccount } from '../../workspaces/operations/accounts.ts';
import { blockingVerdicts, checkProposal, type ProposingRefusal, stateOfProposal } from '../rules.ts';
import * as store from '../store/nominations.ts';
import type { NominationSource, NominationState } from '../types.ts';
import { type Check, check } from './check.ts';
import { type Asked, askForConsent } from './consent.ts';
import { authoriseProposing, type Proposing, type ProposingAccess } from './may-propose.ts';
import { type Told, tellOnProposal } from './tell.ts';

export interface Proposal {
  readonly committee: CommitteeId;
  readonly plan: PlanId;
  readonly position: PositionId;
  readonly person: PersonId;
  readonly reasons: string | null;
  readonly source: Exclude<NominationSource, 'self'>;
  /** Entered for a member who said it on paper, by phone or in the room. */
  readonly onBehalfOf: PersonId | null;
  readonly via: Via | null;
}

export interface Proposed extends Told {
  readonly nomination: NominationId;
  readonly state: NominationState;
  readonly check: Check;
  /** Without a role in the committee: neither numbers of the register nor the entry itself are shown to them. */
  readonly isOutside: boolean;
  readonly keepsList: boolean;
  /** Whether the nominee is being asked, and how; null: nobody is asked, or whoever stands said so by it. */
  readonly asked: Asked | null;
}

export type ProposeRefusal =
  | ProposingAccess
  | ProposingRefusal
  | 'right-missing'
  | 'not-a-member'
  | 'plan-closed'
  | 'plan-without-positions'
  | 'position-unknown'
  | 'person-unknown'
  | 'names-closed'
  | 'already-proposed'
  | 'blocked-unexplained'
  | `blocked-${Verdict['rule']}`;

/**
 * Refusals: access; plan-unknown, plan-closed, plan-without-positions, position-unknown; person-unknown (also somebody
 * whose case is closed to the actor); names-closed {due} after the date for those who do not keep the list;
 * already-proposed; blocked-<rule> with the verdict's numbers, its source and `more`, the count of other rules that
 * block (without a role in the committee only blocked-unexplained: the numbers are the register's); right-missing and
 * not-a-member when entered for somebody. Of two at once one is done, the other refused.
 */
export async function proposeCandidate(act: Act, proposal: Proposal): Promise<Outcome<Proposed, ProposeRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const proposing = await authoriseProposing(within, proposal.committee, proposal.plan);
    if (!proposing.ok) return proposing;
    const { viewer, rule } = proposing.value;
    const proposer = await proposerOf(within, proposing.value, proposal);
    if (!proposer.ok) return proposer;
    const place = await placeOf(within, proposing.value, proposal);
    if (!place.ok) return place;
    const { plan, position, person } = place.value;

    const state = stateOfProposal(viewer.roles, rule);
    const isSelf = person.id === proposer.value;
    const reasons = proposal.reasons?.normalize('NFC').trim() || null;
    const proper = checkProposal({ reasons, isSelf, state }, rule);
    if (!proper.ok) return proper;

    const checked = await check(within, viewer, { plan, position, person });
    const [blocking, ...more] = blockingVerdicts(checked.check.verdicts);
    if (blocking) {
      const mayKnow = viewer.roles.length > 0 || isSelf || blocking.rule === 'own-committee';
      return mayKnow ? blockedBy(act, blocking, more.length) : refused('blocked-unexplained', {}, 'person');
    }

    const nomination = await store.insertNomination(tx, {
      plan: plan.id,
      position: position.id,
      person: person.id,
      state,
      source: isSelf ? 'self' : proposal.source,
      reasons,
      proposedBy: proposer.value,
      recordedBy: proposal.onBehalfOf ? act.person : null,
      via: proposal.via,
      proposedAt: act.now,
    });
    if (!nomination) return refused('already-proposed', { position: position.title }, 'person');
    await keepVerdicts(within, nomination, checked.toKeep, 'submission');
    await record(tx, act, {
      kind: state === 'listed' ? 'nominations.listed' : 'nominations.suggested',
      committee: proposal.committee,
      subject: { kind: 'nomination', id: nomination },
      nominee: person.id,
      onBehalfOf: proposal.onBehalfOf,
      via: proposal.via,
      facts: {
        plan: plan.id,
        position: position.id,
        source: isSelf ? 'self' : proposal.source,
        reasons: reasons === null ? null : hashOf(reasons),
      },
    });
    // They were asked for names until a date: they are reminded no more.
    await dutyDone(tx, act, { subject: { kind: 'plan-names', id: plan.id }, persons: [proposer.value] });
    const isListed = state === 'listed';
    const entered = { id: nomination, person: person.id, recordedBy: proposal.onBehalfOf ? act.person : null };
    const asked = isListed ? await askForConsent(within, rule, { ...entered, via: proposal.via }, isSelf) : null;
    const told = await tellOnProposal(within, { ...proposal, nomination, state, asked });
    const isOutside = viewer.roles.length === 0;
    const keepsList = may(viewer, 'candidates.enter');
    return done({ nomination, state, check: checked.check, isOutside, keepsList, asked, ...told });
  });
}

/** Who puts the name forward: the person entered for, or the acting one, who joins the register by their account. */
async function proposerOf(
  act: Act,
  { viewer }: Proposing,
  { committee, onBehalfOf }: Proposal,
): Promise<Outcome<PersonId, 'right-missing' | 'not-a-member' | 'not-in-committee'>> {
  if (onBehalfOf) {
    if (!may(viewer, 'candidates.enter')) {
      return refused('right-missing', { right: 'candidates.enter', roles: rolesWithRight['candidates.enter'] });
    }
    const members = await membersOf(act, committee);
    const isMember = members.some((member) => member.person === onBehalfOf);
    return isMember ? done(onBehalfOf) : refused('not-a-member', {}, 'onBehalfOf');
  }
  if (act.person) return done(act.person);
  const account = await ownAccount(act);
  return account ? done(await personOfAccount(act, account)) : refused('not-in-committee');
}

type PlaceRefusal =
  | 'plan-unknown'
  | 'plan-closed'
  | 'plan-without-positions'
  | 'position-unknown'
  | 'person-unknown'
  | 'names-closed';

/** The plan is held from here on, so that caps are counted one proposal after the other. */
async function placeOf(
  act: Act,
  { viewer }: Proposing,
  proposal: Proposal,
): Promise<Outcome<{ plan: Plan; position: Position; person: Person }, PlaceRefusal>> {
  const plan = await holdPlan(act, viewer, proposal.plan);
  if (!plan) return refused('plan-unknown');
  if (plan.isClosed) return refused('plan-closed', { title: plan.title });
  if (plan.positions.length === 0) return refused('plan-without-positions', { title: plan.title });
  const position = plan.positions.find(({ id }) => id === proposal.position);
  if (!position) return refused('position-unknown', {}, 'position');
  const until = await deadlineOf(act, { kind: 'plan-names', id: plan.id });
  const isOver = until !== null && until.state !== 'cancelled' && until.dueAt <= act.now;
  if (isOver && !may(viewer, 'candidates.enter')) return refused('names-closed', { due: until.dueAt });
  const [person] = await peopleByIds(act, proposal.committee, [proposal.person]);
  return person ? done({ plan, position, person }) : refused('person-unknown', {}, 'person');
}

/** The rule, its numbers and its source, ready to be worded. */
export function blockedBy(act: Act, verdict: Verdict, more: number): Refused<`blocked-${Verdict['rule']}`> {
  const t = texts(act.locale, act.zone, act.speech);
  const source = verdict.sources
    .map(({ title, confidence }) => `${title[act.locale]}, ${t(`eligibility.confidences.${confidence}`)}`)
    .join('; ');
  const facts: Record<string, Fact> = { ...verdict.facts, source, version: verdict.ruleSet.version, more };
  // Of months that are gone none remain.
  if (typeof facts.remainingMonths === 'number') facts.remainingMonths = Math.max(0, facts.remainingMonths);
  return refused(`blocked-${verdict.rule}`, facts, 'person');
}
