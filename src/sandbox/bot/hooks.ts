/** response_url: up to five messages within thirty minutes, to the person who acted or into the channel. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stopwatch } from '../../kernel/clock.ts';
import { refuseMessage, textLimit } from '../contract/messages.ts';
import { type Bag, isBag } from '../contract/rules.ts';
import { edit, findMessage, post, remove } from '../state/messages.ts';
import type { Hook, Team } from '../types.ts';
import { readBody } from '../web-api/body.ts';
import { nextId, type Who, type World } from '../world.ts';

const lifeMs = 30 * 60_000;
const usesLimit = 5;

export function issueHook(
  world: World,
  team: Team,
  who: Who,
  place: { channelId: string; messageTs: string | null },
): string {
  const id = nextId(world, 'H');
  const now = world.options.clock.now().getTime();
  for (const hook of Object.values(team.hooks)) {
    if (now - hook.issuedAt > 2 * lifeMs) delete team.hooks[hook.id];
  }
  team.hooks[id] = { id, userId: who.userId, ...place, issuedAt: now, used: 0 };
  const kind = place.messageTs === null ? 'commands' : 'actions';
  return `${world.selfUrl}/sandbox/hooks/${kind}/${team.id}/${id}`;
}

/** `POST /sandbox/hooks/<kind>/<team>/<hook>`. */
export async function receiveHook(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const elapsed = stopwatch();
  world.activity.inFlight += 1;
  const [, , , , teamId = '', hookId = ''] = (request.url ?? '').split('/');
  const body = parse(await readBody(request, 1024 * 1024));
  const team = world.state.teams[teamId];
  const hook = team?.hooks[hookId];
  const error = team && hook ? useHook(world, team, hook, body) : 'no_such_url';
  world.activity.inFlight -= 1;
  world.activity.sinceLast = stopwatch();
  const status = error === null ? 200 : ['used_url', 'expired_url', 'no_such_url'].includes(error) ? 404 : 400;
  world.inspector.record({
    direction: 'in',
    name: 'response_url',
    teamId,
    status,
    ms: Math.round(elapsed()),
    problem: error,
    request: body,
    response: null,
  });
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(error === null ? { ok: true } : { ok: false, error }));
}

function useHook(world: World, team: Team, hook: Hook, body: Bag | null): string | null {
  if (world.options.clock.now().getTime() - hook.issuedAt > lifeMs) return 'expired_url';
  if (hook.used >= usesLimit) return 'used_url';
  if (!body) return 'invalid_payload';
  const original = hook.messageTs === null ? null : findMessage(team, hook.channelId, hook.messageTs);
  hook.used += 1;
  if (isTrue(body.delete_original)) {
    if (original) remove(world, team, hook.channelId, original);
    return null;
  }
  const refusal = refuseMessage(body, textLimit);
  if (refusal) return refusal.error;
  if (isTrue(body.replace_original) && original) {
    edit(world, team, hook.channelId, original, {
      user: original.user,
      text: String(body.text ?? ''),
      // Unlike chat.update this is a new message in the place of the old one: nothing of that stays.
      blocks: body.blocks ?? [],
    });
    return null;
  }
  respondIn(world, team, hook, body);
  return null;
}

/** A new message in answer to a command or click, also the one that comes in a command's acknowledgement. */
export function respondIn(world: World, team: Team, place: { channelId: string; userId: string }, body: Bag): void {
  const isPublic = body.response_type === 'in_channel';
  post(world, team, place.channelId, {
    user: team.seed.botUserId,
    text: String(body.text ?? ''),
    blocks: body.blocks,
    attachments: body.attachments,
    threadTs: typeof body.thread_ts === 'string' ? body.thread_ts : null,
    onlyFor: isPublic ? null : place.userId,
  });
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function parse(body: Buffer | null): Bag | null {
  try {
    const parsed: unknown = JSON.parse(body?.toString() ?? '');
    return isBag(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
