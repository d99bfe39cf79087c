/** What a person's own calendar says of a conference: on it, or taken off it again, and the how-manieth version that is. */

/** On the list from one revision until before another. */
export interface Place {
  readonly from: number;
  readonly until: number | null;
}

/** An answer by which somebody sent the person. `stands`: it holds for the revision that is out. */
export interface Sending {
  readonly revision: number;
  readonly stands: boolean;
}

export interface CalendarStanding {
  /** Summoned, or sent in somebody's place. */
  readonly isOn: boolean;
  /** The last revision that was theirs; null: none ever was. */
  readonly lastOn: number | null;
  /** For SEQUENCE (RFC 5545 3.8.7.4): never falls, and rises with everything that changes the entry. */
  readonly changes: number;
}

/**
 * Every revision counts, and every time that the person is sent or not sent any more: those may change within one
 * revision. Who only stands on the list has the revision's own number, as in the file that comes with the invitation.
 */
export function calendarStanding(
  revision: number,
  places: readonly Place[],
  sendings: readonly Sending[],
): CalendarStanding {
  const own = places.filter(({ from }) => from <= revision);
  const isSummoned = own.some(({ until }) => until === null || until > revision);
  const isOn = isSummoned || sendings.some(({ stands }) => stands);
  const had = [
    ...own.map(({ until }) => (until === null || until > revision ? revision : until - 1)),
    ...sendings.map((one) => (one.stands ? revision : one.revision)),
  ];
  return {
    isOn,
    lastOn: isOn ? revision : had.length === 0 ? null : Math.max(...had),
    changes: revision - 1 + sendings.length + sendings.filter(({ stands }) => !stands).length,
  };
}
