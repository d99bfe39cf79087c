/** What preparing, sending and changing a poll share: the cards that ask, and the line in the history. */
import { record } from '../../../audit/record.ts';
import type { Card } from '../../../delivery/types.ts';
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import type { Membership } from '../../committees/types.ts';
import type { DatePoll, DatePollId } from '../types.ts';

export const pollSubject = 'date-poll';

export interface Opened {
  readonly poll: DatePollId;
  readonly batch: string;
  readonly heldUntil: Date;
  readonly told: number;
}

/** `isCorrection`: the card says that its words were corrected. */
export function askedCards(
  poll: Pick<DatePoll, 'id' | 'closesAt'>,
  committee: CommitteeId,
  members: readonly Membership[],
  { batch, until }: { readonly batch: string; readonly until: Date },
  isCorrection = false,
): readonly Card[] {
  const ids = { poll: poll.id, ...(isCorrection ? { corrected: batch } : {}) };
  return members.map(({ person }) => ({
    ...{ kind: 'polls.asked', ids, to: { person }, committee, batch },
    ...{ key: `polls.asked:${batch}:${person}`, holdUntil: until, validUntil: poll.closesAt, mayRepeat: true },
  }));
}

export async function note(
  act: Act,
  committee: CommitteeId,
  id: DatePollId,
  kind: string,
  facts: Record<string, string | number>,
): Promise<void> {
  await record(act.store, act, { kind, committee, subject: { kind: pollSubject, id }, facts });
}
