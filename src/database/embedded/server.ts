/**
 * The PostgreSQL that the bot brings along: made, started, adopted and stopped here. It listens on 127.0.0.1 only.
 * The server outlives a bot that was killed, and the next bot takes it over.
 */
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { findPrograms, type Programs, run } from './programs.ts';

export interface EmbeddedServer {
  /** Connection string of the server's main database. */
  readonly url: string;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** True when a server that an earlier bot left running was taken over. */
  readonly wasAdopted: boolean;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Tests only: gives up surviving a power cut, for speed. */
  readonly unsafeFast?: boolean;
}

const databaseName = 'quorate';
const startPatienceMs = 20_000;

/** @throws CannotStart when another bot uses the folder, or the server cannot be started. */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const programs = await findPrograms(dataDir);
  const cluster = join(dataDir, 'postgres');
  await makeCluster(programs, cluster, options.unsafeFast ?? false);
  const password = await readFile(passwordFile(cluster), 'utf8');
  const { running, wasAdopted } = await startOrAdopt(programs, cluster, password, options.unsafeFast ?? false);
  const url = urlOf(running.port, password, databaseName);
  const claim = await claimFolder(url, dataDir);
  return {
    url,
    pid: running.pid,
    wasAdopted,
    async stop() {
      await claim.end().catch(() => {});
      await run(programs, 'pgCtl', ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '15']);
    },
  };
}

/** Made aside and put in place in one step, so that neither a crash nor a second bot ever sees half a cluster. */
async function makeCluster(programs: Programs, cluster: string, unsafeFast: boolean): Promise<void> {
  if (await exists(join(cluster, 'PG_VERSION'))) return;
  const aside = `${cluster}.new-${randomBytes(4).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  await mkdir(aside, { mode: 0o700 });
  const passwordAside = `${aside}.password`;
  await writeFile(passwordAside, password, { mode: 0o600 });
  try {
    if (programs.account !== null) {
      await chown(aside, programs.account.uid, programs.account.gid);
      await chown(passwordAside, programs.account.uid, programs.account.gid);
    }
    await run(programs, 'initdb', [
      `--pgdata=${aside}`,
      `--pwfile=${passwordAside}`,
      '--username=quorate',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--no-instructions',
      ...(unsafeFast ? ['--no-sync'] : []),
    ]);
    await writeFile(passwordFile(aside), password, { mode: 0o600 });
    if (programs.account !== null) await chown(passwordFile(aside), programs.account.uid, programs.account.gid);
    await rename(aside, cluster).catch(async (cause) => {
      // Another bot was quicker with the same folder: its cluster is as good.
      if (!(await exists(join(cluster, 'PG_VERSION')))) throw cause;
    });
  } catch (cause) {
    throw new CannotStart(`PostgreSQL could not make its data folder ${cluster}: is the disk full or read-only?`, {
      cause,
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
    await rm(passwordAside, { force: true });
  }
}

interface Running {
  readonly pid: number;
  readonly port: number;
}

async function startOrAdopt(
  programs: Programs,
  cluster: string,
  password: string,
  unsafeFast: boolean,
): Promise<{ running: Running; wasAdopted: boolean }> {
  const found = await readRunning(cluster);
  if (found !== null && (await answers(found, password))) {
    await makeDatabase(found.port, password);
    return { running: found, wasAdopted: true };
  }
  // PostgreSQL takes a killed server for a living one as long as nobody has asked for its exit code; in a container
  // without an init process nobody ever does. Its own check of the shared memory still protects the data.
  if (found !== null && (await isZombie(found.pid))) await rm(join(cluster, 'postmaster.pid'), { force: true });
  let lastCause: unknown = null;
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const port = await freePort();
    try {
      await run(programs, 'pgCtl', startWords(cluster, port, unsafeFast));
    } catch (cause) {
      lastCause = cause;
      await sleep(200);
    }
    // After a failure too: the server may be one that another bot started at the same moment.
    const running = await readRunning(cluster);
    if (running !== null && (await answers(running, password))) {
      await makeDatabase(running.port, password);
      return { running, wasAdopted: running.port !== port };
    }
  }
  throw new CannotStart(`PostgreSQL did not start; what it said is in ${logFile(cluster)}.`, { cause: lastCause });
}

function startWords(cluster: string, port: number, unsafeFast: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: unsafeFast ? '200' : '60',
    shared_buffers: '64MB',
    // Error details quote values that people typed: only failures of the server itself are written, and tersely.
    log_min_messages: 'fatal',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_parameter_max_length: '0',
    ...(unsafeFast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal' } : {}),
    ...(unsafeFast ? { max_wal_senders: '0', autovacuum: 'off' } : {}),
  };
  const words = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const patience = String(startPatienceMs / 1000);
  return ['start', '-D', cluster, '-l', logFile(cluster), '-w', '-t', patience, '-o', `-p ${port} ${words.join(' ')}`];
}

/** What the postmaster itself says about where it runs: lines 1 and 4 of its file. */
async function readRunning(cluster: string): Promise<Running | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : null;
}

/** The password proves that it is this cluster's server and no stranger on a port that was free once. */
async function answers(running: Running, password: string): Promise<boolean> {
  const patience = performance.now() + startPatienceMs;
  while (isAlive(running.pid) && !(await isZombie(running.pid)) && performance.now() < patience) {
    const probe = new pg.Client({
      connectionString: urlOf(running.port, password, 'postgres'),
      connectionTimeoutMillis: 2000,
    });
    probe.on('error', () => {});
    try {
      await probe.connect();
      return true;
    } catch (error) {
      // 57P03: still recovering from a crash.
      if (codeOf(error) !== '57P03') return false;
      await sleep(100);
    } finally {
      await probe.end().catch(() => {});
    }
  }
  return false;
}

async function makeDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } catch (error) {
    // 42P04 and 23505: another bot made it in between.
    if (codeOf(error) !== '42P04' && codeOf(error) !== '23505') throw error;
  } finally {
    await client.end();
  }
}

/** One bot to a data folder. The lock is the connection's, so it goes with a bot that was killed. */
async function claimFolder(url: string, dataDir: string): Promise<pg.Client> {
  const claim = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'quorate claim' });
  // The server may go away first when both are stopped together.
  claim.on('error', () => {});
  await claim.connect();
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const answer = await claim.query('SELECT pg_try_advisory_lock(7264431, 1) AS is_ours');
    if (answer.rows[0]?.is_ours === true) return claim;
    // A bot that was killed a moment ago may still hold it until the server has noticed.
    await sleep(100);
  }
  await claim.end();
  throw new CannotStart(
    `Another bot is already running on the data folder ${dataDir}: stop it, or give this one its own QUORATE_DATA_DIR.`,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Ended, but still in the list of processes (Linux). */
async function isZombie(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return /^State:\s+Z/m.test(status);
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://quorate:${password}@127.0.0.1:${port}/${database}`;
}

function passwordFile(cluster: string): string {
  return join(cluster, 'quorate-password');
}

function logFile(cluster: string): string {
  return join(cluster, 'quorate.log');
}

function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}
