/** When a roll call may begin and a conference be opened; which second call is offered. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { QuorumCount } from '../types.ts';
import { isReached } from './quorum.ts';

/** People arrive before the start; an hour is early enough. */
export const rollCallFromMs = 60 * 60_000;

export function rollCallFrom(startsAt: Date): Date {
  return new Date(startsAt.getTime() - rollCallFromMs);
}

export type OpeningRefusal = 'sitting-too-early' | 'quorum-not-reached';

/** Opening at this moment: not before the time that everybody was told, and only with a quorum. */
export function checkOpening(at: Date, startsAt: Date, quorum: QuorumCount): Outcome<void, OpeningRefusal> {
  if (at < startsAt) return refused('sitting-too-early', { start: startsAt, at });
  if (!isReached(quorum)) {
    const { counted, base, needed } = quorum;
    return refused('quorum-not-reached', { counted, base, needed });
  }
  return done();
}
