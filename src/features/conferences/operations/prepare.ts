/** What the forms are filled with: members, lists, the content to change; and the people they search. */
import { foldName } from '../../../i18n/names.ts';
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, ConferenceId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { committeeHeader, membersOf } from '../../committees/operations/look.ts';
import type { Committee, Membership } from '../../committees/types.ts';
import { type ClosedRefusal, checkOpen, inQuestion, repliesFor } from '../rules/life.ts';
import * as replies from '../store/replies.ts';
import * as summons from '../store/summons.ts';
import type { Answer, Conference, Revision, Summoned } from '../types.ts';
import { type AgendaList, agendaLists } from './agenda-lists.ts';
import { offeredAnswers } from './answer.ts';
import { findSeen, type Invitation, seeInvitation } from './look.ts';

export interface Prepared {
  readonly committee: Committee;
  readonly members: readonly Membership[];
  readonly lists: readonly AgendaList[];
}

export async function prepareSchedule(act: Act, committee: CommitteeId): Promise<Outcome<Prepared, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'conference.schedule');
  if (!viewer.ok) return viewer;
  const header = await committeeHeader(act, committee);
  if (!header) return refused('committee-unknown');
  return done({
    committee: header,
    members: await membersOf(act, committee),
    lists: await agendaLists(act, committee),
  });
}

export interface PreparedChange extends Prepared {
  readonly conference: Conference;
  /** The draft, else what is in force. */
  readonly content: Revision;
  /** Null: nothing was announced yet. */
  readonly inForce: Revision | null;
  /** Null: nothing was announced yet; else whether the draft asks everybody to answer again though the time stays. */
  readonly asksAgain: boolean | null;
  readonly summoned: readonly Summoned[];
}

/** Refuses when it cannot be changed or cancelled any more, before anybody fills in a form. */
export async function prepareChange(
  act: Act,
  id: ConferenceId,
): Promise<Outcome<PreparedChange, AccessRefusal | ClosedRefusal>> {
  const found = await findSeen(act, id);
  if (!found.ok) return found;
  const { viewer, conference, revisions, committee } = found.value;
  const prepared = await prepareSchedule(act, committee.id);
  if (!prepared.ok) return prepared;
  const current = revisions.find((one) => one.number === conference.revision) ?? null;
  const open = checkOpen(conference, inQuestion(revisions, current), act.now);
  if (!open.ok) return open;
  const content = revisions.find((one) => one.number > conference.revision) ?? current;
  if (!content) return refused('conference-unknown');
  const summoned = await summons.listSummoned(act.store, viewer, id, content.number);
  const asksAgain = current === null ? null : asksOnPurpose(content, current);
  return done({ ...prepared.value, conference, content, inForce: current, asksAgain, summoned });
}

function asksOnPurpose(content: Revision, current: Revision): boolean {
  return content.answersFrom > current.answersFrom && content.startsAt.getTime() === current.startsAt.getTime();
}

/** Before the form of an answer that came by phone or on paper: the right for it, and a conference still ahead. */
export async function prepareRecord(
  act: Act,
  id: ConferenceId,
): Promise<
  Outcome<{ readonly revision: Revision; readonly offered: readonly Answer[] }, AccessRefusal | ClosedRefusal>
> {
  const found = await findSeen(act, id);
  if (!found.ok) return found;
  const { committee, revision, isCancelled } = found.value;
  const viewer = await authorise(act, committee.id, 'conference.record');
  if (!viewer.ok) return viewer;
  if (!revision) return refused('conference-unknown');
  if (isCancelled) return refused('conference-cancelled');
  if (revision.startsAt <= act.now) return refused('conference-begun', { start: revision.startsAt, now: act.now });
  return done({ revision, offered: offeredAnswers(revision) });
}

/** Those on the list whose name holds every word typed; everybody when nothing is typed. For those who schedule. */
export async function searchSummoned(
  act: Act,
  input: { readonly conference: ConferenceId; readonly typed: string; readonly limit: number },
): Promise<readonly Summoned[]> {
  const found = await findSeen(act, input.conference);
  if (!found.ok || !found.value.maySchedule) return [];
  const { viewer, conference, revisions } = found.value;
  const newest = revisions[0]?.number ?? conference.revision;
  const words = foldName(input.typed).split(' ').filter(Boolean);
  const summoned = await summons.listSummoned(act.store, viewer, input.conference, newest);
  return summoned.filter((one) => words.every((word) => foldName(one.fullName).includes(word))).slice(0, input.limit);
}

export interface Delegation {
  readonly invitation: Invitation;
  readonly inPlaceOf: string;
  /** Not sent any more, or the conference was moved or cancelled. */
  readonly isOver: boolean;
}

/** What somebody sees who is sent in another's place. */
export async function seeDelegation(
  act: Act,
  id: ConferenceId,
  inPlaceOf: PersonId,
): Promise<Outcome<Delegation, 'conference-unknown'>> {
  const found = await findSeen(act, id);
  if (!found.ok) return found;
  const invitation = await seeInvitation(act, id);
  if (!invitation.ok) return invitation;
  const { viewer } = found.value;
  const { revision, isCancelled } = invitation.value;
  const given = await replies.listReplies(act.store, viewer, [id], inPlaceOf);
  const names = await summons.namesOf(act.store, viewer, [inPlaceOf]);
  const { own } = await summons.summonsOf(act.store, viewer, id, revision.number, inPlaceOf);
  const sender = own ? [{ person: inPlaceOf, since: own.since }] : [];
  const sends = repliesFor(revision, given.get(id) ?? [], sender).some((reply) => reply.delegate === act.person);
  return done({
    invitation: invitation.value,
    inPlaceOf: names.get(inPlaceOf) ?? '',
    isOver: !sends || isCancelled,
  });
}
