/** What one announcement changes against the one before it. */
import type { Content, Difference, Revision, Summoned } from '../types.ts';
import { agendaChange } from './agenda.ts';

type Side = Content &
  Pick<Revision, 'answersFrom'> & { readonly summoned: readonly Pick<Summoned, 'person' | 'counts'>[] };

export function differenceBetween(before: Side, after: Side): Difference {
  const was = new Set(before.summoned.map((one) => one.person));
  const is = new Set(after.summoned.map((one) => one.person));
  const change = agendaChange(before.agenda, after.agenda);
  return {
    title: changed(before.title, after.title),
    startsAt: before.startsAt.getTime() === after.startsAt.getTime() ? null : [before.startsAt, after.startsAt],
    minutes: changed(before.minutes, after.minutes),
    place: changed(before.place, after.place),
    chair: changed(before.chair, after.chair),
    replyBy: before.replyBy?.getTime() === after.replyBy?.getTime() ? null : [before.replyBy, after.replyBy],
    isAgendaChanged: change.isChanged,
    itemsAdded: change.isChanged && change.isOnlyAdded ? after.agenda.length - before.agenda.length : null,
    agendaReason: change.isChanged ? after.agendaReason : null,
    asksAgain: before.answersFrom !== after.answersFrom,
    added: [...is].filter((person) => !was.has(person)),
    restanding: after.summoned
      .filter(({ person, counts }) => before.summoned.some((one) => one.person === person && one.counts !== counts))
      .map(({ person }) => person),
    released: [...was].filter((person) => !is.has(person)),
  };
}

export function isNothing(difference: Difference): boolean {
  const { added, released, restanding } = difference;
  return !isContentChanged(difference) && added.length + released.length + restanding.length === 0;
}

/** Something that those who stay on the list have to be told. */
export function isContentChanged(difference: Difference): boolean {
  const { title, startsAt, minutes, place, chair, replyBy, isAgendaChanged, asksAgain } = difference;
  return (
    isAgendaChanged || asksAgain || [title, startsAt, minutes, place, chair, replyBy].some((pair) => pair !== null)
  );
}

function changed<T extends string | number>(before: T, after: T): readonly [T, T] | null {
  return before === after ? null : [before, after];
}
