/** Whether what is held about somebody has come to its end, on a day: the longest period counts. */
import { caseKinds, type KeptKind } from '../../../kernel/held-people.ts';
import { dateIn, dayAfterMonths, type PlainDate } from '../../../kernel/time.ts';
import type { Ending, Held, Period, Place, Standing } from '../types.ts';

/**
 * `endedOn` plus the months is the last day on which it is kept; the day after it is over, each by its own committee's
 * calendar (`zone`: where there is no committee). A part of a case (comments, dossiers, votes …) without a period goes
 * with the case. The entry of the register counts only where nothing else says why somebody is held.
 */
export function standingOf(
  all: readonly Held[],
  periodOf: (place: Place | null, kind: KeptKind) => Period | null,
  { now, zone }: { readonly now: Date; readonly zone: string },
): Standing {
  const running = all.filter(({ endedOn }) => endedOn === null);
  if (running.length > 0) return { state: 'goes-on', held: running };
  const cases = all.filter(({ kind }) => isCase(kind) && kind !== 'register');
  const reasons = cases.length > 0 ? cases : all.filter(({ kind }) => kind === 'register');
  const unset = reasons.filter(({ place, kind }) => periodOf(place, kind) === null);
  if (unset.length > 0 || reasons.length === 0) return { state: 'not-set', held: unset };
  const parts = all.filter(({ kind }) => !isCase(kind));
  const endings = [...reasons, ...parts].flatMap((held): Ending[] => {
    const period = periodOf(held.place, held.kind);
    if (!period || held.endedOn === null) return [];
    const until = dayAfterMonths(held.endedOn, period.months);
    const isOver = until < dateIn(held.place?.zone ?? zone, now);
    return [{ ...held, endedOn: held.endedOn, period, until, isOver }];
  });
  const sorted = endings.sort((a, b) => b.until.localeCompare(a.until) || keyOf(a).localeCompare(keyOf(b)));
  const state = sorted.every(({ isOver }) => isOver) ? 'over' : 'kept';
  return { state, until: sorted[0]?.until ?? '', endings: sorted };
}

/** The last day of a postponement still counts. */
export function isPostponed(postponed: { readonly until: PlainDate } | null, today: PlainDate): boolean {
  return postponed !== null && today <= postponed.until;
}

function isCase(kind: KeptKind): boolean {
  return (caseKinds as readonly KeptKind[]).includes(kind);
}

function keyOf({ place, kind }: Held): string {
  return `${place?.name ?? ''} ${kind}`;
}
