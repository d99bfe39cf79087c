/** What the browser page asks for: its files, what the acting person sees, their acts, and the stream of changes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Bag, isBag } from '../contract/rules.ts';
import { isOwnPage } from '../local-only.ts';
import type { Team } from '../types.ts';
import { readBody } from '../web-api/body.ts';
import type { Who, World } from '../world.ts';
import { acts } from './acts.ts';
import { sendAsset } from './assets.ts';
import { bootOf, deskOf, messagesOf } from './desk.ts';

const bodyLimit = 32 * 1024 * 1024;

export async function handlePage(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  if (url.pathname === '/') return sendAsset('index.html', response);
  const [, , area, name = ''] = url.pathname.split('/');
  if (area === 'assets') return sendAsset(name, response);
  if (!isOwnPage(request)) return sendJson(response, 403, { error: 'only the page itself may ask this' });
  if (area === 'live') return world.live.connect(url.searchParams.get('team') ?? '', response);
  if (area === 'see') return sendJson(response, ...see(world, name, url.searchParams));
  if (area === 'do' && request.method === 'POST') return perform(world, name, request, response);
  return sendJson(response, 404, { error: 'no such thing here' });
}

/** Status and content of what the page looks at. */
function see(world: World, what: string, query: URLSearchParams): [number, unknown] {
  if (what === 'boot') return [200, bootOf(world)];
  if (what === 'inspector') return [200, world.inspector.entries()];
  const found = whoAsks(world, query.get('team'), query.get('user'));
  if (!found) return [404, { error: 'no such person' }];
  if (what === 'desk') return [200, deskOf(world, found.team, found.who)];
  if (what === 'messages') return [200, messagesOf(world, found.team, found.who, query.get('channel') ?? '')];
  return [404, { error: 'no such thing to see' }];
}

async function perform(world: World, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = parse(await readBody(request, bodyLimit));
  const act = acts[name];
  const found = asked ? whoAsks(world, asked.team, asked.user) : null;
  if (!act || !asked || !found) return sendJson(response, 404, { error: 'no such act' });
  try {
    sendJson(response, 200, (await act(world, found.who, asked)) ?? {});
  } catch (error) {
    // What a person cannot do here (a channel that is gone, a modal that closed) is said on the page.
    sendJson(response, 409, { error: error instanceof Error ? error.message : 'failed' });
  }
}

function whoAsks(world: World, teamId: unknown, userId: unknown): { team: Team; who: Who } | null {
  const team = world.state.teams[String(teamId)];
  if (!team?.people[String(userId)]) return null;
  return { team, who: { teamId: String(teamId), userId: String(userId) } };
}

function parse(body: Buffer | null): Bag | null {
  try {
    const parsed: unknown = JSON.parse(body?.toString() ?? '');
    return isBag(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function sendJson(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(content));
}
