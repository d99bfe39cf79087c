/** A sealed vote that was taken back stands prepared once more: keys are of use once, what was prepared is not lost. */
import { record } from '../../../audit/record.ts';
import type { Act } from '../../../kernel/act.ts';
import { closesBefore } from '../rules/course.ts';
import * as store from '../store/rounds.ts';
import type { BallotRound } from '../types/round.ts';
import { eyesOf } from './eyes.ts';
import type { FoundRound } from './look.ts';
import { ballotSubject } from './prepare.ts';
import { asksOf, sameForm } from './prepare-again.ts';

/**
 * The same vote as another prepared round, by the same rule, without holders. Whether it can be opened is checked when it
 * is. Joins the caller's transaction.
 */
export async function prepareAnew(here: Act, { viewer, round: seen }: FoundRound): Promise<BallotRound> {
  // Whole, also when a part of it is closed to whoever took it back.
  const round = (await store.findRound(here.store, eyesOf(here, seen.committee), seen.id)) ?? seen;
  const { rule, mode, after, why } = round;
  const { opens: _, ...form } = sameForm(round);
  const id = await store.insertRound(
    here.store,
    viewer,
    {
      ...asksOf(round, () => true),
      ...{ ...form, step: form.step ?? null, rule, mode, after, why },
      ...{ opensAt: null, closesAt: closesAnew(round, here.now) },
    },
    { at: here.now, person: here.person },
  );
  await record(here.store, here, {
    kind: 'ballots.prepared',
    committee: round.committee,
    subject: { kind: ballotSubject, id },
    facts: { rule: rule.key, version: rule.ruleSet.version, mode, place: round.place },
    nominees: round.questions.flatMap(({ candidates }) => candidates.map(({ person }) => person)),
  });
  return (await store.findRound(here.store, viewer, id)) ?? { ...seen, id };
}

/** In a conference it takes papers for as long as before. */
function closesAnew(round: BallotRound, now: Date): Date {
  if (round.conference === null) return round.closesAt;
  return new Date(now.getTime() + closesBefore(round).getTime() - round.preparedAt.getTime());
}
