/** Counts answers against the rule's base, and foretells the quorum. Whole numbers only. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { QuorumRule } from '../../eligibility/types.ts';
import type { QuorumVerdict, Reply, Summoned } from '../types.ts';

export interface QuorumCounts {
  readonly base: number;
  readonly coming: number;
  readonly open: number;
  readonly absent: number;
}

/**
 * Who counts: of a base of summoned people those summoned who are no guests; of a base of members or voting volunteers
 * the committee's members with a vote, of whom only those summoned can come. Whoever has no vote is in no denominator
 * (planning 8.3, 18), and somebody outside the list is not counted (planning 3), so a deputy sent in someone's place
 * attends without counting. `replies` are those that hold for the present start.
 */
export function countAnswers(
  base: QuorumRule['base'],
  summoned: readonly Pick<Summoned, 'person' | 'counts'>[],
  voters: ReadonlySet<PersonId>,
  replies: readonly Pick<Reply, 'person' | 'answer'>[],
): QuorumCounts {
  const answers = new Map(replies.map((reply) => [reply.person, reply.answer]));
  const counted = summoned.filter((one) => one.counts && (base === 'summoned' || voters.has(one.person)));
  let coming = 0;
  let open = 0;
  for (const { person } of counted) {
    const answer = answers.get(person);
    if (answer === 'coming') coming += 1;
    if (answer === undefined || answer === 'maybe') open += 1;
  }
  const size = base === 'summoned' ? counted.length : voters.size;
  return { base: size, coming, open, absent: counted.length - coming - open };
}

/**
 * enough: those coming reach it. not-yet: they do if everybody still open comes. cannot-be-reached: not even then;
 * a base of nobody never has a quorum. Exactly the number needed is enough.
 */
export function foretell(counts: Pick<QuorumCounts, 'base' | 'coming' | 'open'>, needed: number): QuorumVerdict {
  if (counts.base > 0 && counts.coming >= needed) return 'enough';
  return counts.base > 0 && counts.coming + counts.open >= needed ? 'not-yet' : 'cannot-be-reached';
}
