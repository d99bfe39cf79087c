/** What somebody says of the first card: seen and will be done, passed on to a deputy, done by themselves after all. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, send } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { PersonId, ReviewRoundId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { membersOf } from '../../committees/operations/look.ts';
import type { Membership } from '../../committees/types.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { type AnswerRefusal, answerLines } from '../rules/answer.ts';
import * as drafts from '../store/drafts.ts';
import * as receipts from '../store/receipts.ts';
import * as rounds from '../store/rounds.ts';
import type { OpenSeat } from '../types/seen.ts';
import { cardKinds, invitationKey } from './cards.ts';
import { everythingOf, type SeatRefusal, takeSeat, type WhoseAnswer } from './seat.ts';
import { membersWith, nomineesOf } from './tell.ts';

/** Saying it twice is once. Refusals: of the seat. */
export async function confirmSeen(act: Act, round: ReviewRoundId): Promise<Outcome<OpenSeat, SeatRefusal>> {
  return inTransaction(act, async (tx) => {
    const taken = await takeSeat(inside(act, tx), { round, person: null });
    if (!taken.ok) return taken;
    const { seat } = taken.value;
    if (await receipts.markSeen(tx, round, seat.person, act.now))
      await note(inside(act, tx), taken.value, 'reviews.seen', {});
    return taken;
  });
}

export type PassRefusal = SeatRefusal | 'deputy-unfit';

/**
 * To a colleague who is asked for comments too; they get a card, and prepare or comment as the rule allows. `to` null:
 * taken back. Refusals: of the seat; deputy-unfit (oneself, not asked in this round, or left).
 */
export async function passOn(
  act: Act,
  input: { readonly round: ReviewRoundId; readonly to: PersonId | null },
): Promise<Outcome<OpenSeat, PassRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const taken = await takeSeat(here, { round: input.round, person: null });
    if (!taken.ok) return taken;
    const { seat, round } = taken.value;
    const { to } = input;
    if (to !== null && !(await possibleDeputies(here, taken.value)).some(({ person }) => person === to)) {
      return refused('deputy-unfit', {}, 'deputy');
    }
    const before = await receipts.receiptOf(tx, round.id, seat.person);
    if (before?.passedTo === to) return taken;
    await receipts.putPassed(tx, round.id, seat.person, to, act.now);
    await note(here, taken.value, 'reviews.passed-on', { to });
    if (before?.passedTo)
      await refresh(tx, act, { kind: cardKinds.passedOn, ids: { round: round.id, person: seat.person } });
    if (to !== null) await tellDeputy(here, round, seat.person, to);
    return taken;
  });
}

/** Members who are asked for comments and are not the person, their own deputy first. */
export async function possibleDeputies(act: Act, { round, seat }: Pick<OpenSeat, 'round' | 'seat'>) {
  const members = await membersWith(act, round, 'review.comment');
  const own = (await membersOf(act, round.committee)).find(({ person }) => person === seat.person)?.deputy ?? null;
  const others = members.filter(({ person }) => person !== seat.person);
  return [...others].sort((a, b) => Number(b.person === own) - Number(a.person === own));
}

/** Whom an absence or a standing wish names; null: nobody, or somebody who is not asked. */
export function ownDeputy(
  people: readonly Membership[],
  member: Pick<Membership, 'person' | 'deputy'>,
): PersonId | null {
  const { deputy, person } = member;
  return deputy && deputy !== person && people.some((one) => one.person === deputy) ? deputy : null;
}

/**
 * Somebody who is asked in an open round is away: their deputy gets the list as if it had been passed on. Nobody stands in
 * for somebody else's secret paper, and whoever has passed it on, or seen it, has decided for themselves.
 */
export async function standIn(act: Act, id: ReviewRoundId, person: PersonId, deputy: PersonId): Promise<void> {
  const committee = await rounds.committeeOfRound(act.store, id);
  const round = committee ? await rounds.findRound(act.store, everythingOf(act, { committee }), id) : null;
  if (round?.state !== 'open' || round.kind === 'anonymous') return;
  const people = await membersWith(act, round, 'review.comment');
  const receipt = await receipts.receiptOf(act.store, id, person);
  if (receipt?.seenAt || receipt?.passedTo || ownDeputy(people, { person, deputy }) === null) return;
  await receipts.putPassed(act.store, id, person, deputy, act.now);
  const held = round.heldUntil && act.now < round.heldUntil ? { holdUntil: round.heldUntil } : {};
  await tellDeputy(act, round, person, deputy, held);
}

/** The card of whoever stands in; `more`: the batch and the minute of undo of an opening. */
export async function tellDeputy(
  act: Act,
  round: Pick<OpenSeat['round'], 'id' | 'committee'>,
  person: PersonId,
  to: PersonId,
  more: { readonly holdUntil?: Date; readonly batch?: string } = {},
): Promise<void> {
  await send(act.store, act, {
    kind: cardKinds.passedOn,
    ids: { round: round.id, person },
    to: { person: to },
    committee: round.committee,
    key: `${cardKinds.passedOn}:${round.id}:${person}:${to}:${act.now.getTime()}`,
    nominees: await nomineesOf(act, round),
    ...more,
  });
}

/**
 * The deputy's draft becomes the member's, who is told and sends it. Refusals: of the seat; not-the-deputy;
 * review-draft-theirs (the member has begun something of their own), of a draft that cannot be sent.
 */
export async function handDraft(
  act: Act,
  whose: WhoseAnswer,
): Promise<Outcome<OpenSeat, SeatRefusal | AnswerRefusal | 'not-the-deputy' | 'review-draft-theirs'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const taken = await takeSeat(here, whose);
    if (!taken.ok) return taken;
    const { seat, draft, round, asked } = taken.value;
    if (taken.value.as !== 'deputy') return refused('not-the-deputy');
    const { lines: all, restAgrees } = draft ?? { lines: [], restAgrees: false };
    const checked = answerLines({ asked, picked: all, restAgrees, standing: null });
    if (!checked.ok) return checked;
    const own = { round: round.id, person: seat.person, author: seat.person };
    const theirs = await drafts.findDraft(tx, everythingOf(act, round), own);
    if (theirs && (theirs.restAgrees || theirs.lines.some(({ isPicked }) => isPicked)))
      return refused('review-draft-theirs');
    if (theirs) await drafts.dropDraft(tx, own);
    const lines = all.filter(({ isPicked }) => isPicked);
    const picked = lines.map(({ entry }) => entry);
    await drafts.putChoice(tx, own, { picked, restAgrees, via: null, why: null, at: act.now }, lines);
    await drafts.dropDraft(tx, seat);
    await note(here, taken.value, 'reviews.draft-handed', { person: seat.person });
    await send(tx, act, {
      kind: cardKinds.draftReady,
      ids: { round: round.id, deputy: seat.author },
      to: { person: seat.person },
      committee: round.committee,
      key: `${cardKinds.draftReady}:${round.id}:${seat.person}:${act.now.getTime()}`,
      nominees: await nomineesOf(here, round),
    });
    return done(taken.value);
  });
}

async function note(
  act: Act,
  { round, seat }: OpenSeat,
  kind: 'reviews.seen' | 'reviews.passed-on' | 'reviews.draft-handed',
  facts: Readonly<Record<string, string | null>>,
): Promise<void> {
  const subject = { kind: 'review-round', id: round.id };
  await record(act.store, act, { kind, committee: round.committee, subject, facts });
  await refresh(act.store, act, { key: invitationKey(round.id, seat.person) });
  await dutyDone(act.store, act, { subject, persons: [seat.person] });
}
