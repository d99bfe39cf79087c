/** Closing a round, by its time, by hand or because it is settled: exactly once, with its ruling in the same act. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { cancelJob } from '../../../queue/enqueue.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { cancelDeadline } from '../../deadlines/operations/set.ts';
import { countPapers, isSettled, ruleOnAll } from '../rules/count.ts';
import { isSealed, maySettle, whyMax } from '../rules/course.ts';
import * as papers from '../store/papers.ts';
import * as store from '../store/rounds.ts';
import type { BallotRound, BallotRoundId, ClosedHow } from '../types/round.ts';
import { cardKinds, rulingCard } from './cards.ts';
import { concernedIn, runnersOf } from './electorate.ts';
import { eyesOf } from './eyes.ts';
import { authoriseRun, type FoundRound, findRound } from './look.ts';
import { settlesKey } from './open.ts';
import { ballotSubject } from './prepare.ts';
import { endInConference } from './room-electorate.ts';
import { cancelBoxOf, closeSealed } from './sealed-box.ts';

export type CloseRefusal =
  | AccessRefusal
  | 'ballot-unknown'
  | 'ballot-not-open'
  | 'ballot-not-yet'
  | 'ballot-secret-early'
  | 'ballot-not-counted';

/**
 * Before its time, by hand. Papers on their way are waited for and counted; whoever comes later reads that it is closed.
 * Refusals: access; ballot-not-open (also when the clock was faster), ballot-not-yet {from} in the minute of undo.
 */
export async function closeRound(act: Act, id: BallotRoundId): Promise<Outcome<BallotRound, CloseRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdRound(tx, id);
    const found = await findRound(here, id);
    if (!found.ok) return found;
    const allowed = await authoriseRun(here, found.value);
    if (!allowed.ok) return allowed;
    const { held } = found.value.round;
    if (held && act.now < held.until) return refused('ballot-not-yet', { from: held.until });
    return close(here, found.value, 'hand');
  });
}

/** Its time has come. Of this and a click at the same moment one closes it. */
export async function closeByClock(act: Act, id: BallotRoundId): Promise<void> {
  await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdRound(tx, id);
    const found = await findRound(here, id);
    if (found.ok) await close(here, found.value, 'time');
    return done();
  });
}

/**
 * Closes an open vote that nothing can change any more, once its least time is over. Looked at after papers were taken,
 * in a transaction of its own: so the last of many papers at the same moment sees all the others. Looked at without
 * holding the round first, because whoever is voting at this moment would wait.
 */
export async function closeIfSettled(act: Act, round: Pick<BallotRound, 'id' | 'settlesFrom'>): Promise<boolean> {
  if (round.settlesFrom === null || act.now < round.settlesFrom) return false;
  const clockwork = { ...act, member: null, person: null };
  if (!(await settledRound(clockwork, round.id))) return false;
  const isOver = await inTransaction(clockwork, async (tx) => {
    const here = inside(clockwork, tx);
    await store.holdRound(tx, round.id);
    const settled = await settledRound(here, round.id);
    return done(settled !== null && (await close(here, settled, 'settled')).ok);
  });
  return isOver.ok && isOver.value;
}

/** Null: what still comes can change it, or it is not to be closed early now. */
async function settledRound(act: Act, id: BallotRoundId): Promise<FoundRound | null> {
  const found = await findRound(act, id);
  if (!found.ok || !maySettle(found.value.round, act.now)) return null;
  const { round } = found.value;
  if (!round.frozen) return null;
  return isSettled({ ...round, frozen: round.frozen }, await handedIn(act, round)) ? found.value : null;
}

async function handedIn(act: Act, round: BallotRound) {
  const standing = await papers.standingPapers(act.store, eyesOf(act, round.committee), round.id);
  return { papers: standing.map(({ marks }) => marks), byProxy: standing.filter(({ proxy }) => proxy !== null).length };
}

