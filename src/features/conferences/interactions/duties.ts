/** The duties of conferences with their titles in lists that every member reads: the place, never a typed subject. */

import { textsOf } from '../../../answers.ts';
import type { TextKey } from '../../../i18n/texts.ts';
import type { Act } from '../../../kernel/act.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { tellChairLeft } from '../operations/chair-left.ts';
import { conferencesNamed, cutOffDuties, duties, replyDuties } from '../operations/duties.ts';

export const conferenceDuties: readonly Duties[] = [
  {
    ...{ ...duties, membersChanged: tellChairLeft },
    titles: (act, ids) => titles(act, ids, 'conferences.duty.listed'),
  },
  { ...replyDuties, titles: (act, ids) => titles(act, ids, 'conferences.duty.answers') },
  ...cutOffDuties.map((one) => ({
    ...one,
    titles: (act: Act, ids: readonly string[]) =>
      titles(act, ids, cutOffTitles[one.subject] ?? 'conferences.duty.listed'),
  })),
];

const cutOffTitles: Readonly<Record<string, TextKey>> = {
  'conference-agenda': 'conferences.duty.agenda',
  'conference-addendum': 'conferences.duty.addendum',
};

async function titles(act: Act, ids: readonly string[], key: TextKey) {
  const t = textsOf(act);
  const named = await conferencesNamed(act, ids);
  return new Map(
    named.map(({ conference, revision }) => [
      conference.id,
      t(key, { place: revision.place, when: t.moment(revision.startsAt) }),
    ]),
  );
}
