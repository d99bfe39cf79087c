/** Signed requests at 127.0.0.1: evenly spaced (open loop), or as fast as some connections go (closed loop). Bounded. */
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export const signingSecret = 'bench-signing-secret-0000';
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** Milliseconds to the answer; throws when it is not 200. */
export function send(port, body) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...{ agent, port, host: '127.0.0.1', path: '/slack/events', method: 'POST' },
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
        },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        answer.on('end', () => {
          if (answer.statusCode !== 200) reject(new Error(`answered ${answer.statusCode}`));
          else resolve({ ms: performance.now() - start, text });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

export async function openLoop(port, make, perSecond, seconds) {
  const asked = [];
  const start = performance.now();
  for (let i = 0; i < perSecond * seconds; i += 1) {
    const due = start + (i * 1000) / perSecond;
    if (due > performance.now()) await pause(due - performance.now());
    // Counted from when it was due: a queue in front of the bot is part of the wait.
    const late = performance.now() - due;
    asked.push(send(port, make(i)).then(({ ms }) => ms + late));
  }
  return spread(await Promise.all(asked));
}

export async function closedLoop(port, make, connections, seconds) {
  const end = performance.now() + seconds * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: connections }, async (_, lane) => {
      while (performance.now() < end) {
        await send(port, make(`${lane}-${count}`));
        count += 1;
      }
    }),
  );
  return count / seconds;
}

export function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p99: at(0.99) };
}
