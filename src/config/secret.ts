/** QUORATE_SECRET as bytes, and the one that is made in the data folder when none is given. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from './rules.ts';

export function secretOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

export interface FoundSecret {
  readonly bytes: Uint8Array;
  readonly warning: Problem;
}

export async function makeOrReadSecret(dataDir: string): Promise<FoundSecret | Problem> {
  const path = join(dataDir, 'secret');
  try {
    await mkdir(dataDir, { recursive: true });
    const isNew = await makeOnce(path);
    const bytes = secretOf((await readFile(path, 'utf8')).trim());
    if (bytes.length !== 32) {
      const fix = `is not set, and ${path} does not hold 32 bytes in base64: bring back the file from a backup`;
      return { variable: 'QUORATE_SECRET', fix };
    }
    const fix = isNew
      ? `is not set: one was made in ${path}; keep a copy of that file apart from the database`
      : `is not set: the one in ${path} is used`;
    return { bytes, warning: { variable: 'QUORATE_SECRET', fix } };
  } catch (error) {
    const fix = `must be a folder that the bot may write to: ${dataDir} is not (${codeOf(error)})`;
    return { variable: 'QUORATE_DATA_DIR', fix };
  }
}

/** Written aside and linked into place: of two bots that start at once, both then read the same whole file. */
async function makeOnce(path: string): Promise<boolean> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(aside, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    await link(aside, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}
