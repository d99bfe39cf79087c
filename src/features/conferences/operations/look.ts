/** What a person sees of conferences: the revision that is out for them, and as much of the answers as is theirs. */
import type { Act } from '../../../kernel/act.ts';
import { asId, type CommitteeId, type ConferenceId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, clockworkViewer, eyesIn, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { type Eyes, type Viewer, viewerAt, viewersIn } from '../../access/types.ts';
import { committeeHeader, membersOf } from '../../committees/operations/look.ts';
import type { Committee, Membership } from '../../committees/types.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import { endOf, isCancelledFor, isHeld, repliesFor, revisionFor } from '../rules/life.ts';
import * as conferences from '../store/conferences.ts';
import * as replies from '../store/replies.ts';
import * as summons from '../store/summons.ts';
import type { Conference, Reply, Revision, Sight, Summoned } from '../types.ts';

/** How long a conference stays in the lists after its start. */
const listedForMs = 24 * 3_600_000;

export interface Found {
  readonly viewer: Viewer;
  readonly committee: Committee;
  readonly conference: Conference;
  readonly revisions: readonly Revision[];
  readonly maySchedule: boolean;
  /** What is out for this person; null: nothing yet. */
  readonly revision: Revision | null;
  readonly isCancelled: boolean;
}

/**
 * A conference by its id, through the eyes of who acts. Refuses conference-unknown for one of another workspace or of a
 * committee that the person neither belongs to nor is summoned by, or that they left after they were summoned and before
 * the start: nobody learns that it exists.
 */
export async function findSeen(act: Act, id: ConferenceId): Promise<Outcome<Found, 'conference-unknown'>> {
  const at = await conferences.committeeOf(act.store, id);
  const committee = at ? await committeeHeader(act, at) : null;
  if (!committee) return refused('conference-unknown');
  const viewer = act.member === null ? clockworkViewer(act, committee.id) : await viewerOf(act, committee.id);
  const found = await conferences.findConference(act.store, viewer, id);
  if (!found) return refused('conference-unknown');
  const out = outFor(act, viewer, found);
  if (out.revision && (await hasLeft(act, viewer, found.conference, out.revision))) {
    return refused('conference-unknown');
  }
  return done({ viewer, committee, ...found, ...out });
}

/** What is out for this reader of what was found. */
function outFor(
  act: Act,
  viewer: Viewer,
  { conference, revisions }: conferences.WithRevisions,
): Pick<Found, 'maySchedule' | 'revision' | 'isCancelled'> {
  const maySchedule = may(viewer, 'conference.schedule') && !viewer.isClockwork;
  // The clockwork plans reminders while an announcement is still held.
  const seesHeld = maySchedule || viewer.isClockwork;
  const number = revisionFor(conference, seesHeld, act.now);
  return {
    maySchedule,
    revision: revisions.find((one) => one.number === number) ?? null,
    isCancelled: isCancelledFor(conference, seesHeld, act.now),
  };
}

/** Several at once, as `findSeen` finds one; those that the acting person may not know of are left out. */
export async function findSeenAmong(act: Act, ids: readonly string[]): Promise<readonly Omit<Found, 'committee'>[]> {
  const wanted = ids.map((id) => asId<ConferenceId>(id));
  const eyes = await eyesIn(act, await conferences.committeesOf(act.store, wanted));
  const found = await conferences.findConferences(act.store, eyes, wanted);
  return found.map((one) => {
    const viewer = viewerAt(eyes, one.conference.committee);
    return { viewer, ...one, ...outFor(act, viewer, one) };
  });
}

/** Asked only of somebody without a role: a guest, somebody sent, or a member who has left. */
export async function hasLeft(act: Act, viewer: Viewer, { id }: Conference, { number }: Revision): Promise<boolean> {
  if (viewer.isClockwork || viewer.roles.length > 0 || !viewer.person) return false;
  const left = await summons.leftSince(act.store, [{ id, revision: number }], act.now);
  return left.get(id)?.has(viewer.person) ?? false;
}

/** The list of an announcement as it counts: without members who left the committee before the start. */
export async function summonedStill(
  act: Act,
  viewer: Viewer,
  id: ConferenceId,
  { number }: Pick<Revision, 'number'>,
): Promise<readonly Summoned[]> {
  const listed = await summons.listSummoned(act.store, viewer, id, number);
  const left = (await summons.leftSince(act.store, [{ id, revision: number }], act.now)).get(id);
  return listed.filter(({ person }) => !left?.has(person));
}

export interface Seen extends Sight {
  readonly committee: Committee;
  readonly members: readonly Membership[];
  readonly maySchedule: boolean;
  readonly isCancelled: boolean;
  readonly hasDraft: boolean;
}

/** The conference with those summoned and the answers: everybody's for those who may schedule, else one's own. */
export async function seeConference(act: Act, id: ConferenceId): Promise<Outcome<Seen, 'conference-unknown'>> {
  const found = await findSeen(act, id);
  if (!found.ok) return found;
  const { viewer, committee, conference, revisions, revision, maySchedule, isCancelled } = found.value;
  if (!revision) return refused('conference-unknown');
  const summoned = await summonedStill(act, viewer, id, revision);
  const members = await membersOf(act, committee.id);
  const whose = maySchedule || viewer.isClockwork ? null : act.person;
  const all = await replies.listReplies(act.store, viewer, [id], whose);
  const names = await summons.namesOf(act.store, viewer, [revision.chair]);
  return done({
    ...{ committee, members, conference, revision, summoned, maySchedule, isCancelled },
    replies: repliesFor(revision, all.get(id) ?? [], summoned),
    chairName: names.get(revision.chair) ?? '',
    heldUntil: isHeld(conference, act.now) ? (conference.held?.until ?? null) : null,
    hasDraft: revisions.some((one) => one.number > conference.revision),
  });
}

export interface Invitation extends Omit<Sight, 'summoned' | 'replies'> {
  readonly committee: Committee;
  readonly isCancelled: boolean;
  readonly summonedCount: number;
  readonly own: summons.OwnSummons | null;
  readonly reply: Reply | null;
  /** Before the revision shown, for "what changed"; null for the first, and for somebody added by this one. */
  readonly before: Revision | null;
  readonly beforeChairName: string | null;
}

/** The same for one person's own card, without reading the whole list: three hundred cards are worded like this. */
export async function seeInvitation(act: Act, id: ConferenceId): Promise<Outcome<Invitation, 'conference-unknown'>> {
  const found = await findSeen(act, id);
  if (!found.ok) return found;
  const { viewer, committee, conference, revisions, revision, isCancelled } = found.value;
  if (!revision) return refused('conference-unknown');
  const { count, own } = await summons.summonsOf(act.store, viewer, id, revision.number, act.person);
  const all = act.person ? await replies.listReplies(act.store, viewer, [id], act.person) : new Map();
  const wasThere = own !== null && own.since < revision.number;
  const before = (wasThere && revisions.find((one) => one.number === revision.number - 1)) || null;
  const chairs = [revision.chair, ...(before ? [before.chair] : [])];
  const names = await summons.namesOf(act.store, viewer, chairs);
  return done({
    ...{ committee, conference, revision, isCancelled, own, before },
    summonedCount: count,
    reply: own && act.person ? standing(revision, all.get(id) ?? [], act.person, own.since) : null,
    chairName: names.get(revision.chair) ?? '',
    beforeChairName: before ? (names.get(before.chair) ?? null) : null,
    heldUntil: isHeld(conference, act.now) ? (conference.held?.until ?? null) : null,
  });
}

export interface Listed {
  readonly conference: Conference;
  /** What is out for the viewer, or the draft when nothing is. */
  readonly revision: Revision;
  readonly isCancelled: boolean;
  readonly isDraft: boolean;
  /** A change that is drafted and not sent. */
  readonly hasDraft: boolean;
  readonly isSummoned: boolean;
  readonly reply: Reply | null;
}

export interface UpcomingList {
  readonly committee: Committee;
  readonly maySchedule: boolean;
  readonly mayRecord: boolean;
  /** A date may be looked for before there is a conference: the rule set has it, and the person may. */
  readonly mayPoll: boolean;
  readonly conferences: readonly Listed[];
}

/** Conferences that are not over, earliest first; drafts only for those who may schedule. */
export async function listUpcoming(act: Act, committee: CommitteeId): Promise<Outcome<UpcomingList, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'conference.see');
  if (!viewer.ok) return viewer;
  const header = await committeeHeader(act, committee);
  if (!header) return refused('committee-unknown');
  const maySchedule = may(viewer.value, 'conference.schedule');
  return done({
    committee: header,
    maySchedule,
    mayRecord: may(viewer.value, 'conference.record'),
    mayPoll:
      maySchedule && ruleSetInForce({ now: act.now, zone: header.zone }, header.profile).parameters.datePoll.value,
    conferences: await upcomingFor(act, viewer.value),
  });
}

