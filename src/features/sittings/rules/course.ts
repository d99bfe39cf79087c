/** Follows the events of a sitting in the order in which they happened, and says what may happen next. Pure. */
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { Course, EventKind, Phase, SittingEvent, SittingItemId } from '../types.ts';

/** What an event needs to be followed. */
export type Step = Pick<SittingEvent, 'kind' | 'at' | 'person' | 'item' | 'facts' | 'revision'>;

export type CourseRefusal =
  | 'sitting-not-open'
  | 'sitting-open-already'
  | 'sitting-over'
  | 'not-adjourned'
  | 'present-already'
  | 'not-present'
  | 'item-not-current'
  | 'item-current-already'
  | 'out-already'
  | 'not-out'
  | 'chair-already'
  | 'secretary-already'
  | 'vote-open-here'
  | 'vote-not-open-here';

export function beginning(chair: PersonId): Course {
  return {
    phase: 'roll-call',
    present: new Set(),
    out: new Map(),
    current: null,
    voting: null,
    closed: new Set(),
    chair,
    secretary: null,
    quorum: null,
    openedAt: null,
    endedAt: null,
  };
}

/** In the order of what happened; of the same moment, in the order given (that of recording). */
export function inOrder<E extends Pick<SittingEvent, 'at'>>(events: readonly E[]): readonly E[] {
  return [...events].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * Where the sitting stands after these events, in order. Whoever came to a call that was not quorate, or to the day before
 * an adjournment, is not present by that at the next: `revision` is the announcement in force.
 */
export function follow(events: readonly Step[], chair: PersonId, revision: number): Course {
  let course = beginning(chair);
  let at = events[0]?.revision ?? revision;
  for (const event of events) {
    if (event.revision > at) course = calledAgain(course);
    at = Math.max(at, event.revision);
    course = after(course, event);
  }
  return revision > at ? calledAgain(course) : course;
}

/** The same, but each event is checked against what was true when it happened: for what is recorded afterwards. */
export function replay(
  events: readonly Step[],
  chair: PersonId,
  revision: number,
): Outcome<Course, CourseRefusal | 'sitting-out-of-order'> {
  let course = beginning(chair);
  let at = events[0]?.revision ?? revision;
  for (const event of events) {
    if (event.revision > at) course = calledAgain(course);
    at = Math.max(at, event.revision);
    const next = check(course, event);
    if (!next.ok) return refused('sitting-out-of-order', { at: event.at });
    course = after(course, event);
  }
  return done(revision > at ? calledAgain(course) : course);
}

/** Another day, another roll call; what was dealt with stays dealt with, and whoever is out of an item stays out of it. */
function calledAgain(course: Course): Course {
  return { ...course, present: new Set(), current: null };
}

function after(course: Course, event: Step): Course {
  const { person, item, at } = event;
  switch (event.kind) {
    case 'arrived':
      return person ? { ...course, present: with_(course.present, person) } : course;
    case 'left':
      return person ? { ...course, present: without(course.present, person) } : course;
    case 'opened':
    case 'resumed':
      return {
        ...course,
        phase: 'open',
        quorum: event.facts.quorum ?? null,
        openedAt: course.openedAt ?? at,
      };
    case 'too-few':
      return course;
    case 'adjourned':
      return { ...course, phase: 'adjourned', current: null };
    case 'taken-up':
      return item ? { ...course, current: item, closed: without(withCurrentClosed(course), item) } : course;
    case 'item-closed':
      return item ? { ...course, current: null, closed: with_(course.closed, item) } : course;
    case 'stepped-out':
      return person && item ? { ...course, out: put(course.out, item, with_(outOf(course, item), person)) } : course;
    case 'stepped-in':
      return person && item ? { ...course, out: put(course.out, item, without(outOf(course, item), person)) } : course;
    case 'chair-handed':
      return person ? { ...course, chair: person } : course;
    case 'secretary-handed':
      return person ? { ...course, secretary: person } : course;
    case 'noted':
      return course;
    case 'vote-opened':
      return { ...course, voting: event.facts.round ?? null };
    case 'vote-closed':
    case 'voted':
    case 'vote-void':
      return course.voting === event.facts.round ? { ...course, voting: null } : course;
    case 'decided':
      return event.facts.isTogether && item ? { ...course, closed: with_(course.closed, item) } : course;
    case 'concluded':
      return { ...course, phase: 'concluded', closed: withCurrentClosed(course), current: null, endedAt: at };
    case 'given-up':
      return { ...course, phase: 'not-held', endedAt: at };
  }
}

const needsPhase: Readonly<Record<EventKind, readonly Phase[]>> = {
  arrived: ['roll-call', 'open', 'adjourned'],
  left: ['roll-call', 'open', 'adjourned'],
  opened: ['roll-call'],
  'too-few': ['roll-call', 'adjourned'],
  resumed: ['adjourned'],
  adjourned: ['open'],
  'taken-up': ['open'],
  'item-closed': ['open'],
  'stepped-out': ['open'],
  'stepped-in': ['open'],
  'chair-handed': ['roll-call', 'open', 'adjourned'],
  'secretary-handed': ['roll-call', 'open', 'adjourned'],
  noted: ['open'],
  decided: ['open'],
  'vote-opened': ['open'],
  'vote-closed': ['open'],
  voted: ['open', 'adjourned', 'concluded'],
  'vote-void': ['open', 'adjourned', 'concluded'],
  concluded: ['open', 'adjourned'],
  'given-up': ['roll-call'],
};

/** None of these while papers are out: first the vote is closed, or declared void. */
const waitsForVote: readonly EventKind[] = ['taken-up', 'item-closed', 'adjourned', 'vote-opened', 'concluded'];

/** Whether this may happen next. */
export function check(course: Course, event: Pick<Step, 'kind' | 'person' | 'item'>): Outcome<void, CourseRefusal> {
  const { kind, person, item } = event;
  if (!needsPhase[kind].includes(course.phase)) return refused(wrongPhase(kind, course.phase));
  if (kind === 'arrived' && person && course.present.has(person)) return refused('present-already');
  if (kind === 'left' && !(person && course.present.has(person))) return refused('not-present');
  if (kind === 'chair-handed' && person === course.chair) return refused('chair-already');
  if (kind === 'secretary-handed' && person === course.secretary) return refused('secretary-already');
  const isHanded = kind === 'chair-handed' || kind === 'secretary-handed';
  if (isHanded && !(person && course.present.has(person))) return refused('not-present');
  if (course.voting !== null && waitsForVote.includes(kind)) return refused('vote-open-here');
  if (kind === 'vote-opened' && item !== course.current) return refused('item-not-current');
  if (kind === 'vote-closed' && course.voting === null) return refused('vote-not-open-here');
  if (kind === 'taken-up' && item === course.current) return refused('item-current-already');
  if (kind === 'item-closed' && item !== course.current) return refused('item-not-current');
  if (kind === 'stepped-out' && item && person && outOf(course, item).has(person)) return refused('out-already');
  if (kind === 'stepped-in' && !(item && person && outOf(course, item).has(person))) return refused('not-out');
  return done();
}

function wrongPhase(kind: EventKind, phase: Phase): CourseRefusal {
  if (phase === 'concluded' || phase === 'not-held') return 'sitting-over';
  if (kind === 'opened') return 'sitting-open-already';
  if (kind === 'resumed') return 'not-adjourned';
  return phase === 'open' ? 'sitting-open-already' : 'sitting-not-open';
}

/**
 * Who is in the room for this item: present, and not out of it. Somebody recused who comes late is out of it too: out of
 * an item is said of the person, wherever they are. Null: for the sitting as a whole.
 */
export function presentFor(course: Pick<Course, 'present' | 'out'>, item: SittingItemId | null): ReadonlySet<PersonId> {
  if (item === null) return course.present;
  const out = course.out.get(item) ?? new Set();
  return new Set([...course.present].filter((person) => !out.has(person)));
}

function outOf(course: Pick<Course, 'out'>, item: SittingItemId): ReadonlySet<PersonId> {
  return course.out.get(item) ?? new Set();
}

function withCurrentClosed(course: Course): ReadonlySet<SittingItemId> {
  return course.current ? with_(course.closed, course.current) : course.closed;
}

function put<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map([...map, [key, value]]);
}

function with_<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  return new Set([...set, one]);
}

function without<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  return new Set([...set].filter((each) => each !== one));
}
