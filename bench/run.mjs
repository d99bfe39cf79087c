/**
 * `npm run bench`: signed commands and forms at steady rates beside a bare Bolt app, statements per command, memory and
 * time to ready; a small plan beside a large one; papers cast and counted; and very many reminders at once. All on this machine and in one run: compare
 * the ratios, not the numbers of two runs.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../scripts/typescript.mjs';
import { build, generate } from '../scripts/prepare.mjs';
import { castingPapers } from './casting.mjs';
import { countingPapers } from './counting.mjs';
import { besideBare, startBare } from './rates.mjs';
import { remindersAtOnce } from './reminders.mjs';
import { largePlan } from './size.mjs';
import { statementsPerCommand } from './statements.mjs';
import { table } from './table.mjs';

generate();
build();
process.env.QUORATE_TEST_COMPILED = 'yes';
const { startEmbeddedServer } = await import('../src/database/embedded/server.ts');
const { startExaminer } = await import('../test/support/app-examiner.ts');
const { memberForms } = await import('../test/support/app-load.ts');
const { openReview } = await import('../test/support/app-review.ts');
const { admin, hall, signingSecret, team } = await import('../test/support/app-seed.ts');
const { commandBody, sendSigned } = await import('../test/support/app-signed.ts');
const { startDatabaseProxy } = await import('../test/support/app-tcp-proxy.ts');

const rates = [5, 20, 50];
const seconds = 4;
const sizes = [10, 500];

// `npm run bench -- reminders`: only these, in some three minutes.
if (process.argv.includes('reminders')) {
  table(['10,000 reminders due in one minute', ''], await remindersAtOnce());
  process.exit(0);
}
// `npm run bench -- casting`: only this, in some two minutes.
if (process.argv.includes('casting')) {
  await castingTable();
  process.exit(0);
}
// `npm run bench -- counting`: only this, in some two minutes.
if (process.argv.includes('counting')) {
  await countingTable();
  process.exit(0);
}
// `npm run bench -- size`: only this, in some two minutes.
if (process.argv.includes('size')) {
  await sizeTable();
  process.exit(0);
}
const folder = await mkdtemp(join(tmpdir(), 'quorate-bench-'));
const ends = [() => rm(folder, { recursive: true, force: true })];
try {
  const server = await startEmbeddedServer({ dataDir: folder });
  ends.push(() => server.stop());
  const wire = await startDatabaseProxy(server.url);
  ends.push(() => wire.close());
  const exam = await startExaminer({
    databaseUrl: wire.url,
    lookAt: server.url,
    sandbox: { enforceLimits: false },
  });
  ends.push(() => exam.stop());
  const readyMs = await exam.bot.ready();
  const idle = await memoryOf(exam.bot.pid);
  await openReview(
    exam,
    server.url,
    Array.from({ length: sizes[0] }, (_, index) => `Nominee Number${index}`),
  );

  const counts = await statementsPerCommand({ exam, wire, clerk: admin, channel: hall, sizes, growTo: growTo(exam) });
  table(
    ['statements per command', ...sizes.map((size) => `${size} candidates`)],
    [...counts].map(([line, each]) => [line, ...each.map(String)]),
  );
  // After the statements: the cards of people who were added go out for minutes, and would be counted with a command.
  await rateTable(exam, server.url);
  const busy = await memoryOf(exam.bot.pid);
  table(
    ['memory and start', 'MB or ms'],
    [
      ['resident when ready', `${idle}`],
      ['resident after the load', `${busy}`],
      ['from start to ready (migrations included)', readyMs.toFixed(0)],
    ],
  );
} finally {
  for (const end of ends.reverse()) await end();
}
await sizeTable();
await castingTable();
await countingTable();
table(['10,000 reminders due in one minute', ''], await remindersAtOnce());
process.exit(0);

async function sizeTable() {
  const { head, rows } = await largePlan();
  table(head, rows);
}

async function castingTable() {
  const { head, rows } = await castingPapers();
  table(head, rows);
}

async function countingTable() {
  const { head, rows } = await countingPapers();
  table(head, rows);
}

async function rateTable(exam, url) {
  const memberForm = await memberForms(exam);
  const bare = await startBare(url, signingSecret);
  const form = () => ({
    command: '/committee',
    text: 'members',
    team_id: team,
    channel_id: hall,
    user_id: admin,
    trigger_id: `${Math.random()}`,
    response_url: `${exam.slackUrl}/sandbox/hooks/commands/${team}/none`,
  });
  const to = (at, body, wanted) => async () => {
    const answer = await sendSigned(at, body(), { secret: signingSecret });
    return answer?.status === 200 && wanted.test(answer.text);
  };
  let serial = 0;
  const nextForm = () => {
    serial += 1;
    return memberForm(`bench-${serial}`, `Bench Number${serial}`);
  };
  const kinds = [
    ['bare Bolt, one insert', to(bare.url, () => commandBody(form()), /saved/)],
    ['a command that reads', to(exam.bot.url, () => commandBody(form()), /Members/)],
    ['a form that saves (all in one committee)', to(exam.bot.url, nextForm, /is now in/)],
  ];
  const { head, rows } = await besideBare(kinds, { rates, seconds });
  bare.stop();
  table(head, rows);
}

/** More of the same in the one plan, straight into its tables: proposing 500 people is not what is measured. */
function growTo(exam) {
  return async (size) => {
    await exam.rows(
      `WITH known AS (SELECT * FROM nomination LIMIT 1), first AS (SELECT * FROM person WHERE id = (SELECT "personId" FROM known)),
         people AS (
           INSERT INTO person (id, "workspaceId", "fullName", "searchName", "sortName", source, "createdAt")
           SELECT gen_random_uuid(), f."workspaceId", 'Grown Number' || n, 'grown number' || n, 'grown number' || n, f.source, f."createdAt"
             FROM first f, generate_series((SELECT count(*) FROM nomination) + 1, $1::int) n
           RETURNING id)
       INSERT INTO nomination (id, "planId", "positionId", "personId", source, state, "proposedBy", "proposedAt", rank)
       SELECT gen_random_uuid(), k."planId", k."positionId", p.id, k.source, k.state, k."proposedBy", k."proposedAt", k.rank
         FROM known k, people p`,
      [size],
    );
  };
}

async function memoryOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024) || 'not known';
}
