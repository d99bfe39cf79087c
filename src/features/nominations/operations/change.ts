/** What becomes of a nomination: screened, withdrawn or corrected. Taking it back within the minute is in undo.ts. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, NominationId, PersonId, PositionId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Right, Viewer } from '../../access/types.ts';
import { keepVerdicts } from '../../eligibility/operations.ts';
import type { ProposingRule, Verdict } from '../../eligibility/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { holdPlan, planOf } from '../../plans/operations/look.ts';
import { blockingVerdicts, reasonsMax } from '../rules.ts';
import * as store from '../store/nominations.ts';
import type { Nomination, NominationSource } from '../types.ts';
import { type Check, check } from './check.ts';
import { askForConsent } from './consent.ts';
import { blockedBy } from './propose.ts';
import { askingCards, concerned, type Told, tellAll } from './tell.ts';

export interface Which {
  readonly committee: CommitteeId;
  readonly nomination: NominationId;
  /** The version that the form was drawn from. */
  readonly version: number;
}

export type Changed = Told & { readonly nomination: Nomination };

export type ChangeRefusal =
  | AccessRefusal
  | 'nomination-unknown'
  | 'nomination-changed-meanwhile'
  | 'reason-missing'
  | 'reasons-too-long'
  | 'plan-unknown'
  | 'plan-closed'
  | 'person-unknown'
  | 'position-unknown'
  | 'already-proposed'
  | `blocked-${Verdict['rule']}`;

/**
 * The personnel body's answer to a suggestion: onto the list, checked again with today's numbers, or declined. The
 * answer is told to whoever proposed; declining needs one. Right: candidates.enter.
 */
export async function screenSuggestion(
  act: Act,
  input: Which & { decision: 'list' | 'decline'; answer: string | null },
): Promise<Outcome<Changed, ChangeRefusal>> {
  return change(act, input, 'candidates.enter', 'suggested', async (within, viewer, old) => {
    const answer = typed(input.answer);
    if (input.decision === 'decline' && answer === null) return refused('reason-missing', {}, 'answer');
    if (answer !== null && answer.length > reasonsMax) return tooLong(answer, 'answer');
    let asking: Decision['also'] = [];
    if (input.decision === 'list') {
      const listed = await checkForList(within, viewer, old);
      if (!listed.ok) return listed;
      const asked = await askForConsent(within, listed.value, old, old.source === 'self');
      asking = await askingCards(within, { committee: input.committee, person: old.person }, asked);
    }
    const next =
      input.decision === 'list'
        ? { state: 'listed' as const, answer, listedAt: act.now }
        : { state: 'declined' as const, answer, endedAt: act.now };
    return done({
      next,
      kind: input.decision === 'list' ? 'nominations.listed' : 'nominations.declined',
      facts: { answer: answer === null ? null : hashOf(answer) },
      card: 'nominations.answered' as const,
      to: [old.proposedBy],
      also: asking,
    });
  });
}

/** Takes a candidate off the list, with a reason that is told to whom it concerns. Right: candidates.withdraw. */
export async function withdrawCandidate(
  act: Act,
  input: Which & { reason: string },
): Promise<Outcome<Changed, ChangeRefusal>> {
  return change(act, input, 'candidates.withdraw', 'listed', async (within, _viewer, old) => {
    const reason = typed(input.reason);
    if (reason === null) return refused('reason-missing', {}, 'reason');
    if (reason.length > reasonsMax) return tooLong(reason, 'reason');
    return done({
      next: { state: 'withdrawn' as const, endedAt: act.now, endReason: reason },
      kind: 'nominations.withdrawn',
      facts: { reason: hashOf(reason) },
      card: 'nominations.withdrawn' as const,
      to: await concerned(within, input.committee, old),
    });
  });
}

/**
 * Đính chính: what was written is written anew with a reason; what it said stays on record, and the same people are
 * told. Another `position` (null: it stays) is checked by the rules as if the name were put forward now, and a nominee
 * who is asked is asked again; lists, rounds and agendas keep what they froze. The person is not corrected: that name is
 * withdrawn and the right one put forward. Right: candidates.enter. Refusals besides: already-proposed {position},
 * position-unknown, plan-closed {title}, blocked-<rule>.
 */
export async function correctNomination(
  act: Act,
  input: Which & {
    reasons: string | null;
    source: NominationSource | null;
    rank: number | null;
    position: PositionId | null;
    why: string;
  },
): Promise<Outcome<Changed, ChangeRefusal>> {
  return change(act, input, 'candidates.enter', 'listed', async (within, viewer, old) => {
    const [reasons, why] = [typed(input.reasons), typed(input.why)];
    if (why === null) return refused('reason-missing', {}, 'why');
    if (why.length > reasonsMax) return tooLong(why, 'why');
    if (reasons !== null && reasons.length > reasonsMax) return tooLong(reasons, 'reasons');
    // Not asked under these rules: it stays as it is.
    const source = input.source ?? old.source;
    const moved = await moveTo(within, viewer, old, input.position ?? old.position);
    if (!moved.ok) return moved;
    await store.keepRevision(within.store, old, { why, at: act.now, by: act.person });
    return done({
      next: { reasons, source, rank: input.rank, ...moved.value.next },
      kind: 'nominations.corrected',
      facts: { why: hashOf(why), reasons: reasons === null ? null : hashOf(reasons), source, ...moved.value.facts },
      card: 'nominations.corrected' as const,
      to: await concerned(within, input.committee, old),
      also: moved.value.asking,
    });
  });
}

type Moved = {
  readonly next: { readonly position?: PositionId; readonly positionTitle?: string };
  readonly facts: Decision['facts'];
  readonly asking: NonNullable<Decision['also']>;
};

