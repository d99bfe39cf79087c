import fc from 'fast-check';
import { byGivenName, foldName, searchName, tidyName } from '../../src/i18n/names.ts';
import { texts } from '../../src/i18n/texts.ts';
import { plain } from '../../src/kernel/rich.ts';

const vi = texts('vi', 'Asia/Ho_Chi_Minh', 'party');
const en = texts('en', 'Europe/London', 'party');

describe('dates and numbers, the local way', () => {
  const at = new Date('2026-01-05T09:30:00Z');

  test.each([
    [vi.date('2026-01-05'), 'Thứ Hai, 05/01/2026'],
    [en.date('2026-01-05'), 'Monday 5 January 2026'],
    [vi.shortDate('2026-01-05'), '05/01/2026'],
    [en.shortDate('2026-01-05'), '5 Jan 2026'],
    [vi.moment(at), '16:30, Thứ Hai, 05/01/2026'],
    [en.moment(at), 'Monday 5 January 2026, 09:30'],
    [vi.month('1978-05'), '05/1978'],
    [en.month('1978-05'), 'May 1978'],
    [vi.share(0.529), '52,9 %'],
    [en.share(0.529), '52.9%'],
    [vi.list(['An', 'Bình', 'Chi']), 'An, Bình và Chi'],
    [vi.weekday(7), 'Chủ Nhật'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});

describe('names', () => {
  test('order of words and diacritics do not matter for finding', () => {
    expect(searchName('Đặng Thị Ánh')).toBe(searchName('anh dang thi'));
    expect(foldName('ĐẶNG Thị Ánh')).toBe('dang thi anh');
  });

  test('Vietnamese names sort by the given name', () => {
    const names = ['Trần Văn An', 'Bùi Thị Yến', 'Lê Đình Bình'];

    expect([...names].sort(byGivenName('vi'))).toEqual(['Trần Văn An', 'Lê Đình Bình', 'Bùi Thị Yến']);
    expect([...names].sort(byGivenName('en'))).toEqual(['Bùi Thị Yến', 'Lê Đình Bình', 'Trần Văn An']);
  });

  test('tidying twice is tidying once, and leaves no control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const once = tidyName(typed);

        expect(tidyName(once)).toBe(once);
        expect(once).not.toMatch(/\p{Cc}|\p{Cf}|^\s|\s$/u);
      }),
    );
  });
});

describe('rich texts', () => {
  test('bold is in the template only: what was typed is never read for marks', () => {
    const rich = en.rich('committees.setUp.doneAdmin', { name: '**x** {{count}} `y`' });

    expect(rich).toContainEqual({ bold: '**x** {{count}} `y`' });
    expect(plain(rich)).toContain('**x** {{count}} `y`');
  });

  test('any typed value comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const rich = vi.rich('committees.setUp.doneAdmin', { name });

        expect(rich.some((part) => typeof part === 'object' && 'bold' in part && part.bold === name)).toBe(true);
      }),
    );
  });
});

describe('refusals', () => {
  test('keys of roles and rights are worded, dates and lists too', () => {
    const refusal = { ok: false, reason: 'right-missing', facts: { right: 'review.open', roles: ['clerk'] } } as const;

    expect(en.refusal(refusal)).toBe(
      'Your role does not allow this (freeze the list and open a review). It is allowed to: committee secretary.',
    );
    expect(vi.refusal(refusal)).toContain('thư ký');
  });

  test('a reason without words still gets a sentence', () => {
    expect(en.refusal({ ok: false, reason: 'never-heard-of', facts: {} })).toMatch(/not possible now/);
  });
});
