/** What the last conference left open: items not dealt with or postponed, and tasks of all of them that are not settled. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, NomineeListId, PersonId } from '../../../kernel/ids.ts';
import { authorise } from '../../access/operations.ts';
import { conferencesBetween } from '../../conferences/operations/sitting.ts';
import { openTasks } from '../../tasks/operations.ts';
import { heldForMs, type SittingSight, seeSitting } from './look.ts';

export interface OpenPoint {
  /** Of the item or the task. */
  readonly id: string;
  readonly kind: 'item' | 'task';
  /** Null: named by its list. */
  readonly text: string | null;
  readonly list: NomineeListId | null;
  /** Of a task. */
  readonly owner: PersonId | null;
  readonly ownerName: string;
}

/** As far as the reader may know of them; nothing for those who do not schedule. */
export async function openPoints(act: Act, committee: CommitteeId): Promise<readonly OpenPoint[]> {
  const viewer = await authorise(act, committee, 'conference.schedule');
  if (!viewer.ok) return [];
  const from = new Date(act.now.getTime() - heldForMs);
  const last = (await conferencesBetween(act, viewer.value, from, act.now, ['concluded'])).at(-1);
  const seen = last ? await seeSitting(act, last.conference.id) : null;
  const tasks = await openTasks(act, committee);
  return [
    ...(seen?.ok ? itemsLeft(seen.value) : []),
    ...(tasks.ok ? tasks.value : []).map(({ id, text, owner, ownerName }) => ({
      ...{ id, kind: 'task' as const, text, list: null, owner, ownerName },
    })),
  ];
}

function itemsLeft({ items, events, course }: SittingSight): readonly OpenPoint[] {
  return items
    .filter(({ id }) => {
      const decision = events.findLast((event) => event.kind === 'decided' && event.item === id);
      return !course.closed.has(id) || decision?.facts.outcome === 'postponed';
    })
    .map(({ id, text, list }) => ({ id, kind: 'item', text, list, owner: null, ownerName: '' }));
}
