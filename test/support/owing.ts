/** Of one matter alone who is still asked: features are asked about many at once. */
import type { Subject } from '../../src/features/deadlines/types/dates.ts';
import type { Duties } from '../../src/features/deadlines/types/duties.ts';
import type { Act } from '../../src/kernel/act.ts';
import type { PersonId } from '../../src/kernel/ids.ts';

export async function owingOf(
  duties: Pick<Duties, 'owing'> | undefined,
  act: Act,
  { id }: Subject,
): Promise<readonly PersonId[]> {
  return (await duties?.owing(act, [id]))?.get(id) ?? [];
}
