/** Who could read a nominee's case on a day, since when and until when; and who of the committee could not. */
import type { PersonId } from '../../../kernel/ids.ts';
import { rolesWithRight } from '../../access/rules.ts';
import type { Right, Role, Span } from '../../access/types.ts';
import { common, without } from './spans.ts';

export interface PastMembership extends Span {
  readonly person: PersonId;
  readonly roles: readonly Role[];
  readonly rank: number;
}

export interface PastRecusal extends Span {
  readonly person: PersonId;
  /** By the committee secretary or chair; else declared by the person. */
  readonly isRecorded: boolean;
}

export interface CaseReader extends Span {
  readonly person: PersonId;
  readonly roles: readonly Role[];
  readonly rank: number;
}

export interface NoReader extends CaseReader {
  /** own: the nominee; role: it gives no right to read cases. */
  readonly because: 'own' | 'recused' | 'recused-recorded' | 'role';
}

export interface CaseReaders {
  readonly readers: readonly CaseReader[];
  readonly others: readonly NoReader[];
}

/** What a person may do about a case, in the order of the table of rights. */
export const caseRights: readonly Right[] = [
  'candidates.see',
  'candidates.enter',
  'review.comment',
  'review.synthesis',
  'conflict.manage',
  'movement.see',
  'submission.see',
  'audit.see',
];

/**
 * A role that gives candidates.see reads the case; a recusal closes it from its moment until it is lifted, and one's own
 * is always closed.
 */
export function caseReadersEver(
  memberships: readonly PastMembership[],
  recusals: readonly PastRecusal[],
  nominee: PersonId,
): CaseReaders {
  const readers: CaseReader[] = [];
  const others: NoReader[] = [];
  for (const one of joined(memberships)) {
    const { person, roles, rank } = one;
    const span = (at: Span) => ({ person, roles, rank, from: at.from, to: at.to });
    if (person === nominee) others.push({ ...span(one), because: 'own' });
    else if (!roles.some((role) => rolesWithRight['candidates.see'].includes(role))) {
      others.push({ ...span(one), because: 'role' });
    } else {
      const closing = recusals.filter((recusal) => recusal.person === person);
      for (const open of closing.reduce(without, [one] as readonly Span[])) readers.push(span(open));
      for (const recusal of closing) {
        const closed = common(one, recusal);
        if (closed) others.push({ ...span(closed), because: recusal.isRecorded ? 'recused-recorded' : 'recused' });
      }
    }
  }
  return { readers, others };
}

/** Rows of one person that follow each other with the same roles are one span: only post, vote or place in the order changed. */
function joined(memberships: readonly PastMembership[]): readonly PastMembership[] {
  const spans: PastMembership[] = [];
  for (const next of memberships.filter(({ from, to }) => to === null || from < to)) {
    const at = spans.findIndex((one) => one.person === next.person && one.to?.getTime() === next.from.getTime());
    const before = spans[at];
    const isSame = before && [...before.roles].sort().join() === [...next.roles].sort().join();
    if (isSame) spans[at] = { ...next, from: before.from };
    else spans.push(next);
  }
  return spans;
}
