/** Tasks: given by those who run a conference, settled by their owner or recorded for them, due like everything with a date. */
import { hashOf, record } from '../../audit/record.ts';
import { inTransaction } from '../../database/in-transaction.ts';
import { send } from '../../delivery/send.ts';
import { type Act, inside } from '../../kernel/act.ts';
import type { CommitteeId, ConferenceId, PersonId } from '../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { type AccessRefusal, authorise, clockworkViewer, eyesIn, viewerFor, viewerOf } from '../access/operations.ts';
import { may } from '../access/rules.ts';
import type { Viewer } from '../access/types.ts';
import { clerksOf } from '../committees/operations/look.ts';
import { leftOf } from '../committees/operations/standing.ts';
import { dutyDone } from '../deadlines/operations/cards.ts';
import { cancelDeadline, type DeadlineRefusal, setDeadline } from '../deadlines/operations/set.ts';
import type { Asked, Duties } from '../deadlines/types/duties.ts';
import * as store from './store.ts';
import { type Settled, type Task, type TaskId, taskSubject } from './types.ts';

const textMax = 1_000;

/** The caller has authorised. A date becomes a deadline of its own. Refuses task-text-missing, task-too-long, and a date that is past. */
export async function giveTask(
  act: Act,
  viewer: Viewer,
  task: store.NewTask & {
    /** Whose cases it is about: the history leaves it out for whom one of them is closed. */
    readonly nominees: readonly PersonId[];
  },
): Promise<Outcome<TaskId, 'task-text-missing' | 'task-too-long' | DeadlineRefusal>> {
  const text = task.text.normalize('NFC').trim();
  if (text === '') return refused('task-text-missing', {}, 'text');
  if (text.length > textMax) return refused('task-too-long', { max: textMax }, 'text');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const id = await store.insertTask(tx, viewer, { ...task, text }, act.now);
    if (task.dueOn !== null) {
      const due = await setDeadline(here, {
        committee: viewer.committee,
        subject: { kind: taskSubject, id },
        ladder: 'date',
        stated: { date: task.dueOn, time: null },
        nominees: task.nominees,
      });
      if (!due.ok) return due;
    }
    await record(tx, act, {
      kind: 'tasks.given',
      committee: viewer.committee,
      subject: { kind: 'conference', id: task.conference },
      nominees: task.nominees,
      facts: { task: id, owner: task.owner, dueOn: task.dueOn, text: hashOf(text) },
    });
    await send(tx, act, {
      ...{ kind: 'tasks.given', ids: { task: id }, to: { person: task.owner }, committee: viewer.committee },
      ...{ key: `tasks.given:${id}`, mayRepeat: true },
    });
    return done(id);
  });
}

/** By the owner, or recorded by chair, deputy or committee secretary. Refuses task-unknown, task-settled, task-not-yours. */
export async function settleTask(
  act: Act,
  input: { readonly task: TaskId; readonly state: Settled; readonly word: string | null },
): Promise<Outcome<Task, 'task-unknown' | 'task-settled' | 'task-not-yours' | 'task-too-long'>> {
  const word = input.word?.normalize('NFC').trim() || null;
  if ((word?.length ?? 0) > textMax) return refused('task-too-long', { max: textMax }, 'word');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await seeTask(here, input.task);
    if (!found.ok) return found;
    const { task, viewer } = found.value;
    const isOwn = task.owner === act.person;
    if (!isOwn && !may(viewer, 'conference.run')) return refused('task-not-yours');
    const settled = { state: input.state, word, at: act.now };
    if (!(await store.settleTask(tx, viewer, task.id, settled))) return refused('task-settled');
    await cancelDeadline(here, { kind: taskSubject, id: task.id });
    await dutyDone(tx, act, { subject: { kind: taskSubject, id: task.id }, persons: [task.owner] });
    await record(tx, act, {
      kind: `tasks.${input.state}`,
      committee: task.committee,
      subject: { kind: 'conference', id: task.conference },
      facts: { task: task.id, word: word === null ? null : hashOf(word) },
      onBehalfOf: isOwn ? null : task.owner,
    });
    return done({ ...task, state: input.state, word });
  });
}

