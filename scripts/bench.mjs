/** npm run bench: the bot beside a bare Bolt app in one run, as ratios. About a minute; only 127.0.0.1. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startCounter } from '../bench/count-statements.mjs';
import { closedLoop, openLoop, send, signingSecret } from '../bench/load.mjs';
import { startStub } from '../bench/slack-stub.mjs';
import './typescript.mjs';
import { build, generate, install, root } from './prepare.mjs';

install({ withTools: true });
generate();
build();

const { startEmbeddedServer } = await import('../src/database/embedded/server.ts');
const { carry, channelOf } = await import('../src/slack/view-state.ts');
const folder = mkdtempSync(join(tmpdir(), 'quorate-bench-'));
const server = await startEmbeddedServer({ dataDir: folder });
const stub = await startStub();
const counter = await startCounter(server.url);
const children = [];

try {
  const bot = await start('the bot', [join(root, 'dist', 'src', 'main.js')], { DATABASE_URL: counter.url }, '/ready');
  const bare = await start('bare Bolt', [join(root, 'bench', 'bare-bolt.mjs')], { DATABASE_URL: server.url }, '/');
  const committee = await seed(bot.port);

  print(['', 'ready after, ms', 'memory, MB']);
  for (const { name, readyMs, pid } of [bot, bare]) print([name, round(readyMs), memoryOf(pid)]);

  const kinds = [
    ['read: /quorate duties', () => command('/quorate', 'duties')],
    // Acts that have nothing to do with each other, as those of different committees have not.
    ['save: set up a committee', (i) => setUp(`C0SAVE${i}`, `Board ${i}`, 'U0OTHER')],
  ];
  for (const [kind, make] of kinds) {
    print(['', `${kind}: a second`, 'p50 ms at 20/s', 'p99 ms', 'p50 ms at 100/s', 'p99 ms']);
    const rows = [];
    for (const app of [bot, bare]) {
      await closedLoop(app.port, make, 4, 1);
      const perSecond = await closedLoop(app.port, (i) => make(`c${i}`), 10, 3);
      const slow = await openLoop(app.port, (i) => make(`s${i}`), 20, 3);
      const fast = await openLoop(app.port, (i) => make(`f${i}`), 100, 3);
      rows.push([perSecond, slow.p50, slow.p99, fast.p50, fast.p99]);
      print([app.name, ...rows.at(-1).map(round)]);
    }
    print(['bot / bare', ...rows[0].map((value, at) => `× ${(value / rows[1][at]).toFixed(2)}`)]);
  }

  print(['', 'statements: duties', 'members', 'add a member']);
  for (const size of ['now', 'after 200 more members']) {
    if (size !== 'now') for (let i = 0; i < 200; i += 1) await send(bot.port, addMember(committee, `More ${i}`));
    await pause(3_000);
    print([
      size,
      await statements(() => send(bot.port, command('/quorate', 'duties'))),
      await statements(() => send(bot.port, command('/committee', 'members'))),
      await statements(() => send(bot.port, addMember(committee, `Counted ${size}`))),
    ]);
  }
} finally {
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  counter.close();
  stub.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function start(name, args, env, path) {
  const port = await freePort();
  const since = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...{ PATH: process.env.PATH, PORT: String(port), SLACK_BOT_TOKEN: 'xoxb-bench-000', LOG_LEVEL: 'error' },
      ...{ SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: stub.url, QUORATE_SECRET: 'A'.repeat(43) + '=' },
      ...env,
    },
  });
  children.push(child);
  for (let tries = 0; tries < 600; tries += 1) {
    const status = await fetch(`http://127.0.0.1:${port}${path}`).then(
      (answer) => answer.status,
      () => null,
    );
    if (status !== null && status !== 503) return { name, port, pid: child.pid, readyMs: performance.now() - since };
    await pause(25);
  }
  throw new Error(`${name} did not start`);
}

/** A committee to act in; its id is read from the answer of its own card. */
async function seed(port) {
  await send(port, setUp('C0BENCH', 'Bench Board', 'U0CLERK'));
  const { text: card } = await send(port, command('/committee', ''));
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(card)?.[0];
  if (!id) throw new Error('the committee was not set up');
  return id;
}

function setUp(channel, name, user) {
  const fields = { name: text(name), profile: choice('general'), language: choice('en'), zone: choice('UTC') };
  return submission('committees.set-up', { channel }, fields, user);
}

function addMember(committee, name) {
  return submission(
    'committees.member',
    { committee, membership: null },
    { name: text(name), post: text(null), roles: boxes(['member']), votes: boxes(['yes']), rank: text(null) },
  );
}

function command(name, words) {
  return new URLSearchParams({
    ...{ command: name, text: words, team_id: 'T0BENCH', user_id: 'U0CLERK', channel_id: 'C0BENCH' },
    ...{ trigger_id: randomUUID(), response_url: 'http://127.0.0.1:9/none', api_app_id: 'A1' },
  }).toString();
}

function submission(form, state, fields, user = 'U0CLERK') {
  const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`field:${name}`, { value }]));
  const view = {
    ...{ id: 'V1', type: 'modal', callback_id: form, hash: 'h', team_id: 'T0BENCH', blocks: [] },
    private_metadata: carry({
      ...{ requestId: randomUUID(), state, isFromHome: false },
      channel: channelOf('C0BENCH', false),
    }),
    state: { values },
  };
  const payload = { type: 'view_submission', team: { id: 'T0BENCH' }, user: { id: user }, api_app_id: 'A1', view };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

function text(value) {
  return { type: 'plain_text_input', value };
}

function choice(value) {
  return { type: 'static_select', selected_option: { value } };
}

function boxes(values) {
  return { type: 'checkboxes', selected_options: values.map((value) => ({ value })) };
}

/** The clockwork asks the database too: the least of several tries is the act's own. */
async function statements(act) {
  const counts = [];
  for (let i = 0; i < 5; i += 1) {
    const before = counter.executed();
    await act();
    counts.push(counter.executed() - before);
    await pause(100);
  }
  return Math.min(...counts.filter((count) => count > 0));
}

function memoryOf(pid) {
  const pages = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return round(Number(pages) / 1024);
}

function round(value) {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}

function print(cells) {
  console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(26) : String(cell).padStart(28))).join(''));
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
