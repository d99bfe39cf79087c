/** The Events API: tells the bot what happened, and tells it again three times when it does not answer. */
import { randomBytes } from 'node:crypto';
import type { Bag } from '../contract/rules.ts';
import { seconds } from '../state/seed.ts';
import { nextId, realNow, teamOf, type World } from '../world.ts';
import { type BotAnswer, deliver } from './deliver.ts';

const slackRetryDelaysMs = [0, 60_000, 300_000];

/** Resolves after the first attempt; retries follow by themselves. Nothing is sent to a workspace without the bot. */
export async function sendEvent(world: World, teamId: string, event: Bag): Promise<BotAnswer | null> {
  const team = teamOf(world, teamId);
  if (!team.isInstalled && event.type !== 'app_uninstalled' && event.type !== 'tokens_revoked') return null;
  const body = {
    token: 'sandbox',
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: team.seed.appId,
    event: { event_ts: `${seconds(world.options.clock.now())}.000100`, ...event },
    type: 'event_callback',
    event_id: nextId(world, 'Ev'),
    event_time: seconds(world.options.clock.now()),
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: team.seed.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${teamId}-${nextId(world, 'C')}`,
  };
  const answer = await attempt(world, teamId, body, 0, '');
  if (answer.ok && world.faults.take('repeat-event')) await attempt(world, teamId, body, 1, 'http_timeout');
  return answer;
}

async function attempt(world: World, teamId: string, body: Bag, count: number, reason: string): Promise<BotAnswer> {
  const retry = count === 0 ? null : { count, reason };
  const type = String((body.event as Bag).type);
  const answer = await deliver(world, { kind: 'event', teamId, name: type, body, retry });
  if (answer.ok || !answer.mayRetry) return answer;
  const delay = (world.options.eventRetryDelaysMs ?? slackRetryDelaysMs)[count];
  if (delay === undefined) return answer;
  const timer = setTimeout(() => {
    world.timers.delete(timer);
    void attempt(world, teamId, body, count + 1, reasonFor(answer));
  }, delay);
  world.timers.add(timer);
  return answer;
}

function reasonFor(answer: BotAnswer): string {
  if (answer.failure === 'operation_timeout') return 'http_timeout';
  return answer.status === null ? 'connection_failed' : 'http_error';
}

/** Slack's check of the address that receives events: the bot must give the challenge back. */
export async function verifyUrl(world: World): Promise<boolean> {
  const challenge = randomBytes(24).toString('base64url');
  const body = { type: 'url_verification', token: 'sandbox', challenge, sent_at: realNow() };
  const teamId = world.options.seed.workspaces[0]?.id ?? '';
  const answer = await deliver(world, { kind: 'event', teamId, name: 'url_verification', body, retry: null });
  const given = typeof answer.body === 'object' && answer.body !== null ? (answer.body as Bag).challenge : answer.body;
  return answer.ok && given === challenge;
}
