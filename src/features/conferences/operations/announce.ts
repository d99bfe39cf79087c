/** Sends a draft: invitations, one post in the channel, the reminders. Nothing leaves before the minute of undo is over. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { membersOf } from '../../committees/operations/look.ts';
import type { DeadlineRefusal } from '../../deadlines/operations/set.ts';
import { type ContentRefusal, checkContent, checkSummons, type SummonsRefusal } from '../rules/content.ts';
import { differenceBetween, isContentChanged, isNothing } from '../rules/difference.ts';
import { announcedState, isHeld } from '../rules/life.ts';
import * as drafts from '../store/drafts.ts';
import { nomineesShown } from '../store/nominees.ts';
import * as summons from '../store/summons.ts';
import type { Difference, Summoned } from '../types.ts';
import { type AgendaRefusal, agendaMayBeSent } from './agenda.ts';
import { liftObjected } from './consent.ts';
import type { StaleRefusal } from './draft.ts';
import { type Announced, countTold, newHold, remind } from './held.ts';
import { findSeen } from './look.ts';
import { sendAnnouncement } from './said.ts';

export type AnnounceRefusal =
  | AccessRefusal
  | ContentRefusal
  | SummonsRefusal
  | StaleRefusal
  | DeadlineRefusal
  | AgendaRefusal
  | 'nothing-to-announce'
  | 'conference-sent-already';

/**
 * The draft that was previewed (its version) becomes what is in force. Nothing leaves for a minute. A second click is
 * told that it was sent; somebody who saw an older draft that it was changed meanwhile.
 */
export async function announce(
  act: Act,
  input: { readonly conference: ConferenceId; readonly version: number },
): Promise<Outcome<Announced, AnnounceRefusal>> {
  const id = input.conference;
  return inTransaction(act, async (tx) => {
    const found = await findSeen(inside(act, tx), id);
    if (!found.ok) return found;
    const { committee, conference, revisions } = found.value;
    const viewer = await authorise(inside(act, tx), committee.id, 'conference.schedule');
    if (!viewer.ok) return viewer;
    const draft = revisions.find((one) => one.number > conference.revision);
    if (conference.state === 'cancelled') return refused('conference-cancelled');
    if (conference.version === input.version + 1 && isHeld(conference, act.now))
      return refused('conference-sent-already');
    if (!draft || conference.state === 'discarded') return refused('nothing-to-announce');
    const content = checkContent({ ...draft, title: draft.title || '—' }, act.now);
    if (!content.ok) return content;
    const summoned = await summons.listSummoned(tx, viewer.value, id, draft.number);
    const checked = checkSummons(summoned, draft.chair, await membersOf(inside(act, tx), committee.id));
    if (!checked.ok) return checked;
    const current = revisions.find((one) => one.number === conference.revision) ?? null;
    const was = current ? await summons.listSummoned(tx, viewer.value, id, current.number) : [];
    const agenda = await agendaMayBeSent(inside(act, tx), committee.id, current, draft);
    if (!agenda.ok) return agenda;
    const difference = current && differenceBetween({ ...current, summoned: was }, { ...draft, summoned });
    if (difference && isNothing(difference)) return refused('nothing-to-announce');

    const held = newHold(act, current ? 'changed' : 'scheduled');
    const change = { state: announcedState(conference), revision: draft.number, held };
    const isMine = await drafts.changeConference(tx, viewer.value, { id, version: input.version }, change);
    if (!isMine) return refused('conference-changed-meanwhile');
    await drafts.markAnnounced(tx, id, draft.number, act.now);
    await liftObjected(inside(act, tx), {
      ...{ viewer: viewer.value, committee: committee.id, conference: id, revision: draft },
    });
    const nominees = await nomineesShown(tx, viewer.value, id, draft.number);
    const about = { committee, conference: id, revision: draft, held, nominees };
    const told = await tell(tx, act, about, difference, summoned, was);
    const deadline = await remind(inside(act, tx), committee, id, draft);
    if (!deadline.ok) return deadline;
    await record(tx, act, {
      kind: current ? 'conferences.changed' : 'conferences.scheduled',
      committee: committee.id,
      subject: { kind: 'conference', id },
      facts: {
        ...{ revision: draft.number, startsAt: draft.startsAt, minutes: draft.minutes, chair: draft.chair },
        ...{ summoned: summoned.length, ruleSet: draft.ruleSet, ruleSetVersion: draft.ruleSetVersion },
      },
    });
    return done({
      conference: id,
      act: held.act,
      batch: held.batch,
      heldUntil: held.until,
      committee,
      revision: draft,
      ...told,
    });
  });
}

/** Who is told what: everybody of a first announcement; of a change the new ones, the released, and the rest if need be. */
async function tell(
  tx: StoreHandle,
  act: Act,
  about: Parameters<typeof sendAnnouncement>[2],
  difference: Difference | null,
  summoned: readonly Summoned[],
  was: readonly Summoned[],
): Promise<Pick<Announced, 'told' | 'toTell'>> {
  const added = new Set([...(difference?.added ?? []), ...(difference?.restanding ?? [])]);
  const invited =
    difference && !isContentChanged(difference) ? summoned.filter((one) => added.has(one.person)) : summoned;
  const gone = new Set(difference?.released ?? []);
  const released = was.filter((one) => gone.has(one.person));
  await sendAnnouncement(
    tx,
    act,
    about,
    [
      { kind: 'conferences.invitation', people: invited },
      { kind: 'conferences.released', people: released },
    ],
    difference ? 'changed' : 'scheduled',
  );
  return countTold([...invited, ...released]);
}
