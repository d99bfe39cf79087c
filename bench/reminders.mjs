/**
 * 10,000 reminders due in the same minute, in 200 committees of 20 workspaces, on two instances of which one is killed
 * half-way, at Slack's own pace: how long, and how close to what the pace allows. Ends by itself after five minutes.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const size = { workspaces: 20, committees: 10, people: 50, channelCards: 5 };

/** On a server of its own. Rows of a table. */
export async function remindersAtOnce() {
  const { connectDatabase } = await import('../src/database/connect.ts');
  const { startEmbeddedServer } = await import('../src/database/embedded/server.ts');
  const { slackPacing } = await import('../src/delivery/limits.ts');
  const { silentLog } = await import('../src/kernel/log.ts');
  const { installQueue } = await import('../src/queue/install.ts');
  const { playStorm } = await import('../test/support/reminder-storm.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'quorate-reminders-'));
  const server = await startEmbeddedServer({ dataDir });
  const database = await connectDatabase({
    ...{ url: server.url, dataDir, secret: new Uint8Array(32).fill(7), now: new Date(), log: silentLog },
    afterMigrations: [installQueue],
  });
  try {
    const seen = await playStorm(database.handle, server.url, {
      ...{ size, pacing: slackPacing, answersAfterMs: 80, settleMs: 40_000, limitMs: 300_000, kills: true },
    });
    const each = size.committees * size.people + size.channelCards;
    const leastMs = (each - 1) * slackPacing.perWorkspaceMs;
    return [
      ['reminders, each in a conversation of its own', `${seen.reminders}`],
      ['all arrived', seen.isComplete ? 'yes' : 'no'],
      ['arrived twice', `${seen.twice}`],
      ['cards of a channel out of order', `${seen.outOfOrder}`],
      ['one of two instances killed after', `${seen.killedAt ?? 'not killed'} posts`],
      ['decided after (s)', (seen.decidedMs / 1000).toFixed(1)],
      ['last one posted after (s)', (seen.tookMs / 1000).toFixed(1)],
      ['what the pace allows at best (s)', (leastMs / 1000).toFixed(1)],
      ['share of that pace', `${((100 * leastMs) / seen.tookMs).toFixed(0)} %`],
      [
        'posts of one workspace in a minute, at most',
        `${seen.mostAMinute} (the pace allows ${60_000 / slackPacing.perWorkspaceMs})`,
      ],
      ['least time between two posts of one workspace (ms)', seen.leastGapMs.toFixed(0)],
    ];
  } finally {
    await database.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
