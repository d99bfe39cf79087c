import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type TextKey, texts } from '../../src/i18n/texts.ts';
import { vi } from '../../src/i18n/vi/all.ts';
import { general } from '../../src/i18n/vi/speech.ts';
import { plain } from '../../src/kernel/rich.ts';

const party = texts('vi', 'Asia/Ho_Chi_Minh', 'party');
const elsewhere = texts('vi', 'Asia/Ho_Chi_Minh', 'general');
const all = leaves(vi);

/** Every text with its key as one calls it. */
function leaves(tree: object, path = ''): { key: TextKey; text: string }[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [{ key: `${path}${name}`.replace(/_other$/, '') as TextKey, text: value }]
      : leaves(value as object, `${path}${name}.`),
  );
}

function placeholders(text: string): string[] {
  return (text.match(/\{\{\w+\}\}/g) ?? []).sort();
}

describe('Vietnamese outside Party and state bodies', () => {
  test('no text says “đồng chí” or “quy hoạch”, whatever is put into it', () => {
    const some = fc.record({ text: fc.constantFrom(...all), value: fc.string(), count: fc.nat(500) });
    fc.assert(
      fc.property(some, ({ text: { key, text }, value, count }) => {
        const values = Object.fromEntries(placeholders(text).map((one) => [one.slice(2, -2), value]));

        expect(elsewhere(key, { ...values, count }).toLowerCase()).not.toMatch(/đồng chí|quy hoạch/);
      }),
      { numRuns: 300 },
    );
    expect(all.filter(({ text }) => /đồng chí|quy hoạch/i.test(general(text)))).toEqual([]);
  });

  test('every text keeps its values, its bold parts and its capital', () => {
    for (const { text } of all) {
      const other = general(text);

      expect(placeholders(other)).toEqual(placeholders(text));
      expect(other.split('**').length).toBe(text.split('**').length);
      expect(other.split('  ').length).toBe(text.split('  ').length);
      expect(other.startsWith(' ')).toBe(text.startsWith(' '));
      if (!other.startsWith('{{') && !other.startsWith('**')) {
        expect(/^\p{Lu}/u.test(other)).toBe(/^\p{Lu}/u.test(text));
      }
    }
  });

  test.each([
    ['Kính đề nghị đồng chí trả lời. Đồng chí có thể sửa.', 'Kính đề nghị anh/chị trả lời. Anh/chị có thể sửa.'],
    ['{{count}} đồng chí chưa trả lời', '{{count}} người chưa trả lời'],
    ['Đồng chí **{{name}}** cử đồng chí dự thay.', '**{{name}}** cử anh/chị dự thay.'],
    ['Chưa có đồng chí nào trả lời.', 'Chưa có người nào trả lời.'],
    ['Các đồng chí đó bấm nút.', 'Những người đó bấm nút.'],
    ['Lập quy hoạch', 'Lập kế hoạch nhân sự'],
    ['Chức danh quy hoạch', 'Chức danh'],
    ['Giới thiệu nhân sự', 'Đề cử ứng viên'],
  ])('“%s” becomes “%s”', (text, other) => {
    expect(general(text)).toBe(other);
  });

  test('what people typed stays as they typed it', () => {
    const name = 'Đồng Chí Quy Hoạch';

    const said = elsewhere.rich('people.form.added', { name });

    expect(said).toContainEqual({ bold: name });
    expect(plain(said)).toBe(`Đã thêm ${name} vào danh bạ.`);
  });

  test('Party texts stay as they are written', () => {
    expect(party('common.onlyYou')).toBe(vi.common.onlyYou);
    expect(party('common.onlyYou')).toContain('đồng chí');
    expect(elsewhere('common.onlyYou')).toContain('anh/chị');
  });

  test('what is said before anybody knows to whom addresses nobody', () => {
    const { adapter, router } = vi.common;
    const { unknownCommand: _known, ...words } = router;

    for (const text of [...Object.values(adapter), ...Object.values(words)]) expect(text).not.toMatch(/đồng chí/i);
  });
});
