/** The Bolt app: one receiver (HTTP or Socket Mode), our own authorisation, and one listener for each kind of payload. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, LogLevel, type Receiver } from '@slack/bolt';
import type { Conversation } from '../chat/conversation.ts';
import type { PlatformEvent } from '../chat/platform-event.ts';
import { systemClock } from '../kernel/clock.ts';
import { errorFacts, type Log } from '../kernel/log.ts';
import { type Clients, clientOptions } from './api.ts';
import type { Count } from './counts.ts';
import type { Desk } from './desk.ts';
import { createHttpReceiver } from './http-receiver.ts';
import type { Installations } from './installations.ts';
import { libraryLogger } from './library-logger.ts';
import { times } from './limits.ts';
import { onAction } from './listeners/button.ts';
import { onCommand, onShortcut } from './listeners/command.ts';
import { type EventBody, onEvent } from './listeners/event.ts';
import type { ActionPayload } from './listeners/interaction.ts';
import { onSuggestion, type SuggestionPayload } from './listeners/options.ts';
import { safely } from './listeners/safely.ts';
import { onSubmission, type SubmissionPayload } from './listeners/submission.ts';
import { recentIds } from './recent-ids.ts';
import { createSharedChannels } from './shared-channels.ts';
import { createSocketReceiver } from './socket-receiver.ts';

export interface SlackAppParts {
  readonly conversation: Conversation;
  readonly onPlatformEvent: (event: PlatformEvent) => Promise<void>;
  readonly installations: Installations;
  readonly clients: Clients;
  readonly transport:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
  /** Full prefix before the method name, as in SLACK_API_URL. */
  readonly apiUrl: string;
  readonly log: Log;
  readonly count: Count;
  /** Left out: what leaves some of Slack's three seconds for the way back. */
  readonly answerByMs?: number;
}

export interface SlackApp {
  /** For POST /slack/events on the shared server; null in Socket Mode. */
  readonly requestListener: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  /** Connects in Socket Mode (and keeps connecting by itself); nothing to do over HTTP. */
  start(): Promise<void>;
  /** Waits for what is being answered, at most five seconds. */
  stop(): Promise<void>;
  /** Nobody is being answered at the moment, and no answer is on its way after its acknowledgement. */
  isAtRest(): boolean;
}

/** Slack repeats an event at most three times within six minutes. */
const rememberedEvents = 20_000;

export function createSlackApp(parts: SlackAppParts): SlackApp {
  const { transport, log, count, apiUrl, answerByMs = times.answerBy } = parts;
  let requestListener: SlackApp['requestListener'] = null;
  let receiver: Receiver & { isAtRest(): boolean };
  if (transport.kind === 'http') {
    const http = createHttpReceiver({
      signingSecret: transport.signingSecret,
      clock: systemClock,
      log,
      count,
      answerByMs,
    });
    receiver = http;
    requestListener = http.requestListener;
  } else {
    receiver = createSocketReceiver({ appToken: transport.appToken, apiUrl, log, count, answerByMs });
  }
  const app = new App({
    receiver,
    // A workspace that we do not know is let in without a token, so that its people get an answer in words.
    authorize: async ({ teamId }) => {
      const installation = teamId === undefined ? null : parts.installations.forTeam(teamId);
      return installation ? { ...pick(installation), teamId } : { teamId };
    },
    logger: libraryLogger(log),
    logLevel: LogLevel.WARN,
    clientOptions: clientOptions(apiUrl, log),
    convoStore: false,
  });
  listen(app, { ...parts, answerByMs, shared: createSharedChannels() });
  return {
    requestListener,
    start: async () => void (await app.start()),
    stop: async () => void (await app.stop()),
    isAtRest: () => receiver.isAtRest(),
  };
}

function listen(app: App, desk: Desk): void {
  const seen = recentIds(rememberedEvents);
  app.command(/.*/u, ({ body, ack, context }) =>
    safely(desk, body, ack, () => onCommand(desk, body, ack as Ack, receivedAt(context))),
  );
  app.shortcut(/.*/u, ({ body, ack, context }) =>
    safely(desk, body, ack, () => onShortcut(desk, body, ack as Ack, receivedAt(context))),
  );
  app.action({ type: 'block_actions' }, ({ body, ack, context }) =>
    safely(desk, body, ack, () => onAction(desk, body as unknown as ActionPayload, ack as Ack, receivedAt(context))),
  );
  app.options({ type: 'block_suggestion' }, ({ body, ack, context }) =>
    onSuggestion(desk, body as unknown as SuggestionPayload, ack as Ack, receivedAt(context)),
  );
  app.view({ type: 'view_submission' }, ({ body, ack, context }) =>
    safely(desk, body, ack, () =>
      onSubmission(desk, body as unknown as SubmissionPayload, ack as Ack, receivedAt(context)),
    ),
  );
  app.view({ type: 'view_closed' }, ({ ack }) => ack());
  app.event(/.*/u, ({ body, context }) =>
    onEvent(desk, body as unknown as EventBody, seen, {
      receivedAt: receivedAt(context),
      isRepeat: (context.retryNum ?? 0) > 0,
    }),
  );
  // Handed back to the receiver: an event is asked for again, anything else ends the request.
  app.error(async (error) => {
    desk.log.error(errorFacts(error.original ?? error), 'a request from slack failed');
    throw error;
  });
}

type Ack = (answer?: object) => Promise<void>;

function receivedAt(context: object): number {
  return 'receivedAt' in context && typeof context.receivedAt === 'number' ? context.receivedAt : performance.now();
}

function pick({ botToken, botId, botUserId }: { botToken: string; botId: string; botUserId: string }) {
  return { botToken, botId, botUserId };
}
