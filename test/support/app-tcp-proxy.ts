/** A wire between bot and database that can be held up and cut, and that reads which statements go over it. */
import { connect, createServer, type Socket } from 'node:net';

export interface DatabaseProxy {
  /** The same database, by way of the proxy. */
  readonly url: string;
  /** Nothing gets through any more; nothing is closed, and nothing is lost once it goes on. */
  pause(): void;
  /**
   * The database hears everything and its answers are held back, from this text on: the next one on a connection on which
   * `after` was said before, so that what others do meanwhile is not taken for it.
   */
  holdAnswersFrom(text: string, after: string): Promise<void>;
  resume(): void;
  /** Cuts all connections. */
  cut(): void;
  /** Cuts every connection on which this is sent, before it arrives, as often as given. */
  cutAt(text: string, times?: number): void;
  /** Statements run since the last call. */
  statements(): readonly string[];
  close(): Promise<void>;
}

interface Wire {
  readonly near: Socket;
  readonly far: Socket;
}

/** On any free port, or on one that somebody was told before. */
export async function startDatabaseProxy(target: string, port = 0): Promise<DatabaseProxy> {
  const to = new URL(target);
  const wires = new Set<Wire>();
  let isPaused = false;
  let waitingFor: { text: string; after: string; on: Socket | null; heard: () => void } | null = null;
  let cutting: { text: string; left: number } | null = null;
  let isHolding = false;
  let said: string[] = [];

  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    const wire = { near, far };
    wires.add(wire);
    const read = statementReader((text) => said.push(text));
    near.on('data', (chunk) => {
      if (cutting && cutting.left > 0 && chunk.includes(cutting.text)) {
        cutting.left -= 1;
        near.destroy();
        far.destroy();
        return;
      }
      far.write(chunk);
      read(chunk);
      if (waitingFor && chunk.includes(waitingFor.after)) waitingFor.on = near;
      if (waitingFor?.on === near && chunk.includes(waitingFor.text)) {
        isHolding = true;
        for (const each of wires) each.far.pause();
        waitingFor.heard();
        waitingFor = null;
      }
    });
    far.on('data', (chunk) => near.write(chunk));
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.on('error', () => {});
      socket.on('close', () => {
        wires.delete(wire);
        other.end();
      });
    }
    // A connection made during the outage is accepted and hears nothing.
    if (isPaused) near.pause();
    if (isPaused || isHolding) far.pause();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = new URL(target);
  const address = server.address();
  url.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  return {
    url: url.href,
    pause() {
      isPaused = true;
      for (const { near, far } of wires) {
        near.pause();
        far.pause();
      }
    },
    holdAnswersFrom: (text, after) => new Promise((heard) => (waitingFor = { text, after, on: null, heard })),
    resume() {
      isPaused = false;
      isHolding = false;
      for (const { near, far } of wires) {
        near.resume();
        far.resume();
      }
    },
    cut() {
      for (const { near, far } of wires) {
        near.destroy();
        far.destroy();
      }
    },
    cutAt(text, times = 1) {
      cutting = { text, left: times };
    },
    statements() {
      const since = said;
      said = [];
      return since;
    },
    async close() {
      for (const { near, far } of wires) {
        near.destroy();
        far.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** PostgreSQL's protocol, as far as it tells what is asked: Query (Q), Parse (P), Bind (B) and Execute (E). */
function statementReader(on: (text: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isGreeted = false;
  const prepared = new Map<string, string>();
  let bound = '';
  const textAt = (from: number, message: Buffer) => message.toString('utf8', from, message.indexOf(0, from));

  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const header = isGreeted ? 1 : 0;
      if (rest.length < header + 4) return;
      const length = rest.readInt32BE(header) + header;
      if (rest.length < length) return;
      const [kind, message] = [String.fromCharCode(rest[0] ?? 0), rest.subarray(5, length)];
      rest = rest.subarray(length);
      // The greeting has no kind.
      if (!isGreeted) isGreeted = true;
      else if (kind === 'Q') on(textAt(0, message));
      else if (kind === 'P') {
        const name = textAt(0, message);
        prepared.set(name, textAt(Buffer.byteLength(name) + 1, message));
      } else if (kind === 'B') bound = textAt(Buffer.byteLength(textAt(0, message)) + 1, message);
      else if (kind === 'E') on(prepared.get(bound) ?? bound);
    }
  };
}