/** For eyes that were authorised already: lists and duties. Four statements, however many conferences. */
export async function upcomingFor(act: Act, eyes: Eyes): Promise<readonly Listed[]> {
  const found = await conferences.listConferences(act.store, eyes, new Date(act.now.getTime() - listedForMs));
  const shown = found.flatMap(({ conference, revisions }) => {
    const maySchedule = may(viewerAt(eyes, conference.committee), 'conference.schedule');
    const number = revisionFor(conference, maySchedule, act.now);
    const isDraft = conference.state === 'draft' && maySchedule;
    const revision = revisions.find((one) => one.number === (isDraft ? 1 : number));
    const isRunning = conference.state === 'opened';
    if (conference.state === 'concluded') return [];
    if (!revision || (!isDraft && !isRunning && endOf(revision) <= act.now)) return [];
    const hasDraft = maySchedule && !isDraft && revisions.some((one) => one.number > conference.revision);
    const isCancelled = isCancelledFor(conference, maySchedule, act.now);
    return [{ conference, revision, isDraft, hasDraft, isCancelled }];
  });
  const ids = shown.map(({ conference }) => conference.id);
  const person = viewersIn(eyes)[0]?.person ?? null;
  const own = person ? await replies.listReplies(act.store, eyes, ids, person) : new Map();
  const summoned = await summons.summonedTo(
    act.store,
    person,
    shown.map(({ conference, revision }) => ({ id: conference.id, revision: revision.number })),
  );
  return shown.map((one) => {
    const since = summoned.get(one.conference.id);
    if (since === undefined || person === null) return { ...one, isSummoned: false, reply: null };
    const given: readonly Reply[] = own.get(one.conference.id) ?? [];
    return { ...one, isSummoned: true, reply: standing(one.revision, given, person, since) };
  });
}

/** One person's answer that holds for a revision. */
function standing(revision: Revision, given: readonly Reply[], person: PersonId, since: number): Reply | null {
  return repliesFor(revision, given, [{ person, since }])[0] ?? null;
}
