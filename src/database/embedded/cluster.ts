/** The data folder of the embedded server: made once, whole or not at all. */
import { randomBytes } from 'node:crypto';
import { access, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { type Programs, run } from './programs.ts';

/** Made aside and put in place in one step, so that neither a crash nor a second bot ever sees half a cluster. */
export async function makeCluster(programs: Programs, cluster: string, unsafeFast: boolean): Promise<void> {
  if (await exists(join(cluster, 'PG_VERSION'))) return;
  const aside = `${cluster}.new-${randomBytes(4).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  await mkdir(aside, { mode: 0o700 });
  const passwordAside = `${aside}.password`;
  await writeFile(passwordAside, password, { mode: 0o600 });
  try {
    if (programs.account !== null) {
      await chown(aside, programs.account.uid, programs.account.gid);
      await chown(passwordAside, programs.account.uid, programs.account.gid);
    }
    await run(programs, 'initdb', [
      `--pgdata=${aside}`,
      `--pwfile=${passwordAside}`,
      '--username=quorate',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--no-instructions',
      ...(unsafeFast ? ['--no-sync'] : []),
    ]);
    await writeFile(passwordFile(aside), password, { mode: 0o600 });
    if (programs.account !== null) await chown(passwordFile(aside), programs.account.uid, programs.account.gid);
    await rename(aside, cluster).catch(async (cause) => {
      // Another bot was quicker with the same folder: its cluster is as good.
      if (!(await exists(join(cluster, 'PG_VERSION')))) throw cause;
    });
  } catch (cause) {
    throw new CannotStart(`PostgreSQL could not make its data folder ${cluster}: is the disk full or read-only?`, {
      cause,
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
    await rm(passwordAside, { force: true });
  }
}

export function passwordFile(cluster: string): string {
  return join(cluster, 'quorate-password');
}

export function logFile(cluster: string): string {
  return join(cluster, 'quorate.log');
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
