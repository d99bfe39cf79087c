/**
 * What follows named papers, as a job: cards, duties and whether the vote is settled. Nobody who votes waits for it, and
 * many who vote within a moment are one.
 */
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import { asId } from '../../../kernel/ids.ts';
import { done } from '../../../kernel/outcome.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { clockworkAct } from '../../workspaces/operations/workspaces.ts';
import * as papers from '../store/papers.ts';
import { homeOfRound, settlesFromOf } from '../store/rounds.ts';
import type { BallotPaperId, BallotRoundId } from '../types/round.ts';
import { cardKinds } from './cards.ts';
import { closeIfSettled } from './close.ts';
import { ballotSubject } from './prepare.ts';

/**
 * Every paper adds this job; the first one that runs does it for all papers that are there, and the others find nothing.
 * Papers are marked last, so one that was cut off does it again, and a paper that comes meanwhile is left to its own job.
 */
export async function papersTaken(store: StoreHandle, { round }: { readonly round: string }, now: Date): Promise<void> {
  const id = asId<BallotRoundId>(round);
  const taken = await papers.unshownPapers(store, id);
  const home = taken.length === 0 ? null : await homeOfRound(store, id);
  if (!home) return;
  const act = clockworkAct(store, home, now);
  const settles = await settlesFromOf(store, id);
  if (settles) await closeIfSettled(act, settles);
  await showThem(act, id, taken);
}

async function showThem(act: Act, id: BallotRoundId, taken: readonly BallotPaperId[]): Promise<void> {
  await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const voters = await papers.markShown(tx, taken);
    const persons = voters.map(({ person }) => person);
    if (persons.length > 0) await refresh(tx, here, { kind: cardKinds.paper, ids: { round: id }, persons });
    // Today's digest is that of the day where its reader lives.
    for (const zone of new Set(voters.map((voter) => voter.zone))) {
      const those = voters.filter((voter) => voter.zone === zone).map(({ person }) => person);
      const subject = { kind: ballotSubject, id };
      await dutyDone(tx, { ...here, zone: zone ?? act.zone }, { subject, persons: those });
    }
    return done();
  });
}
