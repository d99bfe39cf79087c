import { expect, test } from '@jest/globals';
import { alignedText } from '../../src/documents/paste.ts';

test('columns stand under one another, Vietnamese letters written apart or together alike', () => {
  const rows = [
    ['TT', 'Họ và tên', 'Chức vụ'],
    ['1', 'Lê Thị Ngọc Ánh', 'Phó Trưởng phòng'],
    ['2', 'Vũ Ước'.normalize('NFD'), 'Chuyên viên'],
  ];

  const lines = alignedText(rows).normalize('NFC').split('\n');

  expect(lines).toEqual([
    'TT  Họ và tên        Chức vụ',
    '1   Lê Thị Ngọc Ánh  Phó Trưởng phòng',
    '2   Vũ Ước           Chuyên viên',
    '',
  ]);
});

test('a cell of several lines becomes one, nothing trails, and a line across widens no column', () => {
  expect(alignedText([['a', 'hai\r\n  dòng', ''], ['bb']])).toBe('a  hai dòng\nbb\n');
});

test('wide characters take two columns', () => {
  expect(
    alignedText([
      ['漢字', 'x'],
      ['abcd', 'y'],
    ]),
  ).toBe('漢字  x\nabcd  y\n');
});

test('no rows, no text', () => {
  expect(alignedText([])).toBe('');
});
