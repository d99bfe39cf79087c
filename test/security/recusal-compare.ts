/** What two worlds show, made comparable: ids, hashes and positions in the chain aside. */
import type { Input } from '../../src/chat/call.ts';
import { newId } from '../../src/kernel/ids.ts';
import { uuids, type Walk, withoutIds } from './explore.ts';
import type { Worded } from './recusal-crawl-cards.ts';
import { caseWords } from './scene.ts';

export function withUnknown(input: Input, ids: ReadonlySet<string>): Input {
  const other = new Map([...ids].map((id) => [id, newId()]));
  return JSON.parse(JSON.stringify(input).replace(uuids, (id) => other.get(id) ?? id)) as Input;
}

export function namesTheCase(shown: unknown): boolean {
  return caseWords.some((word) => JSON.stringify(shown ?? null).includes(word));
}

const neutralWords = [
  'There is nothing here for you any more',
  'There is nothing to do for you here any more',
  'The date for this has been cancelled',
  'This no longer waits for you',
  // In the room it cannot be hidden: whoever is there is asked to go out, and is not told for whom.
  'Please leave the room until you are called back',
];

/** Cards with something to say: what stands in place of one that is not the reader's any more says nothing of why. */
export function told(cards: readonly Worded[]): readonly string[] {
  return cards.flatMap(({ text }) => (text && !isNeutral(text) ? [text] : []));
}

function isNeutral(text: string): boolean {
  return neutralWords.some((words) => text.includes(words));
}

export function shownAt(walks: readonly Walk[]): ReadonlyMap<string, string> {
  return new Map(
    walks.map(({ path, reply }) => [
      JSON.stringify(path),
      withoutIds(JSON.stringify(reply))
        .replace(/\b[0-9a-f]{64}\b/gu, '#')
        .replace(/check sum [0-9a-f]{12}/gu, 'check sum #')
        // The chain is the whole workspace's, and counts every event.
        .replace(/"before":"\d+"/gu, '"before":"#"')
        .replace(/\d+ entr(?:y|ies) of the last moments/gu, '# entries')
        .replace(/calendar\/[\w-]+\.ics/gu, 'calendar/#.ics')
        .replace(/answer\/[\w-]+/gu, 'answer/#'),
    ]),
  );
}

/** Where two texts part, with a little before and after: enough to see what leaked. */
export function difference(expected: string, shown: string): string {
  let start = 0;
  while (start < expected.length && expected[start] === shown[start]) start += 1;
  const part = (text: string) => text.slice(Math.max(0, start - 60), start + 160);
  return `\n  without: …${part(expected)}…\n  with: …${part(shown)}…`;
}
