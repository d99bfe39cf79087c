/**
 * A committee with dates on a real database, a real queue and sender, a scripted chat, and a clock that is moved. The
 * clockwork is opened once a file; every scene begins with an empty queue at its own moment.
 */
import { client } from '../../../src/database/client.ts';
import { createSender } from '../../../src/delivery/sender.ts';
import { deadlineCards } from '../../../src/features/deadlines/interactions/cards.ts';
import { stepDuties } from '../../../src/features/deadlines/interactions/step-duties.ts';
import { setDeadline } from '../../../src/features/deadlines/operations/set.ts';
import type { DeadlineRow, LadderKind, StatedDate, Subject } from '../../../src/features/deadlines/types/dates.ts';
import type { Duties } from '../../../src/features/deadlines/types/duties.ts';
import { advanceClock } from '../../../src/jobs/advance.ts';
import { createDeadlineClockwork } from '../../../src/jobs/deadlines.ts';
import type { PeriodicTask } from '../../../src/jobs/schedules.ts';
import { startJobs } from '../../../src/jobs/start.ts';
import { type Act, freshSaving, type StoreHandle } from '../../../src/kernel/act.ts';
import { type MovableClock, stoppedClock } from '../../../src/kernel/clock.ts';
import { asId, type CommitteeId, newId, type PersonId } from '../../../src/kernel/ids.ts';
import { silentLog } from '../../../src/kernel/log.ts';
import { plain } from '../../../src/kernel/rich.ts';
import { dateIn, momentAt, timeIn } from '../../../src/kernel/time.ts';
import { openLocks } from '../../../src/queue/locks.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../../delivery/scripted-platform.ts';
import { noPacing, noPatience } from '../../delivery/world.ts';
import { handlersWith } from '../../jobs/clockwork.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createWorld, type World } from '../../support/worlds.ts';

export const hanoi = 'Asia/Ho_Chi_Minh';

/** A feature that asks whoever the test says, and notes what it is told. */
export interface FakeFeature extends Duties {
  readonly asked: Map<string, Set<PersonId>>;
  readonly passedSubjects: string[];
  readonly movedTo: (Date | null)[];
  /** "absent → deputy", each time that somebody was asked to stand in. */
  readonly stoodIn: string[];
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
  /** Nothing runs yet after the date was set. */
  readonly isUnattended: boolean;
}

export function fakeFeature(subject = 'review-round', more: Partial<Duties> = {}): FakeFeature {
  const feature: FakeFeature = {
    subject,
    asked: new Map(),
    passedSubjects: [],
    movedTo: [],
    stoodIn: [],
    owing: async (_act, ids) => new Map(ids.map((id) => [id, [...(feature.asked.get(id) ?? [])]] as const)),
    async dutiesOf(_act, viewers) {
      return [...feature.asked].flatMap(([id, people]) =>
        viewers
          .filter(({ person }) => person && people.has(person))
          .map(({ committee }) => ({
            ...{ kind: 'test.duty', committee, subject: { kind: subject, id }, dueAt: null, facts: {} },
          })),
      );
    },
    passed: async (_act, { id }) => void feature.passedSubjects.push(id),
    moved: async (_act, _subject, dueAt) => void feature.movedTo.push(dueAt),
    standIn: async (_act, _subject, person, deputy) => void feature.stoodIn.push(`${person} → ${deputy}`),
    titles: async (_act, ids) => new Map(ids.map((id) => [id, 'The list of nominees'])),
    ...more,
  };
  return feature;
}

export interface Clockwork {
  readonly store: StoreHandle;
  readonly clock: MovableClock;
  readonly feature: FakeFeature;
  readonly features: readonly Duties[];
  readonly platform: ScriptedPlatform;
  /** Takes away what an earlier scene left to be done. `nightly`: with the check at night. */
  begin(at: Date, nightly: boolean): Promise<void>;
  advanceTo(at: Date): Promise<void>;
  close(): Promise<void>;
}

