/** Calls a conference again, at another time: drafted here, then previewed and sent like every announcement. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { isHeld } from '../rules/life.ts';
import * as drafts from '../store/drafts.ts';
import * as summons from '../store/summons.ts';
import type { CallKind } from '../types.ts';
import { findSeen } from './look.ts';

export type RecallRefusal =
  | AccessRefusal
  | 'conference-unknown'
  | 'conference-held'
  | 'conference-changed-meanwhile'
  | 'conference-in-past';

/**
 * The draft of a second call, or of the continuation of an adjourned conference: everything as announced, at another
 * time, and everybody is asked anew. An earlier draft is replaced. Whether it may be called again is for the sitting to
 * say; here access (conference.schedule) is refused, a time that is past, and while an announcement is held.
 */
export async function draftRecall(
  act: Act,
  input: { readonly conference: ConferenceId; readonly call: Exclude<CallKind, 'first'>; readonly startsAt: Date },
): Promise<Outcome<void, RecallRefusal>> {
  const { conference: id, call, startsAt } = input;
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findSeen(here, id);
    if (!found.ok) return found;
    const { committee, conference, revisions } = found.value;
    const viewer = await authorise(here, committee.id, 'conference.schedule');
    if (!viewer.ok) return viewer;
    const current = revisions.find((one) => one.number === conference.revision);
    if (!current) return refused('conference-unknown');
    if (isHeld(conference, act.now)) return refused('conference-held', { until: conference.held?.until ?? null });
    if (startsAt <= act.now) return refused('conference-in-past', { start: startsAt, now: act.now }, 'date');
    if (!(await drafts.changeConference(tx, viewer.value, conference, {}))) {
      return refused('conference-changed-meanwhile');
    }
    const number = conference.revision + 1;
    await summons.dropDraftedSummons(tx, id, number);
    const draft = { ...current, startsAt, call, replyBy: null, answersFrom: number };
    await drafts.insertRevision(tx, viewer.value, id, number, draft, act.now);
    await record(tx, act, {
      kind: 'conferences.recall-drafted',
      committee: committee.id,
      subject: { kind: 'conference', id },
      facts: { revision: number, call, startsAt },
    });
    return done();
  });
}
