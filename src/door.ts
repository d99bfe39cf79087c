/** What people hand in is looked at here first, whichever feature it is for: at the router, and where files are read. */
import { textsOf } from './answers.ts';
import type { Call, Input } from './chat/call.ts';
import type { FileRead, GivenFile } from './chat/platform.ts';
import type { RouterParts } from './chat/router.ts';
import { textOfFile } from './documents/file-text.ts';
import { turnAway, type Way } from './features/classification/operations/turn-away.ts';

/** While somebody looks for a name or fills a form in, nothing is handed in yet. */
const ways: Readonly<Record<Input['kind'] | 'search', Way>> = {
  command: 'line',
  button: 'line',
  home: 'line',
  'direct-message': 'message',
  submission: 'form',
  change: 'look',
  search: 'look',
};

export const door: RouterParts['door'] = async (call, { by, texts }) => {
  const turnedAway = await turnAway(
    call,
    texts.map(({ text }) => text),
    ways[by],
  );
  if (!turnedAway) return null;
  return { field: texts[turnedAway.at]?.field ?? null, words: textsOf(call).refusal(turnedAway.refused) };
};

type ReadFile<T> = (call: Call, file: string, maxBytes: number) => Promise<T>;

/** No feature gets the bytes of a file that bears a marking above what is accepted. */
export function guardedFiles(read: ReadFile<FileRead>): ReadFile<GivenFile> {
  return async (call, file, maxBytes) => {
    const given = await read(call, file, maxBytes);
    if (given.kind !== 'read') return given;
    const turnedAway = await turnAway(call, [textOfFile(given.bytes)], 'file');
    return turnedAway ? { kind: 'turned-away', refused: turnedAway.refused } : given;
  };
}
