import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Delimiter, readTable, writeCsv } from '../../src/documents/csv.ts';

const people = [
  ['Họ và tên', 'Ngày sinh', 'Chức vụ'],
  ['Lê Thị Ngọc Ánh', '05/1980', 'Phó Trưởng phòng; Uỷ viên BCH'],
];

describe('what goes out', () => {
  test('is RFC 4180 with the mark that Excel needs for Vietnamese', () => {
    expect(writeCsv([['Tên, đầy đủ', 'nói "có"', 'hai\ndòng', 'thường']])).toBe(
      '\uFEFF"Tên, đầy đủ","nói ""có""","hai\ndòng",thường\r\n',
    );
  });

  test.each(['=1+1', '+84 912', '-5', '@cmd', '\tx', '=HYPERLINK("http://x")', '＝1', "'=1"])(
    'a cell that a spreadsheet would run is made text: %j',
    (cell) => {
      const written = writeCsv([[cell, 'x']]);

      const shown = written.slice(1).replace(/^"/, '');
      expect(shown.startsWith("'")).toBe(true);
    },
  );

  test('an ordinary cell gets no apostrophe', () => {
    expect(writeCsv([['a-b', "O'Brien", '3=3']])).toBe("\uFEFFa-b,O'Brien,3=3\r\n");
  });
});

describe('what comes in', () => {
  test.each([
    ['commas', 'a,b,c\r\n1,2,3', ','],
    ['semicolons, with a decimal comma', 'a;b;c\n1,5;2,5;3,5', ';'],
    ['tabs, as pasted from a spreadsheet', 'a\tb\tc\n1, x\t2; y\t3', '\t'],
    ['a delimiter inside quotes', '"x;y;z;u",b\n1,2', ','],
    ['one column', 'a\nb', ','],
  ] as const)('the delimiter is found out: %s', (_, text, delimiter) => {
    expect(readTable(text)).toMatchObject({ ok: true, value: { delimiter } });
  });

  test('rows carry the line they begin on, also after empty lines and cells of several lines', () => {
    const read = readTable('tên,ghi chú\r\n\r\n"A","một\nhai"\r\n"một\r\nhai",C\r\nB,x\n');

    expect(rowsOf(read)).toEqual([
      { line: 1, cells: ['tên', 'ghi chú'] },
      { line: 3, cells: ['A', 'một\nhai'] },
      { line: 5, cells: ['một\r\nhai', 'C'] },
      { line: 7, cells: ['B', 'x'] },
    ]);
  });

  test('rows of different lengths are kept for the preview to complain about', () => {
    expect(cellsOf(readTable('a,b\n1\n1,2,3'))).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
  });

  test('quotes on the clipboard are part of the text', () => {
    expect(cellsOf(readTable('Nguyễn "Ba" An\tx\ny\tz'))).toEqual([
      ['Nguyễn "Ba" An', 'x'],
      ['y', 'z'],
    ]);
  });

  test('UTF-8 with and without its mark, and the UTF-16 of Excel, are read alike', () => {
    const text = 'tên\ttuổi\nĐỗ Thị Ước\t40\n';
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from(text, 'utf16le'))]);

    const read = [text, `\uFEFF${text}`, Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16].map((input) =>
      cellsOf(readTable(input)),
    );

    for (const cells of read)
      expect(cells).toEqual([
        ['tên', 'tuổi'],
        ['Đỗ Thị Ước', '40'],
      ]);
  });

  test.each([
    ['a quote that never closes', 'a,b\n1,"2\n3,4\n', 'file-broken', 2],
    ['a quote that is opened on line 4 and never closes', 'a,b\n\n1,2\n3,"4\n5,6\n7,8\n', 'file-broken', 4],
    ['text after a closing quote', 'a,b\nx,y\n"1"z,2', 'file-broken', 3],
  ])('%s is refused with its line', (_, text, reason, line) => {
    const read = readTable(text);

    expect(read).toMatchObject({ ok: false, reason });
    if (!read.ok) expect(read.facts.line).toBe(line);
  });

  test.each([
    ['nothing', '', 'file-empty'],
    ['only blanks', ' , ,\n,,\n', 'file-empty'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00, 0x90]), 'file-not-text'],
    ['an 8-bit encoding', new Uint8Array([0x54, 0xea, 0x6e]), 'file-not-text'],
  ])('%s is refused: %#', (_, input, reason) => {
    expect(readTable(input)).toMatchObject({ ok: false, reason });
  });

  test('more rows than allowed are refused, as many as allowed are read', () => {
    const text = 'a,b\n'.repeat(4);

    expect(readTable(text, 3)).toMatchObject({ ok: false, reason: 'file-too-long', facts: { maxRows: 3 } });
    expect(cellsOf(readTable(text, 4))).toHaveLength(4);
  });
});

describe('there and back', () => {
  test.each([',', ';', '\t'] as const)('unchanged with %j', (delimiter) => {
    expect(cellsOf(readTable(writeCsv(people, delimiter)))).toEqual(people);
  });

  test('any cells come back equal, with any delimiter, as text or as bytes', () => {
    const nasty = fc.constantFrom(
      '',
      ' ',
      "'",
      '"',
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '\r\n',
      ',',
      ';',
      '\uFEFF',
      'ộ',
      '😀',
      "'=",
      '""',
    );
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(nasty, { maxLength: 5 }).map((parts) => parts.join('')),
    );
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom<Delimiter>(',', ';', '\t'), fc.boolean(), (rows, delimiter, asBytes) => {
        fc.pre(rows.some((row) => row.some((one) => one.trim() !== '' && !one.includes('\0'))));
        fc.pre(!rows.flat().some((one) => one.includes('\0')));
        const text = writeCsv(rows, delimiter);

        expect(cellsOf(readTable(asBytes ? Buffer.from(text) : text))).toEqual(rows);
      }),
      { numRuns: 1000 },
    );
  });
});

function rowsOf(read: ReturnType<typeof readTable>) {
  if (!read.ok) throw new Error(read.reason);
  return read.value.rows;
}

function cellsOf(read: ReturnType<typeof readTable>) {
  return rowsOf(read).map((row) => row.cells);
}
