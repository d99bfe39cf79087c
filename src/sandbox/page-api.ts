/** What the browser page asks for. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from './world.ts';

export async function handlePage(_world: World, _request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(404).end();
}
