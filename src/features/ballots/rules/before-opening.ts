/** Whether a vote can be held at all by its rule and numbers: said before it opens, with the numbers. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { Frozen } from '../types/ruling.ts';
import type { VoteRule } from '../types/vote-rule.ts';
import { leastOf } from './arithmetic.ts';
import { presentBy, votersOf } from './denominators.ts';
import { quorumOf } from './quorum.ts';

export type OpeningReason =
  | 'vote-numbers-disagree'
  | 'nobody-to-vote'
  | 'vote-base-zero'
  | 'quorum-above-seats'
  | 'quorum-out-of-reach'
  | 'vote-without-quorum'
  | 'vote-cannot-pass';

/**
 * Refuses what can never be met: a base of nobody (`vote-base-zero`), a quorum of more than the seats
 * (`quorum-above-seats`) or than the people summoned, more votes needed than voters (`vote-cannot-pass`; not where the
 * rule lets the highest go on). With a roll call also a quorum that is not there (planning 8.3, 8).
 */
export function checkCanOpen(rule: VoteRule, frozen: Frozen): Outcome<void, OpeningReason> {
  const { summoned, seated, present, represented = 0, recused } = frozen;
  if ((present ?? 0) + represented > summoned || recused.summoned > summoned || recused.seated > seated) {
    return refused('vote-numbers-disagree', { summoned, present: present ?? 0, recused: recused.summoned });
  }
  const voters = votersOf(frozen);
  if (voters <= 0)
    return refused('nobody-to-vote', { summoned, present: present ?? summoned, recused: recused.summoned });
  const quorum = quorumOf(rule, frozen, presentBy(rule, frozen, { returned: summoned, byProxy: 0 }));
  if (quorum.of !== null && (quorum.base ?? 0) <= 0) return refused('vote-base-zero', { voteBase: quorum.of });
  if (quorum.kind === 'count' && quorum.needed > seated) {
    return refused('quorum-above-seats', { needed: quorum.needed, seats: seated });
  }
  if (quorum.needed > summoned) return refused('quorum-out-of-reach', { needed: quorum.needed, summoned });
  if (present !== null && !quorum.reached) {
    return refused('vote-without-quorum', { needed: quorum.needed, present: quorum.got });
  }
  return checkThreshold(rule, frozen, voters);
}

/** What is taken of papers is not known before they are counted: then nothing cast means nothing passed. */
function checkThreshold(rule: VoteRule, frozen: Frozen, voters: number): Outcome<void, OpeningReason> {
  const threshold = rule.threshold.value;
  if (threshold === null) return done();
  const { of, lessRecused } = threshold.base;
  if (of === 'returned' || of === 'valid' || of === 'cast') return done();
  if (of === 'present' && frozen.present === null) return done();
  const away = of === 'present' ? (frozen.represented ?? 0) : 0;
  const base = (frozen[of] ?? 0) + away - (lessRecused ? frozen.recused[of] : 0);
  if (base <= 0) return refused('vote-base-zero', { voteBase: of });
  const needed = leastOf(threshold.share, threshold.comparison, base);
  if (needed > voters && rule.fallback.value.kind === 'none') {
    return refused('vote-cannot-pass', { needed, base, voteBase: of, voters });
  }
  return done();
}
