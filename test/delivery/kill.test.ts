import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { client } from '../../src/database/client.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { createWorld, type World } from './world.ts';

interface Posted {
  readonly to: string;
  readonly text: string;
  readonly key: string;
}

/** Kill the sender at its n-th post, before the platform keeps it or after (the reply is then lost). */
interface Kill {
  readonly at: number;
  readonly when: 'before' | 'after';
}

const channels = ['C1', 'C2', 'C3'];
const kills: readonly Kill[] = [
  { at: 2, when: 'after' },
  { at: 5, when: 'before' },
  { at: 9, when: 'after' },
];

let database: TestDatabase;
let world: World;
let server: Server;
let posted: Posted[];
let plan: Kill[];
let calls: number;
let child: ChildProcess | null = null;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  world = await createWorld(database, systemClock as never);
  [posted, plan, calls] = [[], [...kills], 0];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    response.end(JSON.stringify(request.url === '/post' ? keep(JSON.parse(body)) : find(JSON.parse(body))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function keep(card: Posted): { ts: string } | null {
  calls += 1;
  const kill = plan[0]?.at === calls ? plan.shift() : null;
  if (kill) child?.kill('SIGKILL');
  if (kill?.when === 'before') return null;
  posted.push(card);
  return { ts: String(posted.length) };
}

function find({ to, key }: Posted): { ts: string } | null {
  const index = posted.findIndex((card) => card.to === to && card.key === key);
  return index < 0 ? null : { ts: String(index + 1) };
}

/** Starts the sender anew whenever it was killed, until nothing is left to send. */
async function sendThroughKills(afterKill: () => Promise<void>): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const hooks = fileURLToPath(new URL('../../scripts/typescript.mjs', import.meta.url));
  const program = fileURLToPath(new URL('sender-process.ts', import.meta.url));
  for (;;) {
    child = spawn(process.execPath, ['--import', hooks, program, database.url, `http://127.0.0.1:${port}`], {
      stdio: 'inherit',
    });
    const ended = once(child, 'exit');
    let isDead = false;
    void ended.then(() => {
      isDead = true;
    });
    while (!isDead && !(await isAllSent())) await new Promise((resolve) => setTimeout(resolve, 20));
    if (!isDead) {
      child.kill('SIGKILL');
      await ended;
      return;
    }
    await afterKill();
  }
}

async function isAllSent(): Promise<boolean> {
  return Object.values(await world.states()).every((state) => state === 'sent');
}

async function sayMany(): Promise<void> {
  for (let index = 0; index < 4; index += 1)
    for (const channel of channels) await world.say(`${channel} ${index}`, { channel });
}

function expected(): string[][] {
  return channels.map((channel) => [0, 1, 2, 3].map((index) => `${channel} ${index}`));
}

function said(): string[][] {
  return channels.map((channel) => posted.filter((card) => card.to === channel).map((card) => card.text));
}

test('a sender killed before and after its posts arrive says every card once, in order', async () => {
  await sayMany();

  await sendThroughKills(async () => {});

  expect(plan).toEqual([]);
  expect(said()).toEqual(expected());
}, 300_000);

test('control: without the committed intent the same kills make cards appear twice', async () => {
  await sayMany();

  await sendThroughKills(async () => {
    // What the rows would say after the crash, had nothing been committed before the call.
    await client(world.store).delivery.updateMany({
      where: { workspaceId: world.workspace, state: 'sending' },
      data: { state: 'waiting', intendedAt: null, nextAttemptAt: null },
    });
  });

  expect(plan).toEqual([]);
  expect(said()).not.toEqual(expected());
  expect(posted.length).toBeGreaterThan(12);
}, 300_000);
