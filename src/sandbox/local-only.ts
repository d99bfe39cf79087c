/** Lets only this machine in, and only under its own name: a page elsewhere must not reach the sandbox by rebinding. */
import type { IncomingMessage } from 'node:http';

const ownNames = ['localhost', '127.0.0.1', '[::1]'];

export function isLocalRequest(request: IncomingMessage, selfUrl: string): boolean {
  const from = request.socket.remoteAddress ?? '';
  const isLoopback = from === '::1' || from.startsWith('127.') || from.startsWith('::ffff:127.');
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return isLoopback && (ownNames.includes(host) || host === new URL(selfUrl).hostname);
}

/** What the page asks for may only be asked by the page: no other site's script or form. */
export function isOwnPage(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return request.method === 'GET' || request.headers['content-type'] === 'application/json';
}
