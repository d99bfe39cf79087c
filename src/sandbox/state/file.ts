/** Keeps the state in a file: read once at the start, written whole and atomically, a moment after the last change. */
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Log } from '../../kernel/log.ts';
import type { SandboxState } from '../types.ts';

export interface StateFile {
  /** Notes a change; several within a moment become one write. */
  touch(): void;
  /** Writes what is still unwritten. */
  flush(): Promise<void>;
}

const quietMs = 150;

/** Null when there is no file or it is of another version: then it is set aside, never overwritten. */
export function readState(path: string, log: Log): SandboxState | null {
  if (!existsSync(path)) return null;
  try {
    const state = JSON.parse(readFileSync(path, 'utf8')) as SandboxState;
    if (state.version === 1) return state;
  } catch {
    // An unreadable file is set aside below, like one of another version.
  }
  log.warn({ path }, 'the chat file could not be read and was set aside');
  renameSync(path, `${path}.unreadable`);
  return null;
}

/** How far the demo clock was ahead when the chat was last saved, so that the app can start its clock there. */
export function readClockOffset(path: string, log: Log): number {
  return readState(path, log)?.clockOffsetMs ?? 0;
}

export function keepState(path: string | null, state: SandboxState, log: Log): StateFile {
  if (path === null) return { touch() {}, flush: () => Promise.resolve() };
  mkdirSync(dirname(path), { recursive: true });
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  function write(target: string): Promise<void> {
    timer = null;
    const text = JSON.stringify(state);
    // One after the other: two writers of the same temporary file would mix their bytes.
    writing = writing
      .then(() => writeFile(`${target}.tmp`, text))
      .then(() => rename(`${target}.tmp`, target))
      .catch((error: NodeJS.ErrnoException) => log.error({ code: error.code }, 'the chat file could not be written'));
    return writing;
  }

  return {
    touch() {
      timer ??= setTimeout(() => void write(path), quietMs);
    },
    async flush() {
      if (timer) {
        clearTimeout(timer);
        await write(path);
      }
      await writing;
    },
  };
}
