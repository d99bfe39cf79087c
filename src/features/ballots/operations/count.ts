/** Counting in the room: two tellers enter what they counted, each alone; the same numbers close the round. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { Viewer } from '../../access/types.ts';
import { participantsByIds } from '../../people/operations/find.ts';
import { questionOf, questionsOf } from '../rules/standing-marks.ts';
import { checkTally, type TallyReason } from '../rules/tally.ts';
import { type Difference, differences, isCurrent } from '../rules/teller-counts.ts';
import * as papers from '../store/papers.ts';
import * as store from '../store/rounds.ts';
import type { Tally } from '../types/paper.ts';
import type { BallotRound, BallotRoundId } from '../types/round.ts';
import { settle } from './close.ts';
import { eyesOf } from './eyes.ts';
import { type FoundRound, findRound } from './look.ts';
import { ballotSubject } from './prepare.ts';

export interface ToCount extends FoundRound {
  readonly tellers: readonly { readonly person: PersonId; readonly fullName: string; readonly hasCounted: boolean }[];
  /** The acting teller's own count; nobody sees the other's before both are in. */
  readonly own: BallotRound['tallies'] | null;
  /** Once both have counted; null before. */
  readonly differences: readonly Difference[] | null;
}

/** For the tellers of the round, and for the committee secretary, who may enter what a teller wrote on paper. */
export async function seeCounts(
  act: Act,
  id: BallotRoundId,
): Promise<Outcome<ToCount, 'ballot-unknown' | 'ballot-not-teller' | 'ballot-not-in-room'>> {
  const found = await findRound(act, id);
  if (!found.ok) return found;
  const { round, committee, viewer, mayRecord } = found.value;
  if (round.place !== 'room') return refused('ballot-not-in-room');
  if (!mayRecord) return refused('ballot-not-teller');
  const counts = await currentCounts(act, viewer, round);
  const people = await participantsByIds(act, committee.id, round.tellers);
  const [one, other] = round.tellers.map((teller) => counts.get(teller));
  return done({
    ...found.value,
    tellers: round.tellers.map((person) => ({
      ...{ person, hasCounted: counts.has(person) },
      fullName: people.find(({ id: each }) => each === person)?.fullName ?? '',
    })),
    own: (act.person && counts.get(act.person)) ?? null,
    differences: one && other ? differences(one, other) : null,
  });
}

/** A count from before somebody withdrew says nothing of a paper that named only them: it is not compared. */
async function currentCounts(act: Act, viewer: Viewer, round: BallotRound): ReturnType<typeof papers.countsOf> {
  const counts = await papers.countsOf(act.store, viewer, round.id);
  if (round.state !== 'open') return counts;
  const standing = questionsOf(round);
  return new Map([...counts].filter(([, count]) => isCurrent(count, standing)));
}

export interface TellerCount {
  readonly issued: number;
  readonly tally: Tally;
}

export type CountRefusal =
  | TallyReason
  | 'ballot-unknown'
  | 'ballot-not-teller'
  | 'ballot-not-in-room'
  | 'ballot-not-open'
  | 'ballot-not-yet'
  | 'ballot-count-incomplete'
  | 'ballot-count-candidate-gone';

/**
 * By a teller, or entered for one. The first waits for the other; the same numbers close the round with its ruling;
 * different ones are shown to both, and whoever miscounted enters theirs again. When a candidate withdraws, a count that
 * was made with them is asked for again. Refusals: ballot-count-candidate-gone {names}, ballot-not-teller,
 * ballot-not-in-room, ballot-not-open, ballot-not-yet {from}, ballot-count-incomplete, and numbers that cannot be true
 * together (checkTally).
 */
export async function enterCount(
  act: Act,
  input: {
    readonly round: BallotRoundId;
    /** Whose count it is; the acting teller's own unless it is entered for one. */
    readonly teller: PersonId;
    readonly counts: Readonly<Record<string, TellerCount>>;
  },
): Promise<Outcome<{ readonly round: BallotRound; readonly standing: 'first' | 'differs' | 'closed' }, CountRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdRound(tx, input.round);
    const seen = await seeCounts(here, input.round);
    if (!seen.ok) return seen;
    const { round, committee } = seen.value;
    if (!round.tellers.includes(input.teller)) return refused('ballot-not-teller');
    // A teller enters their own count only: two counts by one hand are one count.
    const isOwn = input.teller === act.person;
    if (!isOwn && act.person !== null && round.tellers.includes(act.person)) return refused('ballot-not-teller');
    if (round.state !== 'open' || !round.frozen) return refused('ballot-not-open');
    if (round.held && act.now < round.held.until) return refused('ballot-not-yet', { from: round.held.until });
    const { represented = 0 } = round.frozen;
    const tallies: BallotRound['tallies'][number][] = [];
    for (const each of round.questions) {
      const question = questionOf(each);
      const count = input.counts[each.key];
      if (!question) continue;
      if (!count) return refused('ballot-count-incomplete');
      const counted = count.tally.lines.filter(({ writtenIn }) => !writtenIn).map(({ candidate }) => candidate);
      if (counted.some((candidate) => !question.candidates.includes(candidate))) {
        const gone = each.candidates.filter(({ id, isWithdrawn }) => isWithdrawn && counted.includes(id));
        return refused('ballot-count-candidate-gone', { names: gone.flatMap(({ fullName }) => fullName ?? []) });
      }
      const checked = checkTally(round.rule.paper.value, question, round.frozen, count);
      if (!checked.ok) return checked;
      tallies.push({ question, ...count, ...(represented > 0 ? { byProxy: represented } : {}) });
    }
    await papers.putCount(tx, { round: round.id, teller: input.teller, tallies }, act.now);
    await record(tx, act, {
      kind: 'ballots.counted',
      committee: committee.id,
      subject: { kind: ballotSubject, id: round.id },
      facts: {},
      onBehalfOf: isOwn ? null : input.teller,
      via: isOwn ? null : { kind: 'paper', reference: null, dated: null },
    });
    const counts = await currentCounts(here, eyesOf(here, committee.id), round);
    const [one, other] = round.tellers.map((teller) => counts.get(teller));
    if (!one || !other) return done({ round, standing: 'first' as const });
    if (differences(one, other).length > 0) return done({ round, standing: 'differs' as const });
    const whole = await store.findRound(tx, eyesOf(here, committee.id), round.id);
    if (!whole) return refused('ballot-unknown');
    const closed = await settle(here, whole, { tallies: one, how: 'hand' });
    return closed.ok ? done({ round: closed.value, standing: 'closed' as const }) : closed;
  });
}
