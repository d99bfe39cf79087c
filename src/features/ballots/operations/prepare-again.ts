/** Preparing a round out of an earlier one: the same once more with a reason, or what the next one takes over. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type Outcome, refused } from '../../../kernel/outcome.ts';
import type { StatedDate } from '../../deadlines/types/dates.ts';
import { whyMax } from '../rules/course.ts';
import * as store from '../store/rounds.ts';
import { type BallotRound, type BallotRoundId, motion } from '../types/round.ts';
import { eyesOf } from './eyes.ts';
import { authoriseRun, findRound } from './look.ts';
import { type Asks, keepRound, type Prepared, type PrepareRefusal, type RoundForm } from './prepare.ts';

export type AgainRefusal =
  | PrepareRefusal
  | 'ballot-unknown'
  | 'ballot-still-open'
  | 'ballot-why-missing'
  | 'ballot-why-too-long';

/**
 * The same vote once more, by the same rule: reopening is another round, and it has a reason. Refusals: those of
 * preparing; ballot-still-open, ballot-why-missing, ballot-why-too-long {max}.
 */
export async function prepareAgain(
  act: Act,
  input: { readonly round: BallotRoundId; readonly why: string; readonly closes: StatedDate },
): Promise<Outcome<Prepared, AgainRefusal>> {
  const why = input.why.normalize('NFC').trim();
  if (why === '') return refused('ballot-why-missing', {}, 'why');
  if (why.length > whyMax) return refused('ballot-why-too-long', { max: whyMax }, 'why');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findRound(here, input.round);
    if (!found.ok) return found;
    const { round, committee } = found.value;
    const allowed = await authoriseRun(here, found.value);
    if (!allowed.ok) return allowed;
    if (round.state !== 'closed' && round.state !== 'void') return refused('ballot-still-open');
    const whole = (await store.findRound(tx, eyesOf(here, committee.id), round.id)) ?? round;
    return keepRound(here, {
      viewer: allowed.value,
      ...asksOf(whole, () => true),
      ...{ committee: committee.id, rule: round.rule, why, after: { round: round.id, kind: 'again' as const } },
      form: { ...sameForm(round), closes: input.closes },
    });
  });
}

/** The questions of an earlier round, with those of its candidates who stand again. */
export function asksOf(
  round: BallotRound,
  stands: (question: string, candidate: string) => boolean,
  seatsLeft: (question: string, seats: number) => number = (_question, seats) => seats,
): Asks {
  const { subject } = round;
  return {
    subject: subject.kind === 'question' ? subject : { kind: 'list', list: subject.list },
    questions: round.questions
      .map(({ key, title, position, seats, candidates }) => ({
        ...{ key, title, position, seats: seatsLeft(key, seats) },
        candidates: candidates
          .filter((one) => !one.isWithdrawn && stands(key, one.id))
          .map(({ person, nomination, fullName, post, unit, exception }) => ({
            ...{ person, nomination, fullName, post, unit, exception, entry: null },
          })),
      }))
      .filter(({ key, candidates }) => key === motion || candidates.length > 0),
  };
}

export function sameForm(round: BallotRound): Omit<RoundForm, 'subject' | 'rule' | 'closes'> {
  const { place, settlesAfter, tellers, conference, item, step } = round;
  const mode = round.mode === 'open' ? {} : { mode: round.mode };
  return { ...mode, place, settlesAfter, tellers, conference, item, step, opens: null };
}
