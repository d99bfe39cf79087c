/** Citations in typed text against the register. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { register } from '../../../src/features/eligibility/rules/rule-sets/legal-references.ts';
import { citationsIn } from '../../../src/features/guidance/rules/citations.ts';
import { citationLines } from '../../../src/features/guidance/views/citations.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { plain } from '../../../src/kernel/rich.ts';

const read = (text: string) =>
  citationsIn(text, register).map(({ number, dated, finding, entry }) => [number, dated, finding, entry?.key ?? null]);

describe('a citation', () => {
  test.each([
    ['Chỉ thị số 35-CT/TW ngày 30/5/2019 của Bộ Chính trị', '35-CT/TW', '2019-05-30', 'agrees', 'ct-35-2019'],
    ['Chỉ thị số 35-CT/TW ngày 30/5/2014 của Bộ Chính trị', '35-CT/TW', '2014-05-30', 'date-differs', 'ct-35-2019'],
    ['Hướng dẫn số 22/HD-VKSTC, ngày 23 tháng 4 năm 2018', '22/HD-VKSTC', '2018-04-23', 'agrees', 'hd-22-vkstc-2018'],
    ['Hướng dẫn số 39/HD-VKSTC, năm 2020', '39/HD-VKSTC', 2020, 'agrees', 'hd-39-vkstc-2020'],
    ['Quy định 80-QĐ/TW ngày 18/8/2021', '80-QĐ/TW', '2021-08-18', 'date-differs', 'qd-80-2022'],
    ['theo Quy định 50-QD/TW', '50-QD/TW', null, 'without-date', 'qd-50-2021'],
    ['Decree 135/2020/NĐ-CP of 2020', '135/2020/NĐ-CP', 2020, 'agrees', 'nd-135-2020'],
    ['Regulation 377-QĐ/TW of 8 October 2025', '377-QĐ/TW', '2025-10-08', 'agrees', 'qd-377-2025'],
    ['Tờ trình số 05/TTr-VKS ngày 05/01/2026', '05/TTr-VKS', '2026-01-05', 'not-known', null],
  ])('“%s”', (text, number, dated, finding, key) => {
    expect(read(text)).toEqual([[number, dated, finding, key]]);
  });

  test.each(['nhiệm kỳ 2016-2021', 'ngày 30/5/2014', 'điện thoại 024-3825', 'mục 3.2-A của báo cáo', ''])(
    'is none in “%s”',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  test('takes the date of its own clause, not that of the next', () => {
    const text = 'Hướng dẫn 16-HD/BTCTW; hội nghị ngày 5/6/2026. Quy định 50-QĐ/TW, ngày 27/12/2021';

    expect(read(text).map(([number, dated]) => [number, dated])).toEqual([
      ['16-HD/BTCTW', null],
      ['50-QĐ/TW', '2021-12-27'],
    ]);
  });

  test('of every numbered entry is found in its own title, and agrees', () => {
    const numbered = register.filter(({ number }) => number?.includes('/'));

    for (const { title, key } of numbered) {
      expect([title.vi, citationsIn(title.vi, register)[0]]).toMatchObject([title.vi, { entry: { key } }]);
      expect(citationsIn(title.en, register)[0]?.finding).not.toBe('date-differs');
    }
  });

  test('whatever is typed is read without an error, and a wrong day is never called right', () => {
    const dated = register.filter(({ number, issuedOn }) => number?.includes('/') && issuedOn !== null);
    fc.assert(
      fc.property(fc.constantFrom(...dated), fc.integer({ min: 1, max: 28 }), fc.string(), (entry, day, before) => {
        const [year, month] = (entry.issuedOn ?? '').split('-');
        const text = `${before}\n${entry.number} ngày ${day}/${month}/${year}`;

        const last = citationsIn(text, register).at(-1);

        const isRight = Number((entry.issuedOn ?? '').slice(8)) === day;
        expect([entry.key, last?.finding]).toEqual([entry.key, isRight ? 'agrees' : 'date-differs']);
      }),
    );
  });
});

test('what differs is said with both dates, and with the entry of that day', () => {
  const [line] = citationLines(texts('en', 'UTC', 'party'), citationsIn('35-CT/TW, 30/5/2014', register));

  expect(plain(line ?? '')).toBe(
    '35-CT/TW is dated 30 May 2014 here; the register has it of 30 May 2019 (congresses for the term 2020–2025). Of 30 May 2014 it has 36-CT/TW. Please check.',
  );
});
