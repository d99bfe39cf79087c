import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { writeWorkbook } from '../../src/documents/workbook.ts';
import { isWorkbook, readWorkbook } from '../../src/documents/xlsx.ts';
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
