/** Lists as offices really have them: merged cells, headings in two lines, odd spaces, sums, groups. All people are invented. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readWorkbook } from '../../../src/documents/xlsx.ts';
import { tidyCell } from '../../../src/features/imports/rules/cells.ts';
import { matchPeople } from '../../../src/features/imports/rules/match-people.ts';
import { type Line, type Purpose, readRows } from '../../../src/features/imports/rules/read-rows.ts';
import { workbook } from '../../support/workbook.ts';

const today = '2026-03-02';
const forPlan: Purpose = { kind: 'entries', positions: ['Bí thư', 'Phó Bí thư'] };

function lines(...rows: string[]): Line[] {
  return rows.map((row, index) => ({ line: index + 1, cells: row.split('|').map((cell) => cell.trim()) }));
}

function read(lines: readonly Line[], purpose: Purpose = { kind: 'people' }) {
  const list = readRows(lines, purpose, today);
  if (!list) throw new Error('no heading was found');
  return list;
}

describe('an Excel file with merged cells', () => {
  test('a name that reaches over two rows stands for both positions, as one person', async () => {
    const bytes = workbook(
      [
        ['TT', 'Họ và tên', 'Ngày sinh', 'Chức danh quy hoạch'],
        ['1', 'Trần Văn Mẫu', '05/1978', 'Bí thư'],
        ['', '', '', 'Phó Bí thư'],
        ['2', 'Lê Thị Mẫu', '03/1985', 'Phó Bí thư'],
      ],
      ['A2:A3', 'B2:B3', 'C2:C3'],
    );

    const table = await readWorkbook(bytes);
    const { rows, faults } = read(table.ok ? table.value.rows : [], forPlan);

    expect(faults).toEqual([]);
    expect(matchPeople(rows, []).changes.map(({ row }) => [row.fullName, row.entries.length])).toEqual([
      ['Trần Văn Mẫu', 2],
      ['Lê Thị Mẫu', 1],
    ]);
  });

  test('the same rows without the merge are a row that lost its name, and say so', async () => {
    const table = await readWorkbook(
      workbook([
        ['Họ và tên', 'Chức danh quy hoạch'],
        ['Mẫu', 'Bí thư'],
        ['', 'Phó Bí thư'],
      ]),
    );

    const { faults } = read(table.ok ? table.value.rows : [], forPlan);

    expect(faults).toMatchObject([{ line: 3, column: 'fullName', expected: 'name' }]);
  });

  test('headings merged in both directions, and a group heading merged over the whole width', async () => {
    const bytes = workbook(
      [
        ['DANH SÁCH QUY HOẠCH'],
        ['TT', 'Họ và tên', 'Ngày sinh', '', 'Chức vụ', ''],
        ['', '', 'Nam', 'Nữ', 'Đảng', 'Chính quyền'],
        ['I. Chức danh cấp trưởng'],
        ['1', 'Lê Thị Mẫu', '', '03/1985', 'Đảng ủy viên', 'Phó phòng'],
      ],
      ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2', 'A4:F4'],
    );

    const table = await readWorkbook(bytes);
    const { rows, passedOver } = read(table.ok ? table.value.rows : []);

    expect(rows).toMatchObject([
      { line: 5, birthMonth: '1985-03', sex: 'female', partyPost: 'Đảng ủy viên', statePost: 'Phó phòng' },
    ]);
    expect(passedOver).toEqual([{ line: 4, text: 'I. Chức danh cấp trưởng' }]);
  });

  test('a merge over rows that have nothing else makes nobody, however far it reaches', async () => {
    const table = await readWorkbook(workbook([['Name'], ['Mẫu'], [], [], ['Khác']], ['A2:A4', 'A5:A1048576']));

    expect(table.ok && table.value.rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'Name'],
      [2, 'Mẫu'],
      [5, 'Khác'],
    ]);
  });
});

describe('a heading in two lines', () => {
  test.each([
    [
      'party and state posts',
      'TT | Họ và tên | Chức vụ | ',
      ' | | Đảng | Chính quyền',
      '1 | Mẫu | Đảng ủy viên | Phó phòng',
    ],
    [
      'merged cells repeated',
      'TT | Họ và tên | Chức vụ | ',
      'TT | Họ và tên | Đảng | Nhà nước',
      '1 | Mẫu | Đảng ủy viên | Phó phòng',
    ],
    ['in English', 'No | Name | Post | ', ' | | Party | State', '1 | Mẫu | Đảng ủy viên | Phó phòng'],
  ])('%s', (_what, upper, lower, row) => {
    const { rows, faults } = read(lines(upper, lower, row));

    expect(faults).toEqual([]);
    expect(rows).toMatchObject([{ fullName: 'Mẫu', partyPost: 'Đảng ủy viên', statePost: 'Phó phòng' }]);
  });

  test('a row without a name below the heading is no second line of it', () => {
    const { faults } = read(lines('TT | Họ và tên | Đơn vị | Ngày sinh', ' | | Văn phòng | 05/1978', '1 | Mẫu | | '));

    expect(faults).toMatchObject([{ line: 2, expected: 'name' }]);
  });
});

describe('dates as text', () => {
  test.each([
    ['15/5/1978', '1978-05'],
    ['15.05.1978', '1978-05'],
    ['15 / 05 / 1978', '1978-05'],
    ['1978-05-15', '1978-05'],
    ['1978-05-15 00:00:00', '1978-05'],
    ['1978-05-15T00:00:00.000Z', '1978-05'],
    ['ngày 15 tháng 5 năm 1978', '1978-05'],
    ['Tháng 05 năm 1978', '1978-05'],
    ['05\u00a0/\u00a01978', '1978-05'],
    ['05/\u200b1978', '1978-05'],
  ])('“%s” is %s', (typed, month) => {
    expect(read(lines('Họ tên | Ngày sinh', `Mẫu | ${typed}`)).rows).toMatchObject([{ birthMonth: month }]);
  });

  test.each([['28625'], ['5/78'], ['05/15/1978'], ['31/02/1978'], ['ngày 15 tháng 13 năm 1978'], ['1978-05-15 08:30']])(
    '“%s” is no date here: the fault says what is expected, and the person is not taken with a guess',
    (typed) => {
      const { rows, faults } = read(lines('Họ tên | Ngày sinh', `Mẫu | ${typed}`));

      expect(rows).toEqual([]);
      expect(faults).toMatchObject([{ line: 2, column: 'birthMonth', typed, expected: 'month' }]);
    },
  );
});

describe('what cannot be seen makes no difference', () => {
  const name = 'Đặng Thị Ngọc Ánh';
  const decomposed = name.normalize('NFD');

  test.each([
    ['non-breaking spaces', name.replaceAll(' ', '\u00a0')],
    ['doubled and odd spaces', `\u2003${name.replaceAll(' ', '\u2009 ')}\u3000`],
    ['a zero-width space beside a space', name.replace(' ', '\u200b ')],
    ['a byte order mark in front', `\ufeff${name}`],
    ['decomposed accents', decomposed],
    ['decomposed accents in another order', 'Đă\u0323ng Thi\u0323 Ngo\u0323c A\u0301nh'],
    ['soft hyphens', name.replace('Thị', 'Th\u00adị')],
  ])('%s in a name: the same person as in the register', (_what, typed) => {
    const { rows } = read(lines('Họ tên | Đơn vị', `${typed} | Văn\u00a0phòng`));
    const known = {
      ...{ id: 'p' as never, fullName: name, unit: 'Văn phòng', birthMonth: null, sex: null, partyPost: null },
      ...{
        statePost: null,
        level: null,
        disciplines: [],
        version: 1,
        hasAccount: false,
        changedAt: null,
        changedBy: null,
      },
    };

    expect(matchPeople(rows, [known]).changes.map(({ kind }) => kind)).toEqual(['unchanged']);
  });

  test('a tidied cell is tidy, has no mark of its own where a letter has it, and keeps its lines', () => {
    const odd = fc.constantFrom(
      ' ',
      '\u00a0',
      '\u200b',
      '\ufeff',
      '\t',
      '\r\n',
      '\u2028',
      'a',
      'ộ',
      'o\u0323\u0302',
      'Đ',
    );
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 12 }), (parts) => {
        const tidy = tidyCell(parts.join(''));

        expect(tidyCell(tidy)).toBe(tidy);
        expect(tidy).not.toMatch(/\u0323|[\u00a0\u200b\ufeff\t\r]| {2}|^\s|\s$/u);
        const seen = (text: string) => [...text.normalize('NFC')].filter((letter) => /[\p{L}]/u.test(letter)).join('');
        expect(seen(tidy)).toBe(seen(parts.join('')));
      }),
    );
  });
});

describe('sums and groups', () => {
  const heading = 'TT | Họ và tên | Ngày sinh nam | Ngày sinh nữ | Chức vụ';

  test.each([
    ['in the first cell', 'Tổng cộng: 12 đồng chí | | | | '],
    ['in the first cell, with its numbers', 'Cộng | | 5 | 7 | '],
    ['where names stand', ' | Tổng cộng | 5 | 7 | '],
    ['without accents', ' | TONG CONG: 12 | | | '],
    ['in English', 'Total | | 5 | 7 | '],
    ['a group by a roman numeral', 'I | Chức danh cấp trưởng | | | '],
    ['a group with its count', 'II. | Chức danh cấp phó | | | 3'],
    ['a group by a letter', 'B) | NHIỆM KỲ 2025–2030 | | | '],
  ])('a line %s is nobody, and is named with its number', (_what, line) => {
    const { rows, faults, passedOver } = read(lines(heading, '1 | Mẫu | 05/1978 | | ', line));

    expect(rows.map(({ fullName }) => fullName)).toEqual(['Mẫu']);
    expect(faults).toEqual([]);
    expect(passedOver.map((one) => one.line)).toEqual([3]);
  });

  test.each([
    ['Tống Công Mẫu', '1 | Tống Công Mẫu | 05/1978 | | Trưởng phòng'],
    ['Cộng Hòa Mẫu', ' | Cộng Hòa Mẫu | 05/1978 | | '],
    ['somebody numbered with a letter', 'a | Mẫu | 05/1978 | | Trưởng phòng'],
  ])('%s is somebody', (_who, line) => {
    const { rows, passedOver } = read(lines(heading, line));

    expect([rows.length, passedOver.length]).toEqual([1, 0]);
  });

  test('nobody is ever called a sum: with anything else beside it the row is a fault', () => {
    const { rows, faults } = read(lines(heading, ' | Tổng cộng | 5 | 7 | Trưởng phòng'));

    expect(rows).toEqual([]);
    expect(faults[0]).toMatchObject({ line: 2, column: 'fullName', expected: 'name' });
  });
});

test('no line goes unseen: each is a person, a fault, a heading that is named, or empty', () => {
  const cell = fc.constantFrom('', '1', 'I', 'Cộng', 'Mẫu', 'Văn phòng', '05/1978', '12', '\u00a0', '\u200b');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 6 }), (rows) => {
      const {
        rows: people,
        faults,
        passedOver,
      } = read([
        { line: 1, cells: ['TT', 'Họ và tên', 'Đơn vị', 'Ngày sinh'] },
        ...rows.map((cells, index) => ({ line: index + 2, cells })),
      ]);

      const isEmpty = (cells: readonly string[]) => {
        const filled = cells.map(tidyCell).filter(Boolean);
        return filled.length === 0 || (filled.length === 1 && /^\d+$/u.test(tidyCell(cells[0] ?? '')));
      };
      const expected = rows.flatMap((cells, index) => (isEmpty(cells) ? [] : [index + 2]));
      const seen = [...new Set([...people, ...faults, ...passedOver].map(({ line }) => line))].sort((a, b) => a - b);
      expect(seen).toEqual(expected);
      expect(people.map(({ fullName }) => fullName)).not.toContain('Cộng');
    }),
    { numRuns: 500 },
  );
});
