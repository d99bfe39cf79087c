/** What conferences ask of people: an answer until its date, and then to come. */
import { refresh } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { asId, type ConferenceId, type PersonId } from '../../../kernel/ids.ts';
import { done } from '../../../kernel/outcome.ts';
import type { Viewer } from '../../access/types.ts';
import { clerksOf } from '../../committees/operations/look.ts';
import type { Subject } from '../../deadlines/types/dates.ts';
import type { Asked, Duties, Duty } from '../../deadlines/types/duties.ts';
import { repliesFor } from '../rules/life.ts';
import { moveDate } from '../store/drafts.ts';
import { listReplies } from '../store/replies.ts';
import { leftSince, summonedIn } from '../store/summons.ts';
import { type Conference, datesAround, type Reply, type Revision } from '../types.ts';
import { offeredAnswers } from './answer.ts';
import { findSeen, findSeenAmong, upcomingFor } from './look.ts';
import { reschedule, takeBack } from './reschedule.ts';
import { standIn } from './stand-in.ts';

interface Called {
  readonly id: ConferenceId;
  readonly revision: Revision;
  readonly summoned: readonly PersonId[];
  /** As far as the acting person may know them: everybody's, or their own. */
  readonly replies: readonly Reply[];
}

/** Of these conferences those that take place, with who is summoned and who has answered. */
async function called(act: Act, ids: readonly string[]): Promise<readonly Called[]> {
  const out = (await findSeenAmong(act, ids)).flatMap(({ conference, revision, isCancelled, viewer, maySchedule }) =>
    revision && !isCancelled
      ? [{ id: conference.id, revision, viewer, seesAll: maySchedule || viewer.isClockwork }]
      : [],
  );
  const asked = out.map(({ id, revision }) => ({ id, revision: revision.number }));
  const summoned = await summonedIn(act.store, asked);
  const left = await leftSince(act.store, asked, act.now);
  const given = await listReplies(
    act.store,
    out.map(({ viewer }) => viewer),
    out.map(({ id }) => id),
    null,
  );
  return out.map(({ id, revision, seesAll }) => {
    const people = (summoned.get(id) ?? []).filter(({ person }) => !left.get(id)?.has(person));
    const theirs = (given.get(id) ?? []).filter(({ person }) => seesAll || person === act.person);
    const replies = repliesFor(revision, theirs, people);
    return { id, revision, replies, summoned: people.map(({ person }) => person) };
  });
}

/** Reminders before a conference go to those who come and to those who have not answered (design 3). */
async function owing(act: Act, ids: readonly string[]): Promise<Asked> {
  return new Map(
    (await called(act, ids)).map(({ id, summoned, replies }) => {
      const staysAway = replies.filter(({ answer }) => answer === 'absent' || answer === 'delegate');
      const isAway = new Set(staysAway.map(({ person }) => person));
      return [id, summoned.filter((person) => !isAway.has(person))] as const;
    }),
  );
}

/** A duty is an invitation that waits for its answer; to come is no entry of a list of things to do. */
async function dutiesOf(act: Act, viewers: readonly Viewer[]): Promise<readonly Duty[]> {
  const upcoming = await upcomingFor(act, viewers);
  return upcoming
    .filter((one) => one.isSummoned && one.reply === null && !one.isCancelled && !one.isDraft)
    .filter((one) => one.revision.startsAt > act.now)
    .map(({ conference, revision }) => ({
      kind: 'conferences.answer',
      committee: conference.committee,
      subject: { kind: 'conference', id: conference.id },
      dueAt: revision.replyBy && revision.replyBy > act.now ? revision.replyBy : revision.startsAt,
      facts: {
        ...{ title: revision.title, place: revision.place, revision: revision.number, startsAt: revision.startsAt },
        ...{ replyBy: revision.replyBy, classification: revision.classification },
        offered: offeredAnswers(revision),
      },
    }));
}

/** Without the titles, which need words: interactions/duties.ts adds them. Nobody is asked to come afterwards. */
export const duties: Duties = {
  subject: 'conference',
  ...{ owing, dutiesOf, asksAfter: false },
  standIn: (act, subject, person, deputy) => standIn(act, asId<ConferenceId>(subject.id), person, deputy),
  async reschedule(act, subject, to) {
    const moved = await reschedule(act, asId<ConferenceId>(subject.id), to);
    return moved.ok ? done({ takesBack: moved.value.batch }) : moved;
  },
  takeBack: (act, subject, batch) => takeBack(act, asId<ConferenceId>(subject.id), batch),
};

/** Until the date for answers, and after it while the start is ahead, whoever has said nothing is asked. */
async function owingAnswers(act: Act, ids: readonly string[]): Promise<Asked> {
  const ahead = (await called(act, ids)).filter(({ revision }) => revision.startsAt > act.now);
  return new Map(
    ahead.map(({ id, summoned, replies }) => {
      const answered = new Set(replies.map(({ person }) => person));
      return [id, summoned.filter((person) => !answered.has(person))] as const;
    }),
  );
}

/** Until the agenda's cut-offs: the committee secretary, while a drafted change waits to be sent. */
async function owingDraft(act: Act, ids: readonly string[]): Promise<Asked> {
  const drafted = (await findSeenAmong(act, ids)).filter(
    ({ conference, revisions, isCancelled }) =>
      !isCancelled && revisions.some(({ number }) => number > conference.revision),
  );
  const clerks = await clerksOf(act, [...new Set(drafted.map(({ conference }) => conference.committee))]);
  return new Map(drafted.map(({ conference: { id, committee } }) => [id, clerks.get(committee) ?? []] as const));
}

/** The committee secretary moved a date on its own: the cards say the new one, nobody is asked anew. */
async function moved(act: Act, subject: Subject, dueAt: Date | null): Promise<void> {
  const date = datesAround.find(([, kind]) => kind === subject.kind)?.[0];
  const found = await findSeen(act, asId<ConferenceId>(subject.id));
  if (!found.ok || !date) return;
  const { id, revision } = found.value.conference;
  await moveDate(act.store, id, revision, { [date]: dueAt });
  await refresh(act.store, act, { kind: 'conferences.invitation', ids: { conference: id } });
}

/** The date for answers. Its duty is the conference's own, so that nobody reads it twice in a list. */
export const replyDuties: Duties = {
  subject: 'conference-reply',
  owing: owingAnswers,
  async dutiesOf() {
    return [];
  },
  async dutyOf(act, viewer, subject) {
    const all = await dutiesOf(act, [viewer]);
    return all.find((duty) => duty.subject.id === subject.id) ?? null;
  },
  moved,
};

export const cutOffDuties: readonly Duties[] = ['conference-agenda', 'conference-addendum'].map((subject) => ({
  subject,
  owing: owingDraft,
  async dutiesOf() {
    return [];
  },
  asksAfter: false,
  moved,
}));

/** Of these conferences those that the acting person may see now, with what is out for them. */
export async function conferencesNamed(
  act: Act,
  ids: readonly string[],
): Promise<readonly { readonly conference: Conference; readonly revision: Revision }[]> {
  return (await findSeenAmong(act, ids)).flatMap(({ conference, revision }) =>
    revision ? [{ conference, revision }] : [],
  );
}
