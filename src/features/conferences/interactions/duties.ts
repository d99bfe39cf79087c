/** The duties of conferences with their titles in lists that every member reads: the place, never a typed subject. */
import type { Duties } from '../../deadlines/types.ts';
import { conferencesNamed, duties } from '../operations/duties.ts';
import { textsOf } from './shared.ts';

export const conferenceDuties: Duties = {
  ...duties,
  async titles(act, ids) {
    const t = textsOf(act);
    const named = await conferencesNamed(act, ids);
    return new Map(
      named.map(({ conference, revision }) => [conference.id, t('conferences.duty.listed', { place: revision.place })]),
    );
  },
};
