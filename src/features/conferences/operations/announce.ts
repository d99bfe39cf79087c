/** Sends a draft: invitations, one post in the channel, the reminders; and takes it back within the minute. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch } from '../../../delivery/send.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import { asId, type ConferenceId, type Id, newId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, timeIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Committee } from '../../committees/types.ts';
import { cancelDeadline, type DeadlineRefusal, setDeadline } from '../../deadlines/operations/set.ts';
import { type ContentRefusal, checkContent, checkSummons, reasonMax, type SummonsRefusal } from '../rules/content.ts';
import { differenceBetween, isContentChanged, isNothing } from '../rules/difference.ts';
import { checkOpen, holdMs, isHeld, repliesFor } from '../rules/life.ts';
import * as conferences from '../store/conferences.ts';
import { nomineesShown } from '../store/nominees.ts';
import * as replies from '../store/replies.ts';
import * as summons from '../store/summons.ts';
import type { Difference, HeldAct, Revision, Summoned } from '../types.ts';
import type { StaleRefusal } from './draft.ts';
import { findSeen } from './look.ts';
import { sendAnnouncement } from './said.ts';

export interface Announced {
  readonly conference: ConferenceId;
  readonly act: HeldAct;
  readonly batch: string;
  readonly heldUntil: Date;
  readonly committee: Committee;
  readonly revision: Revision;
  /** How many will get a card. */
  readonly told: number;
  /** Without an account, or not reachable: the committee secretary tells them. */
  readonly toTell: readonly Summoned[];
}

export type AnnounceRefusal =
  | AccessRefusal
  | ContentRefusal
  | SummonsRefusal
  | StaleRefusal
  | DeadlineRefusal
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
    const checked = checkSummons(summoned, draft.chair);
    if (!checked.ok) return checked;
    const current = revisions.find((one) => one.number === conference.revision) ?? null;
    const was = current ? await summons.listSummoned(tx, viewer.value, id, current.number) : [];
    const difference = current && differenceBetween({ ...current, summoned: was }, { ...draft, summoned });
    if (difference && isNothing(difference)) return refused('nothing-to-announce');

    const held = newHold(act, current ? 'changed' : 'scheduled');
    const change = { state: 'scheduled' as const, revision: draft.number, held };
    const isMine = await conferences.changeConference(tx, viewer.value, { id, version: input.version }, change);
    if (!isMine) return refused('conference-changed-meanwhile');
    await conferences.markAnnounced(tx, id, draft.number, act.now);
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

/** Calls the conference off; a drafted change is dropped. The reason is told to everybody summoned, not to the channel. */
export async function cancelConference(
  act: Act,
  input: { readonly conference: ConferenceId; readonly version: number; readonly reason: string },
): Promise<Outcome<Announced, AccessRefusal | StaleRefusal | 'cancel-reason-missing' | 'cancel-reason-too-long'>> {
  const id = input.conference;
  const reason = input.reason.normalize('NFC').trim();
  if (reason === '') return refused('cancel-reason-missing', {}, 'reason');
  if (reason.length > reasonMax) return refused('cancel-reason-too-long', { max: reasonMax }, 'reason');
  return inTransaction(act, async (tx) => {
    const found = await findSeen(inside(act, tx), id);
    if (!found.ok) return found;
    const { committee, conference, revisions } = found.value;
    const viewer = await authorise(inside(act, tx), committee.id, 'conference.schedule');
    if (!viewer.ok) return viewer;
    const current = revisions.find((one) => one.number === conference.revision);
    const open = checkOpen(conference, current ?? null, act.now);
    if (!open.ok) return open;
    if (!current) return refused('conference-unknown');

    const held = newHold(act, 'cancelled');
    const change = { state: 'cancelled' as const, cancelledAt: act.now, cancelReason: reason, held };
    const isMine = await conferences.changeConference(tx, viewer.value, { id, version: input.version }, change);
    if (!isMine) return refused('conference-changed-meanwhile');
    await conferences.deleteRevision(tx, id, conference.revision + 1);
    await summons.dropDraftedSummons(tx, id, conference.revision + 1);
    const summoned = await summons.listSummoned(tx, viewer.value, id, current.number);
    const about = { committee, conference: id, revision: current, held, nominees: [] };
    const answers = await replies.listReplies(tx, viewer.value, [id], null);
    const sent = repliesFor(current, answers.get(id) ?? []).flatMap((reply) =>
      reply.delegate ? [reply.delegate] : [],
    );
    const people = [...summoned, ...[...new Set(sent)].map((person) => ({ person }))];
    await sendAnnouncement(tx, act, about, [{ kind: 'conferences.cancelled', people }], 'cancelled');
    await cancelDeadline(inside(act, tx), { kind: 'conference', id });
    await record(tx, act, {
      kind: 'conferences.cancelled',
      committee: committee.id,
      subject: { kind: 'conference', id },
      facts: { revision: current.number, summoned: summoned.length, reason: hashOf(reason) },
    });
    const counts = countTold(summoned);
    return done({
      conference: id,
      act: held.act,
      batch: held.batch,
      heldUntil: held.until,
      committee,
      revision: current,
      ...counts,
    });
  });
}

