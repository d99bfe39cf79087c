/** One instance of the clockwork of reminders, to be killed: reminder-instance.ts <database> <platform> <options> */
import { client } from '../../src/database/client.ts';
import { openDatabase } from '../../src/database/connect.ts';
import type { Pacing } from '../../src/delivery/limits.ts';
import { createSender } from '../../src/delivery/sender.ts';
import { deadlineCards } from '../../src/features/deadlines/interactions/cards.ts';
import type { Duties } from '../../src/features/deadlines/types/duties.ts';
import { createDeadlineClockwork } from '../../src/jobs/deadlines.ts';
import type { JobHandlers } from '../../src/jobs/handlers.ts';
import { startJobs } from '../../src/jobs/start.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { asId, type PersonId } from '../../src/kernel/ids.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { jobTypes } from '../../src/queue/job-types.ts';
import { openLocks } from '../../src/queue/locks.ts';
import { httpPlatform } from '../delivery/http-platform.ts';

const [url, base, given] = process.argv.slice(2) as [string, string, string];
const { pacing, settleMs } = JSON.parse(given) as { pacing: Pacing; settleMs: number };

const store = openDatabase(url, 8).handle;
/** Everybody who has a reminder is still asked. */
const everybody: Duties = {
  subject: 'storm',
  async owing(act, ids) {
    const where = { deadline: { subjectId: { in: [...ids] } } };
    const select = { personId: true, deadline: { select: { subjectId: true } } };
    const rows = await client(act.store).reminder.findMany({ where, select });
    const asked = (id: string) => rows.filter(({ deadline }) => deadline.subjectId === id);
    return new Map(ids.map((id) => [id, asked(id).map(({ personId }) => personId as PersonId)] as const));
  },
  dutiesOf: async () => [],
};
const duties = [everybody];
const locks = openLocks(url, silentLog);
const sender = createSender({
  ...{ store, locks, platform: httpPlatform(base), clock: systemClock, log: silentLog, pacing },
  secret: new Uint8Array(32).fill(9),
  renderers: {
    ...deadlineCards({ duties, dutyViews: {} }),
    'storm.card': async ({ ids }) => ({ summary: ids.text ?? '', blocks: [] }),
  },
  patience: { settleMs, retryMs: 200 },
});
const clockwork = createDeadlineClockwork({ store, duties, zone: 'UTC' });
const idle = Object.fromEntries(Object.keys(jobTypes).map((name) => [name, async () => {}]));
await startJobs({
  ...{ store, url, locks, periodic: [], clock: systemClock, log: silentLog, sweepMs: Math.min(15_000, settleMs) },
  handlers: {
    ...(idle as unknown as JobHandlers),
    ...clockwork.handlers,
    send: async ({ workspace }) => sender.wake(asId(workspace)),
  },
  alsoOnSweep: () => sender.wakeAll(),
});
