/** Is a server running on a data folder, is it ours, and where does it listen? */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export const startPatienceMs = 20_000;

export interface Running {
  readonly pid: number;
  readonly port: number;
}

/** What the postmaster itself says about where it runs: lines 1 and 4 of its file. */
export async function readRunning(cluster: string): Promise<Running | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : null;
}

/** The password proves that it is this cluster's server and no stranger on a port that was free once. */
export async function answers(running: Running, password: string): Promise<boolean> {
  const patience = performance.now() + startPatienceMs;
  while ((await isServer(running.pid)) && performance.now() < patience) {
    const probe = new pg.Client({
      connectionString: urlOf(running.port, password, 'postgres'),
      connectionTimeoutMillis: 2000,
    });
    probe.on('error', () => {});
    try {
      await probe.connect();
      return true;
    } catch (error) {
      // 57P03: still recovering from a crash.
      if (codeOf(error) !== '57P03') return false;
      await sleep(100);
    } finally {
      await probe.end().catch(() => {});
    }
  }
  return false;
}

/** Not so for one that has ended but stays in the list of processes, or for another program that got its number. */
export async function isServer(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  if (status !== null) return /^Name:\s+postgres$/m.test(status) && !/^State:\s+Z/m.test(status);
  return process.platform === 'linux' ? false : isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

export function urlOf(port: number, password: string, database: string): string {
  return `postgres://quorate:${password}@127.0.0.1:${port}/${database}`;
}

export function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}