export type UndoRefusal = AccessRefusal | 'conference-unknown' | 'undo-too-late' | 'undo-nothing';

/**
 * Takes the last announcement back as long as nothing of it went out: a first announcement is a draft again, a change
 * is a drafted change again, a cancelled conference is on again. Twice: undo-nothing.
 */
export async function undoAnnouncement(
  act: Act,
  input: { readonly conference: ConferenceId; readonly batch: string },
): Promise<Outcome<{ act: HeldAct }, UndoRefusal>> {
  const id = input.conference;
  return inTransaction(act, async (tx) => {
    const found = await findSeen(inside(act, tx), id);
    if (!found.ok) return found;
    const { committee, conference, revisions } = found.value;
    const viewer = await authorise(inside(act, tx), committee.id, 'conference.schedule');
    if (!viewer.ok) return viewer;
    const { held } = conference;
    if (!held || held.batch !== input.batch) return refused('undo-nothing');
    if (!isHeld(conference, act.now) || !(await cancelBatch(tx, act, held.batch))) {
      return refused('undo-too-late', { seconds: holdMs / 1000 });
    }
    const before = revisionBefore(conference.revision, held.act);
    const isMine = await conferences.changeConference(tx, viewer.value, conference, { ...before, held: null });
    if (!isMine) return refused('undo-too-late', { seconds: holdMs / 1000 });
    if (held.act !== 'cancelled') await conferences.markAnnounced(tx, id, conference.revision, null);
    const inForce = revisions.find((one) => one.number === before.revision);
    if (inForce) await remind(inside(act, tx), committee, id, inForce);
    else await cancelDeadline(inside(act, tx), { kind: 'conference', id });
    await record(tx, act, {
      kind: 'conferences.announcement-undone',
      committee: committee.id,
      subject: { kind: 'conference', id },
      facts: { undone: held.act, revision: before.revision },
    });
    return done({ act: held.act });
  });
}

function revisionBefore(revision: number, act: HeldAct) {
  if (act === 'cancelled') return { state: 'scheduled' as const, revision, cancelledAt: null, cancelReason: null };
  return { state: revision === 1 ? ('draft' as const) : ('scheduled' as const), revision: revision - 1 };
}

function newHold(act: Act, what: HeldAct) {
  return { act: what, until: new Date(act.now.getTime() + holdMs), batch: newId<Id<'batch'>>() as string };
}

/** The start of the conference, on the committee's clock: reminders go out the day before and an hour before it. */
function remind(act: Act, committee: Committee, id: ConferenceId, revision: Revision) {
  const { startsAt } = revision;
  return setDeadline(act, {
    committee: committee.id,
    subject: { kind: 'conference', id: asId(id) },
    ladder: 'conference',
    stated: { date: dateIn(committee.zone, startsAt), time: timeIn(committee.zone, startsAt) },
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
  const added = new Set(difference?.added ?? []);
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

function countTold(people: readonly Summoned[]): Pick<Announced, 'told' | 'toTell'> {
  const toTell = people.filter((one) => !one.isReachable);
  return { told: people.length - toTell.length, toTell };
}