/** The round is held by the transaction. */
async function close(
  here: Act,
  { round, committee }: FoundRound,
  how: ClosedHow,
): Promise<Outcome<BallotRound, 'ballot-not-open' | 'ballot-not-counted' | 'ballot-secret-early'>> {
  if (round.state !== 'open' || !round.frozen) return refused('ballot-not-open');
  if (round.place === 'room') return refused('ballot-not-counted');
  // Through the clockwork's eyes: whoever closes it may not see every case, and the count does not depend on them.
  const whole = await store.findRound(here.store, eyesOf(here, committee.id), round.id);
  if (!whole?.frozen) return refused('ballot-not-open');
  if (isSealed(whole)) return closeSealed(here, whole, how);
  const tallies = countPapers({ ...whole, frozen: whole.frozen }, await handedIn(here, whole));
  return settle(here, whole, { tallies, how });
}

/** The end of every round, however it was counted: the ruling is stored, and those who may read it are told. */
export async function settle(
  here: Act,
  round: BallotRound,
  { tallies, how }: { readonly tallies: BallotRound['tallies']; readonly how: ClosedHow },
): Promise<Outcome<BallotRound, 'ballot-not-open'>> {
  const { id, frozen } = round;
  if (!frozen) return refused('ballot-not-open');
  const rulings = ruleOnAll({ ...round, frozen }, tallies);
  const withdrawn = round.questions.flatMap(({ candidates }) => candidates.filter((one) => one.isWithdrawn));
  await store.markWithdrawn(
    here.store,
    withdrawn.map((one) => one.id),
    here.now,
  );
  const change = { closedAt: here.now, closedBy: here.member === null ? null : here.person, closedHow: how };
  const isMine = await store.changeRound(here.store, id, ['open'], { state: 'closed', tallies, rulings, ...change });
  if (!isMine) return refused('ballot-not-open');
  const subject = { kind: ballotSubject, id };
  if (how !== 'time') await cancelDeadline(here, subject);
  await cancelJob(here.store, settlesKey(id));
  await dutyDone(here.store, here, { subject });
  await refresh(here.store, here, { kind: cardKinds.paper, ids: { round: id } });
  await endInConference(here, round, 'voted');
  await tellRuling(here, round);
  const nominees = await concernedIn(here, round);
  // The log is read by people who may not see the case: no number of votes, no outcome.
  await record(here.store, here, {
    kind: 'ballots.closed',
    committee: round.committee,
    subject,
    facts: { how },
    nominees,
  });
  return done({ ...round, state: 'closed' as const, tallies, rulings, closedAt: here.now, closedHow: how });
}

/** To those who run it, with the whole ruling. */
export async function tellRuling(here: Act, round: BallotRound): Promise<void> {
  const nominees = await concernedIn(here, round);
  await sendAll(
    here.store,
    here,
    (await runnersOf(here, round)).map((person) => rulingCard(cardKinds.closed, round, person, nominees)),
  );
}

/**
 * The chair declares the round void, with a reason that everybody who was asked reads: nothing came of it. Refusals:
 * access (ballot.run); ballot-why-missing, ballot-why-too-long; ballot-not-open once it is closed.
 */
export async function voidRound(
  act: Act,
  input: { readonly round: BallotRoundId; readonly why: string },
): Promise<
  Outcome<
    BallotRound,
    AccessRefusal | 'ballot-unknown' | 'ballot-not-open' | 'ballot-why-missing' | 'ballot-why-too-long'
  >
> {
  const why = input.why.normalize('NFC').trim();
  if (why === '') return refused('ballot-why-missing', {}, 'why');
  if (why.length > whyMax) return refused('ballot-why-too-long', { max: whyMax }, 'why');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdRound(tx, input.round);
    const found = await findRound(here, input.round);
    if (!found.ok) return found;
    const { round, committee } = found.value;
    const allowed = await authoriseRun(here, found.value);
    if (!allowed.ok) return allowed;
    const isMine = await store.changeRound(tx, round.id, ['open', 'scheduled'], { state: 'void', why });
    if (!isMine) return refused('ballot-not-open');
    if (isSealed(round)) await cancelBoxOf(here, round);
    await endInConference(here, round, 'vote-void');
    const subject = { kind: ballotSubject, id: round.id };
    await cancelDeadline(here, subject);
    await cancelJob(tx, settlesKey(round.id));
    await dutyDone(tx, act, { subject });
    await refresh(tx, act, { kind: cardKinds.paper, ids: { round: round.id } });
    await record(tx, act, { kind: 'ballots.voided', committee: committee.id, subject, facts: {} });
    return done({ ...round, state: 'void' as const, why });
  });
}
