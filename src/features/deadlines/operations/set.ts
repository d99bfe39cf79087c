/** Sets, moves and cancels the date of a subject. Called by the features inside their own transactions. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, DeadlineId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate } from '../../../kernel/time.ts';
import { cancelJob, enqueue } from '../../../queue/enqueue.ts';
import { workingCalendarOf } from '../../committees/operations/calendar.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { dueMoment } from '../rules/due-moment.ts';
import * as store from '../store/deadlines.ts';
import { dropPlanned } from '../store/reminders.ts';
import type { DeadlineRow, DueMoment, LadderKind, StatedDate, Subject } from '../types/dates.ts';
import { stepSubject } from '../types/schedule.ts';
import { wakePlanning } from './plan.ts';
import { tellWhatSlips } from './slips.ts';

export type DeadlineRefusal = 'date-past' | 'date-unreadable' | 'committee-unknown';

export interface DeadlineSet {
  readonly deadline: DeadlineRow;
  /** Where the stated date came to lie, and why if it moved: to be repeated to whoever set it. */
  readonly due: DueMoment;
}

/**
 * The date by which something is expected for a subject. Setting it again moves it. A date without an hour ends with the
 * committee's working day, and on a day off moves to the working day before. Refuses a moment that is not in the
 * future: date-past {due, now}, and one that is no date: date-unreadable {text}. The caller has authorised.
 */
export async function setDeadline(
  act: Act,
  input: {
    committee: CommitteeId;
    subject: Subject;
    ladder: LadderKind;
    stated: StatedDate;
    /** Whose cases the subject is about, where the history cannot know it from the subject. */
    nominees?: readonly PersonId[];
  },
): Promise<Outcome<DeadlineSet, DeadlineRefusal>> {
  return inTransaction(act, async (tx) => {
    const committee = await committeeHeader({ ...act, store: tx }, input.committee);
    if (!committee) return refused('committee-unknown');
    if (!isReadable(input.stated)) return unreadable(input.stated);
    const due = dueMoment(input.stated, workingCalendarOf(committee, act.now));
    if (due.dueAt <= act.now) return refused('date-past', { due: due.dueAt, now: act.now }, 'date');
    const { subject, ladder, stated } = input;
    const deadline = await store.putDeadline(
      tx,
      { committee: committee.id, subject, ladder, stated, dueAt: due.dueAt },
      act.now,
    );
    await dropPlanned(tx, deadline.id, act.now);
    await wakeFor(tx, act, deadline);
    await record(tx, act, {
      kind: deadline.version === 1 ? 'deadlines.set' : 'deadlines.moved',
      committee: committee.id,
      subject: { kind: 'deadline', id: deadline.id },
      nominees: input.nominees ?? [],
      facts: { of: subject.kind, ofId: subject.id, dueAt: due.dueAt, version: deadline.version },
    });
    // The steps of the calendar are moved by whoever moves the calendar.
    if (subject.kind !== stepSubject) await tellWhatSlips(inside(act, tx), committee.id);
    return done({ deadline, due });
  });
}

/** What setDeadline would answer, without setting it: for previews and live checks in forms. */
export async function previewDeadline(
  act: Act,
  input: { committee: CommitteeId; stated: StatedDate },
): Promise<Outcome<DueMoment, DeadlineRefusal>> {
  const committee = await committeeHeader(act, input.committee);
  if (!committee) return refused('committee-unknown');
  if (!isReadable(input.stated)) return unreadable(input.stated);
  const due = dueMoment(input.stated, workingCalendarOf(committee, act.now));
  return due.dueAt <= act.now ? refused('date-past', { due: due.dueAt, now: act.now }, 'date') : done(due);
}

/** No more reminders for this subject. Twice, or without a date, is nothing. */
export async function cancelDeadline(act: Act, subject: Subject): Promise<void> {
  await inTransaction(act, async (tx) => {
    const deadline = await store.findBySubject(tx, subject);
    if (!deadline || !(await store.changeState(tx, deadline.id, 'running', 'cancelled', act.now))) return;
    await dropPlanned(tx, deadline.id, act.now);
    await cancelJob(tx, passedKey(deadline));
    await record(tx, act, {
      kind: 'deadlines.cancelled',
      committee: deadline.committee,
      subject: { kind: 'deadline', id: deadline.id },
      facts: { of: subject.kind, ofId: subject.id },
    });
  });
}

/** The date of a subject, whatever its state; null when none was ever set. The caller has authorised. */
export async function deadlineOf(act: Act, subject: Subject): Promise<DeadlineRow | null> {
  return store.findBySubject(act.store, subject);
}

/** The dates of several subjects of one kind, by their ids, in one statement. The caller has authorised. */
export async function deadlinesOf(
  act: Act,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DeadlineRow>> {
  return store.findBySubjects(act.store, kind, ids);
}

/** For the clockwork: where a deadline belongs; null when it is unknown or the bot was taken out of the workspace. */
export async function homeOfDeadline(handle: StoreHandle, id: DeadlineId): Promise<store.DeadlineHome | null> {
  return store.workspaceOf(handle, id);
}

export async function homeOfCommittee(handle: StoreHandle, id: CommitteeId): Promise<store.DeadlineHome | null> {
  return store.workspaceOfCommittee(handle, id);
}

/** Reminders are laid out by a job, because who is asked is known to the features, not here. */
async function wakeFor(tx: StoreHandle, act: Act, deadline: DeadlineRow): Promise<void> {
  await wakePlanning(tx, act, deadline);
  await enqueue(
    tx,
    { name: 'deadline-passed', payload: { deadline: deadline.id } },
    { now: act.now, at: deadline.dueAt, key: passedKey(deadline) },
  );
}

function passedKey(deadline: Pick<DeadlineRow, 'id'>): string {
  return `deadline-passed:${deadline.id}`;
}

/** Pickers send real ones; whoever else sends a form need not. */
function isReadable({ date, time }: StatedDate): boolean {
  return isPlainDate(date) && (time === null || /^([01]\d|2[0-3]):[0-5]\d$/u.test(time));
}

function unreadable({ date, time }: StatedDate) {
  return refused('date-unreadable', { text: [date, time].filter(Boolean).join(' ').slice(0, 60) }, 'date');
}
