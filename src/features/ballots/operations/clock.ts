/** What the clock does with rounds, besides closing them at their time (that is their deadline's). */
import type { StoreHandle } from '../../../kernel/act.ts';
import { asId } from '../../../kernel/ids.ts';
import type { Urns } from '../../sealing/operations/urns.ts';
import { clockworkAct } from '../../workspaces/operations/workspaces.ts';
import { homeOfRound } from '../store/rounds.ts';
import type { BallotRoundId } from '../types/round.ts';
import { closeIfSettled } from './close.ts';
import { findRound } from './look.ts';
import { openByClock } from './open.ts';
import { sealWith } from './secret-open.ts';

export async function ballotOpens(
  store: StoreHandle,
  urns: Urns,
  { round }: { readonly round: string },
  now: Date,
): Promise<void> {
  const id = asId<BallotRoundId>(round);
  const home = await homeOfRound(store, id);
  if (home) await openByClock(clockworkAct(store, home, now), id, sealWith(urns));
}

/** Its least time is over: what was settled before closes now. */
export async function ballotSettles(
  store: StoreHandle,
  { round }: { readonly round: string },
  now: Date,
): Promise<void> {
  const id = asId<BallotRoundId>(round);
  const home = await homeOfRound(store, id);
  if (!home) return;
  const act = clockworkAct(store, home, now);
  const found = await findRound(act, id);
  if (found.ok) await closeIfSettled(act, found.value.round);
}
