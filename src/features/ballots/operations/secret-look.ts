/** A sealed vote for those who run it and for those who voted: while it is open never who has voted, nor how many. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { boxOf, receiptsOf, turnoutOf } from '../../sealing/operations/look.ts';
import type { BoxState, Keyholder } from '../../sealing/types.ts';
import { clockworkAct } from '../../workspaces/operations/workspaces.ts';
import { isSealed } from '../rules/course.ts';
import { shieldOf } from '../rules/secret.ts';
import * as store from '../store/rounds.ts';
import type { BallotRound, BallotRoundId } from '../types/round.ts';
import { cardKinds } from './cards.ts';
import { eyesOf } from './eyes.ts';
import { type FoundRound, findRound } from './look.ts';
import { ballotSubject } from './prepare.ts';
import { boxSubject } from './sealed-box.ts';

export interface SealedStanding extends FoundRound {
  readonly box: BoxState;
  readonly holders: readonly Keyholder[];
  readonly electors: number;
  readonly shield: number;
  /** As many as the quorum of the rule needs, and as the shield, have voted. */
  readonly isEnough: boolean;
  /** Null while it is open. */
  readonly returned: number | null;
}

/** How a sealed vote stands. Refusals: ballot-unknown; ballot-not-sealed. */
export async function seeSealed(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<SealedStanding, 'ballot-unknown' | 'ballot-not-sealed'>> {
  const found = await findRound(act, id);
  if (!found.ok) return found;
  const { round } = found.value;
  const seen = isSealed(round) ? await boxOf(act, eyesOf(act, round.committee), boxSubject(round)) : null;
  if (!seen) return refused('ballot-not-sealed');
  const { electors, sent } = await turnoutOf(act, seen.box.id);
  const shield = shieldOf(round.rule);
  return done({
    ...found.value,
    ...{ box: seen.box.state, holders: seen.holders, electors, shield, isEnough: sent >= shield },
    returned: round.state === 'open' ? null : sent,
  });
}

/** The receipts of all papers that were opened, sorted, without what was on them. Refusals: ballot-unknown; ballot-still-sealed. */
export async function seeReceipts(
  act: Act,
  id: BallotRoundId,
): Promise<
  Outcome<
    { readonly round: BallotRound; readonly receipts: readonly string[] },
    'ballot-unknown' | 'ballot-still-sealed'
  >
> {
  const found = await findRound(act, id);
  if (!found.ok) return found;
  const { round } = found.value;
  const seen = await boxOf(act, eyesOf(act, round.committee), boxSubject(round));
  if (!seen || (seen.box.state !== 'counted' && seen.box.state !== 'destroyed')) return refused('ballot-still-sealed');
  return done({ round, receipts: await receiptsOf(act, seen.box.id) });
}

/**
 * For the clockwork, at a fixed hour: cards of open sealed votes are worded again for everybody at once, because a card
 * that changed alone would say when.
 */
export async function turnSealedCards(handle: StoreHandle, now: Date): Promise<void> {
  for (const id of await store.openSealedRounds(handle)) {
    const home = await store.homeOfRound(handle, id);
    if (!home) continue;
    const act = clockworkAct(handle, home, now);
    await inTransaction(act, async (tx) => {
      const here = inside(act, tx);
      await refresh(tx, here, { kind: cardKinds.paper, ids: { round: id } });
      await dutyDone(tx, here, { subject: { kind: ballotSubject, id } });
    });
  }
}
