/** Opening a round: confirmed, with a minute to undo it; or by the clock, with who votes frozen at that moment. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, sendAll } from '../../../delivery/send.ts';
import { type Act, freshSaving, inside } from '../../../kernel/act.ts';
import { type Id, newId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { cancelJob, enqueue } from '../../../queue/enqueue.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { cancelDeadline, type DeadlineRefusal, setDeadline } from '../../deadlines/operations/set.ts';
import { checkCanOpen, type OpeningReason } from '../rules/before-opening.ts';
import { closesBefore, closesFrom, isSealed, undoMs } from '../rules/course.ts';
import * as papers from '../store/papers.ts';
import * as store from '../store/rounds.ts';
import type { BallotRound, BallotRoundId } from '../types/round.ts';
import { leadCard, notOpenedCard, paperCard } from './cards.ts';
import { type Asked, askedOf, askedSeen, concernedIn, runnersOf } from './electorate.ts';
import { eyesOf } from './eyes.ts';
import { authoriseRun, type FoundRound, findRound } from './look.ts';
import { ballotSubject, statedIn } from './prepare.ts';
import { prepareAnew } from './prepare-anew.ts';
import { checkPapersReach, openInConference, takeBackInConference } from './room-electorate.ts';
import { cancelBoxOf } from './sealed-box.ts';

export interface Opened {
  readonly round: BallotRound;
  /** Null: at its time, by the clock. */
  readonly heldUntil: Date | null;
  /** How many get a paper in the chat, and who has to be asked otherwise. */
  readonly told: number;
  readonly toAsk: readonly string[];
}

/**
 * What becomes of the box of a sealed round in the transaction that opens it. Refusals: keys-missing {taken, needed},
 * ballot-keys-first, ballot-too-few-for-secret {count, shield}.
 */
export type SealBox = (
  here: Act,
  round: BallotRound,
  electors: Asked['electors'],
) => Promise<Outcome<void, 'keys-missing' | 'ballot-keys-first' | 'ballot-too-few-for-secret'>>;

/** What the conference says: the item has to be under discussion, and no other vote open on it. */
type OpeningInRoom = Extract<Awaited<ReturnType<typeof openInConference>>, { readonly ok: false }>['reason'];

export type OpenRefusal =
  | 'keys-missing'
  | 'ballot-keys-first'
  | 'ballot-too-few-for-secret'
  | AccessRefusal
  | DeadlineRefusal
  | OpeningReason
  | 'ballot-unknown'
  | 'ballot-open-already'
  | 'ballot-void'
  | 'ballot-room-needed'
  | OpeningInRoom;

/**
 * What was previewed opens: at once, every elector getting a private card in a minute unless it is undone; or, where it
 * has a time, then. Twice is ballot-open-already. Refusals: access; date-past; those of checkCanOpen, by the members (in
 * a conference the roll call) of this moment; ballot-room-needed {count, names}; in a conference item-not-current,
 * vote-open-here and what else keeps a vote from being opened in it.
 */
export async function openRound(
  act: Act,
  id: BallotRoundId,
  seal: SealBox | null = null,
): Promise<Outcome<Opened, OpenRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdRound(tx, id);
    const found = await findRound(here, id);
    if (!found.ok) return found;
    const { round, committee } = found.value;
    const allowed = await authoriseRun(here, found.value);
    if (!allowed.ok) return allowed;
    if (round.state === 'void' || round.state === 'cancelled') return refused('ballot-void');
    if (round.state !== 'prepared') return refused('ballot-open-already');
    if (round.opensAt === null || round.opensAt <= act.now) {
      return openNow(here, found.value, new Date(act.now.getTime() + undoMs), seal);
    }
    await store.changeRound(tx, id, ['prepared'], { state: 'scheduled' });
    const job = { name: 'ballot-opens', payload: { round: id } } as const;
    await enqueue(tx, job, { now: act.now, at: round.opensAt, key: opensKey(id) });
    await record(tx, act, {
      kind: 'ballots.scheduled',
      committee: committee.id,
      subject: { kind: ballotSubject, id },
      facts: { opensAt: round.opensAt, closesAt: round.closesAt },
    });
    await tellLeaders(here, round, { batch: newId<Id<'batch'>>(), heldUntil: null });
    const { electors } = await askedSeen(here, round);
    return done({ round: { ...round, state: 'scheduled' as const }, heldUntil: null, ...toldOf(electors) });
  });
}

