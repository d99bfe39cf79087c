/**
 * Promise 4: from the moment of a recusal a person finds the case nowhere. Two worlds, with the case and without it, are
 * crawled by the recused person through every command, button, form and search; what is shown must be equal.
 */
import type { Role } from '../../src/features/access/types.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { mistakes } from './bot.ts';
import { explore, type Step, type Walk, withoutIds } from './explore.ts';
import { afterwards, at, caseWords, createScene } from './scene.ts';
import { allIds } from './tables.ts';

const { handle } = await createTestDatabase();

const readers: readonly (readonly [string, readonly Role[]])[] = [
  ['a member', ['member']],
  ['the committee secretary who is also the chair', ['clerk', 'chair']],
];

describe.each(readers)('recused, %s', (_who, roles) => {
  let withCase: readonly Walk[] = [];
  let without: readonly Walk[] = [];

  beforeAll(async () => {
    without = await crawl(roles, false);
    withCase = await crawl(roles, true);
  }, 600_000);

  test('the crawl comes far', () => {
    expect(without.length).toBeGreaterThan(40);
    expect(mistakes).toEqual([]);
  });

  test('nothing shown names the case', () => {
    const naming = withCase.filter(({ reply, input }) =>
      caseWords.some((word) => JSON.stringify([reply, input]).includes(word)),
    );

    expect(naming.map(({ path }) => path)).toEqual([]);
  });

  test('everything is as if the case did not exist', () => {
    const expected = shownAt(without);
    const shown = shownAt(withCase);

    const different = [...new Set([...expected.keys(), ...shown.keys()])].flatMap((path) =>
      expected.get(path) === shown.get(path)
        ? []
        : [`${path}: ${difference(expected.get(path) ?? 'not there', shown.get(path) ?? 'not there')}`],
    );

    expect(different).toEqual([]);
  });
});

test('control: the chair, who is not recused, does find the case', async () => {
  const scene = await createScene(handle, { withCase: true });
  const options = { channel: scene.channel, depth: 1, known: await allIds(handle), prune };

  const walks = await explore(at(scene.chair, afterwards), options);

  expect(walks.some(({ reply }) => caseWords.some((word) => JSON.stringify(reply).includes(word)))).toBe(true);
}, 600_000);

async function crawl(roles: readonly Role[], withCase: boolean): Promise<readonly Walk[]> {
  const scene = await createScene(handle, { withCase, readerRoles: roles });
  const options = {
    channel: scene.channel,
    depth: 2,
    known: await allIds(handle),
    prune,
  };
  return explore(at(scene.reader, afterwards), options);
}

/** Setting up another committee leads out of this one; the menu repeats the commands. */
function prune(step: Step): boolean {
  return step.kind === 'press' ? step.action === 'quorate.line' : 'form' in step && step.form === 'committees.set-up';
}

function shownAt(walks: readonly Walk[]): ReadonlyMap<string, string> {
  return new Map(
    walks.map(({ path, reply }) => [
      JSON.stringify(path),
      withoutIds(JSON.stringify(reply))
        .replace(/\b[0-9a-f]{64}\b/gu, '#')
        // The chain is the whole workspace's, and counts every event.
        .replace(/"before":"\d+"/gu, '"before":"#"')
        .replace(/\d+ entr(?:y|ies) of the last moments/gu, '# entries')
        .replace(/calendar\/[\w-]+\.ics/gu, 'calendar/#.ics'),
    ]),
  );
}

/** Where two texts part, with a little before and after: enough to see what leaked. */
function difference(expected: string, shown: string): string {
  let start = 0;
  while (start < expected.length && expected[start] === shown[start]) start += 1;
  const part = (text: string) => text.slice(Math.max(0, start - 60), start + 160);
  return `\n  without: …${part(expected)}…\n  with: …${part(shown)}…`;
}
