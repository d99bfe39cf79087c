/** Lists of measures and of experience: out and in unchanged, and each kind of line once. All people are invented. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTable, writeCsv } from '../../../src/documents/csv.ts';
import { writeSheet } from '../../../src/documents/workbook.ts';
import { readWorkbook } from '../../../src/documents/xlsx.ts';
import {
  type Experience,
  type Listed,
  type ListKind,
  listKinds,
  type Measure,
  measureKinds,
  measureStates,
} from '../../../src/features/development/types.ts';
import { layOutList } from '../../../src/features/development/views/list-sheet.ts';
import { readKind, readState } from '../../../src/features/imports/rules/list-words.ts';
import { matchDevelopment } from '../../../src/features/imports/rules/match-development.ts';
import { readDevelopment } from '../../../src/features/imports/rules/read-development.ts';
import type { DevelopmentList, Meant } from '../../../src/features/imports/types/development.ts';
import type { Person } from '../../../src/features/people/types.ts';
import type { Plan } from '../../../src/features/plans/types.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { type Id, newId, type PersonId, type PlanEntryId } from '../../../src/kernel/ids.ts';

const plan = { title: 'Kế hoạch', classification: 'unclassified' } as Plan;
const nobodySaid: Meant = new Map();

function somebody(fullName: string, birthMonth: string | null, said: Partial<Listed> = {}): Listed {
  const rest = { sex: null, partyPost: null, statePost: null, unit: null, level: null, disciplines: [] };
  const person: Person = {
    ...{ ...rest, id: newId<PersonId>(), fullName, birthMonth },
    ...{ version: 1, changedAt: null, changedBy: null, hasAccount: false },
  };
  return {
    person,
    entries: [{ id: newId<PlanEntryId>(), title: 'Phó Bí thư' }],
    measures: [],
    experiences: [],
    ...said,
  };
}

function measure(said: Partial<Measure> = {}): Measure {
  return {
    ...{ id: newId<Id<'development-measure'>>(), entry: newId<PlanEntryId>(), person: newId<PersonId>() },
    ...{ committee: newId<Measure['committee']>(), kind: 'further-training', what: 'Lý luận chính trị', version: 1 },
    ...{ responsible: null, startsOn: null, dueOn: '2026-06-30', movement: null, state: 'planned', word: null },
    ...said,
  };
}

function experience(kind: string, said: Partial<Experience> = {}): Experience {
  return {
    ...{ id: newId<Id<'experience'>>(), person: newId<PersonId>(), movement: null },
    kind: { id: newId<Id<'experience-kind'>>(), name: kind },
    ...{ fromMonth: '2015-03', toMonth: null, place: 'Phòng 1', ...said },
  };
}

function read(list: ListKind, ...rows: readonly string[]): DevelopmentList {
  const found = readDevelopment(
    rows.map((row, at) => ({ line: at + 1, cells: row.split('|').map((cell) => cell.trim()) })),
    list,
  );
  if (!found) throw new Error('no heading was found');
  return found;
}

const typed = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom('=1+1', "'=x", 'a;b', 'a,"b"', 'Lớp  A', '007', '12', 'II', 'Tổng cộng', 'x\ny'),
  )
  .filter((text) => text.trim() !== '' && !/[\p{C}]/u.test(text.replaceAll('\n', '')))
  .map((text) => text.normalize('NFC').trim());
const day = fc.constantFrom(null, '2026-03-09', '2026-06-30');

const listed = fc
  .record({
    name: fc.constantFrom('Trần Văn Mẫu', 'Lê Thị Mẫu', 'Mau Van Tran'),
    birthMonth: fc.constantFrom(null, '1978-05'),
    measures: fc.uniqueArray(
      fc.record({
        ...{ kind: fc.constantFrom(...measureKinds), what: typed, responsible: fc.option(typed) },
        ...{ dueOn: day, state: fc.constantFrom(...measureStates), word: fc.option(typed) },
      }),
      { maxLength: 3, selector: ({ kind, what, dueOn }) => JSON.stringify([kind, what.replace(/\s+/gu, ' '), dueOn]) },
    ),
    experiences: fc.uniqueArray(
      fc.record({ kind: fc.constantFrom('Đã làm A', 'Đã làm B'), fromMonth: day, place: fc.option(typed) }),
      {
        maxLength: 3,
        selector: ({ kind, fromMonth, place }) => JSON.stringify([kind, fromMonth, place?.replace(/\s+/gu, ' ')]),
      },
    ),
  })
  .map(({ name, birthMonth, measures, experiences }) =>
    somebody(name, birthMonth, {
      measures: measures.map((one) => measure(one)),
      experiences: experiences.map(({ kind, fromMonth, place }) =>
        experience(kind, { place: place?.replace(/\s+/gu, ' ') ?? null, fromMonth: fromMonth?.slice(0, 7) ?? null }),
      ),
    }),
  );

describe('a list that goes out and comes back in', () => {
  test.each(
    listKinds.flatMap((list) =>
      (['csv', 'xlsx'] as const).flatMap(
        (how) =>
          [
            [list, how, 'vi'],
            [list, how, 'en'],
          ] as const,
      ),
    ),
  )('of %s as %s in %s changes nothing, whoever shares a name', async (list, how, locale) => {
    const t = texts(locale, 'Asia/Ho_Chi_Minh', 'party');

    await fc.assert(
      fc.asyncProperty(fc.array(listed, { minLength: 1, maxLength: 4 }), async (people) => {
        const sheet = layOutList(t, list, { plan, people }, '2026-03-02');
        const cells = sheet.rows.map((row) => row.cells);
        const table = how === 'csv' ? readTable(writeCsv(cells, ';')) : await readWorkbook(writeSheet(sheet));
        const back = readDevelopment(table.ok ? table.value.rows : [], list);
        if (!back) throw new Error('the list lost its heading');
        const { lines, unclear, faults } = matchDevelopment(back, people, nobodySaid);
        const recorded = people.flatMap<Measure | Experience>((one) =>
          list === 'measures' ? one.measures : one.experiences,
        ).length;
        expect([back.faults, faults, unclear, back.passedOver, back.ignored]).toEqual([[], [], [], [], []]);
        expect(lines.filter(({ kind }) => kind !== 'same')).toEqual([]);
        expect(lines).toHaveLength(recorded);
      }),
      { numRuns: how === 'csv' ? 25 : 5 },
    );
  });

  test('every word of both languages for a kind and an outcome is read again', () => {
    for (const locale of ['vi', 'en'] as const) {
      const t = texts(locale, 'Asia/Ho_Chi_Minh', 'party');
      expect(measureKinds.map((kind) => readKind(t(`development.kinds.${kind}`)))).toEqual([...measureKinds]);
      expect(measureStates.map((state) => readState(t(`development.states.${state}`)))).toEqual([...measureStates]);
    }
  });
});

describe('one line', () => {
  const heading =
    'Họ và tên | Ngày sinh | Hình thức | Nội dung | Phụ trách | Từ ngày | Đến ngày | Kết quả | Ghi chú | Mã dòng';
  const course = measure();
  const mau = somebody('Trần Văn Mẫu', '1978-05', { measures: [course] });

  test.each([
    ['word for word', '05/1978|Bồi dưỡng|Lý luận chính trị|||30/06/2026|dự kiến||', ['same']],
    ['with an outcome', '05/1978|Bồi dưỡng|Lý luận chính trị|||30/06/2026|đã thực hiện||', ['changed']],
    ['without the date, of which one is recorded', '|BỒI DƯỠNG|Lý luận chính trị||||hoàn thành||', ['changed']],
    ['with a date in words', '|Bồi dưỡng|Lý luận chính trị|||ngày 30 tháng 6 năm 2026|||', ['same']],
    ['of another date', '|Bồi dưỡng|Lý luận chính trị|||31/12/2026|||', ['new']],
    ['of another date, with its key', `|Bồi dưỡng|Lý luận chính trị|||31/12/2026|||${course.id}`, ['changed']],
    ['with a key that is about something else', `|Đào tạo|Thạc sĩ Luật|||31/12/2026|||${course.id}`, ['new']],
    ['that says nothing beside the name', '||||||||', []],
  ])('%s', (_what, cells, kinds) => {
    const list = read('measures', heading, `Trần Văn Mẫu|${cells}`);

    const { lines, faults } = matchDevelopment(list, [mau], nobodySaid);

    expect([lines.map(({ kind }) => kind), [...list.faults, ...faults]]).toEqual([kinds, []]);
  });

  test.each([
    ['an unknown kind', '|Hội thảo|A||||||', 'kind', 'measure-kind'],
    ['no content', '|Bồi dưỡng|||01/01/2026||||', 'what', 'measure-what'],
    ['a date that is none', '|Bồi dưỡng|A|||31/02/2026|||', 'dueOn', 'date'],
    ['an end before its beginning', '|Bồi dưỡng|A||02/01/2026|01/01/2026|||', 'dueOn', 'later'],
    ['an outcome that needs its reason', '|Bồi dưỡng|A||||chưa thực hiện được||', 'word', 'why'],
  ])('with %s is refused at its column', (_what, cells, column, expected) => {
    const list = read('measures', heading, `Trần Văn Mẫu|${cells}`);

    const { lines, faults } = matchDevelopment(list, [mau], nobodySaid);

    expect([...list.faults, ...faults]).toMatchObject([{ line: 2, column, expected }]);
    expect(lines).toEqual([]);
  });

  test('about somebody who does not stand in the plan is refused, and nobody joins the register', () => {
    const list = read('measures', heading, 'Vũ Mẫu||Bồi dưỡng|A||||||', 'Trần Văn Mẫu|06/1990|Bồi dưỡng|A||||||');

    const { lines, faults } = matchDevelopment(list, [mau], nobodySaid);

    expect(lines).toEqual([]);
    expect(faults).toMatchObject([
      { line: 2, expected: 'in-plan' },
      { line: 3, expected: 'in-plan' },
    ]);
  });

  test('a line copied with its key to add another course adds it, and leaves the first', () => {
    const row = `Trần Văn Mẫu||Bồi dưỡng|Lý luận chính trị|||30/06/2026|||${course.id}`;
    const copy = `Trần Văn Mẫu||Bồi dưỡng|Quản lý nhà nước|||30/06/2026|||${course.id}`;

    const { lines } = matchDevelopment(read('measures', heading, copy, row), [mau], nobodySaid);

    expect(lines.map(({ kind, measure: one }) => [kind, one?.next.what])).toEqual([
      ['new', 'Quản lý nhà nước'],
      ['same', 'Lý luận chính trị'],
    ]);
  });

  test('of two that say different things of one course the second is refused with the line of the first', () => {
    const rows = ['dự kiến', 'đã thực hiện'].map((state) => `Trần Văn Mẫu||Bồi dưỡng|B|||01/09/2026|${state}||`);

    const { lines, faults } = matchDevelopment(read('measures', heading, ...rows), [mau], nobodySaid);

    expect(lines).toHaveLength(1);
    expect(faults).toMatchObject([{ line: 3, expected: 'same-as-line', hint: '2' }]);
  });
});

describe('who is meant', () => {
  const heading = 'Họ và tên | Ngày sinh | Loại kinh nghiệm | Đơn vị, chức vụ | Thời gian';
  const older = somebody('Trần Văn Mẫu', '1970-01');
  const younger = somebody('Trần Văn Mẫu', '1985-12');
  const plain = somebody('Do Mau', '1980-01');
  const people = [older, younger, plain];

  test.each<[string, string, Meant, readonly string[] | string]>([
    ['the very name and birth month', 'Trần Văn Mẫu|12/1985', nobodySaid, [younger.person.id]],
    ['a name that two bear', 'Trần Văn Mẫu|', nobodySaid, 'unclear'],
    ['a name that two bear, and what was said', 'Trần Văn Mẫu|', new Map([[2, older.person.id]]), [older.person.id]],
    ['a name that two bear, and nobody of them', 'Trần Văn Mẫu|', new Map([[2, 'nobody']]), []],
    ['a person who is not possible', 'Trần Văn Mẫu|', new Map([[2, plain.person.id]]), 'unclear'],
    ['a single name without diacritics', 'Đỗ Mẫu|', nobodySaid, 'unclear'],
  ])('%s', (_what, cells, meant, expected) => {
    const list = read('experience', heading, `${cells}|Đã làm Kiểm sát viên|Phòng 1|03/2015 – nay`);

    const { lines, unclear, faults } = matchDevelopment(list, people, meant);

    expect(faults).toEqual([]);
    if (expected === 'unclear') expect(unclear).toHaveLength(1);
    else expect([lines.map(({ person }) => person.id), unclear]).toEqual([expected, []]);
  });

  test.each([
    ['03/2015 – nay', '2015-03', null],
    ['từ tháng 3/2015 đến tháng 08/2020', '2015-03', '2020-08'],
    ['3/2015 - 8/2020', '2015-03', '2020-08'],
    ['tháng 3 năm 2015', '2015-03', null],
  ])('a period “%s” in one cell', (period, fromMonth, toMonth) => {
    const list = read('experience', heading, `Do Mau|01/1980|Đã làm Kiểm sát viên|Phòng 1|${period}`);

    expect(list.faults).toEqual([]);
    expect(list.rows).toMatchObject([{ experience: { fromMonth, toMonth } }]);
  });
});
