/** What follows a closed round: the tied are decided, the result is announced, whoever goes on stands in the next round. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import type { Role } from '../../access/types.ts';
import type { StatedDate } from '../../deadlines/types/dates.ts';
import { ruleOnAll } from '../rules/count.ts';
import { decideOn } from '../rules/decide.ts';
import { goingOn, seatsLeft, tiedIn } from '../rules/follow.ts';
import * as papers from '../store/papers.ts';
import * as store from '../store/rounds.ts';
import type { BallotRound, BallotRoundId } from '../types/round.ts';
import type { Frozen, Ruling, TieDecisions } from '../types/ruling.ts';
import { cardKinds, rulingCard } from './cards.ts';
import { concernedIn } from './electorate.ts';
import { authoriseRun, findRound } from './look.ts';
import { ballotSubject, keepRound, type Prepared, type PrepareRefusal } from './prepare.ts';
import { asksOf, sameForm } from './prepare-again.ts';

/**
 * On those with equal votes, by the chair: the rule names who decides, and a named person does. Who is not among `passes`
 * has not passed. Refusals: ballot-unknown, ballot-not-tied (also when it was decided before), ballot-chair-decides,
 * ballot-too-many-pass {max}.
 */
export async function decideTie(
  act: Act,
  input: { readonly round: BallotRoundId; readonly passes: readonly string[] },
): Promise<
  Outcome<BallotRound, 'ballot-unknown' | 'ballot-not-tied' | 'ballot-chair-decides' | 'ballot-too-many-pass'>
> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdRound(tx, input.round);
    const found = await findRound(here, input.round);
    if (!found.ok) return found;
    const { round, viewer, committee, leads } = found.value;
    const isChair = viewer.roles.includes('chair') && !round.isPart;
    if (!leads && !isChair) return refused('ballot-chair-decides');
    const tied = tiedIn(round);
    const { frozen } = round;
    if (tied.length === 0 || !frozen) return refused('ballot-not-tied');
    const decisions = Object.fromEntries(
      round.questions.map(({ key }): [string, TieDecisions] => {
        const ofIt = tied.filter((one) => one.question === key);
        const said = ofIt.map(({ candidate }) => [
          candidate,
          input.passes.includes(candidate) ? 'passed' : 'not-passed',
        ]);
        return [key, { ...(round.decisions[key] ?? {}), ...Object.fromEntries(said) }];
      }),
    );
    const rulings = decided(round, frozen, decisions);
    const isStillTied = rulings.some(({ lines }) => lines.some(({ outcome }) => outcome === 'tie'));
    if (isStillTied)
      return refused('ballot-too-many-pass', { max: Math.max(...round.questions.map((one) => one.seats)) }, 'passes');
    await store.changeRound(tx, round.id, ['closed'], { rulings, decided: { decisions, by: act.person } });
    for (const kind of [cardKinds.closed, cardKinds.result, cardKinds.paper]) {
      await refresh(tx, act, { kind, ids: { round: round.id } });
    }
    await record(tx, act, {
      kind: 'ballots.tie-decided',
      committee: committee.id,
      subject: { kind: ballotSubject, id: round.id },
      facts: {},
      nominees: await concernedIn(here, round),
    });
    return done({ ...round, rulings, decisions });
  });
}

/** Of ranked papers that were sealed no order is kept: the ruling itself says between whom it is equal. */
function decided(round: BallotRound, frozen: Frozen, decisions: BallotRound['decisions']): readonly Ruling[] {
  if (round.rule.paper.value.kind !== 'ranked') return ruleOnAll({ ...round, frozen, decisions }, round.tallies);
  return (round.rulings ?? []).map((ruling) => decideOn(round.rule, ruling, decisions[ruling.question] ?? {}));
}

const roleThat: Readonly<Record<'chair' | 'tellers' | 'clerk', Role>> = {
  chair: 'chair',
  tellers: 'teller',
  clerk: 'clerk',
};

export type AnnounceRefusal =
  | 'ballot-unknown'
  | 'ballot-still-open'
  | 'ballot-never-announced'
  | 'ballot-announced-already'
  | 'ballot-others-announce'
  | 'ballot-tie-waits';

/**
 * To everybody who was asked, as much as the rule says. By whom the rule names, or by the committee secretary for them.
 * Refusals: ballot-unknown, ballot-still-open, ballot-never-announced (the rule has it not announced),
 * ballot-announced-already {at}, ballot-others-announce {role}, ballot-tie-waits (somebody decides first).
 */
export async function announceResult(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<{ readonly round: BallotRound; readonly told: number }, AnnounceRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdRound(tx, id);
    const found = await findRound(here, id);
    if (!found.ok) return found;
    const { round, viewer, committee, leads } = found.value;
    if (round.state !== 'closed') return refused('ballot-still-open');
    const { what, by } = round.rule.announce.value;
    if (what === 'nothing') return refused('ballot-never-announced', { role: roleThat[by] });
    if (round.announcedAt) return refused('ballot-announced-already', { at: round.announcedAt });
    const isTeller = by === 'tellers' && act.person !== null && round.tellers.includes(act.person);
    const mayAnnounce = leads || isTeller || viewer.roles.includes(roleThat[by]) || viewer.roles.includes('clerk');
    if (!mayAnnounce || round.isPart) return refused('ballot-others-announce', { role: roleThat[by] });
    if (tiedIn(round).length > 0) return refused('ballot-tie-waits');
    await store.changeRound(tx, id, ['closed'], { announced: { at: act.now, by: act.person } });
    const electors = (await papers.electorsOf(tx, viewer, id)).filter(({ isRecused }) => !isRecused);
    const nominees = await concernedIn(here, round);
    await sendAll(
      tx,
      act,
      electors.map(({ person }) => rulingCard(cardKinds.result, round, person, nominees)),
    );
    await refresh(tx, act, { kind: cardKinds.paper, ids: { round: id } });
    await refresh(tx, act, { kind: cardKinds.closed, ids: { round: id } });
    await record(tx, act, {
      kind: 'ballots.announced',
      committee: committee.id,
      subject: { kind: ballotSubject, id },
      facts: { what, by },
    });
    return done({ round: { ...round, announcedAt: act.now }, told: electors.length });
  });
}

/**
 * Who goes on by the ruling stands again, for the seats that are left, by the same rule and in the same place. Refusals:
 * those of preparing; ballot-unknown, ballot-still-open, ballot-nobody-goes-on.
 */
export async function prepareNext(
  act: Act,
  input: { readonly round: BallotRoundId; readonly closes: StatedDate },
): Promise<
  Outcome<Prepared, PrepareRefusal | AccessRefusal | 'ballot-unknown' | 'ballot-still-open' | 'ballot-nobody-goes-on'>
> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findRound(here, input.round);
    if (!found.ok) return found;
    const { round, committee } = found.value;
    const allowed = await authoriseRun(here, found.value);
    if (!allowed.ok) return allowed;
    if (round.state !== 'closed') return refused('ballot-still-open');
    const going = goingOn(round);
    if (going.length === 0) return refused('ballot-nobody-goes-on');
    const isGoing = (question: string, candidate: string) =>
      going.some((one) => one.question === question && one.candidate === candidate);
    const asks = asksOf(round, isGoing, (question) => seatsLeft(round, question));
    return keepRound(here, {
      viewer: allowed.value,
      subject: asks.subject,
      questions: asks.questions.filter(({ key }) => going.some((one) => one.question === key)),
      ...{ committee: committee.id, rule: round.rule, why: null, after: { round: round.id, kind: 'next' as const } },
      form: { ...sameForm(round), closes: input.closes },
    });
  });
}
