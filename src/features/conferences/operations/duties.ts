/** What conferences ask of people: an answer until its date, and then to come. */
import { refresh } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { asId, type ConferenceId, type PersonId } from '../../../kernel/ids.ts';
import { done } from '../../../kernel/outcome.ts';
import { clockworkViewer, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import type { Subject } from '../../deadlines/types/dates.ts';
import type { Duties, Duty } from '../../deadlines/types/duties.ts';
import { revisionFor } from '../rules/life.ts';
import * as conferences from '../store/conferences.ts';
import { moveDate } from '../store/drafts.ts';
import { type Conference, datesAround, type Revision } from '../types.ts';
import { offeredAnswers } from './answer.ts';
import { findSeen, seeConference, upcomingFor } from './look.ts';
import { reschedule, takeBack } from './reschedule.ts';
import { standIn } from './stand-in.ts';

/** Reminders before a conference go to those who come and to those who have not answered (design 3). */
async function owing(act: Act, subject: Subject): Promise<readonly PersonId[]> {
  const seen = await seeConference(act, asId<ConferenceId>(subject.id));
  if (!seen.ok || seen.value.isCancelled) return [];
  const { summoned, replies } = seen.value;
  const isAway = new Set(
    replies.filter((reply) => reply.answer === 'absent' || reply.answer === 'delegate').map((reply) => reply.person),
  );
  return summoned.map((one) => one.person).filter((person) => !isAway.has(person));
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
        replyBy: revision.replyBy,
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
async function owingAnswers(act: Act, subject: Subject): Promise<readonly PersonId[]> {
  const seen = await seeConference(act, asId<ConferenceId>(subject.id));
  if (!seen.ok || seen.value.isCancelled || seen.value.revision.startsAt <= act.now) return [];
  const answered = new Set(seen.value.replies.map((reply) => reply.person));
  return seen.value.summoned.map((one) => one.person).filter((person) => !answered.has(person));
}

/** Until the agenda's cut-offs: the committee secretary, while a drafted change waits to be sent. */
async function owingDraft(act: Act, subject: Subject): Promise<readonly PersonId[]> {
  const found = await findSeen(act, asId<ConferenceId>(subject.id));
  if (!found.ok || found.value.isCancelled) return [];
  const { conference, revisions, committee } = found.value;
  if (!revisions.some(({ number }) => number > conference.revision)) return [];
  const members = await membersOf(act, committee.id);
  return members.filter(({ roles }) => roles.includes('clerk')).map(({ person }) => person);
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
  const wanted = ids.map((id) => asId<ConferenceId>(id));
  const named: { conference: Conference; revision: Revision }[] = [];
  for (const committee of await conferences.committeesOf(act.store, wanted)) {
    const isClockwork = act.member === null;
    const viewer = isClockwork ? clockworkViewer(act, committee) : await viewerOf(act, committee);
    const seesHeld = isClockwork || may(viewer, 'conference.schedule');
    for (const { conference, revisions } of await conferences.findConferences(act.store, viewer, wanted)) {
      const number = revisionFor(conference, seesHeld, act.now);
      const revision = revisions.find((one) => one.number === number);
      if (revision) named.push({ conference, revision });
    }
  }
  return named;
}
