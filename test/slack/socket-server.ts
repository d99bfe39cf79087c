/** The other end of Socket Mode, small enough to misbehave on command: it gives out addresses, greets, and cuts off. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export interface SocketServer {
  readonly apiUrl: string;
  readonly hookUrl: string;
  /** Open connections, oldest first. */
  readonly sockets: WebSocket[];
  /** When an address was asked for, in milliseconds of performance.now(). */
  readonly openings: number[];
  /** What came over any socket. */
  readonly acknowledged: { envelope_id: string; payload?: unknown }[];
  /** What came to the response_url. */
  readonly hooked: { text?: string }[];
  /** Answers the next requests for an address so. */
  failOpenings(times: number, how: 'status' | 'hang-up' | 'refuse'): void;
  /** Cuts the next connections off right after greeting them. */
  cutNext(times: number): void;
  send(envelope: object, over?: WebSocket): void;
  stop(): Promise<void>;
}

export async function startSocketServer(): Promise<SocketServer> {
  const sockets: WebSocket[] = [];
  const openings: number[] = [];
  const acknowledged: { envelope_id: string; payload?: unknown }[] = [];
  const hooked: { text?: string }[] = [];
  const failures: string[] = [];
  let cuts = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (request.url === '/hook') {
        hooked.push(JSON.parse(body) as { text?: string });
        return response.end('ok');
      }
      openings.push(performance.now());
      const failure = failures.shift();
      if (failure === 'hang-up') return request.socket.destroy();
      if (failure === 'status') return response.writeHead(503).end();
      response.setHeader('content-type', 'application/json');
      if (failure === 'refuse') return response.end(JSON.stringify({ ok: false, error: 'invalid_auth' }));
      return response.end(JSON.stringify({ ok: true, url: origin.replace('http', 'ws') }));
    });
  });
  const ws = new WebSocketServer({ server });
  ws.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('close', () => sockets.splice(sockets.indexOf(socket), 1));
    socket.on('message', (data) => acknowledged.push(JSON.parse(String(data))));
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.length }));
    if (cuts > 0) {
      cuts -= 1;
      setTimeout(() => socket.terminate(), 5);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${origin}/api/`,
    hookUrl: `${origin}/hook`,
    sockets,
    openings,
    acknowledged,
    hooked,
    failOpenings: (times, how) => failures.push(...Array.from({ length: times }, () => how)),
    cutNext: (times) => {
      cuts = times;
    },
    send: (envelope, over = sockets.at(-1)) => over?.send(JSON.stringify(envelope)),
    async stop() {
      for (const socket of sockets) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
