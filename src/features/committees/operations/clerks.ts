/** The committee secretaries who may work on somebody's case. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { clockworkViewer, recusalsSeenBy } from '../../access/operations.ts';
import { membersOf } from './look.ts';

/** Without the person, and without those to whom the case is closed: for reminders, which ask with all eyes. */
export async function clerksKeeping(act: Act, committee: CommitteeId, nominee: PersonId): Promise<readonly PersonId[]> {
  const clerks = (await membersOf(act, committee)).filter(({ roles }) => roles.includes('clerk'));
  const everything = { ...act, member: null, person: null };
  const recused = await recusalsSeenBy(everything, clockworkViewer(everything, committee));
  return clerks
    .map(({ person }) => person)
    .filter((person) => person !== nominee)
    .filter((person) => !recused.some((one) => one.person === person && one.nominee === nominee));
}
