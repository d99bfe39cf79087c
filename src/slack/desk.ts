/** What every listener is given, and the words for who acted where: from Slack's payload to an Origin of ours. */
import type { Origin } from '../chat/call.ts';
import type { Conversation } from '../chat/conversation.ts';
import type { PlatformEvent } from '../chat/platform-event.ts';
import type { Log } from '../kernel/log.ts';
import type { Clients, SlackClient } from './api.ts';
import { type Drawing, drawingFor } from './blocks/drawing.ts';
import type { Count } from './counts.ts';
import type { Installation, Installations } from './installations.ts';
import type { SharedChannels } from './shared-channels.ts';

export const platformName = 'slack';

export interface Desk {
  readonly conversation: Conversation;
  readonly onPlatformEvent: (event: PlatformEvent) => Promise<void>;
  readonly installations: Installations;
  readonly clients: Clients;
  readonly shared: SharedChannels;
  readonly log: Log;
  readonly count: Count;
  /** Milliseconds from the arrival of a request to its answer at the latest. */
  readonly answerByMs: number;
}

/** One act as it is being answered. */
export interface Visit {
  readonly desk: Desk;
  readonly origin: Origin;
  readonly client: SlackClient;
  readonly installation: Installation;
  readonly drawing: Drawing;
  /** performance.now() by which Slack must have its answer. */
  readonly answerBy: number;
  readonly responseUrl: string | null;
  readonly triggerId: string | null;
}

export function visitOf(
  desk: Desk,
  given: { origin: Origin; receivedAt: number; responseUrl?: string | undefined; triggerId?: string | undefined },
): Visit | null {
  const installation = desk.installations.forTeam(given.origin.team);
  if (!installation) return null;
  return {
    desk,
    origin: given.origin,
    installation,
    client: desk.clients(installation.botToken),
    drawing: drawingOf(desk, given.origin),
    answerBy: given.receivedAt + desk.answerByMs,
    responseUrl: given.responseUrl ?? null,
    triggerId: given.triggerId ?? null,
  };
}

/** Asked anew for every answer: the first answer to somebody tells which language is theirs. */
export function drawingOf(desk: Desk, origin: Origin): Drawing {
  return drawingFor(desk.conversation, desk.conversation.localeOf(origin));
}

/** Why there is no visit, in words. */
export function closedDoor(desk: Desk, origin: Origin): string {
  desk.count('unknown-workspace');
  const key = desk.installations.isReady() ? 'unknown-workspace' : 'starting';
  return desk.conversation.words(desk.conversation.localeOf(origin), key);
}
