/**
 * The rest of a parcel: names that still wait when its decision is entered by somebody for whom their case is closed, or
 * when whoever answers does not see them. For whom it is closed the parcel is finished.
 */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Role } from '../../access/types.ts';
import { isUndecided, type Seat, type Submission } from '../types.ts';
import { casesOf } from './parcel.ts';

/** The decision stands already: an answer enters with it. */
export function isRest({ state, settledAt }: Pick<Submission, 'state' | 'settledAt'>): boolean {
  return state === 'sent' && settledAt !== null;
}

/** Seats of which the answer has taken effect: it is not changed any more. */
export function isEntered({ settledAt }: Pick<Submission, 'settledAt'>, seat: Seat): boolean {
  return settledAt !== null && !isUndecided(seat);
}

const inTurn: readonly Role[] = ['clerk', 'chair', 'deputy'];

/** Who enters it: the committee secretaries who see it; where none does, the chair; then the deputies. */
export function finishers(
  members: readonly { readonly person: PersonId; readonly roles: readonly Role[] }[],
  rest: readonly Pick<Seat, 'person' | 'namesakes'>[],
  isClosed: (person: PersonId, nominee: PersonId) => boolean,
): readonly PersonId[] {
  const sees = (person: PersonId) =>
    rest.some((seat) => !casesOf([seat]).some((nominee) => nominee === person || isClosed(person, nominee)));
  const able = members.filter(({ person }) => sees(person));
  const role = inTurn.find((one) => able.some(({ roles }) => roles.includes(one)));
  return role ? able.filter(({ roles }) => roles.includes(role)).map(({ person }) => person) : [];
}
