/** The Events API: Home, direct messages, and hints about the life of the workspace. Each event counts once. */
import type { Input } from '../../chat/call.ts';
import type { PlatformEvent } from '../../chat/platform-event.ts';
import { formNotOpened } from '../again.ts';
import { type Desk, drawingOf, platformName, visitOf } from '../desk.ts';
import { postOnce } from '../post.ts';
import type { RecentIds } from '../recent-ids.ts';
import { messageIn } from '../reply-message.ts';
import { requestIdFrom } from '../request-id.ts';
import { typedInChat } from '../typed-text.ts';
import { channelOf } from '../view-state.ts';
import { publishHome } from './home.ts';

export interface EventBody {
  readonly event_id?: string;
  readonly team_id?: string;
  readonly event_time?: number;
  readonly authorizations?: readonly { team_id?: string | null }[];
  readonly event: SlackEvent;
}

export interface SlackEvent {
  readonly type: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  readonly user?: string | { id: string };
  readonly channel?: string | { id: string };
  readonly channel_type?: string;
  readonly text?: string;
  readonly ts?: string;
  readonly tab?: string;
  readonly tokens?: { bot?: readonly string[] };
}

export interface EventContext {
  readonly receivedAt: number;
  /** Slack sends this event not for the first time. */
  readonly isRepeat: boolean;
}

export async function onEvent(desk: Desk, body: EventBody, seen: RecentIds, at: EventContext): Promise<void> {
  if (body.event_id && !seen.add(body.event_id)) return desk.count('event-repeated');
  try {
    await handle(desk, body, at);
  } catch (error) {
    // Slack will send it again: it must not be taken for a repeat then.
    if (body.event_id) seen.forget(body.event_id);
    throw error;
  }
}

async function handle(desk: Desk, body: EventBody, at: EventContext): Promise<void> {
  const { event } = body;
  const team = body.authorizations?.[0]?.team_id ?? body.team_id ?? '';
  if (event.type === 'app_home_opened') {
    if (event.tab === 'home') await openHome(desk, team, event, at.receivedAt);
    return;
  }
  if (event.type === 'message') return directMessage(desk, team, body, at);
  const told = platformEvent(event, team, desk.installations.forTeam(team)?.botUserId ?? null);
  if (told) await desk.onPlatformEvent(told);
}

async function openHome(desk: Desk, team: string, event: SlackEvent, receivedAt: number): Promise<void> {
  const origin = { platform: platformName, team, user: idOf(event.user), channel: null, requestId: null };
  const visit = visitOf(desk, { origin, receivedAt });
  if (visit) await publishHome(visit);
}

/** Only what a person wrote: no edits, joins or files, nothing by a bot, this one included. */
async function directMessage(desk: Desk, team: string, body: EventBody, at: EventContext): Promise<void> {
  const { event } = body;
  if (event.channel_type !== 'im' || event.subtype || event.bot_id || !event.user) return;
  const origin = {
    platform: platformName,
    team,
    user: idOf(event.user),
    channel: channelOf(idOf(event.channel), false),
    requestId: requestIdFrom('direct-message', idOf(event.channel), event.ts),
  };
  const visit = visitOf(desk, { origin, receivedAt: at.receivedAt });
  if (!visit) return;
  const input: Input = { kind: 'direct-message', text: typedInChat(event.text ?? '') };
  const reply = await desk.conversation.answer(origin, input);
  const drawing = drawingOf(desk, origin);
  // A message gives no trigger: a form is offered behind a button.
  const isForm = reply.kind === 'form' || reply.kind === 'redraw';
  const message = isForm ? formNotOpened(input, origin.requestId, drawing) : messageIn(reply);
  if (message) await postOnce(visit, idOf(event.channel), message, `answer:${origin.requestId}`, at.isRepeat);
}

export function platformEvent(event: SlackEvent, team: string, botUser: string | null): PlatformEvent | null {
  const at = { platform: platformName, team };
  const [user, channel] = [idOf(event.user), idOf(event.channel)];
  switch (event.type) {
    case 'member_joined_channel':
      return user === botUser
        ? { ...at, kind: 'bot-joined-channel', channel }
        : { ...at, kind: 'account-joined-channel', user, channel };
    case 'member_left_channel':
      return user === botUser
        ? { ...at, kind: 'bot-left-channel', channel }
        : { ...at, kind: 'account-left-channel', user, channel };
    case 'channel_left':
    case 'group_left':
      return { ...at, kind: 'bot-left-channel', channel };
    case 'channel_rename':
    case 'group_rename':
      return { ...at, kind: 'channel-renamed', channel };
    case 'channel_archive':
    case 'group_archive':
      return { ...at, kind: 'channel-archived', channel, isArchived: true };
    case 'channel_unarchive':
    case 'group_unarchive':
      return { ...at, kind: 'channel-archived', channel, isArchived: false };
    case 'channel_deleted':
    case 'group_deleted':
      return { ...at, kind: 'channel-gone', channel };
    case 'user_change':
    case 'team_join':
      return { ...at, kind: 'account-changed', user };
    case 'app_uninstalled':
      return { ...at, kind: 'bot-removed' };
    case 'tokens_revoked':
      return event.tokens?.bot?.length ? { ...at, kind: 'bot-removed' } : null;
    default:
      return null;
  }
}

function idOf(value: string | { id: string } | undefined): string {
  return typeof value === 'string' ? value : (value?.id ?? '');
}
