/** The same rates for the bot and for a bare Bolt app with one insert, in one run: the ratios are what can be compared. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openLoop } from './open-loop.mjs';

/** `kinds`: a name and what sends one request; the first is what the others are measured against. */
export async function besideBare(kinds, { rates, seconds }) {
  for (const [, send] of kinds) await openLoop({ perSecond: 10, seconds: 1, send });
  const rows = [];
  for (const perSecond of rates) {
    let base = null;
    for (const [name, send] of kinds) {
      const seen = await openLoop({ perSecond, seconds, send });
      base ??= seen;
      rows.push([
        `${name}, ${perSecond} a second`,
        seen.perSecond.toFixed(1),
        `${(100 * seen.done).toFixed(0)} %`,
        seen.p50.toFixed(1),
        seen.p99.toFixed(1),
        (seen.p50 / base.p50).toFixed(1),
        (seen.p99 / base.p99).toFixed(1),
      ]);
    }
  }
  return { head: ['open loop', 'done/s', 'answered', 'p50 ms', 'p99 ms', 'p50 ratio', 'p99 ratio'], rows };
}

export async function startBare(url, signingSecret) {
  const { freePort } = await import('../test/support/free-port.ts');
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'bare-bolt.mjs'), String(port), url, signingSecret],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}
