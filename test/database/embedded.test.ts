/** The PostgreSQL that the bot brings along: private servers here, each in a folder of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { CannotStart } from '../../src/database/cannot-start.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/database/embedded/server.ts';

let dataDir: string;
const running: EmbeddedServer[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'quorate-embedded-'));
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop().catch(() => {});
  await rm(dataDir, { recursive: true, force: true });
});

async function start(options = { unsafeFast: true }): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir, ...options });
  running.push(server);
  return server;
}

async function ask<T>(url: string, sql: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0] as T | undefined;
  } finally {
    await client.end();
  }
}

/** Starts the server from another process and kills that one as `kill -9` does. */
async function startInBotAndKillIt(): Promise<string> {
  const program = `
    import './scripts/typescript.mjs';
    const { startEmbeddedServer } = await import('./src/database/embedded/server.ts');
    const server = await startEmbeddedServer({ dataDir: process.argv[1], unsafeFast: true });
    console.log(server.url);
    setInterval(() => {}, 1000);`;
  const bot = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
    stdio: ['ignore', 'pipe', 2],
  });
  const [said] = await once(bot.stdout as NodeJS.ReadableStream, 'data');
  bot.kill('SIGKILL');
  await once(bot, 'exit');
  return String(said).trim();
}

test('what is written stays after a stop and a start', async () => {
  const first = await start();
  await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
  await first.stop();

  const second = await start();

  expect(await ask(second.url, 'SELECT n FROM kept')).toBe(7);
});

test('a server that outlived its killed bot is taken over, with what was committed', async () => {
  const url = await startInBotAndKillIt();
  await ask(url, 'CREATE TABLE kept AS SELECT 7 AS n');

  const server = await start();

  expect(server.wasAdopted).toBe(true);
  expect(server.url).toBe(url);
  expect(await ask(server.url, 'SELECT n FROM kept')).toBe(7);
});

test('a server that was killed itself recovers and keeps what was committed', async () => {
  const first = await start({ unsafeFast: false });
  await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
  process.kill(first.pid, 'SIGKILL');

  const second = await start();

  expect(second.wasAdopted).toBe(false);
  expect(await ask(second.url, 'SELECT n FROM kept')).toBe(7);
});

test('after a restart of the machine, another program with the number of the old server keeps nothing from starting', async () => {
  const first = await start();
  const cluster = join(dataDir, 'postgres');
  const left = await readFile(join(cluster, 'postmaster.pid'), 'utf8');
  await first.stop();
  const other = spawn('sleep', ['60'], { uid: (await stat(cluster)).uid });
  await writeFile(join(cluster, 'postmaster.pid'), left.replace(/^\d+/, String(other.pid)));

  const second = await start();

  expect(await ask(second.url, 'SELECT 1')).toBe(1);
  other.kill();
});

test('a second bot on the same folder is told so in one sentence, and the first goes on', async () => {
  const first = await start();

  const second = start();

  await expect(second).rejects.toThrow(CannotStart);
  await expect(second).rejects.toThrow(/Another bot .* QUORATE_DATA_DIR/);
  expect(await ask(first.url, 'SELECT 1')).toBe(1);
});

test('of two bots that start in an empty folder at the same moment, one runs', async () => {
  const results = await Promise.allSettled([start(), start()]);

  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = results.find((result) => result.status === 'rejected');
  expect(refused?.reason).toBeInstanceOf(CannotStart);
});

test('only this machine and only the owner of the password get in', async () => {
  const server = await start();
  const wrong = new URL(server.url);
  wrong.password = 'guess';

  expect(await ask(server.url, "SELECT current_setting('listen_addresses')")).toBe('127.0.0.1');
  expect((await stat(join(dataDir, 'postgres', 'quorate-password'))).mode & 0o777).toBe(0o600);
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password/);
});

test('what people typed does not get into the log of the server', async () => {
  const server = await start();

  await ask(server.url, "SELECT 'a secret remark'::int").catch(() => {});
  await ask(
    server.url,
    "CREATE TABLE t (n text UNIQUE); INSERT INTO t VALUES ('a secret remark'), ('a secret remark')",
  ).catch(() => {});

  expect(await readFile(join(dataDir, 'postgres', 'quorate.log'), 'utf8')).not.toContain('secret');
});
