/** A database that has frozen: people get their answer in time, nothing is saved behind their backs, and it recovers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { client } from '../../src/database/client.ts';
import { connectDatabase, type Database, openDatabase } from '../../src/database/connect.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/database/embedded/server.ts';
import { isReady } from '../../src/database/health.ts';
import { inTransaction } from '../../src/database/in-transaction.ts';
import { freshSaving, type StoreHandle } from '../../src/kernel/act.ts';
import { Unavailable } from '../../src/kernel/errors.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { testAct, testNow } from '../support/acts.ts';

const secret = new Uint8Array(32);
let dataDir: string;
let server: EmbeddedServer;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'quorate-stalled-'));
  server = await startEmbeddedServer({ dataDir, unsafeFast: true });
  await (await connectTo(server.url)).close();
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

function open(url: string): Database {
  const database = openDatabase(url, 4);
  toClose.push(() => database.close());
  return database;
}

function connectTo(url: string): Promise<Database> {
  return connectDatabase({
    url,
    dataDir,
    secret,
    now: testNow,
    log: silentLog,
    afterMigrations: [],
    waitsForServer: false,
  });
}

function save(handle: StoreHandle, requestId: string): Promise<number> {
  const act = testAct(handle, { requestId, saving: freshSaving(2_000) });
  return inTransaction(act, async (tx) => Number(await client(tx).$executeRaw`SELECT 1`));
}

function countOf(handle: StoreHandle, requestId: string): Promise<number> {
  return client(handle).request.count({ where: { requestId } });
}

async function timed(work: Promise<unknown>): Promise<{ ms: number; error: unknown }> {
  const start = performance.now();
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return { ms: performance.now() - start, error };
}

/** Asked again when it was late: this machine may have stopped for a moment, and what waits too long does so every time. */
async function timedWithin(ms: number, work: (tries: number) => Promise<unknown>) {
  for (let tries = 1; ; tries += 1) {
    const done = await timed(work(tries));
    if (done.ms < ms || tries === 4) return done;
  }
}

/** The postmaster and all its children, as `kill -STOP` would. */
async function signalServer(signal: 'SIGSTOP' | 'SIGCONT', backends: readonly number[]): Promise<void> {
  for (const pid of [server.pid, ...backends]) {
    try {
      process.kill(pid, signal);
    } catch {
      // A backend that has ended in the meantime.
    }
  }
}

async function backendsOf(url: string): Promise<number[]> {
  const asker = new pg.Client({ connectionString: url });
  await asker.connect();
  const { rows } = await asker.query<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
  await asker.end();
  return rows.map((row) => row.pid);
}

test('a frozen server: every act and read ends within its time, and works again once the server goes on', async () => {
  const database = open(server.url);
  await Promise.all(['w1', 'w2', 'w3'].map((id) => save(database.handle, id)));
  const backends = await backendsOf(server.url);
  await signalServer('SIGSTOP', backends);
  toClose.push(() => signalServer('SIGCONT', backends));

  const acts = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((n) => timedWithin(2_300, () => save(database.handle, `frozen-${n}`))),
  );
  const read = await timedWithin(2_300, () => countOf(database.handle, 'w1'));
  const readiness = await timedWithin(1_300, () => isReady(database).then((ready) => expect(ready).toBe(false)));

  for (const { ms, error } of [...acts, read]) {
    expect(error).toBeInstanceOf(Unavailable);
    expect(ms).toBeLessThan(2_300);
  }
  expect(readiness.error).toBeNull();
  expect(readiness.ms).toBeLessThan(1_300);

  await signalServer('SIGCONT', backends);
  await save(database.handle, 'afterwards');
  expect(await isReady(database)).toBe(true);
  expect(await countOf(database.handle, 'afterwards')).toBe(1);
  for (const n of [1, 2, 3, 4, 5, 6]) expect(await countOf(database.handle, `frozen-${n}`)).toBe(0);
});

test('a network that swallows everything: answers in time, and works at once when it is back, on new connections', async () => {
  const proxy = await startProxy(Number(new URL(server.url).port));
  const throughProxy = new URL(server.url);
  throughProxy.port = String(proxy.port);
  const database = open(throughProxy.href);
  await Promise.all(['p1', 'p2', 'p3', 'p4'].map((id) => save(database.handle, id)));

  proxy.swallow();
  const lost = await timedWithin(2_300, () => save(database.handle, 'swallowed'));
  proxy.forget();
  const back = await timedWithin(700, (tries) => save(database.handle, `back-${tries}`));

  expect(lost.error).toBeInstanceOf(Unavailable);
  expect(lost.ms).toBeLessThan(2_300);
  expect(back.error).toBeNull();
  expect(back.ms).toBeLessThan(700);
  expect(await countOf(database.handle, 'swallowed')).toBe(0);
});

test('a server that is gone is Unavailable at once, and needs no restart of the bot when it is back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quorate-gone-'));
  toClose.push(() => rm(folder, { recursive: true, force: true }));
  const other = await startEmbeddedServer({ dataDir: folder, unsafeFast: true });
  await (await connectTo(other.url)).close();
  const proxy = await startProxy(Number(new URL(other.url).port));
  const throughProxy = new URL(other.url);
  throughProxy.port = String(proxy.port);
  const database = open(throughProxy.href);
  await save(database.handle, 'before');
  await other.stop();

  const gone = await timed(save(database.handle, 'gone'));
  const again = await startEmbeddedServer({ dataDir: folder, unsafeFast: true });
  toClose.push(() => again.stop());
  proxy.leadTo(Number(new URL(again.url).port));
  const back = await timed(save(database.handle, 'back'));

  expect(gone.error).toBeInstanceOf(Unavailable);
  expect(back.error).toBeNull();
  expect(await countOf(database.handle, 'before')).toBe(1);
});

/** A TCP proxy that can stop passing anything on without closing: what a firewall does that lost its state. */
async function startProxy(target: number) {
  let isOpen = true;
  let leadsTo = target;
  const sockets = new Set<Socket>();
  const proxy: Server = createServer((near) => {
    const far = connect(leadsTo, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    const mayPass = isOpen;
    near.on('data', (data) => mayPass && isOpen && far.write(data));
    far.on('data', (data) => mayPass && isOpen && near.write(data));
    near.on('close', () => far.destroy());
    far.on('close', () => isOpen && near.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  toClose.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => proxy.close(resolve));
  });
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    swallow() {
      isOpen = false;
    },
    /** New connections pass; the old ones stay dead, without a word. */
    forget() {
      for (const socket of sockets) socket.removeAllListeners('data');
      isOpen = true;
    },
    leadTo(port: number) {
      leadsTo = port;
    },
  };
}
