/** Pure decisions about personal data. */
import type { CommitteeId } from '../../kernel/ids.ts';
import type { HeldMembership } from './types.ts';

/** The committee secretary of one committee hands over no numbers that lie partly in another. */
export function areCountsOpenTo(committee: CommitteeId, memberships: readonly HeldMembership[]): boolean {
  return memberships.every(({ committeeId }) => committeeId === committee);
}
