/** This feature's duties with the titles of its conferences, as far as the reader sees them; app.ts registers them. */
import { asId, type ConferenceId } from '../../../kernel/ids.ts';
import { viewerOf } from '../../access/operations.ts';
import type { Duties } from '../../deadlines/types.ts';
import { duties } from '../operations/duties.ts';
import { findSeen, upcomingFor } from '../operations/look.ts';

export const conferenceDuties: Duties = {
  ...duties,
  async titles(act, ids) {
    const titles = new Map<string, string>();
    for (const id of ids) {
      if (titles.has(id)) continue;
      const seen = await findSeen(act, asId<ConferenceId>(id));
      if (!seen.ok) continue;
      const viewer = await viewerOf(act, seen.value.committee.id);
      const all = await upcomingFor(act, viewer, seen.value.maySchedule);
      for (const { conference, revision } of all) titles.set(conference.id, revision.title);
    }
    return titles;
  },
};
