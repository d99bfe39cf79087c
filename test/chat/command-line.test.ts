import { z } from 'zod';
import { nothing } from '../../src/chat/call.ts';
import { type Command, subcommand } from '../../src/chat/command.ts';
import { parseCommandLine, tidyLine } from '../../src/chat/command-line.ts';

const command: Command = {
  name: 'review',
  vietnameseName: 'lay-y-kien',
  open: async () => nothing,
  subcommands: [
    subcommand({ name: 'open', words: { vi: ['mở'], en: ['open'] }, args: z.tuple([]), run: async () => nothing }),
    subcommand({
      name: 'openAll',
      words: { vi: ['mở tất cả'], en: ['open all'] },
      args: z.tuple([]),
      run: async () => nothing,
    }),
    subcommand({
      name: '',
      words: { vi: [], en: [] },
      args: z.tuple([z.string(), z.string()]),
      run: async () => nothing,
    }),
  ],
};

describe('a command line', () => {
  test.each([
    ['', 'open', undefined],
    ['  \u00a0 ', 'open', undefined],
    ['open', 'run', 'open'],
    ['OPEN', 'run', 'open'],
    ['mở', 'run', 'open'],
    ['mở tất cả', 'run', 'openAll'],
    ['Anna; Chair', 'run', ''],
    ['“Anna”；Chair', 'run', ''],
    ['Anna', 'usage', ''],
    ['open now', 'usage', 'open'],
  ])('%j is %s %s', (text, kind, name) => {
    const parsed = parseCommandLine(command, text);

    expect(parsed.kind).toBe(kind);
    expect('subcommand' in parsed ? parsed.subcommand.name : undefined).toBe(name);
  });

  test('a word is matched whole: "opening" is not "open"', () => {
    const parsed = parseCommandLine({ ...command, subcommands: command.subcommands.slice(0, 2) }, 'opening');

    expect(parsed).toEqual({ kind: 'unknown', word: 'opening' });
  });

  test('decomposed letters from a Mac are the same word', () => {
    expect(parseCommandLine(command, 'mở'.normalize('NFD')).kind).toBe('run');
  });
});

test('quotes, odd spaces and direction marks of phones and word processors are evened out', () => {
  expect(tidyLine('\u202e“An”\u00a0\u200b ‘Bình’；x ')).toBe('"An" \'Bình\';x');
});
