/** Runs a sandbox on a port of its own, for tests and tools that have no other server. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox, type Sandbox } from './server.ts';
import type { SandboxOptions } from './types.ts';

export interface Listening {
  sandbox: Sandbox;
  /** Such as `http://127.0.0.1:40123`; the Web API is at `<url>/api/`. */
  url: string;
  /** Sets the bot's address anew: a bot often needs the sandbox's address before it has one of its own. */
  deliverTo(url: string): void;
  stop(): Promise<void>;
}

export async function listenSandbox(options: SandboxOptions, port = 0): Promise<Listening> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const own = { ...options, selfUrl: url };
  const sandbox = createSandbox(own);
  server.on('request', (request, response) => {
    if (!sandbox.handle(request, response)) response.writeHead(404).end();
  });
  server.on('upgrade', (request, socket, head) => {
    if (!sandbox.handleUpgrade(request, socket, head)) socket.destroy();
  });
  await sandbox.start();
  return {
    sandbox,
    url,
    deliverTo(to) {
      own.deliverTo = to;
    },
    async stop() {
      await sandbox.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
