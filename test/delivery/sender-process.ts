/** A sender in a process of its own, to be killed: node --import scripts/typescript.mjs sender-process.ts <database> <platform> */
import { openDatabase } from '../../src/database/connect.ts';
import { createSender } from '../../src/delivery/sender.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { openLocks } from '../../src/queue/locks.ts';
import { httpPlatform } from './http-platform.ts';

const [url, platform] = process.argv.slice(2) as [string, string];

const sender = createSender({
  store: openDatabase(url, 3).handle,
  locks: openLocks(url, silentLog),
  platform: httpPlatform(platform),
  renderers: { 'test.card': async ({ ids }) => ({ summary: ids.text ?? '', blocks: [] }) },
  clock: systemClock,
  log: silentLog,
  secret: new Uint8Array(32).fill(9),
  pacing: { perChannelMs: 5, perWorkspaceMs: 2, redrawMs: 0, askMs: 0 },
  patience: { settleMs: 150, retryMs: 50 },
});

async function look(): Promise<void> {
  await sender.wakeAll().catch(() => {});
}

void look();
setInterval(() => void look(), 50);
