/**
 * `npm run bench`: signed commands and forms at steady rates beside a bare Bolt app, statements per command, memory and
 * time to ready; sealed papers counted; and very many reminders at once. All on this machine and in one run: compare the ratios, not the numbers of two runs.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import '../scripts/typescript.mjs';
import { build, generate } from '../scripts/prepare.mjs';
import { countingPapers } from './counting.mjs';
import { openLoop } from './open-loop.mjs';
import { remindersAtOnce } from './reminders.mjs';
import { statementsPerCommand } from './statements.mjs';

generate();
build();
process.env.QUORATE_TEST_COMPILED = 'yes';
const { startEmbeddedServer } = await import('../src/database/embedded/server.ts');
const { startExaminer } = await import('../test/support/app-examiner.ts');
const { memberForms } = await import('../test/support/app-load.ts');
const { freePort } = await import('../test/support/free-port.ts');
const { openReview } = await import('../test/support/app-review.ts');
const { admin, hall, signingSecret, team } = await import('../test/support/app-seed.ts');
const { commandBody, sendSigned } = await import('../test/support/app-signed.ts');
const { startDatabaseProxy } = await import('../test/support/app-tcp-proxy.ts');

const rates = [5, 20, 50];
const seconds = 4;
const sizes = [10, 500];

const root = fileURLToPath(new URL('..', import.meta.url));
// `npm run bench -- reminders`: only these, in some three minutes.
if (process.argv.includes('reminders')) {
  table(['10,000 reminders due in one minute', ''], await remindersAtOnce());
  process.exit(0);
}
// `npm run bench -- counting`: only this, in some two minutes.
if (process.argv.includes('counting')) {
  await countingTable();
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

  await rateTable(exam, server.url);
  const busy = await memoryOf(exam.bot.pid);
  const counts = await statementsPerCommand({ exam, wire, clerk: admin, channel: hall, sizes, growTo: growTo(exam) });
  table(
    ['statements per command', ...sizes.map((size) => `${size} candidates`)],
    [...counts].map(([line, each]) => [line, ...each.map(String)]),
  );
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
await countingTable();
table(['10,000 reminders due in one minute', ''], await remindersAtOnce());
process.exit(0);

async function countingTable() {
  const { head, rows } = await countingPapers();
  table(head, rows);
}

async function rateTable(exam, url) {
  const memberForm = await memberForms(exam);
  const bare = await startBare(url);
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
  for (const [, send] of kinds) await openLoop({ perSecond: 10, seconds: 1, send });
  const rows = [];
  for (const perSecond of rates) {
    let base = null;
    for (const [name, send] of kinds) {
      const seen = await openLoop({ perSecond, seconds, send });
      base ??= seen;
      rows.push([
        `${name}, ${perSecond} a second`,
        seen.perSecond.toFixed(1),
        `${(100 * seen.done).toFixed(0)} %`,
        seen.p50.toFixed(1),
        seen.p99.toFixed(1),
        (seen.p50 / base.p50).toFixed(1),
        (seen.p99 / base.p99).toFixed(1),
      ]);
    }
  }
  bare.stop();
  table(['open loop', 'done/s', 'answered', 'p50 ms', 'p99 ms', 'p50 ratio', 'p99 ratio'], rows);
}

async function startBare(url) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'bench', 'bare-bolt.mjs'), String(port), url, signingSecret], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
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

function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => String(row[column]).length)));
  const line = (row) =>
    row
      .map((cell, column) => (column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column])))
      .join('  ');
  console.log(`\n${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of rows) console.log(line(row));
}
