/** An npm package cannot hold symbolic links, so PostgreSQL's are listed in a file and made after installing. */
import { access, readFile, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Makes them where npm was told to run no install scripts (`ignore-scripts`): nothing starts without them. */
export async function linkLibraries(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as readonly Link[]) {
    const path = join(packageFolder, target);
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    // Every link points to a file in its own folder. Losing the race against another bot is no harm.
    if (!isThere) await symlink(basename(source), path).catch(() => {});
  }
}
