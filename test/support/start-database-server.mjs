/**
 * Once per test run: one PostgreSQL in a temporary folder, and in it a template database with all migrations applied.
 * Each test file clones the template (test-database.ts).
 */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import '../../scripts/typescript.mjs';

export default async function startDatabaseServer() {
  const { startEmbeddedServer } = await import('../../src/database/embedded/server.ts');
  const { migrate } = await import('../../src/database/migrate.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'quorate-test-'));
  const server = await startEmbeddedServer({ dataDir, unsafeFast: true });

  const watchdog = clearUpAfterKill(server.pid, dataDir);

  const template = new URL(server.url);
  template.pathname = '/template_quorate';
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE DATABASE template_quorate');
  await client.end();
  await migrate(template.href);
  const install = new URL('../../src/queue/install.ts', import.meta.url);
  if (existsSync(install)) {
    const { installQueue } = await import(install.href);
    await installQueue(template.href);
  }

  process.env.QUORATE_TEST_SERVER = server.url;
  globalThis.stopDatabaseServer = async () => {
    watchdog?.kill();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** The server outlives its starter on purpose; a test run that was killed must not leave one behind all the same. */
function clearUpAfterKill(pid, dataDir) {
  if (process.platform === 'win32') return null;
  // `cat` ends when this process does, however it ends: the other end of its input closes.
  const words = 'cat > /dev/null; kill -QUIT "$1" 2> /dev/null; sleep 1; rm -rf "$2"';
  const child = spawn('sh', ['-c', words, 'sh', String(pid), dataDir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  child.unref();
  child.stdin.unref();
  return child;
}
