/** Socket Mode's server side: tickets, connections, hello, envelopes and their acknowledgements. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';
import { type Bag, isBag } from './contract/rules.ts';

export interface SocketMode {
  isConnected(): boolean;
  /** Sends one envelope to any connection; the acknowledgement's payload, or null when none came in time. */
  send(type: string, payload: Bag, extra: Bag, withinMs: number): Promise<{ payload: unknown } | null>;
  /** A one-time ticket that allows one connection. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells every connection to come back, as Slack does about once an hour. */
  refresh(reason: string): void;
  /** Says goodbye and waits a moment for the other side to do the same. */
  closeAll(): Promise<void>;
}

const connectionsLimit = 10;
/** Slack's client gives a connection up after 30 seconds without a ping. */
const pingMs = 10_000;
const goodbyeMs = 1000;

export function createSocketMode(): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const connections = new Set<WebSocket>();
  const waiting = new Map<string, (ack: { payload: unknown }) => void>();

  function welcome(connection: WebSocket): void {
    if (connections.size >= connectionsLimit) {
      disconnect(connection, 'too_many_websockets');
      return;
    }
    connections.add(connection);
    const heartbeat = setInterval(() => connection.ping(), pingMs);
    heartbeat.unref();
    connection.on('message', (data) => receive(String(data)));
    connection.on('error', () => connection.terminate());
    connection.on('close', () => {
      clearInterval(heartbeat);
      connections.delete(connection);
    });
    const debug = { host: 'sandbox', approximate_connection_time: 3600 };
    connection.send(JSON.stringify({ type: 'hello', num_connections: connections.size, debug_info: debug }));
  }

  function receive(text: string): void {
    const answer = parse(text);
    const id = String(answer?.envelope_id);
    waiting.get(id)?.({ payload: answer?.payload });
    waiting.delete(id);
  }

  return {
    isConnected: () => connections.size > 0,
    send(type, payload, extra, withinMs) {
      // Any payload may arrive at any connection, so that two instances of a bot have to share their state.
      const open = [...connections].filter((each) => each.readyState === WebSocket.OPEN);
      const connection = open[Math.floor(Math.random() * open.length)];
      if (!connection) return Promise.resolve(null);
      const id = randomUUID();
      const accepts = type !== 'events_api';
      const envelope = { type, envelope_id: id, payload, accepts_response_payload: accepts, ...(accepts ? {} : extra) };
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          resolve(null);
        }, withinMs);
        waiting.set(id, (ack) => {
          clearTimeout(timer);
          resolve(ack);
        });
        connection.send(JSON.stringify(envelope));
      });
    },
    ticket() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    refresh(reason) {
      for (const connection of connections) disconnect(connection, reason);
    },
    async closeAll() {
      for (const connection of connections) connection.close(1001);
      for (let waited = 0; connections.size > 0 && waited < goodbyeMs; waited += 10) await pause(10);
      for (const connection of connections) connection.terminate();
      server.close();
    },
  };
}

function disconnect(connection: WebSocket, reason: string): void {
  connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }));
  connection.close(1000);
}

function parse(text: string): Bag | null {
  try {
    const value: unknown = JSON.parse(text);
    return isBag(value) ? value : null;
  } catch {
    return null;
  }
}
