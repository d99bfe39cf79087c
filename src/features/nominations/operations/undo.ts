/** "Undo" within the minute: nobody has been told yet, and nobody will be. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import * as store from '../store/nominations.ts';
import type { Nomination, UndoTarget } from '../types.ts';
import type { Which } from './change.ts';
import { undoSeconds } from './tell.ts';

export type UndoRefusal = AccessRefusal | 'nomination-unknown' | 'nomination-changed-meanwhile' | 'too-late-to-undo';

/**
 * A name just put forward leaves again; one just screened, withdrawn or corrected stands as before. Refusals: access,
 * nomination-unknown, nomination-changed-meanwhile (also a second click, and somebody else's act), too-late-to-undo (the
 * minute is over: the way on is a correction). `batch` is empty for a name of which nobody had to be told.
 */
export async function undoNomination(
  act: Act,
  input: Which & { batch: string; to: UndoTarget },
): Promise<Outcome<void, UndoRefusal>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authoriseUndo(inside(act, tx), input);
    if (!viewer.ok) return viewer;
    const old =
      (await store.findNomination(tx, viewer.value, input.nomination)) ??
      (await store.findOwnProposal(tx, viewer.value, input.nomination));
    if (!old) return refused('nomination-unknown');
    const isTheirs = mayUndo(act, viewer.value, old, input.to);
    if (old.version !== input.version || !isTheirs) return refused('nomination-changed-meanwhile');
    const revisions = input.to === 'uncorrected' ? await store.listRevisions(tx, old) : [];
    const next = before(old, input.to, revisions, act.now);
    if (!next) return refused('nomination-changed-meanwhile');
    const isMoved = next.position !== undefined && next.position !== old.position;
    // Meanwhile put forward once more for the position that was corrected.
    if (isMoved && next.position && (await store.isTaken(tx, old, next.position))) {
      return refused('nomination-changed-meanwhile');
    }
    if (!(await takeBack(inside(act, tx), old, input.batch))) return refused('too-late-to-undo');
    if (!(await store.changeNomination(tx, old, next))) return refused('nomination-changed-meanwhile');
    // The card that asked the nominee was taken back with the rest: they were never told.
    if (next.state !== undefined && next.state !== 'listed') await store.clearConsent(tx, old.id, act.now);
    const correctedAt = revisions.find(({ version }) => version === old.version - 1)?.replacedAt;
    if (isMoved && correctedAt) await store.restoreConsent(tx, old.id, correctedAt, act.now);
    await record(tx, act, {
      kind: 'nominations.undone',
      committee: input.committee,
      subject: { kind: 'nomination', id: old.id },
      nominee: old.person,
      facts: { from: old.state, to: next.state ?? old.state, version: old.version + 1 },
    });
    // Cards that count the nominees (a review's invitation) are worded again.
    await refresh(tx, act, { nominees: [old.person] });
    return done();
  });
}

/** Who put a name forward without a role in the committee, where anybody may, takes it back as well. */
async function authoriseUndo(
  act: Act,
  input: { committee: CommitteeId; to: UndoTarget },
): Promise<Outcome<Viewer, AccessRefusal>> {
  const viewer = await authorise(act, input.committee, 'candidates.suggest');
  const isOutside = !viewer.ok && (viewer.reason === 'not-in-committee' || viewer.reason === 'right-missing');
  return isOutside && input.to === 'gone' ? done(await viewerOf(act, input.committee)) : viewer;
}

/** The cards of the act; where it told nobody, the minute since the name was put forward. */
async function takeBack(act: Act, nomination: Nomination, batch: string): Promise<boolean> {
  if (batch !== '') return cancelBatch(act.store, act, batch, { nomination: nomination.id });
  return act.now.getTime() - nomination.proposedAt.getTime() <= undoSeconds * 1000;
}

/** Only whoever put the name forward or recorded it takes it back; a decision of the heads is taken back by a head. */
function mayUndo(act: Act, viewer: Viewer, nomination: Nomination, to: UndoTarget): boolean {
  if (to !== 'gone') return may(viewer, 'candidates.enter');
  // Once it was screened it is no longer theirs alone: taking it off the list is the heads' act, with a reason.
  if (nomination.version > 1) return false;
  return act.person !== null && [nomination.proposedBy, nomination.recordedBy].includes(act.person);
}

/** Null: the nomination is not in the state that this click was drawn for. */
function before(
  nomination: Nomination,
  to: UndoTarget,
  revisions: readonly store.Revision[],
  now: Date,
): Parameters<typeof store.changeNomination>[2] | null {
  const { state } = nomination;
  switch (to) {
    case 'gone':
      if (state === 'listed') return { state: 'withdrawn', endedAt: now };
      return state === 'suggested' ? { state: 'declined', endedAt: now } : null;
    case 'suggested':
      return state === 'listed' || state === 'declined'
        ? { state: 'suggested', answer: null, endedAt: null, listedAt: null }
        : null;
    case 'listed':
      return state === 'withdrawn' ? { state: 'listed', endReason: null, endedAt: null } : null;
    case 'uncorrected': {
      const said = revisions.find((revision) => revision.version === nomination.version - 1);
      if (state !== 'listed' || !said) return null;
      const { reasons, source, rank, position } = said;
      return { reasons, source, rank, position };
    }
  }
}