export async function seeTask(
  act: Act,
  id: TaskId,
): Promise<Outcome<{ readonly task: Task; readonly viewer: Viewer }, 'task-unknown'>> {
  const [committee] = await store.committeesOf(act.store, [id]);
  if (!committee) return refused('task-unknown');
  const viewer = act.member === null ? clockworkViewer(act, committee) : await viewerOf(act, committee);
  const [task] = await store.listTasks(act.store, viewer, { ids: [id] });
  const isInside = viewer.isClockwork || viewer.roles.length > 0;
  // Somebody given a task as a guest reads it; somebody who has left the committee does not any more.
  const isTheirs = task && (isInside || (await isGuests(act, task)));
  return isTheirs ? done({ task, viewer }) : refused('task-unknown');
}

async function isGuests(act: Act, { owner, committee }: Task): Promise<boolean> {
  return owner === act.person && !(await leftOf(act, committee, [owner])).has(owner);
}

/** What is not settled: everybody's for those who run conferences, else one's own. */
export async function openTasks(act: Act, committee: CommitteeId): Promise<Outcome<readonly Task[], AccessRefusal>> {
  const viewer = await authorise(act, committee, 'conference.see');
  if (!viewer.ok) return viewer;
  const whose = may(viewer.value, 'conference.run') || !act.person ? {} : { owner: act.person };
  return done(await store.listTasks(act.store, viewer.value, { state: 'open', ...whose }));
}

/** For a sitting and its minutes, whose reader was let in: what it gave, and what earlier ones left open. */
export async function tasksOf(
  act: Act,
  viewer: Viewer,
  conference: ConferenceId,
): Promise<{ readonly given: readonly Task[]; readonly left: readonly Task[] }> {
  const given = await store.listTasks(act.store, viewer, { conference });
  const open = await store.listTasks(act.store, viewer, { state: 'open' });
  return { given, left: open.filter((task) => task.conference !== conference) };
}

/** Of these tasks those that the acting person may know of. */
export async function tasksNamed(act: Act, ids: readonly string[]): Promise<readonly TaskId[]> {
  const eyes = await eyesIn(act, await store.committeesOf(act.store, ids));
  return (await store.listTasks(act.store, eyes, { ids })).map(({ id }) => id);
}

export const duties: Duties = {
  subject: taskSubject,

  async owing(act, ids): Promise<Asked> {
    const eyes = await eyesIn(act, await store.committeesOf(act.store, ids));
    const open = await store.listTasks(act.store, eyes, { ids, state: 'open' });
    const asked = new Map<TaskId, readonly PersonId[]>();
    for (const viewer of eyes) {
      const here = open.filter(({ committee }) => committee === viewer.committee);
      const owners = [...new Set(here.map(({ owner }) => owner))];
      const left = await leftOf(act, viewer.committee, owners);
      const isInside = viewer.isClockwork || viewer.roles.length > 0;
      const seen = here.filter(({ owner }) => isInside || (owner === act.person && !left.has(owner)));
      const clerks = await clerksWhoSee(
        act,
        viewer.committee,
        seen.filter(({ owner }) => left.has(owner)),
      );
      for (const { id, owner } of seen) asked.set(id, left.has(owner) ? (clerks.get(id) ?? []) : [owner]);
    }
    return asked;
  },

  /** One's own; and for the committee secretary those of owners who have left, until their outcome is recorded. */
  async dutiesOf(act, viewers) {
    const [owner] = viewers.flatMap(({ person }) => person ?? []);
    if (!owner) return [];
    const own = await store.listTasks(act.store, viewers, { owner, state: 'open' });
    const keeping = viewers.filter(({ roles }) => roles.includes('clerk'));
    const left =
      keeping.length === 0 ? [] : await store.listTasks(act.store, keeping, { leftAt: act.now, state: 'open' });
    return [...own, ...left].map((task) => ({
      kind: task.owner === owner ? 'tasks.settle' : 'tasks.settle-left',
      committee: task.committee,
      subject: { kind: taskSubject, id: task.id },
      dueAt: null,
      facts: { text: task.text, dueOn: task.dueOn, owner: task.ownerName },
    }));
  },
};

/** A task about a case that is closed to one of them is not theirs to settle. */
async function clerksWhoSee(
  act: Act,
  committee: CommitteeId,
  tasks: readonly Task[],
): Promise<ReadonlyMap<TaskId, readonly PersonId[]>> {
  const seeing = new Map<TaskId, PersonId[]>();
  if (tasks.length === 0) return seeing;
  const ids = tasks.map(({ id }) => id);
  for (const clerk of (await clerksOf(act, [committee])).get(committee) ?? []) {
    const theirs = await store.listTasks(act.store, await viewerFor(act, committee, clerk), { ids });
    for (const { id } of theirs) seeing.set(id, [...(seeing.get(id) ?? []), clerk]);
  }
  return seeing;
}
