/** Slack's Web API as we call it: one client per token, no retries or waiting inside, and what an error tells. */
import { webApi } from '@slack/bolt';
import type { Log } from '../kernel/log.ts';
import { libraryLogger } from './library-logger.ts';
import { times } from './limits.ts';

export type SlackClient = webApi.WebClient;
export type Clients = (token: string) => SlackClient;

/**
 * The library's own retries would post twice after a lost reply, and its own wait on a 429 would hold up every other
 * call of the workspace, also a views.open whose trigger lives three seconds.
 */
export function clientOptions(apiUrl: string, log: Log): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    timeout: times.apiCall,
    logger: libraryLogger(log),
    maxRequestConcurrency: 100,
  };
}

export function createClients(apiUrl: string, log: Log): Clients {
  const clients = new Map<string, SlackClient>();
  return (token) => {
    const known = clients.get(token);
    if (known) return known;
    const client = new webApi.WebClient(token, clientOptions(apiUrl, log));
    clients.set(token, client);
    return client;
  };
}

export type CallFailure =
  /** Slack said no; nothing was done. */
  | { readonly kind: 'refused'; readonly error: string }
  /** Nothing was done; try again after this long. */
  | { readonly kind: 'wait'; readonly retryAfterMs: number }
  /** Nobody can tell whether it was done. */
  | { readonly kind: 'unknown' };

/** Slack's names for its own trouble; it says itself that part of the work may have been done. */
const serverTrouble = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'unknown_error'];

export function failureOf(error: unknown): CallFailure {
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'wait', retryAfterMs: error.retryAfter * 1_000 };
  if (error instanceof webApi.WebAPIPlatformError) {
    const name = error.data.error;
    if (name === 'ratelimited' || name === 'rate_limited') return { kind: 'wait', retryAfterMs: 30_000 };
    return serverTrouble.includes(name) ? { kind: 'unknown' } : { kind: 'refused', error: name };
  }
  // A connection that was never made carried nothing.
  if (error instanceof webApi.WebAPIRequestError && neverConnected(error.original)) {
    return { kind: 'wait', retryAfterMs: 2_000 };
  }
  return { kind: 'unknown' };
}

export function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(
    code,
  );
}
