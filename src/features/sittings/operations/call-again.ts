/** When too few have come, or after an adjournment: the conference is called to another time. */
import type { Act } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import { type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate, momentAt, type PlainDate, type PlainTime } from '../../../kernel/time.ts';
import { draftRecall, type RecallRefusal } from '../../conferences/operations/recall.ts';
import { findRoomToRun } from './room.ts';

export type CallAgainRefusal =
  | RecallRefusal
  | 'conference-cancelled'
  | 'too-few-not-recorded'
  | 'second-call-none'
  | 'second-call-too-soon'
  | 'sitting-open-already'
  | 'sitting-over'
  | 'time-unreadable';

/**
 * Drafts the second call (too few had come, and the rule set has one), or the continuation of an adjourned conference. It
 * is previewed and sent like every announcement. Refuses second-call-none, second-call-too-soon {from}: the rule set says
 * how long after the first.
 */
export async function callAgain(
  act: Act,
  input: { readonly conference: ConferenceId; readonly date: PlainDate; readonly time: PlainTime },
): Promise<Outcome<void, CallAgainRefusal>> {
  const found = await findRoomToRun(act, input.conference);
  if (!found.ok) return found;
  const { course, committee, revision, events, secondCall } = found.value;
  if (!isPlainDate(input.date) || !/^([01]\d|2[0-3]):[0-5]\d$/u.test(input.time)) {
    return refused('time-unreadable', {}, 'time');
  }
  const startsAt = momentAt(committee.zone, input.date, input.time);
  if (course.phase === 'open') return refused('sitting-open-already');
  if (course.phase === 'concluded' || course.phase === 'not-held') return refused('sitting-over');
  if (course.phase === 'adjourned') return draftRecall(act, { ...input, call: 'continued', startsAt });
  if (!events.some((event) => event.kind === 'too-few' && event.revision === revision.number)) {
    return refused('too-few-not-recorded');
  }
  if (!secondCall) return refused('second-call-none');
  const from = new Date(revision.startsAt.getTime() + secondCall.afterMinutes * 60_000);
  if (startsAt < from) return refused('second-call-too-soon', { from }, 'time');
  return draftRecall(act, { ...input, call: 'second', startsAt });
}
