/** Names as they are typed on somebody else's list: which may be the same. */
import { describe, expect, test } from '@jest/globals';
import { nameKeys } from '../../src/i18n/names.ts';

function mayBeOne(one: string, other: string): boolean {
  return nameKeys(one).some((key) => nameKeys(other).includes(key));
}

describe('may be the same person', () => {
  test.each([
    ['An Nguyễn Văn', 'in the other order'],
    ['NGUYEN VAN AN', 'without diacritics'],
    ['Đồng chí Nguyễn Văn An', 'with a form of address'],
    ['đ/c Nguyễn Văn An', 'with it shortened'],
    ['Ông An Nguyễn Văn', 'with both'],
    ['PGS.TS. Nguyễn Văn An', 'with degrees before'],
    ['Bà TS Nguyễn Văn An', 'with a form of address and a degree'],
    ['Nguyễn Văn An, ThS.', 'with a degree behind'],
  ])('%s: %s', (typed) => {
    expect(mayBeOne(typed, 'Nguyễn Văn An')).toBe(true);
    expect(mayBeOne('Nguyễn Văn An', typed)).toBe(true);
  });

  test('who is called like a title: only before a name it is one', () => {
    expect(mayBeOne('Ba Nguyễn Văn', 'Nguyễn Văn Ba')).toBe(true);
    expect(mayBeOne('Bà Nguyễn Văn Ba', 'Ba Nguyễn Văn')).toBe(true);
    expect(mayBeOne('Nguyễn Văn Ba', 'Nguyễn Văn')).toBe(false);
  });
});

test.each([
  ['Nguyễn Văn', 'a part of it'],
  ['Nguyễn Văn Anh', 'a longer word'],
  ['Nguyễn Văn An Bình', 'a name more'],
  ['Trần Văn An', 'another family'],
  ['Đồng chí', 'a title alone'],
  ['', 'nothing'],
])('%s is another name than Nguyễn Văn An: %s', (typed) => {
  expect(mayBeOne(typed, 'Nguyễn Văn An')).toBe(false);
});
