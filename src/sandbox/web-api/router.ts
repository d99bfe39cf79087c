/** `/api/<method>`: reads the call, knows the caller, applies planned faults and limits, runs the method. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { stopwatch } from '../../kernel/clock.ts';
import { type Bag, isBag } from '../contract/rules.ts';
import type { Team } from '../types.ts';
import type { World } from '../world.ts';
import { readBody } from './body.ts';
import { type Answer, done, type Method, refuse } from './call.ts';
import { limitReached } from './limits.ts';
import { appMethods, methods } from './methods.ts';

/** An answer with its HTTP side; `isLost` closes the connection instead of sending it. */
interface Reply {
  status: number;
  body: Answer | null;
  retryAfter?: number;
  isLost?: boolean;
}

const bodyLimit = 4 * 1024 * 1024;

export async function handleApi(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const elapsed = stopwatch();
  world.activity.inFlight += 1;
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const name = url.pathname.slice('/api/'.length);
  const args = await readArgs(request, url);
  const caller = args ? teamOfToken(world, request, args) : 'invalid_arguments';
  const reply = args ? await answerTo(world, name, args, caller) : { status: 200, body: refuse('invalid_json') };
  world.activity.inFlight -= 1;
  world.activity.sinceLast = stopwatch();
  world.inspector.record({
    direction: 'in',
    name,
    teamId: typeof caller === 'string' ? null : caller.id,
    status: reply.isLost ? null : reply.status,
    ms: Math.round(elapsed()),
    problem: reply.isLost ? 'reply lost' : problemOf(reply),
    request: withoutToken(args ?? {}),
    response: reply.body,
  });
  send(response, reply);
}

async function answerTo(world: World, name: string, args: Bag, caller: Team | string): Promise<Reply> {
  if (appMethods.includes(name)) return answerToApp(world, args);
  const method = methods[name];
  if (!method) {
    world.options.log.error({ method: name }, 'the sandbox lacks a Web API method that the bot called');
    return { status: 200, body: refuse('unknown_method', { req_method: name }) };
  }
  const slow = world.faults.take('slow', name);
  if (slow) await pause(Number(slow.value));
  const fault = faultBefore(world, name);
  if (fault) return fault;
  if (typeof caller === 'string') return { status: 200, body: refuse(caller) };
  const seconds = limitReached(world, caller.id, name, method, args.channel);
  if (seconds !== null) return { status: 429, body: refuse('ratelimited'), retryAfter: seconds };
  const missing = missingScope(caller, method);
  if (missing) return { status: 200, body: missing };
  const body = await method.handle({ world, team: caller, args });
  return { status: 200, body, isLost: world.faults.take('lose-reply', name) !== null };
}

function answerToApp(world: World, args: Bag): Reply {
  const wanted = world.options.seed.appToken;
  const token = String(args.token ?? '');
  const isKnown = wanted ? token === wanted : token.startsWith('xapp-');
  if (!isKnown) return { status: 200, body: refuse(token ? 'invalid_auth' : 'not_authed') };
  const origin = world.selfUrl.replace(/^http/, 'ws');
  return { status: 200, body: done({ url: `${origin}/sandbox/socket?ticket=${world.socketMode.ticket()}` }) };
}

function faultBefore(world: World, name: string): Reply | null {
  const limit = world.faults.take('rate-limit', name);
  if (limit) return { status: 429, body: refuse('ratelimited'), retryAfter: Number(limit.value) };
  const status = world.faults.take('status', name);
  if (status) return { status: Number(status.value), body: null };
  const refusal = world.faults.take('refuse', name);
  return refusal ? { status: 200, body: refuse(String(refusal.value)) } : null;
}

function missingScope(team: Team, method: Method): Answer | null {
  const { scopes } = team.seed;
  if (!scopes || method.scopes.length === 0 || method.scopes.some((scope) => scopes.includes(scope))) return null;
  return refuse('missing_scope', { needed: method.scopes.join(','), provided: scopes.join(',') });
}

function teamOfToken(world: World, request: IncomingMessage, args: Bag): Team | string {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? args.token;
  args.token = token;
  if (!token) return 'not_authed';
  const team = Object.values(world.state.teams).find((each) => each.seed.botToken === token);
  if (!team) return 'invalid_auth';
  return team.isInstalled ? team : 'account_inactive';
}

/** Null when the body is neither JSON nor a form. A form carries its structured arguments as JSON texts. */
async function readArgs(request: IncomingMessage, url: URL): Promise<Bag | null> {
  const query = Object.fromEntries(url.searchParams);
  const body = await readBody(request, bodyLimit);
  if (!body) return null;
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    return unpack({ ...query, ...Object.fromEntries(new URLSearchParams(body.toString())) });
  }
  try {
    const parsed: unknown = JSON.parse(body.toString());
    return isBag(parsed) ? { ...query, ...parsed } : null;
  } catch {
    return null;
  }
}

const structured = ['blocks', 'view', 'metadata', 'attachments', 'files'];

function unpack(fields: Bag): Bag {
  for (const name of structured) {
    const value = fields[name];
    if (typeof value !== 'string') continue;
    try {
      fields[name] = JSON.parse(value);
    } catch {
      // Left as it is: the method then refuses it by its own name for a malformed argument.
    }
  }
  return fields;
}

function withoutToken(args: Bag): Bag {
  const { token: _token, ...rest } = args;
  return rest;
}

function problemOf(reply: Reply): string | null {
  if (reply.body && !reply.body.ok) return String(reply.body.error);
  return reply.status >= 400 ? `HTTP ${reply.status}` : null;
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.isLost) {
    response.destroy();
    return;
  }
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' };
  if (reply.retryAfter !== undefined) headers['retry-after'] = String(reply.retryAfter);
  response.writeHead(reply.status, headers).end(reply.body ? JSON.stringify(reply.body) : '');
}
