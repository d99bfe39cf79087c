import { createCommands } from '../../commands/index.ts';
import { en } from '../../src/i18n/en/all.ts';
import { vi } from '../../src/i18n/vi/all.ts';

const { list } = createCommands({ duties: [], board: [] } as never);

function leaves(tree: object): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? value : leaves(value as object)));
}

/** Each "/command and what follows" of a text, up to the end of the clause. */
function typedLines(text: string): { name: string; rest: string }[] {
  return [...text.matchAll(/(?<=^|[\s“(])\/([a-z]+)((?: [\p{L}]+)*)/gu)].map(([, name = '', rest = '']) => ({
    name,
    rest: rest.trim(),
  }));
}

/** "lịch" begins "lịch để xem"; "list" does not begin "listed". */
function begins(rest: string, words: readonly string[]): boolean {
  return words.some((word) => word !== '' && `${rest} `.startsWith(`${word} `));
}

test.each([
  ['vi', leaves(vi)],
  ['en', leaves(en)],
] as const)('what the texts (%s) tell people to type is a command, with its words of that language', (locale, all) => {
  const other = locale === 'vi' ? 'en' : 'vi';
  const lines = all.flatMap(typedLines);

  const wrong = lines.filter(({ name, rest }) => {
    const command = list.find((one) => one.name === name);
    if (!command) return true;
    return command.subcommands.some(({ words }) => begins(rest, words[other]) && !begins(rest, words[locale]));
  });

  expect(lines.length).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
});
