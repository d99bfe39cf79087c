/** Taking the count minutes out of the system: the full tally, for those who run or count the round. It is logged. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { writeCsv } from '../../../documents/csv.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { membersOf } from '../../committees/operations/look.ts';
import type { BallotRound, BallotRoundId } from '../types/round.ts';
import { findRound } from './look.ts';
import { ballotSubject } from './prepare.ts';

export interface CountKnown {
  readonly committee: string;
  readonly tellers: readonly string[];
}

export type CountMinutesRefusal = 'ballot-unknown' | 'ballot-not-counted-yet' | 'count-minutes-not-yours';

/**
 * Chair, committee secretary and the tellers of the round read every number, announced or not: they are those whom the
 * preview names. Refusals: ballot-unknown, ballot-not-counted-yet, count-minutes-not-yours.
 */
export async function takeCountMinutes(
  act: Act,
  input: { readonly round: BallotRoundId; readonly how: 'text' | 'csv' },
  layout: (round: BallotRound, known: CountKnown) => readonly (readonly string[])[],
): Promise<
  Outcome<{ readonly round: BallotRound; readonly known: CountKnown; readonly csv: string }, CountMinutesRefusal>
> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findRound(here, input.round);
    if (!found.ok) return found;
    const { viewer, committee, round, mayRun } = found.value;
    const isTeller = viewer.person !== null && round.tellers.includes(viewer.person);
    if (!mayRun && !isTeller) return refused('count-minutes-not-yours');
    if (round.state !== 'closed' || round.rulings === null) return refused('ballot-not-counted-yet');
    const members = await membersOf(here, committee.id);
    const tellers = round.tellers.map((id) => members.find(({ person }) => person === id)?.fullName ?? '');
    const known = { committee: committee.name, tellers: tellers.filter(Boolean) };
    await record(tx, act, {
      kind: 'ballots.minutes-exported',
      committee: committee.id,
      subject: { kind: ballotSubject, id: round.id },
      nominees: round.questions.flatMap(({ candidates }) => candidates.map(({ person }) => person)),
      facts: { how: input.how },
    });
    const csv = writeCsv(layout(round, known), act.locale === 'vi' ? ';' : ',');
    return done({ round, known, csv });
  });
}
