/** The list that a form brings: a file, which the platform is asked for, or pasted rows. */
import type { Call } from '../../../chat/call.ts';
import type { GivenFile } from '../../../chat/platform.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { GivenList } from '../operations/given.ts';

export interface FileSource {
  /** Throws Unavailable when the platform does not answer in time. */
  readonly readFile: (call: Call, file: string, maxBytes: number) => Promise<GivenFile>;
}

/** Five hundred rows take a tenth of this. */
const maxFileBytes = 1024 * 1024;

export interface Given {
  readonly file?: string | null | undefined;
  readonly rows?: string | null | undefined;
  readonly rows2?: string | null | undefined;
  readonly rows3?: string | null | undefined;
}

/** Refusals stand beside the file. */
export async function listOf(call: Call, source: FileSource, given: Given): Promise<Outcome<GivenList>> {
  const text = [given.rows, given.rows2, given.rows3].filter(Boolean).join('\n');
  if (!given.file) return done(text);
  if (text !== '') return refused('import-two-lists', {}, 'file');
  const read = await source.readFile(call, given.file, maxFileBytes);
  switch (read.kind) {
    case 'read':
      return done(read.bytes);
    case 'too-large':
      return refused('file-too-large', { limit: maxFileBytes / 1024 }, 'file');
    case 'gone':
      return refused('file-gone', {}, 'file');
    case 'turned-away':
      return read.refused;
  }
}
