/** Two bots on one database, one of them killed under load: nothing lost, nothing twice, limits kept, its jobs done. */
import { type Examiner, eventually, pause, startExaminer } from '../support/app-examiner.ts';
import {
  cardsByKey,
  cardsIn,
  commentUntilSent,
  countLimits,
  invitations,
  memberForms,
  setUpForms,
  untilAcknowledged,
} from '../support/app-load.ts';
import { openReview } from '../support/app-review.ts';
import { channels, hall, members } from '../support/app-seed.ts';
import { createTestDatabase } from '../support/test-database.ts';

let exam: Examiner;
afterEach(() => exam.stop());

const jobs = 100;
const rooms = channels.slice(0, 6);

/** More jobs than are done before the kill; what they are for does not matter. */
async function manyJobs(): Promise<void> {
  await exam.rows(
    `SELECT graphile_worker.add_job('send', json_build_object('due', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', json_build_object('workspace', w.id)),
       job_key := 'exam-' || n) FROM workspace w, generate_series(1, $1) n`,
    [jobs],
  );
}

async function jobsLeft(): Promise<number> {
  const rows = await exam.rows(`SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE key LIKE 'exam-%'`);
  return Number(rows[0]?.n);
}

test('ten people act for the first time at once, at two bots that have just started', async () => {
  exam = await startExaminer({ databaseUrl: (await createTestDatabase()).url });
  const second = exam.start('second');
  await Promise.all([exam.bot.ready(), second.ready()]);

  const outcomes = await Promise.all(members.map((user) => exam.as(user).command(hall, '/quorate', 'help')));

  for (const { ok, body } of outcomes) expect([ok, JSON.stringify(body).includes('/committee')]).toEqual([true, true]);
  const counts = await exam.rows(
    'SELECT (SELECT count(*)::int FROM workspace) AS workspaces, (SELECT count(*)::int FROM member) AS members',
  );
  expect(counts).toEqual([{ workspaces: 1, members: members.length }]);
});

test('one of two is killed: the other takes over its cards and jobs, within the limits', async () => {
  const databaseUrl = (await createTestDatabase()).url;
  exam = await startExaminer({ databaseUrl });
  await exam.bot.ready();
  await openReview(exam, databaseUrl, ['Nominee Nadia', 'Nominee Nils']);
  const memberForm = await memberForms(exam);
  const setUpForm = await setUpForms(exam, channels[0]!);
  const limits = countLimits(exam);
  const second = exam.start('second');
  await second.ready();
  const first = exam.bot;
  let isKilled = false;
  const either = (index: number) => () => (isKilled || index % 2 === 0 ? second : first);

  const adding = Array.from({ length: 8 }, async (_, index) => {
    await pause(index * 250);
    const body = memberForm(`both-${index}`, `Both Number${index}`);
    return untilAcknowledged(exam, body, /is now in the committee|saved before/u, either(index));
  });
  const settingUp = rooms.map((channel, index) =>
    untilAcknowledged(exam, setUpForm(channel), /is noted|saved before/u, either(index)),
  );
  const commenting = members
    .slice(0, 4)
    .map((user, index) => commentUntilSent(exam.hasty(user), `Comment Number${index}`));
  await pause(1_500);
  await manyJobs();
  await first.kill();
  isKilled = true;
  exam.deliverTo(second);
  const killedAt = performance.now();
  await eventually(jobsLeft, (left) => left === 0, 120_000);
  const jobsDoneAfter = performance.now() - killedAt;
  await Promise.all([...adding, ...settingUp, ...commenting]);
  await eventually(
    async () =>
      Number((await exam.rows(`SELECT count(*)::int AS n FROM delivery WHERE state IN ('waiting', 'sending')`))[0]?.n),
    (left) => left === 0,
    120_000,
  );
  await exam.atRest();
  limits.stop();

  // Half a minute, and what a busy machine adds; without the sweep they would stay locked for four hours.
  expect(jobsDoneAfter).toBeLessThan(70_000);
  const people = await exam.rows(
    `SELECT count(*)::int AS n, count(DISTINCT "fullName")::int AS names FROM person WHERE "fullName" LIKE 'Both Number%'`,
  );
  expect(people).toEqual([{ n: adding.length, names: adding.length }]);
  expect([...cardsByKey(exam)].filter(([, times]) => times !== 1)).toEqual([]);
  for (const channel of rooms) expect([channel, cardsIn(exam, channel)]).toEqual([channel, 1]);
  for (const user of members) expect([user, invitations(exam, user)]).toEqual([user, 1]);
  expect(limits.count()).toBeLessThan(12);
  expect(exam.refusals()).toEqual([]);
}, 600_000);
