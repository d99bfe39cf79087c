/** Whom to tell next, and who has to wait. Pure. */
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import type { Audience, Line, Result } from './types.ts';

export function untold(lines: readonly Line[], audience: Exclude<Audience, 'members'>): readonly Line[] {
  return lines.filter(({ seat, notice }) => seat.answer === audience && notice === null);
}

/**
 * Refuses refused-first {count}: where the rule set says so, those who were not approved are told before anybody hears of
 * the approved (RFC 8713, 5.15). A card that waits for its minute has not told them yet.
 */
export function checkTurn(
  { lines, refusedFirst }: Pick<Result, 'lines' | 'refusedFirst'>,
  audience: Audience,
  now: Date,
): Outcome<void, 'refused-first'> {
  if (!refusedFirst.applies || audience === 'not-approved') return done();
  const waiting = lines.filter(
    ({ seat, notice }) =>
      seat.answer === 'not-approved' && (notice === null || (notice.held !== null && notice.held.until > now)),
  );
  return waiting.length > 0 ? refused('refused-first', { count: waiting.length }) : done();
}
