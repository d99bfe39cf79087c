/** What a person is expected to do, over all their committees: for "my duties", Home and the digest. */
import type { Head } from '../../../audit/types.ts';
import { chainHead } from '../../../audit/verify.ts';
import type { Act } from '../../../kernel/act.ts';
import { viewersOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { committeesOf } from '../../committees/operations/look.ts';
import type { CommitteeDuties, Duties, Duty } from '../types/duties.ts';

/** Every committee of the acting person, also those without a duty now. Seen with the person's own eyes. */
export async function dutiesOfPerson(act: Act, features: readonly Duties[]): Promise<readonly CommitteeDuties[]> {
  const committees = await committeesOf(act);
  const viewers = await viewersOf(
    act,
    committees.map(({ id }) => id),
  );
  const found: Duty[] = [];
  if (viewers.length > 0) for (const feature of features) found.push(...(await feature.dutiesOf(act, viewers)));
  return committees.flatMap((committee) => {
    const viewer = viewers.find((one) => one.committee === committee.id);
    if (!viewer) return [];
    const duties = found.filter((duty) => duty.committee === committee.id).sort(byDate);
    return [{ committee, roles: viewer.roles, mayReadHistory: may(viewer, 'audit.see'), duties }];
  });
}

/** Dated ones first, the earliest on top. */
function byDate(a: Duty, b: Duty): number {
  return (a.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) - (b.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) || 0;
}

/** The same without looking for duties. */
export async function rolesOfPerson(act: Act): Promise<readonly CommitteeDuties[]> {
  return dutiesOfPerson(act, []);
}

/** The head of the history, which the digest shows to those who may read it; null for everybody else. */
export async function readableHead(act: Act, committees: readonly CommitteeDuties[]): Promise<Head | null> {
  return committees.some(({ mayReadHistory }) => mayReadHistory) ? chainHead(act.store, act.workspace) : null;
}
