/**
 * A port for something that is told its port before it listens, and perhaps again after it was killed. Below those that
 * the system hands to outgoing connections, so that nobody gets it in between, and each process begins somewhere else.
 */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const [lowest, highest] = [12_000, 30_000];
let last = randomInt(lowest, highest);

export async function freePort(): Promise<number> {
  for (;;) {
    last = last >= highest ? lowest : last + 1;
    if (await isFree(last)) return last;
  }
}

/** On every address of the machine: a bot listens on all of them. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
