/** Closing a round, by its date or by the committee secretary, exactly once. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { PersonId, ReviewRoundId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { stepReached } from '../../deadlines/operations/finish-step.ts';
import { cancelDeadline } from '../../deadlines/operations/set.ts';
import * as rounds from '../store/rounds.ts';
import type { Round } from '../types/nouns.ts';
import { cardKinds } from './cards.ts';
import { closeOf } from './closing.ts';
import { leadersOf } from './lead.ts';
import { closeSealed, mayCloseSealed } from './sealed-boxes.ts';
import { everythingOf } from './seat.ts';
import { membersWith, tellSynthesis } from './tell.ts';

export type CloseRefusal =
  | AccessRefusal
  | 'review-unknown'
  | 'review-closed'
  | 'review-cancelled'
  | 'review-not-yet'
  | 'review-paused'
  | 'review-anonymous-early';

/**
 * Ends the round: nothing is sent or changed by reviewers any more, and the synthesis goes to the chair and the
 * committee secretary. For the clockwork, when the date has come, and for the committee secretary before it. Of two at
 * once one closes it. Refusals: access (review.open), review-unknown, review-closed {closedAt}, review-cancelled,
 * review-not-yet {from} (undo it instead); review-anonymous-early {dueAt}: an anonymous round closes before its date only
 * when everybody has answered.
 */
export async function closeRound(act: Act, id: ReviewRoundId): Promise<Outcome<Round, CloseRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const committee = await rounds.committeeOfRound(tx, id);
    if (!committee) return refused('review-unknown');
    const viewer = await authorise(here, committee, 'review.open');
    if (!viewer.ok) return viewer;
    // Waits for everybody who is sending at this moment: what they are told is saved is counted.
    await rounds.holdRound(tx, id);
    const round = await rounds.findRound(tx, viewer.value, id);
    if (!round || round.state === 'prepared') return refused('review-unknown');
    if (round.state === 'closed') return refused('review-closed', { closedAt: round.closedAt });
    if (round.state === 'cancelled') return refused('review-cancelled');
    if (round.heldUntil && act.now < round.heldUntil) return refused('review-not-yet', { from: round.heldUntil });
    if (round.pausedUntil && act.now < round.pausedUntil) return refused('review-paused', { from: round.pausedUntil });
    const told = await readersOfSynthesis(here, round);
    if (round.kind === 'anonymous') {
      const allowed = await mayCloseSealed(here, round);
      if (!allowed.ok) return allowed;
    }
    const closedBy = act.member === null ? null : act.person;
    const closed = { state: 'closed', closedAt: act.now, closedBy, synthesisVersion: 1, toldIds: told } as const;
    await rounds.changeState(tx, id, 'open', closed);
    const subject = { kind: 'review-round', id };
    await stepReached(here, committee, 'review', subject);
    if (closedBy !== null) await cancelDeadline(here, subject);
    await cancelDeadline(here, closeOf(id));
    await record(tx, act, { kind: 'reviews.closed', committee, subject, facts: { by: closedBy ?? 'date' } });
    // The papers of an anonymous round are still to be opened: nobody has a synthesis yet.
    if (round.kind === 'anonymous') await closeSealed(here, round, told);
    else await tellSynthesis(here, round, 1, told);
    await refresh(tx, act, { kind: cardKinds.invitation, ids: { round: id } });
    await dutyDone(tx, act, { subject });
    const after = await rounds.findRound(tx, viewer.value, id);
    return after ? done(after) : refused('review-unknown');
  });
}

/** Those who may read all of it, and the deputies who lead a case on the list in place of the chair. */
async function readersOfSynthesis(act: Act, round: Pick<Round, 'id' | 'committee'>): Promise<PersonId[]> {
  const whole = await rounds.findRound(act.store, everythingOf(act, round), round.id);
  const nominees = (whole?.list.entries ?? []).map(({ person }) => person);
  const leads = [...(await leadersOf(act, round.committee, nominees)).values()];
  const deputies = leads.flatMap(({ leader, isHandedOver }) => (leader && isHandedOver ? [leader] : []));
  const all = (await membersWith(act, round, 'review.synthesis')).map(({ person }) => person);
  return [...new Set([...all, ...deputies])];
}
