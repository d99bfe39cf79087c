/** GET and POST /answer/<token>: the page on which an authority without an account answers, and its form. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface AnswerPage {
  readonly status: number;
  readonly html: string;
}

export interface AnswerPages {
  /** Only shows: previews of links in mails and chats spend nothing. Null: there is no such address. */
  readonly show: (secret: string) => Promise<AnswerPage | null>;
  /** The fields of the form, as typed. */
  readonly take: (secret: string, typed: Readonly<Record<string, string>>) => Promise<AnswerPage | null>;
}

/** Three hundred seats with a reason each stay far below it. */
const longestForm = 2_000_000;

export async function serveAnswerPage(
  pages: AnswerPages,
  secret: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET') return send(response, await pages.show(secret));
  if (request.method !== 'POST') return send(response, null);
  const form = await read(request);
  if (form === null) return send(response, { status: 413, html: 'too long' });
  send(response, await pages.take(secret, Object.fromEntries(new URLSearchParams(form))));
}

async function read(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Read on all the same, and thrown away: hanging up on the sender would take the answer with it.
    if (length <= longestForm) chunks.push(chunk);
  }
  return length > longestForm ? null : Buffer.concat(chunks).toString('utf8');
}

/** The address is a secret: no page that it links to learns it, and nothing keeps the page. */
function send(response: ServerResponse, page: AnswerPage | null): void {
  response.writeHead(page?.status ?? 404, {
    'content-type': `${page ? 'text/html' : 'text/plain'}; charset=utf-8`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  });
  response.end(page?.html ?? 'not found');
}
