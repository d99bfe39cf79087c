/** Items of conferences that are being held now: a vote prepared elsewhere can be tied to one of them. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { listRunnable, type SittingSight, seeRunning } from './look.ts';

/** A committee holds one conference at a time, seldom two. */
const looked = 3;

/** Called to order, with the items that are not closed, for those who run them; the latest first. */
export async function openItems(
  act: Act,
  committee: CommitteeId,
): Promise<readonly Pick<SittingSight, 'conference' | 'revision' | 'items' | 'lists'>[]> {
  const runnable = await listRunnable(act, committee);
  if (!runnable.ok) return [];
  const latest = runnable.value.toReversed().slice(0, looked);
  const found = await Promise.all(latest.map(({ conference }) => seeRunning(act, conference.id)));
  return found.flatMap((seen) => {
    if (!seen.ok || !seen.value.sitting) return [];
    const { conference, revision, items, lists, course } = seen.value;
    if (course.phase === 'concluded' || course.phase === 'not-held') return [];
    const open = items.filter(({ id }) => !course.closed.has(id));
    return open.length > 0 ? [{ conference, revision, items: open, lists }] : [];
  });
}
