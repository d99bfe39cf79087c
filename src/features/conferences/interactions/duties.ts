/** The duties of conferences with their titles in lists that every member reads: the place, never a typed subject. */

import type { Act } from '../../../kernel/act.ts';
import type { Duties } from '../../deadlines/types.ts';
import { conferencesNamed, duties, replyDuties } from '../operations/duties.ts';
import { textsOf } from './shared.ts';

export const conferenceDuties: readonly Duties[] = [
  { ...duties, titles: (act, ids) => titles(act, ids, 'conferences.duty.listed') },
  { ...replyDuties, titles: (act, ids) => titles(act, ids, 'conferences.duty.answers') },
];

async function titles(act: Act, ids: readonly string[], key: 'conferences.duty.listed' | 'conferences.duty.answers') {
  const t = textsOf(act);
  const named = await conferencesNamed(act, ids);
  return new Map(
    named.map(({ conference, revision }) => [
      conference.id,
      t(key, { place: revision.place, when: t.moment(revision.startsAt) }),
    ]),
  );
}