/** What follows when the name is put at another position; nothing when it stays. */
async function moveTo(
  act: Act,
  viewer: Viewer,
  old: Nomination,
  to: PositionId,
): Promise<Outcome<Moved, ChangeRefusal>> {
  if (to === old.position) return done({ next: {}, facts: {}, asking: [] });
  const found = await placeAt(act, viewer, old, to);
  if (!found.ok) return found;
  const { checked, position, rule } = found.value;
  if (await store.isTaken(act.store, old, to)) {
    return refused('already-proposed', { position: position.title }, 'position');
  }
  const [blocking, ...more] = blockingVerdicts(checked.check.verdicts);
  if (blocking) return blockedBy(act, blocking, more.length);
  await keepVerdicts(act, old.id, checked.toKeep, 'submission');
  // What they consented to, or put themselves forward for, was another position.
  const asked = await askForConsent(act, rule, old, false);
  return done({
    next: { position: to, positionTitle: position.title },
    facts: { position: to, formerly: old.position },
    asking: await askingCards(act, { committee: viewer.committee, person: old.person }, asked),
  });
}

/**
 * What the rules would say of the name at another position, while it is chosen in the form. Right: candidates.enter.
 * Nothing is kept.
 */
export async function previewMove(
  act: Act,
  at: { committee: CommitteeId; nomination: NominationId; position: PositionId },
): Promise<Outcome<{ check: Check; isConsentAsked: boolean }, ChangeRefusal>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const old = await store.findNomination(act.store, viewer.value, at.nomination);
  if (!old) return refused('nomination-unknown');
  const found = await placeAt(act, viewer.value, old, at.position);
  if (!found.ok) return found;
  return done({ check: found.value.checked.check, isConsentAsked: found.value.rule.consent !== 'not-asked' });
}

async function placeAt(act: Act, viewer: Viewer, old: Nomination, to: PositionId) {
  const plan = await planOf(act, viewer, old.plan);
  if (!plan) return refused('plan-unknown' as const);
  if (plan.isClosed) return refused('plan-closed' as const, { title: plan.title }, 'position');
  const position = plan.positions.find(({ id }) => id === to);
  if (!position) return refused('position-unknown' as const, {}, 'position');
  const [person] = await peopleByIds(act, viewer.committee, [old.person]);
  if (!person) return refused('person-unknown' as const);
  const checked = await check(act, viewer, { plan, position, person }, old.id);
  return done({ checked, position, rule: checked.check.ruleSet.parameters.proposing.value });
}

interface Decision {
  readonly next: Parameters<typeof store.changeNomination>[2] & { readonly positionTitle?: string };
  readonly kind: string;
  readonly facts: Parameters<typeof record>[2]['facts'];
  readonly card: Parameters<typeof tellAll>[2][number]['kind'];
  readonly to: readonly PersonId[];
  readonly also?: Parameters<typeof tellAll>[2];
}

/** The frame of all three: authorise, hold the plan, load, decide, apply. */
async function change(
  act: Act,
  which: Which,
  right: Right,
  from: Nomination['state'],
  decide: (within: Act, viewer: Viewer, old: Nomination) => Promise<Outcome<Decision, ChangeRefusal>>,
): Promise<Outcome<Changed, ChangeRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, which.committee, right);
    if (!viewer.ok) return viewer;
    const seen = await store.findNomination(tx, viewer.value, which.nomination);
    if (!seen) return refused('nomination-unknown');
    await holdPlan(within, viewer.value, seen.plan);
    const old = await store.findNomination(tx, viewer.value, which.nomination);
    if (!old || old.state !== from || old.version !== which.version) return refused('nomination-changed-meanwhile');
    const decision = await decide(within, viewer.value, old);
    if (!decision.ok) return decision;
    const { next, kind, facts, card, to, also = [] } = decision.value;
    const { positionTitle: _title, ...row } = next;
    if (!(await store.changeNomination(tx, old, row))) return refused('nomination-changed-meanwhile');
    await record(tx, act, {
      kind,
      committee: which.committee,
      subject: { kind: 'nomination', id: old.id },
      nominee: old.person,
      facts: { ...facts, version: old.version + 1 },
    });
    // Cards that count the nominees (a review's invitation) are worded again.
    await refresh(tx, act, { nominees: [old.person] });
    const about = { committee: which.committee, nomination: old.id, person: old.person, version: old.version + 1 };
    return done({
      nomination: { ...old, ...next, version: old.version + 1 },
      ...(await tellAll(within, about, [{ kind: card, to }, ...also])),
    });
  });
}

async function checkForList(act: Act, viewer: Viewer, old: Nomination): Promise<Outcome<ProposingRule, ChangeRefusal>> {
  const plan = await holdPlan(act, viewer, old.plan);
  if (!plan) return refused('plan-unknown');
  const position = plan.positions.find(({ id }) => id === old.position);
  if (!position) return refused('position-unknown');
  const [person] = await peopleByIds(act, viewer.committee, [old.person]);
  if (!person) return refused('person-unknown');
  const { check: found, toKeep } = await check(act, viewer, { plan, position, person });
  const [blocking, ...more] = blockingVerdicts(found.verdicts);
  if (blocking) return blockedBy(act, blocking, more.length);
  await keepVerdicts(act, old.id, toKeep, 'screening');
  return done(found.ruleSet.parameters.proposing.value);
}

function typed(text: string | null): string | null {
  return text?.normalize('NFC').trim() || null;
}

function tooLong(text: string, field: string) {
  return refused('reasons-too-long', { max: reasonsMax, length: text.length }, field);
}
