import fc from 'fast-check';
import { columnOf, findHeader } from '../../../src/features/imports/rules/columns.ts';
import { matchPeople } from '../../../src/features/imports/rules/match-people.ts';
import { type Line, readRows } from '../../../src/features/imports/rules/read-rows.ts';
import type { ReadRow } from '../../../src/features/imports/types/people.ts';
import type { Person } from '../../../src/features/people/types.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';

const today = '2026-03-02';

function lines(...rows: string[]): Line[] {
  return rows.map((row, index) => ({ line: index + 1, cells: row.split('|').map((cell) => cell.trim()) }));
}

describe('headings', () => {
  test.each([
    ['TT', 'number'],
    ['Họ và tên', 'fullName'],
    ['HỌ TÊN', 'fullName'],
    ['Full name', 'fullName'],
    ['Name', 'fullName'],
    ['Ngày sinh (nam)', 'bornMale'],
    ['Birth month (female)', 'bornFemale'],
    ['Ngày, tháng, năm sinh', 'birthMonth'],
    ['Năm sinh', 'birthMonth'],
    ['Chức vụ hiện tại', 'statePost'],
    ['Chức vụ Đảng', 'partyPost'],
    ['Chức danh đã được quy hoạch', 'plannedPosition'],
    ['Chức danh đề xuất', 'proposedPosition'],
    ['QĐ quy hoạch (số, ngày)', 'decision'],
    ['Kỷ luật', 'discipline'],
    ['Trình độ chuyên môn', 'other'],
    ['Lý luận chính trị', 'other'],
    ['Giới tính', 'sex'],
    ['Đơn vị công tác', 'unit'],
    ['Planned position', 'plannedPosition'],
    ['Present post', 'statePost'],
    ['Favourite colour', null],
  ])('“%s” is %s', (heading, column) => {
    expect(columnOf(heading)).toBe(column);
  });

  test('a heading in two lines, with a title above it and a numbering line below, as the official forms have it', () => {
    const rows = [
      ['TÊN ĐƠN VỊ', '', '', ''],
      ['TT', 'Họ và tên', 'Ngày sinh', '', 'Chức vụ hiện tại'],
      ['', '', 'Nam', 'Nữ', ''],
      ['1', '2', '3', '4', '5'],
      ['1', 'Trần Văn Mẫu', '05/1978', '', 'Phó trưởng phòng'],
    ];

    const header = findHeader(rows);

    expect(header).toMatchObject({
      columns: ['number', 'fullName', 'bornMale', 'bornFemale', 'statePost'],
      firstRow: 4,
    });
  });
});

describe('reading rows', () => {
  test('the columns of the planning form, with group headings between, give people and where they stand', () => {
    const list = readRows(
      lines(
        'TT | Họ và tên | Ngày sinh nam | Ngày sinh nữ | Chức vụ hiện tại | Chức danh đã được quy hoạch | QĐ quy hoạch (số, ngày)',
        'A. NHIỆM KỲ 2020–2025',
        'I | Chức danh cấp phó',
        '1 | Trần Văn Mẫu | 12/05/1978 | | Trưởng phòng | Phó Bí thư | 123-QĐ/ĐU ngày 05/3/2024',
        '2 | Lê Thị Mẫu | | 03/1985 | Phó phòng | phó bí thư | 124-QĐ/ĐU',
      ),
      { kind: 'entries', positions: ['Bí thư', 'Phó Bí thư'] },
      today,
    );

    expect(list?.faults).toEqual([]);
    expect(list?.rows).toMatchObject([
      {
        line: 4,
        fullName: 'Trần Văn Mẫu',
        birthMonth: '1978-05',
        sex: 'male',
        statePost: 'Trưởng phòng',
        entries: [{ position: 'Phó Bí thư', decision: '123-QĐ/ĐU ngày 05/3/2024', enteredOn: '2024-03-05' }],
      },
      { line: 5, birthMonth: '1985-03', sex: 'female', entries: [{ position: 'Phó Bí thư', enteredOn: null }] },
    ]);
  });

  test.each([
    ['a month that there is not', 'Mẫu | 13/1978 | | | ', 'birthMonth', 'month'],
    ['a birth month of a child', 'Mẫu | 05/2020 | | | ', 'birthMonth', 'possible-age'],
    ['no name', ' | 05/1978 | nam | 3 | không', 'fullName', 'name'],
    ['a sex that cannot be read', 'Mẫu | | x | | ', 'sex', 'sex'],
    ['a level out of range', 'Mẫu | | | 99 | ', 'level', 'level'],
    ['a measure that is none', 'Mẫu | | | | phê bình', 'discipline', 'discipline'],
  ])(
    '%s is a fault that names line, column and what is expected; the row is left out',
    (_why, row, column, expected) => {
      const list = readRows(
        lines(
          'Họ và tên | Ngày sinh | Giới tính | Bậc | Kỷ luật',
          row,
          'Lê Mẫu | 05/1978 | nữ | 3 | Khiển trách 12/03/2024',
        ),
        { kind: 'people' },
        today,
      );

      expect(list?.faults).toMatchObject([{ line: 2, column, expected }]);
      expect(list?.rows).toMatchObject([
        { fullName: 'Lê Mẫu', level: 3, disciplines: [{ kind: 'reprimand', decidedOn: '2024-03-12' }] },
      ]);
    },
  );

  test.each([
    ['only a unit and a post', 'Name | Unit | Post', ' | Nobody | Nothing'],
    ['only a unit', 'Name | Unit | Post', ' | Nobody | '],
    ['only a post, behind a number', 'No | Name | Post', '7 | | Nothing'],
    ['only a post', 'No | Name | Post', ' | | Nothing'],
  ])('a row without a name (%s) is reported with its number and never dropped', (_what, heading, row) => {
    const list = readRows(lines(heading, row), { kind: 'people' }, today);

    expect(list?.faults).toMatchObject([{ line: 2, column: 'fullName', typed: '', expected: 'name' }]);
    expect(list?.rows).toEqual([]);
  });

  test.each([
    ['blank', ' | | '],
    ['a number printed beforehand', '8 | | '],
    ['the heading of a group', 'B. 2025–2030 | | '],
    ['a marked heading', 'II | Deputies | '],
    ['a sum', 'Total | | 12'],
  ])('a line that is nobody (%s) is no fault', (_what, row) => {
    const list = readRows(lines('No | Name | Post', row), { kind: 'people' }, today);

    expect(list).toMatchObject({ faults: [], rows: [] });
  });

  test('what stands under no heading, or under the second of two alike, is named', () => {
    const list = readRows(
      lines('Name | Unit | | Unit', 'Mẫu | Office | a stray word | Elsewhere | beyond'),
      { kind: 'people' },
      today,
    );

    expect(list).toMatchObject({ ignored: ['C', 'Unit', 'E'], rows: [{ fullName: 'Mẫu', unit: 'Office' }] });
  });

  test('no row vanishes: each line with a text outside its number is a person, a fault, or one heading', () => {
    const word = fc.constantFrom('', 'Mẫu', 'Office', '05/1978');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word, word), { maxLength: 6 }), (rows) => {
        const list = readRows(
          lines('Name | Unit | Birth', ...rows.map((cells) => cells.join(' | '))),
          { kind: 'people' },
          today,
        );

        const filled = rows.flatMap((cells, index) => (cells.some((cell) => cell !== '') ? [index + 2] : []));
        const seen = new Set([...(list?.rows ?? []), ...(list?.faults ?? [])].map(({ line }) => line));
        expect([...seen].sort((a, b) => a - b)).toEqual(filled);
      }),
    );
  });

  test('a year alone is no month: the person is taken, the month stays unknown', () => {
    const list = readRows(lines('Họ tên | Năm sinh', 'Mẫu | 1978'), { kind: 'people' }, today);

    expect(list).toMatchObject({ faults: [], rows: [{ fullName: 'Mẫu', birthMonth: null }] });
  });

  test('without a heading nothing is guessed', () => {
    expect(readRows(lines('1 | Mẫu | 1978'), { kind: 'people' }, today)).toBeNull();
  });
});

