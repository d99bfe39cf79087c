/** Starting in the wrong order or the wrong place, and starting with a socket in place of an address. */
import {
  type Examiner,
  eventually,
  openFromCommittee,
  setUpCommittee,
  startExaminer,
  topView,
} from '../support/app-examiner.ts';
import { admin, examSeed } from '../support/app-seed.ts';
import { type DatabaseProxy, startDatabaseProxy } from '../support/app-tcp-proxy.ts';
import { freePort } from '../support/free-port.ts';
import { createTestDatabase } from '../support/test-database.ts';

let exam: Examiner;
let wire: DatabaseProxy | null = null;
afterEach(async () => {
  await exam.stop();
  await wire?.close();
  wire = null;
});

test('a database that starts after the bot is waited for, and the process says meanwhile that it lives', async () => {
  const database = await createTestDatabase();
  const port = await freePort();
  const url = new URL(database.url);
  url.port = String(port);
  exam = await startExaminer({ databaseUrl: url.href, lookAt: database.url });
  await eventually(
    () => exam.bot.written(),
    (written) => written.includes('does not answer; asking again'),
  );

  const meanwhile = [await exam.bot.status('/health'), await exam.bot.status('/ready')];
  wire = await startDatabaseProxy(database.url, port);
  await exam.bot.ready();

  expect(meanwhile).toEqual([200, 503]);
  await setUpCommittee(exam);
});

test('a port that is taken: one sentence that says what to do, and nothing is left running', async () => {
  exam = await startExaminer({ databaseUrl: (await createTestDatabase()).url });
  await exam.bot.ready();

  const late = exam.start('again');

  expect(await late.ended).toBe(1);
  expect(late.written()).toMatch(/port \d+ is in use.*set PORT/u);
});

test('with SLACK_APP_TOKEN everything comes over a socket: a committee is set up and somebody added', async () => {
  exam = await startExaminer({
    databaseUrl: (await createTestDatabase()).url,
    sandbox: { seed: { ...examSeed, appToken: 'xapp-of-the-examination' } },
    more: { SLACK_APP_TOKEN: 'xapp-of-the-examination' },
  });
  await exam.bot.ready();
  exam.deliverToNobody();
  await setUpCommittee(exam);
  const person = exam.as(admin);
  const view = await openFromCommittee(exam, 'Add without account');

  const done = await person.submit(view, { 'Full name': 'Socket Sophie' });

  expect(done.ok).toBe(true);
  expect(await exam.rows(`SELECT "fullName" AS name FROM person WHERE "fullName" = 'Socket Sophie'`)).toHaveLength(1);
  await person.close(topView(person), true);
  expect(exam.refusals()).toEqual([]);
});
