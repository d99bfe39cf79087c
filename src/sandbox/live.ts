/** Server-sent events: tells open pages what has changed; they then ask for it again as the person they act as. */
import type { ServerResponse } from 'node:http';

export type Notice =
  | { kind: 'messages'; channelId: string; onlyFor: string | null }
  | { kind: 'views'; userId: string }
  | { kind: 'home'; userId: string }
  | { kind: 'people' }
  | { kind: 'channels' }
  | { kind: 'clock' }
  | { kind: 'inspector' };

export interface Live {
  /** Null as team reaches every page. */
  tell(teamId: string | null, notice: Notice): void;
  connect(teamId: string, response: ServerResponse): void;
  closeAll(): void;
}

const heartbeatMs = 25_000;

export function createLive(): Live {
  const pages = new Map<ServerResponse, { teamId: string; heartbeat: NodeJS.Timeout }>();

  function forget(response: ServerResponse): void {
    const page = pages.get(response);
    if (page) clearInterval(page.heartbeat);
    pages.delete(response);
  }

  return {
    tell(teamId, notice) {
      const line = `data: ${JSON.stringify(notice)}\n\n`;
      for (const [response, page] of pages) {
        if (teamId === null || page.teamId === teamId) response.write(line);
      }
    },
    connect(teamId, response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      response.write('retry: 1000\n\n');
      const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
      heartbeat.unref();
      pages.set(response, { teamId, heartbeat });
      response.on('close', () => forget(response));
    },
    closeAll() {
      for (const response of [...pages.keys()]) {
        forget(response);
        response.end();
      }
    },
  };
}