/** In `beforeAll`; closes with its database in `afterAll`. */
export async function openClockwork(): Promise<Clockwork> {
  let stop = async (): Promise<void> => {};
  const database = await createTestDatabase(() => stop());
  const store = database.handle;
  // Prisma loads its query compiler with the first question, and jest lets nothing be loaded between two tests.
  await client(store).workspace.count();
  const clock = stoppedClock(new Date(0));
  const feature = fakeFeature();
  const features = [feature, stepDuties];
  const platform = scriptedPlatform();
  const locks = openLocks(database.url, silentLog);
  const sender = createSender({
    ...{ store, locks, platform, clock, log: silentLog, pacing: noPacing, patience: noPatience },
    secret: new Uint8Array(32).fill(9),
    renderers: deadlineCards({
      duties: features,
      dutyViews: { 'test.duty': () => ({ kind: 'text', text: ['Answer now'] }) },
    }),
  });
  const clockwork = createDeadlineClockwork({ store, duties: features, zone: hanoi });
  const handlers = handlersWith({
    ...clockwork.handlers,
    send: async ({ workspace }) => sender.wake(asId(workspace)),
    tick: async ({ task, at }, { now }) => {
      await clockwork.periodic.find(({ name }) => name === task)?.run({ at: new Date(at), now });
    },
  });
  const periodic: PeriodicTask[] = [];
  const jobs = await startJobs({
    ...{ store, url: database.url, locks, handlers, periodic, clock, log: silentLog },
  });
  stop = async () => {
    await jobs.stop();
    await sender.stop();
    await locks.close();
  };
  return {
    ...{ store, clock, feature, features, platform },
    async begin(at, nightly) {
      await sender.rest();
      for (const table of ['reminder', 'deadline', 'delivery', 'tick', 'graphile_worker._private_jobs'])
        await client(store).$executeRawUnsafe(`DELETE FROM ${table}`);
      platform.posted.splice(0);
      feature.asked.clear();
      feature.passedSubjects.splice(0);
      feature.movedTo.splice(0);
      feature.stoodIn.splice(0);
      periodic.splice(0, periodic.length, ...(nightly ? clockwork.periodic : []));
      clock.setTo(at);
    },
    async advanceTo(at) {
      const moving = { store, clock, periodic, tick: () => jobs.tick(), log: silentLog };
      const { reached } = await advanceClock({ ...moving, sendingIdle: () => sender.rest() }, at);
      if (reached < at) throw new Error('the clock stopped on the way');
    },
    close: () => database.close(),
  };
}

/** Begins on Monday 2 March 2026, 09:00 in Hanoi, in the Vietnamese profile (its day ends at 16:30). */
export async function createScene(
  clockwork: Clockwork,
  { begins = '2026-03-02T02:00:00Z', nightly = false } = {},
): Promise<Scene> {
  const { store, clock, feature, features, platform } = clockwork;
  await clockwork.begin(new Date(begins), nightly);
  const world = await createWorld(store, { profile: 'vn-party', now: clock.now() });
  const now: Scene['now'] = (act) => ({ ...act, now: clock.now(), saving: freshSaving() });
  const advance = (date: string, time: string) => clockwork.advanceTo(momentAt(hanoi, date, time));

  return {
    ...world,
    ...{ clock, feature, features, platform, now },
    async setDate(stated, asked, more = {}) {
      const subject = more.subject ?? { kind: feature.subject, id: newId() };
      feature.asked.set(subject.id, new Set(asked));
      const { committee = world.committee, ladder = 'date' } = more;
      const set = await setDeadline(now(world.clerk), { committee, subject, ladder, stated });
      if (!set.ok) throw new Error(set.reason);
      if (!more.isUnattended) await advance(dateIn(hanoi, clock.now()), timeIn(hanoi, clock.now()));
      return set.value.deadline;
    },
    advance,
    async outage(date, time) {
      // The queue waits in the database's time, which stands still beside ours: nothing ran on the way.
      clock.setTo(momentAt(hanoi, date, time));
      await advance(date, time);
    },
    async cards(person, zone = hanoi) {
      const rows = await client(store).delivery.findMany({
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
      const rows = await client(store).reminder.findMany({
        where: { deadlineId: deadline.id, personId: person },
        orderBy: [{ at: 'asc' }, { version: 'asc' }],
      });
      return Object.fromEntries(
        rows.map(({ rung, version, state, reason }) => [`${rung}/${version}`, reason ? `${state}: ${reason}` : state]),
      );
    },
  };
}
