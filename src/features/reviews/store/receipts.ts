/** What people said of the first card of a round: seen, passed on to whom. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, ReviewRoundId } from '../../../kernel/ids.ts';
import type { Receipt } from '../types/nouns.ts';

/** Which of these rounds asked this person, and what they said of the card. */
export async function roundsAsking(
  store: StoreHandle,
  person: PersonId,
  rounds: readonly ReviewRoundId[],
): Promise<ReadonlyMap<ReviewRoundId, Receipt>> {
  const rows = await client(store).reviewParticipant.findMany({
    where: { personId: person, roundId: { in: [...rounds] } },
    select: { roundId: true, seenAt: true, passedTo: true },
  });
  return new Map(
    rows.map((row) => [
      row.roundId as ReviewRoundId,
      { seenAt: row.seenAt, passedTo: row.passedTo as PersonId | null },
    ]),
  );
}

export async function receiptOf(store: StoreHandle, round: ReviewRoundId, person: PersonId): Promise<Receipt | null> {
  return (await roundsAsking(store, person, [round])).get(round) ?? null;
}

/** What was passed on in the open rounds of a committee: by whom, and to whom. In the order in which they were asked. */
export async function passedInOpenRounds(
  store: StoreHandle,
  committee: CommitteeId,
): Promise<readonly { readonly round: ReviewRoundId; readonly person: PersonId; readonly to: PersonId }[]> {
  const rows = await client(store).reviewParticipant.findMany({
    where: { round: { state: 'open', committeeId: committee }, passedTo: { not: null } },
    select: { roundId: true, personId: true, passedTo: true },
    orderBy: [{ round: { openedAt: 'asc' } }, { place: 'asc' }],
  });
  return rows.map(({ roundId, personId, passedTo }) => ({
    ...{ round: roundId as ReviewRoundId, person: personId as PersonId, to: passedTo as PersonId },
  }));
}

/** False: they have said so before. */
export async function markSeen(tx: StoreHandle, round: ReviewRoundId, person: PersonId, at: Date): Promise<boolean> {
  const { count } = await client(tx).reviewParticipant.updateMany({
    where: { roundId: round, personId: person, seenAt: null },
    data: { seenAt: at },
  });
  return count === 1;
}

/** `to` null: taken back. */
export async function putPassed(
  tx: StoreHandle,
  round: ReviewRoundId,
  person: PersonId,
  to: PersonId | null,
  at: Date,
): Promise<void> {
  await client(tx).reviewParticipant.updateMany({
    where: { roundId: round, personId: person },
    data: { passedTo: to, passedAt: to === null ? null : at },
  });
}
