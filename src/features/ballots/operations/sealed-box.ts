/** The box of a sealed round: what it belongs to, and its close. While it is open nobody learns who has voted. */
import { record } from '../../../audit/record.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { cancelDeadline } from '../../deadlines/operations/set.ts';
import { boxOf, turnoutOf } from '../../sealing/operations/look.ts';
import { cancelBox, closeBox } from '../../sealing/operations/open.ts';
import { shieldOf } from '../rules/secret.ts';
import * as store from '../store/rounds.ts';
import type { BallotRound, ClosedHow } from '../types/round.ts';
import { cardKinds, rulingCard } from './cards.ts';
import { concernedIn, runnersOf } from './electorate.ts';
import { eyesOf } from './eyes.ts';
import { ballotSubject } from './prepare.ts';
import { endInConference } from './room-electorate.ts';

export function boxSubject({ id, committee }: Pick<BallotRound, 'id' | 'committee'>) {
  return { kind: ballotSubject, id: id as string, committee };
}

/** Keys that were taken for it are of no use any more, and papers in it are opened by nobody. */
export async function cancelBoxOf(act: Act, round: Pick<BallotRound, 'id' | 'committee'>): Promise<void> {
  await cancelBox(act, boxSubject(round));
}

/**
 * Freezes the papers; what comes of them is known when they are opened. `round` is whole and held by the transaction. By
 * hand only when everybody has voted, because closing earlier would tell who is missing: ballot-secret-early {dueAt}. A
 * candidate's withdrawal makes it void.
 */
export async function closeSealed(
  here: Act,
  round: BallotRound,
  how: ClosedHow,
): Promise<Outcome<BallotRound, 'ballot-not-open' | 'ballot-secret-early'>> {
  const { id } = round;
  const eyes = eyesOf(here, round.committee);
  const seen = await boxOf(here, eyes, boxSubject(round));
  if (round.state !== 'open' || !seen) return refused('ballot-not-open');
  const { electors, sent } = await turnoutOf(here, seen.box.id);
  if (how === 'hand' && sent < electors) return refused('ballot-secret-early', { dueAt: round.closesAt });
  const isVoid = round.questions.some(({ candidates }) => candidates.some(({ isWithdrawn }) => isWithdrawn));
  const state = isVoid ? ('void' as const) : ('closed' as const);
  const closed = { closedAt: here.now, closedBy: here.member === null ? null : here.person, closedHow: how };
  if (!(await store.changeRound(here.store, id, ['open'], { state, ...closed }))) return refused('ballot-not-open');
  const box = isVoid ? null : await closeBox(here, boxSubject(round), shieldOf(round.rule));
  if (isVoid) await cancelBox(here, boxSubject(round));
  const subject = { kind: ballotSubject, id };
  if (how !== 'time') await cancelDeadline(here, subject);
  await dutyDone(here.store, here, { subject });
  await endInConference(here, round, isVoid ? 'vote-void' : 'vote-closed');
  await refresh(here.store, here, { kind: cardKinds.paper, ids: { round: id } });
  const nominees = await concernedIn(here, round);
  await record(here.store, here, {
    ...{ kind: 'ballots.closed', committee: round.committee, subject, nominees },
    facts: { how },
  });
  if (!box?.isToBeOpened) await tellNothingCame(here, round);
  return done({ ...round, state, closedAt: here.now, closedHow: how });
}

/** Withheld or void: no count will follow, and those who run it have to know. */
async function tellNothingCame(here: Act, round: BallotRound): Promise<void> {
  const nominees = await concernedIn(here, round);
  await sendAll(
    here.store,
    here,
    (await runnersOf(here, round)).map((person) => rulingCard(cardKinds.closed, round, person, nominees)),
  );
}
