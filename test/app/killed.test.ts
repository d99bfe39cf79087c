/** SIGKILL under load, twice: what was acknowledged is there exactly once, and every card is said once. */
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
import { embeddedUrl, openReview } from '../support/app-review.ts';
import { channels, members } from '../support/app-seed.ts';

let exam: Examiner;
afterEach(() => exam.stop());

const saved = /is now in the committee|saved before/u;
const perSecond = 4;

// With DATABASE_URL: two-instances.test.ts.
test('killed twice, on a database of its own whose server the killed bot leaves running', async () => {
  exam = await startExaminer({ databaseUrl: null });
  await exam.bot.ready();
  const url = await embeddedUrl(exam.folder);
  exam.lookAt(url);
  const memberForm = await (async () => {
    await openReview(exam, url, ['Nominee Nadia', 'Nominee Nils']);
    return memberForms(exam);
  })();
  const setUpForm = await setUpForms(exam, channels[0]!);
  const limits = countLimits(exam);

  const adding: Promise<boolean>[] = [];
  const stopAt = performance.now() + 6_000;
  const load = (async () => {
    for (let index = 0; performance.now() < stopAt; index += 1) {
      adding.push(untilAcknowledged(exam, memberForm(`load-${index}`, `Load Number${index}`), saved));
      await pause(1_000 / perSecond);
    }
  })();
  const settingUp = channels.map((channel) => untilAcknowledged(exam, setUpForm(channel), /is noted|saved before/u));
  const comment = (user: string) => commentUntilSent(exam.hasty(user), `Comment Number${members.indexOf(user)}`);
  const [late, ...early] = members;
  const commenting = early.map(comment);
  for (const killAt of [1_200, 1_500]) {
    await pause(killAt);
    await exam.bot.kill();
    // However quick the others are, one at least finds nobody there.
    if (commenting.length < members.length) commenting.push(comment(late!));
    exam.start();
    await exam.bot.ready();
  }
  await load;
  await Promise.all([...adding, ...settingUp]);
  const tries = await Promise.all(commenting);
  await eventually(undelivered, (left) => left === 0, 120_000);
  await exam.atRest();
  limits.stop();

  const people =
    await exam.rows(`SELECT "fullName" AS name, count(*)::int AS n FROM person p JOIN membership m ON m."personId" = p.id
    WHERE "fullName" LIKE 'Load Number%' GROUP BY 1`);
  expect(people).toHaveLength(adding.length);
  expect(people.filter(({ n }) => n !== 1)).toEqual([]);
  const comments =
    await exam.rows(`SELECT l.text, count(*)::int AS n FROM review_answer a JOIN review_answer_line l ON l."answerId" = a.id
    WHERE a."supersededAt" IS NULL AND l.text LIKE 'Comment Number%' GROUP BY 1`);
  expect(comments).toHaveLength(members.length);
  expect(comments.filter(({ n }) => n !== 1)).toEqual([]);
  expect(Math.max(...tries)).toBeGreaterThan(1);
  const cards = cardsByKey(exam);
  expect([...cards].filter(([, times]) => times !== 1)).toEqual([]);
  expect(cards.size).toBe(await sent());
  for (const channel of channels) expect([channel, cardsIn(exam, channel)]).toEqual([channel, 1]);
  for (const user of members) {
    expect([user, invitations(exam, user)]).toEqual([user, 1]);
  }
  expect(limits.count()).toBeLessThan(12);
  expect(exam.refusals()).toEqual([]);
  expect(exam.bot.written()).toContain('took over the database server of an earlier run');
}, 600_000);

async function undelivered(): Promise<number> {
  const rows = await exam.rows(`SELECT count(*)::int AS n FROM delivery WHERE state IN ('waiting', 'sending')`);
  return Number(rows[0]?.n);
}

async function sent(): Promise<number> {
  return Number((await exam.rows(`SELECT count(*)::int AS n FROM delivery WHERE state = 'sent'`))[0]?.n);
}
