/** A committee with dates on a real database, a real queue and sender, a scripted chat, and a clock that is moved. */
import { client } from '../../../src/database/client.ts';
import { deadlineCards } from '../../../src/features/deadlines/interactions/cards.ts';
import { setDeadline } from '../../../src/features/deadlines/operations/set.ts';
import type { DeadlineRow, Duties, LadderKind, StatedDate, Subject } from '../../../src/features/deadlines/types.ts';
import { advanceClock } from '../../../src/jobs/advance.ts';
import { createDeadlineClockwork } from '../../../src/jobs/deadlines.ts';
import { type Act, freshSaving } from '../../../src/kernel/act.ts';
import { type MovableClock, stoppedClock } from '../../../src/kernel/clock.ts';
import { asId, type CommitteeId, newId, type PersonId } from '../../../src/kernel/ids.ts';
import { silentLog } from '../../../src/kernel/log.ts';
import { plain } from '../../../src/kernel/rich.ts';
import { dateIn, momentAt, timeIn } from '../../../src/kernel/time.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../../delivery/scripted-platform.ts';
import { openSender } from '../../delivery/world.ts';
import { handlersWith, openJobs } from '../../jobs/clockwork.ts';
import type { TestDatabase } from '../../support/test-database.ts';
import { createWorld, type World } from '../../support/worlds.ts';

export const hanoi = 'Asia/Ho_Chi_Minh';

/** A feature that asks whoever the test says, and notes what it is told. */
export interface FakeFeature extends Duties {
  readonly asked: Map<string, Set<PersonId>>;
  readonly passedSubjects: string[];
  readonly movedTo: (Date | null)[];
}

export interface Scene extends World {
  readonly clock: MovableClock;
  readonly feature: FakeFeature;
  readonly features: readonly Duties[];
  readonly platform: ScriptedPlatform;
  /** The same person or clockwork, at the clock's present. */
  now<A extends Act>(act: A): A;
  setDate(stated: StatedDate, asked: readonly PersonId[], more?: Partial<DateOptions>): Promise<DeadlineRow>;
  /** Wall clock in Hanoi; every job on the way runs at its moment. */
  advance(date: string, time: string): Promise<void>;
  /** The clock jumps with nothing running, then everything starts again. */
  outage(date: string, time: string): Promise<void>;
  /** "deadlines.single 2026-03-12 08:30", in the order of sending; only what arrived. */
  cards(person: PersonId, zone?: string): Promise<readonly string[]>;
  /** What the last posted card of a kind says, as plain text. */
  textOf(key: string): string;
  rungs(deadline: DeadlineRow, person: PersonId): Promise<Record<string, string>>;
}

interface DateOptions {
  readonly committee: CommitteeId;
  readonly ladder: LadderKind;
  readonly subject: Subject;
}

export function fakeFeature(subject = 'review-round', more: Partial<Duties> = {}): FakeFeature {
  const feature: FakeFeature = {
    subject,
    asked: new Map(),
    passedSubjects: [],
    movedTo: [],
    owing: async (_act, { id }) => [...(feature.asked.get(id) ?? [])],
    async dutiesOf(_act, viewer) {
      return [...feature.asked].flatMap(([id, people]) =>
        viewer.person && people.has(viewer.person)
          ? [{ kind: 'test.duty', committee: viewer.committee, subject: { kind: subject, id }, dueAt: null, facts: {} }]
          : [],
      );
    },
    passed: async (_act, { id }) => void feature.passedSubjects.push(id),
    moved: async (_act, _subject, dueAt) => void feature.movedTo.push(dueAt),
    titles: async (_act, ids) => new Map(ids.map((id) => [id, 'The list of nominees'])),
    ...more,
  };
  return feature;
}

/** Begins on Monday 2 March 2026, 09:00 in Hanoi, in the Vietnamese profile (its day ends at 16:30). */
export async function createScene(database: TestDatabase, begins = '2026-03-02T02:00:00Z'): Promise<Scene> {
  const clock = stoppedClock(new Date(begins));
  const world = await createWorld(database.handle, { profile: 'vn-party', now: clock.now() });
  const feature = fakeFeature();
  const features = [feature];
  const platform = scriptedPlatform();
  const cards = deadlineCards({
    duties: features,
    dutyViews: { 'test.duty': () => ({ kind: 'text', text: ['Answer now'] }) },
  });
  const sender = openSender(database, { store: database.handle, clock }, platform, { renderers: cards });
  const clockwork = createDeadlineClockwork({ store: database.handle, duties: features, zone: hanoi });
  const handlers = handlersWith({
    ...clockwork.handlers,
    send: async ({ workspace }) => sender.wake(asId(workspace)),
    tick: async ({ task, at }, { now }) => {
      await clockwork.periodic.find(({ name }) => name === task)?.run({ at: new Date(at), now });
    },
  });
  const { periodic } = clockwork;
  const jobs = await openJobs(database, { handlers, periodic, clock });
  const now: Scene['now'] = (act) => ({ ...act, now: clock.now(), saving: freshSaving() });

  async function advance(date: string, time: string): Promise<void> {
    const moving = { store: database.handle, clock, periodic, tick: () => jobs.tick(), log: silentLog };
    await advanceClock({ ...moving, sendingIdle: () => sender.idle() }, momentAt(hanoi, date, time));
  }

  return {
    ...world,
    ...{ clock, feature, features, platform, now },
    async setDate(stated, asked, more = {}) {
      const subject = more.subject ?? { kind: feature.subject, id: newId() };
      feature.asked.set(subject.id, new Set(asked));
      const { committee = world.committee, ladder = 'date' } = more;
      const set = await setDeadline(now(world.clerk), { committee, subject, ladder, stated });
      if (!set.ok) throw new Error(set.reason);
      await advance(dateIn(hanoi, clock.now()), timeIn(hanoi, clock.now()));
      return set.value.deadline;
    },
    advance,
    async outage(date, time) {
      // The queue waits in the database's time, which stands still beside ours: nothing ran on the way.
      clock.setTo(momentAt(hanoi, date, time));
      await advance(date, time);
    },
    async cards(person, zone = hanoi) {
      const rows = await client(database.handle).delivery.findMany({
        where: { personId: person, state: 'sent' },
        orderBy: [{ sentAt: 'asc' }, { sequence: 'asc' }],
      });
      return rows.map(
        ({ kind, sentAt }) => `${kind} ${sentAt ? `${dateIn(zone, sentAt)} ${timeIn(zone, sentAt)}` : ''}`,
      );
    },
    textOf(key) {
      const last = platform.posted.filter(({ message }) => JSON.stringify(message).includes(key)).at(-1);
      return (last?.message.blocks ?? [])
        .map((block) => ('text' in block ? plain(block.text) : ''))
        .filter(Boolean)
        .join('\n');
    },
    async rungs(deadline, person) {
      const rows = await client(database.handle).reminder.findMany({
        where: { deadlineId: deadline.id, personId: person },
        orderBy: [{ at: 'asc' }, { version: 'asc' }],
      });
      return Object.fromEntries(
        rows.map(({ rung, version, state, reason }) => [`${rung}/${version}`, reason ? `${state}: ${reason}` : state]),
      );
    },
  };
}