describe('matching with the register', () => {
  const name = fc.constantFrom('An Nguyễn', 'an nguyễn', 'Bình Trần', 'Chi Lê');
  const month = fc.constantFrom(null, '1978-05', '1980-01');
  const text = fc.constantFrom(null, 'Trưởng phòng', 'Phó phòng');
  const measures = fc.constantFrom<ReadRow['disciplines']>(
    [],
    [{ kind: 'warning', decidedOn: '2024-01-01', effectUntil: null, decision: null }],
  );
  const row = fc.record({ fullName: name, birthMonth: month, statePost: text, unit: text, disciplines: measures });
  const list = fc.array(row, { maxLength: 8 }).map((rows) =>
    rows.map(
      (one, index): ReadRow => ({
        ...one,
        key: null,
        line: index + 2,
        sex: null,
        partyPost: null,
        level: null,
        entries: [],
      }),
    ),
  );

  /** The register after confirming: an oracle that knows nothing of how rows were matched. */
  function confirm(rows: readonly ReadRow[], register: readonly Person[]): readonly Person[] {
    const after = new Map(register.map((person) => [person.id, person]));
    for (const change of matchPeople(rows, register).changes) {
      const old = change.kind === 'new' ? null : change.person;
      const id = old?.id ?? (`p${after.size}` as PersonId);
      const known = old?.disciplines ?? [];
      const added = change.row.disciplines.filter(
        (one) => !known.some((other) => other.kind === one.kind && other.decidedOn === one.decidedOn),
      );
      after.set(id, {
        ...change.form,
        id,
        version: 1,
        hasAccount: false,
        changedAt: null,
        changedBy: null,
        disciplines: [...known, ...added],
      });
    }
    return [...after.values()];
  }

  test('confirming a list again changes nothing, whatever the register held and however often', () => {
    fc.assert(
      fc.property(list, list, (before, rows) => {
        const register = confirm(before, []);
        const once = confirm(rows, register);

        const again = matchPeople(rows, once);

        expect(again.changes.filter((change) => change.kind !== 'unchanged')).toEqual([]);
        expect(confirm(rows, once)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('nothing that the register knew is erased, and nobody disappears', () => {
    fc.assert(
      fc.property(list, list, (before, rows) => {
        const register = confirm(before, []);

        const after = confirm(rows, register);

        for (const person of register) {
          const now = after.find(({ id }) => id === person.id);
          for (const field of ['birthMonth', 'statePost', 'unit'] as const) {
            if (person[field] !== null) expect(now?.[field]).not.toBeNull();
          }
        }
      }),
    );
  });

  test('two rows that say different things of one person are a fault that names the other line', () => {
    const base = {
      key: null,
      birthMonth: '1978-05',
      sex: null,
      unit: null,
      partyPost: null,
      level: null,
      disciplines: [],
      entries: [],
    };
    const rows = [
      { ...base, line: 2, fullName: 'An', statePost: 'Trưởng phòng' },
      { ...base, line: 3, fullName: 'AN', statePost: 'Phó phòng' },
    ];

    const { changes, faults } = matchPeople(rows, []);

    expect(changes).toHaveLength(1);
    expect(faults).toMatchObject([{ line: 3, expected: 'same-as-line', hint: '2' }]);
  });
});