/** Its time has come. Where it cannot be opened any more it stays as prepared, and whoever runs it is told. */
export async function openByClock(act: Act, id: BallotRoundId, seal: SealBox | null = null): Promise<void> {
  const opened = await inTransaction<Outcome<unknown>>(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdRound(tx, id);
    const found = await findRound(here, id);
    if (!found.ok || found.value.round.state !== 'scheduled') return done();
    return openNow(here, found.value, null, seal);
  });
  // What had been begun is rolled back with the refusal: this is written by itself.
  if (!opened.ok) await stayPrepared({ ...act, saving: freshSaving() }, id);
}

async function stayPrepared(act: Act, id: BallotRoundId): Promise<void> {
  await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdRound(tx, id);
    const found = await findRound(here, id);
    if (!found.ok || !(await store.changeRound(tx, id, ['scheduled'], { state: 'prepared' }))) return;
    const { round } = found.value;
    const nominees = await concernedIn(here, round);
    const cards = (await runnersOf(here, round)).map((person) => notOpenedCard(round, person, nominees));
    await sendAll(tx, here, cards);
  });
}

/** The round is held by the transaction. From here on who votes, by which rule and on whom is frozen. */
async function openNow(
  here: Act,
  { round: prepared, committee }: FoundRound,
  heldUntil: Date | null,
  seal: SealBox | null,
): Promise<Outcome<Opened, OpenRefusal>> {
  const from = heldUntil ?? here.now;
  const round = { ...prepared, closesAt: closesFrom(prepared, from) };
  const { id, closesAt } = round;
  // Whole, also when a part of it is closed to whoever opens it: the vote does not depend on who may see what.
  const whole = { ...((await store.findRound(here.store, eyesOf(here, committee.id), id)) ?? round), closesAt };
  const asked = await askedOf(here, whole);
  const canOpen = checkCanOpen(round.rule, asked.frozen);
  if (!canOpen.ok) return canOpen;
  const reach = checkPapersReach(round, asked);
  if (!reach.ok) return reach;
  const inRoom = await openInConference(here, whole);
  if (!inRoom.ok) return inRoom;
  const batch = newId<Id<'batch'>>() as string;
  const settlesFrom = round.settlesAfter === null ? null : new Date(from.getTime() + round.settlesAfter * 60_000);
  await store.changeRound(here.store, id, ['prepared', 'scheduled'], {
    ...{ state: 'open', openedAt: here.now, frozen: asked.frozen, settlesFrom, closesAt },
    held: { batch, until: from },
  });
  await papers.insertElectors(here.store, id, asked.electors);
  const electors = asked.electors.filter(({ isRecused }) => !isRecused);
  if (isSealed(round)) {
    const sealed = seal ? await seal(here, whole, asked.electors) : refused('ballot-keys-first');
    if (!sealed.ok) return sealed;
  }
  const stated = statedIn(committee, closesAt);
  const subject = { kind: ballotSubject, id };
  const deadline = await setDeadline(here, { committee: committee.id, subject, ladder: 'date', stated });
  if (!deadline.ok) return deadline;
  if (settlesFrom && settlesFrom < round.closesAt) {
    const job = { name: 'ballot-settles', payload: { round: id } } as const;
    await enqueue(here.store, job, { now: here.now, at: settlesFrom, key: settlesKey(id) });
  }
  if (round.place === 'chat') {
    const opening = { batch, holdUntil: heldUntil, nominees: await concernedIn(here, round) };
    await sendAll(
      here.store,
      here,
      electors.map(({ person }) => paperCard(round, person, opening)),
    );
  }
  await tellLeaders(here, round, { batch, heldUntil });
  await record(here.store, here, {
    kind: 'ballots.opened',
    committee: committee.id,
    subject,
    facts: { closesAt: round.closesAt, rule: round.rule.key },
  });
  return done({
    round: { ...round, state: 'open' as const, frozen: asked.frozen },
    heldUntil,
    ...toldOf((await askedSeen(here, round)).electors),
  });
}

