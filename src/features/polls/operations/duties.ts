/** What polls ask of people: a word on every date, until the poll closes. */
import { refresh } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { asId } from '../../../kernel/ids.ts';
import { clockworkViewer, eyesIn } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { membersOfEach } from '../../committees/operations/look.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { checkAnswerable } from '../rules.ts';
import * as store from '../store/polls.ts';
import type { DatePoll, DatePollId, GivenAnswer } from '../types.ts';
import { pollSubject } from './asked.ts';
import { closePoll } from './poll.ts';

/** Without the titles, which need words: interactions.ts adds them. */
export const duties: Duties = {
  subject: pollSubject,
  asksAfter: false,

  async owing(act, ids) {
    const committees = await store.committeesOf(act.store, ids);
    const eyes = (await eyesIn(act, committees)).filter((viewer) => may(viewer, 'conference.see'));
    const open = await store.listPolls(act.store, eyes, { ids, states: ['open'] });
    if (open.length === 0) return new Map();
    const everybodys = committees.map((committee) =>
      clockworkViewer({ ...act, member: null, person: null }, committee),
    );
    const asked = open.map(({ id }) => id);
    const answers = await store.answersTo(act.store, everybodys, asked, null);
    const members = await membersOfEach(act, committees);
    return new Map(
      open.map((poll) => {
        const people = (members.get(poll.committee) ?? []).map(({ person }) => person);
        return [poll.id, people.filter((person) => !isAnswered(poll, answers.get(poll.id) ?? [], person))] as const;
      }),
    );
  },

  async dutiesOf(act, viewers) {
    const own = viewers.filter(({ person, roles }) => person && roles.length > 0);
    const [person] = own.flatMap((viewer) => viewer.person ?? []);
    if (!person) return [];
    const open = await store.listPolls(act.store, own, { states: ['open'] });
    const answers = await store.answersTo(
      act.store,
      own,
      open.map(({ id }) => id),
      person,
    );
    return open
      .filter((poll) => checkAnswerable(poll, act.now).ok)
      .filter((poll) => !isAnswered(poll, answers.get(poll.id) ?? [], person))
      .map((poll) => ({
        kind: 'polls.answer',
        committee: poll.committee,
        subject: { kind: pollSubject, id: poll.id },
        dueAt: poll.closesAt,
        facts: { title: poll.title, count: poll.options.length },
      }));
  },

  async passed(act, subject) {
    await closePoll(act, asId<DatePollId>(subject.id));
  },

  /** Without a date it stays open until somebody chooses. */
  async moved(act, subject, dueAt) {
    if (dueAt) await store.moveClose(act.store, asId<DatePollId>(subject.id), dueAt);
    await refresh(act.store, act, { kind: 'polls.asked', ids: { poll: subject.id } });
  },
};

function isAnswered(poll: DatePoll, answers: readonly GivenAnswer[], person: string | null): boolean {
  return poll.options.every(({ id }) => answers.some((one) => one.option === id && one.person === person));
}

/** Of these polls those that the acting person may see. */
export async function pollsNamed(act: Act, ids: readonly string[]): Promise<readonly DatePoll[]> {
  const eyes = await eyesIn(act, await store.committeesOf(act.store, ids));
  return store.listPolls(act.store, eyes, { ids, states: ['open', 'closed'] });
}
