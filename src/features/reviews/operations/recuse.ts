/** "I must recuse myself": from then on the person finds the case nowhere. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type Via } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { recuse } from '../../access/operations.ts';
import type { ConflictKind } from '../../access/types.ts';
import type { ListEntryId } from '../types/nouns.ts';
import type { OpenSeat } from '../types/seen.ts';
import { checkVia, type ViaRefusal } from './record.ts';
import { followRecusal, leadOf } from './recused.ts';
import { type SeatRefusal, takeSeat, type WhoseAnswer } from './seat.ts';

/** Whom the acting person can recuse themselves from. Nothing is changed. */
export async function openRecusal(act: Act, whose: WhoseAnswer): Promise<Outcome<OpenSeat, SeatRefusal>> {
  return takeSeat(act, whose, 'recusal');
}

/**
 * Declares that the person stays away from a nominee's case, for the whole committee and not only for this round. Their
 * answers about others stay; what they may have sent about this nominee is no longer counted. Declaring twice is once.
 * Refusals: of the seat; review-entry-unknown; entered for somebody else, of the way it came.
 */
export async function recuseFromNominee(
  act: Act,
  input: WhoseAnswer & { entry: ListEntryId; reason: ConflictKind; via?: Via | null },
): Promise<Outcome<void, SeatRefusal | ViaRefusal | 'review-entry-unknown'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const taken = await takeSeat(here, { round: input.round, person: input.person }, 'recusal');
    if (!taken.ok) return taken;
    const { round, seat, asked } = taken.value;
    const entry = asked.find(({ id }) => id === input.entry);
    if (!entry) return refused('review-entry-unknown');
    const isRecorded = seat.author !== seat.person;
    if (isRecorded) {
      const checked = checkVia({ via: input.via ?? null, why: null }, false);
      if (!checked.ok) return checked;
    }
    const { committee } = round;
    const recordedBy = isRecorded ? seat.author : null;
    const found = { committee, person: seat.person, nominee: entry.person };
    const via = isRecorded ? (input.via ?? null) : null;
    const before = await leadOf(here, found);
    const declared = await recuse(here, { ...found, kind: input.reason, recordedBy, via });
    if (!declared.ok) throw new Bug('a recusal was refused');
    await record(tx, act, {
      kind: 'reviews.recused',
      committee,
      subject: { kind: 'review-round', id: round.id },
      nominee: entry.person,
      facts: { person: seat.person, reason: input.reason },
      onBehalfOf: isRecorded ? seat.person : null,
      via,
    });
    await followRecusal(here, found, before);
    return done();
  });
}
