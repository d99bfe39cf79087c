/**
 * The PostgreSQL that the bot brings along: made, started, adopted and stopped here. It listens on 127.0.0.1 only.
 * The server outlives a bot that was killed, and the next bot takes it over.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { logFile, makeCluster, passwordFile } from './cluster.ts';
import { findPrograms, type Programs, run } from './programs.ts';
import { answers, codeOf, isServer, type Running, readRunning, startPatienceMs, urlOf } from './running.ts';

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
  // PostgreSQL takes a killed server for a living one as long as nobody has asked for its exit code (in a container
  // without an init process nobody ever does), and so any program that got its number after a restart of the machine.
  // Its own check of the shared memory still protects the data.
  if (found !== null && !(await isServer(found.pid)) && (await readRunning(cluster))?.pid === found.pid) {
    await rm(join(cluster, 'postmaster.pid'), { force: true });
  }
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
    // Tests read the write-ahead log: what other test files write meanwhile must not make the server throw it away.
    ...(unsafeFast ? { max_wal_senders: '0', wal_keep_size: '1GB', autovacuum: 'off' } : {}),
  };
  const words = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const patience = String(startPatienceMs / 1000);
  return ['start', '-D', cluster, '-l', logFile(cluster), '-w', '-t', patience, '-o', `-p ${port} ${words.join(' ')}`];
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
