/** "Undo" within the minute: nobody has been told yet, and nobody will be. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import * as store from '../store.ts';
import type { Nomination, UndoTarget } from '../types.ts';
import type { Which } from './change.ts';

export type UndoRefusal = AccessRefusal | 'nomination-unknown' | 'nomination-changed-meanwhile' | 'too-late-to-undo';

/**
 * A name just put forward leaves again; one just screened, withdrawn or corrected stands as before. Refusals: access,
 * nomination-unknown, nomination-changed-meanwhile (also a second click, and somebody else's act), too-late-to-undo (the
 * minute is over: the way on is a correction).
 */
export async function undoNomination(
  act: Act,
  input: Which & { batch: string; to: UndoTarget },
): Promise<Outcome<void, UndoRefusal>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), input.committee, 'candidates.suggest');
    if (!viewer.ok) return viewer;
    const old = await store.findNomination(tx, viewer.value, input.nomination);
    if (!old) return refused('nomination-unknown');
    const isTheirs = mayUndo(act, viewer.value, old, input.to);
    if (old.version !== input.version || !isTheirs) return refused('nomination-changed-meanwhile');
    const revisions = input.to === 'uncorrected' ? await store.listRevisions(tx, old) : [];
    const next = before(old, input.to, revisions, act.now);
    if (!next) return refused('nomination-changed-meanwhile');
    if (!(await cancelBatch(tx, act, input.batch, { nomination: old.id }))) return refused('too-late-to-undo');
    if (!(await store.changeNomination(tx, old, next))) return refused('nomination-changed-meanwhile');
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
      return state === 'listed' || state === 'declined' ? { state: 'suggested', answer: null, endedAt: null } : null;
    case 'listed':
      return state === 'withdrawn' ? { state: 'listed', endReason: null, endedAt: null } : null;
    case 'uncorrected': {
      const said = revisions.find((revision) => revision.version === nomination.version - 1);
      return state === 'listed' && said ? { reasons: said.reasons, source: said.source, rank: said.rank } : null;
    }
  }
}
