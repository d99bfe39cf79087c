/** Telling people what concerns them: recorded for you, an objection, the synthesis. Inside the caller's transaction. */
import { refresh, send, sendAll } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import type { PersonId, ReviewRoundId } from '../../../kernel/ids.ts';
import { rolesWithRight } from '../../access/rules.ts';
import type { Right } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { stepReached } from '../../deadlines/operations/finish-step.ts';
import { deadlinesOf } from '../../deadlines/operations/set.ts';
import * as rounds from '../store/rounds.ts';
import type { Answer, ReviewAnswerId, Round } from '../types/nouns.ts';
import { cardKinds, objectionKey, recordedKey, synthesisKey } from './cards.ts';
import { everythingOf } from './seat.ts';

/** Members who hold a right now, in protocol order. */
export async function membersWith(act: Act, round: Pick<Round, 'committee'>, right: Right) {
  const members = await membersOf(act, round.committee);
  return members.filter((member) => member.roles.some((role) => rolesWithRight[right].includes(role)));
}

/** So that a recusal finds the cards that stand for a list on which nobody else is. */
export async function nomineesOf(act: Act, round: Pick<Round, 'id' | 'committee'>): Promise<readonly PersonId[]> {
  const whole = await rounds.findRound(act.store, everythingOf(act, round), round.id);
  return [...new Set((whole?.list.entries ?? []).map(({ person }) => person))];
}

export async function tellRecorded(act: Act, round: Round, person: PersonId, answer: ReviewAnswerId): Promise<void> {
  await send(act.store, act, {
    kind: cardKinds.recordedForYou,
    ids: { round: round.id, answer },
    to: { person },
    committee: round.committee,
    key: recordedKey(answer),
    nominees: await nomineesOf(act, round),
  });
}

export async function tellObjection(act: Act, round: Round, answer: Answer): Promise<void> {
  const clerks = await membersWith(act, round, 'review.record');
  const nominees = await nomineesOf(act, round);
  await sendAll(
    act.store,
    act,
    clerks.map(({ person }) => ({
      kind: cardKinds.objection,
      ids: { round: round.id, answer: answer.id, person: answer.person },
      to: { person },
      committee: round.committee,
      key: objectionKey(answer.id, person),
      nominees,
    })),
  );
}

/** The synthesis in this version, to those named in the round; with the first the step of the calendar is done. */
export async function tellSynthesis(
  act: Act,
  round: Pick<Round, 'id' | 'committee'>,
  version: number,
  to: readonly PersonId[],
): Promise<void> {
  if (version === 1) {
    await stepReached(act, round.committee, 'synthesis', { kind: 'review-round', id: round.id });
  }
  const nominees = await nomineesOf(act, round);
  await sendAll(
    act.store,
    act,
    to.map((person) => ({
      kind: cardKinds.synthesis,
      ids: { round: round.id, version: String(version) },
      to: { person },
      committee: round.committee,
      key: synthesisKey(round.id, version, person),
      nominees,
    })),
  );
}

/** A correction after the close: a new version, and the same people are told; older cards say that there is a newer one. */
export async function tellCorrected(act: Act, round: Round, version: number): Promise<void> {
  await tellSynthesis(act, round, version, round.told);
  await refresh(act.store, act, { kind: cardKinds.synthesis, ids: { round: round.id } });
}

/** When these rounds end; null while one has no date (the committee secretary cancelled it). One statement. */
export async function duesOf(
  act: Act,
  rounds: readonly ReviewRoundId[],
): Promise<ReadonlyMap<ReviewRoundId, Date | null>> {
  const deadlines = await deadlinesOf(act, 'review-round', rounds);
  return new Map(
    rounds.map((round) => {
      const deadline = deadlines.get(round);
      return [round, deadline && deadline.state !== 'cancelled' ? deadline.dueAt : null];
    }),
  );
}

export async function dueOf(act: Act, round: ReviewRoundId): Promise<Date | null> {
  return (await duesOf(act, [round])).get(round) ?? null;
}
