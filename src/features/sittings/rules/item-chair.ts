/** Who leads the item under discussion: the chair of the conference, and somebody in their place while they are out of it. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Membership } from '../../committees/types.ts';
import { standInFor } from '../../conferences/rules/item-leader.ts';
import type { Course } from '../types.ts';
import { presentFor } from './course.ts';

/**
 * `members` in protocol order. In place of a chair who is out of the item: the first other chair of the committee, else
 * the first deputy, who is in the room for it. Null: nobody is, and somebody has to be given the chair.
 */
export function leaderOfItem(
  course: Pick<Course, 'current' | 'chair' | 'present' | 'out'>,
  members: readonly Pick<Membership, 'person' | 'roles'>[],
): PersonId | null {
  const { current, chair } = course;
  if (!isChairOut(course)) return chair;
  const inRoom = presentFor(course, current);
  return standInFor(members, (person) => inRoom.has(person));
}

/** Who leads the item under discussion once this person is out of it, or back for it; null: as before, or nobody. */
export function leaderAfter(
  course: Pick<Course, 'current' | 'chair' | 'present' | 'out'>,
  movement: 'stepped-out' | 'stepped-in',
  person: PersonId,
  members: Parameters<typeof leaderOfItem>[1],
): PersonId | null {
  const { current, out } = course;
  if (current === null) return null;
  const others = [...(out.get(current) ?? [])].filter((one) => one !== person);
  const then = new Set(movement === 'stepped-out' ? [...others, person] : others);
  const leader = leaderOfItem({ ...course, out: new Map([...out, [current, then]]) }, members);
  return leader === leaderOfItem(course, members) ? null : leader;
}

export function isChairOut({ current, chair, out }: Pick<Course, 'current' | 'chair' | 'out'>): boolean {
  return current !== null && (out.get(current)?.has(chair) ?? false);
}
