/** Which revision a person sees, which answers hold, and what may still be done at a moment. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { RsvpChoice } from '../../eligibility/types.ts';
import type { Answer, Conference, Content, Reply, Revision, Summoned } from '../types.ts';

/** An announcement waits this long and can be undone (design 2.7). */
export const holdMs = 60_000;

export function isHeld(conference: Pick<Conference, 'held'>, now: Date): boolean {
  return conference.held !== null && conference.held.until > now;
}

/**
 * The revision that a person sees: while an announcement is held, only those who may schedule see it; for everybody
 * else nothing has happened yet. Null: there is nothing to see.
 */
export function revisionFor(
  conference: Pick<Conference, 'state' | 'revision' | 'held'>,
  maySchedule: boolean,
  now: Date,
): number | null {
  if (conference.state === 'draft' || conference.state === 'discarded') return null;
  if (maySchedule || !isHeld(conference, now) || conference.held?.act === 'cancelled') return conference.revision;
  return conference.revision > 1 ? conference.revision - 1 : null;
}

/** A cancellation that is still held has not happened yet for anybody but those who may schedule. */
export function isCancelledFor(
  conference: Pick<Conference, 'state' | 'held'>,
  maySchedule: boolean,
  now: Date,
): boolean {
  if (conference.state !== 'cancelled') return false;
  return maySchedule || !(isHeld(conference, now) && conference.held?.act === 'cancelled');
}

export type ClosedRefusal = 'conference-unknown' | 'conference-held' | 'conference-cancelled' | 'conference-begun';

/** Whether the conference may be changed or cancelled now. `current` null: it was never announced. */
export function checkOpen(
  conference: Pick<Conference, 'state' | 'held'>,
  current: Pick<Content, 'startsAt'> | null,
  now: Date,
): Outcome<void, ClosedRefusal> {
  const { held, state } = conference;
  if (held !== null && held.until > now) return refused('conference-held', { until: held.until });
  if (state === 'cancelled') return refused('conference-cancelled');
  if (state === 'discarded') return refused('conference-unknown');
  if (current && current.startsAt <= now) return refused('conference-begun', { start: current.startsAt, now });
  return done();
}

/**
 * Whose start decides whether a change still can be made: what is in force, unless it is being called again; then the
 * conference that begins is the one of the draft.
 */
export function inQuestion<R extends Pick<Revision, 'number' | 'call'>>(
  revisions: readonly R[],
  inForce: R | null,
): R | null {
  const isCalledAgain = revisions.some((one) => inForce && one.number > inForce.number && one.call !== 'first');
  return isCalledAgain ? null : inForce;
}

/** An opened conference that is called again stays opened; undoing that leaves it so. */
export function announcedState(conference: Pick<Conference, 'state'>): 'opened' | 'scheduled' {
  return conference.state === 'opened' ? 'opened' : 'scheduled';
}

/**
 * Answers that hold for a revision: given for its start, not before everybody was last asked again, and not before the
 * person was put on the list (whoever was taken off it and is invited anew is asked anew). `summoned` says since when;
 * of somebody not on it no answer holds.
 */
export function repliesFor<R extends Pick<Reply, 'startsAt' | 'revision' | 'person'>>(
  revision: Pick<Revision, 'startsAt' | 'answersFrom'>,
  replies: readonly R[],
  summoned: readonly Pick<Summoned, 'person' | 'since'>[],
): readonly R[] {
  const since = new Map(summoned.map((one) => [one.person, one.since]));
  return replies.filter((reply) => {
    const from = Math.max(revision.answersFrom, since.get(reply.person) ?? Number.POSITIVE_INFINITY);
    return reply.startsAt.getTime() === revision.startsAt.getTime() && reply.revision >= from;
  });
}

/**
 * From which revision on answers hold for a new one: a conference that begins at another moment is another question, so
 * everybody is asked again; another place, chair or agenda leaves the answers as they are, unless whoever schedules asks.
 */
export function answersFrom(
  next: { readonly number: number; readonly startsAt: Date; readonly asksAgain: boolean },
  inForce: Pick<Revision, 'startsAt' | 'answersFrom'> | null,
): number {
  if (!inForce || next.asksAgain || inForce.startsAt.getTime() !== next.startsAt.getTime()) return next.number;
  return inForce.answersFrom;
}

export function endOf(content: Pick<Content, 'startsAt' | 'minutes'>): Date {
  return new Date(content.startsAt.getTime() + content.minutes * 60_000);
}

export type AnswerRefusal =
  | 'conference-cancelled'
  | 'conference-begun'
  | 'answer-not-offered'
  | 'absence-reason-missing'
  | 'absence-reason-too-long'
  | 'delegate-missing'
  | 'delegate-is-self'
  | 'delegate-is-summoned';

export interface AnswerInput {
  readonly answer: Answer;
  readonly reason: string | null;
  readonly delegate: string | null;
}

/** Whether this answer may be given now. Changing it is the same act, any time until the start. */
export function checkAnswer(
  input: AnswerInput,
  about: {
    readonly isCancelled: boolean;
    readonly startsAt: Date;
    readonly offered: readonly RsvpChoice[];
    readonly person: string;
    readonly summoned: readonly string[];
    readonly reasonMax: number;
  },
  now: Date,
): Outcome<void, AnswerRefusal> {
  if (about.isCancelled) return refused('conference-cancelled');
  if (about.startsAt <= now) return refused('conference-begun', { start: about.startsAt, now });
  if (!about.offered.includes(input.answer)) return refused('answer-not-offered', {}, 'answer');
  if (input.answer === 'absent' && !input.reason) return refused('absence-reason-missing', {}, 'reason');
  if ((input.reason?.length ?? 0) > about.reasonMax) {
    return refused('absence-reason-too-long', { max: about.reasonMax }, 'reason');
  }
  if (input.answer !== 'delegate') return done();
  if (input.delegate === null) return refused('delegate-missing', {}, 'delegate');
  if (input.delegate === about.person) return refused('delegate-is-self', {}, 'delegate');
  if (about.summoned.includes(input.delegate)) return refused('delegate-is-summoned', {}, 'delegate');
  return done();
}
