/** Calls a conference off: everybody summoned is told, after the minute of undo. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { reasonMax } from '../rules/content.ts';
import { checkOpen, repliesFor } from '../rules/life.ts';
import * as drafts from '../store/drafts.ts';
import * as replies from '../store/replies.ts';
import * as summons from '../store/summons.ts';
import type { StaleRefusal } from './draft.ts';
import { type Announced, countTold, forget, newHold } from './held.ts';
import { findSeen } from './look.ts';
import { sendAnnouncement } from './said.ts';

/** Calls the conference off; a drafted change is dropped. The reason is told to everybody summoned, not to the channel. */
export async function cancelConference(
  act: Act,
  input: { readonly conference: ConferenceId; readonly version: number; readonly reason: string },
): Promise<Outcome<Announced, AccessRefusal | StaleRefusal | 'cancel-reason-missing' | 'cancel-reason-too-long'>> {
  const id = input.conference;
  const reason = input.reason.normalize('NFC').trim();
  if (reason === '') return refused('cancel-reason-missing', {}, 'reason');
  if (reason.length > reasonMax) return refused('cancel-reason-too-long', { max: reasonMax }, 'reason');
  return inTransaction(act, async (tx) => {
    const found = await findSeen(inside(act, tx), id);
    if (!found.ok) return found;
    const { committee, conference, revisions } = found.value;
    const viewer = await authorise(inside(act, tx), committee.id, 'conference.schedule');
    if (!viewer.ok) return viewer;
    const current = revisions.find((one) => one.number === conference.revision);
    const open = checkOpen(conference, current ?? null, act.now);
    if (!open.ok) return open;
    if (!current) return refused('conference-unknown');

    const held = newHold(act, 'cancelled');
    const change = { state: 'cancelled' as const, cancelledAt: act.now, cancelReason: reason, held };
    const isMine = await drafts.changeConference(tx, viewer.value, { id, version: input.version }, change);
    if (!isMine) return refused('conference-changed-meanwhile');
    await drafts.deleteRevision(tx, id, conference.revision + 1);
    await summons.dropDraftedSummons(tx, id, conference.revision + 1);
    const summoned = await summons.listSummoned(tx, viewer.value, id, current.number);
    const about = { committee, conference: id, revision: current, held, nominees: [] };
    const answers = await replies.listReplies(tx, viewer.value, [id], null);
    const sent = repliesFor(current, answers.get(id) ?? [], summoned).flatMap((reply) =>
      reply.delegate ? [reply.delegate] : [],
    );
    const people = [...summoned, ...[...new Set(sent)].map((person) => ({ person }))];
    await sendAnnouncement(tx, act, about, [{ kind: 'conferences.cancelled', people }], 'cancelled');
    await forget(inside(act, tx), id);
    await record(tx, act, {
      kind: 'conferences.cancelled',
      committee: committee.id,
      subject: { kind: 'conference', id },
      facts: { revision: current.number, summoned: summoned.length, reason: hashOf(reason) },
    });
    const counts = countTold(summoned);
    return done({
      conference: id,
      act: held.act,
      batch: held.batch,
      heldUntil: held.until,
      committee,
      revision: current,
      ...counts,
    });
  });
}
