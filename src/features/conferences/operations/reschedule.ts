/** A conference on another day at its hour, because the calendar of the list moved: drafted and sent in one act, held for a minute. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, type PlainDate, timeIn } from '../../../kernel/time.ts';
import { announce } from './announce.ts';
import { discardDraft, draftChange } from './draft.ts';
import { findSeen } from './look.ts';
import { undoAnnouncement } from './undo.ts';

/**
 * Everything as announced, on that day; everybody is asked anew. Answers the batch of the announcement. Refusals: those
 * of drafting and of sending; conference-draft-waits: somebody's draft would go out with it.
 */
export async function reschedule(
  act: Act,
  id: ConferenceId,
  date: PlainDate,
): Promise<Outcome<{ readonly batch: string }>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findSeen(here, id);
    if (!found.ok) return found;
    const { conference, committee, revisions } = found.value;
    const current = revisions.find(({ number }) => number === conference.revision);
    if (!current) return refused('conference-unknown');
    if (revisions.some(({ number }) => number > conference.revision)) return refused('conference-draft-waits');
    const { title, minutes, place, chair, replyBy, startsAt } = current;
    const form = {
      ...{ title, date, time: timeIn(committee.zone, startsAt), minutes, place, chair },
      ...{ agenda: null, lists: null, asksAgain: false },
      replyBy: replyBy && replyBy > act.now ? dateIn(committee.zone, replyBy) : null,
    };
    const drafted = await draftChange(here, { conference: id, version: conference.version, form });
    if (!drafted.ok) return drafted;
    const said = await announce(here, { conference: id, version: conference.version + 1 });
    return said.ok ? done({ batch: said.value.batch }) : said;
  });
}

/** Within its minute: as it was, without a draft left over. Refusals: those of taking an announcement back. */
export async function takeBack(act: Act, id: ConferenceId, batch: string): Promise<Outcome<void>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const undone = await undoAnnouncement(here, { conference: id, batch });
    if (!undone.ok) return undone;
    const found = await findSeen(here, id);
    if (!found.ok) return found;
    const discarded = await discardDraft(here, { conference: id, version: found.value.conference.version });
    return discarded.ok ? done() : discarded;
  });
}
