/** What was recorded in words, in other words: an accepted correction of the minutes. The old words are kept, struck. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { insertEvents, strikeEvent } from '../store/events.ts';
import { freezeSitting, lockSitting } from '../store/sittings.ts';
import { type SittingEventId, type SittingItemId, voteKinds } from '../types.ts';
import { redraw } from './happen.ts';
import { findRoomToRun } from './room.ts';

export type RewordRefusal =
  | AccessRefusal
  | 'conference-unknown'
  | 'conference-cancelled'
  | 'event-unknown'
  | 'minutes-confirmed';

/** With `event` null the words are added under the item, at the end of the conference. */
export async function reword(
  act: Act,
  input: {
    readonly conference: ConferenceId;
    readonly event: SittingEventId | null;
    readonly item: SittingItemId | null;
    readonly text: string;
    /** Kept with the struck words. */
    readonly reason: string;
  },
): Promise<Outcome<void, RewordRefusal>> {
  const { conference, event: id, item, text, reason } = input;
  return inTransaction(act, async (tx) => {
    await lockSitting(tx, conference, 'running');
    const here = inside(act, tx);
    const room = await findRoomToRun(here, conference);
    if (!room.ok) return room;
    const { events, sitting, course, revision, committee } = room.value;
    if (sitting?.isFrozen) return refused('minutes-confirmed');
    const old = events.find((one) => one.id === id && one.text !== null && !voteKinds.includes(one.kind));
    if (id && !old) return refused('event-unknown');
    if (old) await strikeEvent(tx, conference, old.id, { person: act.person, at: act.now, reason });
    const at = course.endedAt ?? act.now;
    const added = old
      ? { ...old, text }
      : { kind: 'noted' as const, at, revision: revision.number, person: null, item, text, facts: {} };
    await insertEvents(tx, conference, [added], { at: act.now, by: act.person });
    await record(tx, act, {
      kind: 'sittings.reworded',
      committee: committee.id,
      subject: { kind: 'conference', id: conference },
      facts: { event: old?.id ?? null, text: hashOf(text) },
    });
    await redraw(here, conference, []);
    return done();
  });
}

/** From the confirmation of the minutes on nothing of it changes. The caller has authorised. */
export async function freeze(act: Act, conference: ConferenceId): Promise<void> {
  await freezeSitting(act.store, conference, act.now);
}
