/** The sandbox as the app and the tests see it: one object that answers HTTP, and people to act with. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { errorFacts } from '../kernel/log.ts';
import { type Actor, createActor } from './actor.ts';
import { sendEvent, verifyUrl } from './bot/events.ts';
import { receiveHook } from './bot/hooks.ts';
import type { Bag } from './contract/rules.ts';
import type { Faults } from './faults.ts';
import type { Inspector } from './inspector.ts';
import { isLocalRequest } from './local-only.ts';
import { handlePage } from './page-server/page-api.ts';
import { type Admin, adminOf } from './people/admin.ts';
import type { SandboxOptions, SandboxState } from './types.ts';
import { receiveUpload, sendFile } from './web-api/files.ts';
import { handleApi } from './web-api/router.ts';
import { createWorld, realNow, type World } from './world.ts';

export { readClockOffset } from './state/file.ts';
export type { SandboxOptions, SandboxSeed } from './types.ts';

export interface Sandbox {
  /** True if the path is the sandbox's: `/`, `/sandbox/…`, `/api/…`. It then answers by itself. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Socket Mode's connections; true if the path is the sandbox's. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  start(): Promise<void>;
  /** Writes what is unwritten and lets go of pages, sockets and timers. */
  stop(): Promise<void>;
  as(teamId: string, userId: string): Actor;
  admin(teamId: string): Admin;
  faults: Faults;
  inspector: Inspector;
  /** Slack's check of the events address; false when the bot does not give the challenge back. */
  verifyEventsUrl(): Promise<boolean>;
  /** Sends any event to the bot, for those that no act here causes. */
  sendEvent(teamId: string, event: Bag): Promise<void>;
  /** Tells every socket to reconnect, as Slack does about once an hour. */
  refreshSockets(): void;
  /** Resolves once nothing has gone between bot and sandbox for a while; rejects when that takes too long. */
  quiet(forMs?: number, withinMs?: number): Promise<void>;
  /** The moment of the next due thing, if the app can tell. */
  nextDue(): Promise<Date | null>;
  /** What the sandbox keeps; for looking, not for changing. */
  state(): SandboxState;
}

export function createSandbox(options: SandboxOptions): Sandbox {
  const world = createWorld(options);
  return {
    handle: (request, response) => handle(world, request, response),
    handleUpgrade(request, socket, head) {
      if (!pathOf(request).startsWith('/sandbox/socket')) return false;
      world.socketMode.upgrade(request, socket, head);
      return true;
    },
    start: () => Promise.resolve(),
    async stop() {
      for (const timer of world.timers) clearTimeout(timer);
      world.timers.clear();
      world.live.closeAll();
      await world.socketMode.closeAll();
      await world.file.flush();
    },
    as: (teamId, userId) => createActor(world, { teamId, userId }),
    admin: (teamId) => adminOf(world, teamId),
    faults: world.faults,
    inspector: world.inspector,
    verifyEventsUrl: () => verifyUrl(world),
    async sendEvent(teamId, event) {
      await sendEvent(world, teamId, event);
    },
    refreshSockets: () => world.socketMode.refresh('refresh_requested'),
    quiet: (forMs = 60, withinMs = 60_000) => quiet(world, forMs, withinMs),
    nextDue: async () => (await options.clock.nextDue?.()) ?? null,
    state: () => world.state,
  };
}

function handle(world: World, request: IncomingMessage, response: ServerResponse): boolean {
  const answering = answer(world, request, response);
  if (!answering) return false;
  answering.catch((error: unknown) => {
    world.options.log.error({ path: pathOf(request), ...errorFacts(error) }, 'the sandbox failed to answer');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
  return true;
}

function answer(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> | null {
  const path = pathOf(request);
  if (path !== '/' && !path.startsWith('/sandbox/') && !path.startsWith('/api/')) return null;
  if (!isLocalRequest(request, world.selfUrl)) {
    response.writeHead(403, { 'content-type': 'text/plain' }).end('The sandbox answers on this machine only.');
    return Promise.resolve();
  }
  if (path.startsWith('/api/')) return handleApi(world, request, response);
  if (path.startsWith('/sandbox/hooks/')) return receiveHook(world, request, response);
  if (path.startsWith('/sandbox/upload/')) return receiveUpload(world, request, response);
  if (path.startsWith('/sandbox/files/')) {
    sendFile(world, request, response);
    return Promise.resolve();
  }
  return handlePage(world, request, response);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] as string;
}

async function quiet(world: World, forMs: number, withinMs: number): Promise<void> {
  const end = realNow() + withinMs;
  // Time alone does not tell: a process that a busy machine left out sees much of it pass in which nothing could happen.
  for (let turns = 0; turns < turnsOfRest; turns += 1) {
    if (realNow() > end) throw new Error(`the bot and the sandbox did not come to rest within ${withinMs} ms`);
    const { inFlight, sinceLast } = world.activity;
    if (inFlight > 0 || sinceLast() < forMs || world.options.isBotAtRest?.() === false) turns = -1;
    await pause(turns < 0 ? 10 : 1);
  }
}

const turnsOfRest = 5;
