/** Which items of the consent block are adopted together when the chair asks for it. */
import type { Course, SittingEvent, SittingItem } from '../types.ts';

/** Nothing once it was done, so that what was left out is discussed like any other item. */
export function togetherNow({
  course,
  events,
  items,
}: {
  readonly course: Pick<Course, 'phase' | 'closed' | 'current'>;
  readonly events: readonly Pick<SittingEvent, 'facts'>[];
  readonly items: readonly SittingItem[];
}): readonly SittingItem[] {
  if (course.phase !== 'open' || events.some(({ facts }) => facts.isTogether)) return [];
  return items.filter((item) => item.inConsent && !course.closed.has(item.id) && item.id !== course.current);
}
