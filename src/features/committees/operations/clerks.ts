/** The committee secretaries who may work on somebody's case. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { closedCases } from '../../access/operations.ts';
import { clerksOf } from './look.ts';

/**
 * Without the person, and without those to whom the case is closed: for reminders, which ask with all eyes. Two statements,
 * whomever and however often it is asked afterwards.
 */
export async function clerksKeeping(
  act: Act,
  committees: readonly CommitteeId[],
): Promise<(committee: CommitteeId, nominee: PersonId) => readonly PersonId[]> {
  const clerks = await clerksOf(act, committees);
  const isClosed = await closedCases(act, committees);
  return (committee, nominee) =>
    (clerks.get(committee) ?? []).filter((person) => !isClosed(committee, person, nominee));
}
