/** A paper that somebody hands in for somebody else, whose proxy they hold. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import * as papers from '../store/papers.ts';
import { roundOfProxy, standingProxies } from '../store/proxies.ts';
import * as store from '../store/rounds.ts';
import type { BallotProxy, BallotProxyId } from '../types/proxy.ts';
import type { BallotRound, BallotRoundId, PaperMarks } from '../types/round.ts';
import { type Cast, type CastRefusal, checkVotesStill, isOut, takePaper, tellOfPaper } from './cast.ts';

/**
 * The paper of the principal, named as handed in for them, changeable until the close as long as the proxy stands. They are
 * told, and their own paper takes its place. Refusals: as for one's own paper; proxy-not-held: it was taken back, they have
 * voted themselves, or it is somebody else's; ballot-not-asked for whoever has no vote in it (any more), on either side;
 * ballot-out-of-room by the place of whoever holds it.
 */
export async function castByProxy(
  act: Act,
  input: { readonly proxy: BallotProxyId; readonly marks: (round: BallotRound) => PaperMarks },
): Promise<Outcome<Cast & { readonly of: BallotProxy }, CastRefusal | 'proxy-not-held'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const at = await roundOfProxy(tx, input.proxy);
    const committee = at && (await store.shareRound(tx, at));
    if (!at || !committee) return refused('proxy-not-held');
    const viewer = await authorise(here, committee, 'ballot.see');
    if (!viewer.ok) return viewer;
    const round = await store.findRound(tx, viewer.value, at);
    if (!round || !isOut(round)) return refused('ballot-unknown');
    // Their place is held before the proxy is looked at: their own paper may be coming in at this moment.
    const proxy = await heldStill(here, viewer.value, { round: at, id: input.proxy, holder: act.person });
    if (!proxy) return refused('proxy-not-held');
    const principal = proxy.principal.person;
    const checked = await checkBoth(here, round, { holder: proxy.holder.person, principal });
    if (!checked.ok) return checked;
    const marks = input.marks(round);
    const stored = await takePaper(here, round, { person: principal, marks, via: null, proxy: proxy.holder.person });
    if (!stored.ok) return stored;
    await tellOfPaper(here, round, { of: principal, paper: stored.value.paper });
    return done({ ...stored.value, of: proxy });
  });
}

async function heldStill(
  here: Act,
  viewer: Viewer,
  which: { readonly round: BallotRoundId; readonly id: BallotProxyId; readonly holder: PersonId | null },
): Promise<BallotProxy | null> {
  const { round, id, holder } = which;
  const find = async () => (await standingProxies(here.store, viewer, [round])).find((one) => one.id === id);
  const proxy = await find();
  if (!proxy || proxy.holder.person !== holder) return null;
  await papers.holdElector(here.store, round, proxy.principal.person);
  return (await find()) ?? null;
}

/** Whoever votes for somebody votes here too, and neither has lost the vote since. */
export async function checkBoth(
  here: Act,
  round: Pick<BallotRound, 'id' | 'committee'>,
  { holder, principal }: { readonly holder: PersonId; readonly principal: PersonId },
): Promise<Outcome<void, 'ballot-not-asked' | 'ballot-no-vote-now'>> {
  const elector = await papers.holdElector(here.store, round.id, holder);
  if (!elector || elector.isRecused) return refused('ballot-not-asked', {}, 'person');
  const still = await checkVotesStill(here, round, holder);
  return still.ok ? checkVotesStill(here, round, principal) : still;
}