/** Whoever opens a vote that they see a part of leads none of it: those who do are told, and the deputy where nobody else is free. */
async function tellLeaders(
  here: Act,
  round: BallotRound,
  opening: { readonly batch: string; readonly heldUntil: Date | null },
): Promise<void> {
  if (!round.isPart) return;
  const nominees = await concernedIn(here, round);
  const cards = (await runnersOf(here, round)).map((person) => leadCard(round, person, { ...opening, nominees }));
  await sendAll(here.store, here, cards);
}

function toldOf(electors: Asked['electors']): Pick<Opened, 'told' | 'toAsk'> {
  const asked = electors.filter(({ isRecused }) => !isRecused);
  return {
    told: asked.filter(({ hasAccount }) => hasAccount).length,
    toAsk: asked.filter(({ hasAccount, proxy }) => !hasAccount && proxy === null).map(({ fullName }) => fullName),
  };
}

export function opensKey(id: BallotRoundId): string {
  return `ballot-opens:${id}`;
}

export function settlesKey(id: BallotRoundId): string {
  return `ballot-settles:${id}`;
}

/**
 * Within its minute, or before its time: as if it had never been opened, and prepared again. A sealed one comes back as
 * another round (its id differs), because its keys are of use once. Refusals: access;
 * ballot-undo-too-late {seconds}, ballot-not-open.
 */
export async function undoOpening(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<BallotRound, AccessRefusal | 'ballot-unknown' | 'ballot-undo-too-late' | 'ballot-not-open'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdRound(tx, id);
    const found = await findRound(here, id);
    if (!found.ok) return found;
    const { round, committee } = found.value;
    const allowed = await authoriseRun(here, found.value);
    if (!allowed.ok) return allowed;
    if (round.state === 'scheduled') await cancelJob(tx, opensKey(id));
    else if (round.state !== 'open') return refused('ballot-not-open');
    else {
      const isInTime = round.held !== null && act.now < round.held.until;
      if (!isInTime || (round.place === 'chat' && !(await cancelBatch(tx, act, round.held.batch, { round: id })))) {
        return refused('ballot-undo-too-late', { seconds: undoMs / 1000 });
      }
      await takeBackInConference(here, round);
      if (isSealed(round)) return putAway(here, found.value);
      await papers.dropElectors(tx, id);
      await cancelDeadline(here, { kind: ballotSubject, id });
      await cancelJob(tx, settlesKey(id));
    }
    const closesAt = closesBefore(round);
    await store.changeRound(tx, id, ['open', 'scheduled'], { state: 'prepared', held: null, openedAt: null, closesAt });
    await record(tx, act, {
      kind: 'ballots.opening-undone',
      committee: committee.id,
      subject: { kind: ballotSubject, id },
      facts: {},
    });
    return done({ ...round, state: 'prepared' as const });
  });
}

/** A key is of use once: what was prepared stands again as another round, whose keys are asked for anew. */
async function putAway(here: Act, found: FoundRound): Promise<Outcome<BallotRound, 'ballot-not-open'>> {
  const { round } = found;
  const subject = { kind: ballotSubject, id: round.id };
  if (!(await store.changeRound(here.store, round.id, ['open'], { state: 'cancelled' })))
    return refused('ballot-not-open');
  await cancelBoxOf(here, round);
  await cancelDeadline(here, subject);
  await record(here.store, here, { kind: 'ballots.opening-undone', committee: round.committee, subject, facts: {} });
  return done(await prepareAnew(here, found));
}

/** A preview that nobody needs any more. Refuses ballot-open-already. */
export async function discardRound(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<void, AccessRefusal | 'ballot-unknown' | 'ballot-open-already'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findRound(here, id);
    if (!found.ok) return found;
    const allowed = await authoriseRun(here, found.value);
    if (!allowed.ok) return allowed;
    if (!(await store.changeRound(tx, id, ['prepared'], { state: 'cancelled' }))) return refused('ballot-open-already');
    if (isSealed(found.value.round)) await cancelBoxOf(here, found.value.round);
    return done();
  });
}
