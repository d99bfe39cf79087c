/** Requests as Slack signs them, made by hand: forged, stale, repeated, or with the connection killed half-way. */
import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import type { Bag } from '../../src/sandbox/contract/rules.ts';

export interface Signing {
  readonly secret: string;
  /** Seconds that the timestamp is off. */
  readonly offBy?: number;
  readonly contentType?: string;
}

export interface SignedAnswer {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

export const commandBody = (form: Record<string, string>): string => new URLSearchParams(form).toString();
export const payloadBody = (payload: unknown): string => commandBody({ payload: JSON.stringify(payload) });

/** Null when the connection broke before there was an answer. */
export async function sendSigned(url: string, body: string, signing: Signing): Promise<SignedAnswer | null> {
  const start = performance.now();
  try {
    const response = await fetch(`${url}/slack/events`, { method: 'POST', body, headers: headersOf(body, signing) });
    return { status: response.status, text: await response.text(), ms: performance.now() - start };
  } catch {
    return null;
  }
}

/** Sends the whole request and closes the connection. That no answer came before is for the caller to see to. */
export function sendAndHangUp(url: string, body: string, signing: Signing): Promise<void> {
  const { port } = new URL(url);
  const headers = Object.entries(headersOf(body, signing)).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = Buffer.byteLength(body);
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        `POST /slack/events HTTP/1.1\r\nhost: bot\r\ncontent-length: ${length}\r\n${headers.join('')}\r\n${body}`,
        () => setTimeout(() => socket.destroy(), 5),
      );
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve());
  });
}

function headersOf(body: string, { secret, offBy = 0, contentType }: Signing): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000) + offBy);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const isJson = body.startsWith('{');
  return {
    'content-type': contentType ?? (isJson ? 'application/json' : 'application/x-www-form-urlencoded'),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
}

/** A form as somebody else, or the same person again, would send it: with an id and answers of its own. */
export function submissionOf(
  view: Bag,
  given: { user: string; team: string; requestId: string; values: Bag; triggerId?: string },
): string {
  const carried = JSON.parse(String(view.private_metadata)) as Bag;
  const { user, team, requestId, values } = given;
  return payloadBody({
    type: 'view_submission',
    team: { id: team, domain: 'examination' },
    user: { id: user, team_id: team, name: user.toLowerCase(), username: user.toLowerCase() },
    trigger_id: given.triggerId ?? `1.2.${requestId}`,
    view: { ...view, private_metadata: JSON.stringify({ ...carried, r: requestId }), state: { values } },
    response_urls: [],
  });
}
