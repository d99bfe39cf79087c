/** Takes the last announcement back within its minute. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { announcedState, holdMs, isHeld } from '../rules/life.ts';
import * as drafts from '../store/drafts.ts';
import type { Conference, HeldAct } from '../types.ts';
import { forget, remind } from './held.ts';
import { findSeen } from './look.ts';

export type UndoRefusal = AccessRefusal | 'conference-unknown' | 'undo-too-late' | 'undo-nothing';

/**
 * Takes the last announcement back as long as nothing of it went out: a first announcement is a draft again, a change
 * is a drafted change again, a cancelled conference is on again. Twice: undo-nothing.
 */
export async function undoAnnouncement(
  act: Act,
  input: { readonly conference: ConferenceId; readonly batch: string },
): Promise<Outcome<{ act: HeldAct }, UndoRefusal>> {
  const id = input.conference;
  return inTransaction(act, async (tx) => {
    const found = await findSeen(inside(act, tx), id);
    if (!found.ok) return found;
    const { committee, conference, revisions } = found.value;
    const viewer = await authorise(inside(act, tx), committee.id, 'conference.schedule');
    if (!viewer.ok) return viewer;
    const { held } = conference;
    if (!held || held.batch !== input.batch) return refused('undo-nothing');
    if (!isHeld(conference, act.now) || !(await cancelBatch(tx, act, held.batch))) {
      return refused('undo-too-late', { seconds: holdMs / 1000 });
    }
    const before = revisionBefore(conference, held.act);
    const isMine = await drafts.changeConference(tx, viewer.value, conference, { ...before, held: null });
    if (!isMine) return refused('undo-too-late', { seconds: holdMs / 1000 });
    if (held.act !== 'cancelled') await drafts.markAnnounced(tx, id, conference.revision, null);
    const inForce = revisions.find((one) => one.number === before.revision);
    if (inForce) await remind(inside(act, tx), committee, id, inForce);
    else await forget(inside(act, tx), id);
    await record(tx, act, {
      kind: 'conferences.announcement-undone',
      committee: committee.id,
      subject: { kind: 'conference', id },
      facts: { undone: held.act, revision: before.revision },
    });
    return done({ act: held.act });
  });
}

function revisionBefore({ state, revision }: Pick<Conference, 'state' | 'revision'>, act: HeldAct) {
  if (act === 'cancelled') return { state: 'scheduled' as const, revision, cancelledAt: null, cancelReason: null };
  return { state: revision === 1 ? ('draft' as const) : announcedState({ state }), revision: revision - 1 };
}
