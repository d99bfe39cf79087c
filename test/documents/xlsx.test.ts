import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { textOfFile } from '../../src/documents/file-text.ts';
import { writeSheet, writeWorkbook } from '../../src/documents/workbook.ts';
import { isWorkbook, readWorkbook } from '../../src/documents/xlsx.ts';
import { markingIn } from '../../src/features/classification/rules/marking.ts';
import { workbook } from '../support/workbook.ts';

test('the first sheet is read as text, dates as dates, with the row numbers that Excel shows', async () => {
  const bytes = workbook([['Họ và tên', 'Ngày sinh', 'Bậc'], [], ['Bùi Thu Ngân', { date: '1978-09-03' }, 4]]);

  const read = await readWorkbook(bytes);

  expect(isWorkbook(bytes)).toBe(true);
  expect(read).toMatchObject({
    ok: true,
    value: {
      rows: [
        { line: 1, cells: ['Họ và tên', 'Ngày sinh', 'Bậc'] },
        { line: 3, cells: ['Bùi Thu Ngân', '03/09/1978', '4'] },
      ],
    },
  });
});

test.each([
  ['an archive of something else', zipSync({ 'letter.txt': strToU8('Dear all') }), 'workbook-broken'],
  ['an archive cut in the middle', workbook([['Name']]).slice(0, 200), 'workbook-broken'],
  [
    'an archive that unpacks to more than a list can',
    zipSync({ 'xl/workbook.xml': new Uint8Array(50_000_000) }),
    'workbook-broken',
  ],
  ['an empty sheet', workbook([]), 'file-empty'],
  ['more rows than asked for', workbook([['Name'], ['A'], ['B'], ['C']]), 'file-too-long'],
] as const)('%s is refused', async (_what, bytes, reason) => {
  expect(await readWorkbook(bytes, 3)).toMatchObject({ ok: false, reason });
});

test('text and an old .xls are no workbook', () => {
  expect(isWorkbook(strToU8('Name,Post'))).toBe(false);
  expect(isWorkbook(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe(false);
});

test('what is written is read again, whatever was typed: markup, formulas, emoji, line breaks, numbers', async () => {
  const typed = ['=1+1', '<b>&amp;</b>', 'Nguyễn Văn Á 👍🏽', 'two\nlines', '0012', '7', 'x'.repeat(3_000)];

  const read = await readWorkbook(writeWorkbook([['Typed'], ...typed.map((text) => [text])]));

  expect(read).toMatchObject({ ok: true, value: { rows: ['Typed', ...typed].map((text) => ({ cells: [text] })) } });
});

test('no text makes a file that cannot be opened', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const read = await readWorkbook(writeWorkbook([['Text'], ['-', text]]));

      expect(read.ok).toBe(true);
    }),
  );
});

test('the styles are what Excel opens without asking to repair: its own two fills, and every cell style has all its parts', () => {
  const styles = strFromU8(unzipSync(writeWorkbook([['Name']]))['xl/styles.xml']!);

  expect(styles).toContain(
    '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  );
  expect(styles.match(/<xf [^>]*>/gu)?.every((xf) => /fontId="\d" fillId="0" borderId="\d"/u.test(xf))).toBe(true);
});

test('a group heading is framed over its whole width, a cell that begins like a formula keeps its quote prefix', async () => {
  const column = { width: 10, align: 'left' } as const;
  const bytes = writeSheet({
    columns: [column, column],
    rows: [
      { look: 'heading', cells: ['Name', 'Post'] },
      { look: 'group', cells: ['I. Heads'] },
      { look: 'row', cells: ['=1+1', '-'] },
    ],
    merges: [{ rows: [1, 1], columns: [0, 1] }],
    heading: [0, 0],
    marking: null,
  });

  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  const formats = strFromU8(parts['xl/styles.xml']!)
    .match(/<cellXfs.*<\/cellXfs>/u)?.[0]
    .match(/<xf .*?(?:\/>|<\/xf>)/gu);
  const formatAt = (cell: string) => formats?.[Number(new RegExp(`r="${cell}" s="(\\d+)"`, 'u').exec(sheet)?.[1])];

  expect(formatAt('B2')).toContain('borderId="1"');
  expect(formatAt('A3')).toContain('quotePrefix="1"');
  expect(await readWorkbook(bytes)).toMatchObject({ value: { rows: [{}, {}, { cells: ['=1+1', '-'] }] } });
});

test.each([
  ['a printed list', writeSheet({ columns: [], rows: [], merges: [], heading: [0, 0], marking: 'Độ mật: Tối mật' })],
  ['a plain workbook', writeWorkbook([['Name']], 'Độ mật: Tối mật')],
])('%s bears its marking in its properties, where it is found when the file comes in', (_what, bytes) => {
  const properties = strFromU8(unzipSync(bytes)['docProps/core.xml']!);

  expect(properties).toContain('<cp:category>Độ mật: Tối mật</cp:category>');
  expect(markingIn(textOfFile(bytes))).toBe('secret');
});

test('on paper the marking stands on every page, and what bears none says nothing', () => {
  const sheetOf = (marking: string | null) =>
    unzipSync(writeSheet({ columns: [], rows: [], merges: [], heading: [0, 0], marking }));

  expect(strFromU8(sheetOf('R&D: secret')['xl/worksheets/sheet1.xml']!)).toContain(
    '<oddHeader>&amp;RR&amp;&amp;D: secret</oddHeader>',
  );
  expect(strFromU8(sheetOf(null)['xl/worksheets/sheet1.xml']!)).not.toContain('oddHeader');
  expect(strFromU8(sheetOf(null)['docProps/core.xml']!)).not.toContain('category');
});
